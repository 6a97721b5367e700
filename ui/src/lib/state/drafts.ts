/**
 * What people have typed and not saved, kept in memory so that a lock loses nothing.
 *
 * Each open form or text area registers how to take its picture. When the store locks, every
 * picture is taken before the screens are removed; when the same person signs in again, a form
 * with the same key finds its picture. Another person never sees it. Nothing is written anywhere.
 */

type Snapshot = () => unknown
type Flush = () => Promise<void>

interface Open {
  readonly snapshot: Snapshot
  readonly flush: Flush | undefined
}

/** Where the cursor was, so that it can be put back. */
export interface Cursor {
  readonly elementId: string
  readonly start: number | null
  readonly end: number | null
}

class Drafts {
  readonly #open = new Map<string, Open>()
  readonly #kept = new Map<string, Map<string, unknown>>()
  readonly #cursors = new Map<string, Cursor>()
  #owner = ''

  /** From now on drafts belong to this person. */
  belongTo(userId: string): void {
    this.#owner = userId
  }

  /**
   * Registers an open form. `snapshot` gives what is worth keeping, or `undefined` for nothing;
   * `flush` tries to save at once. Returns how to take the registration back.
   */
  register(key: string, snapshot: Snapshot, flush?: Flush): () => void {
    const open: Open = { snapshot, flush }
    this.#open.set(key, open)
    return () => {
      if (this.#open.get(key) === open) this.#open.delete(key)
    }
  }

  /** Saves everything that can be saved. Called before locking by choice. */
  async flushAll(): Promise<void> {
    await Promise.allSettled([...this.#open.values()].map(({ flush }) => flush?.()))
  }

  /** Takes a picture of every open form and of where the cursor is. */
  capture(): void {
    for (const [key, { snapshot }] of this.#open) this.keep(key, snapshot())
    const cursor = presentCursor()
    if (cursor) this.#cursors.set(this.#owner, cursor)
  }

  /** Keeps one picture; `undefined` forgets it. */
  keep(key: string, value: unknown): void {
    const mine = this.#mine()
    if (value === undefined) mine.delete(key)
    else mine.set(key, value)
  }

  /** The picture kept under a key, which stays kept until it is discarded. */
  find(key: string): unknown {
    return this.#mine().get(key)
  }

  discard(key: string): void {
    this.#mine().delete(key)
  }

  /** Puts the cursor back where it was when the store locked, if that field is there again. */
  restoreCursor(): boolean {
    const cursor = this.#cursors.get(this.#owner)
    const element = cursor ? document.getElementById(cursor.elementId) : null
    if (!cursor || !element) return false
    this.#cursors.delete(this.#owner)
    element.focus()
    if (takesCursor(element) && cursor.start !== null && cursor.end !== null) {
      element.setSelectionRange(cursor.start, cursor.end)
    }
    return true
  }

  /**
   * The same for a field that is drawn only when its record has loaded: waits for it until the
   * person does something else.
   */
  restoreCursorWhenShown(): void {
    if (!this.#cursors.has(this.#owner)) return
    const stop = () => {
      watching.disconnect()
      window.removeEventListener('keydown', giveUp, true)
      window.removeEventListener('pointerdown', giveUp, true)
    }
    const giveUp = () => {
      this.#cursors.delete(this.#owner)
      stop()
    }
    const watching = new MutationObserver(() => {
      if (this.restoreCursor()) stop()
    })
    watching.observe(document.body, { childList: true, subtree: true })
    window.addEventListener('keydown', giveUp, true)
    window.addEventListener('pointerdown', giveUp, true)
  }

  /** Forgets everything of everybody. */
  forgetAll(): void {
    this.#open.clear()
    this.#kept.clear()
    this.#cursors.clear()
  }

  #mine(): Map<string, unknown> {
    const mine = this.#kept.get(this.#owner) ?? new Map<string, unknown>()
    this.#kept.set(this.#owner, mine)
    return mine
  }
}

function presentCursor(): Cursor | null {
  const element = document.activeElement
  if (!element || element.id === '') return null
  const [start, end] = takesCursor(element) ? [element.selectionStart, element.selectionEnd] : [null, null]
  return { elementId: element.id, start, end }
}

function takesCursor(element: Element): element is HTMLTextAreaElement | HTMLInputElement {
  return (
    element instanceof HTMLTextAreaElement ||
    (element instanceof HTMLInputElement && ['text', 'search'].includes(element.type))
  )
}

/** The drafts of this window. */
export const drafts = new Drafts()
