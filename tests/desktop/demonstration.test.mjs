/** What `cargo xtask run` opens: the made-up authority, ready to be entered. */

import { after, before, test } from 'node:test'
import { Window } from './driver.mjs'

/** @type {Window} */
let window

before(async () => {
  window = await Window.open({ arguments: ['--demo'] })
})

after(async () => {
  await window?.discard()
})

test('the window opens on the made-up authority and says how to enter it', async () => {
  await window.heading('Who would you like to be?')
  await window.says('seven made-up rivers')
  await window.screenshot('demonstration')
  await window.press('Sign in')
  await window.control('Lock')
  await window.says('Demo data')
})
