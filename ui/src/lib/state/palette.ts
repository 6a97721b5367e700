/**
 * What Ctrl+K can find beyond the screens. The search feature puts its finder here once; the
 * shell asks it.
 */

import type { PaletteEntry } from '../components/palette'

type Finder = (typed: string) => Promise<readonly PaletteEntry[]>

let finder: Finder | undefined

export function usePaletteFinder(find: Finder): void {
  finder = find
}

export function paletteFinder(): Finder | undefined {
  return finder
}
