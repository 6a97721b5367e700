/** The one reader of the computer's clock in the screens. */

import { dayOf, type IsoDay } from '../format/dates'

export function now(): Date {
  return new Date()
}

/** The present day on the wall calendar in England. */
export function today(): IsoDay {
  return dayOf(now())
}
