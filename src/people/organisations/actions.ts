import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { type Consequences, follow } from '../../consequences.ts'
import { missing, NotFound, refuse } from '../../errors.ts'
import { record, recordOf } from '../../journal/actions.ts'
import { insertOne, insertRow, isThere, listRows, orNoText, type Tx, updateOne, updateRows, upsertRow } from '../../lib/db/rows.ts'
import type { OrganisationKind, ProductStage } from '../../lib/db/schema.ts'
import { findRegistrable, readDomain } from '../../lib/mail/domain.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { mayConfirmReferent, mayKeepRegister } from '../../policy.ts'
import { findPersonByEmail } from '../core-queries.ts'
import { suspendByDomain } from '../workplaces/actions.ts'
import { isFreeMail, type OpenPeriod, type Period, readRor, whyNotParent, whyNotPeriod } from './rules.ts'

const t = textsOf('people', 'organisations')

/** What is said of an organisation; of one that is there already, what is left out stays. */
export interface OrganisationFacts {
  name: string
  kind: OrganisationKind
  /** ISO 3166-1, two letters. */
  country?: string | null
  website?: string
  /** As typed or pasted; its check digits are verified. */
  ror?: string | null
  /** The consortium, or the vendor, that it belongs to. */
  parentId?: number | null
  /** As typed, one each. */
  domains?: string[]
}

/** Locks an organisation for somebody who keeps the register; to others there is none to change. */
async function lockOrganisation(tx: Tx, actor: Actor, id: number) {
  if (!mayKeepRegister(actor)) throw new NotFound(t.noSuchOrganisation)
  const organisation = await tx.selectFrom('organisation').select(['id', 'kind']).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!organisation) throw new NotFound(t.noSuchOrganisation)
  return organisation
}

/** What a menu offered and is gone, or was never offered. */
async function requireRow(tx: Tx, table: 'community' | 'product', field: string, id: number): Promise<void> {
  const row = await tx.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()
  if (!row) refuse(field, refusals.chooseOneOfThoseThatAre)
}

// Two people who claim the same domain at once must not both pass the check.
const registerLock = 7_273

/** Whoever writes names and domains into the register does so alone. */
export async function lockRegister(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${registerLock})`.execute(tx)
}

/**
 * Adds an organisation to the register, or changes what is known of one.
 * @returns its id
 * @throws Invalid with a sentence beside the field; nothing is changed then
 */
export async function saveOrganisation(tx: Tx, actor: Actor, id: number | undefined, facts: OrganisationFacts): Promise<number> {
  if (!mayKeepRegister(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  await lockRegister(tx)
  if (id !== undefined) await lockOrganisation(tx, actor, id)
  const ror = facts.ror ? (readRor(facts.ror) ?? refuse('ror', t.thisIsNoRorIdIts)) : facts.ror === undefined ? undefined : null
  const twin =
    typeof ror === 'string'
      ? await tx.selectFrom('organisation').select(['id', 'name']).where('ror', '=', ror).executeTakeFirst()
      : undefined
  if (twin && twin.id !== id) refuse('ror', t.thisRorIdIsS({ name: twin.name }))
  await checkKind(tx, id, facts)
  const { name, kind, country, website } = facts
  const values = { name, kind, country, website, ror }
  const saved = id ?? (await insertOne(tx.insertInto('organisation'), { ...values, createdAt: actor.at }))
  if (id !== undefined) await updateOne(tx.updateTable('organisation'), id, values)
  if (facts.parentId != null && !(await belongsTo(tx, saved, facts.parentId)))
    await tx.insertInto('belonging').values({ organisationId: saved, parentId: facts.parentId }).execute()
  if (facts.domains) await setDomains(tx, actor, saved, facts.domains)
  await record(tx, actor, { action: id === undefined ? 'organisation.added' : 'organisation.changed', subject: `organisation:${saved}` })
  return saved
}

/** What it belongs to, and what belongs to it, must fit its kind. */
async function checkKind(tx: Tx, id: number | undefined, { kind, parentId }: OrganisationFacts): Promise<void> {
  if (parentId != null) await checkParent(tx, id, kind, parentId)
  if (id === undefined) return
  const rows = await tx
    .selectFrom('belonging')
    .innerJoin('organisation as child', 'child.id', 'belonging.organisationId')
    .innerJoin('organisation as parent', 'parent.id', 'belonging.parentId')
    .select(['child.id as childId', 'child.kind as child', 'parent.id as parentId', 'parent.kind as parent'])
    .where((e) => e.or([e('child.id', '=', id), e('parent.id', '=', id)]))
    .execute()
  const wrong = rows.some((row) => whyNotParent(row.childId === id ? kind : row.child, row.parentId === id ? kind : row.parent))
  if (wrong) refuse('kind', t.whatItBelongsToOrWhat)
}

async function checkParent(tx: Tx, id: number | undefined, kind: OrganisationKind, parentId: number): Promise<void> {
  const parent = await tx.selectFrom('organisation').select(['id', 'kind']).where('id', '=', parentId).executeTakeFirst()
  if (!parent || parent.id === id) return refuse('parentId', t.itCannotBelongToThatOrganisation)
  const refusal = whyNotParent(kind, parent.kind)
  if (refusal) refuse('parentId', refusal)
}

const belongsTo = (tx: Tx, organisationId: number, parentId: number): Promise<boolean> =>
  isThere(
    tx
      .selectFrom('belonging')
      .select('id')
      .where('organisationId', '=', organisationId)
      .where('parentId', '=', parentId)
      .where('toOn', 'is', null),
  )

/**
 * An institution belongs to a consortium for these days, an affiliate or reseller to a vendor: it shares the membership and the contracts.
 * @throws Invalid when it would end before it begins, or overlap what is there
 */
export async function addBelonging(
  tx: Tx,
  actor: Actor,
  organisationId: number,
  { parentId, ...period }: Period & { parentId: number },
): Promise<void> {
  const { kind } = await lockOrganisation(tx, actor, organisationId)
  await checkParent(tx, organisationId, kind, parentId)
  const others = await listRows(tx.selectFrom('belonging'), { organisationId, parentId }, ['fromOn', 'toOn'])
  // Written without days it has always been so; the days that are given now are what is known.
  const [only] = others
  if (others.length === 1 && only?.fromOn === null && only.toOn === null) {
    checkPeriod(period, [])
    await updateRows(tx.updateTable('belonging'), { organisationId, parentId }, toDates(period))
  } else {
    checkPeriod(period, others)
    await insertRow(tx.insertInto('belonging'), { organisationId, parentId, ...toDates(period) })
  }
  await recordOf(tx, actor, 'belonging.added', { of: 'organisation', id: organisationId }, { parentId, ...toDates(period) })
}

/** Replaces the domains of an organisation by these. */
async function setDomains(tx: Tx, actor: Actor, organisationId: number, typed: string[]): Promise<void> {
  const domains = new Set<string>()
  for (const text of typed) {
    const read = readDomain(text)
    if ('problem' in read) return refuse('domains', read.problem)
    if (isFreeMail(findRegistrable(read.domain) ?? read.domain)) refuse('domains', t.anybodyGetsAnAddressAtIt({ domain: read.domain }))
    domains.add(read.domain)
  }
  const taken = await tx
    .selectFrom('organisationDomain')
    .innerJoin('organisation', 'organisation.id', 'organisationDomain.organisationId')
    .select(['organisationDomain.domain', 'organisation.name'])
    .where('organisationDomain.domain', 'in', orNoText(domains))
    .where('organisationDomain.organisationId', '<>', organisationId)
    .executeTakeFirst()
  if (taken) refuse('domains', t.isRegisteredForAlready({ domain: taken.domain, name: taken.name }))
  const before = await tx.deleteFrom('organisationDomain').where('organisationId', '=', organisationId).returning('domain').execute()
  if (domains.size > 0)
    await tx
      .insertInto('organisationDomain')
      .values([...domains].map((domain) => ({ domain, organisationId })))
      .execute()
  const gone = before.map(({ domain }) => domain).filter((domain) => !domains.has(domain))
  await suspendByDomain(tx, actor, organisationId, gone)
}

const toDates = ({ fromOn, toOn }: Period) => ({ fromOn, toOn: toOn ?? null })

function checkPeriod(period: Period, others: OpenPeriod[]): void {
  const refusal = whyNotPeriod(period, others)
  if (refusal) refuse(refusal.field, refusal.problem)
}

/**
 * An organisation is a member of a user group for these days.
 * @throws Invalid when it would end before it begins, or overlap another membership there
 */
export async function addMembership(
  tx: Tx,
  actor: Actor,
  organisationId: number,
  { communityId, ...period }: Period & { communityId: number },
): Promise<void> {
  await lockOrganisation(tx, actor, organisationId)
  await requireRow(tx, 'community', 'communityId', communityId)
  const others = await listRows(tx.selectFrom('membership'), { organisationId, communityId }, ['fromOn', 'toOn'])
  checkPeriod(period, others)
  await insertRow(tx.insertInto('membership'), { organisationId, communityId, ...toDates(period) })
  await recordOf(tx, actor, 'membership.added', { of: 'organisation', id: organisationId }, { communityId, ...toDates(period) })
}

/**
 * An organisation has a contract for a product for these days.
 * @throws Invalid when it would end before it begins, or overlap another contract for that product
 */
export async function addContract(
  tx: Tx,
  actor: Actor,
  organisationId: number,
  { productId, ...period }: Period & { productId: number },
): Promise<void> {
  await lockOrganisation(tx, actor, organisationId)
  await requireRow(tx, 'product', 'productId', productId)
  const others = await listRows(tx.selectFrom('contract'), { organisationId, productId }, ['fromOn', 'toOn'])
  checkPeriod(period, others)
  await insertRow(tx.insertInto('contract'), { organisationId, productId, ...toDates(period) })
  await recordOf(tx, actor, 'contract.added', { of: 'organisation', id: organisationId }, { productId, ...toDates(period) })
}

/**
 * Says on which day a membership, a contract or a referent ends; what has been stays on record.
 * @throws Invalid when it would end before it began
 */
export async function endTerm(
  tx: Tx,
  actor: Actor,
  consequences: readonly Consequences[],
  organisationId: number,
  what: 'membership' | 'contract' | 'appointment' | 'belonging',
  id: number,
  toOn: string,
): Promise<void> {
  await lockOrganisation(tx, actor, organisationId)
  const term = await tx.selectFrom(what).selectAll().where('id', '=', id).where('organisationId', '=', organisationId).executeTakeFirst()
  // Other roles that were held from this institution end in their group, not here.
  if (!term || ('role' in term && (term.role !== 'referent' || !mayConfirmReferent(actor, term.communityId ?? 0))))
    throw new NotFound(t.thereIsNoSuchEntry)
  checkPeriod({ fromOn: term.fromOn ?? toOn, toOn }, [])
  if (what === 'appointment') await follow(consequences, 'referentEnded', tx, actor, id, toOn)
  else await tx.updateTable(what).set({ toOn }).where('id', '=', id).execute()
  await record(tx, actor, { action: `${what}.ended`, subject: `organisation:${organisationId}`, details: { id, toOn } })
}

/** Which user group, product or parent it is of: what overlaps is told of one and the same. */
const sideOf = (term: { communityId: number } | { productId: number } | { parentId: number }): number =>
  'communityId' in term ? term.communityId : 'productId' in term ? term.productId : term.parentId

/**
 * Puts the days of a membership, a contract or a belonging right, which somebody had wrong when they were written down.
 * @returns whether they were others
 * @throws Invalid when it would end before it begins, or overlap another of the same
 */
export async function changeTerm(
  tx: Tx,
  actor: Actor,
  organisationId: number,
  what: 'membership' | 'contract' | 'belonging',
  id: number,
  { fromOn, toOn }: { fromOn: string; toOn?: string | null },
): Promise<boolean> {
  await lockOrganisation(tx, actor, organisationId)
  const terms = await tx.selectFrom(what).selectAll().where('organisationId', '=', organisationId).execute()
  const term = terms.find((one) => one.id === id) ?? missing(t.thereIsNoSuchEntry)
  const period = { fromOn, toOn: (toOn === undefined ? term.toOn : toOn) ?? undefined }
  const days = toDates(period)
  if (term.fromOn === days.fromOn && term.toOn === days.toOn) return false
  checkPeriod(
    period,
    terms.filter((one) => one !== term && sideOf(one) === sideOf(term)),
  )
  await tx.updateTable(what).set(days).where('id', '=', id).execute()
  const was = { ...(term.fromOn !== days.fromOn && { wasFromOn: term.fromOn }), ...(term.toOn !== days.toOn && { wasToOn: term.toOn }) }
  await record(tx, actor, { action: `${what}.changed`, subject: `organisation:${organisationId}`, details: { id, ...days, ...was } })
  return true
}

/** Says where an organisation stands with a product; no stage means that it does not use it. */
export async function setStage(
  tx: Tx,
  actor: Actor,
  organisationId: number,
  productId: number,
  stage: ProductStage | null | undefined,
): Promise<void> {
  await lockOrganisation(tx, actor, organisationId)
  await requireRow(tx, 'product', 'productId', productId)
  if (stage === undefined) return
  if (stage === null)
    await tx.deleteFrom('productUse').where('organisationId', '=', organisationId).where('productId', '=', productId).execute()
  else await upsertRow(tx.insertInto('productUse'), { organisationId, productId }, { stage })
  await record(tx, actor, { action: 'stage.set', subject: `organisation:${organisationId}`, details: { productId, stage } })
}

/**
 * Who speaks for an institution or a consortium in a user group, as it has named them; a stand-in beside them. The user group says so.
 * @throws Invalid for another user group's, when nobody has that address, or the place is taken for these days
 */
export async function nameReferent(
  tx: Tx,
  actor: Actor,
  consequences: readonly Consequences[],
  organisationId: number,
  { email, communityId, standIn, ...period }: Period & { email: string; communityId: number; standIn: boolean },
): Promise<void> {
  const { kind } = await lockOrganisation(tx, actor, organisationId)
  if (kind !== 'institution' && kind !== 'consortium') refuse('email', t.onlyAnInstitutionOrAConsortium)
  if (!mayConfirmReferent(actor, communityId)) refuse('communityId', refusals.chooseOneOfThoseThatAre)
  await requireRow(tx, 'community', 'communityId', communityId)
  const person = await findPersonByEmail(tx, email)
  if (!person) return refuse('email', refusals.nobodyHereHasThisAddressYet)
  const others = await tx
    .selectFrom('sharedAppointment as appointment')
    .select(['fromOn', 'toOn'])
    .where('organisationId', '=', organisationId)
    .where('communityId', '=', communityId)
    .where('role', '=', 'referent')
    .where('standIn', '=', standIn)
    .execute()
  checkPeriod(period, others)
  const referent = { personId: person.id, communityId, organisationId, standIn, ...toDates(period) }
  await follow(consequences, 'referentNamed', tx, actor, referent)
}
