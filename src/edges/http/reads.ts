import type { Context, MiddlewareHandler } from 'hono'
import { setCookie } from 'hono/cookie'
import { matchedRoutes } from 'hono/route'
import { readShown } from '../../archive/page-versions-queries.ts'
import type { Ground } from '../../ground.ts'
import type { Env } from '../../lib/ui/variables.ts'
import type { C } from '../../lib/ui/web.tsx'
import { isAnonymous } from './language.ts'
import { opensByKey } from './open-addresses.ts'
import { type Chrome, chromeReader } from './render.tsx'

// Marks a browser that has just written something: it reads from the primary, for twice as long as a replica may lag.
const mark = 'rapport-wrote'
const seconds = 10

// Signing in, setting up, and what programs agree with each other: what was done a moment ago decides.
const instant = /^\/(?:sign-in|set-up|oauth|mcp|uploads|unsubscribe|acting)(?:\/|$)/

/**
 * May what is read for this request lag behind by some seconds? Where it is for everybody: nobody is signed in, no program shows a token, no key
 * of a mail stands in the address, and nothing was written from this browser just now. This is the one place that decides it.
 */
export function mayLag(c: Context): boolean {
  const reads = c.req.method === 'GET' || c.req.method === 'HEAD'
  if (!reads || !isAnonymous(c) || c.req.header('authorization') !== undefined || instant.test(c.req.path)) return false
  const routes = matchedRoutes(c).filter(({ method }) => method !== 'ALL')
  return routes.length > 0 && !routes.some(({ path }) => opensByKey(path))
}

interface Reads {
  /** Gives a request what it reads from. */
  choose: MiddlewareHandler<Env>
  /** What stands around its page, read from there too. */
  chromeOf(c: C): () => Promise<Chrome>
}

/** Reads of the primary, and of replicas where there are any and the request may lag. */
export function pickReads({ database, replicas, context }: Ground): Reads {
  const readChrome = chromeReader(context.now)
  return {
    async choose(c, next) {
      c.set('db', replicas && mayLag(c) ? replicas.db : database.db)
      await next()
      if (replicas && hasWritten(c)) setCookie(c, mark, '1', { path: '/', maxAge: seconds, httpOnly: true, sameSite: 'Lax' })
    },
    chromeOf: (c) => async () => {
      const shown = c.get('shown') ?? (await readShown(c.get('db')))
      // What a form changed is read again.
      if (c.req.method === 'GET') c.set('shown', shown)
      return readChrome(c.get('db'), shown)
    },
  }
}

/** Has this browser written something, as far as one sees by what it asked? */
const hasWritten = (c: Context): boolean =>
  c.req.method !== 'GET' && c.req.method !== 'HEAD' && c.req.method !== 'OPTIONS' && c.res.status < 400
