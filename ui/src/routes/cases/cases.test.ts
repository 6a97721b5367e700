import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import type { CaseList, SessionView } from '$lib/api/generated'
import { t } from '$lib/i18n'
import { session } from '$lib/state/session.svelte'
import { backEnd, refusal } from '$lib/testing/back-end'
import Case from './Case.svelte'
import Cases from './Cases.svelte'
import { example } from './example'

const jo: SessionView = {
  userId: 'u1', name: 'Jo Example', roles: ['chair'], authority: 'Trentshire', demo: false, lastSignIn: null, today: '2026-11-22',
}

const list: CaseList = {
  cases: [{
    id: 'c1', reference: 'C-0412', childId: 'p1', childName: 'Sam Fictional', childAlias: null, level: 'high', levelSince: '2026-09-02',
    chair: 'u1', chairName: 'Jo Example', area: 'North', openedOn: '2026-03-01', closedOn: null, lastMeetingOn: null,
    nextMeetingOn: null, dueBy: null, dueState: null, safeAddress: false,
  }],
  areas: ['North'], total: 1, page: 1, perPage: 50,
}

const around = { list_users: () => ({ users: [] }), list_saved_views: () => ({ views: [] }) }

beforeEach(() => { session.enter(jo) })

test('the list narrows by what is set in the filter, and one part can be taken away', async () => {
  const asked = backEnd({ ...around, list_cases: () => list })
  render(Cases)
  expect(await screen.findByRole('link', { name: 'C-0412' })).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: t('common.showFilter') }))
  await userEvent.selectOptions(screen.getByLabelText(t('cases.filterLevel')), 'high')
  await userEvent.click(screen.getByRole('button', { name: t('common.applyFilter') }))
  await userEvent.click(await screen.findByRole('button', { name: t('common.removeFilter', { name: 'Risk: High' }) }))
  const levels = asked.filter(([name]) => name === 'list_cases').map(([, request]) => request)
  expect(levels).toMatchObject([{ level: null }, { level: 'high' }, { level: null }])
})

test('a list that cannot be had says why and can be asked for again', async () => {
  let works = false
  backEnd({ ...around, list_cases: () => { if (works) return list; throw refusal('internal') } })
  render(Cases)
  const again = await screen.findByRole('button', { name: t('common.tryAgain') })
  works = true
  await userEvent.click(again)
  expect(await screen.findByRole('link', { name: 'C-0412' })).toBeTruthy()
})

test('a rating that is refused keeps what was typed and names the field', async () => {
  const asked = backEnd({ get_case: () => example, rate_risk: () => { throw refusal('invalid', [{ path: 'toolkitOn', code: 'in_future' }]) } })
  render(Case, { params: { id: 'c1' } })
  await userEvent.click(await screen.findByRole('button', { name: t('cases.rate') }))
  const dialog = within(await screen.findByRole('dialog'))
  await userEvent.click(dialog.getByRole('radio', { name: 'Medium' }))
  await userEvent.type(dialog.getByLabelText(t('cases.rateReason')), 'Fewer episodes')
  await userEvent.click(dialog.getByRole('button', { name: t('cases.rate') }))
  expect(await dialog.findByText(t('common.thereIsAProblem'))).toBeTruthy()
  expect(dialog.getByDisplayValue('Fewer episodes')).toBeTruthy()
  expect(asked.at(-1)).toEqual(['rate_risk', { caseId: 'c1', level: 'medium', reason: 'Fewer episodes', toolkitOn: null }])
})

test('a child who is missing now is told on top of every part of the case', async () => {
  backEnd({ get_case: () => example })
  render(Case, { params: { id: 'c1' } })
  expect(await screen.findByText(t('cases.missingSince', { when: '17 November 2026, 19:00' }), { exact: false })).toBeTruthy()
})

test('somebody who only reads is offered no button that changes the case', async () => {
  session.enter({ ...jo, roles: ['reader'] })
  backEnd({ get_case: () => example })
  render(Case, { params: { id: 'c1' } })
  await screen.findByText('Sam Fictional')
  expect(screen.queryByRole('button', { name: t('cases.rate') })).toBeNull()
  expect(screen.queryByRole('button', { name: /^Declare wrong/ })).toBeNull()
})
