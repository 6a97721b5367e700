/** Starts and stops the loopback server, each time on a store of its own. */

import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

const root = resolve(import.meta.dirname, '../../..')

/** The day on which every journey takes place. */
export const today = '2026-11-23'

/**
 * @typedef {object} Loopback
 * @property {string} url the address to open, with the token
 * @property {string} origin the same without path and token
 * @property {string} folder holds the store and everything beside it
 * @property {string} store the store's file
 * @property {(name: string, request: unknown, seat?: string) => Promise<any>} call a command,
 *   without a screen; rejects with what the back end said
 * @property {() => Promise<void>} restart stops the program and starts it again on the same file
 * @property {() => Promise<void>} stop stops the program and removes the folder
 */

/**
 * @param {{ today?: string }} [options]
 * @returns {Promise<Loopback>}
 */
export async function startLoopback(options = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'convenor-e2e-'))
  const store = join(folder, 'records.convenor')
  const day = options.today ?? today
  let server = await launch(store, day)

  return {
    get url() {
      return server.url
    },
    get origin() {
      return new URL(server.url).origin
    },
    folder,
    store,
    call: (name, request, seat) => call(server.url, name, request, seat),
    async restart() {
      await server.end()
      server = await launch(store, day)
    },
    async stop() {
      await server.end()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/**
 * Makes the made-up authority and signs its first chair in.
 *
 * @param {Loopback} convenor
 * @param {{ size?: 'small' | 'authority', seat?: string }} [options]
 * @returns {Promise<any>} the session
 */
export async function enterDemonstration(convenor, { size = 'small', seat } = {}) {
  await convenor.call('create_demo', { size }, seat)
  const { people, demoPassphrase: passphrase } = await convenor.call('store_status', {}, seat)
  const chair = people.find((/** @type {any} */ person) => person.title?.startsWith('Chair')) ?? people[0]
  return convenor.call('sign_in', { userId: chair.userId, passphrase }, seat)
}

/**
 * Opens the meeting of the day and writes into it what a chair has after a few minutes.
 *
 * @param {Loopback} convenor
 * @param {string} [seat]
 * @returns {Promise<string>} the meeting
 */
export async function openTodaysMeeting(convenor, seat) {
  /** @type {(name: string, request: unknown) => Promise<any>} */
  const ask = (name, request) => convenor.call(name, request, seat)
  const { days } = await ask('agenda', { from: today, until: today, chair: null })
  const { id } = days.flatMap((/** @type {any} */ day) => day.meetings).find((/** @type {any} */ one) => one.status === 'planned')
  const { version, youChair, children, attendance } = await ask('live_meeting', { id })
  await ask('open_meeting', { id, version, viceChairReason: youChair ? null : 'The chair is on leave' })
  await ask('mark_all_present', { meetingId: id })
  const police = attendance.find((/** @type {any} */ one) => /Police/.test(one.agencyName ?? ''))
  await ask('save_passage', {
    meetingId: id, section: 'information', caseId: children[0].caseId, agencyId: police.agencyId, version: 0,
    body: 'Two episodes since the last meeting, both shorter than before. The seized telephone has been examined; what it shows will be shared by Friday.',
    nothingToReport: false, audience: 'agencies', restriction: null, copiedFrom: null,
  })
  return id
}

/**
 * @param {string} store
 * @param {string} day
 */
async function launch(store, day) {
  const program = process.env['CONVENOR_LOOPBACK'] ?? join(root, 'target/debug/convenor-loopback')
  const screens = process.env['CONVENOR_UI'] ?? join(root, 'ui/dist')
  const server = spawn(
    program,
    ['--store', store, '--ui', screens, '--today', day, '--until-input-ends'],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const ended = new Promise((resolve) => {
    server.once('exit', resolve)
    server.once('error', resolve)
  })
  const lines = createInterface({ input: server.stdout })
  const first = new Promise((resolve) => {
    lines.once('line', resolve)
  })
  const url = await Promise.race([first, ended])
  if (typeof url !== 'string') throw new Error(`${program} did not start (${String(url)})`)
  return {
    url,
    async end() {
      server.stdin.end()
      await ended
    },
  }
}

/**
 * @param {string} url
 * @param {string} name
 * @param {unknown} request
 * @param {string} [seat]
 */
async function call(url, name, request, seat) {
  const { origin, searchParams } = new URL(url)
  const response = await fetch(`${origin}/rpc/${name}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-convenor-token': searchParams.get('token') ?? '',
      ...(seat === undefined ? {} : { 'x-convenor-seat': seat }),
    },
    body: JSON.stringify(request),
  })
  const answer = await response.json()
  if (!response.ok) throw Object.assign(new Error(`${name}: ${answer.code}`), answer)
  return answer
}
