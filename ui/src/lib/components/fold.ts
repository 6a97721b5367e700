/** Finding words whatever their case and accents: "Siân" by "sian". */

export function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase('en-GB')
}

/** Whether every word typed begins or lies in the text. */
export function foldedIncludes(text: string, typed: string): boolean {
  const folded = fold(text)
  return fold(typed).split(/\s+/u).every((word) => folded.includes(word))
}
