/**
 * Whoever sits at the screen. A journey is written once, against what a person does; a mouse and a
 * keyboard do it in their own way.
 */

import { expect, type Locator, type Page } from '@playwright/test'

export interface Operator {
  readonly page: Page
  /** A button, a link, a tab, or the words that fold something out. */
  press(control: Locator): Promise<void>
  /** Replaces what a field holds. */
  write(field: Locator, text: string): Promise<void>
  /** One of several. */
  choose(radio: Locator): Promise<void>
  turnTo(tab: Locator): Promise<void>
  tick(box: Locator): Promise<void>
  /** One line of a list that opens. */
  select(list: Locator, line: string): Promise<void>
  /** A section of the meeting, by its number and its words. */
  section(number: number, words: string): Promise<void>
  /** Everybody who has no mark yet was there. */
  markAllPresent(): Promise<void>
}

/** Somebody with a mouse, who types only text. */
export function byMouse(page: Page): Operator {
  return {
    page,
    press: (control) => control.click(),
    write: (field, text) => field.fill(text),
    choose: (radio) => radio.check(),
    turnTo: (tab) => tab.click(),
    tick: (box) => box.check(),
    select: async (list, line) => {
      await list.selectOption(line)
    },
    section: (_, words) =>
      page.getByRole('navigation', { name: 'Sections of the meeting' }).getByRole('button', { name: words }).click(),
    markAllPresent: () => page.getByRole('button', { name: 'Everyone present' }).click(),
  }
}

/** Somebody without a mouse: Tab, arrow keys, Space, Enter, and the keys that the screens tell. */
export function byKeyboard(page: Page): Operator {
  return {
    page,
    press: (control) => press(page, control),
    write: (field, text) => type(page, field, text),
    choose: async (radio) => {
      await arrowTo(page, radio, 'ArrowDown')
      if (!(await radio.isChecked())) await page.keyboard.press('Space')
      await expect(radio).toBeChecked()
    },
    turnTo: async (tab) => {
      await arrowTo(page, tab, 'ArrowRight')
      await expect(tab).toHaveAttribute('aria-selected', 'true')
    },
    tick: async (box) => {
      await tabTo(page, box)
      if (!(await box.isChecked())) await page.keyboard.press('Space')
      await expect(box).toBeChecked()
    },
    select: async (list, line) => {
      await tabTo(page, list)
      await page.keyboard.type(line)
      await expect(list.locator('option:checked')).toHaveText(line)
    },
    section: (number) => page.keyboard.press(`Alt+${String(number)}`),
    markAllPresent: () => page.keyboard.press('Alt+p'),
  }
}

/** Reaches a control with Tab or Shift+Tab alone, whichever way it lies. */
export async function tabTo(page: Page, control: Locator, limit = 400): Promise<void> {
  await expect(control).toBeVisible()
  for (let presses = 0; presses <= limit; presses += 1) {
    const way = await control.evaluate(whereTo)
    if (way === 'here') return
    await page.keyboard.press(way === 'before' ? 'Shift+Tab' : 'Tab')
  }
  throw new Error(`${String(limit)} presses of Tab did not reach ${String(control)}`)
}

/** Reaches the one stop that a group is, then one of the group with the arrow keys. */
async function arrowTo(page: Page, control: Locator, key: 'ArrowDown' | 'ArrowRight', limit = 30): Promise<void> {
  await tabTo(page, control)
  for (let presses = 0; presses <= limit; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error(`the arrow keys did not reach ${String(control)}`)
}

/** Runs in the page. A group of radio buttons or tabs is one stop of Tab. */
function whereTo(element: Element): 'here' | 'before' | 'after' {
  const group = [element]
  if (element instanceof HTMLInputElement && element.type === 'radio') {
    group.push(...[...document.querySelectorAll('input')].filter(({ name, form }) => name === element.name && form === element.form))
  }
  const tabs = element.role === 'tab' ? element.closest('[role=tablist]') : null
  if (tabs) group.push(...tabs.querySelectorAll('[role=tab]'))
  const focus = document.activeElement ?? document.body
  if (group.some((stop) => stop.contains(focus))) return 'here'
  if (focus === document.body) return 'after'
  return (focus.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) > 0 ? 'before' : 'after'
}

/** Reaches a control with Tab and presses a key on it. */
export async function press(page: Page, control: Locator, key = 'Enter'): Promise<void> {
  await expect(control).toBeEnabled()
  await tabTo(page, control)
  await page.keyboard.press(key)
}

/** Reaches a field with Tab and types into it, replacing what is there. */
async function type(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
}
