/** The keys of a meeting while it is held, as the keyboard help lists them. */

import type { KeyGroup } from '$lib/components'
import { t } from '$lib/i18n'
import { keyOf, steps, stepWords } from './steps'

/** One line for each section, then the keys that act. */
export function liveKeys(): KeyGroup {
  return {
    title: t('live.keysTitle'),
    keys: [
      ...steps.map((step) => ({ keys: `Alt+${keyOf(step)}`, does: t(stepWords[step]) })),
      { keys: 'Alt+P', does: t('live.keysAll') },
      { keys: 'Ctrl+Enter', does: t('live.keysAction') },
    ],
  }
}
