/** Words of the keyboard help. */
export const keys = {
  title: 'Keyboard keys',
  key: 'Key',
  does: 'What it does',
  palette: 'Search for a person, case or screen',
  help: 'Show this list',
  save: 'Save now',
  shareSafe: 'Share-safe mode on or off',
  lock: 'Lock Convenor',
  escape: 'Close a dialog. What you typed is kept',
  tab: 'Go to the next field or button',
  arrows: 'Move among choices, tabs and list entries',
  everywhere: 'Everywhere',
  guide: 'Every key, in the guide for chairs',
} as const
