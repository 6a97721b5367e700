/** One thing to choose, in radios, checkboxes, selects and comboboxes. */
export interface Choice<V extends string = string> {
  readonly value: V
  readonly label: string
  /** A second line that tells it from its neighbours. */
  readonly hint?: string
}
