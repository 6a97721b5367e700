/** The English catalogue: one line a feature. */

import { cases } from './cases'
import { common } from './common'
import { display } from './display'
import { fields } from './fields'
import { gallery } from './gallery'
import { keys } from './keys'
import { people } from './people'
import { roles } from './roles'
import { settings } from './settings'
import { shell } from './shell'
import * as terms from './terms'
import { today } from './today'
import { unlock } from './unlock'
import { users } from './users'

export const catalogue = {
  cases, common, display, fields, gallery, keys, people, roles, settings, shell, today, unlock, users,
  ...terms,
} as const
