/** An address as strangers see it: `m…@northfield.example`. */
export function hideAddress(address: string): string {
  const at = address.lastIndexOf('@')
  return at < 1 ? address : `${[...address][0]}…${address.slice(at)}`
}

// Each run of letters is begun once and each name is bounded, so that a text of any shape takes linear time. In links the sign may be written
// as %40; what parts a link is no part of an address.
const address =
  /(?<![\p{L}\p{N}.!$'*+^_`{|}~-])([\p{L}\p{N}.!$'*+^_`{|}~-]+)(@|%40)((?:[\p{L}\p{N}][\p{L}\p{N}-]{0,62}\.){1,8}[\p{L}\p{N}][\p{L}\p{N}-]{1,62})/giu

/** A text of mail as strangers see it: each address without the part that spammers need. */
export const hideAddresses = (text: string, left = '…'): string =>
  text.includes('@') || text.includes('%40')
    ? text.replaceAll(address, (_, local: string, at: string, domain: string) => `${[...local][0]}${left}${at}${domain}`)
    : text
