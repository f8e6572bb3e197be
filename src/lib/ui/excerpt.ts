/** The beginning of a Markdown text as plain words, cut at a word. */
export function excerptOf(markdown: string, longest = 240): string {
  const flat = markdown
    .replaceAll(/!\[[^\][]*\]\([^)[]*\)/g, '')
    .replaceAll(/\[([^\][]+)\]\([^)[]*\)/g, '$1')
    .replaceAll(/^[^\S\r\n\u2028\u2029]*(?:#{1,6}|>|[-*+]|\d+\.)\s+/gm, '')
    .replaceAll(/[*_`~]{1,3}/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
  if (flat.length <= longest) return flat
  const cut = flat.lastIndexOf(' ', longest)
  return `${flat.slice(0, cut > longest / 2 ? cut : longest)} …`
}
