/** Words of the component gallery, which is in development builds only. */
export const gallery = {
  title: 'Component gallery',
} as const
