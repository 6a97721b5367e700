/** Sentences about meetings that several screens need. */

import type { ClashView, GapView, InvitationView, MeetingChild, MeetingLine, ReleaseLine } from '../api/generated'
import { initials, joined } from '../format'
import { t } from '../i18n'
import { agencyKinds } from '../i18n/en-GB/terms'
import { preferences } from '../state/preferences.svelte'

/** A child's name as this screen may show it. */
export function shownName(name: string): string {
  return preferences.shareSafe ? initials(name) : name
}

/** Who is asked, as this screen may show it: people from agencies by name, the family by initials. */
export function inviteeName({ kind, personName, agencyName, capacity }: InvitationView): string {
  const atWork = kind === 'agency' || kind === 'observer'
  const person = personName === null || atWork ? personName : shownName(personName)
  return [person, agencyName].filter((part) => part !== null).join(', ') || capacity
}

/** "C-0412 Sam Example and C-0413 Noor Example". */
export function childrenWords(children: readonly MeetingChild[]): string {
  return joined(children.map(({ caseReference, name }) => `${caseReference} ${shownName(name)}`))
}

/** Who does an action, as this screen may show it: people from agencies by name, the family by initials. */
export function ownerWords(owner: string, agency: string | null): string {
  return agency === null ? shownName(owner) : `${owner}, ${agency}`
}

/** Who gets a copy, as this screen may show it. */
export function readerWords({ recipient, recipientKind }: ReleaseLine): string {
  return recipientKind === 'family' ? shownName(recipient) : recipient
}

/** What stands in the way, in words. */
export function clashWords({ kind, reference, at, who }: ClashView): string {
  const where = { reference: reference ?? '', at: at ?? '' }
  switch (kind) {
    case 'not_a_working_day': return t('diary.clash_not_a_working_day')
    case 'closed': return t('diary.clash_closed')
    case 'chair_full': return t('diary.clash_chair_full')
    case 'chair_busy': return t('diary.clash_chair_busy', where)
    case 'room_taken': return t('diary.clash_room_taken', where)
    case 'person_busy': return t('diary.clash_person_busy', { ...where, who: who ?? '' })
  }
}

/** So many people who are asked to the same meeting are named; more are counted. */
const named = 2

/** Everything that stands in the way of a day, in one sentence. */
export function clashesWords(clashes: readonly ClashView[]): string {
  const busy = clashes.filter(({ kind }) => kind === 'person_busy')
  const elsewhere = (a: ClashView, b: ClashView) => a.reference === b.reference && a.at === b.at
  const people = busy.flatMap((clash, n) => {
    const group = busy.filter((other) => elsewhere(other, clash))
    if (group.length <= named) return [clashWords(clash)]
    const isFirst = busy.findIndex((other) => elsewhere(other, clash)) === n
    return isFirst ? [t('diary.clash_people_busy', { n: group.length, reference: clash.reference ?? '', at: clash.at ?? '' })] : []
  })
  const others = clashes.filter(({ kind }) => kind !== 'person_busy').map(clashWords)
  return [...others, ...people].join('; ')
}

/** Whom the meeting needs and does not have, in words. */
export function gapWords({ agencyKind, kind, gap }: GapView): string {
  const parties = { child: t('diary.gapChild'), family: t('diary.gapFamily'), observer: t('diary.gapObserver'), agency: t('diary.gapAgency') }
  const who = agencyKind === null ? parties[kind] : agencyKinds[agencyKind].toLowerCase()
  switch (gap) {
    case 'nobody': return t('diary.gapNobody', { who })
    case 'not_sent': return t('diary.gapNotSent', { who })
    case 'no_reply': return t('diary.gapNoReply', { who })
    case 'declined': return t('diary.gapDeclined', { who })
  }
}

/** "Review" or "First meeting". */
export function kindWords({ review }: MeetingLine): string {
  return review ? t('diary.review') : t('diary.first')
}
