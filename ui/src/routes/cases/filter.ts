/** What narrows and orders the list of cases, and how it is kept as a saved view. */

import type { CaseFilter, CaseOrder, ListCases, RatingLevel } from '$lib/api/generated'
import { keysOf, orNull } from '$lib/forms'
import { t } from '$lib/i18n'
import { caseFilters, caseOrders, ratingLevels } from '$lib/i18n/en-GB/terms'
import { preferences } from '$lib/state/preferences.svelte'

export interface CasesFilter {
  readonly text: string
  readonly level: RatingLevel | ''
  readonly chair: string
  readonly area: string
  readonly filter: CaseFilter
  readonly order: CaseOrder
}

export const everything: CasesFilter = { text: '', level: '', chair: '', area: '', filter: 'open', order: 'reference' }

/** The filter as the back end is asked. */
export function requestFor(filter: CasesFilter, page: number): ListCases {
  const { text, level, chair, area } = filter
  return {
    text: orNull(text), level: level === '' ? null : level, chair: orNull(chair), area: orNull(area),
    filter: filter.filter, order: filter.order, page,
  }
}

type Part = 'text' | 'level' | 'chair' | 'area' | 'filter'

/**
 * The parts in use, in words, each removable by itself; what was typed may be a name and is not
 * said while the screen is shared. `chairName` finds a chair's name.
 */
export function inUse(filter: CasesFilter, chairName: (id: string) => string): readonly { readonly id: Part; readonly label: string }[] {
  const parts: readonly (readonly [Part, string])[] = [
    ['text', filter.text.trim() === '' ? '' : preferences.shareSafe ? t('cases.chipTextQuiet') : t('cases.chipText', { text: filter.text.trim() })],
    ['level', filter.level === '' ? '' : t('cases.chipLevel', { level: t(`ratingLevels.${filter.level}`) })],
    ['chair', filter.chair === '' ? '' : t('cases.chipChair', { name: chairName(filter.chair) })],
    ['area', filter.area === '' ? '' : t('cases.chipArea', { area: filter.area })],
    ['filter', filter.filter === 'open' ? '' : t(`caseFilters.${filter.filter}`)],
  ]
  return parts.flatMap(([id, label]) => (label === '' ? [] : [{ id, label }]))
}

/** The filter without one part. */
export function without(filter: CasesFilter, id: string): CasesFilter {
  switch (id) {
    case 'text': return { ...filter, text: '' }
    case 'level': return { ...filter, level: '' }
    case 'chair': return { ...filter, chair: '' }
    case 'area': return { ...filter, area: '' }
    case 'filter': return { ...filter, filter: 'open' }
    default: return filter
  }
}

/** The filter as a saved view keeps it. */
export function written(filter: CasesFilter): string {
  return JSON.stringify(filter)
}

/** A saved view as a filter; what an older version wrote and this one does not know is left out. */
export function read(saved: string): CasesFilter {
  const found = parsed(saved)
  const word = (name: string): string => {
    const value = found[name]
    return typeof value === 'string' ? value : ''
  }
  return {
    text: word('text'),
    level: oneOf(ratingLevels, word('level')) ?? '',
    chair: word('chair'),
    area: word('area'),
    filter: oneOf(caseFilters, word('filter')) ?? 'open',
    order: oneOf(caseOrders, word('order')) ?? 'reference',
  }
}

function parsed(saved: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(saved)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

function oneOf<V extends string>(words: Readonly<Record<V, string>>, word: string): V | undefined {
  return keysOf(words).find((key) => key === word)
}
