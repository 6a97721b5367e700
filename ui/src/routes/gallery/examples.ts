/** Made-up rows for the gallery. */

import type { Choice, TimelineEntry } from '$lib/components'

export interface CaseRow {
  readonly reference: string
  readonly child: string
  readonly risk: 'high' | 'medium' | 'low'
  readonly rank: number
  readonly last: string
  readonly due: string
  readonly actions: number
}

export const caseToday = '2026-11-22'

const risks = ['high', 'medium', 'low'] as const

export const cases: readonly CaseRow[] = Array.from({ length: 20 }, (_, n) => ({
  reference: `C-0${String(400 + n)}`,
  child: `Child ${String.fromCharCode(65 + n)} Example`,
  risk: risks[n % 3] ?? 'low',
  rank: n % 3,
  last: `2026-09-${String(1 + n).padStart(2, '0')}`,
  due: `2026-${n < 4 ? '11' : '12'}-${String(20 + (n < 4 ? n * 2 : n % 11)).padStart(2, '0')}`,
  actions: (n * 7) % 11,
}))

export const people: readonly Choice[] = [
  { value: 'p1', label: 'Siân Example', hint: 'Trentshire Police' },
  { value: 'p2', label: 'Robin Sample', hint: 'Health, school nursing' },
  { value: 'p3', label: 'Alex Placeholder', hint: 'Social care, east' },
]

export const agencies: readonly Choice[] = [
  { value: 'police', label: 'Police' },
  { value: 'health', label: 'Health' },
  { value: 'school', label: 'School' },
]

export const events: readonly TimelineEntry[] = [
  { id: 'e1', at: '2026-11-18T08:10:00Z', title: 'Missing for 14 hours', by: 'Police', text: 'Return home interview accepted.' },
  { id: 'e2', at: '2026-11-10', title: 'ERAM review: risk stays high', by: 'J Ahmed, chair' },
  { id: 'e3', at: '2026-09-02', title: 'Case opened' },
]

export const tasks = [
  { id: 't1', title: 'Prepare', href: '#/gallery', status: 'Done', tone: 'good' },
  { id: 't2', title: 'Hold', hint: 'Tuesday 24 November, 10:00', href: '#/gallery', status: 'In progress', tone: 'info' },
  { id: 't3', title: 'Write up', status: 'Cannot start yet' },
] as const
