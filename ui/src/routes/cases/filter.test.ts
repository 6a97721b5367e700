import { expect, test } from 'vitest'
import { everything, inUse, read, requestFor, without, written, type CasesFilter } from './filter'

const narrow: CasesFilter = { text: ' 0412 ', level: 'high', chair: 'u1', area: 'North', filter: 'all', order: 'level' }

test('a saved view comes back as it was saved', () => {
  expect(read(written(narrow))).toEqual(narrow)
})

test('what a saved view holds that this version does not know is left out', () => {
  expect(read('{"level":"purple","order":"moon","area":7,"chair":"u1"}')).toEqual({ ...everything, chair: 'u1' })
  expect(read('not a view')).toEqual(everything)
  expect(read('null')).toEqual(everything)
})

test('parts that are not in use are not asked for', () => {
  expect(requestFor(everything, 2)).toEqual({
    text: null, level: null, chair: null, area: null, filter: 'open', order: 'reference', page: 2,
  })
  expect(requestFor(narrow, 1)).toMatchObject({ level: 'high', chair: 'u1', area: 'North', filter: 'all' })
})

test('every part in use is named and can be taken away by itself', () => {
  const chips = inUse(narrow, () => 'Jo Example')
  expect(chips.map(({ label }) => label)).toEqual(['“0412”', 'Risk: High', 'Chair: Jo Example', 'Area: North', 'Open and closed'])
  const cleared = chips.reduce((filter, { id }) => without(filter, id), narrow)
  expect(inUse(cleared, () => '')).toEqual([])
  expect(cleared.order).toBe('level')
})
