import { places } from '../look/rules.ts'

/** What an address says is there, with what names it; undefined where nothing has such an address. */
export function readThing<Kind extends { address: RegExp }>(
  kinds: readonly Kind[],
  path: string,
): { thing: Kind; names: string[] } | undefined {
  for (const thing of kinds) {
    const names = thing.address.exec(path)?.slice(1)
    if (names) return { thing, names: names.map(decoded) }
  }
  return undefined
}

// A Message-ID has an @, which stands in an address as it is or as %40. What cannot be read names nothing.
function decoded(text: string): string {
  try {
    return decodeURIComponent(text).replaceAll('\0', '')
  } catch {
    return ''
  }
}

/** Does `/oembed` answer for a page of this address, where everybody may read it: places, and things with an address of their own? */
export const unfolds = (kinds: readonly { address: RegExp }[], path: string): boolean =>
  path === '/' || places.some((place) => path === `/${place}`) || kinds.some(({ address }) => address.test(path))
