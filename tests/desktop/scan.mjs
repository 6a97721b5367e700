/**
 * Looks for planted markers in every byte of every file below a folder, and in the files' names,
 * in the forms in which a program could write a text without meaning to.
 */

import { readFile, readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** Every file below a folder. One that goes while we look is gone. */
export async function files(folder) {
  const found = []
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(unlessGone([]))) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) found.push(...(await files(path)))
    else if (entry.isFile()) found.push(path)
  }
  return found.sort()
}

/**
 * What was found below a folder: one line for each file, marker and form.
 *
 * @param {string} folder
 * @param {Readonly<Record<string, string>>} markers texts that occur nowhere else, by what they are
 */
export async function scan(folder, markers) {
  const patterns = Object.entries(markers).flatMap(([what, marker]) => forms(marker).map((form) => ({ what, ...form })))
  const found = new Set()
  for (const path of await files(folder)) {
    const bytes = await readFile(path).catch(unlessGone(Buffer.alloc(0)))
    const text = `${folded(bytes)}\n${folded(Buffer.from(relative(folder, path)))}`
    for (const { what, form, pattern } of patterns) {
      if (text.includes(pattern)) found.add(`${relative(folder, path)}: ${what} (${form})`)
    }
  }
  return [...found].sort()
}

/** Every way to write a marker. Letters are folded: capitals do not hide it. */
export function forms(marker) {
  const wide = Buffer.from(marker, 'utf16le')
  const written = [
    { form: 'plain', bytes: Buffer.from(marker) },
    { form: 'utf-16', bytes: wide },
    { form: 'utf-16', bytes: Buffer.from(wide).swap16() },
  ]
  for (const spelling of new Set([marker, marker.toLowerCase()])) {
    written.push({ form: 'hexadecimal', bytes: Buffer.from(Buffer.from(spelling).toString('hex')) })
    for (const before of [0, 1, 2]) {
      written.push({ form: 'base64', bytes: base64After(before, spelling, 'base64') })
      written.push({ form: 'base64', bytes: base64After(before, spelling, 'base64url') })
    }
  }
  return written.map(({ form, bytes }) => ({ form, pattern: folded(bytes) }))
}

/** The letters of base64 that a text makes after some other bytes, whatever stands around it. */
function base64After(before, text, alphabet) {
  const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(text)])
  const letters = bytes.toString(alphabet)
  return Buffer.from(letters.slice(Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6)))
}

/** Bytes as a string of as many letters, without capitals. */
function folded(bytes) {
  return bytes.toString('latin1').toLowerCase()
}

function unlessGone(answer) {
  return (error) => {
    if (error.code === 'ENOENT') return answer
    throw error
  }
}
