/** An empty machine: the first screen there is. */

import { expect, expectAccessible, test, walk } from './fixtures.js'

test('the first screen opens, is accessible, and can be walked with the keyboard', async ({ page }) => {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expectAccessible(page, 'first run')
  expect((await walk(page)).length).toBeGreaterThan(0)
})

test('the token does not stay in the address', async ({ page }) => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(page.url()).not.toContain('token')
})
