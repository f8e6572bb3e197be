import type { Actor } from '../../actor.ts'
import { NotFound, refuse } from '../../errors.ts'
import { record } from '../../journal/actions.ts'
import { insertRow, type Tx } from '../../lib/db/rows.ts'
import type { Provider } from '../../lib/identity/statement.ts'
import { seal } from '../../lib/sealed.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { isWebAddress } from '../../lib/web-address.ts'
import { mayAdminister } from '../../policy.ts'
import { isWayTaken } from './queries.ts'
import { readCertificates, readDomains } from './rules.ts'

const t = textsOf('people', 'signInPage')
const register = textsOf('people', 'register')

/** A provider as an administrator types it. */
export interface TypedProvider {
  kind: Provider['kind']
  slug: string
  label: string
  issuer: string
  client: string
  /** OIDC; undefined keeps the one that is there. */
  secret?: string
  /** SAML: PEM. */
  certificates?: string
  domains: string
  enabled: boolean
  /** OIDC: it knows the address that is its own. */
  returnsApart: boolean
}

/** What is kept of what was typed. */
function checkProvider({ kind, issuer, client, certificates, domains: typed }: TypedProvider) {
  const domains = readDomains(typed) ?? refuse('domains', t.enterDomainsSeparatedSpaces)
  // Where people are sent to: what is no address would keep all of them out, and forget whom the provider had spoken of.
  const [field, address] = kind === 'oidc' ? ['issuer', issuer] : ['client', client]
  if (!isWebAddress(address)) refuse(field, register.enterWebAddressBeginsHttps)
  if (kind === 'oidc') return { domains, certificates: [] }
  const read = readCertificates(certificates ?? '')
  if (read.length === 0) refuse('certificates', t.pasteSigningCertificate)
  if (domains.length === 0) refuse('domains', t.enterDomainsSamlIdentity)
  return { domains, certificates: read }
}

/**
 * Sets up a way to sign in elsewhere, or changes one.
 * @param secret of the site; it seals the client's
 * @param id the one to change; undefined: a new one
 * @throws Invalid with the sentence at its field
 */
export async function keepProvider(tx: Tx, actor: Actor, secret: string, typed: TypedProvider, id?: number): Promise<void> {
  if (!mayAdminister(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  const checked = checkProvider(typed)
  const { kind, slug, label, issuer, client, enabled, returnsApart } = typed
  if (await isWayTaken(tx, slug, { provider: id })) refuse('slug', t.thisShortNameIsTaken)
  const sealed = typed.secret ? { sealed: seal(secret, typed.secret) } : {}
  const values = { kind, slug, label, issuer, client, enabled, returnsApart, ...checked, ...sealed, changedAt: actor.at }
  if (id === undefined) await insertRow(tx.insertInto('signInProvider'), { ...values, createdAt: actor.at })
  else {
    const changed = await tx.updateTable('signInProvider').set(values).where('id', '=', id).returning('id').executeTakeFirst()
    if (!changed) throw new NotFound(t.identityProviderNotFound)
    // Whoever the issuer before spoke of is not known to this one.
    await tx.deleteFrom('federatedIdentity').where('provider', '=', slug).where('issuer', '<>', issuer).execute()
  }
  await record(tx, actor, {
    action: id === undefined ? 'provider.added' : 'provider.changed',
    subject: `provider:${slug}`,
    details: { enabled },
  })
}

/** Takes a provider away; whoever came in by it still comes in by mail. */
export async function removeProvider(tx: Tx, actor: Actor, id: number): Promise<void> {
  if (!mayAdminister(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  const removed = await tx.deleteFrom('signInProvider').where('id', '=', id).returning('slug').executeTakeFirst()
  if (!removed) throw new NotFound(t.identityProviderNotFound)
  await tx.deleteFrom('federatedIdentity').where('provider', '=', removed.slug).execute()
  await record(tx, actor, { action: 'provider.removed', subject: `provider:${removed.slug}` })
}
