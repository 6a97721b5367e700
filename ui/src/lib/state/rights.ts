/**
 * Who is offered what. The back end decides again on every call; this only keeps buttons off the
 * screen that could do nothing but be refused.
 */

import type { Role } from '../api/generated'
import { session } from './session.svelte'

/** The roles that each right belongs to, as the back end's table of rights has them. */
export const rights = {
  readCases: ['chair', 'lado_officer', 'meeting_administrator', 'manager', 'reader'],
  changeCases: ['chair', 'lado_officer', 'meeting_administrator'],
  scheduleMeetings: ['chair', 'lado_officer', 'meeting_administrator'],
  changePeople: ['chair', 'lado_officer', 'meeting_administrator'],
  handOver: ['chair', 'lado_officer', 'meeting_administrator', 'manager'],
  manageUsers: ['system_administrator'],
  manageRules: ['system_administrator'],
  backUp: ['system_administrator'],
} as const satisfies Readonly<Record<string, readonly Role[]>>

export type Right = keyof typeof rights

/** Whether the person signed in is offered this. */
export function may(right: Right): boolean {
  return session.hasAny(rights[right])
}
