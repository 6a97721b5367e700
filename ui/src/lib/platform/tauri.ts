/** The desktop window. The only file that speaks to Tauri. */

import { invoke } from '@tauri-apps/api/core'
import type { Host } from './types'

/** A file that a person picked; its bytes are asked for by number. */
interface Picked {
  readonly number: number
  readonly name: string
}

export const tauriHost: Host = {
  call: <R>(name: string, payload: unknown) => invoke<R>('rpc', { name, payload }),

  async saveFile({ name, bytes }) {
    const headers = { 'x-document-name': encodeURIComponent(name) }
    const number = await invoke<number | null>('save_document', bytes, { headers })
    return number === null ? 'cancelled' : 'saved'
  },

  async openFile(endings) {
    const picked = await invoke<Picked | null>('pick_document', { endings })
    if (picked === null) return null
    const bytes = await invoke<ArrayBuffer>('read_picked_document', { number: picked.number })
    return { name: picked.name, bytes: new Uint8Array(bytes) }
  },

  print: () => {
    window.print()
  },
}
