import { type Purpose, unpack } from './bytes.ts'

/** The id in a link's token; undefined when it is forged, of another purpose, out of date, or from a reply address. Pages alone use it. */
export function openToken(secret: string, purpose: Purpose, token: string, now: Date): number | undefined {
  const found = unpack(secret, token, now)
  return found?.purpose === purpose && found.door === 'link' ? found.id : undefined
}

/**
 * What a token in an address of a mail is for. The gate alone uses it (src/edges/mailroom/gate), which asks who wrote. Letters of earlier
 * versions have their link's token there.
 */
export function openMailed(secret: string, token: string, now: Date): { purpose: Purpose; id: number } | undefined {
  const found = unpack(secret, token, now)
  return found && { purpose: found.purpose, id: found.id }
}

// These stand in addresses of programs, and in the header of all that comes there; no page opens them.
const machines: ReadonlySet<Purpose> = new Set(['bounce', 'follow'])

// Each is tried with the secret: texts of nothing but such words must not take long.
const mostTried = 2_000

/** Does one of these texts carry the token of a link that opens something now? Whoever reads it could do what is its owner's to do. */
export function holdsKey(secret: string, texts: Iterable<string>, now: Date): boolean {
  const tried = new Set<string>()
  for (const text of texts)
    for (const [token] of text.matchAll(/(?<![a-z0-9])[a-z2-7]{31}(?![a-z0-9])/gi)) {
      if (tried.has(token)) continue
      if (tried.size === mostTried) return false
      tried.add(token)
      const found = unpack(secret, token, now)
      if (found?.door === 'link' && !machines.has(found.purpose)) return true
    }
  return false
}
