/** What still stops closing, in words that say what to do. */

import type { ConclusionPart, Missing } from '$lib/api/generated'
import { t, type PlainWordKey } from '$lib/i18n'
import { seatRoles } from '$lib/i18n/en-GB/meeting-terms'
import type { LiveMeeting } from './live.svelte'

const parts: Readonly<Record<ConclusionPart, PlainWordKey>> = {
  voice: 'live.partVoice',
  child_words: 'live.partChildWords',
  voice_reason: 'live.partVoiceReason',
  level: 'live.partLevel',
  rating_reason: 'live.partRatingReason',
  nrm: 'live.partNrm',
  nrm_reason: 'live.partNrmReason',
  nrm_owner: 'live.partNrmOwner',
  nrm_on: 'live.partNrmOn',
  route: 'live.partRoute',
  next_on: 'live.partNextOn',
  next_reason: 'live.partNextReason',
}

const either = new Intl.ListFormat('en-GB', { type: 'disjunction' })
const all = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** One missing thing, in one sentence. */
export function missingWords(meeting: LiveMeeting, missing: Missing): string {
  const { view } = meeting
  switch (missing.kind) {
    case 'attendance': {
      const row = view.attendance.find(({ invitationId }) => invitationId === missing.invitationId)
      return t('live.missingAttendance', { name: row ? meeting.who(row) : '' })
    }
    case 'quorum':
      return t('live.missingQuorum', { seats: all.format(missing.seats.map((anyOf) => either.format(anyOf.map((role) => seatRoles[role])))) })
    case 'action_review':
      return t('live.missingReview', { action: view.reviewActions.find(({ id }) => id === missing.actionId)?.action ?? '' })
    case 'conclusion': {
      const child = view.children.find(({ caseId }) => caseId === missing.caseId)
      return t('live.missingPart', { name: child ? meeting.shown(child.name) : '', part: t(parts[missing.part]) })
    }
  }
}

/** The field that puts a missing thing right. */
export function fieldOfMissing(missing: Missing): string | null {
  switch (missing.kind) {
    case 'attendance': return `mark-${missing.invitationId}`
    case 'quorum': return null
    case 'action_review': return `review-${missing.actionId}-status`
    case 'conclusion': {
      const fields: Readonly<Record<ConclusionPart, string>> = {
        voice: 'voice-voice', child_words: `passage-child_voice-${missing.caseId}-none`, voice_reason: 'voice-voiceReason', level: 'risk-level',
        rating_reason: 'risk-ratingReason', nrm: 'risk-nrm', nrm_reason: 'risk-nrmReason', nrm_owner: 'risk-nrmOwner', nrm_on: 'risk-nrmOn',
        route: 'next-route', next_on: 'next-nextOn', next_reason: 'next-nextReason',
      }
      return fields[missing.part]
    }
  }
}
