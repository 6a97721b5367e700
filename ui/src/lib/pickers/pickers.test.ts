import { expect, test } from 'vitest'
import { preferences } from '$lib/state/preferences.svelte'
import { Finding } from './finding.svelte'

test('while the screen is shared, a list of people offers initials and no birthdays', async () => {
  const finding = new Finding(() => Promise.resolve([{ value: 'p1', label: 'Sam Fictional', hint: 'born 14 February 2011', quietly: 'SF' }]))
  await finding.now('sam', '')
  expect(finding.choices[0]).toMatchObject({ label: 'Sam Fictional', hint: 'born 14 February 2011' })
  preferences.toggleShareSafe()
  expect(finding.choices).toEqual([{ value: 'p1', label: 'SF' }])
  preferences.toggleShareSafe()
})
