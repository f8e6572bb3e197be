import { randomBytes } from 'node:crypto'
import { getCookie, setCookie } from 'hono/cookie'
import { missing, NotAllowed } from '../../errors.ts'
import { takeTurn } from '../../lib/db/limit.ts'
import { beginOidc, returnPathOf } from '../../lib/identity/oidc.ts'
import { beginSaml } from '../../lib/identity/saml.ts'
import { type Provider, Untrusted } from '../../lib/identity/statement.ts'
import type { Locale } from '../../lib/ui/format.ts'
import type { C } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { findInstitutionLogin, listKeys, providerOf } from '../federations/queries.ts'
import { beginFlow, type Flow } from './actions.ts'
import { listProviders } from './queries.ts'
import { FailedPage, LeavingPage } from './views.tsx'

const t = textsOf('people', 'signInPage')

// An hour's tries of a network: a library behind one address has many readers.
const triesPerNetwork = 60
const hour = 3_600
const minutes15 = 900

/** The language of whoever is answered. */
export const localeOf = (c: C): Locale => c.var.actor.locale

/** Counts a try of this network. @throws NotAllowed after too many in an hour */
export async function takeTry(c: C): Promise<void> {
  const { db, network, actor } = c.var
  if (await takeTurn(db, `way-in:${network}`, triesPerNetwork, hour, actor.at)) return
  throw new NotAllowed(t.tooManyTriesWaitFew)
}

/** What this browser alone holds, so that nobody ends in another one what was begun here. */
export function browserOf(c: C, make = false): string {
  const kept = getCookie(c, 'rapport-flow')
  if (kept || !make) return kept ?? ''
  const fresh = randomBytes(24).toString('base64url')
  const secure = c.var.site.baseUrl.startsWith('https:')
  setCookie(c, 'rapport-flow', fresh, { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: minutes15, secure })
  return fresh
}

/**
 * A provider by its short name; of a federation, the institution that somebody chose there.
 * @throws NotFound where there is none, Untrusted where nothing signed vouches for the institution any more
 */
export async function providerAt(c: C, slug: string | null, institution?: string): Promise<Provider> {
  if (institution === undefined) {
    return (await listProviders(c.var)).find((one) => one.slug === slug) ?? missing(refusals.thereIsNoSuchPage)
  }
  const login = await findInstitutionLogin(c.var.db, { slug: slug ?? '', entityId: institution })
  const provider = login && providerOf(login, c.var.actor.at, localeOf(c))
  if (!provider) throw new Untrusted(`No valid metadata of ${institution}.`)
  return provider
}

/** The page for what came back and was no good. */
export const failed = (c: C, children = <FailedPage />) => c.var.page(t.signIn, children, { kind: 'bare', status: 403 })

/** Tells people little and the log what it was. */
export async function trusted<T>(c: C, check: () => Promise<T>): Promise<T> {
  try {
    return await check()
  } catch (error) {
    if (!(error instanceof Untrusted)) throw error
    c.var.log.warn({ reason: error.message }, 'a way in was refused')
    throw new NotAllowed(t.couldNotCheckSignStart)
  }
}

/** Goes a step of a way in; shows that page for what was refused. */
export const orFailed = (c: C, step: () => Promise<Response>): Promise<Response> =>
  step().catch((error: unknown) => {
    if (error instanceof NotAllowed) return failed(c)
    throw error
  })

interface Begin {
  provider: Provider
  next: string
  purpose?: string
  personId?: number
  /** What the browser said of its time zone, for when it comes back. */
  browserZone?: string | undefined
}

/** Sends somebody to a provider. By a page that leads on, since the policy of the site lets no form be sent elsewhere. */
export async function leave(c: C, { provider, next, purpose, personId, browserZone }: Begin) {
  const { db, site, write, actor } = c.var
  const id = randomBytes(24).toString('base64url')
  const { url, facts } = await trusted(c, async () =>
    provider.kind === 'oidc'
      ? beginOidc(provider, `${site.baseUrl}${returnPathOf(provider)}`, id)
      : beginSaml(site.baseUrl, provider, id, provider.signs ? await listKeys(db, site.secret) : []),
  )
  const flow: Flow = {
    kind: provider.kind,
    browser: browserOf(c, true),
    provider: provider.slug,
    personId,
    facts: { ...facts, purpose, browserZone, institution: provider.institution === undefined ? undefined : provider.issuer },
    next,
  }
  await write((tx) => beginFlow(tx, actor.at, flow, id))
  return c.var.page(provider.label, <LeavingPage label={provider.label} url={url} />, {
    kind: 'bare',
    head: <meta http-equiv="refresh" content={`0;url=${url}`} />,
  })
}
