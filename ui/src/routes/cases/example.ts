/** A made-up case for tests. */

import type { CaseView, RatingView } from '$lib/api/generated'

export function rating(id: string, level: RatingView['level'], ratedAt: string, wrong = false): RatingView {
  return {
    id, level, ratedAt, process: 'eram', change: wrong ? null : 'raised', reason: 'Made up', ratedBy: 'Jo Example', toolkitOn: null,
    meetingId: null, voided: wrong ? { at: ratedAt, by: 'Jo Example', reason: 'Wrong child', movedTo: null } : null, movedFrom: null,
  }
}

export const example: CaseView = {
  identity: {
    id: 'c1', reference: 'C-0412', childId: 'p1', childName: 'Sam Fictional', childAlias: null, dateOfBirth: '2011-02-14',
    level: 'high', levelSince: '2026-09-02', safeAddressReason: null, closedOn: null,
  },
  chair: 'u1', chairName: 'Jo Example', area: 'North', exploitation: ['criminal'], openedOn: '2026-03-01', reopenedOn: null, reopenedReason: null, closedReason: null,
  people: [],
  ratings: [rating('r2', 'high', '2026-09-02T11:00:00Z'), rating('rx', 'low', '2026-09-01T11:00:00Z', true), rating('r1', 'low', '2026-03-04T14:10:00Z')],
  incidents: [],
  missingEpisodes: [{
    id: 'm1', startedAt: '2026-11-17T19:00:00Z', returnedAt: null, note: null, recordedAt: '2026-11-17T20:00:00Z',
    recordedBy: 'Robin Sample', voided: null, movedFrom: null,
  }],
  meetings: [],
  due: null,
  chronology: [
    { on: '2026-11-17', at: '2026-11-17T19:00:00Z', kind: 'went_missing', id: 'm1', level: null, meetingType: null, text: null },
    { on: '2026-11-10', at: null, kind: 'meeting_held', id: 'mt1', level: null, meetingType: 'eram', text: null },
    { on: '2026-09-02', at: '2026-09-02T11:00:00Z', kind: 'rated', id: 'r2', level: 'high', meetingType: null, text: 'Made up' },
    { on: '2026-03-01', at: null, kind: 'opened', id: 'c1', level: null, meetingType: null, text: null },
  ],
  version: 7,
}
