import { createHmac, timingSafeEqual } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'
import { type Ground as AuthorityGround, authorityOf } from './authority.ts'
import { NotAllowed } from './errors.ts'
import { againWhereOvertaken } from './lib/db/again.ts'
import type { Tx } from './lib/db/rows.ts'
import { textsOf } from './lib/ui/words.ts'
import { ensureAccountOf, findOpener } from './people/actions.ts'
import { startSession } from './people/sign-in/actions.ts'
import { makeCode, spendCode } from './people/sign-in/codes-actions.ts'

const t = textsOf('edges', 'auth')

const sessionLifetime = 60 * 60 * 24 * 60
// How old "last used" may be before it is written again.
const noteUseAfter = 10 * 60
const mostCookies = 5_000

/** How somebody came in: a code from a mail, a passkey, or an identity provider by its slug. */
export interface Entrance {
  how: string
  /** The network of the browser; never its whole address. */
  network: string
  /** The browser's own number, where it held a session of this person before. */
  device?: string
}

/** The cookie of a session. Browsers take one with the first name from this very host alone, and no page of a neighbouring one can set it. */
const cookieNames = { secure: '__Host-rapport.session_token', plain: 'rapport.session_token', former: '__Secure-rapport.session_token' }

/** What a browser sends, with a cookie of the name before under the name of today, where it has none of that. Those cookies end by themselves. */
function asToday(headers: Headers): Headers {
  const cookies = headers.get('cookie') ?? ''
  if (!cookies.includes(`${cookieNames.former}=`) || cookies.includes(`${cookieNames.secure}=`)) return headers
  const today = new Headers(headers)
  today.set('cookie', cookies.replaceAll(`${cookieNames.former}=`, `${cookieNames.secure}=`))
  return today
}

/** Makes the cookie of a session that is just being kept. It has no address: no route leads here. */
const giveCookie = {
  id: 'rapport',
  endpoints: {
    giveCookie: createAuthEndpoint(
      '/rapport/give-cookie',
      { method: 'POST', body: z.object({ session: z.custom<KeptSession>(), user: z.custom<Account>() }), requireHeaders: true },
      async (ctx) => {
        await setSessionCookie(ctx, ctx.body)
        return ctx.json({})
      },
    ),
  },
}

/** Who is signed in, and by which session. */
export interface Session {
  id: string
  personId: number
}

export type Auth = ReturnType<typeof createAuth>

type Account = Awaited<ReturnType<typeof ensureAccountOf>>
type KeptSession = Awaited<ReturnType<typeof startSession>>

/** What is written with a session, or not at all. */
type Beside = (tx: Tx, personId: number) => Promise<void>
const nothing: Beside = async () => {}

/** Finds the value of a cookie that was signed with a secret, as better-auth signs: HMAC with SHA-256, in base64 behind a dot. */
function cookieReader(name: string, secret: string): (cookies: string) => string | undefined {
  // What was signed is signed: browsers send theirs with each page.
  const known = new Map<string, string>()
  const proven = (signed: string): string | undefined => {
    const [, value, signature] = /^([^%.]+)\.([\w+/]{43}=)$/.exec(decoded(signed)) ?? []
    if (!value || !signature) return undefined
    if (!timingSafeEqual(createHmac('sha256', secret).update(value).digest(), Buffer.from(signature, 'base64'))) return undefined
    if (known.size >= mostCookies) known.clear()
    known.set(signed, value)
    return value
  }
  return (cookies) => {
    const signed = cookies
      .split(/; */)
      .find((one) => one.startsWith(`${name}=`))
      ?.slice(name.length + 1)
    return signed === undefined ? undefined : (known.get(signed) ?? proven(signed))
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/** Sign-in by a code that comes by mail (people/sign-in/codes); sessions, on better-auth, in the database. */
export function createAuth({ db, write: once, site, now, outward }: AuthorityGround) {
  const write = againWhereOvertaken(once)
  const secure = site.baseUrl.startsWith('https://')
  const auth = betterAuth({
    baseURL: site.baseUrl,
    basePath: '/auth',
    secret: site.secret,
    database: { db: db as never, type: 'postgres' },
    telemetry: { enabled: false },
    logger: { disabled: true },
    user: { modelName: 'authUser', additionalFields: { personId: { type: 'number', required: true, input: false } } },
    session: { modelName: 'authSession', expiresIn: sessionLifetime, updateAge: noteUseAfter },
    account: { modelName: 'authAccount' },
    verification: { modelName: 'authVerification' },
    advanced: {
      cookiePrefix: 'rapport',
      // Its own prefix for these is one that a neighbouring host may use as well.
      useSecureCookies: false,
      cookies: { session_token: { name: secure ? cookieNames.secure : cookieNames.plain } },
      // It would read every column of the database before the first sign-in of each process: a test has it do so (checkTables).
      database: { validateSchema: false },
      ipAddress: { disableIpTracking: true },
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/', secure },
    },
    plugins: [giveCookie],
  })

  /** Opens a session in the transaction of what showed its person to be themselves: one does not hold without the other. */
  async function openIn(tx: Tx, personId: number, headers: Headers, entrance: Entrance, beside: Beside): Promise<Headers> {
    const user = await ensureAccountOf(tx, personId)
    const expiresAt = new Date(Date.now() + sessionLifetime * 1_000)
    const session = await startSession(tx, user.id, { ...entrance, browser: headers.get('user-agent') ?? '', expiresAt })
    await beside(tx, personId)
    const given = await auth.api.giveCookie({ body: { session, user }, headers, returnHeaders: true })
    return given.headers
  }

  let tokenIn: ReturnType<typeof cookieReader> | undefined

  return {
    /** Throws where the tables of the database are not those that the library wants; our migrations make them. */
    async checkTables(): Promise<void> {
      await (await auth.$context).explicitSchemaCheck?.()
    },

    /** This site, as one that says to programs and other sites who somebody is. */
    authority: authorityOf({ db, write, site, now, ...(outward ? { outward } : {}) }),

    /**
     * A new code for a person who may sign in, with the long key of its link; undefined for an address that opens nobody's account.
     * @param place that was taken for it (askForCode); undefined for one that the house itself makes
     */
    async createCode(email: string, place?: number): Promise<{ code: string; key: string; personId: number } | undefined> {
      return write(async (tx) => {
        const person = await findOpener(tx, email, now())
        return person && { ...(await makeCode(tx, now(), site.secret, email, place)), personId: person.id }
      })
    },

    /**
     * Spends a code. One whose session could not be kept is not spent.
     * @param typed the digits, or the key of the letter's link
     * @param beside writes what belongs to it
     * @returns headers that set the session's cookie
     * @throws NotAllowed when the code is wrong, spent or out of date
     */
    async signIn(
      email: string,
      typed: string,
      headers: Headers,
      entrance: Entrance = { how: 'code', network: '' },
      beside = nothing,
    ): Promise<{ headers: Headers; personId: number }> {
      const { network, device } = entrance
      const opened = await write(async (tx) => {
        const person = await findOpener(tx, email, now())
        // What was wrong is counted, whatever is answered.
        const opens = person && (await spendCode(tx, now(), site.secret, { email, typed, network, device }))
        return opens ? { headers: await openIn(tx, person.id, headers, entrance, beside), personId: person.id } : undefined
      })
      if (!opened) throw new NotAllowed(t.thisCodeIsNotValidAny)
      return opened
    },

    /**
     * Opens a session for a person who was shown to be themselves: by a passkey or an identity provider.
     * @param beside writes what belongs to it
     * @returns headers that set the session's cookie
     */
    open: (personId: number, headers: Headers, entrance: Entrance, beside = nothing): Promise<Headers> =>
      write((tx) => openIn(tx, personId, headers, entrance, beside)),

    /**
     * What this request carries of a session: its token, and until when it goes on at least where its use was noted of late, which is what a page
     * is nearly always asked with. Whether there is such a session, who reads its person sees with it; whatever else a cookie is, `findSession` says.
     */
    async findToken(headers: Headers): Promise<{ token: string; until: Date } | undefined> {
      if (!tokenIn) {
        const { authCookies, secret } = await auth.$context
        tokenIn = cookieReader(authCookies.sessionToken.name, secret)
      }
      const token = tokenIn(asToday(headers).get('cookie') ?? '')
      return token === undefined ? undefined : { token, until: new Date(Date.now() + (sessionLifetime - noteUseAfter) * 1_000) }
    },

    /** Who sends this request; undefined when nobody is signed in. Its use is noted. */
    async findSession(headers: Headers): Promise<Session | undefined> {
      const found = await auth.api.getSession({ headers: asToday(headers) })
      return found ? { id: found.session.id, personId: Number(found.user.personId) } : undefined
    },

    /** Ends the session; answers with the headers that take the cookie away. */
    async signOut(headers: Headers): Promise<Headers> {
      const answer = await auth.api.signOut({ headers: asToday(headers), returnHeaders: true })
      if (secure) answer.headers.append('set-cookie', `${cookieNames.former}=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax`)
      return answer.headers
    },
  }
}
