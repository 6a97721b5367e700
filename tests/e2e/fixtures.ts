/**
 * What every journey needs: a back end on an empty store, pages that may speak to it alone, axe in
 * both themes, and the keyboard.
 */

import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect, type BrowserContext, type ConsoleMessage, type Locator, type Page } from '@playwright/test'
import { startLoopback, today, type Loopback } from './tools/loopback.mjs'

export { expect, today }
export type { Locator, Page }

interface World {
  /** The back end of this test, on a store that is not there yet. */
  readonly convenor: Loopback
  /** Another person at another window of the same store. */
  readonly sitDown: (seat: string) => Promise<Page>
}

export const test = base.extend<World>({
  convenor: async ({}, use) => {
    const convenor = await startLoopback()
    await use(convenor)
    await convenor.stop()
  },

  context: async ({ context, convenor }, use) => {
    await fence(context, convenor)
    await use(context)
  },

  page: async ({ page, convenor }, use) => {
    const complaints = listen(page)
    await page.goto(convenor.url)
    await use(page)
    expect(complaints(), 'errors in the browser console').toEqual([])
  },

  sitDown: async ({ browser, convenor }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (seat) => {
      const context = await browser.newContext({ extraHTTPHeaders: { 'x-convenor-seat': seat } })
      contexts.push(context)
      await fence(context, convenor)
      const page = await context.newPage()
      await page.goto(convenor.url)
      return page
    })
    await Promise.all(contexts.map((context) => context.close()))
  },
})

/** It is the back end's day, and nothing may leave for anywhere but the back end. */
export async function fence(context: BrowserContext, convenor: Loopback): Promise<void> {
  await context.clock.setFixedTime(`${today}T09:30:00Z`)
  await context.route(
    (url) => ['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol) && url.origin !== convenor.origin,
    async (route) => {
      await route.abort('blockedbyclient')
      throw new Error(`a screen asked for ${new URL(route.request().url()).origin}`)
    },
  )
}

/** Collects what the browser complains about, refused requests aside: those have their own tests. */
export function listen(page: Page): () => string[] {
  const complaints: string[] = []
  const thrown = (error: Error) => {
    complaints.push(error.message)
  }
  const said = (message: ConsoleMessage) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) complaints.push(message.text())
  }
  page.on('pageerror', thrown)
  page.on('console', said)
  return () => {
    page.off('pageerror', thrown)
    page.off('console', said)
    return complaints
  }
}

const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** The screen as it stands meets WCAG 2.2 A and AA, in light and in dark. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page }).withTags(standard).analyze()
    const found = violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.target.join(' ')) }))
    expect(found, `${screen}, ${colorScheme}`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
}

/** Every screen has one main heading and a way past the navigation. */
export async function expectScreen(page: Page, heading: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
}

/**
 * Walks the whole screen with Tab: every stop can be seen, shows that it has the focus, and the
 * walk comes to an end. Returns what a person meets on the way.
 */
export async function walk(page: Page, limit = 250): Promise<string[]> {
  const met: string[] = []
  const seen = new Set<string>()
  for (let presses = 0; presses < limit; presses += 1) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(focused)
    if (stop === null || seen.has(stop.path)) return met
    seen.add(stop.path)
    expect(stop.isVisible, `focus is on something that cannot be seen: ${stop.path}`).toBe(true)
    expect(stop.showsFocus, `the focus cannot be seen on ${stop.path}`).toBe(true)
    met.push(stop.name)
  }
  throw new Error(`the keyboard was still on its way after ${limit} stops`)
}

/** Runs in the page. */
function focused(): { path: string; name: string; isVisible: boolean; showsFocus: boolean } | null {
  const element = document.activeElement
  if (!(element instanceof HTMLElement) || element === document.body) return null
  const steps: string[] = []
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const place = at.parentElement === null ? 0 : [...at.parentElement.children].indexOf(at)
    steps.unshift(`${at.tagName.toLowerCase()}:${String(place)}`)
  }
  const box = element.getBoundingClientRect()
  // GOV.UK draws the focus of a radio button or checkbox on its label's pseudo-element.
  const marked = [element, element.nextElementSibling]
    .filter((at) => at !== null)
    .flatMap((at) => [null, '::before'].map((pseudo) => getComputedStyle(at, pseudo)))
  return {
    path: steps.join('>'),
    name: (element.getAttribute('aria-label') ?? element.textContent).trim().replace(/\s+/g, ' '),
    isVisible: box.width > 0 && box.height > 0,
    showsFocus: marked.some(
      (style) => (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none',
    ),
  }
}
