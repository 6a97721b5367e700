/** Words of the display settings. */
export const display = {
  title: 'Display',
  intro: 'These choices are for you, on this computer. They take effect at once.',
  theme: 'Colours',
  themeSystem: 'As Windows is set',
  themeLight: 'Light',
  themeDark: 'Dark',
  themeCream: 'Cream',
  themeCreamHint: 'Black on cream, which some people read more easily',
  density: 'Spacing',
  densityComfortable: 'Comfortable',
  densityCompact: 'Compact',
  densityCompactHint: 'More rows on a small screen',
  textSize: 'Text size',
  textSizeHint: 'On top of what Windows is set to',
  percent: '{n}%',
} as const
