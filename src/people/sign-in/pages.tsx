import * as z from 'zod'
import { NotAllowed } from '../../errors.ts'
import { finishOidc, type OidcFacts, returnPathOf } from '../../lib/identity/oidc.ts'
import { askForAny, askForNew, checkNew, checkSignature, credentialOf } from '../../lib/identity/passkey.ts'
import { finishSaml, type SamlFacts } from '../../lib/identity/saml.ts'
import { metadata } from '../../lib/identity/saml-metadata.ts'
import { type Statement, Untrusted } from '../../lib/identity/statement.ts'
import { line } from '../../lib/ui/forms.ts'
import { dotted } from '../../lib/ui/lists.tsx'
import type { SettingsPart } from '../../lib/ui/variables.ts'
import { bodyOf, type C, done, doneIf, idOf, onlyPages, ownPath, pages, refusable, toSettings } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { zoneSaid } from '../../lib/ui/zone-names.ts'
import { onlyHerself } from '../../only.ts'
import { findEmailOf } from '../core-queries.ts'
import { noteSignIn } from '../devices/actions.ts'
import { arrivalOf } from '../devices/pages.tsx'
import { findOurselves, listKeys, listOpenFederations } from '../federations/queries.ts'
import {
  addPasskey,
  beginFlow,
  endSessions,
  type Flow,
  lockPasskey,
  notePasskey,
  removePasskey,
  renamePasskey,
  takeFlow,
  takeStatement,
  unlinkIdentity,
} from './actions.ts'
import { browserOf, failed, leave, orFailed, providerAt, takeTry, trusted } from './leaving-pages.tsx'
import { getPasskey, listIdentities, listPasskeys, listProviders, listSessions } from './queries.ts'
import { NobodyPage } from './views.tsx'
import { Ways } from './ways-views.tsx'

const t = textsOf('people', 'signInPage')

const NameForm = z.object({ name: line(80) })

async function openSession(c: C, personId: number, how: string, browserZone: unknown): Promise<void> {
  const { auth, network, actor } = c.var
  // Together: a session of which nothing is noted, and nobody told, is nobody's.
  const headers = await auth.open(personId, c.req.raw.headers, { how, network }, (tx) =>
    noteSignIn(tx, actor, arrivalOf(c, personId, how, browserZone)),
  )
  for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true })
}

/** What follows from a provider's statement: a session, a link, or a piece of evidence that its page takes. */
async function settle(c: C, flow: { browser: Buffer; next: string; personId: number | null; facts: unknown }, statement: Statement) {
  const { write, actor } = c.var
  const { purpose, browserZone } = flow.facts as { purpose?: string; browserZone?: string }
  if (purpose === 'evidence') {
    const { browser, next } = flow
    const id = await write((tx) =>
      beginFlow(tx, actor.at, { kind: 'statement', browser, provider: statement.provider, facts: statement, next }),
    )
    return c.redirect(`${next}?${new URLSearchParams({ statement: id })}`, 303)
  }
  if (flow.personId !== null) {
    await write((tx) => takeStatement(tx, actor, statement, flow.personId))
    return done(c, '/me#sign-in', t.linked)
  }
  const personId = await write((tx) => takeStatement(tx, actor, statement, null))
  if (personId === undefined) return failed(c, <NobodyPage email={statement.email} />)
  await openSession(c, personId, statement.provider, browserZone)
  return c.redirect(ownPath(flow.next, '/today'), 303)
}

/** What the script of passkeys sent. */
async function jsonOf(c: C): Promise<Record<string, unknown>> {
  const body: unknown = await c.req.json().catch(() => undefined)
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
}

/** Takes what an OIDC provider says, where its own answers come to. */
const returnFromOidc = (c: C) =>
  orFailed(c, async () => {
    const { db, site, actor } = c.var
    const state = c.req.query('state') ?? ''
    await takeTry(c)
    const flow = await takeFlow(db, actor.at, ['oidc'], state, browserOf(c))
    const provider = await providerAt(c, flow.provider)
    const statement = await trusted(c, async () => {
      if (c.req.path !== returnPathOf(provider)) throw new Untrusted('The answer came to the address of another provider.')
      const current = `${site.baseUrl}${returnPathOf(provider)}?${new URL(c.req.url).searchParams}`
      return finishOidc(provider, current, state, flow.facts as unknown as OidcFacts)
    })
    return settle(c, flow, statement)
  })

async function showWays(c: C) {
  const { db } = c.var
  const personId = onlyHerself(c.var.actor)
  const [passkeys, identities, sessions, providers, federations] = await Promise.all([
    listPasskeys(db, personId),
    listIdentities(db, personId),
    // The library that keeps sessions asks the clock itself.
    listSessions(db, personId, new Date()),
    listProviders(c.var),
    listOpenFederations(db),
  ])
  return {
    now: dotted([t.passkeyCount({ n: passkeys.length }), t.deviceCount({ n: sessions.length })]),
    content: <Ways {...{ passkeys, identities, sessions, providers, federations }} current={c.var.sessionId} />,
  }
}

/** How somebody comes in, and where they are in, among their settings. */
export const signInSettings: SettingsPart = { name: 'sign-in', show: showWays }

export const signInPages = pages()
  .post('/sign-in/passkey/options', onlyPages('person', 'Only a browser can sign in.'), async (c) => {
    await takeTry(c)
    const options = await askForAny(c.var.site.baseUrl)
    const browser = browserOf(c, true)
    const flow = await c.var.write((tx) =>
      beginFlow(tx, c.var.actor.at, { kind: 'passkey', browser, facts: { challenge: options.challenge } }),
    )
    return c.json({ flow, options })
  })
  .post('/sign-in/passkey', onlyPages('person', 'Only a browser can sign in.'), async (c) => {
    await takeTry(c)
    const { db, write, site, actor } = c.var
    const { flow: id, response, next, browserZone } = await jsonOf(c)
    try {
      // Spent before it is checked: an answer that was seen once is never taken again.
      const flow = await takeFlow(db, actor.at, ['passkey'], String(id ?? ''), browserOf(c))
      const { challenge } = flow.facts as { challenge: string }
      const personId = await trusted(c, () =>
        write(async (tx) => {
          const passkey = await lockPasskey(tx, credentialOf(response) ?? '')
          if (!passkey) throw new Untrusted(t.passkeyNotFound)
          await notePasskey(tx, actor.at, passkey.id, await checkSignature(site.baseUrl, challenge, response, passkey))
          return passkey.personId
        }),
      )
      await openSession(c, personId, 'passkey', browserZone)
      return c.json({ next: ownPath(typeof next === 'string' ? next : undefined, '/today') })
    } catch (error) {
      if (!(error instanceof NotAllowed)) throw error
      return c.json({ message: error.message }, 403)
    }
  })

  .post('/sign-in/with/:provider', onlyPages('person', 'Only a browser can sign in.'), async (c) => {
    const body = await bodyOf(c)
    const purpose = body.purpose === 'evidence' ? 'evidence' : undefined
    const provider = await providerAt(c, c.req.param('provider'))
    const begin = {
      provider,
      next: ownPath(typeof body.next === 'string' ? body.next : undefined, '/today'),
      purpose,
      browserZone: zoneSaid(body.browserZone),
    }
    return orFailed(c, async () => {
      await takeTry(c)
      return leave(c, begin)
    })
  })
  .get('/sign-in/oidc', (c) => returnFromOidc(c))
  .get('/sign-in/oidc/:provider', (c) => returnFromOidc(c))
  .get('/sign-in/saml/metadata', async (c) => {
    const { db, site } = c.var
    const ours = metadata(site.baseUrl, await findOurselves(db), await listKeys(db, site.secret))
    return c.body(ours, 200, { 'content-type': 'application/samlmetadata+xml' })
  })
  .post('/sign-in/saml', onlyPages('person', 'Only a browser can sign in.'), async (c) => {
    // Another site posts this, and browsers send it without our cookies: it is checked here, and taken where it was begun.
    const { db, write, site, actor } = c.var
    const body = await bodyOf(c)
    return orFailed(c, async () => {
      await takeTry(c)
      const flow = await takeFlow(db, actor.at, ['saml'], String(body.RelayState ?? ''), undefined)
      const begun = flow.facts as unknown as SamlFacts & { purpose?: string; browserZone?: string; institution?: string }
      const { purpose, browserZone, institution } = begun
      const [provider, statement] = await trusted(c, async () => {
        const asked = await providerAt(c, flow.provider, institution)
        const keys = await listKeys(db, site.secret)
        return [asked, await finishSaml(site.baseUrl, asked, String(body.SAMLResponse ?? ''), begun, keys)] as const
      })
      const { browser, next, personId } = flow
      const facts = { statement, purpose, browserZone }
      const answer: Flow = { kind: 'answer', browser, provider: provider.slug, personId, facts, next }
      const id = await write((tx) => beginFlow(tx, actor.at, answer))
      return c.redirect(`/sign-in/saml/answers/${id}`, 303)
    })
  })
  .get('/sign-in/saml/answers/:answer', (c) =>
    orFailed(c, async () => {
      const flow = await takeFlow(c.var.db, c.var.actor.at, ['answer'], c.req.param('answer'), browserOf(c))
      return settle(c, flow, (flow.facts as unknown as { statement: Statement }).statement)
    }),
  )

  .get('/me/sign-in', toSettings('sign-in'))
  .post('/me/passkeys/options', onlyPages('person', 'Only a browser can sign in.'), async (c) => {
    const { db, write, site, actor } = c.var
    const personId = onlyHerself(c.var.actor)
    await takeTry(c)
    const email = (await findEmailOf(db, personId)) ?? `person-${personId}`
    const known = await listPasskeys(db, personId)
    const person = { id: personId, name: actor.name, email }
    const options = await askForNew(site.baseUrl, { siteName: new URL(site.baseUrl).hostname, person, known })
    const browser = browserOf(c, true)
    const facts = { challenge: options.challenge }
    const flow = await write((tx) => beginFlow(tx, actor.at, { kind: 'passkey-new', browser, personId, facts }))
    return c.json({ flow, options })
  })
  .post('/me/passkeys', onlyPages('person', 'Only a browser can sign in.'), async (c) => {
    const { db, write, site, actor } = c.var
    const personId = onlyHerself(c.var.actor)
    const { flow: id, response, name } = await jsonOf(c)
    const flow = await takeFlow(db, actor.at, ['passkey-new'], String(id ?? ''), browserOf(c))
    if (flow.personId !== personId) throw new NotAllowed(t.someoneElseStartedStartAgain)
    const { challenge } = flow.facts as { challenge: string }
    const passkey = await trusted(c, () => checkNew(site.baseUrl, challenge, response))
    await write((tx) => addPasskey(tx, actor, passkey, typeof name === 'string' ? name.trim() : ''))
    return c.json({ next: '/me#sign-in' })
  })
  .post('/me/passkeys/:passkey', onlyPages('person', 'Only a browser can sign in.'), async (c) => {
    await getPasskey(c.var.db, onlyHerself(c.var.actor), idOf(c, 'passkey'))
    return refusable(c, () => c.var.settings()).take(NameForm, async ({ name }) => {
      const changed = await c.var.write((tx) => renamePasskey(tx, c.var.actor, idOf(c, 'passkey'), name))
      return doneIf(c, changed, '/me#sign-in', t.saved)
    })
  })
  .post('/me/passkeys/:passkey/remove', onlyPages('person', 'Only a browser can sign in.'), async (c) => {
    await c.var.write((tx) => removePasskey(tx, c.var.actor, idOf(c, 'passkey')))
    return done(c, '/me#sign-in', t.removedDeleteItOnYourDevice)
  })
  .post('/me/identities/:identity/remove', onlyPages('person', 'Only a browser can sign in.'), async (c) => {
    await c.var.write((tx) => unlinkIdentity(tx, c.var.actor, idOf(c, 'identity')))
    return done(c, '/me#sign-in', t.accountUnlinked)
  })
  .post('/me/providers/:provider/link', onlyPages('person', 'Only a browser can sign in.'), async (c) => {
    const personId = onlyHerself(c.var.actor)
    const provider = await providerAt(c, c.req.param('provider'))
    await takeTry(c)
    return leave(c, { personId, provider, next: '/me#sign-in' })
  })
  .post('/me/sessions/:session/end', onlyPages('person', 'Only a browser can sign in.'), async (c) => {
    await c.var.write((tx) => endSessions(tx, c.var.actor, { only: c.req.param('session') }))
    return done(c, '/me#sign-in', t.deviceSignedOut)
  })
  .post('/me/sessions/end-others', onlyPages('person', 'Only a browser can sign in.'), async (c) => {
    const ended = await c.var.write((tx) => endSessions(tx, c.var.actor, { allBut: c.var.sessionId ?? '' }))
    return done(c, '/me#sign-in', t.devicesSignedOut({ ended }))
  })
