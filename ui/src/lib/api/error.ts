/** What the back end says when it does not do a thing, as one class. */

import { errorWords, fieldWords, isViolationKind, violationWords } from '../i18n/en-GB/errors'
import type { ErrorCode, FieldProblem, Violation } from './generated'

/** A command that failed: a code to act on, and what a person needs to put it right. */
export class ApiError extends Error {
  override readonly name = 'ApiError'

  constructor(
    readonly code: ErrorCode,
    readonly violation: Violation | null = null,
    readonly fields: readonly FieldProblem[] = [],
    readonly reference: string | null = null,
  ) {
    super(code)
  }

  /** One sentence for a person: what went wrong and what to do. */
  get words(): string {
    if (this.violation) return violationWords(this.violation)
    return errorWords[this.code](this.reference)
  }
}

/** Whatever was thrown, as an `ApiError`. What is not understood is `internal`. */
export function toApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown
  if (!isRecord(thrown) || !isErrorCode(thrown['code'])) return new ApiError('internal')
  const { code, violation, fields, reference } = thrown
  return new ApiError(
    code,
    isViolation(violation) ? violation : null,
    Array.isArray(fields) ? fields.filter(isFieldError) : [],
    typeof reference === 'string' ? reference : null,
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && value in errorWords
}

function isViolation(value: unknown): value is Violation {
  return isRecord(value) && isViolationKind(value['kind'])
}

function isFieldError(value: unknown): value is FieldProblem {
  return (
    isRecord(value) &&
    typeof value['path'] === 'string' &&
    typeof value['code'] === 'string' &&
    value['code'] in fieldWords
  )
}
