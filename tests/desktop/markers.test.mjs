/**
 * What the window leaves on the disk: nothing that can be read.
 *
 * A store is set up, a child is recorded, looked at and locked away, and the window is closed. At
 * each step every file that the program and its web view may write is searched for what was typed.
 */

import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { after, before, test } from 'node:test'
import { Window } from './driver.mjs'
import { files, scan } from './scan.mjs'

/** Invented words, which are nowhere else. */
const child = {
  name: 'Ash Quillhamstead',
  alias: 'Fernimblewick',
  address: '7 Brackendrop Steps',
  notes: 'Asks for the Ostrelby interpreter',
}
const unsaved = { area: 'Umbermarsh Sidings' }
const passphrase = 'vorrelby quennock thripsal ushermead'
const secrets = {
  passphrase,
  ...Object.fromEntries(passphrase.split(' ').map((word, n) => [`word ${n + 1} of the passphrase`, word])),
}

/** What the test itself makes the web view write, to be found there. */
const control = { written: 'Wexcombe Larkrise Halt' }

/** Everything that may not be found, by what it is. */
const markers = { ...child, ...unsaved, ...secrets }

/** @type {Window} */
let window
let home = ''

before(async () => {
  home = await mkdtemp(join(tmpdir(), 'convenor-markers-'))
  // Whatever the program takes for a place to write to is in its home.
  const places = { HOME: 'user', TMPDIR: 'temporary', XDG_STATE_HOME: 'state', XDG_RUNTIME_DIR: 'run' }
  for (const [name, folder] of Object.entries(places)) {
    process.env[name] = join(home, folder)
    await mkdir(join(home, folder), { mode: 0o700 })
  }
  window = await Window.open({ home })
})

after(async () => {
  await window?.close().catch(() => undefined)
  await rm(home, { recursive: true, force: true, maxRetries: 5 })
})

test('the search finds a marker however it was written', async () => {
  const folder = join(home, 'planted')
  const written = {
    plain: Buffer.from(`of ${child.name.toUpperCase()};`),
    wide: Buffer.from(`xx${child.name}xx`, 'utf16le'),
    0: Buffer.from(Buffer.from(`${child.name} and more`).toString('base64')),
    1: Buffer.from(Buffer.from(`a${child.name} and more`).toString('base64')),
    2: Buffer.from(Buffer.from(`ab${child.name} and more`).toString('base64url')),
    [child.name]: Buffer.from('the name of the file says it'),
  }
  await mkdir(folder)
  for (const [name, bytes] of Object.entries(written)) await writeFile(join(folder, name), bytes)
  assert.deepEqual(await scan(home, markers), [
    'planted/0: name (base64)',
    'planted/1: name (base64)',
    'planted/2: name (base64)',
    `planted/${child.name}: name (plain)`,
    'planted/plain: name (plain)',
    'planted/wide: name (utf-16)',
  ])
  await rm(folder, { recursive: true })
})

test('the recovery key is shown once, and is not on the disk', async () => {
  await window.heading('Welcome to Convenor')
  await window.press('Set up for my team')
  await window.heading('Set up for my team')
  await window.fill('Name of your authority', 'Trentshire')
  await window.fill('Your name', 'Robin Marsh')
  await window.fill('Passphrase', passphrase)
  await window.fill('Passphrase again', passphrase)
  await window.press('Make the store')
  await window.heading('Print your recovery key now')
  const key = await window.text(await window.find('.key code'))
  assert.ok(key.length > 20, 'a recovery key is on the screen')
  markers['recovery key'] = key
  markers['recovery key without its dashes'] = key.replaceAll(/[^0-9a-z]/gi, '')
  await nothingIsFound()
  await window.click(await window.field('I have printed or written down the recovery key'))
  await window.press('Go to sign in')
  await signIn('Sign in')
})

test('a child on the screen is nowhere on the disk', async () => {
  await window.press('People')
  await window.press('Add a person')
  await window.heading('Add a person')
  await window.fill('Full name', child.name)
  await window.press('Add another name')
  await window.fill('Name', child.alias)
  await window.press('Add an address')
  await window.fill('Address', child.address)
  // A field that is out of sight cannot be typed into.
  await window.run(`[...document.querySelectorAll('textarea')].at(-1).scrollIntoView()`)
  await window.fill('What a scheduler must know', child.notes)
  await nothingIsFound()
  await window.press('Add the person')
  await window.heading(child.name)
  const shown = await page()
  for (const [what, marker] of Object.entries(child)) assert.ok(shown.includes(marker), `the screen shows the ${what}`)
  await nothingIsFound()
})

test('the search reads the store, its log, the keys, the program’s log and the web view', async () => {
  const names = (await files(home)).map((path) => relative(home, path))
  const among = (part) => names.some((name) => name.includes(part))
  for (const part of ['records.convenor', 'records.convenor-wal', 'keys', '.log', '/web view/']) {
    assert.ok(among(part), `${part} is among ${names.join(', ')}`)
  }
})

test('the search finds what a page makes the web view write', async () => {
  await window.run(`localStorage.setItem('control', arguments[0])`, control.written)
  const found = await window.until('the web view wrote nothing', async () => {
    const lines = await scan(home, control)
    return lines.length > 0 ? lines : null
  })
  for (const line of found) assert.match(line, /\/web view\/.*: written \(/)
})

test('a lock takes it off the screen, what was not saved with it', async () => {
  await window.press('Open a case for this child')
  await window.heading('Open a case')
  await window.fill('Area', unsaved.area)
  await window.press('Lock')
  await window.heading('Convenor is locked')
  const shown = await page()
  for (const [what, marker] of Object.entries(markers)) assert.ok(!shown.includes(marker), `the screen shows no ${what}`)
  await nothingIsFound()
})

test('the closed window leaves nothing that can be read', async () => {
  await window.close()
  await nothingIsFound()
  console.log(`window markers: ${Object.keys(markers).length} planted, none left in ${(await files(home)).length} files`)
})

test('whatever the web view had written is gone when the window opens again', async () => {
  window = await Window.open({ home })
  await window.heading('Sign in')
  await nothingIsFound()
  assert.deepEqual(await scan(home, control), [])
})

async function nothingIsFound() {
  assert.deepEqual(await scan(home, markers), [])
}

async function signIn(heading) {
  await window.heading(heading)
  await window.fill('Passphrase', passphrase)
  await window.press('Sign in')
  await window.control('Lock')
}

/** All that the page holds, what is typed into its fields too. */
async function page() {
  return window.run(`
    const typed = [...document.querySelectorAll('input, textarea')].map(({ value }) => value)
    return [document.title, document.documentElement.outerHTML, ...typed, ...Object.values(localStorage)].join(' ')
  `)
}
