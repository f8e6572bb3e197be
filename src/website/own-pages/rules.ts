const longest = 200

/** The first paragraph of a Markdown text in plain words, for those who link to it; undefined where it says nothing. */
export function describe(text: string): string | undefined {
  const paragraph = text
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .find((part) => part !== '' && !/^(?:#|\||[-*_]{3,}$|!\[)/.test(part))
  const plain = (paragraph ?? '')
    .replaceAll(/!?\[([^\][]*)\]\([^)[]*\)/g, '$1')
    .replaceAll(/[*_`>#]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
  if (plain === '') return undefined
  return plain.length > longest ? `${plain.slice(0, longest - 1).trimEnd()}…` : plain
}
