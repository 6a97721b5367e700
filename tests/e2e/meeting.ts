/** The meeting itself, section by section, on its one screen; then its minutes. */

import { expect } from '@playwright/test'
import type { Operator } from './operator.js'
import { expectHeading, stepLink, type Subject } from './review.js'
import { words } from './tools/words.mjs'

export async function hold(operator: Operator, subject: Subject): Promise<void> {
  const { page } = operator
  await operator.press(stepLink(page, 'Hold'))
  await operator.press(page.getByRole('button', { name: 'Open the meeting' }))
  await expect(page.getByText(/^Live/)).toBeVisible()
  await at(operator, 1, 'Welcome')
  await passage(operator, 'Welcome and confidentiality', words.welcome)
  await attendance(operator, subject)
  await reviewOpenActions(operator)
  await information(operator, subject)
  await views(operator)
  await risk(operator, subject)
  await decide(operator)
  await addAction(operator)
  await nextDate(operator)
  await close(operator)
}

/** Twelve people without a mouse: everybody present, then the exceptions. */
async function attendance(operator: Operator, { parent }: Subject): Promise<void> {
  const { page } = operator
  await at(operator, 2, 'Attendance')
  await operator.markAllPresent()
  const people = page.getByRole('radiogroup')
  const everybody = await people.count()
  await expect(page.getByText(`${String(everybody)} of ${String(everybody)} marked`)).toBeVisible()
  await operator.choose(people.first().getByRole('radio', { name: 'Apologies' }))
  await expect(page.getByText(/^Quorate \(/)).toBeVisible()

  await operator.press(page.getByLabel(new RegExp(`^More about .*${parent.split(' ')[0] ?? ''}`)))
  const interest = page.getByLabel(/^Interest declared by/).and(page.locator(':visible'))
  await operator.write(interest, 'Works with an aunt of the family')
  await operator.press(page.getByRole('button', { name: 'Record the interest' }))
  await expect(page.getByText('Works with an aunt of the family')).toBeVisible()
}

/** Every action that is still open, one by one, before the meeting can close (R44). */
async function reviewOpenActions(operator: Operator): Promise<void> {
  const { page } = operator
  await at(operator, 3, 'Open actions')
  const open = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Record it/ }) })
  const outcomes = ['Could not be done', 'Done', 'In progress', 'Was not done'] as const
  for (let n = 0; n < (await open.count()); n += 1) {
    const action = open.nth(n)
    await operator.choose(action.getByRole('radio', { name: outcomes[n % outcomes.length] ?? 'Done', exact: true }))
    await operator.write(action.getByLabel('What was done, or why not'), 'Told at the meeting')
    await operator.press(action.getByRole('button', { name: /^Record it/ }))
    await expect(action.getByText(/^Reviewed:/)).toBeVisible()
  }
}

/** What each agency brings; of the police, something that only some may read. */
async function information(operator: Operator, { concern, child }: Subject): Promise<void> {
  const { page } = operator
  await at(operator, 4, 'Agencies')
  const agencies = page.getByRole('list', { name: 'Agency' })
  await operator.press(agencies.getByRole('button', { name: /Police/ }))
  await expect(page.getByRole('heading', { name: /^Last time, / })).toBeVisible()
  const first = child.split(' ')[0] ?? ''
  await passage(operator, /^Information by agency: .*Police/, `${first} was seen with ${concern}. ${words.secret}`)
  await operator.press(page.getByText(/^Who may read it:/))
  await operator.select(page.getByLabel(/^Why it may not go further/), 'The police have not agreed')
  await operator.press(agencies.getByRole('button', { name: /Health/ }))
  await passage(operator, /^Information by agency: .*(Health|NHS)/, `${words.health} ${words.stranger} came along.`)
  await forEveryone(operator, 0)
  await operator.press(agencies.getByRole('button', { name: /School|Education|Academy/ }))
  await passage(operator, /^Information by agency: /, words.leftOut)
  await forEveryone(operator, 0)
}

async function views(operator: Operator): Promise<void> {
  const { page } = operator
  await at(operator, 5, 'Child’s views')
  await operator.choose(page.getByRole('radio', { name: 'Given another way' }))
  await passage(operator, 'The child’s words', words.voice)
  await passage(operator, 'The family’s views', words.family)
}

async function risk(operator: Operator, { concern }: Subject): Promise<void> {
  const { page } = operator
  await at(operator, 6, 'Risk')
  await passage(operator, 'Push factors', words.push)
  await passage(operator, 'Pull factors', `${concern} lends money. ${words.pullIn}`)
  await forEveryone(operator, 1)
  await passage(operator, 'Analysis', `${words.analysis} ${concern} is still in touch. ${words.stranger} rings late.`)
  await forEveryone(operator, 3)
  await operator.choose(page.getByRole('group', { name: 'Level set by this meeting' }).getByRole('radio', { name: 'High' }))
  await operator.write(page.getByLabel('Why this level'), words.rating)
  await operator.choose(page.getByRole('radio', { name: 'Considered; the threshold is not met' }))
  await operator.write(page.getByLabel('Why the threshold is not met'), 'No sign of forced labour or movement')
}

async function decide(operator: Operator): Promise<void> {
  const { page } = operator
  await at(operator, 7, 'Decisions')
  await operator.write(page.getByLabel('Decision', { exact: true }), words.decision)
  await operator.write(page.getByLabel('Reasons'), words.rationale)
  await operator.press(page.getByRole('button', { name: 'Add the decision' }))
  await expect(page.getByRole('listitem').filter({ hasText: words.decision })).toBeVisible()
}

/** Not without who, whose and by when (R43); then with them. */
async function addAction(operator: Operator): Promise<void> {
  const { page } = operator
  await at(operator, 8, 'New actions')
  await operator.write(page.getByLabel('Action', { exact: true }), words.action)
  await operator.press(page.getByRole('button', { name: 'Add the action' }))
  await expect(page.getByText('There is a problem')).toBeVisible()
  await operator.write(page.getByLabel('Who does it'), 'Named worker')
  await operator.select(page.getByLabel('Their agency'), 'The family (no agency)')
  await operator.press(page.getByRole('button', { name: 'By when: in 2 weeks' }))
  await operator.press(page.getByRole('button', { name: 'Add the action' }))
  await expect(page.getByRole('listitem').filter({ hasText: words.action })).toBeVisible()
}

async function nextDate(operator: Operator): Promise<void> {
  const { page } = operator
  await at(operator, 9, 'Next date')
  await operator.choose(page.getByRole('radio', { name: 'Another ERAM' }))
  await expect(page.getByText(/^At high risk the latest day is/)).toBeVisible()
  await operator.press(page.getByRole('button', { name: /^Use / }))
}

/** Nothing is missing, it is read back, and it is closed. */
async function close(operator: Operator): Promise<void> {
  const { page } = operator
  await at(operator, 0, 'Read back, close')
  await expect(page.getByText('Nothing is missing. The meeting can be closed.')).toBeVisible()
  await operator.press(page.getByRole('button', { name: 'Close the meeting' }))
  await operator.press(page.getByRole('button', { name: 'Close it now' }))
  await expect(page.getByRole('heading', { name: 'Meeting closed', exact: true })).toBeVisible()
}

/** The record is read as minutes, and frozen by who chaired. */
export async function approve(operator: Operator, subject: Subject): Promise<void> {
  const { page } = operator
  await operator.press(page.getByRole('link', { name: 'Go to the write-up' }))
  await expectHeading(page, 'Write up')
  for (const text of [words.secret, words.health, words.voice, words.decision, words.action, subject.concern]) {
    await expect(page.getByRole('article')).toContainText(text)
  }
  await operator.press(page.getByRole('button', { name: 'Approve these minutes' }))
  await operator.press(page.getByRole('button', { name: 'Approve and freeze' }))
  await expect(page.getByText('Version 1: Approved')).toBeVisible()
}

/** The family may read the passage too: the `n`th on the screen. */
async function forEveryone({ page, ...operator }: Operator, n: number): Promise<void> {
  await operator.press(page.getByText(/^Who may read it:/).nth(n))
  await operator.select(page.getByLabel('Who may read it', { exact: true }).nth(n), 'Everyone, the family too')
}

/** Goes to a section and sees that it is there. */
async function at(operator: Operator, number: number, name: string): Promise<void> {
  await operator.section(number, name)
  await expect(operator.page.getByRole('heading', { level: 2, name: `${String(number)} ${name}` })).toBeVisible()
}

/** Writes a passage and waits until it says that it is saved. */
async function passage(operator: Operator, label: string | RegExp, text: string): Promise<void> {
  const field = operator.page.getByLabel(label, typeof label === 'string' ? { exact: true } : {}).and(operator.page.locator('textarea'))
  await operator.write(field, text)
  await expect(field).toHaveValue(text)
}
