/** The shape of a table: its columns and how it is sorted. */

/** A column of rows of kind `R`. */
export interface Column<R> {
  readonly id: string
  readonly heading: string
  /** The cell's words, where no snippet draws it. */
  readonly text?: (row: R) => string
  /** What the column sorts by; a column without it cannot be sorted. `null` sorts last. */
  readonly sort?: (row: R) => string | number | null
  readonly align?: 'start' | 'end'
  /** The cell that names the row. One column has it. */
  readonly rowHeading?: true
  /** The heading is read out but not seen: for a column of buttons. */
  readonly hideHeading?: true
}

export interface Sorting {
  readonly by: string
  readonly direction: 'ascending' | 'descending'
}

const words = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' })

/** The rows in order, equal rows as they were. */
export function sorted<R>(
  rows: readonly R[],
  columns: readonly Column<R>[],
  sorting: Sorting | null,
): readonly R[] {
  const by = columns.find((column) => column.id === sorting?.by)?.sort
  if (!sorting || !by) return rows
  const turn = sorting.direction === 'ascending' ? 1 : -1
  return rows.toSorted((a, b) => compare(by(a), by(b), turn))
}

function compare(a: string | number | null, b: string | number | null, turn: number): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0)
  if (typeof a === 'number' && typeof b === 'number') return turn * (a - b)
  return turn * words.compare(String(a), String(b))
}
