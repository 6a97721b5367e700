import { expect, test } from 'vitest'
import { figureOf, wholeNumber } from './figure'

test('a figure is a whole number from 1', () => {
  expect(figureOf(' 8 ', 'weeks')).toEqual({ n: 8, unit: 'weeks' })
  for (const typed of ['', '0', '-1', '1.5', 'eight', '70000', '1e3']) expect(figureOf(typed, 'days')).toBeNull()
})

test('a count may be none where the rule says more than', () => {
  expect(wholeNumber('0', 0)).toBe(0)
  expect(wholeNumber('0', 1)).toBeNull()
})
