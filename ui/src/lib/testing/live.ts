/** A made-up meeting being held, for the tests and for looking at the screen. */

import type {
  AttendanceView, LiveActionView, LiveChildView, LiveMeetingView, Mark, NextProposalView, Section, SectionView,
} from '$lib/api/generated'

const people = [
  ['Casey Example', 'Children’s Social Care', 'social_care', 'Social worker', true],
  ['Robin Sample', 'Children’s Social Care', 'social_care', 'Team manager', false],
  ['DS Rowan Placeholder', 'Trentshire Police', 'police', 'Police', true],
  ['Lee Specimen', 'Trentshire Community Health', 'health', 'School nurse', true],
  ['Jamie Madeup', 'Ashgate Test Academy', 'education', 'Designated safeguarding lead', true],
  ['Frankie Fictional', 'Youth Justice Service', 'youth_justice', 'Youth justice', false],
  ['Sandy Invented', 'Trentshire Early Help', 'early_help', 'Youth worker', false],
  ['Alex Pretend', 'Riverside Substance Service', 'substance_misuse', 'Substance misuse', false],
  ['Morgan Imaginary', 'Harbour Voluntary Project', 'voluntary', 'Mentor', false],
  ['Kit Unreal', 'Trentshire Housing', 'housing', 'Housing', false],
] as const

export const fieldOrder: readonly Section[] = [
  'welcome', 'last_minutes', 'purpose', 'information', 'push_factors', 'pull_factors', 'missing', 'child_voice', 'family_voice', 'analysis',
  'safety_plan', 'other_business',
]

const byChild: readonly Section[] = ['push_factors', 'pull_factors', 'missing', 'child_voice', 'family_voice', 'analysis', 'safety_plan']

function row(n: number, name: string, agency: string | null, capacity: string, required: boolean): AttendanceView {
  return {
    invitationId: `i${String(n)}`, version: 1, kind: 'agency', personId: `p${String(n)}`, name, agencyId: null, agencyName: agency, agencyKind: null,
    capacity, required, reply: 'accepted', mark: null, substituteName: null, partNote: null, hasApologyReason: false,
  }
}

/** Twelve people: ten from agencies, the child and their mother. */
export function twelve(): AttendanceView[] {
  const agencies = people.map(([name, agency, kind, capacity, required], n) => ({
    ...row(n + 1, name, agency, capacity, required), agencyId: `a-${kind}`, agencyKind: kind,
  }))
  return [
    ...agencies,
    { ...row(11, 'Samira Holloway-Test', null, 'Child', false), kind: 'child' },
    { ...row(12, 'Dana Holloway-Test', null, 'Mother', true), kind: 'family' },
  ]
}

const proposals: NextProposalView[] = [
  { level: 'high', rule: 'R01', required: true, dueBy: '2027-01-20', opensOn: '2026-12-23', closesOn: '2027-01-20', proposedOn: '2027-01-13', why: ['The level is high: at least every eight weeks.', 'Eight weeks from 25 November 2026 is 20 January 2027.', 'A week before that leaves room to move it.'] },
  { level: 'medium', rule: 'R02', required: true, dueBy: '2027-02-17', opensOn: '2027-01-20', closesOn: '2027-02-17', proposedOn: '2027-02-10', why: ['The level is medium: at least every twelve weeks.'] },
  { level: 'low', rule: null, required: false, dueBy: null, opensOn: null, closesOn: null, proposedOn: null, why: [] },
  { level: 'none', rule: null, required: false, dueBy: null, opensOn: null, closesOn: null, proposedOn: null, why: [] },
]

export function child(n: number, name: string): LiveChildView {
  return {
    caseId: `c${String(n)}`, caseReference: `C-041${String(n)}`, personId: `p1${String(n)}`, name, dateOfBirth: '2011-03-04', pronouns: null, safeAddress: false,
    priorLevel: 'high', priorSince: '2026-09-02', rule: 'R01', dueBy: '2026-12-01',
    conclusion: { version: 1, level: null, ratingReason: null, toolkitOn: null, voice: null, voiceReason: null, nrm: null, nrmReason: null, nrmOwner: null, nrmOn: null, route: null, nextOn: null, nextReason: null },
    proposals, lastMeetingOn: '2026-10-06',
  }
}

export function action(n: number, words: string, dueOn: string): LiveActionView {
  return {
    id: `x${String(n)}`, version: 1, caseId: 'c2', action: words, ownerId: 'p1', ownerName: 'Casey Example', agencyId: 'a-social_care', agencyName: 'Children’s Social Care',
    dueOn, overdue: false, outcomeSought: null, audience: 'everyone', status: 'open', note: null, notBefore: null,
  }
}

/** A review being held about one child. */
export function liveMeeting(change: Partial<LiveMeetingView> = {}): LiveMeetingView {
  const sections: SectionView[] = fieldOrder.map((section) => ({
    section, byChild: byChild.includes(section), byAgency: section === 'information', audience: section === 'information' ? 'agencies' : 'everyone',
  }))
  const meeting: LiveMeetingView = {
    id: 'm1', version: 3, reference: '7F3K', meetingType: 'eram', review: true, status: 'in_progress', on: '2026-11-25', at: '10:00', minutes: 90, place: 'Room 2',
    chairId: 'u1', chairName: 'Jo Example', viceChair: null, youChair: true, minuteTakerName: 'Robin Sample', sittings: [{ openedAt: '2026-11-25T10:00:00Z', closedAt: null, adjournedReason: null }],
    elapsedMinutes: 23, writable: true, sections, children: [child(2, 'Samira Holloway-Test')], attendance: twelve(),
    quorum: { met: false, rule: 'R38', overrideReason: null, seats: [{ anyOf: ['chair'], atLeast: 1, filled: true }, { anyOf: ['social_care'], atLeast: 1, filled: false }, { anyOf: ['police', 'police_view'], atLeast: 1, filled: false }, { anyOf: ['health', 'education'], atLeast: 1, filled: false }] },
    interests: [],
    reviewActions: [
      { ...action(1, 'Share the chronology of missing episodes with the panel', '2026-11-20'), setAt: 'm0', reviewed: false, reviewNote: null, overdue: true },
      { ...action(2, 'Arrange a medical for Samira', '2026-12-04'), ownerName: 'Lee Specimen', agencyName: 'Trentshire Community Health', agencyId: 'a-health', setAt: 'm0', reviewed: true, reviewNote: 'Done on 12 November.', status: 'done' },
    ],
    passages: [{ id: 'g1', version: 4, section: 'information', caseId: null, agencyId: 'a-police', body: 'Two further episodes since the last meeting.\n- Ask the school for the gate log\nPhone returned on 9 November.', nothingToReport: false, audience: 'agencies', restriction: null, origin: null, savedAt: '2026-11-25T10:20:05Z', savedBy: 'Robin Sample' }],
    lastTime: [
      { passageId: 'l1', on: '2026-10-06', section: 'information', caseId: 'c2', agencyId: 'a-police', body: 'Two missing episodes; the phone was seized for examination. Seen twice near the bus station with older young people.', nothingToReport: false, audience: 'agencies', restriction: null },
      { passageId: 'l2', on: '2026-10-06', section: 'child_voice', caseId: 'c2', agencyId: null, body: '“I want people to stop asking me the same thing.”', nothingToReport: false, audience: 'everyone', restriction: null },
    ],
    decisions: [], actions: [], minutesVersion: { id: 'mm1', number: 1, status: 'draft' },
    missing: [
      { kind: 'attendance', invitationId: 'i3' },
      { kind: 'quorum', seats: [['social_care'], ['police', 'police_view'], ['health', 'education']] },
      { kind: 'action_review', actionId: 'x1', caseId: 'c2' },
      { kind: 'conclusion', caseId: 'c2', part: 'voice' },
      { kind: 'conclusion', caseId: 'c2', part: 'level' },
      { kind: 'conclusion', caseId: 'c2', part: 'nrm' },
      { kind: 'conclusion', caseId: 'c2', part: 'route' },
    ],
  }
  return { ...meeting, ...change }
}

/** The meeting after everybody without a mark is marked present. */
export function allPresent(meeting: LiveMeetingView): LiveMeetingView {
  const mark: Mark = 'present'
  return { ...meeting, attendance: meeting.attendance.map((one) => (one.mark === null ? { ...one, mark, version: one.version + 1 } : one)) }
}
