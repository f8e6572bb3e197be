import { type Actor, program } from '../../../actor.ts'
import { groupConsequences } from '../../../groups/consequences.ts'
import type { Tx } from '../../../lib/db/rows.ts'
import type { ProductStage } from '../../../lib/db/schema.ts'
import { askToJoin, confirmRequest } from '../../../list/actions.ts'
import { addContract, addMembership, nameReferent, saveOrganisation, setStage } from '../../../people/organisations/actions.ts'
import { listOrganisations, listRegisterChoices } from '../../../people/organisations/queries.ts'
import { institutions, people } from './people.ts'

/** Since when they are members, where they stand with Lectio, and who speaks for them. */
const facts: Record<string, { since: string; stage: ProductStage; referent?: string }> = {
  'Old Harbour University': { since: '2016-09-01', stage: 'development_partner', referent: 'ines.albrecht@oldharbour.example' },
  'Northfield University Library': { since: '2017-03-01', stage: 'live', referent: 'maren.oduya@northfield.example' },
  'Minato City College': { since: '2019-04-01', stage: 'live', referent: 'jun.takeda@minato.example' },
  'Corrib Institute': { since: '2018-01-01', stage: 'early_adopter', referent: 'aoife.lennon@corrib.example' },
  'Universidad de la Costa Alta': { since: '2021-03-01', stage: 'live' },
  'Ghazala University': { since: '2020-09-01', stage: 'live', referent: 'samuel.okafor@ghazala.example' },
  'Université Saint-Aubin': { since: '2019-10-01', stage: 'live', referent: 'camille.roux@saint-aubin.example' },
  'Straits University of Technology': { since: '2018-08-01', stage: 'early_adopter' },
  'Swan River University': { since: '2017-02-01', stage: 'live', referent: 'bruce.kellaway@swanriver.example' },
  'Hochschule Lindental': { since: '2023-10-01', stage: 'implementing', referent: 'lena.hartwig@lindental.example' },
  'Pacific Crest State University': { since: '2022-07-01', stage: 'live' },
  'Kivu Lakes University': { since: '2025-01-01', stage: 'implementing' },
}

const domainOf = (email: string): string => email.slice(email.indexOf('@') + 1)

/** Fills the register: domains, memberships, contracts, stages, referents, a consortium and an affiliate of the vendor. */
export async function loadRegister(tx: Tx, at: Date): Promise<void> {
  const actor: Actor = { ...program(at), via: 'cli', grants: [{ role: 'administrator', groupId: null, communityId: null }] }
  const { organisations } = await listOrganisations(tx, actor, { limit: 100 })
  const { communities, products } = await listRegisterChoices(tx, actor)
  const [communityId, productId] = [communities[0]?.id ?? 0, products[0]?.id ?? 0]
  const idOf = (name: string) => organisations.find((one) => one.name === name)?.id
  const consortium = await saveOrganisation(tx, actor, undefined, {
    name: 'Great Lakes Library Consortium',
    kind: 'consortium',
    domains: [],
  })
  await addMembership(tx, actor, consortium, { communityId, fromOn: '2025-01-01' })
  await addContract(tx, actor, consortium, { productId, fromOn: '2025-01-01', toOn: '2027-12-31' })
  for (const { name, country } of institutions) {
    const [id, known] = [idOf(name), facts[name] ?? { since: '2021-09-01', stage: 'live' as const }]
    if (id === undefined) continue
    const inConsortium = name === 'Kivu Lakes University'
    const domains = [...new Set(people.filter((one) => one.institution === name).map((one) => domainOf(one.email)))]
    await saveOrganisation(tx, actor, id, {
      name,
      kind: 'institution',
      country,
      domains,
      website: `https://www.${domains[0]}/`,
      ...(inConsortium ? { parentId: consortium } : {}),
    })
    await setStage(tx, actor, id, productId, known.stage)
    if (!inConsortium) {
      await addMembership(tx, actor, id, { communityId, fromOn: known.since })
      await addContract(tx, actor, id, { productId, fromOn: known.since })
    }
    if (known.referent)
      await nameReferent(tx, actor, [groupConsequences], id, { email: known.referent, communityId, standIn: false, fromOn: '2025-01-01' })
  }
  const vendor = idOf('Quillon')
  if (vendor !== undefined) {
    await saveOrganisation(tx, actor, vendor, { name: 'Quillon', kind: 'vendor', domains: ['quillon.example'] })
    await saveOrganisation(tx, actor, undefined, {
      name: 'Quillon Iberia',
      kind: 'affiliate',
      country: 'ES',
      parentId: vendor,
      domains: ['quillon-iberia.example'],
    })
  }
}

/** Requests to join that wait for an approver: one as it should be, one of a student, one of a place that nobody knows. */
const applicants = [
  { name: 'Petra Lindqvist', email: 'petra.lindqvist@lindental.example', locale: 'de' },
  { name: 'Owen Ashby', email: 'o.ashby@students.northfield.example', locale: 'en' },
  {
    ...{ name: 'Lucía Fontán', email: 'lucia.fontan@puertoazul.example', locale: 'es' },
    ...{ institution: 'Universidad de Puerto Azul', occupation: 'Bibliotecaria de sistemas' },
    evidence: { note: 'Empezamos con Lectio en enero.' },
  },
]

/** Institutions that ask to be listed. */
export async function loadApplicants(tx: Tx, at: Date): Promise<void> {
  const actor: Actor = { ...program(at), via: 'cli' }
  const list = await tx
    .selectFrom('list')
    .select(['id', 'groupId', 'joinPolicy', 'closedAt'])
    .where('name', '=', 'lectio-l')
    .executeTakeFirstOrThrow()
  for (const applicant of applicants) {
    await askToJoin(tx, actor, list, applicant)
    const { id } = await tx.selectFrom('subscriptionRequest').select('id').where('email', '=', applicant.email).executeTakeFirstOrThrow()
    await confirmRequest(tx, actor, id)
  }
}
