/** A closed vocabulary as choices. */

import type { Choice } from '../components'

/** The keys of a vocabulary, in its order. */
export function keysOf<V extends string>(words: Readonly<Record<V, string>>): readonly V[] {
  const isKey = (key: string): key is V => Object.hasOwn(words, key)
  return Object.keys(words).filter(isKey)
}

/** A vocabulary as choices, in its order. */
export function choicesOf<V extends string>(words: Readonly<Record<V, string>>): readonly Choice<V>[] {
  return keysOf(words).map((value) => ({ value, label: words[value] }))
}
