import { render, screen } from '@testing-library/svelte'
import { expect, onTestFinished, test } from 'vitest'
import type { PassageHit, SearchResults } from '$lib/api/generated'
import { t } from '$lib/i18n'
import { preferences } from '$lib/state/preferences.svelte'
import { backEnd, refusal } from '$lib/testing/back-end'
import { findRecords } from './results'
import Search from './Search.svelte'

const results: SearchResults = {
  people: [{
    id: 'p1', name: 'Sam Fictional', dateOfBirth: '2011-02-14', professional: false, matched: 'similar', otherName: 'Sammy', caseId: 'c1',
    caseReference: 'C-0412',
  }],
  cases: [{ id: 'c1', reference: 'C-0412', childName: 'Sam Fictional', open: false }],
  agencies: [], passages: [],
}

test('a search says how each person was found', async () => {
  backEnd({ search: () => results })
  render(Search, { params: { text: 'samy' } })
  expect(await screen.findByText(/as Sammy · Found by a name that sounds or looks alike/)).toBeTruthy()
})

test('a search that fails says why', async () => {
  backEnd({ search: () => { throw refusal('denied') } })
  render(Search, { params: { text: 'samy' } })
  expect((await screen.findByRole('alert')).textContent).toContain('permission')
})

test('the palette offers records and the whole search, without names while the screen is shared', async () => {
  backEnd({ search: () => results })
  preferences.shareSafe = true
  const labels = (await findRecords('samy')).map(({ label }) => label)
  preferences.shareSafe = false
  expect(labels).toEqual(['C-0412 SF', 'SF', t('search.all', { text: 'samy' })])
})

test('while the screen is shared a passage is told by its section and day, without its words', async () => {
  const passage: PassageHit = {
    id: 's1', meetingId: 'm1', meetingReference: '7F3K', heldOn: '2026-10-12', caseId: 'c1', section: 'analysis',
    snippet: 'Sammy was seen near the canal',
  }
  backEnd({ search: () => ({ ...results, passages: [passage] }) })
  preferences.shareSafe = true
  onTestFinished(() => { preferences.shareSafe = false })
  const { container } = render(Search, { params: { text: 'canal' } })
  const hit = (await screen.findByRole('link', { name: 'Meeting 7F3K, 12 October 2026' })).closest('li')
  expect(hit?.textContent).toContain('Analysis')
  for (const hidden of ['Sammy', 'Fictional', 'seen near']) expect(container.textContent).not.toContain(hidden)
  preferences.shareSafe = false
  expect(await screen.findByText('Sammy was seen near the canal')).toBeTruthy()
})
