/**
 * A review of a high-risk child in the program as it is installed: from the first screen to the
 * family's copy on the disk, locked and unlocked.
 */

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { words } from '../e2e/tools/words.mjs'
import { Key, Window } from './driver.mjs'

/** @type {Window} */
let window

/** As the screens call them. */
const people = { chair: 'Robin Marsh', child: '', parent: '' }
let meeting = ''

/** On Today, the meeting of whoever is signed in. */
const start = '//a[starts-with(@aria-label, "Start ")]'

before(async () => {
  window = await Window.open()
})

after(async () => {
  await window?.discard()
})

test('the first screen makes a made-up authority, and a chair signs in', async () => {
  await window.heading('Welcome to Convenor')
  await window.press('Look round with made-up data')
  await signIn(people.chair, 'Who would you like to be?')
  await window.heading(/Robin$/)
  await window.says('Next 14 days')
  // Which of the two chairs has the meeting of the day depends on the day.
  if ((await window.count(start)) > 0) return
  people.chair = 'Jo Bramble'
  await lock()
  await signIn(people.chair, 'Convenor is locked')
  await window.heading(/Jo$/)
})

test('the review of the day is for a high-risk child, and begins with who is there', async () => {
  await window.click(await window.at(start))
  await window.press('Open the meeting')
  await window.at('//section[@aria-label="Case"]//*[contains(normalize-space(.), "High")]')
  people.child = await window.text(await window.find('.identity .name'))
  meeting = (await window.text(await window.find('h1'))).replace('Meeting ', '')
  await section(2, 'Attendance')
  await window.keys(Key.alt, 'p')
  await window.says('Quorate (')
})

test('every action that is still open is reviewed', async () => {
  await section(3, 'Open actions')
  const open = '//li[.//*[normalize-space(.)="Not reviewed yet"]]'
  while ((await window.count(open)) > 0) {
    const left = await window.count(open)
    await window.choose('In progress', `(${open})[1]`)
    await window.write(await window.at(`(${open})[1]//label[starts-with(., "What was done")]/following-sibling::input`), 'Told at the meeting')
    await window.click(await window.at(`(${open})[1]//button[@type="submit"]`))
    await window.at(`/*[count(${open}) < ${left}]`)
  }
})

test('what is known is written, with what only some may read', async () => {
  await section(4, 'Agencies')
  await agency('Police')
  await window.fill('Information by agency:', words.secret)
  await agency('Health')
  await window.fill('Information by agency:', words.health)
  await forEveryone()
  await section(5, 'Child’s views')
  await window.choose('Given another way')
  await window.fill('The child’s words', words.voice)
  await window.fill('The family’s views', words.family)
})

test('risk, decision, action and next date are set', async () => {
  await section(6, 'Risk')
  await window.choose('High')
  await window.fill('Why this level', words.rating)
  await window.choose('Considered; the threshold is not met')
  await window.fill('Why the threshold is not met', 'No sign of forced labour or movement')
  await section(7, 'Decisions')
  await window.fill('Decision', words.decision)
  await window.fill('Reasons', words.rationale)
  await window.press('Add the decision')
  await section(8, 'New actions')
  await window.fill('Action', words.action)
  await window.fill('Who does it', 'Named worker')
  await window.select('Their agency', 'The family (no agency)')
  await window.press('By when: in 2 weeks')
  await window.press('Add the action')
  await section(9, 'Next date')
  await window.choose('Another ERAM')
  await window.click(await window.at('//button[starts-with(normalize-space(.), "Use ")]'))
})

test('the meeting is closed and its minutes are approved', async () => {
  await section(0, 'Read back, close')
  await window.says('Nothing is missing. The meeting can be closed.')
  await window.screenshot('read-back')
  await window.press('Close the meeting')
  await window.press('Close it now')
  await window.press('Go to the write-up')
  await window.says(words.secret)
  await window.press('Approve these minutes')
  await window.press('Approve and freeze')
  await window.says('Version 1: Approved')
})

test('the family’s copy is prepared, and a second person approves it', async () => {
  await window.press('Make copies for the family and agencies')
  await window.heading('Copies of the record')
  people.parent = await window.text(await window.at(`//select/option[starts-with(@value, "p:") and normalize-space(.)!="${people.child}"]`))
  await window.select('Who gets it', people.parent)
  await window.press('Make a copy')
  await window.heading(`Withhold and issue: ${people.parent}`)
  await decideWords()
  await window.press('Send to the second person')
  await window.says('a second person has to approve it')
  await lock()
  await signIn('Alex Finch', 'Convenor is locked')
  await openCopy()
  await window.press('Approve as the second person')
  await window.says('Approved, not sent')
})

test('it is issued, and holds nothing that was withheld', async () => {
  await lock()
  await signIn(people.chair, 'Convenor is locked')
  await openCopy()
  await window.press('Issue and record')
  await window.fill('How it travels', 'By hand')
  await window.keys(Key.enter)
  await window.press('Save the document')
  const text = await savedText()
  for (const said of [people.child, people.parent, words.health, words.family, words.decision]) assert.ok(text.includes(said), said)
  for (const hidden of [words.secret, words.voice]) assert.ok(!text.includes(hidden), hidden)
})

test('after the lock nothing of the child is on the screen, and the chair goes on where they were', async () => {
  await lock()
  const left = await window.run('return document.documentElement.outerHTML + document.title + Object.values(localStorage).join()')
  for (const trace of [people.child, people.parent, words.decision]) assert.ok(!left.includes(trace), trace)
  await signIn(people.chair, 'Convenor is locked')
  await window.heading(`Withhold and issue: ${people.parent}`)
})

async function signIn(name, heading) {
  await window.heading(heading)
  await window.says('seven made-up rivers')
  await window.choose(name)
  await window.press('Sign in')
  await window.control('Lock')
}

async function lock() {
  await window.press('Lock')
  await window.heading('Convenor is locked')
}

async function section(number, name) {
  await window.keys(Key.alt, String(number))
  await window.at(`//h2[normalize-space(.)="${number} ${name}"]`)
}

async function agency(name) {
  await window.click(await window.at(`//ul[@aria-label="Agency"]//button[contains(., "${name}")]`))
  await window.at(`//label[starts-with(normalize-space(.), "Information by agency:") and contains(., "${name}")]`)
}

/** The family may read the passage too. */
async function forEveryone() {
  await window.click(await window.at('//summary[starts-with(normalize-space(.), "Who may read it")]'))
  await window.select('Who may read it', 'Everyone, the family too')
}

/** Every word that may be a name: these are ordinary words. */
async function decideWords() {
  const waiting = '//*[@role="group" and starts-with(@aria-label, "Is ")]'
  for (let left = await window.count(waiting); left > 0; left -= 1) {
    await window.click(await window.at(`(${waiting})[1]//button[starts-with(normalize-space(.), "Keep")]`))
    await window.at(`/*[count(${waiting}) < ${left}]`)
  }
}

/** From Today to the copy, as somebody who did not make it. */
async function openCopy() {
  await window.press('Schedule')
  await window.press(meeting)
  await window.press('Issue')
  await window.press(`Open the copy for ${people.parent}`)
  await window.heading(`Withhold and issue: ${people.parent}`)
}

/** The text of the one document that was saved. */
async function savedText() {
  const folder = join(window.home, 'saved')
  const saved = await window.until('no document was saved', async () => (await readdir(folder)).find((name) => name.endsWith('.pdf')) ?? null)
  return execFileSync('pdftotext', [join(folder, saved), '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ')
}
