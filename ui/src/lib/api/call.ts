/** The one way from a screen to the back end. */

import { host } from '../platform'
import { ApiError, toApiError } from './error'
import type { Commands } from './generated'

export { ApiError, toApiError } from './error'

export type CommandName = keyof Commands
export type Request<C extends CommandName> = Commands[C][0]
export type Response<C extends CommandName> = Commands[C][1]

type LockedListener = () => void
const lockedListeners = new Set<LockedListener>()

/** Tells when any command finds the store locked. Returns how to stop listening. */
export function onLocked(listener: LockedListener): () => void {
  lockedListeners.add(listener)
  return () => lockedListeners.delete(listener)
}

/**
 * Calls a command.
 *
 * @throws ApiError always of that class, whatever went wrong underneath.
 */
export async function call<C extends CommandName>(name: C, request: Request<C>): Promise<Response<C>> {
  try {
    return await host().call<Response<C>>(name, request)
  } catch (thrown) {
    const error = toApiError(thrown)
    if (error.code === 'locked') lockedListeners.forEach((listener) => { listener() })
    throw error
  }
}

/** Whether a thrown value is an `ApiError` with this code. */
export function isCode(thrown: unknown, code: ApiError['code']): boolean {
  return thrown instanceof ApiError && thrown.code === code
}
