import { randomUUID } from 'node:crypto'
import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { matchedRoutes } from 'hono/route'
import { secureHeaders } from 'hono/secure-headers'
import { type Actor, visitor } from '../../actor.ts'
import { NotAllowed, NotFound, notAllowedIf, Refusal } from '../../errors.ts'
import type { Ground } from '../../ground.ts'
import { loadActor, sessionReader } from '../../groups/queries.ts'
import { againWhereOvertaken } from '../../lib/db/again.ts'
import { isAway } from '../../lib/db/away.ts'
import { onlyTried } from '../../lib/db/tried.ts'
import { stsPath } from '../../lib/mail/mta-sts.ts'
import { ParsePool, parseWithin } from '../../lib/mail/parse-pool.ts'
import { namesOnPage } from '../../lib/ui/former.ts'
import { markEnglish } from '../../lib/ui/in-english.ts'
import { inLanguage, saidInEnglish } from '../../lib/ui/language.ts'
import { withMemberWord } from '../../lib/ui/member-word.ts'
import type { Env } from '../../lib/ui/variables.ts'
import { type C, declarationOf, whyNotBy } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { findMovedPage } from '../../news/imports/queries.ts'
import { findActing } from '../../people/acting-queries.ts'
import { whyNotSee } from '../../people/acting-rules.ts'
import { showSettings } from '../../people/settings-pages.tsx'
import { mayAdminister } from '../../policy.ts'
import { hasDecided } from '../../today/decisions-queries.ts'
import { consequences } from '../consequences.ts'
import { gathered, settingsParts } from '../gathered.ts'
import { offers } from '../offers.ts'
import { addresses } from './addresses.ts'
import { api } from './api.ts'
import { apiPages } from './api-page.tsx'
import { sendAsset } from './assets.ts'
import { compress } from './compress.ts'
import { dropTakenDrafts, noteSentProposals } from './drafts.ts'
import { errorWords } from './error-words.ts'
import { keepPages } from './kept-pages.ts'
import { isAnonymous, languageOf } from './language.ts'
import { mcpRoutes } from './mcp.ts'
import { findNetwork } from './network.ts'
import { oauthRoutes } from './oauth.ts'
import { operations, requestTimes } from './operations.ts'
import { policyHost, servePolicy } from './policy-host.ts'
import { limitStrangers } from './rate-limit.ts'
import { pickReads } from './reads.ts'
import { failed, nowhere, refuse, routesOf } from './refusing.tsx'
import { type Chrome, renderPage, shownPlaces } from './render.tsx'
import { hasLeft, isUnreadable, statusOf } from './status.ts'
import { saidAlone, withoutDatabase } from './unavailable.tsx'
import { wellKnownPages } from './well-known.ts'

const t = textsOf('edges', 'http')

// A link from a mail is a key: its token stays out of the log.
const loggable = (path: string) => path.replace(/^\/calendar\/.*/, '/calendar/…').replaceAll(/\/[a-z2-7]{31}(?=\/|$)/gi, '/…')

// Everything that a form of words carries, and a form with files; larger files come in pieces. Who is signed out brings none.
const largestForm = 2 * 1024 * 1024
const largestUpload = 32 * 1024 * 1024
const tooLarge = (c: C) => inLanguage(languageOf(c), () => saidAlone(c, 413, errorWords(languageOf(c)).notPossible, t.formTooLargeSendLess))

function limit(maxSize: number): MiddlewareHandler<Env> {
  // Set at once: what is only returned would be taken for nothing by who looks at a page on its way out.
  const limited = bodyLimit({
    maxSize,
    onError: async (c) => {
      c.res = await tooLarge(c as C)
      return c.res
    },
  })
  // Nobody reads what a question for a page brings; only to look whether it brings any takes long.
  return (c, next) => (c.req.method === 'GET' || c.req.method === 'HEAD' ? next() : limited(c, next))
}

/** Of itself `c.var` copies all that was set each time one of it is read. */
function keepVariables(c: C): void {
  const { set } = c
  const variables: Record<string, unknown> = {}
  Object.defineProperty(c, 'var', { value: variables })
  c.set = ((name: string, value: unknown) => {
    variables[name] = value
    set(name as never, value as never)
  }) as typeof set
}

const ownHeaders = ['content-security-policy', 'referrer-policy']

/** Headers that keep browsers from harm. What foreign content is sent with, a sandbox and no referrer, is stricter and stays. */
function protect(https: boolean): MiddlewareHandler<Env> {
  const forAll = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      fontSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      frameSrc: ["'self'"],
      manifestSrc: ["'self'"],
      frameAncestors: ["'self'"],
      baseUri: ["'none'"],
    },
    xFrameOptions: 'SAMEORIGIN',
    referrerPolicy: 'same-origin',
    strictTransportSecurity: https ? 'max-age=31536000' : false,
  })
  return async (c, next) => {
    let own: [string, string | null][] = []
    await forAll(c, async () => {
      await next()
      own = ownHeaders.map((name) => [name, c.res.headers.get(name)])
    })
    for (const [name, value] of own) if (value !== null) c.res.headers.set(name, value)
    // A block that may stand on any site says so; the older header knows only ours.
    if (c.res.headers.get('content-security-policy')?.includes('frame-ancestors *')) c.res.headers.delete('x-frame-options')
  }
}

/**
 * Says to browsers and to what stands between what they may keep: what is for everybody and says so; nothing else. Pages that are kept ready
 * for visitors are said to be so afterwards (`keepPages`).
 */
const keepPrivate: MiddlewareHandler<Env> = async (c, next) => {
  await next()
  const { headers, status } = c.res
  const own = headers.get('cache-control') ?? ''
  const stranger = c.get('actor')?.personId == null && isAnonymous(c) && c.req.header('authorization') === undefined
  const answered = status === 200 || status === 206 || status === 304
  const shared = answered && (own.startsWith('public') || (stranger && /(?:^|\s)no-cache$/.test(own)))
  if (!shared) headers.set('cache-control', 'private, no-store')
  const vary = new Set(
    (headers.get('vary') ?? '')
      .split(',')
      .map((one) => one.trim().toLowerCase())
      .filter(Boolean),
  )
  // Titles, and what a program says for who asks, are in their language, whatever the rest is written in.
  if (shared) vary.add('accept-language')
  headers.set('vary', [...vary.add(/^\/(?:api\/|mcp$)/.test(c.req.path) ? 'authorization' : 'cookie')].join(', '))
}

/** Answers, and marks on a page what had to be said in English. */
async function marked(c: C, answer: () => Promise<unknown>): Promise<Response | undefined> {
  const response = await answer()
  const said = saidInEnglish()
  if (said.size > 0 && isPage(c)) c.res = new Response(markEnglish(await c.res.text(), said), c.res)
  return response instanceof Response ? response : undefined
}

const isPage = (c: C) => c.res.headers.get('content-type')?.startsWith('text/html')

/** Answers in the language of whoever asks, once it is known; a page calls those whose name was erased in it. */
const answered = (c: C, next: () => Promise<unknown>): Promise<Response | undefined> =>
  marked(c, async () => {
    const response = await next()
    const { locale } = c.get('actor')
    if (locale !== 'en' && isPage(c)) c.res = new Response(namesOnPage(await c.res.text(), locale), c.res)
    return response
  })

/** What pages of a request stand in. */
function standIn(c: C, around: () => Promise<Chrome>): void {
  c.set('page', (...page) => renderPage(c, around, ...page))
  c.set('places', () => shownPlaces(c, around))
}

/**
 * The addresses of Rapport, without a port: tests call `app.request`.
 * @param watched what health and metrics are read from: connections that no page uses up
 * @param reader who asks, whatever the request says: for an archive of what somebody may read
 */
export function createApp(ground: Ground, watched: Ground = ground, reader?: Actor): Hono<Env> {
  const { config, database, context } = ground
  const write = againWhereOvertaken(database.write)
  const small = limit(largestForm)
  const reads = pickReads(ground)
  // Readers have a worker of their own: a large mail that somebody opens keeps no new one waiting.
  const readers = new ParsePool()
  const parse = (raw: Uint8Array) =>
    parseWithin(readers, raw).catch((error: Error) => {
      throw new NotFound(t.cannotOpenEmailHere({ message: error.message }))
    })
  const app = new Hono<Env>()

  app.use(policyHost(config))
  app.get(stsPath, servePolicy(config))
  app.get('/assets/*', sendAsset)
  app.route('/', operations(watched, ['web']))

  app.use(async (c, next) => {
    keepVariables(c)
    const leave = context.pace?.enter()
    try {
      await next()
    } finally {
      leave?.()
    }
  })
  app.use(compress)
  app.use(reads.choose)
  app.use(keepPages(context))
  app.use(keepPrivate)
  app.use(protect(config.baseUrl.startsWith('https:')))
  // A large file in one form streams into the database and counts its bytes itself.
  const form = limit(largestUpload)
  app.use((c, next) => (c.req.path === '/uploads/form' ? next() : form(c, next)))

  app.use(async (c, next) => {
    const id = c.req.header('x-request-id')?.slice(0, 64) ?? randomUUID()
    const log = context.log.child({ request: id })
    const started = performance.now()
    c.set('write', (act) => (c.var.asShown ? onlyTried(write) : write)(act))
    c.set('site', context.site)
    c.set('config', config)
    c.set('auth', context.auth)
    c.set('resolver', context.resolver)
    c.set('sessionId', undefined)
    c.set('log', log)
    c.set('parse', parse)
    c.set('gathered', gathered)
    c.set('offers', offers)
    c.set('consequences', consequences)
    c.set('network', findNetwork(c, config.trustProxy))
    c.set('actor', visitor(context.now(), 'web', languageOf(c)))
    c.set('settingsParts', settingsParts)
    c.set('settings', () => showSettings(c))
    standIn(c, reads.chromeOf(c))
    c.header('x-request-id', id)
    await inLanguage(c.get('actor').locale, () => marked(c, next))
    requestTimes.observe({ method: c.req.method, answer: `${Math.floor(c.res.status / 100)}xx` }, (performance.now() - started) / 1_000)
    log.info(
      { method: c.req.method, path: loggable(c.req.path), status: c.res.status, ms: Math.round(performance.now() - started) },
      'request',
    )
  })

  /** As whom they act: themselves, unless they administer and have begun to see the site as somebody else does. */
  const actingOf = async (self: Actor, sessionId: string): Promise<Actor> => {
    if (!mayAdminister(self)) return self
    const acting = await findActing(database.db, sessionId, self.at)
    const other = acting && (await loadActor(database.db, acting.personId, self.at, 'web'))
    // Nobody acts as another administrator, nor goes on as somebody who has become one.
    return other && !mayAdminister(other) ? { ...other, behind: self.personId ?? undefined } : self
  }

  // Programs show a token and no cookie, so another site can make nobody's browser ask here.
  // Programs are answered in English, and an institution is one to all of them. An act may carry a file, once its token is known.
  app.use('/api/v1/*', (c, next) => inLanguage('en', () => (c.req.path.startsWith('/api/v1/acts/') ? next() : small(c, next))))
  app.route('/api/v1', api)
  app.use('/mcp', (_, next) => inLanguage('en', next))
  app.route('/mcp', mcpRoutes(app, ground))
  app.route('/', oauthRoutes())

  // RFC 8058: a mail program posts without an origin, and its token is the proof. An identity provider posts from its own, signed.
  app.use('*', async (c, next) =>
    c.req.path.startsWith('/unsubscribe/') || c.req.path === '/sign-in/saml'
      ? next()
      : csrf({ origin: new URL(config.baseUrl).origin })(c, next),
  )

  const readSession = sessionReader(hasDecided)
  /** A session whose use was not noted of late. */
  const findOlder = async (c: C) => {
    const session = await context.auth.findSession(c.req.raw.headers)
    const actor = session && (await loadActor(database.db, session.personId, context.now(), 'web'))
    return session && actor && { sessionId: session.id, actor }
  }

  /** Finds who asks by their session. */
  const identify = async (c: C): Promise<void> => {
    const token = await context.auth.findToken(c.req.raw.headers)
    const found = (token && (await readSession(database.db, token, context.now()))) ?? (await findOlder(c))
    if (!found) return
    c.set('sessionId', found.sessionId)
    c.set('actor', await actingOf(found.actor, found.sessionId))
    if (c.get('actor').behind === undefined) return
    // What a form is, its declaration says, and refuses by itself; a form that says nothing is closed here.
    const reads = c.req.method === 'GET' || c.req.method === 'HEAD'
    const declared = reads || matchedRoutes(c).some(({ handler }) => declarationOf(handler) !== undefined)
    notAllowedIf(reads ? whyNotSee(c.req.path) : declared ? undefined : whyNotBy(c.get('actor'), undefined))
  }

  app.use(async (c, next) => {
    const signedIn = c.req.header('cookie')?.includes('rapport.')
    const [around] = await Promise.all([reads.chromeOf(c)(), signedIn ? identify(c) : undefined])
    // A page that is only read stands in what was read when it was asked for; what a form changed is read again.
    if (c.req.method === 'GET') standIn(c, async () => around)
    if (reader) c.set('actor', { ...reader, locale: c.get('actor').locale })
    const answer = () =>
      inLanguage(c.get('actor').locale, () => answered(c, () => (c.get('actor').personId === null ? small(c, next) : next())))
    return withMemberWord(around.word, answer)
  })
  app.use(limitStrangers(context.now))
  app.use(dropTakenDrafts)
  app.use(noteSentProposals)

  for (const piece of [addresses, wellKnownPages, apiPages]) app.route('/', piece)

  app.notFound(async (c) => {
    // A page of an old site that was brought in leads on, for those who may read it.
    const moved = c.req.method === 'GET' && c.get('db') ? await findMovedPage(c.get('db'), c.get('actor'), c.req.path) : undefined
    if (moved) return c.redirect(moved, 301)
    if (c.get('actor').personId === null && routesOf(c).length === 0) return nowhere(c)
    return refuse(c.get('actor').personId === null ? 401 : 404, c, new NotFound(refusals.thereIsNoSuchPage))
  })
  app.onError(async (error, c) => {
    if (error instanceof Refusal) return refuse(statusOf(error), c, error)
    if (error instanceof HTTPException && error.status === 403) {
      // It was refused before anybody was asked for: their own language, and no word of signing in.
      await identify(c).catch(() => {})
      return refuse(403, c, new NotAllowed(t.anotherSiteSentFormOpen), { foreign: true })
    }
    if (isUnreadable(error)) return refuse(404, c, new NotFound(refusals.thereIsNoSuchPage))
    const log = c.get('log') ?? context.log
    if (!hasLeft(error)) log.error({ err: error, path: loggable(c.req.path) }, 'a request failed')
    return isAway(error) || !c.var.page ? withoutDatabase(c, error) : failed(c)
  })
  return app
}
