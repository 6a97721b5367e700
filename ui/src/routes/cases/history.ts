/** A case's entries in words and in order. */

import type { CaseDue, CaseMeeting, CaseView, ChronologyEntry, ChronologyKind, EpisodeView, RatingView, VoidedView } from '$lib/api/generated'
import { daysText, longDate, spokenMinutes } from '$lib/format'
import { t } from '$lib/i18n'
import { routes } from '$lib/i18n/en-GB/meeting-terms'

/** The ratings that count, oldest first. */
export function lineOf(ratings: readonly RatingView[]): readonly RatingView[] {
  return ratings.filter(({ voided }) => voided === null).toReversed()
}

/** What the chronology can be narrowed to. */
export const shows = ['all', 'ratings', 'incidents', 'missing', 'meetings', 'case'] as const
export type Show = (typeof shows)[number]

const kinds: Readonly<Record<ChronologyKind, Exclude<Show, 'all'>>> = {
  opened: 'case', closed: 'case', reopened: 'case', rated: 'ratings', incident: 'incidents', went_missing: 'missing', returned: 'missing',
  meeting_held: 'meetings',
}

/** A line of the chronology as the timeline shows it. */
export interface Line {
  readonly id: string
  readonly at: string
  readonly title: string
  readonly by?: string
  readonly text?: string
  readonly entry: ChronologyEntry
}

/** The lines of one kind, in the order asked for. The back end gives them newest first. */
export function linesOf(view: CaseView, show: Show, order: 'newest' | 'oldest'): readonly Line[] {
  const lines = view.chronology.filter(({ kind }) => show === 'all' || kinds[kind] === show).map((entry) => lineFor(view, entry))
  return order === 'newest' ? lines : lines.toReversed()
}

function lineFor(view: CaseView, entry: ChronologyEntry): Line {
  const by = recorderOf(view, entry)
  const text = entry.text ?? routeOf(view, entry)
  return {
    id: `${entry.kind}/${entry.id}`,
    at: entry.at ?? entry.on,
    title: titleOf(entry),
    ...(by === undefined ? {} : { by }),
    ...(text === null ? {} : { text }),
    entry,
  }
}

/** What a meeting decided to do next for the child. */
function routeOf({ meetings }: CaseView, { kind, id }: ChronologyEntry): string | null {
  const route = kind === 'meeting_held' ? meetings.find((meeting) => meeting.id === id)?.route : null
  return route ? routes[route] : null
}

/** What a line is called: "Risk rated High", "ERAM held". */
export function titleOf({ kind, level, meetingType }: ChronologyEntry): string {
  if (kind === 'rated' && level !== null) return t('cases.ratedTitle', { level: t(`ratingLevels.${level}`) })
  if (kind === 'meeting_held' && meetingType !== null) return t('cases.meetingTitle', { type: meetingWords(meetingType) })
  return t(`chronologyKinds.${kind}`)
}

/** "Risk rated High, 2 September 2026": an entry in a sentence. */
export function entryWords(entry: ChronologyEntry): string {
  return `${titleOf(entry)}, ${longDate(entry.on)}`
}

/** A meeting type as people say it. */
export function meetingWords(meetingType: string): string {
  return meetingType.toLocaleUpperCase('en-GB')
}

function recorderOf(view: CaseView, { kind, id }: ChronologyEntry): string | undefined {
  switch (kind) {
    case 'rated': return view.ratings.find((rating) => rating.id === id)?.ratedBy
    case 'incident': return view.incidents.find((incident) => incident.id === id)?.recordedBy
    case 'went_missing':
    case 'returned': return view.missingEpisodes.find((episode) => episode.id === id)?.recordedBy
    case 'opened':
    case 'closed':
    case 'reopened':
    case 'meeting_held': return undefined
  }
}

/** The case that an entry was moved here from, in words. */
export function movedWords(view: CaseView, { kind, id }: ChronologyEntry): string | undefined {
  const { ratings, incidents, missingEpisodes } = view
  const entries = kind === 'rated' ? ratings : kind === 'incident' ? incidents : kind === 'went_missing' ? missingEpisodes : []
  const from = entries.find((entry) => entry.id === id)?.movedFrom
  return from ? t('cases.movedFrom', { reference: from }) : undefined
}

/** Whether a meeting set the rating behind a line: it is put right in that meeting's minutes. */
export function isOfMeeting({ ratings }: CaseView, entry: ChronologyEntry): boolean {
  return entry.kind === 'rated' && ratings.some(({ id, meetingId }) => id === entry.id && meetingId !== null)
}

/** The episode in which the child is missing now, if they are. */
export function missingNow({ missingEpisodes }: CaseView): EpisodeView | undefined {
  return missingEpisodes.find(({ voided, returnedAt }) => voided === null && returnedAt === null)
}

/** Why an entry no longer counts, who said so, and where it went if it was moved. */
export function wrongWords({ by, at, reason, movedTo }: VoidedView): string {
  const told = { name: by, date: longDate(at), reason }
  return movedTo === null ? t('cases.declaredWrongBy', told) : t('cases.movedToBy', { ...told, reference: movedTo })
}

/** How long somebody was missing: "14 hours 20 minutes", "3 days". */
export function missingTime(startedAt: string, returnedAt: string): string {
  const minutes = Math.max(0, Math.round((Date.parse(returnedAt) - Date.parse(startedAt)) / 60_000))
  return minutes < 48 * 60 ? spokenMinutes(minutes) : daysText(Math.floor(minutes / 1_440))
}

/** Whole years from one day to another. */
export function ageOn(born: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4))
  return on.slice(5) < born.slice(5) ? years - 1 : years
}

/** The meetings still to come, the soonest first; those held and those cancelled, the newest first. */
export function sorted(meetings: readonly CaseMeeting[]): Readonly<Record<'planned' | 'held' | 'cancelled', readonly CaseMeeting[]>> {
  return {
    planned: meetings.filter(({ status }) => status !== 'held' && status !== 'cancelled').toReversed(),
    held: meetings.filter(({ status }) => status === 'held'),
    cancelled: meetings.filter(({ status }) => status === 'cancelled'),
  }
}

/** What is owed without a day: why there is none. */
export function undated(state: CaseDue['state'] | null): string {
  switch (state) {
    case 'needs_fact': return t('cases.due_needs_fact')
    case 'triggered': return t('cases.due_triggered')
    case 'overdue': return t('cases.due_overdue')
    case 'not_due':
    case 'due_soon':
    case 'due':
    case 'no_clock':
    case null: return t('cases.nothingDue')
  }
}
