/** For so long an administrator looks at the site as somebody else, in minutes. */
export const longest = 60

/** What an administrator may not do while she acts as somebody: addresses of pages whose forms are that person's alone. */
const hers =
  /^\/(?:me(?:\/|$)|ballots\/[^/]+\/(?:paper|vote|papers)|.*\/(?:vote|paper|ballot-paper)(?:\/|$)|calendar(?:\/|$)|vouch\/|applications\/|affiliation)/

/**
 * Why an administrator may not ask for this address as somebody else; undefined means she may. What is private (addresses, recovery,
 * tokens, sessions, copies) and what is a person's own voice (a vote) is closed for reading and for writing.
 */
export function whyNotAs(path: string): string | undefined {
  return hers.test(path)
    ? 'This is private to the person, or the person’s own voice: it cannot be opened while you act for them.'
    : undefined
}
