/** Chooses, once, what stands around the screens. */

import { httpHost } from './http'
import { tauriHost } from './tauri'
import type { Host } from './types'

export type { FileToSave, Host, OpenedFile, Saved } from './types'

let chosen: Host | undefined

/** The program around the screens: the desktop window if there is one, else the server. */
export function host(): Host {
  chosen ??= '__TAURI_INTERNALS__' in window ? tauriHost : httpHost()
  return chosen
}

/** Puts another host in place. For tests. */
export function useHost(other: Host): void {
  chosen = other
}
