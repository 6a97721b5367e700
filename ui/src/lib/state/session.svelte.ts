/** Whether there is a store, whether it is open, and who is using it. */

import type { ApiError} from '../api/call';
import { call, onLocked, toApiError } from '../api/call'
import type { Role, SessionView, StoreStatus } from '../api/generated'
import { drafts } from './drafts'

/** Where the window stands. Exactly one at a time. */
export type Stage =
  | { readonly at: 'starting' }
  | { readonly at: 'unreachable'; readonly error: ApiError }
  | { readonly at: 'first_run' }
  | { readonly at: 'signed_out'; readonly store: StoreStatus; readonly locked: SessionView | null }
  | { readonly at: 'signed_in'; readonly session: SessionView }

class SessionState {
  #stage = $state.raw<Stage>({ at: 'starting' })
  #locking = false

  get stage(): Stage {
    return this.#stage
  }

  /** Who is signed in, if anybody is. */
  get current(): SessionView | null {
    return this.#stage.at === 'signed_in' ? this.#stage.session : null
  }

  /** Whether the person signed in has any of these roles; no roles named means anybody. */
  hasAny(roles: readonly Role[]): boolean {
    return roles.length === 0 || (this.current?.roles.some((role) => roles.includes(role)) ?? false)
  }

  /** Listens for locks by the back end. Returns how to stop. */
  watch(): () => void {
    return onLocked(() => {
      void this.becomeLocked()
    })
  }

  /** Asks the back end how things stand. */
  async load(): Promise<void> {
    try {
      this.#stage = stageFrom(await call('store_status', {}), this.#lockedSession())
    } catch (thrown) {
      this.#stage = { at: 'unreachable', error: toApiError(thrown) }
    }
  }

  /** Somebody signed in. */
  enter(session: SessionView): void {
    drafts.belongTo(session.userId)
    this.#stage = { at: 'signed_in', session }
  }

  /** Locks by choice: saves what can be saved, keeps the rest, then locks. */
  async lock(): Promise<void> {
    await drafts.flushAll()
    drafts.capture()
    await call('lock', {}).catch((thrown: unknown) => {
      if (toApiError(thrown).code !== 'locked') throw thrown
    })
    await this.becomeLocked()
  }

  /** The store locked. Keeps what was typed and shows the sign-in screen. */
  async becomeLocked(): Promise<void> {
    const { current } = this
    if (!current || this.#locking) return
    this.#locking = true
    try {
      drafts.capture()
      const empty: StoreStatus = {
        state: 'locked',
        demo: current.demo,
        demoPassphrase: null,
        people: [{ userId: current.userId, name: current.name, title: null }],
        session: null,
      }
      // At once, before anything is awaited: no record stays on the screen of a locked store.
      this.#stage = { at: 'signed_out', store: empty, locked: current }
      await this.load()
    } finally {
      this.#locking = false
    }
  }

  #lockedSession(): SessionView | null {
    return this.#stage.at === 'signed_out' ? this.#stage.locked : null
  }
}

function stageFrom(store: StoreStatus, locked: SessionView | null): Stage {
  if (store.state === 'absent') return { at: 'first_run' }
  if (store.state === 'locked' || store.session === null) return { at: 'signed_out', store, locked }
  drafts.belongTo(store.session.userId)
  return { at: 'signed_in', session: store.session }
}

/** The session of this window. */
export const session = new SessionState()
