import { configure } from '@testing-library/dom'
import { afterEach } from 'vitest'
import { drafts } from './lib/state/drafts'

// A screen is loaded when it is first wanted, which takes its time on a busy machine.
// jsdom has no CSS.escape, which moving among radio buttons needs.
if (typeof globalThis.CSS === 'undefined') {
  Object.assign(globalThis, { CSS: { escape: (text: string) => text.replaceAll(/[^\w-]/g, '\\$&') } })
}

configure({ asyncUtilTimeout: 8_000 })

afterEach(() => {
  drafts.forgetAll()
  sessionStorage.clear()
  localStorage.clear()
})
