/** Lengths of time in words. */

/** "45 minutes", "1 hour", "2 hours 15 minutes". */
export function spokenMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  const parts = [hours > 0 ? unit(hours, 'hour') : '', rest > 0 || hours === 0 ? unit(rest, 'minute') : '']
  return parts.filter((part) => part !== '').join(' ')
}

/** "30 seconds", "2 minutes": rounded up, for waiting. */
export function spokenSeconds(seconds: number): string {
  return seconds < 90 ? unit(seconds, 'second') : spokenMinutes(Math.ceil(seconds / 60))
}

/** "00:23", "01:05": a running clock in hours and minutes. */
export function runningTime(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  const hours = Math.floor(minutes / 60)
  return `${String(hours).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

function unit(n: number, word: string): string {
  return `${String(n)} ${word}${n === 1 ? '' : 's'}`
}
