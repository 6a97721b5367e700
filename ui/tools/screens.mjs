// Looks at the screens of meetings with axe and with a camera, with made-up answers.
// Run after `npm run build`: node tools/screens.mjs [name]. Pictures go to axe-shots/.

import { mkdirSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium } from 'playwright-core'
import { createServer, preview } from 'vite'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const shots = 'axe-shots'
const only = process.argv[2]

mkdirSync(shots, { recursive: true })
const loader = await createServer({ server: { middlewareMode: true, hmr: false }, appType: 'custom', logLevel: 'error' })
const live = await loader.ssrLoadModule('/src/lib/testing/live.ts')
const diary = await loader.ssrLoadModule('/src/lib/testing/diary.ts')
const server = await preview({ build: { outDir: 'dist' }, preview: { port: 0 }, logLevel: 'error' })
const base = server.resolvedUrls.local[0]
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] })

const session = { userId: 'u1', name: 'Jo Example', jobTitle: 'Child Protection Coordinator', roles: ['chair'], authority: 'Trentshire County Council', demo: true, lastSignIn: '2026-11-20T16:04:00Z', today: '2026-11-22' }
const view = live.liveMeeting({ actions: [live.action(5, 'Ask the school for the gate log', '2026-11-27')], decisions: [{ id: 'd1', version: 1, caseId: null, decision: 'The plan continues.', rationale: 'It holds.', dissent: 'Police would step up.', dissentAgencyId: 'a-police', audience: 'everyone', restriction: null }] })
const answers = {
  store_status: { state: 'open', demo: true, demoPassphrase: null, people: [], session }, lock: {},
  today: diary.today, to_schedule: diary.toSchedule, agenda: diary.agenda, plan_options: diary.plan, list_invitations: diary.invitations, list_reports: diary.reports,
  live_meeting: view, list_users: { users: [] }, view_release: diary.copy, list_releases: { releases: [diary.copy.release] },
  list_agencies: { agencies: [] },
  list_actions: { total: 1, actions: [{ ...live.action(1, 'Share the chronology', '2026-11-12'), caseReference: 'C-0412', childName: 'Samira Holloway-Test', meetingId: 'm1', meetingOn: '2026-10-06', overdue: true, closedOn: null }] },
}
const step = (key) => async (page) => { await page.keyboard.press(`Alt+${key}`); await page.waitForTimeout(150) }

const visits = [
  { name: 'm-today', hash: '#/' },
  { name: 'm-schedule', hash: '#/schedule' },
  { name: 'm-plan', hash: '#/schedule/plan/c8/2026-11-24' },
  { name: 'm-meeting', hash: '#/meetings/m1' },
  { name: 'm-invitations', hash: '#/meetings/m1/invitations' },
  ...['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'].map((key) => ({ name: `m-live-${key}`, hash: '#/meetings/m1/live', act: step(key) })),
  { name: 'm-live-dark', hash: '#/meetings/m1/live', theme: 'dark', act: step('2') },
  { name: 'm-live-200', hash: '#/meetings/m1/live', textSize: '200', act: step('2') },
  { name: 'm-live-320', hash: '#/meetings/m1/live', width: 320, act: step('2') },
  { name: 'm-siblings', hash: '#/meetings/m1/live', answers: { live_meeting: { ...view, children: [live.child(2, 'Samira Holloway-Test'), live.child(3, 'Noor Holloway-Test')] } }, act: step('6') },
  { name: 'm-copies', hash: '#/meetings/m1/copies' },
  { name: 'm-copy', hash: '#/copies/k1' },
  { name: 'm-actions', hash: '#/actions' },
]

let faults = 0
for (const visit of visits.filter(({ name }) => !only || name.includes(only))) {
  const { name, hash, act, theme = 'light', textSize = '100', width = 1366 } = visit
  const context = await browser.newContext({ viewport: { width, height: 768 }, locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce' })
  const page = await context.newPage()
  page.on('console', (message) => { if (message.type() === 'error') { faults += 1; console.error(`${name}: console: ${message.text()}`) } })
  page.on('pageerror', (error) => { faults += 1; console.error(`${name}: ${error.message}`) })
  await page.addInitScript(([value]) => { localStorage.setItem('convenor-display', value) }, [JSON.stringify({ theme, density: 'compact', textSize })])
  await page.route('**/rpc/*', (route) => {
    const command = new URL(route.request().url()).pathname.split('/').at(-1)
    const answer = { ...answers, ...visit.answers }[command]
    return answer === undefined ? route.abort() : route.fulfill({ json: answer })
  })
  await page.goto(`${base}?token=t${hash}`)
  await page.locator('h1').first().waitFor()
  await page.waitForTimeout(400)
  await act?.(page)
  await page.screenshot({ path: `${shots}/${name}.png` })
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
  for (const violation of violations) {
    faults += 1
    console.error(`${name}: ${violation.id}: ${violation.help}: ${violation.nodes.slice(0, 3).map((node) => `${node.target.join(' ')} ${(node.failureSummary ?? '').split('\n')[1] ?? ''}`).join(' | ')}`)
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  if (wide > 0) { faults += 1; console.error(`${name}: scrolls sideways by ${wide}px`) }
  await context.close()
}
await browser.close()
await server.close()
await loader.close()
console.log(faults === 0 ? 'no faults' : `${faults} faults`)
process.exit(faults === 0 ? 0 : 1)
