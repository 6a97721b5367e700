/** What a search found, counted and as entries of the palette. */

import { push } from 'svelte-spa-router'
import { call } from '$lib/api/call'
import type { SearchResults } from '$lib/api/generated'
import type { PaletteEntry } from '$lib/components'
import { initials } from '$lib/format'
import { t } from '$lib/i18n'
import { preferences } from '$lib/state/preferences.svelte'

/** How many of each kind the palette shows: it is for going somewhere, not for reading. */
const most = 5

export function totalOf({ people, cases, agencies, passages }: SearchResults): number {
  return people.length + cases.length + agencies.length + passages.length
}

/** Finds records for Ctrl+K; the last entry goes to the search screen with the same words. */
export async function findRecords(typed: string): Promise<readonly PaletteEntry[]> {
  const results = await call('search', { text: typed })
  const name = (full: string) => (preferences.shareSafe ? initials(full) : full)
  const entry = (id: string, label: string, hint: string, path: string): PaletteEntry => ({
    id, label, hint, group: 'records', run: () => void push(path),
  })
  return [
    ...results.cases.slice(0, most).map((hit) => entry(`case-${hit.id}`, `${hit.reference} ${name(hit.childName)}`, t('search.hintCase'), `/cases/${hit.id}`)),
    ...results.people.slice(0, most).map((hit) => entry(`person-${hit.id}`, name(hit.name), t('search.hintPerson'), `/people/${hit.id}`)),
    ...results.agencies.slice(0, most).map((hit) => entry(`agency-${hit.id}`, hit.name, t('search.hintAgency'), `/agencies/${hit.id}`)),
    entry('search-all', t('search.all', { text: typed }), '', `/search/${encodeURIComponent(typed)}`),
  ]
}
