import { expect, test } from 'vitest'
import { ApiError } from '../api/call'
import { refusal } from '../testing/back-end'
import { orNull, within } from './answers'

test('an answer of spaces alone is no answer', () => {
  expect(orNull('  ')).toBeNull()
  expect(orNull(' North')).toBe(' North')
})

test('faults on a part of the request become faults on the fields of the form', async () => {
  const sent = Promise.reject(refusal('invalid', [{ path: 'details.names.0.name', code: 'required' }, { path: 'version', code: 'required' }]))
  const thrown: unknown = await within('details', sent).catch((error: unknown) => error)
  expect(thrown).toBeInstanceOf(ApiError)
  expect(thrown).toMatchObject({ code: 'invalid', fields: [{ path: 'names.0.name' }, { path: 'version' }] })
})
