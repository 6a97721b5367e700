import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { describe, expect, test, vi } from 'vitest'
import { DataTable, DateField, DueText, ErrorSummary, Pagination, PassphraseField, RiskTag, TimeField } from '.'
import { foldedIncludes } from './fold'
import { pagesToShow } from './pages'
import { sorted } from './table'

describe('a date in three boxes', () => {
  test('gives a day once it is one, and what was typed until then', async () => {
    const onchange = vi.fn()
    render(DateField, { id: 'd', legend: 'Date', value: '', onchange })
    await userEvent.type(screen.getByLabelText('Day'), '07')
    await userEvent.type(screen.getByLabelText('Month'), '3')
    await userEvent.type(screen.getByLabelText('Year'), '2026')
    expect(onchange).toHaveBeenLastCalledWith('2026-03-07')
    expect(screen.getByLabelText<HTMLInputElement>('Day').value).toBe('07')
  })

  test('keeps a day that does not exist as it was typed', async () => {
    const onchange = vi.fn()
    render(DateField, { id: 'd', legend: 'Date', value: '2026-02-01', onchange })
    const day = screen.getByLabelText<HTMLInputElement>('Day')
    await userEvent.clear(day)
    await userEvent.type(day, '31')
    expect(onchange).toHaveBeenLastCalledWith('2026-2-31')
    expect(day.value).toBe('31')
  })
})

test('a time is tidied on leaving the box', async () => {
  const onchange = vi.fn()
  render(TimeField, { id: 't', label: 'Time', value: '', onchange })
  await userEvent.type(screen.getByLabelText('Time'), '2.15pm')
  await userEvent.tab()
  expect(onchange).toHaveBeenLastCalledWith('14:15')
})

test('a fault in the summary leads to its field', async () => {
  const field = document.createElement('input')
  field.id = 'f-title'
  field.scrollIntoView = () => undefined
  document.body.append(field)
  render(ErrorSummary, { form: 'f', faults: [{ fieldId: 'f-title', text: 'Enter a title' }] })
  await userEvent.click(screen.getByRole('link', { name: 'Enter a title' }))
  expect(document.activeElement).toBe(field)
  field.remove()
})

test('a passphrase is hidden until its writer asks', async () => {
  render(PassphraseField, { id: 'p', label: 'Passphrase', value: 'four words here' })
  const field = screen.getByLabelText<HTMLInputElement>('Passphrase')
  expect(field.type).toBe('password')
  await userEvent.click(screen.getByRole('button', { name: 'Show passphrase' }))
  expect(field.type).toBe('text')
})

describe('a table', () => {
  const rows = [{ id: 'b', n: 10 }, { id: 'a', n: 9 }, { id: 'c', n: null }]
  const columns = [
    { id: 'id', heading: 'Case', text: (row: { id: string }) => row.id, sort: (row: { id: string }) => row.id, rowHeading: true as const },
    { id: 'n', heading: 'Actions', sort: (row: { n: number | null }) => row.n },
  ]

  test('is sorted by its headings, which say how', async () => {
    render(DataTable<(typeof rows)[number]>, { caption: 'Cases', columns, rows, key: (row) => row.id })
    const heading = screen.getByRole('columnheader', { name: 'Case' })
    const order = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent.trim())
    await userEvent.click(within(heading).getByRole('button'))
    expect(order()).toEqual(['a', 'b', 'c'])
    expect(heading.getAttribute('aria-sort')).toBe('ascending')
    await userEvent.click(within(heading).getByRole('button'))
    expect(order()).toEqual(['c', 'b', 'a'])
    expect(heading.getAttribute('aria-sort')).toBe('descending')
  })

  test('keeps what is not known last, whichever way it is sorted', () => {
    const ids = (direction: 'ascending' | 'descending') => sorted(rows, columns, { by: 'n', direction }).map(({ id }) => id)
    expect(ids('ascending')).toEqual(['a', 'b', 'c'])
    expect(ids('descending')).toEqual(['b', 'a', 'c'])
  })
})

test('a risk and a due date are said in words', () => {
  render(RiskTag, { level: 'high' })
  render(DueText, { due: '2026-11-20', today: '2026-11-22' })
  expect(screen.getByText('High')).toBeTruthy()
  expect(screen.getByText('Overdue by 2 days')).toBeTruthy()
})

test('pages show the ends and the neighbours', () => {
  expect(pagesToShow(1, 3)).toEqual([1, 2, 3])
  expect(pagesToShow(5, 21)).toEqual([1, null, 4, 5, 6, null, 21])
  expect(pagesToShow(3, 21)).toEqual([1, 2, 3, 4, null, 21])
})

test('a press on a page asks for it', async () => {
  const onchange = vi.fn()
  render(Pagination, { page: 1, pageSize: 20, total: 50, onchange })
  await userEvent.click(screen.getByRole('button', { name: 'Page 2' }))
  expect(onchange).toHaveBeenCalledWith(2)
  expect(screen.getByText('Showing 21 to 40 of 50')).toBeTruthy()
})

test('accents and case do not hide a name', () => {
  expect(foldedIncludes('Siân Example, Trentshire Police', 'sian pol')).toBe(true)
  expect(foldedIncludes('Siân Example', 'robin')).toBe(false)
})

test('a page past the end says how many there are and leads back to page 1', async () => {
  const onchange = vi.fn()
  render(Pagination, { page: 9, pageSize: 50, total: 60, onchange })
  expect(screen.getByText(/There is no page 9 any more; the list has 60\./)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Back to page 1' }))
  expect(onchange).toHaveBeenCalledWith(1)
})
