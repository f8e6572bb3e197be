/** About the width of a letter, and what stands between two columns, in rem. */
const [letter, gap] = [0.48, 1]
/** A drawing, such as the marks of attendance. */
const drawing = 7
/** The paddings and the dot of what stands as a state. */
const around = 1.8
/** What is longer is no cell of a table but a text; the name of a row may break before. */
const [most, nameMost] = [28, 12]

// Each stops at the next tag, so that their time is linear.
const unseen = /<span class="away">[^<]*<\/span>/g
const breaks = /<\/?(?:div|p|br|li)\b[^<>]*>/g
const tags = /<[^<>]*>/g
const entities = /&#?\w{1,8};/g
const controls = /<(?:button|form|input|select|textarea|details|ul|ol|dl|table|pre)\b|class="(?:button|words|why)\b/

const linesOf = (html: string): string[] =>
  html.replace(unseen, '').replace(breaks, '\n').replace(tags, '').replace(entities, '_').split('\n')

const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => text.trim().length))

/** How wide a cell has to be, in rem; undefined where there is something to do in it, or a text to read. */
function widthOf(html: string, isName: boolean): number | undefined {
  if (controls.test(html)) return undefined
  const lines = linesOf(html)
  const full = longest(lines)
  if (!isName && full > most) return undefined
  const letters = isName ? Math.min(full, Math.max(nameMost, longest(lines.join(' ').split(/\s+/)))) : full
  return Math.max(letters * letter, html.includes('<svg') ? drawing : 0) + (html.includes('class="state') ? around : 0)
}

/** Whether the names of the rows fit into their column on one line. */
export const isBrief = (rows: readonly (readonly string[])[]): boolean => rows.every(([name = '']) => longest(linesOf(name)) <= nameMost)

/**
 * How wide a table has to be to stay one, in rem and an even number: where its container is narrower its rows are lists.
 * @param head the labels of its columns, as HTML; they are set smaller and may break between words
 * @param rows its cells, as HTML, the name of the row first
 * @returns nothing where it is wider than a tablet, or something is done or read in its cells
 */
export function tableWidth(head: readonly string[], rows: readonly (readonly string[])[]): number | undefined {
  const widths = head.map((label) => longest(linesOf(label).join(' ').split(/\s+/)) * letter * 0.9)
  for (const row of rows)
    for (const [at, html] of row.entries()) {
      const width = widthOf(html, at === 0)
      if (width === undefined) return undefined
      widths[at] = Math.max(widths[at] ?? 0, width)
    }
  const whole = widths.reduce((sum, width) => sum + width, gap * (widths.length - 1))
  const even = Math.ceil(Math.max(whole, 14) / 2) * 2
  return even > 44 ? undefined : even
}
