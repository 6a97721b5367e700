/** Between what is typed and what is sent. */

import { ApiError, toApiError } from '../api/call'

/** An answer that may be left out: nothing typed is `null`. */
export function orNull(typed: string): string | null {
  return typed.trim() === '' ? null : typed
}

/**
 * Faults on the fields of one part of a request (`details.name`) as faults on the fields of the
 * form (`name`).
 *
 * @throws ApiError what the command answered, with the shorter paths.
 */
export async function within<R>(part: string, sent: Promise<R>): Promise<R> {
  try {
    return await sent
  } catch (thrown) {
    const { code, violation, fields, reference } = toApiError(thrown)
    const start = `${part}.`
    const own = fields.map((fault) => (fault.path.startsWith(start) ? { ...fault, path: fault.path.slice(start.length) } : fault))
    throw new ApiError(code, violation, own, reference)
  }
}
