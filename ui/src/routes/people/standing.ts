/** The kinds of meeting that have a standing list of people who are always invited. */

import type { Choice } from '$lib/components'
import { t } from '$lib/i18n'

const types = ['eram', 'mace', 'mase', 'ccep', 'hsb', 'ma'] as const

export const standingLists: readonly Choice[] = types.map((value) => ({ value, label: t(`ruleParts.${value}`) }))
