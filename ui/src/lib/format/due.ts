/** When something is due, in words a person can act on. */

import { daysBetween, shortDate, type IsoDay } from './dates'

/** How near a due date is. Shown by word and shape as well as colour. */
export type DueState = 'overdue' | 'today' | 'soon' | 'later'

/** How many days ahead count as soon. */
const soonWithin = 7

export function dueState(due: IsoDay, today: IsoDay): DueState {
  const days = daysBetween(today, due)
  if (days < 0) return 'overdue'
  if (days === 0) return 'today'
  return days <= soonWithin ? 'soon' : 'later'
}

/** "Due in 3 days (Wed 25 Nov)", "Due today (Sun 22 Nov)", "Overdue by 2 days". */
export function dueText(due: IsoDay, today: IsoDay): string {
  const days = daysBetween(today, due)
  if (days < 0) return `Overdue by ${daysText(-days)}`
  if (days === 0) return `Due today (${shortDate(due)})`
  if (days === 1) return `Due tomorrow (${shortDate(due)})`
  const sameYear = due.slice(0, 4) === today.slice(0, 4)
  const day = sameYear ? shortDate(due) : `${shortDate(due)} ${due.slice(0, 4)}`
  return `Due in ${daysText(days)} (${day})`
}

/** "1 day", "12 days". */
export function daysText(days: number): string {
  return days === 1 ? '1 day' : `${days.toLocaleString('en-GB')} days`
}
