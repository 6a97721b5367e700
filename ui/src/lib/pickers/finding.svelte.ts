/** Choices that the back end finds while somebody types. */

import type { Choice } from '../components'
import { preferences } from '../state/preferences.svelte'

const pauseMs = 200

/** A choice that was found, and what of it may be seen on a shared screen. */
export interface Found extends Choice {
  readonly quietly: string
}

/** The last choices found, the chosen one always among them. */
export class Finding {
  #found = $state.raw<readonly Found[]>([])

  readonly #find: (typed: string) => Promise<readonly Found[]>
  #pause: ReturnType<typeof setTimeout> | undefined
  #turn = 0

  constructor(find: (typed: string) => Promise<readonly Found[]>) {
    this.#find = find
  }

  /** The choices as this screen may show them. */
  get choices(): readonly Choice[] {
    return preferences.shareSafe ? this.#found.map(({ value, quietly }) => ({ value, label: quietly })) : this.#found
  }

  /** Puts a choice that is made already among the choices. */
  know(choice: Found): void {
    if (this.#found.every(({ value }) => value !== choice.value)) this.#found = [choice, ...this.#found]
  }

  /** Looks for what is typed, once the typing rests. */
  look(typed: string, chosen: string): void {
    clearTimeout(this.#pause)
    this.#pause = setTimeout(() => void this.now(typed, chosen), pauseMs)
  }

  /** Looks at once. A list that cannot be had is an empty list: the form's own call says why. */
  async now(typed: string, chosen: string): Promise<void> {
    const turn = (this.#turn += 1)
    const found = await this.#find(typed).catch((): readonly Found[] => [])
    if (turn !== this.#turn) return
    const kept = this.#found.filter(({ value }) => value === chosen && found.every((choice) => choice.value !== value))
    this.#found = [...kept, ...found]
  }
}
