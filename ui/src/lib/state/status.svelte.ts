/** The quiet line at the foot of the window. One live region says what it holds. */

import { t } from '../i18n'
import { clockTime } from '../format/dates'
import { now } from './clock'

class Status {
  #text = $state('')

  get text(): string {
    return this.#text
  }

  /** Says something quietly, to eyes and to screen readers. */
  say(text: string): void {
    this.#text = text
  }

  /** "Saved 14:32". */
  saved(at: Date = now()): void {
    this.say(t('common.saved', { time: clockTime(at) }))
  }
}

/** The status line of this window. */
export const status = new Status()
