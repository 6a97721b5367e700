/** What the command palette offers. */
export interface PaletteEntry {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly group: 'screens' | 'actions' | 'records'
  readonly run: () => void
}
