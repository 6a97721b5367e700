/**
 * Words. One file a feature under `en-GB/`; another language is another folder of the same shape.
 *
 * `t('signIn.title')` for plain words; `t('status.saved', { time: '14:32' })` where the text has
 * `{time}` in it. Both the key and the parameters are checked by the compiler.
 */

import { catalogue } from './en-GB'

type Catalogue = typeof catalogue

/** Every key, as `feature.name`. */
export type WordKey = {
  [F in keyof Catalogue & string]: `${F}.${keyof Catalogue[F] & string}`
}[keyof Catalogue & string]

type TextOf<K extends WordKey> = K extends `${infer F}.${infer N}`
  ? F extends keyof Catalogue
    ? N extends keyof Catalogue[F]
      ? Catalogue[F][N]
      : never
    : never
  : never

type ParameterOf<S> = S extends `${string}{${infer P}}${infer Rest}` ? P | ParameterOf<Rest> : never

type Parameters<K extends WordKey> = [ParameterOf<TextOf<K>>] extends [never]
  ? []
  : [values: Readonly<Record<ParameterOf<TextOf<K>>, string | number>>]

const words: ReadonlyMap<string, string> = new Map(
  Object.entries(catalogue).flatMap(([feature, entries]) =>
    Object.entries(entries).map(([name, text]): [string, string] => [`${feature}.${name}`, text]),
  ),
)

/** The keys whose words have nothing to fill in: for keys that are themselves data. */
export type PlainWordKey = { [K in WordKey]: [ParameterOf<TextOf<K>>] extends [never] ? K : never }[WordKey]

/** The words for a key. */
export function t(key: PlainWordKey): string
export function t<K extends WordKey>(key: K, ...values: Parameters<K>): string
export function t(key: WordKey, values?: Readonly<Record<string, string | number>>): string {
  const text = words.get(key) ?? key
  if (values === undefined) return text
  return Object.entries(values).reduce(
    (filled, [name, value]) => filled.replaceAll(`{${name}}`, String(value)),
    text,
  )
}

/** "1 meeting", "2 meetings", "no meetings": the three forms, with the count put in. */
export function counted(n: number, one: string, many: string, none = `no ${many}`): string {
  if (n === 0) return none
  return n === 1 ? `1 ${one}` : `${n.toLocaleString('en-GB')} ${many}`
}
