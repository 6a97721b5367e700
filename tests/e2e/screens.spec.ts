/**
 * Every screen, on a made-up authority and the real back end: accessible in light and in dark, and
 * nothing beside the edge for somebody who sees it four times as large.
 *
 * A screen that is added to `ui/src/routes/screens.ts` and not to this table fails the last test.
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { test, type Desk, type Records } from './authority.js'
import { expectAccessible } from './fixtures.js'

interface View {
  readonly name: string
  /** The address after `#`; `:case` and the like stand for records. */
  readonly at: string
  readonly desk?: Desk
  /** Buttons, tabs and links to press once it is there, by their words. */
  readonly press?: readonly (string | RegExp)[]
  /** Keys to press after that. */
  readonly keys?: readonly string[]
}

const sections = ['Welcome', 'Attendance', 'Open actions', 'Agencies', 'Child’s views', 'Risk', 'Decisions', 'New actions', 'Next date', 'Read back, close']
const acts = ['Rate the risk', 'Record an incident', 'Record missing']

const views: readonly View[] = [
  { name: 'today', at: '/' },
  { name: 'palette', at: '/', keys: ['Control+k', 'c'] },
  { name: 'keys', at: '/', keys: ['F1'] },
  { name: 'share-safe', at: '/', keys: ['F9'] },
  { name: 'cases', at: '/cases' },
  { name: 'cases with filter', at: '/cases', press: ['Show filter'] },
  { name: 'open a case', at: '/cases/new' },
  { name: 'open a case, empty', at: '/cases/new', press: ['Open a case'] },
  { name: 'open a case for somebody', at: '/cases/new/:person' },
  { name: 'case', at: '/cases/:case' },
  { name: 'case that is not there', at: '/cases/00000000-0000-7000-8000-000000000000' },
  ...['chronology', 'meetings', 'actions', 'people'].map((part): View => ({ name: `case, ${part}`, at: `/cases/:case/${part}` })),
  ...acts.map((act): View => ({ name: `${act.toLowerCase()}, empty`, at: '/cases/:case', press: [act, act] })),
  { name: 'people', at: '/people' },
  { name: 'agencies', at: '/people', press: ['Agencies'] },
  { name: 'add an agency', at: '/people', press: ['Agencies', 'Add an agency'] },
  { name: 'add a person', at: '/people/new' },
  { name: 'add a person, empty', at: '/people/new', press: [/^(Add the person|Save|Add)/] },
  { name: 'add a person for a case', at: '/people/new/case' },
  { name: 'person', at: '/people/:person' },
  { name: 'change a person', at: '/people/:person', press: ['Change details'] },
  { name: 'merge people', at: '/people/:person/merge' },
  { name: 'agency', at: '/agencies/:agency' },
  { name: 'change an agency', at: '/agencies/:agency', press: ['Change the agency'] },
  { name: 'merge agencies', at: '/agencies/:agency', press: ['Merge with a duplicate'] },
  { name: 'settings', at: '/settings', desk: 'administrator' },
  { name: 'rules', at: '/settings/rules', desk: 'administrator' },
  { name: 'a new version of a rule', at: '/settings/rules', desk: 'administrator', press: [/^New version of/] },
  { name: 'days off', at: '/settings/days', desk: 'administrator' },
  { name: 'add days off', at: '/settings/days', desk: 'administrator', press: ['Add days'] },
  { name: 'backup', at: '/settings/backup', desk: 'administrator' },
  { name: 'cover and hand-over', at: '/settings/cover', desk: 'manager' },
  { name: 'own passphrase', at: '/settings/passphrase' },
  { name: 'own passphrase, empty', at: '/settings/passphrase', press: ['Change my passphrase'] },
  { name: 'users', at: '/users', desk: 'administrator' },
  { name: 'add a user', at: '/users', desk: 'administrator', press: ['Add a user'] },
  { name: 'change a user', at: '/users', desk: 'administrator', press: [/^Change /] },
  { name: 'new passphrase for a user', at: '/users', desk: 'administrator', press: [/^New passphrase/] },
  { name: 'schedule', at: '/schedule' },
  { name: 'plan', at: '/schedule/plan/:case' },
  { name: 'plan on a day', at: '/schedule/plan/:case/2026-12-14' },
  { name: 'plan, check', at: '/schedule/plan/:case/2026-12-14', press: ['Check your answers'] },
  { name: 'meeting', at: '/meetings/:planned' },
  { name: 'move a meeting', at: '/meetings/:planned', press: ['Move the meeting'] },
  { name: 'cancel a meeting', at: '/meetings/:planned', press: ['Cancel the meeting'] },
  { name: 'invitations', at: '/meetings/:planned/invitations' },
  { name: 'a reply', at: '/meetings/:planned/invitations', press: [/^Record the reply/] },
  { name: 'add an invitee', at: '/meetings/:planned/invitations', press: ['Add somebody'] },
  { name: 'not begun', at: '/meetings/:planned/live' },
  ...sections.map((section, n): View => ({ name: `live, ${section}`, at: '/meetings/:live/live', keys: [`Alt+${String((n + 1) % 10)}`] })),
  { name: 'held', at: '/meetings/:approved/live' },
  { name: 'minutes, draft', at: '/meetings/:draft/minutes' },
  { name: 'minutes, frozen', at: '/meetings/:approved/minutes' },
  { name: 'begin a correction', at: '/meetings/:approved/minutes', press: ['Begin a correction'] },
  { name: 'no minutes', at: '/meetings/:planned/minutes' },
  { name: 'copies', at: '/meetings/:approved/copies' },
  { name: 'copies, nobody chosen', at: '/meetings/:approved/copies', press: ['Make a copy'] },
  { name: 'copy', at: '/copies/:copy' },
  { name: 'copy that is not there', at: '/copies/00000000-0000-7000-8000-000000000000' },
  { name: 'actions', at: '/actions' },
  { name: 'overdue actions', at: '/actions/overdue' },
  { name: 'actions of an agency', at: '/actions/all/:agency' },
  { name: 'progress on an action', at: '/actions', press: [/^Record progress/] },
  { name: 'search', at: '/search' },
  { name: 'search, found', at: '/search/marl' },
  { name: 'search, nothing found', at: '/search/zzzzzz' },
  { name: 'help', at: '/help' },
  { name: 'a guide in the help', at: '/help/administrator' },
  { name: 'a place in the help', at: '/help/administrator/the-recovery-key' },
  { name: 'display', at: '/display' },
  { name: 'no such screen', at: '/nowhere' },
]

for (const view of views) {
  test(`${view.name}: accessible in light and dark, and whole when it is enlarged`, async ({ authority, show }) => {
    const page = await show(view.desk ?? 'chair', addressOf(view, authority.records))
    await enter(page, view)
    await expectAccessible(page, view.name)
    await expectReflow(page)
  })
}

test('signing in, with a wrong passphrase too, is accessible', async ({ show }) => {
  const page = await show('nobody', '/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Who would you like to be?')
  await expectAccessible(page, 'sign in')
  await page.getByLabel('Passphrase', { exact: true }).fill('not this one at all')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText('There is a problem')).toBeVisible()
  await expectAccessible(page, 'sign in, wrong passphrase')
  await expectReflow(page)
})

test('a laptop shows twenty cases at once', async ({ show }) => {
  const page = await show('chair', '/cases')
  await settled(page)
  const footer = await page.getByRole('contentinfo').boundingBox()
  const rows = await page.getByRole('table').first().locator('tbody tr').all()
  const boxes = await Promise.all(rows.map((row) => row.boundingBox()))
  const inSight = boxes.filter((box) => box !== null && box.y + box.height <= (footer?.y ?? 0))
  expect(inSight.length).toBeGreaterThanOrEqual(20)
})

test('every screen is in this table', () => {
  const source = readFileSync(join(import.meta.dirname, '../../ui/src/routes/screens.ts'), 'utf8')
  const working = source.slice(0, source.indexOf('const gallery'))
  const paths = [...working.matchAll(/path: '([^']+)'/g)].map(([, path]) => path ?? '')
  const seen = (path: string) => {
    const parts = path.split('/')
    return views.some(({ at }) => {
      const own = at.split('/')
      return own.length === parts.length && parts.every((part, n) => part === own[n] || (part.startsWith(':') && own[n] !== 'new'))
    })
  }
  expect(paths.length).toBeGreaterThan(20)
  expect(paths.filter((path) => !seen(path))).toEqual([])
})

function addressOf({ at }: View, records: Records): string {
  return at.replace(/:([a-z]+)/g, (whole, name: keyof Records) => records[name] ?? whole)
}

/** Presses what the view asks for, once its screen is there. */
async function enter(page: Page, { press = [], keys = [] }: View): Promise<void> {
  await settled(page)
  for (const words of press) {
    const control = page.getByRole('button', { name: words }).or(page.getByRole('tab', { name: words })).or(page.getByRole('radio', { name: words }))
    await control.last().click()
    await settled(page)
  }
  for (const key of keys) await page.keyboard.press(key)
  await settled(page)
}

/** Nothing more is loading. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText('Loading…')).toHaveCount(0)
}

/** At 200 % and at 320 pixels, which is 400 %, nothing but a table of data scrolls sideways (1.4.10). */
async function expectReflow(page: Page): Promise<void> {
  for (const [width, height] of [[683, 384], [320, 640]] as const) {
    await page.setViewportSize({ width, height })
    const wide = await page.evaluate(() => {
      const over = [document.documentElement, document.getElementById('main'), document.querySelector('[role=dialog]')]
      return over.filter((box) => box !== null).filter((box) => box.scrollWidth > box.clientWidth).map((box) => box.id || box.tagName)
    })
    expect(wide, `at ${String(width)} pixels`).toEqual([])
  }
}
