/** How far a meeting is, step by step: Prepare, Hold, Write up, Issue. */

import type { InvitationList, MinutesView, ReleaseLine } from '$lib/api/generated'

export type StepId = 'prepare' | 'hold' | 'write' | 'issue'
export type HowFar = 'cannot' | 'not' | 'going' | 'done'

/** A meeting with what came of it. */
export interface Whole {
  readonly list: InvitationList
  /** The newest version, once there is one. */
  readonly minutes: MinutesView | null
  /** Every copy that was begun. */
  readonly releases: readonly ReleaseLine[]
}

export function howFar({ list: { meeting, gaps }, minutes, releases }: Whole): Readonly<Record<StepId, HowFar>> {
  const held = meeting.status === 'held'
  const prepared = gaps.length === 0 && meeting.reportsReceived >= meeting.reportsAsked
  return {
    prepare: held || prepared ? 'done' : meeting.sent > 0 ? 'going' : 'not',
    hold: held ? 'done' : meeting.status === 'planned' ? 'not' : 'going',
    write: minutes?.status === 'issued' ? 'done' : held ? 'going' : 'cannot',
    issue: issuing(minutes, releases),
  }
}

/** Done once the minutes or a copy of them went out and no copy is under way. */
function issuing(minutes: MinutesView | null, releases: readonly ReleaseLine[]): HowFar {
  const underWay = releases.some(({ status }) => status !== 'issued' && status !== 'void')
  if (underWay) return 'going'
  const wentOut = minutes?.status === 'issued' || releases.some(({ status, superseded }) => status === 'issued' && !superseded)
  if (wentOut) return 'done'
  return minutes === null || minutes.status === 'draft' ? 'cannot' : 'not'
}
