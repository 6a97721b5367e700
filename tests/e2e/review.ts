/**
 * A review of a high-risk child from the first screen to the issued family copy, as one person
 * after the other does it. Written once; `Operator` says with what in the hand.
 */

import { expect, type Locator, type Page } from '@playwright/test'
import type { Operator } from './operator.js'

/** Whom the journey is about. */
export interface Subject {
  /** As the case is called. */
  readonly reference: string
  readonly child: string
  /** The person of concern: known to the case, never to the family's copy. */
  readonly concern: string
  readonly parent: string
}

/** The first screen: a made-up authority, and somebody to be in it. */
export async function lookRound(operator: Operator): Promise<void> {
  const { page } = operator
  await expectHeading(page, 'Welcome to Convenor')
  await operator.press(page.getByRole('button', { name: 'Look round with made-up data' }))
  await signIn(operator, 'Robin Marsh', 'Who would you like to be?')
}

export async function signIn(operator: Operator, name: string, heading: string): Promise<void> {
  const { page } = operator
  await expectHeading(page, heading)
  await expect(page.getByLabel('Passphrase', { exact: true })).toHaveValue('seven made-up rivers')
  await operator.choose(page.getByRole('radio', { name }))
  await operator.press(page.getByRole('button', { name: 'Sign in', exact: true }))
  await expect(page.getByRole('button', { name: 'Lock' })).toBeVisible()
}

/** The first high-risk child on the list of reviews that nobody has put in the diary. */
export async function findReview(operator: Operator): Promise<Subject> {
  const { page } = operator
  await operator.press(mainLink(page, 'Schedule'))
  await expectHeading(page, 'Schedule')
  const waiting = page.getByRole('table', { name: /^To schedule/ }).getByRole('row')
  const row = waiting.filter({ hasText: 'High' }).filter({ hasNotText: 'Overdue' }).filter({ has: page.getByRole('button', { name: /^Plan C-/ }) }).first()
  const link = row.getByRole('link', { name: /^C-/ })
  const reference = await link.innerText()
  await operator.press(row.getByLabel(`Why this date for ${reference}?`))
  await expect(row).toContainText(/8 weeks/)

  await operator.press(link)
  await expectHeading(page, `Case ${reference}`)
  await operator.turnTo(page.getByRole('tab', { name: /^People/ }))
  const people = page.getByRole('table', { name: 'People in this case' })
  const named = (as: RegExp) => people.getByRole('row').filter({ hasText: as }).getByRole('link').first().innerText()
  const subject = {
    reference,
    child: await page.getByRole('region', { name: 'Case', exact: true }).locator('.name').innerText(),
    concern: await named(/Person who may pose a risk/),
    parent: await named(/Mother|Father/),
  }
  await operator.press(mainLink(page, 'Schedule'))
  await expectHeading(page, 'Schedule')
  await operator.press(page.getByRole('button', { name: `Plan ${reference}` }))
  return subject
}

/** Why this date; then another one, today, so that the meeting can be held now. */
export async function plan(operator: Operator, { reference, child }: Subject): Promise<void> {
  const { page } = operator
  await expectHeading(page, 'Plan a meeting')
  await expect(page.getByText(child).first()).toBeVisible()
  await expect(page.getByRole('table', { name: 'Days to offer' }).getByRole('row')).not.toHaveCount(1)
  await writeDay(operator, page.getByRole('group', { name: 'Date of the meeting' }), '23', '11', '2026')
  await operator.write(page.getByLabel('Time', { exact: true }), '15:30')
  await operator.write(page.getByLabel(/^Room/), 'Trentbridge House, room 5')
  await expect(page.getByLabel('Chair', { exact: true }).locator('option:checked')).toHaveText('Robin Marsh')
  await operator.press(page.getByRole('button', { name: 'Check your answers' }))
  await expectHeading(page, 'Check before the meeting goes in the diary')
  await expect(page.getByText('Monday 23 November 2026').first()).toBeVisible()
  await expect(page.getByText(reference).first()).toBeVisible()
  await operator.press(page.getByRole('button', { name: 'Put it in the diary' }))
  await expect(page.getByRole('heading', { name: /is in the diary$/ })).toBeVisible()
}

/** Invitations out to agencies and family, replies in, a report asked for and received. */
export async function prepare(operator: Operator, report: string): Promise<void> {
  const { page } = operator
  await operator.press(page.getByRole('link', { name: 'Invite people and ask for reports' }))
  await expectHeading(page, 'Invitations and reports')
  for (const [n, list] of ['Agencies', 'Child and family'].entries()) {
    await operator.press(page.getByRole('button', { name: 'Choose everybody not yet invited' }).nth(n))
    await operator.press(page.getByRole('button', { name: /^Send to the chosen/ }).nth(n))
    await expect(page.getByText('Noted as sent.')).toBeVisible()
    await operator.press(page.getByRole('button', { name: 'Close', exact: true }))
    await expect(page.getByRole('table', { name: list }).getByText('not yet')).toHaveCount(0)
  }
  await reply(operator, /Police/, 'Yes')
  await reply(operator, /Health/, 'Perhaps')

  await operator.press(page.getByText('Ask for reports', { exact: false }).first())
  await operator.tick(page.getByRole('checkbox', { name: /Police/ }).last())
  await operator.press(page.getByRole('button', { name: 'Ask the chosen agencies' }))
  const reports = page.getByRole('table', { name: 'Reports' }).getByRole('row').filter({ hasText: 'Police' })
  await expect(reports).toContainText('Asked, due')
  await operator.press(reports.getByRole('button', { name: /received$/ }))
  const chooser = page.waitForEvent('filechooser')
  await operator.press(page.getByRole('button', { name: 'Choose the file' }))
  await (await chooser).setFiles({ name: 'Police report.txt', mimeType: 'text/plain', buffer: Buffer.from(report) })
  await operator.press(page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }))
  await expect(reports).toContainText('Received Mon 23 Nov')
}

async function reply(operator: Operator, who: RegExp, answer: string): Promise<void> {
  const { page } = operator
  const row = page.getByRole('table', { name: 'Agencies' }).getByRole('row').filter({ hasText: who }).first()
  await operator.press(row.getByRole('button', { name: /^Record the reply/ }))
  await operator.choose(page.getByRole('dialog').getByRole('radio', { name: answer, exact: true }))
  await operator.press(page.getByRole('button', { name: 'Save the reply' }))
  await expect(row.getByText(answer, { exact: true })).toBeVisible()
}

/** A link of the main navigation. */
export function mainLink(page: Page, name: string): Locator {
  return page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name })
}

/** A link among the steps of one meeting. */
export function stepLink(page: Page, name: string): Locator {
  return page.getByRole('navigation', { name: 'Steps of the meeting' }).getByRole('link', { name })
}

export async function expectHeading(page: Page, heading: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
}

export async function writeDay(operator: Operator, boxes: Locator, day: string, month: string, year: string): Promise<void> {
  await operator.write(boxes.getByLabel('Day'), day)
  await operator.write(boxes.getByLabel('Month'), month)
  await operator.write(boxes.getByLabel('Year'), year)
}
