// Where a line ends without a full stop before a paragraph, a heading or an item of a list.
const unended = /(?<=[\p{L}\p{N})*_`])[^\S\n]*\n(?:[^\S\n]*\n\s*|\s*(?=(?:#{1,6}|[-*+]|\d{1,3}\.)\s))/gu

/** The beginning of a Markdown text as plain words, cut at a word; a dot parts what would else read as one sentence. */
export function excerptOf(markdown: string, longest = 240): string {
  const flat = markdown
    .replaceAll(/!\[[^\][]*\]\([^)[]*\)/g, '')
    .replaceAll(/\[([^\][]+)\]\([^)[]*\)/g, '$1')
    .trim()
    .replaceAll(unended, ' · \n')
    .replaceAll(/^[^\S\r\n\u2028\u2029]*(?:#{1,6}|>|[-*+]|\d{1,3}\.)\s+/gm, '')
    .replaceAll(/[*_`~]{1,3}/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
  if (flat.length <= longest) return flat
  const cut = flat.lastIndexOf(' ', longest)
  return `${flat.slice(0, cut > longest / 2 ? cut : longest)} …`
}

/** A text, with an ellipsis where it is longer. */
export const shorten = (text: string, longest: number): string => (text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text)
