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
