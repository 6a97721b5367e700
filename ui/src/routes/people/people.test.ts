import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { t } from '$lib/i18n'
import { backEnd } from '$lib/testing/back-end'
import { detailsOf, emptyPerson } from './details'
import NewPerson from './NewPerson.svelte'

test('a person who may be there already is shown before anything is saved', async () => {
  const candidate = { id: 'p1', name: 'Sam Fictional', dateOfBirth: '2011-02-14', professional: false, likeness: 'same_name' }
  const details = { ...detailsOf(emptyPerson()), name: 'Sam Fictional' }
  const asked = backEnd({
    add_person: (request) =>
      JSON.stringify(request).includes('"confirmed":true')
        ? { person: { id: 'p2', details, posts: [], cases: [], mergedInto: null, version: 1 }, candidates: [] }
        : { person: null, candidates: [candidate] },
  })
  render(NewPerson, { params: {} })
  await userEvent.type(screen.getByLabelText(t('people.fullName')), 'Sam Fictional')
  await userEvent.click(screen.getByRole('button', { name: t('people.addSend') }))
  expect(await screen.findByRole('link', { name: 'Sam Fictional' })).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: t('people.backToForm') }))
  expect(await screen.findByDisplayValue('Sam Fictional')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: t('people.addSend') }))
  await userEvent.click(await screen.findByRole('button', { name: t('people.somebodyElse') }))
  await waitFor(() => { expect(location.hash).toBe('#/people/p2') })
  expect(asked.map(([, request]) => request)).toMatchObject([{ confirmed: false }, { confirmed: false }, { confirmed: true }])
})
