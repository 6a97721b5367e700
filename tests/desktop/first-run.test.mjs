/** The program as it is installed, on a machine that has never seen it. */

import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Window } from './driver.mjs'

/** @type {Window} */
let window

before(async () => {
  window = await Window.open()
})

after(async () => {
  await window?.discard()
})

test('the window opens on the first-run screen', async () => {
  await window.heading('Welcome to Convenor')
  assert.match(await window.title(), /Convenor/)
  assert.equal(new URL(await window.url()).protocol, 'tauri:')
  const picture = await window.screenshot('first-run')
  assert.ok(picture.length > 5_000, 'the window is not blank')
})

test('the window can reach nothing but its own screens', async () => {
  const reached = await window.run(`
    return fetch('https://example.org/').then(() => 'reached', () => 'refused')
  `)
  assert.equal(reached, 'refused')
  assert.equal(await window.run(`return window.open('https://example.org/')`), null)
  assert.equal(await window.run(`return typeof window.__TAURI__`), 'undefined')
  await window.heading('Welcome to Convenor')
})

test('nothing is written before anybody has set the store up', async () => {
  const written = await readdir(window.home)
  assert.ok(!written.includes('records.convenor'))
  assert.deepEqual(await readdir(join(window.home, 'saved')), ['attach'])
})
