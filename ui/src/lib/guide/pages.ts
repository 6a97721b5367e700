/** The guides that come with the program, and the addresses inside them. */

import administrator from '../../../../docs/user-guide/administrator.md?raw'
import chair from '../../../../docs/user-guide/chair.md?raw'
import { read, type Block } from './read'

export const pageNames = ['chair', 'administrator'] as const
export type PageName = (typeof pageNames)[number]

const texts: Readonly<Record<PageName, string>> = { chair, administrator }

export function pageOf(name: PageName): readonly Block[] {
  return read(texts[name])
}

/** Where a link of a guide leads inside the program; `null` when it leads to a paper that is not here. */
export function addressOf(href: string, from: PageName): string | null {
  const [file = '', at] = href.split('#')
  const name = file === '' ? from : pageNames.find((one) => file === `${one}.md`)
  if (name === undefined) return null
  return at === undefined ? `#/help/${name}` : `#/help/${name}/${at}`
}
