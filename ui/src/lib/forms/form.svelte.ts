/**
 * A form's values and faults.
 *
 * The back end decides what is wrong; this keeps what was typed, puts each fault beside its field,
 * and sends once however often somebody presses the button. What was typed outlives a lock, and
 * leaving and coming back.
 */

import { onDestroy, tick } from 'svelte'
import { toApiError } from '../api/call'
import type { ApiError } from '../api/error'
import { fieldWords } from '../i18n/en-GB/errors'
import { drafts } from '../state/drafts'

/** One line of the error summary. */
export interface FormFault {
  /** The id of the field to go to; `null` when the fault is not about one field. */
  readonly fieldId: string | null
  readonly text: string
}

export type Values = Record<string, unknown>

export interface FormOptions<V extends Values> {
  /** The name of the form on this screen; the start of every field's id. */
  readonly name: string
  readonly initial: V
  /** What each field is called in a sentence: "Enter {the date of the meeting}". */
  readonly words: Readonly<Record<keyof V & string, string>>
  /** Faults that need no back end, such as two passphrases that differ. */
  readonly check?: (values: V) => Partial<Record<keyof V & string, string>>
  /** Fields that are never kept as a draft: passphrases and keys. */
  readonly secret?: readonly (keyof V & string)[]
  /** Tells drafts of different records apart, for example the record's id. */
  readonly record?: string
}

/** The state of one form. Inside a component, make it with `createForm`. */
export class Form<V extends Values> {
  values: V
  /** Faults by field. */
  faults = $state<Partial<Record<string, string>>>({})
  /** A fault that is not about one field. */
  problem = $state<string | null>(null)
  submitting = $state(false)
  /** Whether a draft was put back. */
  restored = $state(false)

  readonly name: string
  readonly #options: FormOptions<V>
  readonly #draftKey: string
  readonly #forget: () => void
  #initial = $state('')
  #order: readonly string[]

  constructor(options: FormOptions<V>) {
    this.#options = options
    this.name = options.name
    this.#draftKey = `form/${options.name}/${options.record ?? ''}`
    this.#order = Object.keys(options.initial)
    const values = $state({ ...options.initial })
    this.values = values
    this.#initial = this.#picture()
    this.#restore()
    this.#forget = drafts.register(this.#draftKey, () => this.#draft())
  }

  /** The id of a field's control. For composite fields, the id of its first part. */
  id(path: string): string {
    return `${this.name}-${path.replaceAll(/[^A-Za-z0-9]+/g, '-')}`
  }

  /** What is wrong with a field, in words; `undefined` when nothing is. */
  fault(path: string): string | undefined {
    return this.faults[path]
  }

  /** Every fault in the order of the fields, for the error summary. */
  get summary(): readonly FormFault[] {
    const rank = (path: string) => {
      const at = this.#order.indexOf(path.split(/[.[]/)[0] ?? path)
      return at < 0 ? this.#order.length : at
    }
    const fields = Object.entries(this.faults)
      .filter((entry): entry is [string, string] => entry[1] !== undefined)
      .sort(([a], [b]) => rank(a) - rank(b))
      .map(([path, text]) => ({ fieldId: this.id(path), text }))
    return this.problem === null ? fields : [{ fieldId: null, text: this.problem }, ...fields]
  }

  get dirty(): boolean {
    return this.#picture() !== this.#initial
  }

  /**
   * Checks, sends, and shows what came back. Gives the answer, or `null` when there were faults or
   * an earlier press is still under way.
   */
  async submit<R>(send: (values: V) => Promise<R>): Promise<R | null> {
    if (this.submitting) return null
    this.clearFaults()
    const found = this.#options.check?.(this.values) ?? {}
    if (Object.keys(found).length > 0) {
      this.faults = found
      await this.#showFaults()
      return null
    }
    this.submitting = true
    const sent = this.#picture()
    try {
      const answer = await send(this.values)
      this.#settleOn(sent)
      return answer
    } catch (thrown) {
      this.refuse(toApiError(thrown))
      await this.#showFaults()
      return null
    } finally {
      this.submitting = false
    }
  }

  /** Shows a refusal beside the fields it names. */
  refuse(error: ApiError): void {
    const faults: Partial<Record<string, string>> = {}
    for (const { path, code } of error.fields) {
      const root = path.split(/[.[]/)[0] ?? path
      const word = Object.entries(this.#options.words).find(([field]) => field === path || field === root)?.[1]
      faults[path] = fieldWords[code](word ?? path)
    }
    this.faults = faults
    const known = error.fields.some(({ path }) => this.#order.includes(path.split(/[.[]/)[0] ?? path))
    this.problem = error.code === 'invalid' && known ? null : error.words
  }

  clearFaults(): void {
    this.faults = {}
    this.problem = null
  }

  /** What is in the form now is what is saved. */
  settle(): void {
    this.#settleOn(this.#picture())
  }

  /** This much is saved. What was typed since then is not, and stays a draft. */
  #settleOn(saved: string): void {
    this.#initial = saved
    this.restored = false
    drafts.discard(this.#draftKey)
  }

  /** Goes back to how the form began. */
  discard(): void {
    Object.assign(this.values, this.#options.initial)
    this.clearFaults()
    this.settle()
  }

  /** The form is leaving the screen. What was typed stays as a draft. */
  leave(): void {
    this.#forget()
    const draft = this.#draft()
    if (draft !== undefined) drafts.keep(this.#draftKey, draft)
  }

  #draft(): unknown {
    return this.dirty ? this.#open() : undefined
  }

  #open(): Values {
    const secret: readonly string[] = this.#options.secret ?? []
    const open = Object.entries(this.values).filter(([field]) => !secret.includes(field))
    return Object.fromEntries(open.map(([field, value]): [string, unknown] => [field, $state.snapshot(value)]))
  }

  #picture(): string {
    return JSON.stringify(this.#open())
  }

  #restore(): void {
    const kept = drafts.find(this.#draftKey)
    if (typeof kept !== 'object' || kept === null) return
    Object.assign(this.values, kept)
    this.restored = true
  }

  async #showFaults(): Promise<void> {
    await tick()
    document.getElementById(`${this.name}-problems`)?.focus()
  }
}

/** A form that leaves with its component. Call while the component is being made. */
export function createForm<V extends Values>(options: FormOptions<V>): Form<V> {
  const form = new Form(options)
  onDestroy(() => {
    form.leave()
  })
  return form
}
