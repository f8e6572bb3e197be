import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import type { Db } from '../../lib/db/rows.ts'
import { findRegistrable, readDomain, spellingsOf } from '../../lib/mail/domain.ts'
import { type Mapping, rowsBy, sameWords } from '../../lib/sheet/rules.ts'
import type { Table } from '../../lib/sheet/table.ts'
import { dayCell, type SheetCell } from '../../lib/sheet/write.ts'
import { countryName, countryOptions } from '../../lib/ui/countries.ts'
import { locales } from '../../lib/ui/format.ts'
import { languageNow } from '../../lib/ui/language.ts'
import { refusals } from '../../lib/ui/words.ts'
import { mayConfirmReferent, mayKeepRegister } from '../../policy.ts'
import { todayOf } from '../../time.ts'
import { isFreeMail, organisationWords } from '../organisations/rules.ts'
import { type Known, type RegisterRow, registerFields, type Term } from './file-rules.ts'
import { planRegister, type Register, type RegisterPlan } from './rules.ts'

let countries: Map<string, string> | undefined

// What people write, and CLDR does not.
const otherNames = new Map(
  Object.entries({
    ...{ uk: 'GB', greatbritain: 'GB', grossbritannien: 'GB', großbritannien: 'GB', england: 'GB', scotland: 'GB', wales: 'GB' },
    ...{ northernireland: 'GB', republicofireland: 'IE', usa: 'US', unitedstatesofamerica: 'US', america: 'US' },
    ...{ korea: 'KR', southkorea: 'KR', republicofkorea: 'KR', holland: 'NL', turkey: 'TR', czechrepublic: 'CZ' },
    ...{ hongkong: 'HK', macau: 'MO', macao: 'MO', vietnam: 'VN', russianfederation: 'RU', ivorycoast: 'CI', capeverde: 'CV' },
    ...{ burma: 'MM', swaziland: 'SZ', macedonia: 'MK', palestine: 'PS', prchina: 'CN', peoplesrepublicofchina: 'CN', uae: 'AE' },
  }),
)

// “The Netherlands”, “Trinidad and Tobago”.
const countryWords = (text: string): string => sameWords(text.replace(/^the\s+/i, '').replaceAll(/(?<!\s)\s+and\s+/gi, ' & '))

/** What a country is called in its own language: Slovenija, Hrvatska. */
function ownName(code: string): string {
  const { language } = new Intl.Locale('und', { region: code }).maximize()
  return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code
}

/** The code of a country by its code, or by its name in any of our languages or in its own. */
function readCountry(text: string): string | undefined {
  countries ??= new Map(
    countryOptions().flatMap(({ value }) => [
      [sameWords(ownName(value)), value] as const,
      [sameWords(value), value] as const,
      ...locales.map((locale) => [sameWords(countryName(value, locale)), value] as const),
    ]),
  )
  return countries.get(sameWords(text)) ?? countries.get(countryWords(text)) ?? otherNames.get(countryWords(text))
}

/** Who has the addresses of a file, by each. */
async function findPeople(db: Db, emails: readonly string[]): Promise<Register['findPerson']> {
  const spelled = new Map([...new Set(emails)].map((email) => [email, spellingsOf(email.toLowerCase())]))
  const rows = await db
    .selectFrom('address')
    .innerJoin('person', 'person.id', 'address.personId')
    .select(['address.email', 'person.id', 'person.name'])
    .where(sql<boolean>`address.email = any(${[...spelled.values()].flat()}::text[])`)
    .where('person.erasedAt', 'is', null)
    .execute()
  const byEmail = new Map(rows.map(({ email, ...person }) => [email, person]))
  return (email) => spelled.get(email)?.flatMap((one) => byEmail.get(one) ?? [])[0]
}

/** Who speaks for organisations on a day or later, as an import meets them. */
const listSpeakers = (db: Db, day: string) =>
  db
    .selectFrom('sharedAppointment as appointment')
    .innerJoin('person', 'person.id', 'appointment.personId')
    .select(['appointment.organisationId', 'appointment.communityId', 'person.id as personId', 'person.name'])
    .select(
      sql<string | null>`(select a.email from address a where a.person_id = person.id order by a.verified_at is null, a.id limit 1)`.as(
        'email',
      ),
    )
    .select(sql<boolean>`appointment.to_on is not distinct from ${day}::date`.as('endsToday'))
    .where('appointment.role', '=', 'referent')
    .where('appointment.standIn', '=', false)
    .where((e) => e.or([e('appointment.toOn', 'is', null), e('appointment.toOn', '>=', day)]))
    .orderBy('appointment.fromOn')
    .execute()

/** The whole register as an import of these rows meets it today. */
export async function readRegister(db: Db, actor: Actor, rows: readonly RegisterRow[] = []): Promise<Register> {
  const day = todayOf(actor)
  const [organisations, domains, belongings, memberships, contracts, uses, speakers, communities, products] = await Promise.all([
    db.selectFrom('organisation').select(['id', 'name', 'kind', 'country', 'website', 'ror']).orderBy('id').execute(),
    db.selectFrom('organisationDomain').selectAll().orderBy('domain').execute(),
    db.selectFrom('belonging').select(['organisationId', 'parentId']).where('toOn', 'is', null).execute(),
    db.selectFrom('membership').selectAll().orderBy('fromOn').execute(),
    db.selectFrom('contract').selectAll().orderBy('fromOn').execute(),
    db.selectFrom('productUse').selectAll().execute(),
    listSpeakers(db, day),
    db.selectFrom('sharedCommunity as community').select(['id', 'name', 'slug']).orderBy('id').execute(),
    db
      .selectFrom('sharedProduct as product')
      .select(['id', 'name'])
      .select(sql<string[]>`array(select b.name from product_name b where b.product_id = product.id order by b.id)`.as('before'))
      .orderBy('id')
      .execute(),
  ])
  const known = new Map<number, Known>(
    organisations.map((one) => [one.id, { ...one, domains: [], parentIds: [], memberships: [], contracts: [], uses: [], referents: [] }]),
  )
  for (const { organisationId, domain } of domains) known.get(organisationId)?.domains.push(domain)
  for (const { organisationId, parentId } of belongings) known.get(organisationId)?.parentIds.push(parentId)
  for (const { organisationId, communityId, ...term } of memberships)
    known.get(organisationId)?.memberships.push({ ...term, of: communityId })
  for (const { organisationId, productId, ...term } of contracts) known.get(organisationId)?.contracts.push({ ...term, of: productId })
  for (const { organisationId, productId, stage } of uses) known.get(organisationId)?.uses.push({ of: productId, stage })
  for (const { organisationId, communityId, ...person } of speakers)
    if (communityId !== null) known.get(organisationId ?? 0)?.referents.push({ ...person, of: communityId })
  return {
    organisations: [...known.values()],
    communities,
    products,
    readDomain,
    isFreeMail: (domain) => isFreeMail(findRegistrable(domain) ?? domain),
    readCountry,
    mayNameIn: (communityId) => mayConfirmReferent(actor, communityId),
    findPerson: await findPeople(
      db,
      rows.flatMap(({ referent }) => referent || []),
    ),
  }
}

/**
 * What a file would do to the register.
 * @throws NotFound to those who do not keep it
 */
export async function planTable(db: Db, actor: Actor, table: Table, mapping: Mapping): Promise<RegisterPlan> {
  if (!mayKeepRegister(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  const rows = rowsBy(registerFields, table, mapping)
  return planRegister(rows, await readRegister(db, actor, rows))
}

/** The address of who speaks for an organisation, beside its first membership in a user group. */
const referentIn = ({ memberships, referents }: Known, { of: community }: Term, row: number): string | null | undefined =>
  memberships.findIndex(({ of }) => of === community) === row ? referents.find(({ of }) => of === community)?.email : ''

/**
 * The register in the columns in which it is taken in. An organisation of several user groups, products or consortia, or of several
 * terms, has a row for each; the first says all that there is to say of itself.
 */
export async function exportRegister(db: Db, actor: Actor): Promise<{ titles: string[]; rows: SheetCell[][] }> {
  if (!mayKeepRegister(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  // In the language of whoever takes it: the file can be brought again in any.
  const { kinds, stages } = organisationWords(languageNow())
  const register = await readRegister(db, actor)
  const names = new Map(register.organisations.map((one) => [one.id, one.name]))
  const nameOf = (all: { id: number; name: string }[], id: number | undefined) => all.find((one) => one.id === id)?.name
  const rows = register.organisations.flatMap((one) => {
    // A stage stands beside a contract for the product, or by itself.
    const alone = one.uses.filter((use) => !one.contracts.some(({ of }) => of === use.of))
    const products = [
      ...one.contracts.map((contract) => ({ of: contract.of, contract })),
      ...alone.map(({ of }) => ({ of, contract: undefined })),
    ]
    const count = Math.max(1, one.memberships.length, products.length, one.parentIds.length)
    return Array.from({ length: count }, (_, i) => {
      const [membership, product] = [one.memberships[i], products[i]]
      const first = product && products.findIndex(({ of }) => of === product.of) === i
      const use = first ? one.uses.find(({ of }) => of === product.of) : undefined
      const cells: Record<(typeof registerFields)[number]['name'], SheetCell> = {
        name: one.name,
        kind: kinds[one.kind],
        country: one.country,
        ror: one.ror,
        website: i === 0 ? one.website : '',
        domains: i === 0 ? one.domains.join(', ') : '',
        parent: names.get(one.parentIds[i] ?? 0),
        community: nameOf(register.communities, membership?.of),
        memberFrom: dayCell(membership?.fromOn),
        memberTo: dayCell(membership?.toOn),
        product: nameOf(register.products, product?.of),
        contractFrom: dayCell(product?.contract?.fromOn),
        contractTo: dayCell(product?.contract?.toOn),
        stage: use && stages[use.stage],
        referent: membership && referentIn(one, membership, i),
      }
      return registerFields.map(({ name }) => cells[name] ?? '')
    })
  })
  return { titles: registerFields.map(({ label }) => label), rows }
}
