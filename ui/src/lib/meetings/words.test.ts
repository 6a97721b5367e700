import { expect, test } from 'vitest'
import type { ClashView } from '../api/generated'
import { clashesWords } from './words'

const busy = (who: string, reference: string): ClashView => ({ kind: 'person_busy', meeting: null, reference, at: '15:00', who })

test('many people who are asked to one meeting are counted, few are named', () => {
  const clashes = [busy('A Example', '5XZJ'), busy('B Example', '5XZJ'), busy('C Example', '5XZJ'), busy('D Example', 'K2MW')]
  expect(clashesWords(clashes)).toBe('3 people are asked to 5XZJ at 15:00; D Example is asked to K2MW at 15:00')
})
