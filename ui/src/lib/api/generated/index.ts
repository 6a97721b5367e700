// A first copy of what `cargo xtask bindings` writes; overwritten by it.

export type ErrorCode = 'invalid' | 'refused' | 'missing' | 'denied' | 'stale' | 'locked' | 'internal'

export type Violation =
  | { kind: 'wrong_passphrase' }
  | { kind: 'too_many_tries'; seconds: number }
  | { kind: 'weak_passphrase'; atLeast: number }
  | { kind: 'wrong_recovery_key' }
  | { kind: 'store_exists' }
  | { kind: 'no_store' }
  | { kind: 'plain_file' }
  | { kind: 'foreign_file' }
  | { kind: 'damaged_file' }
  | { kind: 'no_keys' }
  | { kind: 'newer_store' }
  | { kind: 'in_use' }
  | { kind: 'last_administrator' }
  | { kind: 'taken' }
  | { kind: 'wrong_state'; state: string }
  | { kind: 'same_person' }
  | { kind: 'too_early'; earliest: string }
  | { kind: 'in_future' }

export type FieldCode = 'required' | 'too_long' | 'too_short' | 'not_a_date' | 'not_a_time' | 'not_known' | 'not_valid'

export type FieldError = { path: string; code: FieldCode }

export type ApiError = {
  code: ErrorCode
  violation: Violation | null
  fields: FieldError[]
  reference: string | null
}

export type Role =
  | 'chair'
  | 'meeting_administrator'
  | 'system_administrator'
  | 'lado_officer'
  | 'manager'
  | 'auditor'
  | 'reader'

export type StoreState = 'absent' | 'locked' | 'open'
export type DemoSize = 'small' | 'authority'
export type ProfileName = 'nottingham-city' | 'nottinghamshire-county' | 'trentshire' | 'blank'

export type SignInPerson = { userId: string; name: string; roles: Role[] }

export type SessionView = {
  userId: string
  name: string
  roles: Role[]
  authority: string
  demo: boolean
  lastSignIn: string | null
}

export type StoreStatusView = {
  state: StoreState
  demo: boolean
  demoPassphrase: string | null
  people: SignInPerson[]
  session: SessionView | null
}

export type Empty = Record<string, never>

export type Commands = {
  store_status: [Empty, StoreStatusView]
  create_demo: [{ size: DemoSize }, Empty]
  create_store: [
    { authority: string; profile: ProfileName; name: string; passphrase: string },
    { recoveryKey: string },
  ]
  sign_in: [{ userId: string; passphrase: string }, SessionView]
  lock: [Empty, Empty]
  sign_in_with_recovery_key: [{ recoveryKey: string; userId: string; newPassphrase: string }, SessionView]
}
