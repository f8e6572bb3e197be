import { betterAuth } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { emailOTP } from 'better-auth/plugins/email-otp'
import { z } from 'zod'
import type { Site } from './config.ts'
import { NotAllowed } from './errors.ts'
import type { Db, Write } from './lib/db/connect.ts'
import { ensureAccount, ensureAccountOf, findAccount } from './people/actions.ts'
import { noteSession } from './people/sign-in/actions.ts'

// Greylisting holds a mail back for up to an hour; a code that dies sooner never arrives alive.
const codeLifetime = 3_600
const sessionLifetime = 60 * 60 * 24 * 60
const codeLength = 8
// How old "last used" may be before it is written again.
const noteUseAfter = 10 * 60

/** How somebody came in: a code from a mail, a passkey, or an identity provider by its slug. */
export interface Entrance {
  how: string
  /** The network of the browser; never its whole address. */
  network: string
}

/** Opens a session for somebody whom something else than a code has shown to be herself. It has no address: no route leads here. */
const openSession = {
  id: 'rapport',
  endpoints: {
    openSession: createAuthEndpoint(
      '/rapport/open-session',
      { method: 'POST', body: z.object({ userId: z.string() }), requireHeaders: true },
      async (ctx) => {
        const user = await ctx.context.internalAdapter.findUserById(ctx.body.userId)
        if (!user) throw new NotAllowed('There is no such account.')
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

/** Sign-in by a code that comes by mail, on better-auth: hashed codes, three tries, sessions in the database. */
export function createAuth({ db, write, site }: { db: Db; write: Write; site: Site }) {
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
    plugins: [
      openSession,
      emailOTP({
        otpLength: codeLength,
        expiresIn: codeLifetime,
        allowedAttempts: 5,
        disableSignUp: true,
        storeOTP: 'hashed',
        // Codes are made for a letter of ours; the library's own end points are not mounted.
        sendVerificationOTP: async () => {},
      }),
    ],
  })

  return {
    /** A new code for a person who may sign in; undefined for an address that is nobody's. */
    async createCode(email: string): Promise<{ code: string; personId: number } | undefined> {
      const account = await write((tx) => ensureAccount(tx, email))
      if (!account) return undefined
      const code = await auth.api.createVerificationOTP({ body: { email: account.email, type: 'sign-in' } })
      return { code, personId: account.personId }
    },

    /**
     * Spends a code.
     * @returns headers that set the session's cookie
     * @throws NotAllowed when the code is wrong, spent or out of date
     */
    async signIn(
      email: string,
      code: string,
      headers: Headers,
      entrance: Entrance = { how: 'code', network: '' },
    ): Promise<{ headers: Headers; personId: number }> {
      const account = await findAccount(db, email)
      const refused = new NotAllowed('This code is not valid any more. Ask for a new one.')
      if (!account) throw refused
      try {
        const answer = await auth.api.signInEmailOTP({ body: { email: account.email, otp: code }, headers, returnHeaders: true })
        await write((tx) => noteSession(tx, answer.response.token, entrance))
        return { headers: answer.headers, personId: account.personId }
      } catch {
        throw refused
      }
    },

    /**
     * Opens a session for a person whom a passkey or an identity provider has shown to be herself.
     * @returns headers that set the session's cookie
     */
    async open(personId: number, headers: Headers, entrance: Entrance): Promise<Headers> {
      const userId = await write((tx) => ensureAccountOf(tx, personId))
      const answer = await auth.api.openSession({ body: { userId }, headers, returnHeaders: true })
      await write((tx) => noteSession(tx, answer.response.token, entrance))
      return answer.headers
    },

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
