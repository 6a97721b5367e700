/** Words of the parts of composite fields. */
export const fields = {
  day: 'Day',
  month: 'Month',
  year: 'Year',
  dateHint: 'For example, 27 11 2026',
  timeHint: 'For example, 14:30',
  showPassphrase: 'Show',
  hidePassphrase: 'Hide',
  showPassphraseLabel: 'Show passphrase',
  hidePassphraseLabel: 'Hide passphrase',
  choose: 'Choose one',
} as const
