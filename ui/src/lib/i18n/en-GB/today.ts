/** Words of the Today screen. */
export const today = {
  title: 'Today',
  morning: 'Good morning, {name}',
  afternoon: 'Good afternoon, {name}',
  evening: 'Good evening, {name}',
  lastSignIn: 'You last signed in on {when}.',
  firstSignIn: 'This is your first time here.',
  notYou: 'If that was not you, tell your system administrator.',
} as const
