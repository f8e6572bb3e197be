import { Hono, type MiddlewareHandler } from 'hono'
import { domains } from '../../domains.ts'
import type { Env } from '../../lib/ui/variables.ts'

/** The addresses of every domain, in pieces as the domains wrote them. */
export const pages: readonly Hono<Env>[] = domains.flatMap((domain) => domain.pages ?? [])

/** How exact a piece of an address is: a word before a pattern, a pattern before any word, any word before whatever follows. */
function exactness(segment: string): number {
  if (segment === '*') return 4
  if (!segment.startsWith(':')) return 0
  if (!segment.includes('{')) return 2
  return segment.includes('{.+}') ? 3 : 1
}

/** Orders addresses so that of two that fit the more specific comes first; the same address keeps its order. */
export function bySpecificity(one: string, other: string): number {
  const [left, right] = [one.split('/'), other.split('/')]
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const less = exactness(left[at] ?? '') - exactness(right[at] ?? '')
    if (less !== 0) return less
  }
  return right.length - left.length
}

const guards = (path: string, address: string): boolean => path.endsWith('*') && address.startsWith(path.slice(0, -1))

/**
 * One table of all addresses, whichever domain wrote which first.
 * What a piece says of a whole branch (`use`) holds for its own addresses alone.
 */
export function gatherAddresses(pieces: readonly Hono<Env>[]): Hono<Env> {
  const all = pieces.flatMap(({ routes }) => {
    const own: { method: string; path: string; handlers: MiddlewareHandler[] }[] = []
    for (const { method, path, handler } of routes) {
      if (method === 'ALL') continue
      const before = routes.filter((route) => route.method === 'ALL' && guards(route.path, path)).map((route) => route.handler)
      const same = own.find((one) => one.method === method && one.path === path)
      if (same) same.handlers.push(handler as MiddlewareHandler)
      else own.push({ method, path, handlers: [...before, handler] as MiddlewareHandler[] })
    }
    return own
  })
  const gathered = new Hono<Env>()
  for (const { method, path, handlers } of all.toSorted((one, other) => bySpecificity(one.path, other.path)))
    gathered.on(method, [path], ...handlers)
  return gathered
}

/** The addresses of every domain in one table. */
export const addresses = gatherAddresses(pages)
