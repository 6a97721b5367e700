/** Words for what somebody may be here. Keyed by the generated union: a new role needs words. */

import type { Role } from '../../api/generated'

export const roles = {
  chair: 'Chair',
  meeting_administrator: 'Meeting administrator',
  system_administrator: 'System administrator',
  lado_officer: 'LADO officer',
  manager: 'Manager',
  auditor: 'Auditor',
  reader: 'Reader',
} as const satisfies Readonly<Record<Role, string>>
