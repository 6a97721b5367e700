/**
 * Makes up a passphrase that can be told on the telephone: five groups of three open syllables,
 * "bamoki-…". 80 syllables, 15 of them: 94 bits.
 */

const consonants = 'bdfghjklmnprstvz'
const vowels = 'aeiou'
const groups = 5
const syllablesInGroup = 3

/** A new passphrase. `random` fills an array with random numbers, as `crypto.getRandomValues` does. */
export function newPhrase(random: (into: Uint32Array<ArrayBuffer>) => void): string {
  return Array.from({ length: groups }, () =>
    Array.from({ length: syllablesInGroup }, () => letter(consonants, random) + letter(vowels, random)).join(''),
  ).join('-')
}

/** One letter, each as likely as the others: numbers that would favour the first ones are thrown away. */
function letter(from: string, random: (into: Uint32Array<ArrayBuffer>) => void): string {
  const number = new Uint32Array(1)
  const fair = Math.floor(2 ** 32 / from.length) * from.length
  let drawn: number
  do {
    random(number)
    drawn = number[0] ?? 0
  } while (drawn >= fair)
  return from.charAt(drawn % from.length)
}
