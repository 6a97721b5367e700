/**
 * Reads the guides of `docs/user-guide` as what a screen can draw. It knows the few forms of
 * Markdown that the guides use, and nothing else: no HTML, so a guide cannot put anything into the
 * window but words.
 */

/** Words with an emphasis, or a way to somewhere else. */
export type Span =
  | { readonly is: 'text' | 'strong' | 'code'; readonly text: string }
  | { readonly is: 'link'; readonly text: string; readonly href: string }

export type Spans = readonly Span[]

export type Block =
  | { readonly is: 'heading'; readonly level: 1 | 2 | 3; readonly id: string; readonly text: string }
  | { readonly is: 'paragraph'; readonly spans: Spans }
  | { readonly is: 'list'; readonly ordered: boolean; readonly items: readonly Spans[] }
  | { readonly is: 'table'; readonly head: readonly Spans[]; readonly rows: readonly (readonly Spans[])[] }
  | { readonly is: 'code'; readonly text: string }

/** The parts of a guide, in order. */
export function read(text: string): readonly Block[] {
  const pieces = text.replaceAll('\r\n', '\n').split(/\n{2,}/).map((piece) => piece.replace(/^\n+|\n+$/g, '')).filter((piece) => piece !== '')
  return pieces.map(blockOf)
}

/** How a heading is found in an address: "No quorum" is `no-quorum`. */
export function idOf(heading: string): string {
  return heading.toLowerCase().replaceAll(/[^\p{L}\p{N}\s-]/gu, '').trim().replaceAll(/\s+/g, '-')
}

function blockOf(piece: string): Block {
  const lines = piece.split('\n')
  const first = lines[0] ?? ''
  const heading = /^(#{1,3}) (.+)$/.exec(first)
  if (heading) {
    const [, marks = '', text = ''] = heading
    return { is: 'heading', level: marks.length === 1 ? 1 : marks.length === 2 ? 2 : 3, id: idOf(text), text }
  }
  if (first.startsWith('```')) return { is: 'code', text: lines.slice(1, -1).join('\n') }
  if (first.startsWith('|')) return tableOf(lines)
  const item = /^(?:-|\d+\.) /
  if (item.test(first)) return { is: 'list', ordered: !first.startsWith('-'), items: lines.map((line) => spansOf(line.replace(item, ''))) }
  return { is: 'paragraph', spans: spansOf(lines.join(' ')) }
}

function tableOf(lines: readonly string[]): Block {
  const cells = (line: string) => line.replace(/^\||\|$/g, '').split('|').map((cell) => spansOf(cell.trim()))
  const [head = '', , ...rows] = lines
  return { is: 'table', head: cells(head), rows: rows.map(cells) }
}

const marked = /\*\*(?<strong>[^*]+)\*\*|`(?<code>[^`]+)`|\[(?<text>[^\]]+)\]\((?<href>[^)]+)\)/g

/** Emphasis, code and links in a line. */
export function spansOf(text: string): Spans {
  const spans: Span[] = []
  let at = 0
  for (const found of text.matchAll(marked)) {
    if (found.index > at) spans.push({ is: 'text', text: text.slice(at, found.index) })
    const { strong, code, text: words, href } = found.groups ?? {}
    if (strong !== undefined) spans.push({ is: 'strong', text: strong })
    else if (code !== undefined) spans.push({ is: 'code', text: code })
    else if (words !== undefined && href !== undefined) spans.push({ is: 'link', text: words, href })
    at = found.index + found[0].length
  }
  if (at < text.length) spans.push({ is: 'text', text: text.slice(at) })
  return spans
}
