import type { Role } from '../api/generated'

/** Who may chair a case's meetings. */
export const chairRoles = ['chair'] as const satisfies readonly Role[]

/** Who may take the minutes. */
export const minuteTakerRoles = ['meeting_administrator', 'chair'] as const satisfies readonly Role[]
