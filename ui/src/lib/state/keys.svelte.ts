/** The keys of the present screen, for the keyboard help (F1). */

import type { KeyGroup } from '../components/keys'

class ScreenKeys {
  #groups = $state.raw<readonly KeyGroup[]>([])

  /** What the screens that are open offer beyond the keys that work everywhere. */
  get groups(): readonly KeyGroup[] {
    return this.#groups
  }

  /** Lists a screen's keys. Returns how to take them off the list. */
  list(group: KeyGroup): () => void {
    this.#groups = [...this.#groups, group]
    return () => {
      this.#groups = this.#groups.filter((one) => one !== group)
    }
  }
}

/** The keys of the screen of this window. */
export const screenKeys = new ScreenKeys()
