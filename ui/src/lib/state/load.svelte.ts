/** What a screen asks the back end for, and how far that is. */

import { toApiError, type ApiError } from '../api/call'

export type LoadState<T> =
  | { readonly is: 'loading' }
  | { readonly is: 'failed'; readonly error: ApiError }
  | { readonly is: 'ready'; readonly value: T }

/** One question, asked at once and as often as needed. Shown with `Loaded.svelte`. */
export class Load<T> {
  #state = $state.raw<LoadState<T>>({ is: 'loading' })
  readonly #ask: () => Promise<T>
  #turn = 0

  constructor(ask: () => Promise<T>) {
    this.#ask = ask
    void this.again()
  }

  get state(): LoadState<T> {
    return this.#state
  }

  /** The last answer, if there is one. */
  get value(): T | undefined {
    return this.#state.is === 'ready' ? this.#state.value : undefined
  }

  /** Asks again. What is shown stays until the answer comes; only the latest answer counts. */
  async again(): Promise<void> {
    const turn = (this.#turn += 1)
    if (this.#state.is === 'failed') this.#state = { is: 'loading' }
    const next = await this.#ask().then(
      (value): LoadState<T> => ({ is: 'ready', value }),
      (thrown: unknown): LoadState<T> => ({ is: 'failed', error: toApiError(thrown) }),
    )
    if (turn === this.#turn) this.#state = next
  }

  /** Shows an answer that came another way, such as from the command that changed the record. */
  show(value: T): void {
    this.#turn += 1
    this.#state = { is: 'ready', value }
  }
}
