/** A rule's figure from what was typed. */

import type { Interval, Unit } from '$lib/api/generated'

/** The most that a rule may ask for. */
const most = 65_535

/** `null` when it is not a whole number from 1. */
export function figureOf(typed: string, unit: Unit): Interval | null {
  const digits = typed.trim()
  if (!/^\d{1,5}$/.test(digits)) return null
  const n = Number(digits)
  return n < 1 || n > most ? null : { n, unit }
}
