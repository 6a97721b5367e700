/**
 * Words for everything the back end may refuse. The types are keyed by the generated unions: a new
 * code, field code or violation without words does not pass `npm run check`.
 */

import type { ErrorCode, Problem, Violation } from '../../api/generated'
import { longDate } from '../../format/dates'
import { spokenSeconds } from '../../format/durations'

type ViolationWords = {
  readonly [K in Violation['kind']]: (violation: Extract<Violation, { kind: K }>) => string
}

export const errorWords: Readonly<Record<ErrorCode, (reference: string | null) => string>> = {
  invalid: () => 'Some answers need to be corrected.',
  refused: () => 'This cannot be done as it stands.',
  missing: () => 'This record cannot be found. It may have been removed, or you may not have access to it.',
  denied: () => 'You do not have permission to do this. Ask a system administrator if you need it.',
  stale: () =>
    'Somebody changed this while you were working on it. Your words are kept. Look at the other version, then save again.',
  locked: () => 'Convenor is locked. Sign in again to go on. What you typed is kept.',
  internal: (reference) =>
    reference === null
      ? 'Something went wrong in Convenor. Nothing was lost. Try again.'
      : `Something went wrong in Convenor. Nothing was lost. Try again, and if it goes on give this reference to your administrator: ${reference}.`,
}

export const fieldWords: Readonly<Record<Problem, (label: string) => string>> = {
  required: (label) => `Enter ${label}`,
  too_long: (label) => `Shorten ${label}`,
  not_a_date: (label) => `Enter a real date for ${label}, like 27 11 2026`,
  not_a_time: (label) => `Enter a time for ${label}, like 14:30`,
  not_a_number: (label) => `Enter a whole number for ${label}`,
  not_a_choice: (label) => `Choose ${label} from the list`,
  not_a_record: (label) => `Choose ${label} from the list`,
  in_future: (label) => `Enter a day for ${label} that is not in the future`,
  in_past: (label) => `Enter ${label} again: it has already passed`,
  too_early: (label) => `Enter a later day for ${label}`,
  too_late: (label) => `Enter an earlier day for ${label}, or say why it is late`,
  taken: (label) => `Enter another value for ${label}: this one is in use`,
  contradicts: (label) => `Check ${label}: it does not fit with another answer`,
  not_a_working_day: (label) => `Choose a working day for ${label}`,
  too_weak: (label) => `Choose a longer or less common ${label}: at least 12 characters. Four unrelated words work well`,
  not_an_email: (label) => `Enter an e-mail address for ${label}, like name@example.org`,
  too_large: (label) => `Choose a smaller file for ${label}`,
}

const byKind: ViolationWords = {
  wrong_passphrase: () => 'That passphrase is not right. Check it and try again.',
  too_many_tries: ({ seconds }) => `Too many wrong tries. Wait ${spokenSeconds(seconds)}, then try again.`,
  weak_passphrase: ({ atLeast }) =>
    `Choose a longer or less common passphrase: at least ${String(atLeast)} characters. Four unrelated words work well.`,
  wrong_recovery_key: () => 'That is not the recovery key of this store. Check each group of characters.',
  store_exists: () => 'There is already a store on this computer. Sign in to it instead.',
  no_store: () => 'There is no Convenor store there.',
  plain_file: () => 'That file is not encrypted. Convenor does not open such files.',
  foreign_file: () => 'That file is not a Convenor store. Choose another file.',
  damaged_file: () => 'The store is damaged. It was not changed. Restore the last backup.',
  no_keys: () => 'The key file beside the store is missing or damaged. Restore it from the last backup.',
  newer_store: () => 'The store was written by a newer Convenor. Update this computer, then open it again.',
  in_use: () => 'The store is open in another Convenor window. Close that window first.',
  last_administrator: () => 'Somebody must be able to add users. Give another person that role first.',
  taken: () => 'That name is in use. Choose another.',
  wrong_state: ({ state }) => `This cannot be done now: the record is ${state.replaceAll('_', ' ')}.`,
  same_person: () => 'A second person must approve this. The person who prepared it cannot.',
  not_for_recipient: () =>
    'This was not recorded for this recipient. Leave it out, or write what they may read in other words.',
  words_undecided: ({ words }) =>
    words === 1 ? 'Decide on 1 more word first.' : `Decide on ${String(words)} more words first.`,
  protected_word: () => 'That word is protected from this recipient. It cannot be kept.',
  gate_refused: ({ findings }) =>
    findings === 1
      ? 'The last check found 1 thing in the document that must not leave. Reword or leave out that part.'
      : `The last check found ${String(findings)} things in the document that must not leave. Reword or leave out those parts.`,
  source_changed: () =>
    'The minutes, the people or the choices changed since this copy was made. It is void: prepare a new one.',
  nothing_to_release: () => 'Every part is left out. Include or reword at least one.',
  too_early: ({ earliest }) => `The date must be ${longDate(earliest)} or later.`,
  in_future: () => 'The date is in the future. Enter the day on which it happened.',
  chair_busy: ({ reference, at }) =>
    `The chair has another meeting then (ref ${reference}, ${at.slice(0, 5)}). Choose another time or another chair.`,
  planned_already: ({ reference, on }) =>
    `A meeting is planned already for ${longDate(on)} (ref ${reference}). Move that meeting instead.`,
  same_time: () => 'That is the time it has now. Choose another day or time.',
  separate_messages: () =>
    'Agencies and the family are never invited in one message. Send to the agencies first, then to the family.',
  not_chairing: () => 'Only the person who chairs this meeting can do this.',
  not_ready_to_close: ({ missing }) =>
    missing.length === 1
      ? 'One thing is missing before this meeting can be closed.'
      : `${String(missing.length)} things are missing before this meeting can be closed.`,
  quorum_met: () => 'This meeting has a quorum, or the chair went on without one. Close it in the usual way.',
  set_by_meeting: () =>
    'A meeting set this rating. Open the minutes of that meeting and begin a correction.',
  minutes_frozen: () => 'These minutes are approved and cannot be changed. Begin a correction first.',
  record_changed: () => 'The record was changed since you opened it. Read it again, then approve it.',
  action_closed: () => 'This action is closed. Add a new action instead.',
}

/** A rule's refusal in one sentence that says what to do. */
export function violationWords(violation: Violation): string {
  return wordsFor(violation.kind, violation)
}

export function isViolationKind(value: unknown): value is Violation['kind'] {
  return typeof value === 'string' && value in byKind
}

function wordsFor<K extends Violation['kind']>(kind: K, violation: Violation): string {
  const isThatKind = (v: Violation): v is Extract<Violation, { kind: K }> => v.kind === kind
  return isThatKind(violation) ? byKind[kind](violation) : ''
}
