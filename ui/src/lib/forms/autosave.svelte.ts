/**
 * Text that saves itself: a moment after the last key, at the latest every few seconds, and on
 * leaving the field. It never throws text away: on any failure the text stays and is tried again.
 */

import { onDestroy } from 'svelte'
import type { ApiError} from '../api/call';
import { toApiError } from '../api/call'
import type { IsoInstant } from '../format/dates'
import { now } from '../state/clock'
import { drafts } from '../state/drafts'

/** A text as the store holds it. */
export interface SavedText {
  readonly text: string
  readonly version: number
}

export interface AutosaveOptions extends SavedText {
  /** Tells this text apart from every other: for example `minutes/{id}`. */
  readonly key: string
  /** Saves; gives the new version. Rejects with `stale` when somebody else saved first. */
  readonly save: (text: string, version: number) => Promise<{ readonly version: number }>
  /** How long after the last key. */
  readonly pauseMs?: number
  /** How long at most while somebody types without a pause. */
  readonly atMostMs?: number
}

export type AutosaveState =
  | { readonly is: 'saved'; readonly at: IsoInstant | null }
  | { readonly is: 'waiting' }
  | { readonly is: 'saving' }
  | { readonly is: 'failed'; readonly error: ApiError }
  | { readonly is: 'conflict' }

interface TextDraft {
  readonly text: string
  readonly version: number
}

/** The state of one text. Inside a component, make it with `createAutosave`. */
export class Autosave {
  text = $state('')
  state = $state.raw<AutosaveState>({ is: 'saved', at: null })

  readonly #options: AutosaveOptions
  readonly #pauseMs: number
  readonly #atMostMs: number
  readonly #draftKey: string
  readonly #forget: () => void
  #saved: string
  #version: number
  #pause: ReturnType<typeof setTimeout> | undefined
  #limit: ReturnType<typeof setTimeout> | undefined
  #running: Promise<void> | null = null
  #gone = false
  /** Something beside the text changed: it is saved again though the text is the same. */
  #touched = false

  constructor(options: AutosaveOptions) {
    this.#options = options
    this.#pauseMs = options.pauseMs ?? 1_500
    this.#atMostMs = options.atMostMs ?? 5_000
    this.#draftKey = `text/${options.key}`
    this.#saved = options.text
    this.#version = options.version
    this.text = options.text
    this.#forget = drafts.register(this.#draftKey, () => this.#draft(), () => this.flush())
    this.#restore()
  }

  /** The version that was last loaded or saved. */
  get version(): number {
    return this.#version
  }

  get dirty(): boolean {
    return this.#touched || this.text !== this.#saved
  }

  /** The text changed by a key, a paste or the program. */
  edit(text: string): void {
    this.text = text
    if (this.state.is === 'conflict') return
    if (!this.dirty && this.state.is === 'waiting') {
      this.#stopTimers()
      this.state = { is: 'saved', at: null }
      return
    }
    this.#schedule()
  }

  /** Saves now, also when only something beside the text changed, such as who may read it. */
  resave(): Promise<void> {
    this.#touched = true
    return this.flush()
  }

  /** Saves now what is not saved. Settles when nothing is under way. Never rejects. */
  async flush(): Promise<void> {
    this.#stopTimers()
    while (this.#running) await this.#running
    if (!this.dirty || this.state.is === 'conflict') return
    this.#running = this.#save().finally(() => {
      this.#running = null
    })
    await this.#running
  }

  /** After a conflict: saves this text over the other version. */
  async keepMine(theirs: SavedText): Promise<void> {
    this.#version = theirs.version
    this.#saved = theirs.text
    this.state = { is: 'waiting' }
    await this.flush()
  }

  /** After a conflict: goes on with the other version. */
  takeTheirs(theirs: SavedText): void {
    this.#version = theirs.version
    this.#saved = theirs.text
    this.#touched = false
    this.text = theirs.text
    drafts.discard(this.#draftKey)
    this.state = { is: 'saved', at: null }
  }

  /** The text leaves the screen: what is unsaved is saved, and kept until it is. */
  async leave(): Promise<void> {
    this.#gone = true
    this.#forget()
    const draft = this.#draft()
    if (draft !== undefined) drafts.keep(this.#draftKey, draft)
    await this.flush()
    this.#stopTimers()
  }

  async #save(): Promise<void> {
    const sent = this.text
    const touched = this.#touched
    this.#touched = false
    this.state = { is: 'saving' }
    try {
      const { version } = await this.#options.save(sent, this.#version)
      this.#version = version
      this.#saved = sent
      drafts.discard(this.#draftKey)
      this.state = { is: 'saved', at: now().toISOString() }
      if (this.dirty) this.#schedule()
    } catch (thrown) {
      this.#touched ||= touched
      this.#fail(toApiError(thrown))
    }
  }

  #fail(error: ApiError): void {
    drafts.keep(this.#draftKey, this.#draft())
    if (error.code === 'stale') {
      this.state = { is: 'conflict' }
      return
    }
    this.state = { is: 'failed', error }
    if (error.code === 'internal' && !this.#gone) this.#limit ??= this.#later(this.#atMostMs)
  }

  #schedule(): void {
    if (this.state.is !== 'saving') this.state = { is: 'waiting' }
    clearTimeout(this.#pause)
    this.#pause = this.#later(this.#pauseMs)
    this.#limit ??= this.#later(this.#atMostMs)
  }

  #later(ms: number): ReturnType<typeof setTimeout> {
    return setTimeout(() => {
      void this.flush()
    }, ms)
  }

  #stopTimers(): void {
    clearTimeout(this.#pause)
    clearTimeout(this.#limit)
    this.#pause = undefined
    this.#limit = undefined
  }

  #draft(): TextDraft | undefined {
    return this.dirty ? { text: this.text, version: this.#version } : undefined
  }

  #restore(): void {
    const kept = drafts.find(this.#draftKey)
    if (!isTextDraft(kept) || kept.text === this.#saved) return
    this.text = kept.text
    // The draft grew from an older version: ask before it replaces the newer one.
    if (kept.version !== this.#version) this.state = { is: 'conflict' }
    else this.#schedule()
  }
}

function isTextDraft(value: unknown): value is TextDraft {
  return (
    typeof value === 'object' &&
    value !== null &&
    'text' in value &&
    typeof value.text === 'string' &&
    'version' in value &&
    typeof value.version === 'number'
  )
}

/** A text that leaves with its component. Call while the component is being made. */
export function createAutosave(options: AutosaveOptions): Autosave {
  const autosave = new Autosave(options)
  onDestroy(() => {
    void autosave.leave()
  })
  return autosave
}
