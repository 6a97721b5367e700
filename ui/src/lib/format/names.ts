/** People's names as screens show them. */

/** "JA" from "Jo Ahmed"; at most three letters. */
export function initials(name: string): string {
  return name
    .split(/[\s-]+/u)
    .filter((part) => part !== '')
    .slice(0, 3)
    .map((part) => (part.at(0) ?? '').toLocaleUpperCase('en-GB'))
    .join('')
}

/** "Ahmed, Jo": the last word first, for lists in order of surname. */
export function surnameFirst(name: string): string {
  const parts = name.trim().split(/\s+/u)
  const surname = parts.pop()
  return surname === undefined || parts.length === 0 ? name.trim() : `${surname}, ${parts.join(' ')}`
}

/** "Jo Ahmed" for the person, "Jo" for a greeting. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/u)[0] ?? name
}

/** "Police, Health and School". */
export function joined(items: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(items)
}
