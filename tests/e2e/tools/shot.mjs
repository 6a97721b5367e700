/**
 * A picture of one screen: `node tools/shot.mjs --route /cases --out cases.png`. In a route, `:live`
 * is the meeting of the day while it is held.
 */

import { parseArgs } from 'node:util'
import { chromium as playwright } from '@playwright/test'
import { chromium } from './chromium.mjs'
import { enterDemonstration, openTodaysMeeting, startLoopback, today } from './loopback.mjs'

const { values } = parseArgs({
  options: {
    route: { type: 'string', default: '/' },
    out: { type: 'string', default: 'shot.png' },
    size: { type: 'string', default: '1366x768' },
    theme: { type: 'string', default: 'light' },
    full: { type: 'boolean', default: false },
    'signed-out': { type: 'boolean', default: false },
    press: { type: 'string', multiple: true, default: [] },
  },
})
const [width = 1366, height = 768] = values.size.split('x').map(Number)

const convenor = await startLoopback()
const browser = await playwright.launch(chromium())
try {
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: values.theme === 'dark' ? 'dark' : 'light',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  })
  await page.clock.setFixedTime(`${today}T09:30:00Z`)
  if (!values['signed-out']) await enterDemonstration(convenor)
  const live = values.route.includes(':live') ? await openTodaysMeeting(convenor) : ''
  await page.goto(`${convenor.url}#${values.route.replace(':live', live)}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByText('Loading…').waitFor({ state: 'detached' })
  for (const words of values.press) await page.getByRole('button', { name: words }).first().click()
  await page.screenshot({ path: values.out, fullPage: values.full })
} finally {
  await browser.close()
  await convenor.stop()
}
