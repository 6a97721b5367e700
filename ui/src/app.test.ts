import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import App from './App.svelte'
import type { SessionView, StoreStatus } from './lib/api/generated'
import { t } from './lib/i18n'
import { useHost } from './lib/platform'
import { overTheWire } from './lib/testing/back-end'

const jo: SessionView = {
  userId: 'u1', name: 'Jo Example', roles: ['chair'], authority: 'Trentshire County Council', demo: false, lastSignIn: null, today: '2026-11-23',
}

function status(state: StoreStatus['state'], session: SessionView | null = null): StoreStatus {
  return {
    state, demo: false, demoPassphrase: null, session,
    people: state === 'absent' ? [] : [{ userId: 'u1', name: 'Jo Example', title: null }, { userId: 'u2', name: 'Robin Sample', title: null }],
  }
}

const quietDay = {
  today: '2026-11-22', myMeetings: [], nextDays: [], reviews: [], overdueReviews: 0, overdueActions: [], drafts: [], toIssue: [], silentReplies: 0, lateReports: 0,
}

/** A back end in a few words: what each command answers, and what it was asked. */
function backEnd(answers: Record<string, (request: unknown) => unknown>) {
  const asked: [string, unknown][] = []
  useHost({
    call: (name, request) => {
      asked.push([name, request])
      try {
        const answer = answers[name] ?? (name === 'today' ? () => quietDay : undefined)
        return Promise.resolve(overTheWire(answer?.(request)))
      } catch (refusal) {
        return Promise.reject(refusal instanceof Error ? refusal : Object.assign(new Error('refused'), refusal))
      }
    },
    saveFile: () => Promise.resolve('saved'),
    openFile: () => Promise.resolve(null),
    print: () => undefined,
  })
  return asked
}

function refuse(code: string, violation: unknown = null): never {
  throw Object.assign(new Error(code), { code, violation, fields: [], reference: null })
}

beforeEach(() => {
  location.hash = '#/'
})

test('a first run makes a store, shows its recovery key once, and goes on to sign in', async () => {
  let state: StoreStatus['state'] = 'absent'
  const asked = backEnd({
    store_status: () => status(state),
    create_store: () => {
      state = 'locked'
      return { recoveryKey: 'K7QF-2MXP-9TRD' }
    },
  })
  render(App)
  await userEvent.click(await screen.findByRole('button', { name: t('unlock.setUp') }))
  await userEvent.type(screen.getByLabelText(t('unlock.authority')), 'Trentshire')
  await userEvent.type(screen.getByLabelText(t('unlock.yourName')), 'Jo Example')
  await userEvent.type(screen.getByLabelText(t('unlock.passphrase')), 'four unrelated words here')
  await userEvent.type(screen.getByLabelText(t('unlock.passphraseAgain')), 'four unrelated wards here')
  await userEvent.click(screen.getByRole('button', { name: t('unlock.makeStore') }))
  expect(await screen.findByRole('link', { name: t('unlock.passphraseDiffers') })).toBeTruthy()
  expect(asked.some(([name]) => name === 'create_store')).toBe(false)

  await userEvent.clear(screen.getByLabelText(t('unlock.passphraseAgain')))
  await userEvent.type(screen.getByLabelText(t('unlock.passphraseAgain')), 'four unrelated words here')
  await userEvent.click(screen.getByRole('button', { name: t('unlock.makeStore') }))
  expect(await screen.findByText('K7QF-2MXP-9TRD')).toBeTruthy()
  expect(asked).toContainEqual(['create_store', { authority: 'Trentshire', profile: 'nottingham-city', name: 'Jo Example', passphrase: 'four unrelated words here' }])

  await userEvent.click(screen.getByRole('button', { name: t('unlock.recoveryGo') }))
  expect(screen.getByText(t('unlock.recoveryCopiedError'))).toBeTruthy()
  await userEvent.click(screen.getByLabelText(t('unlock.recoveryCopied')))
  await userEvent.click(screen.getByRole('button', { name: t('unlock.recoveryGo') }))
  expect(await screen.findByRole('heading', { name: t('unlock.signInTitle') })).toBeTruthy()
  expect(screen.queryByText('K7QF-2MXP-9TRD')).toBeNull()
})

test('a wrong passphrase is said and the right one opens the store', async () => {
  backEnd({
    store_status: () => status('locked'),
    sign_in: (request) => (JSON.stringify(request).includes('right words') ? jo : refuse('refused', { kind: 'wrong_passphrase' })),
  })
  render(App)
  await userEvent.click(await screen.findByLabelText('Jo Example'))
  await userEvent.type(screen.getByLabelText(t('unlock.passphrase')), 'wrong words')
  await userEvent.click(screen.getByRole('button', { name: t('unlock.signIn') }))
  expect(await screen.findByText('That passphrase is not right. Check it and try again.')).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>(t('unlock.passphrase')).value).toBe('')
  await userEvent.type(screen.getByLabelText(t('unlock.passphrase')), 'right words')
  await userEvent.click(screen.getByRole('button', { name: t('unlock.signIn') }))
  expect(await screen.findByRole('heading', { name: /^Good (morning|afternoon|evening), Jo$/ })).toBeTruthy()
})

test('locking takes the screens away and offers the same person first', async () => {
  let open = true
  backEnd({
    store_status: () => (open ? status('open', jo) : status('locked')),
    lock: () => {
      open = false
      return {}
    },
  })
  render(App)
  await userEvent.click(await screen.findByRole('button', { name: t('shell.lock') }))
  expect(await screen.findByRole('heading', { name: t('unlock.lockedTitle') })).toBeTruthy()
  await waitFor(() => {
    expect(screen.getByLabelText<HTMLInputElement>('Jo Example').checked).toBe(true)
  })
  expect(screen.queryByRole('navigation')).toBeNull()
})

test('a back end that does not answer is said, with a way to try again', async () => {
  let broken = true
  backEnd({ store_status: () => (broken ? refuse('internal') : status('absent')) })
  render(App)
  await screen.findByRole('heading', { name: t('unlock.unreachableTitle') })
  broken = false
  await userEvent.click(screen.getByRole('button', { name: t('common.tryAgain') }))
  expect(await screen.findByRole('heading', { name: t('unlock.firstRunTitle') })).toBeTruthy()
})

test('words are filled in where the catalogue has a place for them', () => {
  expect(t('common.saved', { time: '14:32' })).toBe('Saved 14:32')
})
