/** A picture of one screen: `node tools/shot.mjs --route /cases --out cases.png`. */

import { parseArgs } from 'node:util'
import { chromium as playwright } from '@playwright/test'
import { chromium } from './chromium.mjs'
import { enterDemonstration, startLoopback } from './loopback.mjs'

const { values } = parseArgs({
  options: {
    route: { type: 'string', default: '/' },
    out: { type: 'string', default: 'shot.png' },
    size: { type: 'string', default: '1366x768' },
    theme: { type: 'string', default: 'light' },
    full: { type: 'boolean', default: false },
    'signed-out': { type: 'boolean', default: false },
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
  if (!values['signed-out']) await enterDemonstration(convenor)
  await page.goto(convenor.url)
  await page.goto(`${convenor.origin}/#${values.route}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: values.out, fullPage: values.full })
} finally {
  await browser.close()
  await convenor.stop()
}
