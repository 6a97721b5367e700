/**
 * A meeting while it is held: what the back end last said, and every change one after another, so
 * that each names the version that the one before it made.
 */

import { createContext } from 'svelte'
import { SvelteMap } from 'svelte/reactivity'
import type { ApiError, CommandName, Request, Response } from '$lib/api/call'
import { call, toApiError } from '$lib/api/call'
import type {
  AttendanceMark, AttendanceView, LiveChildView, LiveMeetingView, Mark, PassageSaved, PassageView, SavePassage,
} from '$lib/api/generated'
import { clockTimeWithSeconds, initials } from '$lib/format'
import { t } from '$lib/i18n'
import { marks } from '$lib/i18n/en-GB/meeting-terms'
import { now } from '$lib/state/clock'
import { preferences } from '$lib/state/preferences.svelte'
import { status } from '$lib/state/status.svelte'

/** The commands that answer with the whole meeting. */
type MeetingCommand = {
  [C in CommandName]: Response<C> extends LiveMeetingView ? C : never
}[CommandName]

/** How long arrow keys may pass through marks before one is saved. */
const markPauseMs = 350

export class LiveMeeting {
  view: LiveMeetingView
  /** What the last change was refused for. */
  problem = $state.raw<ApiError | null>(null)
  /** Marks chosen and not saved yet, by row. */
  readonly chosen = new SvelteMap<string, Mark>()
  /** The line of a note that becomes an action. */
  line = $state.raw<{ readonly text: string; readonly agencyId: string | null; readonly from: string } | null>(null)
  /** The child that the by-child sections show. */
  childId = $state('')

  #queue: Promise<unknown> = Promise.resolve()
  #markPause: ReturnType<typeof setTimeout> | undefined

  constructor(view: LiveMeetingView) {
    this.view = $state.raw(view)
    this.childId = view.children[0]?.caseId ?? ''
  }

  get child(): LiveChildView | undefined {
    return this.view.children.find(({ caseId }) => caseId === this.childId)
  }

  /** A name as this screen may show it. */
  shown(name: string): string {
    return preferences.shareSafe ? initials(name) : name
  }

  /** Whom a row is about, in words. */
  who(row: AttendanceView): string {
    const name = row.name === null ? row.capacity : row.kind === 'agency' ? row.name : this.shown(row.name)
    const as = row.name === null ? row.agencyName : row.kind === 'agency' ? (row.agencyName ?? row.capacity) : row.capacity
    return as === null || as === name ? name : `${name}, ${as}`
  }

  /** Sends a change after those before it. Gives `null` when it was refused; `problem` says why. */
  change<C extends MeetingCommand>(name: C, request: () => Request<C>): Promise<LiveMeetingView | null> {
    return this.#inTurn(async () => {
      try {
        return await this.send(name, request())
      } catch (thrown) {
        this.problem = toApiError(thrown)
        return null
      }
    })
  }

  /** The same for a form, which shows the refusal itself. */
  submit<C extends MeetingCommand>(name: C, request: () => Request<C>): Promise<LiveMeetingView> {
    return this.#inTurn(() => this.send(name, request()))
  }

  /** Reads the meeting again. */
  again(): Promise<LiveMeetingView | null> {
    return this.change('live_meeting', () => ({ id: this.view.id }))
  }

  /** Marks one person; saved a moment later, so that arrow keys may pass through marks. */
  mark(invitationId: string, mark: Mark): void {
    this.chosen.set(invitationId, mark)
    clearTimeout(this.#markPause)
    this.#markPause = setTimeout(() => void this.saveMarks(), markPauseMs)
  }

  /** Saves the marks that were chosen, all that can be. A deputy's mark waits for the name. */
  async saveMarks(): Promise<void> {
    clearTimeout(this.#markPause)
    const ready = [...this.chosen].filter(([, mark]) => mark !== 'substitute')
    if (ready.length === 0) return
    const saved = await this.change('mark_attendance', () => ({
      meetingId: this.view.id,
      rows: ready.flatMap(([id, mark]) => this.#markRow(id, { mark, substituteName: null })),
    }))
    if (!saved) return
    this.#forget(ready)
    const last = ready.at(-1)
    const row = this.view.attendance.find((one) => one.invitationId === last?.[0])
    if (row && last) this.#say(t('live.markedSaid', { name: this.who(row), mark: marks[last[1]] }))
  }

  /** Saves one row with what else is known about it. */
  async saveRow(invitationId: string, change: Partial<AttendanceMark>): Promise<boolean> {
    const mark = change.mark === undefined ? this.markOf(invitationId) : change.mark
    const saved = await this.change('mark_attendance', () => ({
      meetingId: this.view.id,
      rows: this.#markRow(invitationId, { ...change, mark }),
    }))
    if (saved && mark) this.#forget([[invitationId, mark]])
    return saved !== null
  }

  /** Marks everybody present who has no mark. */
  async markAllPresent(): Promise<void> {
    await this.saveMarks()
    const before = this.view.attendance.filter(({ mark }) => mark !== null).length
    if (!(await this.change('mark_all_present', () => ({ meetingId: this.view.id })))) return
    const after = this.view.attendance.filter(({ mark }) => mark !== null).length
    this.#say(t('live.allPresentSaid', { n: after - before }))
  }

  /** What a row shows: what was chosen, else what is saved. */
  markOf(invitationId: string): Mark | null {
    return this.chosen.get(invitationId) ?? this.view.attendance.find((row) => row.invitationId === invitationId)?.mark ?? null
  }

  /** Saves a passage and puts it in its place. A conflict changes nothing here. */
  savePassage(request: SavePassage): Promise<PassageSaved> {
    return this.#inTurn(async () => {
      const saved = await call('save_passage', request)
      if (saved.outcome === 'saved') {
        this.#place(saved.passage)
        this.#saidSaved()
      }
      return saved
    })
  }

  private async send<C extends MeetingCommand>(name: C, request: Request<C>): Promise<LiveMeetingView> {
    const view: LiveMeetingView = await call<MeetingCommand>(name, request)
    this.problem = null
    this.view = view
    this.#saidSaved()
    return view
  }

  #markRow(id: string, change: Partial<AttendanceMark>): AttendanceMark[] {
    const row = this.view.attendance.find(({ invitationId }) => invitationId === id)
    if (!row) return []
    return [{
      invitationId: id, version: row.version, mark: row.mark, partNote: row.partNote, substituteName: row.substituteName,
      substituteId: null, apologyReason: null, ...change,
    }]
  }

  #forget(saved: readonly (readonly [string, Mark])[]): void {
    for (const [id, mark] of saved) if (this.chosen.get(id) === mark) this.chosen.delete(id)
  }

  #place(passage: PassageView | null): void {
    if (!passage) return
    const others = this.view.passages.filter(({ id }) => id !== passage.id)
    this.view = { ...this.view, passages: [...others, passage] }
  }

  #inTurn<R>(act: () => Promise<R>): Promise<R> {
    const next = this.#queue.then(act, act)
    this.#queue = next.catch(() => undefined)
    return next
  }

  #saidSaved(): void {
    status.say(t('common.saved', { time: clockTimeWithSeconds(now()) }))
  }

  #say(text: string): void {
    status.say(text)
  }
}

/** The meeting of this screen. */
export const [useMeeting, setMeeting] = createContext<LiveMeeting>()
