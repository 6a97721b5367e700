/** The sections of the screen, in the order in which a chair goes through them, and how far each is. */

import type { LiveMeetingView, Missing, Section, SectionView } from '$lib/api/generated'
import type { PlainWordKey } from '$lib/i18n'

export const steps = [
  'welcome', 'attendance', 'review', 'information', 'voice', 'risk', 'decisions', 'actions', 'next', 'close',
] as const
export type Step = (typeof steps)[number]

export const stepWords = {
  welcome: 'live.stepWelcome',
  attendance: 'live.stepAttendance',
  review: 'live.stepReview',
  information: 'live.stepInformation',
  voice: 'live.stepVoice',
  risk: 'live.stepRisk',
  decisions: 'live.stepDecisions',
  actions: 'live.stepActions',
  next: 'live.stepNext',
  close: 'live.stepClose',
} as const satisfies Readonly<Record<Step, PlainWordKey>>

/** Which sections of the record are written in which step. */
const written: Readonly<Record<Step, readonly Section[]>> = {
  welcome: ['welcome', 'last_minutes', 'purpose'],
  attendance: [],
  review: [],
  information: ['information'],
  voice: ['child_voice', 'family_voice'],
  risk: ['push_factors', 'pull_factors', 'missing', 'analysis'],
  decisions: [],
  actions: ['safety_plan'],
  next: ['other_business'],
  close: [],
}

/** The sections of the record that a step shows, as the back end divides them. */
export function sectionsOf(view: LiveMeetingView, step: Step): readonly SectionView[] {
  return view.sections.filter(({ section }) => written[step].includes(section))
}

/** The key of a step: "1" to "9", then "0". */
export function keyOf(step: Step): string {
  return String((steps.indexOf(step) + 1) % 10)
}

/** The step whose key this is. */
export function stepOfKey(key: string): Step | undefined {
  return steps.find((step) => keyOf(step) === key)
}

/** How far a step is: a count where there is one, and whether nothing more is wanted there. */
export interface Progress {
  readonly count: { readonly done: number; readonly of: number } | null
  readonly done: boolean
}

/** The step in which a missing thing is put right. */
export function stepOfMissing(missing: Missing): Step {
  switch (missing.kind) {
    case 'attendance': return 'attendance'
    case 'quorum': return 'attendance'
    case 'action_review': return 'review'
    case 'conclusion':
      if (['voice', 'child_words', 'voice_reason'].includes(missing.part)) return 'voice'
      return ['route', 'next_on', 'next_reason'].includes(missing.part) ? 'next' : 'risk'
  }
}

/** The agencies at the table, each once, in their order. */
export function agenciesOf(view: LiveMeetingView): readonly { readonly id: string; readonly name: string }[] {
  const found = new Map<string, string>()
  for (const { agencyId, agencyName } of view.attendance) {
    if (agencyId !== null && agencyName !== null) found.set(agencyId, agencyName)
  }
  for (const { section, agencyId } of view.passages) {
    if (section === 'information' && agencyId !== null && !found.has(agencyId)) found.set(agencyId, agencyId)
  }
  return [...found].map(([id, name]) => ({ id, name }))
}

/** Whether an agency's information is written, or that it has none. */
export function agencyHeard(view: LiveMeetingView, agencyId: string): boolean {
  return view.passages.some(
    (passage) =>
      passage.section === 'information' && passage.agencyId === agencyId && (passage.nothingToReport || passage.body.trim() !== ''),
  )
}

/** How far a step is. */
export function progressOf(view: LiveMeetingView, step: Step): Progress {
  const open = view.missing.some((missing) => stepOfMissing(missing) === step)
  switch (step) {
    case 'attendance':
      return counted(view.attendance.filter(({ mark }) => mark !== null).length, view.attendance.length, open)
    case 'review':
      return counted(view.reviewActions.filter(({ reviewed }) => reviewed).length, view.reviewActions.length, open)
    case 'information': {
      const agencies = agenciesOf(view)
      return counted(agencies.filter(({ id }) => agencyHeard(view, id)).length, agencies.length, false)
    }
    case 'decisions':
      return { count: null, done: view.decisions.length > 0 }
    case 'actions':
      return { count: null, done: view.actions.length > 0 }
    case 'voice':
    case 'risk':
    case 'next':
      return { count: null, done: !open }
    case 'welcome':
      return { count: null, done: view.passages.some(({ section, body }) => section === 'welcome' && body.trim() !== '') }
    case 'close':
      return { count: null, done: view.status === 'held' }
  }
}

function counted(done: number, of: number, open: boolean): Progress {
  return { count: of === 0 ? null : { done, of }, done: done === of && !open }
}
