/** An empty machine: the first screen there is. */

import { expect, expectAccessible, expectScreen, test, walk } from './fixtures.js'

test('the first screen opens, is accessible, and can be walked with the keyboard', async ({ page }) => {
  await expectScreen(page, 'Welcome to Convenor')
  await expectAccessible(page, 'first run')
  expect((await walk(page)).length).toBeGreaterThan(0)
})

test('the token does not stay in the address', async ({ page }) => {
  await expectScreen(page, 'Welcome to Convenor')
  expect(page.url()).not.toContain('token')
})

test('every step from an empty machine to signing in is accessible, refusals included', async ({ page }) => {
  await page.getByText('Open an existing store', { exact: true }).click()
  await expectScreen(page, 'Open an existing store')
  await expectAccessible(page, 'open a store')
  await page.getByText('Back', { exact: true }).click()
  await page.getByText('Set up for my team', { exact: true }).click()
  await expectScreen(page, 'Set up for my team')
  await page.getByRole('button', { name: 'Make the store' }).click()
  await expectAccessible(page, 'set up, refused')
  await page.getByLabel('Name of your authority').fill('Trentshire')
  await page.getByLabel('Your name').fill('Robin Marsh')
  await page.getByLabel('Passphrase', { exact: true }).fill('four unrelated words here')
  await page.getByLabel('Passphrase again').fill('four unrelated words here')
  await page.getByRole('button', { name: 'Make the store' }).click()
  await expectScreen(page, 'Print your recovery key now')
  await expectAccessible(page, 'recovery key')
  await page.getByLabel('I have printed or written down the recovery key').check()
  await page.getByRole('button', { name: 'Go to sign in' }).click()
  await expectScreen(page, 'Sign in')
  await expectAccessible(page, 'sign in')
  await page.getByText('I have the recovery key instead').click()
  await expectScreen(page, 'Sign in with the recovery key')
  await expectAccessible(page, 'recover')
})
