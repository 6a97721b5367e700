/**
 * How one person likes to see things on one computer. Says nothing about any record.
 *
 * Kept by the web view, which may forget it; every choice has a default that works.
 */

export const themes = ['system', 'light', 'dark', 'cream'] as const
export const densities = ['compact', 'comfortable'] as const
export const textSizes = ['100', '125', '150', '200'] as const

export type Theme = (typeof themes)[number]
export type Density = (typeof densities)[number]
export type TextSize = (typeof textSizes)[number]

const storageKey = 'convenor-display'

class Preferences {
  theme = $state<Theme>('system')
  density = $state<Density>('compact')
  textSize = $state<TextSize>('100')
  /** Names become stand-ins on this screen. Never kept: it is on only while somebody watches. */
  shareSafe = $state(false)

  /** Reads what was kept and shows it. */
  load(): void {
    const kept = parse(localStorage.getItem(storageKey))
    this.theme = oneOf(themes, kept['theme']) ?? 'system'
    this.density = oneOf(densities, kept['density']) ?? 'compact'
    this.textSize = oneOf(textSizes, kept['textSize']) ?? '100'
    this.show()
  }

  setTheme(theme: Theme): void {
    this.theme = theme
    this.#keep()
  }

  setDensity(density: Density): void {
    this.density = density
    this.#keep()
  }

  setTextSize(textSize: TextSize): void {
    this.textSize = textSize
    this.#keep()
  }

  toggleShareSafe(): void {
    this.shareSafe = !this.shareSafe
    this.show()
  }

  /** Writes the choices on the root element, where the style sheet reads them. */
  show(): void {
    const { dataset } = document.documentElement
    dataset['theme'] = this.theme
    dataset['density'] = this.density
    dataset['textSize'] = this.textSize
    dataset['shareSafe'] = this.shareSafe ? 'on' : 'off'
  }

  #keep(): void {
    const { theme, density, textSize } = this
    localStorage.setItem(storageKey, JSON.stringify({ theme, density, textSize }))
    this.show()
  }
}

function parse(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

function oneOf<T extends string>(choices: readonly T[], value: unknown): T | undefined {
  return choices.find((choice) => choice === value)
}

/** The display choices of this window. */
export const preferences = new Preferences()
