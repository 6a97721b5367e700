/** The made-up authority with somebody at each desk, and where its records are. */

import { test as base, type Browser, type Page } from '@playwright/test'
import { fence, listen } from './fixtures.js'
import { openTodaysMeeting, startLoopback, today, type Loopback } from './tools/loopback.mjs'

/** Who sits where. Their seats stay taken: every page of a seat is signed in. */
const desks = { chair: 'Robin Marsh', second: 'Jo Bramble', manager: 'Alex Finch', administrator: 'Sacha Wren' } as const
export type Desk = keyof typeof desks

/** What a screen can be opened on. */
export interface Records {
  readonly case: string
  readonly child: string
  readonly person: string
  readonly agency: string
  /** In the diary, not begun. */
  readonly planned: string
  /** Being held. */
  readonly live: string
  /** Held, with a draft. */
  readonly draft: string
  /** Held, with minutes that are frozen. */
  readonly approved: string
  readonly copy: string
}

export interface Authority {
  readonly convenor: Loopback
  readonly records: Records
}

interface Look {
  /** Shows somebody a screen: the address after `#`. The window starts anew. */
  readonly show: (desk: Desk | 'nobody', address: string) => Promise<Page>
}

interface Shared {
  readonly authority: Authority
  /** One window for each desk. */
  readonly windows: Map<string, Page>
}

/** One authority for all tests of a file; they only look. */
export const test = base.extend<Look, Shared>({
  authority: [
    async ({}, use) => {
      const convenor = await startLoopback()
      await convenor.call('create_demo', { size: 'small', today: null })
      for (const [seat, name] of Object.entries(desks)) await enter(convenor, seat, name)
      await use({ convenor, records: await find(convenor) })
      await convenor.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  windows: [
    async ({}, use) => {
      const windows = new Map<string, Page>()
      await use(windows)
      await Promise.all([...windows.values()].map((page) => page.context().close()))
    },
    { scope: 'worker' },
  ],

  show: async ({ browser, authority, windows }, use) => {
    const complaints: (() => string[])[] = []
    await use(async (desk, address) => {
      const page = windows.get(desk) ?? (await open(browser, authority.convenor, desk))
      windows.set(desk, page)
      complaints.push(listen(page))
      await page.setViewportSize({ width: 1366, height: 768 })
      await page.goto('about:blank')
      await page.goto(`${authority.convenor.url}#${address}`)
      return page
    })
    base.expect(complaints.flatMap((heard) => heard()), 'errors in the browser console').toEqual([])
  },
})

async function open(browser: Browser, convenor: Loopback, desk: string): Promise<Page> {
  const context = await browser.newContext({
    extraHTTPHeaders: { 'x-convenor-seat': desk }, locale: 'en-GB', timezoneId: 'Europe/London',
  })
  await fence(context, convenor)
  return context.newPage()
}

async function enter(convenor: Loopback, seat: string, name: string): Promise<void> {
  const { people, demoPassphrase: passphrase } = await convenor.call('store_status', {}, seat)
  const person = people.find((one: { name: string }) => one.name === name)
  await convenor.call('sign_in', { userId: person.userId, passphrase }, seat)
}

/** Opens the meeting of the day, approves the minutes of another, and begins a family's copy. */
async function find(convenor: Loopback): Promise<Records> {
  const ask = (name: string, request: unknown) => convenor.call(name, request, 'chair')
  const meetings = (await ask('agenda', { from: '2026-08-24', until: '2026-12-31', chair: null })).days.flatMap((day: any) => day.meetings)
  const live = await openTodaysMeeting(convenor, 'chair')
  const held = meetings.filter((one: any) => one.status === 'held')
  const minutes = await Promise.all(held.map((one: any) => ask('get_minutes', { meetingId: one.id, number: null })))
  const frozen = minutes.find(({ status }: any) => status === 'issued' || status === 'approved')
  const { family } = await ask('list_invitations', { meeting: frozen.meetingId })
  const reader = family.find(({ kind, person }: any) => kind === 'family' && person !== null)
  const [child] = frozen.record.children
  const copy = await ask('prepare_release', {
    meetingId: frozen.meetingId, caseId: child.caseId, recipientKind: 'family', personId: reader.person, agencyId: null, recipient: null,
  })
  const { agencies } = await ask('list_agencies', { text: null, kind: null, active: null })
  return {
    case: child.caseId,
    child: child.caseId,
    person: reader.person,
    agency: agencies[0].id,
    planned: meetings.find((one: any) => one.on > today && one.status === 'planned').id,
    live,
    draft: minutes.find(({ status }: any) => status === 'draft').meetingId,
    approved: frozen.meetingId,
    copy: copy.release.id,
  }
}
