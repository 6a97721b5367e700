import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import type { HandOverPreview, UserView } from '$lib/api/generated'
import { t } from '$lib/i18n'
import { backEnd } from '$lib/testing/back-end'
import HandOver from './HandOver.svelte'

function chair(id: string, name: string): UserView {
  return { id, name, jobTitle: null, roles: ['chair'], active: true, lastSignIn: null, version: 1 }
}

const found: HandOverPreview = {
  cases: [],
  meetings: [
    { id: 'm1', reference: '7F3K', on: '2026-12-02', at: '09:30', children: ['Sam Fictional'], busyWith: null },
    { id: 'm2', reference: '7F3M', on: '2026-12-03', at: '09:30', children: ['Jo Fictional'], busyWith: '7F3N' },
  ],
}
const users = () => ({ users: [chair('u1', 'Robin Marsh'), chair('u2', 'Noor Hale')] })
const start = { from: 'u1', to: 'u2', first: '2026-11-30', last: '2026-12-04' }

beforeEach(() => { Element.prototype.scrollIntoView = () => undefined })

test('a meeting that cannot be taken is left out and says why; the others are handed over', async () => {
  const asked = backEnd({ list_users: users, preview_hand_over: () => found, hand_over: () => ({ cases: 0, meetings: 1 }) })
  render(HandOver, { start })
  expect(await screen.findByText(t('settings.handBusy', { to: 'Noor Hale', reference: '7F3N' }))).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: t('settings.handSend', { from: 'Robin Marsh', to: 'Noor Hale' }) }))
  expect(await screen.findByText(/Now with Noor Hale. Meetings: 1. Cases: 0./)).toBeTruthy()
  expect(asked.at(-1)).toEqual(['hand_over', { from: 'u1', to: 'u2', cases: [], meetings: ['m1'] }])
})

test('nothing is asked for before somebody said whose work goes to whom', async () => {
  const asked = backEnd({ list_users: users })
  render(HandOver, { start: null })
  await userEvent.click(await screen.findByRole('button', { name: t('settings.handShow') }))
  expect(screen.getByRole('link', { name: t('settings.handFromMissing') })).toBeTruthy()
  expect(asked.map(([name]) => name)).toEqual(['list_users'])
})
