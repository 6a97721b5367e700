/** The English catalogue: one line a feature. */

import { common } from './common'
import { display } from './display'
import { fields } from './fields'
import { gallery } from './gallery'
import { keys } from './keys'
import { roles } from './roles'
import { shell } from './shell'
import { today } from './today'
import { unlock } from './unlock'

export const catalogue = { common, display, fields, gallery, keys, roles, shell, today, unlock } as const
