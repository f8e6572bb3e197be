import { isIP } from 'node:net'
import type { MiddlewareHandler } from 'hono'
import type { Env } from '../../lib/ui/variables.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { errorWords } from './error-words.ts'
import { isPrivate } from './network.ts'
import { saidAlone } from './unavailable.tsx'

const t = textsOf('edges', 'http')

// A whole institution behind one address reads as a whole; a program that takes an archive away can take its time.
const burst = 300
const perSecond = 5
const mostNetworks = 50_000

/** What each network may ask for: so much at once, and some more each second (a token bucket). */
export class RateLimit {
  private readonly left = new Map<string, { turns: number; at: number }>()

  /** Takes one at this time in milliseconds; answers with the seconds to wait, 0 where there was one. */
  take(network: string, at: number): number {
    const before = this.left.get(network)
    const turns = before ? Math.min(burst, before.turns + ((at - before.at) / 1_000) * perSecond) : burst
    this.left.delete(network)
    this.left.set(network, { turns: Math.max(0, turns - 1), at })
    const [longestAgo] = this.left.keys()
    if (this.left.size > mostNetworks && longestAgo !== undefined) this.left.delete(longestAgo)
    return turns >= 1 ? 0 : Math.ceil((1 - turns) / perSecond)
  }
}

/** From elsewhere: a proxy that is not trusted, and programs of the operator, speak for many or for the house. */
function isFar(network: string): boolean {
  const [address = ''] = network.split('/')
  return isIP(address) > 0 && !isPrivate(address)
}

/** Pages that are made for who is not signed in, so many a network. Pages that are kept ready cost nothing and are not counted. */
export function limitStrangers(now: () => Date): MiddlewareHandler<Env> {
  const limit = new RateLimit()
  return async (c, next) => {
    if (c.get('actor').personId !== null || !isFar(c.get('network'))) return next()
    const wait = limit.take(c.get('network'), now().getTime())
    if (wait === 0) return next()
    return saidAlone(c, 429, errorWords(c.get('actor').locale).faster, t.tooManyPages, { 'retry-after': String(wait) })
  }
}
