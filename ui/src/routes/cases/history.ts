/** A case's entries in words and in order. */

import type { AgendaView, CaseView, ChronologyEntry, ChronologyKind, EpisodeView, MeetingLine, RatingView } from '$lib/api/generated'
import { daysText, longDate, spokenMinutes } from '$lib/format'
import { t } from '$lib/i18n'

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
  return {
    id: `${entry.kind}/${entry.id}`,
    at: entry.at ?? entry.on,
    title: titleOf(entry),
    ...(by === undefined ? {} : { by }),
    ...(entry.text === null ? {} : { text: entry.text }),
    entry,
  }
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

/** The episode in which the child is missing now, if they are. */
export function missingNow({ missingEpisodes }: CaseView): EpisodeView | undefined {
  return missingEpisodes.find(({ voided, returnedAt }) => voided === null && returnedAt === null)
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

/** A year and a day later, the last day of a diary that begins today. */
export function aYearAfter(day: string): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + 366 * 86_400_000).toISOString().slice(0, 10)
}

/** The meetings in the diary about one case that are still to be held or finished. */
export function plannedFor({ days }: AgendaView, caseId: string): readonly MeetingLine[] {
  return days
    .flatMap(({ meetings }) => meetings)
    .filter(({ status, children }) => status !== 'cancelled' && status !== 'held' && children.some((child) => child.caseId === caseId))
}
