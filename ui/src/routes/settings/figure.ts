/** A rule's figure from what was typed. */

import type { Interval, Unit } from '$lib/api/generated'

/** The most that a rule may ask for. */
const most = 65_535

/** A whole number from `least` that a rule can hold, or `null`. */
export function wholeNumber(typed: string, least: number): number | null {
  const digits = typed.trim()
  if (!/^\d{1,5}$/.test(digits)) return null
  const n = Number(digits)
  return n < least || n > most ? null : n
}

/** `null` when it is not a whole number from 1. */
export function figureOf(typed: string, unit: Unit): Interval | null {
  const n = wholeNumber(typed, 1)
  return n === null ? null : { n, unit }
}
