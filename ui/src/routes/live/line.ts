/** One line of a note. */

/** The line that the cursor is in, without the mark of a list ("- ", "• ", "A1 "). */
export function lineAt(text: string, cursor: number): string {
  const start = text.lastIndexOf('\n', Math.max(0, cursor - 1)) + 1
  const end = text.indexOf('\n', cursor)
  const line = text.slice(start > cursor ? cursor : start, end < 0 ? text.length : end)
  return line.replace(/^\s*(?:[-*•–]|\d+[.)])\s+/, '').trim()
}
