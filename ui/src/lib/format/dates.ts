/**
 * Dates and times in words, always as the clock on the wall in England shows them.
 *
 * A day crosses the wire as `2026-11-25`, an instant as `2026-11-25T14:32:00Z`. A day is never
 * turned into an instant: it has no time zone.
 */

const zone = 'Europe/London'

/** `2026-11-25`. */
export type IsoDay = string
/** `2026-11-25T14:32:00Z`. */
export type IsoInstant = string

interface Parts {
  readonly year: number
  readonly month: number
  readonly day: number
}

const months = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
] as const

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const

const londonParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

/** "25 November 2026", from a day or an instant. */
export function longDate(value: IsoDay | IsoInstant): string {
  const { day, month, year } = partsOf(value)
  return `${String(day)} ${months[month - 1] ?? ''} ${String(year)}`
}

/** "Wednesday 25 November 2026". */
export function fullDate(value: IsoDay | IsoInstant): string {
  return `${weekdayOf(value)} ${longDate(value)}`
}

/** "Wed 25 Nov". */
export function shortDate(value: IsoDay | IsoInstant): string {
  const { day, month } = partsOf(value)
  return `${weekdayOf(value).slice(0, 3)} ${String(day)} ${(months[month - 1] ?? '').slice(0, 3)}`
}

/** "25 Nov 2026": for table cells. */
export function cellDate(value: IsoDay | IsoInstant): string {
  const { day, month, year } = partsOf(value)
  return `${String(day)} ${(months[month - 1] ?? '').slice(0, 3)} ${String(year)}`
}

/** "14:32", from an instant or a `Date`. */
export function clockTime(value: IsoInstant | Date): string {
  const { hour, minute } = londonFields(value)
  return `${hour}:${minute}`
}

/** "14:32:07": where the second matters, as in a live meeting. */
export function clockTimeWithSeconds(value: IsoInstant | Date): string {
  const { hour, minute, second } = londonFields(value)
  return `${hour}:${minute}:${second}`
}

/** "25 November 2026, 14:32". */
export function dateAndTime(value: IsoInstant): string {
  return `${longDate(value)}, ${clockTime(value)}`
}

/** The day on the wall calendar in England at an instant. */
export function dayOf(value: IsoInstant | Date): IsoDay {
  const { year, month, day } = londonFields(value)
  return `${year}-${month}-${day}`
}

/** The hour, 0 to 23, on the wall clock in England. */
export function hourOf(value: IsoInstant | Date): number {
  return Number(londonFields(value).hour)
}

/** Whole days from one day to another; negative when the second is earlier. */
export function daysBetween(from: IsoDay, to: IsoDay): number {
  return Math.round((utcNoon(to) - utcNoon(from)) / 86_400_000)
}

/** The day so many days later, or earlier when negative. */
export function addDays(day: IsoDay, days: number): IsoDay {
  return new Date(utcNoon(day) + days * 86_400_000).toISOString().slice(0, 10)
}

/** A day from what was typed in three boxes, or `null` if there is no such day. */
export function dayFromParts(day: string, month: string, year: string): IsoDay | null {
  const whole = /^\d+$/
  const [d, m, y] = [day.trim(), monthNumber(month.trim()), year.trim()]
  if (!whole.test(d) || !whole.test(m) || !/^\d{4}$/.test(y)) return null
  const date = new Date(Date.UTC(Number(y), Number(m) - 1, Number(d)))
  const exists =
    date.getUTCFullYear() === Number(y) &&
    date.getUTCMonth() === Number(m) - 1 &&
    date.getUTCDate() === Number(d)
  return exists ? date.toISOString().slice(0, 10) : null
}

/** A time of day from what was typed: "9", "9:30", "0930", "2.15pm" all count. */
export function timeFromTyped(typed: string): string | null {
  const found = /^(\d{1,2})(?:[:.h]?(\d{2}))?\s*(am|pm)?$/i.exec(typed.trim())
  if (!found) return null
  const half = found[3]?.toLowerCase()
  const minute = Number(found[2] ?? '0')
  let hour = Number(found[1])
  if (half !== undefined && (hour < 1 || hour > 12)) return null
  if (half === 'pm' && hour < 12) hour += 12
  if (half === 'am' && hour === 12) hour = 0
  if (hour > 23 || minute > 59) return null
  return `${pad(hour)}:${pad(minute)}`
}

function monthNumber(typed: string): string {
  const word = typed.toLowerCase()
  if (word.length < 3) return typed
  const index = months.findIndex((name) => name.toLowerCase().startsWith(word))
  return index < 0 ? typed : String(index + 1)
}

function partsOf(value: string): Parts {
  const day = value.length === 10 ? value : dayOf(value)
  const [year, month, date] = day.split('-').map(Number)
  return { year: year ?? 0, month: month ?? 1, day: date ?? 1 }
}

function weekdayOf(value: string): string {
  const { year, month, day } = partsOf(value)
  return weekdays[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? ''
}

function londonFields(value: string | Date) {
  const fields = new Map(
    londonParts.formatToParts(typeof value === 'string' ? new Date(value) : value).map((p) => [p.type, p.value]),
  )
  const field = (name: Intl.DateTimeFormatPartTypes) => fields.get(name) ?? ''
  return {
    year: field('year'),
    month: field('month'),
    day: field('day'),
    hour: field('hour'),
    minute: field('minute'),
    second: field('second'),
  }
}

function utcNoon(day: IsoDay): number {
  const { year, month, day: date } = partsOf(day)
  return Date.UTC(year, month - 1, date, 12)
}

function pad(n: number): string {
  return String(n).padStart(2, '0')
}
