import { expect, test, vi } from 'vitest'
import { refusal } from '../testing/back-end'
import { Load } from './load.svelte'

test('an answer is shown when it comes', async () => {
  const load = new Load(() => Promise.resolve(7))
  expect(load.state.is).toBe('loading')
  await vi.waitFor(() => { expect(load.value).toBe(7) })
})

test('a refusal is shown in words, and asking again can mend it', async () => {
  let works = false
  const load = new Load(() => (works ? Promise.resolve('there') : Promise.reject(refusal('missing'))))
  await vi.waitFor(() => { expect(load.state.is).toBe('failed') })
  works = true
  await load.again()
  expect(load.value).toBe('there')
})

test('an earlier question that is answered late does not replace the later answer', async () => {
  const answers: ((value: string) => void)[] = []
  const load = new Load(() => new Promise<string>((resolve) => { answers.push(resolve) }))
  const second = load.again()
  answers[1]?.('second')
  await second
  answers[0]?.('first')
  await Promise.resolve()
  expect(load.value).toBe('second')
})

test('what is shown stays while it is asked again', async () => {
  const load = new Load(() => Promise.resolve('old'))
  await vi.waitFor(() => { expect(load.value).toBe('old') })
  const again = load.again()
  expect(load.value).toBe('old')
  await again
})
