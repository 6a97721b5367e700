/**
 * A browser in front of the loopback or team server: the same surface over HTTP.
 *
 * The server's token comes once, in the address (`?token=…` or `#token=…`). It is taken out of the
 * address bar at once and kept for this tab only, so that a reload works.
 */

import type { Host, OpenedFile } from './types'

const tokenKey = 'convenor-token'
const tokenHeader = 'x-convenor-token'

export function httpHost(fetcher: typeof fetch = (...args) => fetch(...args)): Host {
  const token = takeToken(window)

  return {
    async call<R>(name: string, request: unknown): Promise<R> {
      const response = await fetcher(`/rpc/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', [tokenHeader]: token },
        body: JSON.stringify(request),
      })
      if (!response.ok) throw await response.json()
      const body: R = await response.json()
      return body
    },

    saveFile({ name, mediaType, bytes }) {
      const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }))
      const link = document.createElement('a')
      link.href = address
      link.download = name
      link.click()
      URL.revokeObjectURL(address)
      return Promise.resolve('saved')
    },

    openFile: (endings) => chooseFile(endings),

    print: () => {
      window.print()
    },
  }
}

/** The token from the address, which is cleaned, or from an earlier load of this tab. */
function takeToken({ location, history, sessionStorage }: Window): string {
  const address = new URL(location.href)
  const fromQuery = address.searchParams.get('token')
  const fromHash = /^#token=([^&]+)/.exec(address.hash)?.[1]
  const token = fromQuery ?? fromHash
  if (token === undefined) return sessionStorage.getItem(tokenKey) ?? ''

  address.searchParams.delete('token')
  if (fromHash !== undefined) address.hash = ''
  history.replaceState(history.state, '', address)
  sessionStorage.setItem(tokenKey, token)
  return token
}

function chooseFile(endings: readonly string[]): Promise<OpenedFile | null> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = endings.map((ending) => `.${ending}`).join(',')
  return new Promise((resolve, reject) => {
    input.addEventListener('cancel', () => {
      resolve(null)
    })
    input.addEventListener('change', () => {
      const file = input.files?.[0]
      if (!file) {
        resolve(null)
        return
      }
      file.arrayBuffer().then((buffer) => {
        resolve({ name: file.name, bytes: new Uint8Array(buffer) })
      }, reject)
    })
    input.click()
  })
}
