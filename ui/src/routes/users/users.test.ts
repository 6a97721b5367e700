import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { t } from '$lib/i18n'
import { session } from '$lib/state/session.svelte'
import { backEnd } from '$lib/testing/back-end'
import { newPhrase } from './phrase'
import Users from './Users.svelte'

test('a made-up phrase is five groups that can be told on the telephone', () => {
  expect(newPhrase((into) => crypto.getRandomValues(into))).toMatch(/^([bdfghjklmnprstvz][aeiou]){3}(-([bdfghjklmnprstvz][aeiou]){3}){4}$/)
})

test('a number that would favour the first letters is drawn again', () => {
  const numbers = [2 ** 32 - 1, 1]
  expect(newPhrase((into) => { into[0] = numbers.pop() ?? 1 }).startsWith('de')).toBe(true)
})

test('a new user’s first passphrase is shown once, to pass on', async () => {
  session.enter({ userId: 'u1', name: 'Jo Example', roles: ['system_administrator'], authority: 'Trentshire', demo: false, lastSignIn: null, today: '2026-11-22' })
  const asked = backEnd({
    list_users: () => ({ users: [] }),
    add_user: () => ({ id: 'u9', name: 'Pat New', jobTitle: null, roles: ['chair'], active: true, lastSignIn: null, version: 1 }),
  })
  render(Users)
  await userEvent.click(await screen.findByRole('button', { name: t('users.add') }))
  const dialog = within(await screen.findByRole('dialog'))
  await userEvent.type(dialog.getByLabelText(t('users.name')), 'Pat New')
  await userEvent.click(dialog.getByRole('checkbox', { name: t('roles.chair') }))
  await userEvent.click(dialog.getByRole('button', { name: t('users.generate') }))
  await userEvent.click(dialog.getByRole('button', { name: t('users.addSend') }))
  expect(await screen.findByText(t('users.addedTitle', { name: 'Pat New' }))).toBeTruthy()
  const [, request] = asked.find(([name]) => name === 'add_user') ?? []
  expect(request).toMatchObject({ name: 'Pat New', jobTitle: null, roles: ['chair'] })
  const phrase = document.querySelector('code')?.textContent ?? ''
  expect(request).toHaveProperty('passphrase', phrase)
  await userEvent.click(screen.getByRole('button', { name: t('common.close') }))
  expect(screen.queryByText(phrase)).toBeNull()
})
