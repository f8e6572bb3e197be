import * as z from 'zod'
import { missing } from '../../errors.ts'
import { makeKeyPair } from '../../lib/identity/certificate.ts'
import { ourCategories } from '../../lib/identity/saml-metadata.ts'
import { line, lines, mailAddress, shortName, tick } from '../../lib/ui/forms.ts'
import { act, type C, done, idOf, pages, refusable } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { onlyAdministrators } from '../../only.ts'
import { checkAddresses, keepFederation, keepOurselves, removeFederation, renewKey } from './actions.ts'
import { findFederation, findKeyMade, findOurselves } from './queries.ts'
import { FederationPage, OurselvesPage } from './views.tsx'

const t = textsOf('people', 'federations')

const FederationForm = z.object({
  label: line(80),
  slug: shortName(),
  kind: z.enum(['mdq', 'file']),
  address: line(500),
  directory: line(500).default(''),
  certificates: lines(20_000),
  assured: tick(),
  enabled: tick(),
})

const OurselvesForm = z.object({
  name: line(100),
  about: line(300).default(''),
  contact: mailAddress(),
  personalized: tick(),
  scholarship: tick(),
})

async function federationAt(c: C) {
  onlyAdministrators(c.var.actor)
  return (await findFederation(c.var.db, idOf(c, 'federation'))) ?? missing(t.notFound)
}

async function keep(c: C, federation?: Awaited<ReturnType<typeof federationAt>>) {
  onlyAdministrators(c.var.actor)
  const { db, write, actor, site, resolver, config } = c.var
  return refusable(c, () => c.var.page(t.federation, <FederationPage federation={federation} baseUrl={site.baseUrl} />)).take(
    FederationForm,
    async (typed) => {
      await checkAddresses(typed, { resolver, allowed: config.webhookNetworks })
      // It takes a second, which no transaction shall wait for.
      const pair = (await findKeyMade(db)) ? undefined : await makeKeyPair(new URL(site.baseUrl).hostname, actor.at)
      const id = await write((tx) => keepFederation(tx, actor, site.secret, typed, { id: federation?.id, pair }))
      return done(c, `/admin/sign-in/federations/${id}`, t.saved, id)
    },
  )
}

async function showOurselves(c: C) {
  const { db, site } = c.var
  const [ourselves, keyMade] = await Promise.all([findOurselves(db), findKeyMade(db)])
  return c.var.page(t.ourselves, <OurselvesPage {...{ ourselves, keyMade }} baseUrl={site.baseUrl} />)
}

/** The federations of institutions whose people may sign in here. */
export const federationPages = pages()
  .get('/admin/sign-in/federations/new', (c) => {
    onlyAdministrators(c.var.actor)
    return c.var.page(t.newFederation, <FederationPage baseUrl={c.var.site.baseUrl} />)
  })
  .post('/admin/sign-in/federations', act('person', 'Add a federation', FederationForm, { scope: 'admin' }), (c) => keep(c))
  .get('/admin/sign-in/federations/self', (c) => {
    onlyAdministrators(c.var.actor)
    return showOurselves(c)
  })
  .post(
    '/admin/sign-in/federations/self',
    act('person', 'Say how institutions see the site', OurselvesForm, { scope: 'admin' }),
    async (c) => {
      onlyAdministrators(c.var.actor)
      return refusable(c, () => showOurselves(c)).take(OurselvesForm, async ({ personalized, scholarship, ...said }) => {
        const categories = [...(personalized ? [ourCategories.personalized] : []), ...(scholarship ? [ourCategories.scholarship] : [])]
        await c.var.write((tx) => keepOurselves(tx, c.var.actor, { ...said, categories }))
        return done(c, '/admin/sign-in/federations/self', t.savedOurselves)
      })
    },
  )
  .post('/admin/sign-in/federations/key', act('person', 'Make another SAML key', undefined, { scope: 'admin' }), async (c) => {
    onlyAdministrators(c.var.actor)
    const { write, actor, site } = c.var
    const pair = await makeKeyPair(new URL(site.baseUrl).hostname, actor.at)
    await write((tx) => renewKey(tx, actor, site.secret, pair))
    return done(c, '/admin/sign-in/federations/self', t.keyMade)
  })
  .get('/admin/sign-in/federations/:federation', async (c) => {
    const federation = await federationAt(c)
    return c.var.page(federation.label, <FederationPage federation={federation} baseUrl={c.var.site.baseUrl} />)
  })
  .post('/admin/sign-in/federations/:federation', act('person', 'Edit a federation', FederationForm, { scope: 'admin' }), async (c) =>
    keep(c, await federationAt(c)),
  )
  .post('/admin/sign-in/federations/:federation/remove', act('person', 'Remove a federation', undefined, { scope: 'admin' }), async (c) => {
    const federation = await federationAt(c)
    await c.var.write((tx) => removeFederation(tx, c.var.actor, federation.id))
    return done(c, '/admin/sign-in', t.removed)
  })
