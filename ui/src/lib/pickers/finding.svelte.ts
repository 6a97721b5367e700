/** Choices that the back end finds while somebody types. */

import type { Choice } from '../components'

const pauseMs = 200

/** The last choices found, the chosen one always among them. */
export class Finding {
  choices = $state.raw<readonly Choice[]>([])

  readonly #find: (typed: string) => Promise<readonly Choice[]>
  #pause: ReturnType<typeof setTimeout> | undefined
  #turn = 0

  constructor(find: (typed: string) => Promise<readonly Choice[]>) {
    this.#find = find
  }

  /** Puts a choice that is made already among the choices. */
  know(choice: Choice): void {
    if (this.choices.every(({ value }) => value !== choice.value)) this.choices = [choice, ...this.choices]
  }

  /** Looks for what is typed, once the typing rests. */
  look(typed: string, chosen: string): void {
    clearTimeout(this.#pause)
    this.#pause = setTimeout(() => void this.now(typed, chosen), pauseMs)
  }

  /** Looks at once. A list that cannot be had is an empty list: the form's own call says why. */
  async now(typed: string, chosen: string): Promise<void> {
    const turn = (this.#turn += 1)
    const found = await this.#find(typed).catch((): readonly Choice[] => [])
    if (turn !== this.#turn) return
    const kept = this.choices.filter(({ value }) => value === chosen && found.every((choice) => choice.value !== value))
    this.choices = [...kept, ...found]
  }
}
