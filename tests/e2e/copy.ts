/** The family's copy: withheld, reworded, decided, checked by a second person, issued. */

import { execFileSync } from 'node:child_process'
import { expect, type Page } from '@playwright/test'
import type { Operator } from './operator.js'
import { expectHeading, mainLink, signIn, stepLink, type Subject } from './review.js'
import { words } from './tools/words.mjs'

/** The first person makes the copy and sends it to the second. Returns the text of the preview. */
export async function prepareCopy(operator: Operator, { parent }: Subject): Promise<string> {
  const { page } = operator
  await operator.press(page.getByRole('link', { name: 'Make copies for the family and agencies' }))
  await expectHeading(page, 'Copies of the record')
  await operator.select(page.getByLabel('Who gets it'), parent)
  await operator.press(page.getByRole('button', { name: 'Make a copy' }))
  await expectHeading(page, `Withhold and issue: ${parent}`)

  // Agencies only, and what the police have not agreed to are out without anybody's doing, and cannot be put in.
  for (const closed of [words.secret, words.push]) {
    await expect(part(page, closed)).toContainText('This part may not go in as it stands.')
    await expect(part(page, closed).getByRole('radio', { name: 'Goes in' })).toHaveCount(0)
  }
  await leaveOut(operator)
  await reword(operator)
  await decideWords(operator)

  await operator.press(page.getByRole('button', { name: 'Show the exact document' }))
  await expect(page.getByText('The last check found nothing that must not be read.')).toBeVisible()
  const preview = await saved(operator, 'Save this preview as PDF')
  await operator.press(page.getByRole('button', { name: 'Send to the second person' }))
  await expect(page.getByText('You prepared this copy, so a second person has to approve it.')).toBeVisible()
  return preview
}

async function leaveOut(operator: Operator): Promise<void> {
  const { page } = operator
  const one = part(page, words.leftOut)
  await operator.choose(one.getByRole('radio', { name: 'Left out' }))
  await operator.select(one.getByLabel('Why'), 'Identifies somebody else')
  await operator.press(one.getByRole('button', { name: /^Save the choice/ }))
  await expect(one).toContainText('Chosen by Robin Marsh')
  await expect(one).toContainText('[Left out]')
}

async function reword(operator: Operator): Promise<void> {
  const { page } = operator
  const one = part(page, words.pullIn)
  await operator.choose(one.getByRole('radio', { name: 'Other words' }))
  await operator.select(one.getByLabel('Why'), 'Identifies somebody else')
  await operator.write(one.getByLabel('The other words'), words.pullOut)
  await operator.press(one.getByRole('button', { name: /^Save the choice/ }))
  await expect(one).toContainText('Chosen by Robin Marsh')
}

/** Every word that may be a name gets a decision: one is, and the others are ordinary words. */
async function decideWords(operator: Operator): Promise<void> {
  const { page } = operator
  const waiting = page.getByRole('group', { name: /^Is “.*” to be withheld\?$/ })
  await expect(waiting.filter({ hasText: words.stranger }).first()).toBeVisible()
  for (let left = await waiting.count(); left > 0; left -= 1) {
    const word = waiting.first()
    const isName = (await word.innerText()).includes(words.stranger)
    await operator.press(word.getByRole('button', { name: isName ? /^Withhold/ : /^Keep/ }))
    await expect(waiting).toHaveCount(left - 1)
  }
}

/** The second person reads the exact document and lets it go. */
export async function approveCopy(operator: Operator, reference: string, { parent }: Subject): Promise<void> {
  const { page } = operator
  await signIn(operator, 'Alex Finch', 'Who would you like to be?')
  await operator.press(mainLink(page, 'Schedule'))
  await operator.press(page.getByRole('link', { name: reference, exact: true }))
  await operator.press(stepLink(page, 'Issue'))
  await operator.press(page.getByRole('link', { name: `Open the copy for ${parent}` }))
  await operator.press(page.getByRole('button', { name: 'Show the exact document' }))
  await expect(page.getByText('The last check found nothing that must not be read.')).toBeVisible()
  await operator.press(page.getByRole('button', { name: 'Approve as the second person' }))
  await expect(page.getByText('Approved, not sent')).toBeVisible()
}

/** It leaves the building, and what left is kept. Returns the text of the document. */
export async function issueCopy(operator: Operator, { parent }: Subject): Promise<string> {
  const { page } = operator
  await operator.press(page.getByRole('link', { name: 'Distribution log' }))
  await operator.press(page.getByRole('link', { name: `Open the copy for ${parent}` }))
  await operator.press(page.getByRole('button', { name: 'Issue and record' }))
  const dialog = page.getByRole('dialog')
  await operator.write(dialog.getByLabel('How it travels'), 'By hand at the home visit')
  await operator.press(dialog.getByRole('button', { name: 'Issue and record' }))
  await expect(page.getByRole('heading', { name: 'Issued' })).toBeVisible()
  return saved(operator, 'Save the document')
}

/** One part of the record, by words in it. */
function part(page: Page, text: string) {
  return page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'In the record' }) }).filter({ hasText: text })
}

/** Saves a PDF and reads it as its reader can. */
async function saved(operator: Operator, button: string): Promise<string> {
  const download = operator.page.waitForEvent('download')
  await operator.press(operator.page.getByRole('button', { name: button }))
  const file = await (await download).path()
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
}
