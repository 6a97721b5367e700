/** A back end for tests in a few words: what each command answers, and what it was asked. */

import type { CommandName } from '../api/call'
import type { ErrorCode, FieldProblem } from '../api/generated'
import { useHost } from '../platform'

type Answers = Partial<Record<CommandName, (request: unknown) => unknown>>

/** A value as it arrives on the other side; its shape is the reader's to say. */
export function overTheWire<R>(value: unknown): R {
  const arrived: R = JSON.parse(JSON.stringify(value ?? null))
  return arrived
}

/** Puts the back end in place. Gives the list of everything that it will be asked. */
export function backEnd(answers: Answers): readonly (readonly [string, unknown])[] {
  const byName = new Map(Object.entries(answers))
  const asked: [string, unknown][] = []
  useHost({
    call: async (name, request) => {
      asked.push([name, overTheWire(request)])
      const answer = byName.get(name)
      if (!answer) throw new Error(`nobody expected ${name}`)
      return Promise.resolve(overTheWire(answer(request)))
    },
    saveFile: () => Promise.resolve('saved'),
    openFile: () => Promise.resolve(null),
    print: () => undefined,
  })
  return asked
}

/** What the back end throws when it says no. */
export function refusal(code: ErrorCode, fields: readonly FieldProblem[] = []): Error {
  return Object.assign(new Error(code), { code, violation: null, fields, reference: null })
}
