import { expect, test } from 'vitest'
import { figureOf } from './figure'

test('a figure is a whole number from 1', () => {
  expect(figureOf(' 8 ', 'weeks')).toEqual({ n: 8, unit: 'weeks' })
  for (const typed of ['', '0', '-1', '1.5', 'eight', '70000', '1e3']) expect(figureOf(typed, 'days')).toBeNull()
})
