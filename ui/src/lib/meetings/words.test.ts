import { afterEach, expect, test } from 'vitest'
import type { ClashView } from '$lib/api/generated'
import { preferences } from '$lib/state/preferences.svelte'
import { copy, invitations } from '$lib/testing/diary'
import { clashesWords, inviteeName, ownerWords, readerWords } from './words'

afterEach(() => {
  if (preferences.shareSafe) preferences.toggleShareSafe()
})

test('while the screen is shared the family is named by initials, and people from agencies by name', () => {
  const [police] = invitations.agencies
  const [mother] = invitations.family
  const said = () => [police, mother].flatMap((one) => (one ? [inviteeName(one)] : []))
  expect(said()).toEqual(['Person Sample-1, Agency 1', 'Dana Holloway-Test'])
  preferences.toggleShareSafe()
  expect(said()).toEqual(['Person Sample-1, Agency 1', 'DHT'])
  expect(ownerWords('Dana Holloway-Test', null)).toBe('DHT')
  expect(ownerWords('Lee Specimen', 'Trentshire Community Health')).toBe('Lee Specimen, Trentshire Community Health')
  expect(readerWords(copy.release)).toBe('MDH')
  expect(readerWords({ ...copy.release, recipientKind: 'attending_agency', recipient: 'Trentshire Police' })).toBe('Trentshire Police')
})

const busy = (who: string, reference: string): ClashView => ({ kind: 'person_busy', meeting: null, reference, at: '15:00', who })

test('many people who are asked to one meeting are counted, few are named', () => {
  const clashes = [busy('A Example', '5XZJ'), busy('B Example', '5XZJ'), busy('C Example', '5XZJ'), busy('D Example', 'K2MW')]
  expect(clashesWords(clashes)).toBe('3 people are asked to 5XZJ at 15:00; D Example is asked to K2MW at 15:00')
})
