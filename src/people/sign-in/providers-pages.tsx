import * as z from 'zod'
import { NotFound } from '../../errors.ts'
import { tryOidc } from '../../lib/identity/oidc.ts'
import { providersOf } from '../../lib/identity/providers.ts'
import { type Provider, Untrusted } from '../../lib/identity/statement.ts'
import { line, lines, shortName, tick } from '../../lib/ui/forms.ts'
import { act, type C, done, idOf, pages, refusable } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { onlyAdministrators } from '../../only.ts'
import { listFederations } from '../federations/queries.ts'
import { keepProvider, removeProvider } from './providers-actions.ts'
import { ProviderPage, ProvidersPage } from './providers-views.tsx'
import { listKeptProviders } from './queries.ts'
import { readCertificates } from './rules.ts'

const t = textsOf('people', 'providers')

const ProviderForm = z.object({
  kind: z.enum(['oidc', 'saml']),
  slug: shortName(),
  label: line(80),
  issuer: line(500),
  client: line(500),
  secret: line(500).optional(),
  certificates: lines(20_000).optional(),
  domains: lines(2_000).default(''),
  enabled: tick(),
  returnsApart: tick(),
})

async function providerAt(c: C): Promise<Provider & { id: number }> {
  onlyAdministrators(c.var.actor)
  const id = idOf(c, 'provider')
  const provider = (await listKeptProviders(c.var.db, c.var.site.secret)).find((one) => one.id === id)
  if (!provider) throw new NotFound(t.identityProviderNotFound)
  return provider
}

async function keep(c: C, provider?: Provider & { id: number }) {
  onlyAdministrators(c.var.actor)
  const { write, actor, site } = c.var
  return refusable(c, () => {
    // A secret that was typed is not sent back.
    delete c.var.refused?.typed.secret
    return c.var.page(t.signOtherSites, <ProviderPage provider={provider} baseUrl={site.baseUrl} />)
  }).take(ProviderForm, async (typed) => {
    await write((tx) => keepProvider(tx, actor, site.secret, typed, provider?.id))
    return done(c, '/admin/sign-in', t.saved)
  })
}

/** Where people may sign in besides here; off until an administrator sets it up. */
export const providerPages = pages()
  .get('/admin/sign-in', async (c) => {
    onlyAdministrators(c.var.actor)
    const { db, config, site } = c.var
    const kept = await listKeptProviders(db, site.secret)
    return c.var.page(
      t.signOtherSites,
      <ProvidersPage
        kept={kept}
        given={providersOf(config, readCertificates)}
        federations={await listFederations(db)}
        baseUrl={site.baseUrl}
      />,
    )
  })
  .get('/admin/sign-in/new', (c) => {
    onlyAdministrators(c.var.actor)
    return c.var.page(t.signOtherSites, <ProviderPage baseUrl={c.var.site.baseUrl} />)
  })
  .post('/admin/sign-in', act('person', 'Add an identity provider', ProviderForm, { scope: 'admin' }), (c) => keep(c))
  .get('/admin/sign-in/:provider', async (c) => {
    const provider = await providerAt(c)
    return c.var.page(provider.label, <ProviderPage provider={provider} baseUrl={c.var.site.baseUrl} />)
  })
  .post('/admin/sign-in/:provider', act('person', 'Edit an identity provider', ProviderForm, { scope: 'admin' }), async (c) =>
    keep(c, await providerAt(c)),
  )
  .post('/admin/sign-in/:provider/try', act('person', 'Test an identity provider', undefined, { scope: 'admin' }), async (c) => {
    const provider = await providerAt(c)
    const said = await tryOidc(provider).then(
      (issuer) => t.testPassedIssuer({ issuer }),
      (error: unknown) => {
        if (error instanceof Untrusted) return t.testFailed({ message: error.message })
        throw error
      },
    )
    return done(c, `/admin/sign-in/${provider.id}`, said)
  })
  .post('/admin/sign-in/:provider/remove', act('person', 'Remove an identity provider', undefined, { scope: 'admin' }), async (c) => {
    const provider = await providerAt(c)
    await c.var.write((tx) => removeProvider(tx, c.var.actor, provider.id))
    return done(c, '/admin/sign-in', t.identityProviderRemoved)
  })
