import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import type { MeetingLine, MinutesView, ReleaseLine } from '$lib/api/generated'
import { t } from '$lib/i18n'
import { preferences } from '$lib/state/preferences.svelte'
import { session } from '$lib/state/session.svelte'
import { backEnd, overTheWire, refusal } from '$lib/testing/back-end'
import { copy, invitations, line } from '$lib/testing/diary'
import Meeting from './Meeting.svelte'
import { howFar } from './steps'

const props = { params: { id: 'm1' } }

function whole(meeting: Partial<MeetingLine>, minutes: MinutesView['status'] | null, copies: readonly Partial<ReleaseLine>[] = []) {
  return {
    list: { ...invitations, meeting: line(meeting) },
    minutes: minutes === null ? null : overTheWire<MinutesView>({ status: minutes }),
    releases: copies.map((change) => ({ ...copy.release, ...change })),
  }
}

async function open(change: Partial<MeetingLine>, more: Parameters<typeof backEnd>[0] = {}) {
  const asked = backEnd({ list_invitations: () => ({ ...invitations, meeting: line(change) }), list_users: () => ({ users: [] }), ...more })
  render(Meeting, { props })
  await screen.findByRole('heading', { name: t('diary.facts') })
  return asked
}

afterEach(() => {
  if (preferences.shareSafe) preferences.toggleShareSafe()
})

test('the last step waits for approved minutes and is done once the minutes or a copy went out', () => {
  expect(howFar(whole({ status: 'planned' }, null)).issue).toBe('cannot')
  expect(howFar(whole({ status: 'held' }, 'draft')).issue).toBe('cannot')
  expect(howFar(whole({ status: 'held' }, 'approved')).issue).toBe('not')
  expect(howFar(whole({ status: 'held' }, 'approved', [{ status: 'awaiting_approval' }])).issue).toBe('going')
  expect(howFar(whole({ status: 'held' }, 'approved', [{ status: 'issued' }])).issue).toBe('done')
  expect(howFar(whole({ status: 'held' }, 'issued')).issue).toBe('done')
  expect(howFar(whole({ status: 'held' }, 'issued', [{ status: 'void' }])).issue).toBe('done')
  expect(howFar(whole({ status: 'held' }, 'approved', [{ status: 'issued', superseded: true }])).issue).toBe('not')
})

test('a meeting is moved onto a day off only after the question was answered', async () => {
  let refused = false
  const asked = await open({}, {
    move_meeting: () => {
      if (refused) return { meeting: line({ on: '2026-12-05' }), shortNotice: false, toTellAgain: 3 }
      refused = true
      throw refusal('invalid', [{ path: 'on', code: 'not_a_working_day' }])
    },
  })
  await userEvent.click(screen.getByRole('button', { name: t('diary.move') }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.queryByRole('checkbox')).toBeNull()
  await userEvent.type(dialog.getByLabelText(t('diary.moveReason')), 'Room lost')
  await userEvent.click(dialog.getByRole('button', { name: t('diary.moveDo') }))
  await userEvent.click(await dialog.findByRole('checkbox', { name: /is not a working day/ }))
  await userEvent.click(dialog.getByRole('button', { name: t('diary.moveDo') }))
  await waitFor(() => { expect(asked.filter(([name]) => name === 'move_meeting')).toHaveLength(2) })
  const confirmed = asked.filter(([name]) => name === 'move_meeting').map(([, request]) => overTheWire<{ dayOffConfirmed: boolean }>(request).dayOffConfirmed)
  expect(confirmed).toEqual([false, true])
})

test('the minute taker is changed with the room', async () => {
  const asked = await open({ minuteTaker: 'u2' }, {
    list_users: () => ({ users: ['u2', 'u3'].map((id) => ({ id, name: `Robin ${id}`, jobTitle: null, roles: ['meeting_administrator'], active: true, version: 1 })) }),
    change_place: () => ({ meeting: line({ minuteTaker: 'u3' }), shortNotice: false, toTellAgain: 0 }),
  })
  await userEvent.click(screen.getByRole('button', { name: t('diary.changePlace') }))
  await screen.findByRole('option', { name: 'Robin u3' })
  await userEvent.selectOptions(screen.getByLabelText(new RegExp(t('diary.minuteTaker'))), 'u3')
  await userEvent.click(screen.getByRole('button', { name: t('diary.changePlaceDo') }))
  await waitFor(() => { expect(asked.find(([name]) => name === 'change_place')?.[1]).toMatchObject({ minuteTaker: 'u3', place: 'Room 2' }) })
})

test('those who were invited can be told that a meeting was cancelled', async () => {
  session.enter({ userId: 'u1', name: 'Jo Example', roles: ['chair'], authority: 'Trentshire', demo: false, lastSignIn: null, today: '2026-11-22' })
  const asked = await open({ status: 'cancelled', cancelledReason: 'Chair ill' }, {
    tell_cancelled: () => ({
      subject: 'Cancelled: Review meeting, ref 7F3K', details: 'This meeting will not take place.',
      calendarFile: { name: 'meeting-7F3K-cancelled.ics', mediaType: 'text/calendar', content: '' }, agencies: ['police@example.invalid'], family: [],
    }),
  })
  await userEvent.click(screen.getByRole('button', { name: t('diary.tell') }))
  expect(await screen.findByText(/police@example.invalid/)).toBeTruthy()
  expect(screen.getByRole('button', { name: t('diary.saveCancellation') })).toBeTruthy()
  expect(asked.at(-1)).toEqual(['tell_cancelled', { meeting: 'm1' }])
})
