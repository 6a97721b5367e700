import { expect, test } from 'vitest'
import type { MeetingLine } from '$lib/api/generated'
import { entryOf } from './act'
import { example } from './example'
import { ageOn, aYearAfter, entryWords, lineOf, linesOf, missingNow, missingTime, plannedFor } from './history'

test('the line of risk runs from the oldest rating, without wrong ones', () => {
  expect(lineOf(example.ratings).map(({ id }) => id)).toEqual(['r1', 'r2'])
})

test('the chronology is narrowed by kind and turned round for paper', () => {
  expect(linesOf(example, 'missing', 'newest').map(({ title }) => title)).toEqual(['Went missing'])
  expect(linesOf(example, 'all', 'oldest').map(({ title }) => title)).toEqual(['Case opened', 'Risk rated High', 'ERAM held', 'Went missing'])
})

test('a line says who recorded it, where somebody did', () => {
  const [missing, meeting] = linesOf(example, 'all', 'newest')
  expect(missing?.by).toBe('Robin Sample')
  expect(meeting?.by).toBeUndefined()
})

test('an entry has a name in a sentence, and only some can be declared wrong', () => {
  const words = example.chronology.map((entry) => [entryWords(entry), entryOf(entry)?.kind ?? null])
  expect(words).toEqual([
    ['Went missing, 17 November 2026', 'missing_episode'],
    ['ERAM held, 10 November 2026', null],
    ['Risk rated High, 2 September 2026', 'risk_rating'],
    ['Case opened, 1 March 2026', null],
  ])
})

test('a child is missing until the return is recorded or the entry declared wrong', () => {
  const episode = example.missingEpisodes[0]
  expect(missingNow(example)?.id).toBe('m1')
  if (!episode) throw new Error('the example has an episode')
  expect(missingNow({ ...example, missingEpisodes: [{ ...episode, returnedAt: '2026-11-18T09:00:00Z' }] })).toBeUndefined()
  expect(missingNow({ ...example, missingEpisodes: [{ ...episode, voided: { at: '', by: '', reason: '' } }] })).toBeUndefined()
})

test('how long a child was missing is told in hours for two days, then in days', () => {
  expect(missingTime('2026-11-17T19:00:00Z', '2026-11-18T09:10:00Z')).toBe('14 hours 10 minutes')
  expect(missingTime('2026-11-01T19:00:00Z', '2026-11-04T20:00:00Z')).toBe('3 days')
})

test('an age turns on the birthday', () => {
  expect(ageOn('2011-02-14', '2026-02-13')).toBe(14)
  expect(ageOn('2011-02-14', '2026-02-14')).toBe(15)
})

test('only meetings about this child that are still to come are in its diary', () => {
  const meeting = (id: string, caseId: string, status: MeetingLine['status']): MeetingLine => ({
    id, status, reference: '7F3K', review: true, on: '2026-12-01', at: '10:00', until: '11:30', minutes: 90, place: null, link: null,
    chair: 'u1', chairName: 'Jo Example', minuteTaker: null, minuteTakerName: null, cancelledReason: null,
    children: [{ caseId, caseReference: 'C-0412', name: 'Sam Fictional', rule: null, dueBy: null, lateDays: null, lateReason: null }],
    invited: 0, sent: 0, replied: 0, coming: 0, reportsAsked: 0, reportsReceived: 0, sequence: 0, version: 1,
  })
  const meetings = [meeting('a', 'c1', 'planned'), meeting('b', 'c2', 'planned'), meeting('c', 'c1', 'cancelled')]
  expect(plannedFor({ days: [{ on: '2026-12-01', workingDay: true, meetings }], today: '2026-11-22' }, 'c1').map(({ id }) => id)).toEqual(['a'])
  expect(aYearAfter('2026-11-22')).toBe('2027-11-23')
})
