/**
 * A child is reviewed: from an empty machine to the family's copy, locked and unlocked, once with a
 * mouse and once with the keyboard alone.
 */

import { approveCopy, issueCopy, prepareCopy } from './copy.js'
import { expect, test, type Page } from './fixtures.js'
import { approve, hold } from './meeting.js'
import { byKeyboard, byMouse, type Operator } from './operator.js'
import { findReview, lookRound, plan, prepare, signIn, type Subject } from './review.js'
import { words } from './tools/words.mjs'

const report = 'MARKER-Q7: seen twice at the depot.'

test.describe.configure({ timeout: 240_000 })

test('a high-risk child is reviewed, and the family gets a copy that says nothing withheld', async ({ page, sitDown }) => {
  await journey(byMouse, page, sitDown)
})

test('the same review is held, checked and issued without a mouse', async ({ page, sitDown }) => {
  const watched = [await watchPointer(page)]
  await journey(byKeyboard, page, async (seat) => {
    const second = await sitDown(seat)
    watched.push(await watchPointer(second))
    return second
  })
  for (const signs of watched) expect(await signs()).toEqual([])
})

type By = (page: Page) => Operator

async function journey(by: By, page: Page, sitDown: (seat: string) => Promise<Page>): Promise<void> {
  const chair = by(page)
  await test.step('first run', () => lookRound(chair))
  const subject = await test.step('find the review', () => findReview(chair))
  await test.step('plan it', () => plan(chair, subject))
  await test.step('invite, and receive what was asked for', () => prepare(chair, report))
  const reference = (await page.locator('.caption').innerText()).split(' ')[0] ?? ''
  await test.step('hold the meeting', () => hold(chair, subject))
  await test.step('approve the minutes', () => approve(chair, subject))
  const preview = await test.step('prepare the family’s copy', () => prepareCopy(chair, subject))
  await test.step('a second person approves', async () => {
    await approveCopy(by(await sitDown('second')), reference, subject)
  })
  const issued = await test.step('issue', () => issueCopy(chair, subject))
  expectSafe(issued, subject)
  expectOnePseudonym(preview, issued)
  await test.step('lock and unlock', () => lockAndUnlock(chair, subject))
}

/** What the family reads: what was meant for them, and nothing else. */
function expectSafe(document: string, { child, parent, concern }: Subject): void {
  const text = document.replace(/\s+/g, ' ')
  for (const said of [child, parent, words.health, words.family, words.pullOut, words.analysis, words.decision, words.action]) {
    expect(text).toContain(said)
  }
  const people = [concern, ...concern.split(' '), ...words.stranger.split(' ')]
  const texts = [words.secret, words.push, words.leftOut, words.pullIn, words.voice, report]
  for (const hidden of [...people, ...texts, 'police have not agreed', 'Works with an aunt']) {
    expect(text).not.toContain(hidden)
  }
}

/** Whoever is not named is called the same wherever they stand, in the preview as in what left. */
function expectOnePseudonym(preview: string, issued: string): void {
  const stands = (document: string) => document.replace(/\s+/g, ' ').match(/Person [A-Z]+(?= (came along|rings late))/g)
  expect(stands(issued)).toHaveLength(2)
  expect(new Set(stands(issued)).size).toBe(1)
  expect(stands(issued)).toEqual(stands(preview))
}

/** After the lock, nothing of the child is on the screen, in its title, or kept by the browser. */
async function lockAndUnlock(operator: Operator, subject: Subject): Promise<void> {
  const { page } = operator
  await operator.press(page.getByRole('button', { name: 'Lock' }))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Convenor is locked')
  const left = await page.evaluate(() => [document.documentElement.outerHTML, document.title, ...Object.values(localStorage), ...Object.values(sessionStorage)].join('\n'))
  for (const trace of [subject.child, subject.parent, subject.concern, subject.reference, words.voice]) {
    expect(left).not.toContain(trace)
  }
  await signIn(operator, 'Robin Marsh', 'Convenor is locked')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Withhold and issue: ${subject.parent}`)
}

/** Notes every sign of a pointer. */
async function watchPointer(page: Page): Promise<() => Promise<string[]>> {
  const watch = () => {
    const seen: string[] = []
    Object.assign(window, { pointerSigns: seen })
    for (const sign of ['pointerdown', 'pointermove', 'mousedown', 'wheel', 'touchstart']) {
      addEventListener(sign, () => { seen.push(sign) }, { capture: true })
    }
  }
  await page.addInitScript(watch)
  await page.evaluate(watch)
  return () => page.evaluate(() => (window as unknown as { pointerSigns: string[] }).pointerSigns)
}
