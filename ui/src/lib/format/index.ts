/** Dates, times, lengths and names in words. */
export * from './dates'
export * from './due'
export * from './durations'
export * from './names'
