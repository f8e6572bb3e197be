/** An address with a query; what is empty in it is left out. */
export function withQuery(path: string, query: Record<string, string | number | undefined>): string {
  const said = new URLSearchParams(Object.entries(query).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])))
  return said.size > 0 ? `${path}?${said}` : path
}

/** Where a message stands for ever; `variant` tells apart what came with the same Message-ID. */
export const messagePath = (list: string, messageId: string, variant = 1): string =>
  `/lists/${list}/m/${encodeURIComponent(messageId)}${variant > 1 ? `?v=${variant}` : ''}`

/** The thread of a message; any message of it will do. */
export const threadPath = (list: string, messageId: string): string => `/lists/${list}/t/${encodeURIComponent(messageId)}`

// Pages that list what all groups have, unless their address names one.
const listing =
  /^\/(?:requests|cases\/queue|stories|answers|commitments|meetings|decisions|ballots|show-and-tell|events|documents|news)(?=\?|$)/

/** The address of a page that lists things, narrowed to those of one group; any other stays as it is. */
export function ofGroup(path: string, slug: string): string {
  if (path === '/roster') return `${path}#${slug}`
  return listing.test(path) ? `${path}${path.includes('?') ? '&' : '?'}group=${slug}` : path
}
