/** Words of the help screen; the guides themselves are in `docs/user-guide`. */
export const help = {
  title: 'Help',
  guides: 'Guides',
  chair: 'Guide for chairs',
  administrator: 'Guide for administrators',
} as const
