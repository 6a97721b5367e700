import { beforeEach, describe, expect, test, vi } from 'vitest'
import { ApiError } from '../api/call'
import { drafts } from '../state/drafts'
import { Autosave, Form } from '.'

const words = { title: 'a title', passphrase: 'a passphrase' }

function form(record = 'm1') {
  return new Form({ name: 'meeting', record, initial: { title: '', passphrase: '' }, words, secret: ['passphrase'] })
}

beforeEach(() => {
  drafts.belongTo('u1')
})

describe('a form', () => {
  test('puts each fault beside its field, in the order of the fields', async () => {
    const f = form()
    await f.submit(() =>
      Promise.reject(
        new ApiError('invalid', null, [
          { path: 'passphrase', code: 'too_weak' },
          { path: 'title', code: 'required' },
        ]),
      ),
    )
    expect(f.fault('title')).toBe('Enter a title')
    expect(f.summary.map(({ fieldId }) => fieldId)).toEqual(['meeting-title', 'meeting-passphrase'])
  })

  test('says a refusal that names no field at the top', async () => {
    const f = form()
    await f.submit(() => Promise.reject(new ApiError('refused', { kind: 'weak_passphrase', atLeast: 12 })))
    expect(f.summary).toEqual([{ fieldId: null, text: expect.stringContaining('at least 12 characters') }])
  })

  test('never clears what was typed when it is refused', async () => {
    const f = form()
    f.values.title = 'Review'
    await f.submit(() => Promise.reject(new ApiError('internal', null, [], 'R7')))
    expect(f.values.title).toBe('Review')
    expect(f.problem).toContain('R7')
  })

  test('is sent once however often the button is pressed', async () => {
    const f = form()
    const send = vi.fn(() => Promise.resolve({}))
    await Promise.all([f.submit(send), f.submit(send), f.submit(send)])
    expect(send).toHaveBeenCalledOnce()
  })

  test('does not take for saved what was typed while it was being sent', async () => {
    const f = form()
    f.values.title = 'Half'
    await f.submit(() => {
      f.values.title = 'Half a title'
      return Promise.resolve({})
    })
    expect(f.dirty).toBe(true)
    await f.submit(() => Promise.resolve({}))
    expect(f.dirty).toBe(false)
  })

  test('comes back after a lock, without its secrets', () => {
    const before = form()
    before.values.title = 'Half a title'
    before.values.passphrase = 'secret words'
    drafts.capture()
    const after = form()
    expect(after.values).toEqual({ title: 'Half a title', passphrase: '' })
    expect(after.restored).toBe(true)
  })

  test('never shows one person what another typed', () => {
    form().values.title = 'Half a title'
    drafts.capture()
    drafts.belongTo('u2')
    expect(form().values.title).toBe('')
  })

  test('of one record does not come back in another', () => {
    form('m1').values.title = 'For the first'
    drafts.capture()
    expect(form('m2').values.title).toBe('')
  })

  test('that was saved leaves no draft', async () => {
    const f = form()
    f.values.title = 'Review'
    await f.submit(() => Promise.resolve({}))
    f.leave()
    expect(form().values.title).toBe('')
  })
})

describe('text that saves itself', () => {
  type Save = (text: string, version: number) => Promise<{ version: number }>

  function text(save: Save) {
    return new Autosave({ key: 'minutes/1', text: 'One.', version: 1, save })
  }

  beforeEach(() => {
    vi.useFakeTimers()
    return () => {
      vi.useRealTimers()
    }
  })

  test('saves a moment after the last key', async () => {
    const save = vi.fn<Save>((_text, version) => Promise.resolve({ version: version + 1 }))
    const minutes = text(save)
    minutes.edit('One. T')
    await vi.advanceTimersByTimeAsync(1_000)
    minutes.edit('One. Two.')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(save).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(600)
    expect(save.mock.calls).toEqual([['One. Two.', 1]])
    expect(minutes.version).toBe(2)
    expect(minutes.state.is).toBe('saved')
  })

  test('saves every few seconds while somebody types without a pause', async () => {
    const save = vi.fn<Save>((_text, version) => Promise.resolve({ version: version + 1 }))
    const minutes = text(save)
    for (let n = 0; n < 12; n += 1) {
      minutes.edit(`One. ${'x'.repeat(n + 1)}`)
      await vi.advanceTimersByTimeAsync(500)
    }
    expect(save.mock.calls.length).toBeGreaterThanOrEqual(1)
    await minutes.flush()
    expect(save.mock.lastCall?.[0]).toBe(`One. ${'x'.repeat(12)}`)
  })

  test('keeps the text and tries again when saving fails', async () => {
    const save = vi
      .fn<Save>()
      .mockRejectedValueOnce(new ApiError('internal'))
      .mockResolvedValue({ version: 2 })
    const minutes = text(save)
    minutes.edit('One. Two.')
    await minutes.flush()
    expect(minutes.state.is).toBe('failed')
    expect(minutes.text).toBe('One. Two.')
    await vi.advanceTimersByTimeAsync(6_000)
    expect(minutes.state.is).toBe('saved')
  })

  test('saves what was typed while an earlier save was under way', async () => {
    const answers: (() => void)[] = []
    const save = vi.fn<Save>((_text, version) => new Promise((resolve) => answers.push(() => { resolve({ version: version + 1 }) })))
    const minutes = text(save)
    minutes.edit('One. Two.')
    void minutes.flush()
    await vi.advanceTimersByTimeAsync(0)
    minutes.edit('One. Two. Three.')
    answers[0]?.()
    await vi.advanceTimersByTimeAsync(6_000)
    answers[1]?.()
    await vi.advanceTimersByTimeAsync(0)
    expect(save.mock.calls).toEqual([['One. Two.', 1], ['One. Two. Three.', 2]])
  })

  test('asks before it replaces what somebody else saved, and stops saving until then', async () => {
    const save = vi.fn<Save>().mockRejectedValueOnce(new ApiError('stale')).mockResolvedValue({ version: 8 })
    const minutes = text(save)
    minutes.edit('Mine.')
    await minutes.flush()
    expect(minutes.state.is).toBe('conflict')
    minutes.edit('Mine, longer.')
    await vi.advanceTimersByTimeAsync(20_000)
    expect(save).toHaveBeenCalledOnce()
    await minutes.keepMine({ text: 'Theirs.', version: 7 })
    expect(save.mock.lastCall).toEqual(['Mine, longer.', 7])
  })

  test('comes back after a lock and is saved then', async () => {
    const locked = text(vi.fn<Save>().mockRejectedValue(new ApiError('locked')))
    locked.edit('One. Two.')
    await locked.flush()
    drafts.capture()
    await locked.leave()
    const save = vi.fn<Save>().mockResolvedValue({ version: 2 })
    const again = text(save)
    expect(again.text).toBe('One. Two.')
    await vi.advanceTimersByTimeAsync(2_000)
    expect(save).toHaveBeenCalledWith('One. Two.', 1)
  })

  test('that grew from an older version asks instead of overwriting', async () => {
    const locked = text(vi.fn<Save>().mockRejectedValue(new ApiError('locked')))
    locked.edit('One. Two.')
    await locked.leave()
    const save = vi.fn<Save>()
    const again = new Autosave({ key: 'minutes/1', text: 'Newer.', version: 5, save })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(again.state.is).toBe('conflict')
    expect(save).not.toHaveBeenCalled()
  })
})
