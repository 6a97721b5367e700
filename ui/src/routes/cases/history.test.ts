import { expect, test } from 'vitest'
import type { CaseMeeting } from '$lib/api/generated'
import { entryOf } from './act'
import { example } from './example'
import { ageOn, entryWords, lineOf, linesOf, missingNow, missingTime, sorted, wrongWords } from './history'

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
  expect(missingNow({ ...example, missingEpisodes: [{ ...episode, voided: { at: '', by: '', reason: '', movedTo: null } }] })).toBeUndefined()
})

test('how long a child was missing is told in hours for two days, then in days', () => {
  expect(missingTime('2026-11-17T19:00:00Z', '2026-11-18T09:10:00Z')).toBe('14 hours 10 minutes')
  expect(missingTime('2026-11-01T19:00:00Z', '2026-11-04T20:00:00Z')).toBe('3 days')
})

test('an age turns on the birthday', () => {
  expect(ageOn('2011-02-14', '2026-02-13')).toBe(14)
  expect(ageOn('2011-02-14', '2026-02-14')).toBe(15)
})

test('meetings to come are the soonest first, and what was held the newest first', () => {
  const meeting = (id: string, status: CaseMeeting['status']): CaseMeeting => ({
    id, reference: '7F3K', meetingType: 'eram', review: true, status, on: '2026-12-01', at: '09:30', chairName: 'Jo Example', level: null, route: null,
    cancelledReason: null,
  })
  const { planned, held, cancelled } = sorted([meeting('d', 'planned'), meeting('c', 'adjourned'), meeting('b', 'held'), meeting('x', 'cancelled'), meeting('a', 'held')])
  expect([planned, held, cancelled].map((some) => some.map(({ id }) => id))).toEqual([['c', 'd'], ['b', 'a'], ['x']])
})

test('an entry that was moved says where to, who did it and why', () => {
  expect(wrongWords({ at: '2026-11-23T09:00:00Z', by: 'Jo Example', reason: 'Two tabs', movedTo: 'C-0007' })).toBe('Moved to C-0007 by Jo Example on 23 November 2026: Two tabs')
})
