import { render, screen, waitFor } from '@testing-library/svelte'
import { expect, test, vi } from 'vitest'
import { t } from '$lib/i18n'
import Help from './Help.svelte'

test('an address inside a guide leads to its heading, and its links lead on', async () => {
  const scrolled = vi.fn()
  Element.prototype.scrollIntoView = scrolled
  render(Help, { params: { page: 'administrator', at: 'back-up' } })
  expect(screen.getByRole('heading', { level: 1, name: new RegExp(t('help.administrator')) })).toBeTruthy()
  await waitFor(() => { expect(document.activeElement?.id).toBe('back-up') })
  expect(scrolled).toHaveBeenCalledOnce()
  expect(screen.getAllByRole('link', { name: 'Set up' })[0]?.getAttribute('href')).toBe('#/help/administrator/set-up')
  expect(screen.queryByRole('link', { name: 'SECURITY.md' })).toBeNull()
})
