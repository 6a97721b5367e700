import { describe, expect, test } from 'vitest'
import { catalogue } from '../i18n/en-GB'
import { errorWords } from '../i18n/en-GB/errors'
import * as meetingTerms from '../i18n/en-GB/meeting-terms'
import { addressOf, pageNames, pageOf } from './pages'
import { idOf, read, spansOf, type Block, type Span } from './read'

/** Every text of the catalogues. */
const words: ReadonlySet<string> = new Set(
  [...Object.values(catalogue), ...Object.values(meetingTerms)].flatMap((entries) => Object.values(entries)),
)

function spansIn(block: Block): readonly Span[] {
  switch (block.is) {
    case 'paragraph': return block.spans
    case 'list': return block.items.flat()
    case 'table': return [block.head, ...block.rows].flat(2)
    case 'heading':
    case 'code': return []
  }
}

/** Whether the words stand on some screen, alone or at the start of something longer. */
function onAScreen(text: string): boolean {
  return [...words].some((word) => word === text || word.split(/\s?[{(:.?]/)[0] === text)
}

test('headings, lists, tables, code and emphasis are read', () => {
  const blocks = read('# Title\n\nA **bold** `word` and [more](chair.md#start).\n\n1. one\n2. two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```sh\nls\n```\n')
  expect(blocks.map(({ is }) => is)).toEqual(['heading', 'paragraph', 'list', 'table', 'code'])
  expect(spansOf('**a**b')).toEqual([{ is: 'strong', text: 'a' }, { is: 'text', text: 'b' }])
  expect(idOf('Chair in somebody’s place')).toBe('chair-in-somebodys-place')
})

test('a link to a paper that is not in the program is no link', () => {
  expect(addressOf('../../SECURITY.md', 'chair')).toBeNull()
  expect(addressOf('#plan', 'chair')).toBe('#/help/chair/plan')
  expect(addressOf('administrator.md', 'chair')).toBe('#/help/administrator')
})

describe.each(pageNames)('the guide %s', (name) => {
  const blocks = pageOf(name)

  test('leads only to headings that are there', () => {
    const ids = (page: (typeof pageNames)[number]) => pageOf(page).flatMap((block) => (block.is === 'heading' ? [block.id] : []))
    const links = blocks.flatMap(spansIn).flatMap((span) => (span.is === 'link' ? [span.href] : []))
    const lost = links.filter((href) => {
      const [page, at] = addressOf(href, name)?.slice('#/help/'.length).split('/') ?? []
      const known = pageNames.find((one) => one === page)
      return known !== undefined && at !== undefined && !ids(known).includes(at)
    })
    expect(lost).toEqual([])
  })

  test('says in bold only what stands on a screen, or a key', () => {
    const bold = blocks.flatMap(spansIn).flatMap((span) => (span.is === 'strong' ? [span.text] : []))
    const key = /^(?:Alt\+|Ctrl\+|F\d|bold$)/
    expect(bold.filter((text) => !key.test(text) && !onAScreen(text))).toEqual([])
  })
})

test('the guide for chairs names every kind of error', () => {
  const text = pageNames.map((name) => JSON.stringify(pageOf(name))).join(' ')
  const starts = Object.values(errorWords).map((say) => say(null).split(/[.:]/)[0] ?? '')
  expect(starts.filter((start) => !text.includes(start.split(' ').slice(0, 4).join(' ')))).toEqual([])
})
