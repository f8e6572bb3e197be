import { betterAuth } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'
import type { Site } from './config.ts'
import { NotAllowed } from './errors.ts'
import type { Db, Write } from './lib/db/connect.ts'
import { textsOf } from './locale/words.ts'
import { ensureAccountOf, findOpener } from './people/actions.ts'
import { noteSession } from './people/sign-in/actions.ts'
import { makeCode, spendCode } from './people/sign-in/codes/actions.ts'

const t = textsOf('edges', 'auth')

const sessionLifetime = 60 * 60 * 24 * 60
// How old "last used" may be before it is written again.
const noteUseAfter = 10 * 60

/** How somebody came in: a code from a mail, a passkey, or an identity provider by its slug. */
export interface Entrance {
  how: string
  /** The network of the browser; never its whole address. */
  network: string
  /** The browser's own number, where it held a session of this person before. */
  device?: string
}

/** Opens a session for somebody whom something else than a code has shown to be themselves. It has no address: no route leads here. */
const openSession = {
  id: 'rapport',
  endpoints: {
    openSession: createAuthEndpoint(
      '/rapport/open-session',
      { method: 'POST', body: z.object({ userId: z.string() }), requireHeaders: true },
      async (ctx) => {
        const user = await ctx.context.internalAdapter.findUserById(ctx.body.userId)
        if (!user) throw new NotAllowed(t.thereIsNoSuchAccount)
        const session = await ctx.context.internalAdapter.createSession(user.id)
        await setSessionCookie(ctx, { session, user })
        return ctx.json({ token: session.token })
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

/** Sign-in by a code that comes by mail (people/sign-in/codes); sessions, on better-auth, in the database. */
export function createAuth({ db, write, site, now }: { db: Db; write: Write; site: Site; now: () => Date }) {
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
      ipAddress: { disableIpTracking: true },
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/' },
    },
    plugins: [openSession],
  })

  /**
   * Opens a session for a person who was shown to be themselves: by a code, a passkey or an identity provider.
   * @returns headers that set the session's cookie
   */
  async function open(personId: number, headers: Headers, entrance: Entrance): Promise<Headers> {
    const userId = await write((tx) => ensureAccountOf(tx, personId))
    const answer = await auth.api.openSession({ body: { userId }, headers, returnHeaders: true })
    await write((tx) => noteSession(tx, answer.response.token, entrance))
    return answer.headers
  }

  return {
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
     * Spends a code.
     * @param typed the digits, or the key of the letter's link
     * @returns headers that set the session's cookie
     * @throws NotAllowed when the code is wrong, spent or out of date
     */
    async signIn(
      email: string,
      typed: string,
      headers: Headers,
      entrance: Entrance = { how: 'code', network: '' },
    ): Promise<{ headers: Headers; personId: number }> {
      const person = await findOpener(db, email, now())
      const { network, device } = entrance
      // What was wrong is counted, whatever is answered.
      const opens = person && (await write((tx) => spendCode(tx, now(), site.secret, { email, typed, network, device })))
      if (!opens) throw new NotAllowed(t.thisCodeIsNotValidAny)
      return { headers: await open(person.id, headers, entrance), personId: person.id }
    },

    open,

    /** Who sends this request; undefined when nobody is signed in. */
    async findSession(headers: Headers): Promise<Session | undefined> {
      const found = await auth.api.getSession({ headers })
      return found ? { id: found.session.id, personId: Number(found.user.personId) } : undefined
    },

    /** Ends the session; answers with the headers that take the cookie away. */
    async signOut(headers: Headers): Promise<Headers> {
      const answer = await auth.api.signOut({ headers, returnHeaders: true })
      return answer.headers
    },
  }
}
