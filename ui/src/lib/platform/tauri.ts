/** The desktop window. The only file that speaks to Tauri. */

import { invoke } from '@tauri-apps/api/core'
import { fromBase64, toBase64 } from './bytes'
import type { Host } from './types'

interface OpenedDocument {
  readonly name: string
  readonly base64: string
}

export const tauriHost: Host = {
  call: (name, payload) => invoke<unknown>('rpc', { name, payload }),

  async saveFile({ name, bytes }) {
    const saved = await invoke<boolean>('save_document', { name, base64: toBase64(bytes) })
    return saved ? 'saved' : 'cancelled'
  },

  async openFile(endings) {
    const opened = await invoke<OpenedDocument | null>('open_document', { endings })
    return opened && { name: opened.name, bytes: fromBase64(opened.base64) }
  },

  print: () => {
    window.print()
  },
}
