/** The roles as choices, each with what it means. */

import type { Role } from '$lib/api/generated'
import type { Choice } from '$lib/components'
import { keysOf } from '$lib/forms'
import { t } from '$lib/i18n'
import { roles } from '$lib/i18n/en-GB/roles'

export const roleChoices: readonly Choice<Role>[] = keysOf(roles).map((value) => ({
  value,
  label: t(`roles.${value}`),
  hint: t(`users.${value}`),
}))
