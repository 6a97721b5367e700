import { expect, test } from 'vitest'
import type { PersonDetails } from '$lib/api/generated'
import { checkPerson, detailsOf, differences, emptyPerson, spanWords, valuesOf } from './details'

const sam: PersonDetails = {
  name: 'Sam Fictional', dateOfBirth: '2011-02-14', gender: null, pronouns: 'he/him', email: null, phone: null, professional: false,
  safeAddressReason: 'Moved after threats', notes: null, names: [{ kind: 'alias', name: 'Sammy' }],
  addresses: [{ kind: 'home', address: '1 Nowhere Street', from: '2024-05-01', until: null }],
  identifiers: [{ kind: 'nhs', identifier: '999 000 0001' }],
}

test('a record that is opened and saved unchanged is sent as it was', () => {
  expect(detailsOf(valuesOf(sam))).toEqual(sam)
})

test('taking the tick off a safe address takes its reason away, and setting it needs one', () => {
  expect(detailsOf({ ...valuesOf(sam), safe: false }).safeAddressReason).toBeNull()
  expect(checkPerson({ ...emptyPerson(), safe: true })).toHaveProperty('safeAddressReason')
  expect(checkPerson({ ...emptyPerson(), safe: true, safeAddressReason: 'Threats' })).toEqual({})
})

test('only facts that both records give, and give differently, are shown before a merge', () => {
  expect(differences(sam, { ...sam, name: 'sam fictional ', dateOfBirth: '2011-02-15', email: 'sam@example.org' })).toEqual(['Born'])
})

test('the time at an address is told by what is known of it', () => {
  expect(spanWords('2024-05-01', '2025-06-03')).toBe('1 May 2024 to 3 June 2025')
  expect(spanWords('2024-05-01', null)).toBe('since 1 May 2024')
  expect(spanWords(null, '2025-06-03')).toBe('until 3 June 2025')
  expect(spanWords(null, null)).toBe('')
})
