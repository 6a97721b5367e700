// Written by `cargo xtask bindings` from crates/api. Do not edit.

export type AddUser = { 
/**
 * Their name.
 */
name: string, 
/**
 * Their post.
 */
jobTitle: string | null, 
/**
 * What they do here.
 */
roles: Array<Role>, 
/**
 * Their first passphrase.
 */
passphrase: string, };

export type ApiError = { 
/**
 * What kind.
 */
code: ErrorCode, 
/**
 * The rule that says no.
 */
violation: Violation | null, 
/**
 * The fields that need attention.
 */
fields: Array<FieldProblem>, 
/**
 * Names an unexpected error in the log.
 */
reference: string | null, };

export type BackUp = { 
/**
 * The copy's store file; its key file goes beside it.
 */
to: string, };

export type BackedUp = { 
/**
 * Audit entries.
 */
auditEntries: number, 
/**
 * Cases.
 */
cases: number, 
/**
 * Meetings.
 */
meetings: number, };

export type ChangeUser = { 
/**
 * Who.
 */
id: UserId, 
/**
 * The version that was read.
 */
version: number, 
/**
 * Their name.
 */
name: string, 
/**
 * Their post.
 */
jobTitle: string | null, 
/**
 * What they do here.
 */
roles: Array<Role>, 
/**
 * Whether they may sign in.
 */
active: boolean, };

export type CreateStore = { 
/**
 * The authority's name.
 */
authority: string, 
/**
 * The id of its rules profile.
 */
profile: string, 
/**
 * The first person's name.
 */
name: string, 
/**
 * Their passphrase.
 */
passphrase: string, };

export type ErrorCode = "invalid" | "refused" | "missing" | "denied" | "stale" | "locked" | "internal";

export type FieldProblem = { 
/**
 * The field.
 */
path: string, 
/**
 * What is wrong with it.
 */
code: Problem, };

export type KnownPerson = { 
/**
 * Who.
 */
userId: UserId, 
/**
 * Their name.
 */
name: string, 
/**
 * Their post, in a made-up authority.
 */
title: string | null, };

export type ListUsers = Record<symbol, never>;

export type Lock = Record<symbol, never>;

export type Locked = Record<symbol, never>;

export type PassphraseSet = Record<symbol, never>;

export type Problem = "required" | "too_long" | "not_a_date" | "not_a_time" | "not_a_number" | "not_a_choice" | "not_a_record" | "in_future" | "in_past" | "too_early" | "too_late" | "taken" | "contradicts" | "not_a_working_day" | "too_weak" | "not_an_email" | "too_large";

export type Role = "chair" | "meeting_administrator" | "system_administrator" | "lado_officer" | "manager" | "auditor" | "reader";

export type SessionView = { 
/**
 * Who.
 */
userId: UserId, 
/**
 * Their name.
 */
name: string, 
/**
 * What they do here.
 */
roles: Array<Role>, 
/**
 * The authority's name.
 */
authority: string, 
/**
 * Whether the authority is made up.
 */
demo: boolean, 
/**
 * When they signed in before this time.
 */
lastSignIn: string | null, 
/**
 * Today in England, by the host's clock: YYYY-MM-DD.
 */
today: string, };

export type SetPassphrase = { 
/**
 * Whose.
 */
userId: UserId, 
/**
 * The new one.
 */
passphrase: string, };

export type SignIn = { 
/**
 * Who.
 */
userId: UserId, 
/**
 * Their passphrase.
 */
passphrase: string, };

export type SignInWithRecoveryKey = { 
/**
 * As printed.
 */
recoveryKey: string, 
/**
 * Who gets the new passphrase.
 */
userId: UserId, 
/**
 * The new passphrase.
 */
newPassphrase: string, };

export type StoreCreated = { 
/**
 * Shown once, to print and keep in sealed storage.
 */
recoveryKey: string, 
/**
 * The first person.
 */
userId: UserId, };

export type StoreState = "absent" | "locked" | "open";

export type StoreStatus = { 
/**
 * Whether there is one, and open here.
 */
state: StoreState, 
/**
 * Whether it is made up.
 */
demo: boolean, 
/**
 * The published passphrase of a made-up authority.
 */
demoPassphrase: string | null, 
/**
 * Who can sign in.
 */
people: Array<KnownPerson>, 
/**
 * Who is signed in here.
 */
session: SessionView | null, };

export type StoreStatusRequest = Record<symbol, never>;

export type UserId = string;

export type UserList = { 
/**
 * By name.
 */
users: Array<UserView>, };

export type UserView = { 
/**
 * Who.
 */
id: UserId, 
/**
 * Their name.
 */
name: string, 
/**
 * Their post.
 */
jobTitle: string | null, 
/**
 * What they do here.
 */
roles: Array<Role>, 
/**
 * Whether they may sign in.
 */
active: boolean, 
/**
 * When they last signed in.
 */
lastSignIn: string | null, 
/**
 * To name when changing.
 */
version: number, };

export type Violation = { "kind": "wrong_passphrase" } | { "kind": "too_many_tries", 
/**
 * How long.
 */
seconds: number, } | { "kind": "weak_passphrase", 
/**
 * The fewest characters taken.
 */
atLeast: number, } | { "kind": "wrong_recovery_key" } | { "kind": "store_exists" } | { "kind": "no_store" } | { "kind": "plain_file" } | { "kind": "foreign_file" } | { "kind": "damaged_file" } | { "kind": "no_keys" } | { "kind": "newer_store" } | { "kind": "in_use" } | { "kind": "last_administrator" } | { "kind": "taken" } | { "kind": "wrong_state", 
/**
 * The state it is in.
 */
state: string, } | { "kind": "same_person" } | { "kind": "too_early", 
/**
 * The first day that is allowed.
 */
earliest: string, } | { "kind": "in_future" };

export type DemoSize = "small" | "authority" | "decade";

export type CreateDemo = { size: DemoSize, today: string | null, };

export type DemoCreated = Record<string, never>;

/** Every command: what it takes and what it answers. */
export type Commands = {
  create_demo: [CreateDemo, DemoCreated];
  store_status: [StoreStatusRequest, StoreStatus];
  create_store: [CreateStore, StoreCreated];
  sign_in: [SignIn, SessionView];
  sign_in_with_recovery_key: [SignInWithRecoveryKey, SessionView];
  lock: [Lock, Locked];
  list_users: [ListUsers, UserList];
  add_user: [AddUser, UserView];
  change_user: [ChangeUser, UserView];
  set_passphrase: [SetPassphrase, PassphraseSet];
  back_up: [BackUp, BackedUp];
};
