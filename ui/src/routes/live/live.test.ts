import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import type { LiveMeetingView } from '$lib/api/generated'
import { t } from '$lib/i18n'
import { drafts } from '$lib/state/drafts'
import { screenKeys } from '$lib/state/keys.svelte'
import { status } from '$lib/state/status.svelte'
import { backEnd, refusal } from '$lib/testing/back-end'
import { allPresent, child, liveMeeting } from '$lib/testing/live'
import { lineAt } from './line'
import Live from './Live.svelte'
import { keyOf, stepOfKey, stepOfMissing, steps } from './steps'

const props = { params: { id: 'm1' } }

async function open(view: LiveMeetingView, more: Parameters<typeof backEnd>[0] = {}) {
  const asked = backEnd({ live_meeting: () => view, ...more })
  render(Live, { props })
  await screen.findByRole('heading', { name: t('live.title', { reference: view.reference }) })
  return asked
}

function named(asked: readonly (readonly [string, unknown])[], name: string) {
  return asked.filter(([command]) => command === name).map(([, request]) => request)
}

test('twelve people who all came are marked in at most sixteen keystrokes', async () => {
  const view = liveMeeting()
  const asked = await open(view, { mark_all_present: () => allPresent(view) })
  // Alt+2 leads to the attendance, Alt+P marks everybody: two chords of two keys.
  await userEvent.keyboard('{Alt>}[Digit2]{/Alt}')
  await screen.findByText(t('live.markedCount', { marked: 0, all: 12 }))
  await userEvent.keyboard('{Alt>}[KeyP]{/Alt}')
  await screen.findByText(t('live.markedCount', { marked: 12, all: 12 }))
  expect(named(asked, 'mark_all_present')).toEqual([{ meetingId: 'm1' }])
  expect(status.text).toBe(t('live.allPresentSaid', { n: 12 }))
})

test('arrow keys choose a mark, Tab goes to the next person, and only where the keys rest is saved', async () => {
  const view = liveMeeting()
  const asked = await open(view, {
    mark_attendance: () => ({ ...view, attendance: view.attendance.map((row) => (row.invitationId === 'i3' ? { ...row, mark: 'apologies' } : row)) }),
  })
  await userEvent.keyboard('{Alt>}[Digit2]{/Alt}')
  const police = screen.getByRole('radiogroup', { name: /DS Rowan Placeholder/ })
  within(police).getByLabelText('Present').focus()
  await userEvent.keyboard(' {ArrowRight}')
  await waitFor(() => { expect(named(asked, 'mark_attendance')).toHaveLength(1) })
  expect(named(asked, 'mark_attendance')[0]).toMatchObject({ rows: [{ invitationId: 'i3', mark: 'apologies', version: 1 }] })
})

test('a deputy is saved with the name of who came', async () => {
  const view = liveMeeting()
  const asked = await open(view, { mark_attendance: () => view })
  await userEvent.keyboard('{Alt>}[Digit2]{/Alt}')
  const nurse = screen.getByRole('radiogroup', { name: /Lee Specimen/ })
  await userEvent.click(within(nurse).getByLabelText('Sent a deputy'))
  await userEvent.type(screen.getByLabelText(/^Who came for Lee Specimen/), 'Ash Standin')
  await userEvent.tab()
  await waitFor(() => { expect(named(asked, 'mark_attendance')).toHaveLength(1) })
  expect(named(asked, 'mark_attendance')[0]).toMatchObject({ rows: [{ invitationId: 'i4', mark: 'substitute', substituteName: 'Ash Standin' }] })
})

test('Ctrl+Enter makes the line of a note an action, with the agency of the note, and the cursor comes back', async () => {
  const view = liveMeeting()
  const asked = await open(view, { add_action: () => view, save_passage: () => ({ outcome: 'saved', passage: null }) })
  await userEvent.keyboard('{Alt>}[Digit4]{/Alt}')
  await userEvent.click(screen.getByRole('button', { name: /^Trentshire Police/ }))
  const note = screen.getByLabelText<HTMLTextAreaElement>(/^Information by agency: Trentshire Police/, { selector: 'textarea' })
  note.focus()
  note.setSelectionRange(60, 60)
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => { expect(document.activeElement).toBe(screen.getByLabelText(t('live.owner'))) })
  expect(screen.getByLabelText<HTMLTextAreaElement>(t('live.action')).value).toBe('Ask the school for the gate log')
  expect(screen.getByLabelText<HTMLSelectElement>(t('live.ownerAgency')).value).toBe('a-police')
  await userEvent.keyboard('DS Rowan Placeholder')
  await userEvent.click(screen.getByRole('button', { name: t('live.dueInLabel', { n: 2 }) }))
  await userEvent.click(screen.getByRole('button', { name: t('live.addAction') }))
  await waitFor(() => { expect(named(asked, 'add_action')).toHaveLength(1) })
  expect(named(asked, 'add_action')[0]).toMatchObject({
    meetingId: 'm1', action: { caseId: 'c2', action: 'Ask the school for the gate log', ownerName: 'DS Rowan Placeholder', ownerId: 'p3', agencyId: 'a-police' },
  })
  await waitFor(() => { expect(document.activeElement).toBe(note) })
})

test('an action without its agency is refused beside the field and nothing typed is lost', async () => {
  await open(liveMeeting())
  await userEvent.keyboard('{Alt>}[Digit8]{/Alt}')
  await userEvent.type(screen.getByLabelText(t('live.action')), 'Visit at home')
  await userEvent.click(screen.getByRole('button', { name: t('live.addAction') }))
  expect(await screen.findByRole('link', { name: 'Choose their agency, or the family' })).toBeTruthy()
  expect(screen.getByLabelText<HTMLTextAreaElement>(t('live.action')).value).toBe('Visit at home')
})

test('what is missing before closing is listed, and each line leads to its field', async () => {
  await open(liveMeeting())
  await userEvent.keyboard('{Alt>}[Digit0]{/Alt}')
  await screen.findByRole('heading', { name: t('live.missingTitle', { n: 7 }) })
  expect(screen.getByRole('button', { name: t('live.close') }).getAttribute('aria-disabled')).toBe('true')
  await userEvent.click(screen.getByRole('button', { name: /the NRM decision/ }))
  await waitFor(() => { expect(document.activeElement?.id).toBe('risk-nrm') })
})

test('a meeting with nothing missing is closed after one question', async () => {
  const view = liveMeeting({ missing: [] })
  const asked = await open(view, { close_meeting: () => ({ ...view, status: 'held', writable: true }) })
  await userEvent.keyboard('{Alt>}[Digit0]{/Alt}')
  await userEvent.click(screen.getByRole('button', { name: t('live.close') }))
  expect(named(asked, 'close_meeting')).toHaveLength(0)
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: t('live.closeDo') }))
  await screen.findByRole('heading', { name: t('live.closedTitle') })
  expect(named(asked, 'close_meeting')).toEqual([{ id: 'm1', version: 3 }])
})

test('when somebody else saved the note first, both texts are shown and neither is lost', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const view = liveMeeting()
  const current = { ...view.passages[0], version: 9, body: 'What the note-taker wrote.' }
  await open(view, { save_passage: () => ({ outcome: 'conflict', current }) })
  await userEvent.keyboard('{Alt>}[Digit4]{/Alt}')
  await userEvent.click(screen.getByRole('button', { name: /^Trentshire Police/ }))
  await userEvent.type(screen.getByLabelText(/^Information by agency: Trentshire Police/, { selector: 'textarea' }), ' And mine.')
  vi.advanceTimersByTime(6_000)
  expect(await screen.findByText('What the note-taker wrote.')).toBeTruthy()
  expect(screen.getByLabelText<HTMLTextAreaElement>(/^Information by agency: Trentshire Police/, { selector: 'textarea' }).value).toMatch(/And mine\.$/)
  vi.useRealTimers()
})

test('a note that could not be saved because the store locked is kept as a draft', async () => {
  await open(liveMeeting(), { save_passage: () => { throw refusal('locked') } })
  await userEvent.type(await screen.findByLabelText(t('live.stepWelcome'), { exact: false, selector: 'textarea' }), 'Said at the start')
  drafts.capture()
  expect(drafts.find('text/passage/m1/welcome-all-none')).toMatchObject({ text: 'Said at the start' })
})

test('the risk of a child is saved as it is chosen, with everything else that was concluded', async () => {
  const view = liveMeeting()
  const asked = await open(view, { conclude_child: () => view })
  await userEvent.keyboard('{Alt>}[Digit6]{/Alt}')
  await userEvent.click(screen.getByLabelText('Medium'))
  await waitFor(() => { expect(named(asked, 'conclude_child')).toHaveLength(1) })
  expect(named(asked, 'conclude_child')[0]).toMatchObject({ meetingId: 'm1', caseId: 'c2', version: 1, level: 'medium', voice: null, route: null })
})

test('brothers and sisters each have their own tab where the section is about one child', async () => {
  await open(liveMeeting({ children: [child(2, 'Samira Holloway-Test'), child(3, 'Noor Holloway-Test')] }))
  await userEvent.keyboard('{Alt>}[Digit6]{/Alt}')
  await userEvent.click(await screen.findByRole('tab', { name: 'Noor Holloway-Test' }))
  expect(await screen.findByText('C-0413')).toBeTruthy()
})

test('a meeting that has not begun is opened by the chair, or by somebody who says why', async () => {
  const planned = liveMeeting({ status: 'planned', youChair: false, writable: false, sittings: [], missing: [] })
  const asked = await open(planned, { open_meeting: () => ({ ...planned, status: 'in_progress', writable: true }) })
  await userEvent.type(screen.getByLabelText(t('live.viceChairReason')), 'The chair is ill')
  await userEvent.click(screen.getByRole('button', { name: t('live.open') }))
  await screen.findByRole('navigation', { name: t('live.steps') })
  expect(named(asked, 'open_meeting')).toEqual([{ id: 'm1', version: 3, viceChairReason: 'The chair is ill' }])
})

test.each([
  ['one line', 3, 'one line'],
  ['first\n- second thing\nthird', 9, 'second thing'],
  ['first\nsecond', 5, 'first'],
  ['first\n2. second', 14, 'second'],
  ['', 0, ''],
])('the line at the cursor of %j is found', (text, cursor, line) => {
  expect(lineAt(text, cursor)).toBe(line)
})

test('every step has a key, and every missing thing a step', () => {
  expect(steps.map(keyOf).join('')).toBe('1234567890')
  expect(stepOfKey('0')).toBe('close')
  expect(stepOfMissing({ kind: 'conclusion', caseId: 'c2', part: 'next_on' })).toBe('next')
})

test('the keyboard help lists the keys of the meeting while its screen is open', async () => {
  backEnd({ live_meeting: () => liveMeeting() })
  const { unmount } = render(Live, { props })
  await screen.findByRole('heading', { name: t('live.title', { reference: liveMeeting().reference }) })
  const listed = screenKeys.groups.flatMap(({ keys }) => keys.map((one) => one.keys))
  expect(listed).toEqual(['Alt+1', 'Alt+2', 'Alt+3', 'Alt+4', 'Alt+5', 'Alt+6', 'Alt+7', 'Alt+8', 'Alt+9', 'Alt+0', 'Alt+P', 'Ctrl+Enter'])
  unmount()
  expect(screenKeys.groups).toEqual([])
})
