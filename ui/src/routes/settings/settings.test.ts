import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { t } from '$lib/i18n'
import { backEnd, refusal } from '$lib/testing/back-end'
import BackUp from './BackUp.svelte'

test('a copy that was checked is shown with its counts', async () => {
  backEnd({ back_up: () => ({ auditEntries: 20_412, cases: 412, meetings: 1_260 }) })
  render(BackUp)
  await userEvent.type(screen.getByLabelText(t('settings.backupTo')), '/backups/copy.db')
  await userEvent.click(screen.getByRole('button', { name: t('settings.backupSend') }))
  expect(await screen.findByText('20,412')).toBeTruthy()
  expect(screen.getByText('/backups/copy.db')).toBeTruthy()
})

test('a place that cannot be used is told at the field', async () => {
  backEnd({ back_up: () => { throw refusal('invalid', [{ path: 'to', code: 'required' }]) } })
  render(BackUp)
  await userEvent.click(screen.getByRole('button', { name: t('settings.backupSend') }))
  expect(await screen.findByRole('link', { name: 'Enter where to put the copy' })).toBeTruthy()
})
