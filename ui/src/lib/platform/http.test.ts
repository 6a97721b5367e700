import { expect, test, vi } from 'vitest'
import { fromBase64, toBase64 } from './bytes'
import { httpHost } from './http'

test('the server gets its token from the address, which is then cleaned', async () => {
  history.replaceState(null, '', '/?token=abc#/cases')
  const fetcher = vi.fn(() => Promise.resolve(Response.json({ state: 'absent' })))
  await httpHost(fetcher).call('store_status', {})
  expect(fetcher).toHaveBeenCalledWith('/rpc/store_status', expect.objectContaining({
    method: 'POST', body: '{}', headers: expect.objectContaining({ 'x-convenor-token': 'abc' }),
  }))
  expect(location.href).not.toContain('abc')
  expect(location.hash).toBe('#/cases')
})

test('a reload finds the token again, and one in the fragment works too', async () => {
  history.replaceState(null, '', '/#token=def')
  httpHost()
  expect(location.href).not.toContain('def')
  const fetcher = vi.fn(() => Promise.resolve(Response.json({})))
  await httpHost(fetcher).call('lock', {})
  expect(fetcher).toHaveBeenCalledWith('/rpc/lock', expect.objectContaining({ headers: expect.objectContaining({ 'x-convenor-token': 'def' }) }))
})

test('the server says no with the same words as the window', async () => {
  const body = { code: 'missing', violation: null, fields: [], reference: null }
  const fetcher = () => Promise.resolve(Response.json(body, { status: 404 }))
  await expect(httpHost(fetcher).call('lock', {})).rejects.toEqual(body)
})

test('bytes survive the journey to base64 and back', () => {
  const bytes = Uint8Array.from({ length: 70_000 }, (_, n) => n % 256)
  expect(fromBase64(toBase64(bytes))).toEqual(bytes)
})
