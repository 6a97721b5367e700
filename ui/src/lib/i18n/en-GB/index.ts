/** The English catalogue: one line a feature. */

import { cases } from './cases'
import { common } from './common'
import { copies } from './copies'
import { diary } from './diary'
import { display } from './display'
import { fields } from './fields'
import { gallery } from './gallery'
import { help } from './help'
import { keys } from './keys'
import { live } from './live'
import { people } from './people'
import { roles } from './roles'
import { search } from './search'
import { settings } from './settings'
import { shell } from './shell'
import * as terms from './terms'
import { today } from './today'
import { unlock } from './unlock'
import { users } from './users'
import { work } from './work'

export const catalogue = {
  cases, common, copies, diary, display, fields, gallery, help, keys, live, people, roles, search, settings, shell, today, unlock, users, work,
  ...terms,
} as const
