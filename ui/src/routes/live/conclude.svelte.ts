/** A part of what is concluded about a child, saved as soon as it is chosen or left. */

import { onDestroy } from 'svelte'
import { toApiError } from '$lib/api/call'
import type { ConcludeChild, ConclusionView } from '$lib/api/generated'
import type { Form } from '$lib/forms'
import type { LiveMeeting } from './live.svelte'

type Part = Partial<Omit<ConcludeChild, 'meetingId' | 'caseId' | 'version'>>

export class Concluding<V extends Record<string, unknown>> {
  /** Somebody else saved first: what is saved now. */
  theirs = $state.raw<ConclusionView | null>(null)

  readonly #meeting: LiveMeeting
  readonly #caseId: string
  readonly #form: Form<V>
  readonly #part: (values: V) => Part
  #again = false

  constructor(meeting: LiveMeeting, caseId: string, form: Form<V>, part: (values: V) => Part) {
    this.#meeting = meeting
    this.#caseId = caseId
    this.#form = form
    this.#part = part
  }

  /** Saves if anything changed. Called again while it saves, it saves once more after that. */
  async save(): Promise<void> {
    if (!this.#form.dirty || this.theirs) return
    if (this.#form.submitting) {
      this.#again = true
      return
    }
    await this.#form.submit(() => this.#send())
    if (this.#again) {
      this.#again = false
      await this.save()
    }
  }

  /** After somebody else saved: goes on with what is on this screen. */
  async keepMine(): Promise<void> {
    this.theirs = null
    this.#form.clearFaults()
    await this.save()
  }

  async #send(): Promise<void> {
    try {
      await this.#meeting.submit('conclude_child', () => this.#request())
    } catch (thrown) {
      const error = toApiError(thrown)
      if (error.code === 'stale') {
        await this.#meeting.again()
        this.theirs = this.#now() ?? null
      }
      throw error
    }
  }

  #now(): ConclusionView | undefined {
    return this.#meeting.view.children.find(({ caseId }) => caseId === this.#caseId)?.conclusion
  }

  #request(): ConcludeChild {
    const now = this.#now()
    return {
      meetingId: this.#meeting.view.id,
      caseId: this.#caseId,
      version: now?.version ?? 0,
      level: now?.level ?? null,
      ratingReason: now?.ratingReason ?? null,
      toolkitOn: now?.toolkitOn ?? null,
      voice: now?.voice ?? null,
      voiceReason: now?.voiceReason ?? null,
      nrm: now?.nrm ?? null,
      nrmReason: now?.nrmReason ?? null,
      nrmOwner: now?.nrmOwner ?? null,
      nrmOn: now?.nrmOn ?? null,
      route: now?.route ?? null,
      nextOn: now?.nextOn ?? null,
      nextReason: now?.nextReason ?? null,
      ...this.#part(this.#form.values),
    }
  }
}

/**
 * A part that is saved, too, when it leaves the screen: a key may change the section while the
 * cursor is still in a field, and not every web view says then that the field has lost the focus.
 * Call while the component is being made.
 */
export function createConcluding<V extends Record<string, unknown>>(meeting: LiveMeeting, caseId: string, form: Form<V>, part: (values: V) => Part): Concluding<V> {
  const concluding = new Concluding(meeting, caseId, form, part)
  onDestroy(() => void concluding.save())
  return concluding
}

/** Whether the focus leaves the part of the screen that the event was caught on. */
export function leaves(event: FocusEvent & { currentTarget: HTMLElement }): boolean {
  return !(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))
}
