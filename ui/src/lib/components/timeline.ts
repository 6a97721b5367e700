/** One thing that happened, for the timeline. */
export interface TimelineEntry {
  readonly id: string
  /** A day or an instant. */
  readonly at: string
  readonly title: string
  readonly by?: string
  readonly text?: string
}
