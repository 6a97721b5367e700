import { afterEach } from 'vitest'
import { drafts } from './lib/state/drafts'

afterEach(() => {
  drafts.forgetAll()
  sessionStorage.clear()
  localStorage.clear()
})
