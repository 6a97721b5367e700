/** What somebody is about to do to a case: one at a time, each with its form. */

import type { CasePersonView, ChronologyEntry, EpisodeView, VoidableEntry } from '$lib/api/generated'

/** An entry and what it is called in a sentence. */
export interface NamedEntry {
  readonly entry: VoidableEntry
  readonly words: string
}

export type Act =
  | { readonly is: 'rate' }
  | { readonly is: 'incident' }
  | { readonly is: 'episode' }
  | { readonly is: 'return'; readonly episode: EpisodeView }
  | { readonly is: 'void'; readonly named: NamedEntry }
  | { readonly is: 'move'; readonly named: NamedEntry }
  | { readonly is: 'change' }
  | { readonly is: 'chair' }
  | { readonly is: 'close' }
  | { readonly is: 'reopen' }
  | { readonly is: 'add_person' }
  | { readonly is: 'change_place'; readonly place: CasePersonView }
  | { readonly is: 'end_place'; readonly place: CasePersonView }

/** The entry behind a line of the chronology, if it is one that can be put right. */
export function entryOf({ kind, id }: ChronologyEntry): VoidableEntry | null {
  switch (kind) {
    case 'rated': return { kind: 'risk_rating', id }
    case 'incident': return { kind: 'incident', id }
    case 'went_missing': return { kind: 'missing_episode', id }
    case 'returned':
    case 'opened':
    case 'closed':
    case 'reopened':
    case 'meeting_held': return null
  }
}
