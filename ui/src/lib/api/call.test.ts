import { expect, test, vi } from 'vitest'
import { useHost, type Host } from '../platform'
import { ApiError, call, onLocked, toApiError } from './call'

function answering(answer: () => Promise<never>): Host {
  return { call: answer, saveFile: () => Promise.resolve('saved'), openFile: () => Promise.resolve(null), print: () => undefined }
}

test('a refusal keeps its violation and says what to do', () => {
  const error = toApiError({ code: 'refused', violation: { kind: 'too_many_tries', seconds: 30 }, fields: [], reference: null })
  expect(error.words).toBe('Too many wrong tries. Wait 30 seconds, then try again.')
})

test.each([new TypeError('network'), 'nonsense', null, { code: 'unheard_of' }, undefined])(
  'what is not understood (%j) is internal',
  (thrown) => {
    expect(toApiError(thrown)).toMatchObject({ code: 'internal', violation: null })
  },
)

test('a violation of a kind without words is not shown as one', () => {
  expect(toApiError({ code: 'refused', violation: { kind: 'from_the_future' }, fields: 'x' }).violation).toBeNull()
})

test('whoever listens hears that the store is locked', async () => {
  const heard = vi.fn()
  const stop = onLocked(heard)
  useHost(answering(() => Promise.reject({ code: 'locked', violation: null, fields: [], reference: null })))
  await expect(call('lock', {})).rejects.toBeInstanceOf(ApiError)
  stop()
  await expect(call('lock', {})).rejects.toBeInstanceOf(ApiError)
  expect(heard).toHaveBeenCalledOnce()
})
