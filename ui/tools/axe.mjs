// Builds nothing: serves dist-gallery with the window's own content security policy, answers the
// commands with made-up replies, and looks at each screen with axe and with a camera.
// Run by `npm run axe`. Pictures go to axe-shots/.

import { mkdirSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium } from 'playwright-core'
import { preview } from 'vite'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const browserPath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const shots = 'axe-shots'

const person = {
  userId: 'u1', name: 'Jo Example', roles: ['chair'], authority: 'Trentshire County Council', demo: true,
  lastSignIn: '2026-11-20T16:04:00Z',
}
const people = [
  { userId: 'u1', name: 'Jo Example', roles: ['chair'] },
  { userId: 'u2', name: 'Robin Sample', roles: ['meeting_administrator'] },
  { userId: 'u3', name: 'Alex Placeholder', roles: ['lado_officer', 'manager'] },
]
const store = (state, extra = {}) => ({ state, demo: true, demoPassphrase: state === 'absent' ? null : 'open sesame trentshire', people: state === 'absent' ? [] : people, session: null, ...extra })

mkdirSync(shots, { recursive: true })
const server = await preview({ build: { outDir: 'dist-gallery' }, preview: { port: 0 }, logLevel: 'error' })
const base = server.resolvedUrls.local[0]
const browser = await chromium.launch({
  executablePath: browserPath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})

let faults = 0

async function open({ name, answers, hash = '#/', theme = 'light', width = 1366, height = 768, context = {}, act, forced = false, display = {} }) {
  const ctx = await browser.newContext({ viewport: { width, height }, locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce', ...(forced ? { forcedColors: 'active' } : {}), ...context })
  const page = await ctx.newPage()
  const complaints = []
  page.on('console', (message) => { if (message.type() === 'error' && !/422|423/.test(message.text())) complaints.push(message.text()) })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.addInitScript(([value]) => { localStorage.setItem('convenor-display', value) }, [JSON.stringify({ theme, density: 'compact', textSize: '100', ...display })])
  await page.route('**/rpc/*', async (route) => {
    const command = new URL(route.request().url()).pathname.split('/').at(-1)
    const answer = answers[command]
    if (answer === undefined) return route.abort()
    if (answer === 'never') return undefined
    return route.fulfill(answer.error ? { status: 422, json: answer.error } : { json: answer })
  })
  await page.goto(`${base}?token=t${hash}`)
  await page.locator('h1').first().waitFor()
  await act?.(page)
  await page.waitForTimeout(120)
  await page.screenshot({ path: `${shots}/${name}.png`, fullPage: false })
  if (!forced) {
    const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
    for (const violation of violations) {
      faults += 1
      console.error(`${name}: ${violation.id}: ${violation.help}`)
      for (const node of violation.nodes.slice(0, 4)) console.error(`   ${node.target.join(' ')}  ${node.failureSummary?.split('\n').slice(1).join(' ').slice(0, 200)}`)
    }
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  if (wide > 0) {
    const culprits = await page.evaluate(() => [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll')).slice(0, 6).map((e) => `${e.tagName}.${e.className}`))
    console.error(culprits.join(' | '))
    faults += 1; console.error(`${name}: scrolls sideways by ${wide}px`) }
  for (const complaint of complaints) { faults += 1; console.error(`${name}: console: ${complaint}`) }
  console.log(`${name}: looked at`)
  return { page, done: () => ctx.close() }
}

const inside = { store_status: store('open', { session: person }), lock: {} }
const weak = { error: { code: 'refused', violation: { kind: 'weak_passphrase', atLeast: 12 }, fields: [], reference: null } }
const wrong = { error: { code: 'refused', violation: { kind: 'wrong_passphrase' }, fields: [], reference: null } }

const visits = []
for (const theme of ['light', 'dark', 'cream']) {
  visits.push(
    { name: `first-run-${theme}`, theme, answers: { store_status: store('absent') } },
    { name: `sign-in-${theme}`, theme, answers: { store_status: store('locked') } },
    { name: `today-${theme}`, theme, answers: inside },
    { name: `gallery-${theme}`, theme, answers: inside, hash: '#/gallery' },
    { name: `gallery-form-${theme}`, theme, answers: inside, hash: '#/gallery', act: async (page) => {
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await page.getByRole('link', { name: 'Enter a title' }).waitFor()
    } },
    { name: `palette-${theme}`, theme, answers: inside, act: async (page) => { await page.keyboard.press('Control+k'); await page.getByRole('dialog').waitFor(); await page.keyboard.type('l') } },
    { name: `dialog-${theme}`, theme, answers: inside, hash: '#/gallery', act: async (page) => { await page.getByRole('button', { name: 'Open a dialog' }).click() } },
  )
}
visits.push(
  { name: 'set-up', answers: { store_status: store('absent'), create_store: weak }, height: 1100, act: async (page) => {
    await page.getByRole('button', { name: 'Set up for my team' }).click()
    await page.getByRole('button', { name: 'Make the store' }).click()
    await page.getByText('There is a problem').waitFor()
  } },
  { name: 'recovery-key', answers: { store_status: store('absent'), create_store: { recoveryKey: 'K7QF-2MXP-9TRD-W4HB-8CNE-5JVA' } }, act: async (page) => {
    await page.getByRole('button', { name: 'Set up for my team' }).click()
    await page.getByRole('button', { name: 'Make the store' }).click()
    await page.getByText('Convenor recovery sheet').waitFor()
  } },
  { name: 'open-store', answers: { store_status: store('absent') }, act: async (page) => { await page.getByRole('button', { name: 'Open an existing store' }).click() } },
  { name: 'making', answers: { store_status: store('absent'), create_demo: 'never' }, act: async (page) => {
    await page.getByRole('button', { name: 'Look round with made-up data' }).click()
    await page.getByRole('progressbar').waitFor()
  } },
  { name: 'sign-in-wrong', answers: { store_status: store('locked', { demo: false, demoPassphrase: null }), sign_in: wrong }, act: async (page) => {
    await page.getByRole('textbox', { name: 'Passphrase' }).fill('guess')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByText('There is a problem').waitFor()
  } },
  { name: 'recover', answers: { store_status: store('locked', { demo: false, demoPassphrase: null }) }, act: async (page) => { await page.getByRole('button', { name: 'I have the recovery key' }).click() } },
  { name: 'locked', answers: { ...inside }, hash: '#/gallery', act: async (page) => {
    await page.getByLabel('Title').fill('Half a title')
    await page.unroute('**/rpc/*')
    await page.route('**/rpc/*', (route) => route.fulfill({ json: route.request().url().endsWith('lock') ? {} : route.request().url().endsWith('sign_in') ? person : store('locked') }))
    await page.getByRole('button', { name: 'Lock', exact: true }).click()
    await page.getByRole('heading', { name: 'Convenor is locked' }).waitFor()
  } },
  { name: 'display', answers: inside, hash: '#/display' },
  { name: 'keys', answers: inside, act: async (page) => { await page.keyboard.press('F1') } },
  { name: 'combobox', answers: inside, hash: '#/gallery', act: async (page) => {
    await page.getByRole('combobox', { name: 'Who chairs' }).click()
    await page.getByRole('combobox', { name: 'Who chairs' }).pressSequentially('sa')
    await page.getByRole('option', { name: /Robin Sample/ }).waitFor()
    await page.keyboard.press('ArrowDown')
  } },
  { name: 'list', answers: inside, hash: '#/gallery/list' },
  { name: 'issued', answers: inside, hash: '#/gallery', act: async (page) => { await page.getByRole('button', { name: 'Issue', exact: true }).click() } },
  { name: 'filter', answers: inside, hash: '#/gallery', act: async (page) => { await page.getByRole('button', { name: 'Show filter' }).click() } },
  { name: 'share-safe', answers: inside, hash: '#/gallery', act: async (page) => { await page.keyboard.press('F9') } },
  { name: 'comfortable', answers: inside, hash: '#/gallery', display: { density: 'comfortable' } },
  { name: 'gallery-200', answers: inside, hash: '#/gallery', display: { textSize: '200' } },
  { name: 'gallery-320', answers: inside, hash: '#/gallery', width: 320, height: 800 },
  { name: 'first-run-320', answers: { store_status: store('absent') }, width: 320, height: 800 },
  { name: 'gallery-forced', answers: inside, hash: '#/gallery', forced: true },
  { name: 'not-found', answers: inside, hash: '#/nowhere' },
)

const only = process.argv[2]
for (const visit of visits.filter(({ name }) => !only || name.includes(only))) {
  try {
    const { page, done } = await open(visit)
    if (visit.name === 'locked') {
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await page.getByLabel('Title').waitFor()
      const back = await page.getByLabel('Title').inputValue()
      if (back !== 'Half a title') { faults += 1; console.error('locked: what was typed did not come back') }
    }
    if (visit.name === 'list') {
      const rows = await page.evaluate(() => [...document.querySelectorAll('tbody tr')].filter((row) => row.getBoundingClientRect().top >= 0 && row.getBoundingClientRect().bottom <= (document.querySelector('footer')?.getBoundingClientRect().top ?? 0)).length)
      console.log(`rows in sight at 1366 by 768: ${rows}`)
      if (rows < 20) faults += 1
      await page.pdf({ path: `${shots}/list.pdf`, preferCSSPageSize: true })
    }
    await done()
  } catch (error) {
    faults += 1
    console.error(`${visit.name}: ${error.message.split('\n').slice(0, 4).join(' ')}`)
  }
}

await browser.close()
await server.close()
console.log(faults === 0 ? `no faults on ${visits.filter(({ name }) => !only || name.includes(only)).length} views` : `${faults} faults`)
process.exit(faults === 0 ? 0 : 1)
