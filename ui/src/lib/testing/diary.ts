/** A made-up diary, for the tests and for looking at the screens. */

import type { AgendaView, InvitationList, InvitationView, MeetingLine, PlanView, ReleaseView, ReportList, ToScheduleRow, TodayView } from '$lib/api/generated'

export function line(change: Partial<MeetingLine> = {}): MeetingLine {
  return {
    id: 'm1', reference: '7F3K', review: true, status: 'planned', on: '2026-11-25', at: '10:00', until: '11:30', minutes: 90, place: 'Room 2', link: null, chair: 'u1',
    chairName: 'Jo Example', minuteTaker: 'u2', minuteTakerName: 'Robin Sample', cancelledReason: null,
    children: [{ caseId: 'c2', caseReference: 'C-0412', name: 'Samira Holloway-Test', rule: 'R01', dueBy: '2026-12-01', lateDays: null, lateReason: null }],
    invited: 11, sent: 10, replied: 9, coming: 9, reportsAsked: 4, reportsReceived: 3, sequence: 0, version: 2, ...change,
  }
}

export function row(n: number, change: Partial<ToScheduleRow> = {}): ToScheduleRow {
  return {
    caseId: `c${String(n)}`, caseReference: `C-0${String(380 + n)}`, childId: `p${String(n)}`, childName: `Child Number-${String(n)}`, level: 'high', chair: 'u1', chairName: 'Jo Example', rule: 'R01',
    ruleTitle: 'High risk: within 8 weeks', task: 'review_meeting', state: 'overdue', needs: null, dueBy: '2026-11-20', bookBy: '2026-11-20', daysLeft: -2,
    why: ['Last met on 25 September 2026.', 'High risk: eight weeks later is 20 November 2026.'], suggested: '2026-11-24',
    clashes: [{ kind: 'chair_full', meeting: null, reference: null, at: null, who: null }], booked: null, ...change,
  }
}

export const today: TodayView = {
  today: '2026-11-22', myMeetings: [line(), line({ id: 'm2', reference: 'K2PW', at: '14:00', until: '15:30', reportsReceived: 4 })], nextDays: [line({ id: 'm3', reference: 'Q8TD', on: '2026-11-30' })],
  reviews: [row(8), row(21, { level: 'medium', state: 'due_soon', dueBy: '2026-12-03', ruleTitle: 'Medium risk: within 12 weeks' })], overdueReviews: 4,
  overdueActions: [{ agency: 'a1', agencyName: 'Trentshire Police', count: 3, oldest: '2026-11-02' }],
  drafts: [{ meeting: 'm4', reference: 'B7HN', children: ['Noor Holloway-Test'], heldOn: '2026-11-19', status: 'draft', issueBy: '2026-12-03', daysLeft: 11 }],
  toIssue: [{ meeting: 'm5', reference: 'C9VR', children: ['Child Number-5'], heldOn: '2026-11-05', status: 'approved', issueBy: '2026-11-19', daysLeft: -3 }], silentReplies: 6, lateReports: 2,
}

export const toSchedule = { today: '2026-11-22', rows: [row(8), row(21, { level: 'medium', state: 'due_soon', dueBy: '2026-12-03', clashes: [] }), row(30, { level: null, needs: 'risk_rated', dueBy: null, suggested: null, clashes: [], why: [] })] }

export const agenda: AgendaView = { today: '2026-11-22', days: [{ on: '2026-11-25', workingDay: true, meetings: [line(), line({ id: 'm2', reference: 'K2PW', at: '14:00', until: '15:30', status: 'cancelled' })] }] }

export const plan: PlanView = {
  children: [{ caseId: 'c8', caseReference: 'C-0388', name: 'Child Number-8', rule: 'R01', ruleTitle: 'High risk: within 8 weeks', task: 'review_meeting', state: 'overdue', dueBy: '2026-11-20', daysLeft: -2, why: ['Last met on 25 September 2026.', 'High risk: eight weeks later is 20 November 2026.'], earlyDays: null, lateDays: 4 }],
  dueBy: '2026-11-20', bookBy: '2026-11-20', opens: '2026-11-24', closes: null, suggested: '2026-11-24',
  chosen: { on: '2026-11-24', bookable: true, workload: 2, clashes: [{ kind: 'room_taken', meeting: 'm1', reference: '7F3K', at: '10:00', who: null }], inviteBy: '2026-11-10', shortNotice: true },
  offered: ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'].map((on, n) => ({ on, bookable: true, workload: n, clashes: [], inviteBy: null, shortNotice: true })),
  siblings: [{ caseId: 'c9', caseReference: 'C-0389', name: 'Child Number-9', dueBy: '2026-12-11' }],
  standing: [{ capacity: 'Police', name: 'DS Rowan Placeholder', person: 'p3', agencyName: 'Trentshire Police', required: true }], today: '2026-11-22',
}

function invitation(n: number, capacity: string, change: Partial<InvitationView> = {}): InvitationView {
  return {
    id: `i${String(n)}`, kind: 'agency', agency: `a${String(n)}`, agencyName: `Agency ${String(n)}`, agencyKind: 'health', person: `p${String(n)}`, personName: `Person Sample-${String(n)}`, capacity, required: false,
    email: null, route: 'outlook', sentAt: '2026-11-11T09:00:00Z', reply: 'accepted', replyRoute: 'email', replyNote: null, repliedAt: '2026-11-12T09:00:00Z', substituteName: null, withdrawn: false, version: 1, ...change,
  }
}

export const invitations: InvitationList = {
  meeting: line(), agencies: [invitation(1, 'Police', { required: true }), invitation(2, 'Health', { reply: 'none' }), invitation(3, 'School', { sentAt: null, route: null, reply: 'none' })],
  family: [invitation(4, 'Mother', { kind: 'family', agency: null, agencyName: null, personName: 'Dana Holloway-Test', route: 'letter' })],
  gaps: [{ agencyKind: 'education', kind: 'agency', gap: 'not_sent' }], inviteBy: '2026-11-11', shortNotice: true,
}

export const reports: ReportList = {
  reports: [{ id: 'r1', agency: 'a1', agencyName: 'Trentshire Police', state: 'received', askedOn: '2026-11-11', dueOn: '2026-11-20', chased: 0, chasedOn: null, receivedOn: '2026-11-18', notNeededReason: null, document: 'd1', documentSize: 20480, version: 1 },
    { id: 'r2', agency: 'a2', agencyName: 'Trentshire Community Health', state: 'late', askedOn: '2026-11-11', dueOn: '2026-11-20', chased: 2, chasedOn: '2026-11-19', receivedOn: null, notNeededReason: null, document: null, documentSize: null, version: 1 }],
  notAsked: [{ id: 'a3', name: 'Ashgate Test Academy' }], dueOn: '2026-11-20',
}

export const copy: ReleaseView = {
  release: { id: 'k1', status: 'preparing', meetingId: 'm1', meetingReference: '7F3K', meetingOn: '2026-11-25', caseId: 'c2', caseReference: 'C-0412', recipientKind: 'family', recipient: 'Ms D Holloway-Test', minutesNumber: 1, superseded: false, preparedBy: 'u1', preparedByName: 'Jo Example', preparedAt: '2026-11-26T09:00:00Z', approvedByName: null, approvedAt: null, issuedByName: null, issuedAt: null, route: null, digest: null, fileName: 'record-7F3K.pdf', version: 1 },
  minutesId: 'mm1', personId: 'p4', agencyId: null, isAuthor: true, isOpen: true, sourceChanged: false, returnedReason: null, undecided: 1,
  parts: [
    { part: 'passage', partId: 'g1', section: 'information', agency: 'Trentshire Police', original: 'Two further episodes. Seen with Ty near the bus station.', audience: 'agencies', restriction: 'police_sensitive', mayInclude: false, choice: 'reword', reason: 'police_sensitive', wording: 'The meeting was told about two further episodes.', chosenByName: 'Jo Example', preview: 'The meeting was told about two further episodes.', spans: [] },
    { part: 'passage', partId: 'g2', section: 'analysis', agency: null, original: 'His cousin Ty may know more.', audience: 'everyone', restriction: null, mayInclude: true, choice: 'include', reason: null, wording: null, chosenByName: null, preview: 'His cousin Ty may know more.', spans: [] },
  ],
  words: [{ word: 'Ty', label: 'person', replacement: 'a young person', certain: false, decision: null, mentions: 1, contexts: [{ part: 'passage', partId: 'g2', before: 'His cousin ', word: 'Ty', after: ' may know more.' }] }],
  withheld: [], gate: null,
}
