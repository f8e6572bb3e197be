/** An address as strangers see it: `m…@northfield.example`. */
export function hideAddress(address: string): string {
  const at = address.lastIndexOf('@')
  return at < 1 ? address : `${[...address][0]}…${address.slice(at)}`
}

// Each run of letters is begun once and each name is bounded, so that a text of any shape takes linear time. In links the sign may be written
// as %40; what parts a link is no part of an address.
const address =
  /(?<![\p{L}\p{N}.!$'*+^_`{|}~-])([\p{L}\p{N}.!$'*+^_`{|}~-]+)(@|%40)((?:[\p{L}\p{N}][\p{L}\p{N}-]{0,62}\.){1,8}[\p{L}\p{N}][\p{L}\p{N}-]{1,62})/giu

// A tag ends before the next begins: what is never closed is looked through once.
const tags = /(<[^<>]*>)/

/** HTML as strangers see it: also an address that tags stand in the middle of. Attributes are not looked at. */
export function hideInHtml(html: string): string {
  const pieces = html.split(tags)
  const text = pieces.filter((_, index) => index % 2 === 0).join('')
  const cuts = [...text.matchAll(address)].map(({ index, 1: local = '' }) => ({
    from: index + ([...local][0]?.length ?? 0),
    to: index + local.length,
  }))
  let [next, at] = [0, 0]
  const without = (piece: string): string => {
    const end = at + piece.length
    let [kept, from] = ['', at]
    for (; next < cuts.length; next++) {
      const cut = cuts[next] as (typeof cuts)[number]
      if (cut.from >= end) break
      // Said once, where the part begins that is left out.
      if (cut.from >= at) kept += `${text.slice(from, cut.from)}…`
      from = Math.min(cut.to, end)
      if (cut.to > end) break
    }
    kept += text.slice(from, end)
    at = end
    return kept
  }
  return pieces.map((piece, index) => (index % 2 === 0 ? without(piece) : piece)).join('')
}

/** A text of mail as strangers see it: each address without the part that spammers need. */
export const hideAddresses = (text: string, left = '…'): string =>
  text.includes('@') || text.includes('%40')
    ? text.replaceAll(address, (_, local: string, at: string, domain: string) => `${[...local][0]}${left}${at}${domain}`)
    : text
