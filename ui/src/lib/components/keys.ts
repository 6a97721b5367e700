/** Keys as the help lists them. */
export interface KeyWords {
  readonly keys: string
  readonly does: string
}

export interface KeyGroup {
  readonly title: string
  readonly keys: readonly KeyWords[]
}
