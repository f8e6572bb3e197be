import { sql } from 'kysely'
import { program } from '../../src/actor.ts'
import { addClause, startDraft } from '../../src/charter/clauses/actions.ts'
import { getCharterGroup } from '../../src/charter/clauses/queries.ts'
import { enqueue } from '../../src/lib/db/enqueue.ts'
import { sendLetter } from '../../src/outbox/actions.ts'
import { parkLetter } from '../../src/outbox/parked-actions.ts'
import { makeToken } from '../../src/people/tokens-actions.ts'
import { raiseVoice } from '../../src/requests/support/actions.ts'
import { carlaOf } from '../charter.ts'
import { actorOf } from '../requests-world.ts'
import type { Person, World } from '../world.ts'
import { sealedAway } from './plant.ts'

const none = 999_999

/** Numbers of what a row of the access table makes anew before each role asks for it; none before the first row did. */
export const kept = {
  token: none,
  passkey: none,
  identity: none,
  subscription: none,
  draft: none,
  clause: none,
  measure: none,
  waiver: none,
  link: none,
  view: none,
  naming: none,
  address: none,
  offer: none,
  roleAddress: none,
  term: none,
  export: none,
  parked: none,
  parkedLetter: none,
  parkedJob: none,
  requests: none,
  documents: none,
  roster: none,
  correspondence: none,
  mails: none,
  upload: none,
  proposal: none,
}

type Kind = keyof typeof kept
type Made = Promise<{ id: number }>

/** Remembers the number of what is made. */
const keep = async (kind: Kind, made: Made): Promise<void> => {
  kept[kind] = (await made).id
}

/** A token of Susi's. */
export const tokenAgain = ({ write, clock, susi }: World) =>
  keep(
    'token',
    write((tx) => makeToken(tx, program(clock.now), { personId: susi.personId, name: 'A program', scopes: ['read'], days: 30 })),
  )

/** What a program drafted for Susi. */
export const proposalAgain = ({ db, clock, susi }: World) =>
  keep(
    'proposal',
    db
      .insertInto('programProposal')
      .values({
        personId: susi.personId,
        tool: 'draftTask',
        path: '/actions',
        fields: JSON.stringify({ group: 'lectio', title: 'Ask the vendor' }),
        client: 'A program',
        madeAt: clock.now,
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )

/** A passkey of Susi's. */
export async function passkeyAgain({ db, clock, susi }: World): Promise<void> {
  await db.deleteFrom('passkey').where('personId', '=', susi.personId).execute()
  const passkey = {
    personId: susi.personId,
    name: 'A phone',
    credential: 'a-credential',
    publicKey: Buffer.from('a key'),
    createdAt: clock.now,
  }
  await keep('passkey', db.insertInto('passkey').values(passkey).returning('id').executeTakeFirstOrThrow())
}

/** Susi's account at her institution. */
export async function identityAgain({ db, clock, susi }: World): Promise<void> {
  await db.deleteFrom('federatedIdentity').where('personId', '=', susi.personId).execute()
  const identity = {
    personId: susi.personId,
    provider: 'northfield',
    issuer: 'https://idp.northfield.example',
    subject: 'susi',
    email: susi.email,
    linkedAt: clock.now,
  }
  await keep('identity', db.insertInto('federatedIdentity').values(identity).returning('id').executeTakeFirstOrThrow())
}

const subscriptionOf = async ({ db, susi, listId }: World, state: { suspendedAt?: Date; pausedUntil?: Date }): Promise<void> => {
  const { id } = await db
    .selectFrom('subscription')
    .select('id')
    .where('personId', '=', susi.personId)
    .where('listId', '=', listId)
    .orderBy('id')
    .executeTakeFirstOrThrow()
  const goesOn = { endedAt: null, endedHow: null, suspendedAt: null, suspendedWords: null, pausedUntil: null }
  await db
    .updateTable('subscription')
    .set({ ...goesOn, ...state })
    .where('id', '=', id)
    .execute()
  kept.subscription = id
}
/** Susi's subscription, as it was. */
export const subscriptionAgain = (world: World) => subscriptionOf(world, {})
/** Susi's subscription, suspended for bounces. */
export const suspendedAgain = (world: World) => subscriptionOf(world, { suspendedAt: world.clock.now })
/** Susi's subscription, paused for a month. */
export const pausedAgain = (world: World) => subscriptionOf(world, { pausedUntil: new Date(world.clock.now.getTime() + 30 * 86_400_000) })

/** The draft of a charter of Bruno's group. */
export async function otherDraftAgain(world: World): Promise<void> {
  const bruno = await actorOf(world, world.bruno)
  await world.write(async (tx) => {
    const group = await getCharterGroup(tx, bruno, 'catalogo')
    const open = await tx.selectFrom('charterVersion').select('id').where('groupId', '=', group.id).executeTakeFirst()
    kept.draft = open?.id ?? (await startDraft(tx, bruno, group, { from: 'empty' }))
  })
}

/** One more clause of the draft of Lectio's charter. */
export async function clauseAgain(world: World): Promise<void> {
  const there = await world.db.selectFrom('charterClause').select('id').where('id', '=', kept.clause).executeTakeFirst()
  if (there) return
  const carla = await carlaOf(world)
  kept.clause = await world.write((tx) => addClause(tx, carla, 2, { kind: 'duty', text: 'The group answers within a week.' }))
}

/** A second measure like the first. */
export async function measureAgain({ db }: World): Promise<void> {
  const there = await db.selectFrom('clauseMeasure').select('id').where('id', '=', kept.measure).executeTakeFirst()
  if (there) return
  const { id: _, ...like } = await db.selectFrom('clauseMeasure').selectAll().where('id', '=', 1).executeTakeFirstOrThrow()
  const position = 90
  await keep(
    'measure',
    db
      .insertInto('clauseMeasure')
      .values({ ...like, position })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
}

/** A clause that is waived for two months. */
export async function waiverAgain({ db, clock }: World): Promise<void> {
  await db.deleteFrom('clauseWaiver').where('id', '=', kept.waiver).execute()
  const waiver = { lineId: 1, fromOn: '2026-10-01', toOn: '2026-12-01', reason: 'A move of offices', madeAt: clock.now }
  await keep('waiver', db.insertInto('clauseWaiver').values(waiver).returning('id').executeTakeFirstOrThrow())
}

/** A link that Maria put to a clause. */
export async function linkAgain({ db, clock, maria }: World): Promise<void> {
  await db.deleteFrom('clauseAttestation').where('id', '=', kept.link).execute()
  const link = {
    lineId: 1,
    onDay: '2026-09-01',
    title: 'A talk',
    link: 'https://talks.example/1',
    madeAt: clock.now,
    madeBy: maria.personId,
  }
  await keep('link', db.insertInto('clauseAttestation').values(link).returning('id').executeTakeFirstOrThrow())
}

/** A view of the board that Carla keeps for herself. */
export async function viewAgain({ db, clock, carla, group: { groupId } }: World): Promise<void> {
  await db.deleteFrom('boardView').where('id', '=', kept.view).execute()
  const view = { groupId, personId: carla.personId, name: 'Ideas that wait', query: '?kind=idea', createdAt: clock.now }
  await keep('view', db.insertInto('boardView').values(view).returning('id').executeTakeFirstOrThrow())
}

/** Susi's voice for request 1, and nobody's else. */
export async function voiceAgain(world: World): Promise<void> {
  await world.db
    .updateTable('supportVoice')
    .set({ endedAt: world.clock.now })
    .where('requestId', '=', 1)
    .where('endedAt', 'is', null)
    .execute()
  const susi = await actorOf(world, world.susi)
  await world.write((tx) => raiseVoice(tx, susi, 1, { strength: 'must', reason: 'Forty calls a week' }))
}

/** Somebody whom Susi named referent. */
export async function namingAgain({ db, clock, susi, group: { communityId } }: World): Promise<void> {
  await db.deleteFrom('referentNaming').where('id', '=', kept.naming).execute()
  const { organisationId } = await db
    .selectFrom('affiliation')
    .select('organisationId')
    .where('personId', '=', susi.personId)
    .executeTakeFirstOrThrow()
  const naming = { organisationId, communityId, name: 'Rita Ramos', email: 'rita@corrib.example', fromOn: '2026-10-01' }
  const values = { ...naming, namedBy: susi.personId, namedAt: clock.now }
  await keep('naming', db.insertInto('referentNaming').values(values).returning('id').executeTakeFirstOrThrow())
}

/** An address that Susi says is hers, not confirmed yet. */
export async function addressAgain({ db, clock, susi }: World): Promise<void> {
  await db.deleteFrom('addressClaim').where('personId', '=', susi.personId).execute()
  const claim = { personId: susi.personId, email: 'susi@home.example', claimedAt: clock.now }
  await keep('address', db.insertInto('addressClaim').values(claim).returning('id').executeTakeFirstOrThrow())
}

/** A role address of the group. */
export async function roleAddressAgain({ db, clock, group: { groupId } }: World): Promise<void> {
  await db.deleteFrom('roleAddress').where('id', '=', kept.roleAddress).execute()
  const address = { name: 'lectio-liaison', title: 'Liaison', role: 'liaison' as const, groupId, createdAt: clock.now }
  await keep('roleAddress', db.insertInto('roleAddress').values(address).returning('id').executeTakeFirstOrThrow())
}

/** A term of Nina's in the group. */
export async function termAgain({ db, group: { groupId } }: World, person: number): Promise<void> {
  await db.deleteFrom('appointment').where('id', '=', kept.term).execute()
  const term = { personId: person, groupId, role: 'moderator' as const, fromOn: '2026-02-01' }
  await keep('term', db.insertInto('appointment').values(term).returning('id').executeTakeFirstOrThrow())
}

/** An export of everything of Susi's, ready to be fetched; its file is one that is there. */
export async function exportAgain({ db, clock, susi }: World, fileId: number): Promise<void> {
  await db.deleteFrom('personalExport').where('id', '=', kept.export).execute()
  const expiresAt = new Date(clock.now.getTime() + 86_400_000)
  const values = { personId: susi.personId, askedAt: clock.now, madeAt: clock.now, state: 'ready' as const, expiresAt, fileId }
  await keep('export', db.insertInto('personalExport').values(values).returning('id').executeTakeFirstOrThrow())
}

/** A mail that could not be sorted and waits for the administrator. */
export async function parkedAgain({ db }: World): Promise<void> {
  await db.deleteFrom('inbound').where('id', '=', kept.parked).execute()
  const { id: rawId } = await db.selectFrom('rawMail').select('id').orderBy('id').executeTakeFirstOrThrow()
  const values = {
    rawId,
    mailFrom: 'maria@maria.example',
    rcptTo: [`reply+${sealedAway.token}@lists.localhost`],
    state: 'parked' as const,
    error: `No answer to ${sealedAway.token}`,
  }
  await keep('parked', db.insertInto('inbound').values(values).returning('id').executeTakeFirstOrThrow())
}

/** A job that used up its tries and waits for the administrator. */
export async function parkedJobAgain({ db, write }: World): Promise<void> {
  await write((tx) => enqueue(tx, 'site.sweep', {}, { key: 'parked', runAt: new Date('2100-01-01') }))
  const { rows } = await sql<{ id: number }>`update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'A test'
    where key = 'parked' returning id::int`.execute(db)
  kept.parkedJob = rows[0]?.id ?? none
}

/** A letter that could not be composed and waits for the administrator. */
export async function parkedLetterAgain({ write, site, clock }: World): Promise<void> {
  const letter = {
    kind: 'test' as const,
    to: { email: 'maria@maria.example' },
    subject: 'A letter',
    text: `Your code is ${sealedAway.code}, or http://rapport.test/confirm/${sealedAway.token}.`,
  }
  await write(async (tx) => {
    const id = await sendLetter(tx, site, clock.now, letter)
    await tx.deleteFrom('delivery').where('letterId', '=', id).execute()
    await parkLetter(tx, site, id, letter, new Error(`No letter of ${sealedAway.token}`), clock.now)
    await keep('parkedLetter', tx.selectFrom('delivery').select('id').where('letterId', '=', id).executeTakeFirstOrThrow())
  })
}

const nothingTaken = { skipped: 0, taken: 0, faults: JSON.stringify([]) }

/** A file of old requests that Carla brought, of which nothing was taken. */
export async function requestsImportAgain({ db, clock, carla, group: { groupId } }: World): Promise<void> {
  await db.deleteFrom('requestImport').where('id', '=', kept.requests).execute()
  const values = { groupId, personId: carla.personId, filename: 'old.xlsx', sha256: Buffer.alloc(32, 1), at: clock.now, ...nothingTaken }
  await keep('requests', db.insertInto('requestImport').values(values).returning('id').executeTakeFirstOrThrow())
}

/** A folder of old documents that Carla brought, shown and not yet confirmed, or confirmed. */
export async function documentsImportAgain(
  { db, clock, carla, group: { groupId } }: World,
  state: 'shown' | 'done' = 'done',
): Promise<void> {
  await db.deleteFrom('documentImport').where('id', '=', kept.documents).execute()
  const done = state === 'done' ? { doneAt: clock.now, doneBy: carla.personId } : {}
  const values = { groupId, personId: carla.personId, createdAt: clock.now, settledAt: clock.now, source: 'old.zip', state, ...done }
  await keep('documents', db.insertInto('documentImport').values(values).returning('id').executeTakeFirstOrThrow())
}

/** A roster that Carla brought and applied, which seated nobody. */
export async function rosterImportAgain({ db, clock, carla, group: { groupId } }: World): Promise<void> {
  await db.deleteFrom('sheetImport').where('id', '=', kept.roster).execute()
  const sheet = { kind: 'roster', groupId, personId: carla.personId, filename: 'roster.csv', mapping: JSON.stringify({ name: 'Name' }) }
  const values = { ...sheet, madeAt: clock.now, appliedAt: clock.now, outcome: JSON.stringify({ added: 0, same: 0, people: 0 }) }
  await keep('roster', db.insertInto('sheetImport').values(values).returning('id').executeTakeFirstOrThrow())
}

/** A mailbox that Carla took in to the desk, with nothing in it. */
export async function correspondenceImportAgain({ db, clock, carla }: World): Promise<void> {
  await db.deleteFrom('correspondenceImport').where('id', '=', kept.correspondence).execute()
  const desk = await db.selectFrom('roleAddress').select('id').where('name', '=', 'lectio-coordinator').executeTakeFirstOrThrow()
  const values = { addressId: desk.id, personId: carla.personId, file: 'old.mbox', begunAt: clock.now, endedAt: clock.now }
  await keep('correspondence', db.insertInto('correspondenceImport').values(values).returning('id').executeTakeFirstOrThrow())
}

/** A mailbox that Carla brought to the list, with nothing in it. */
export async function mailImportAgain({ db, clock, carla, listId }: World): Promise<void> {
  await db.deleteFrom('mailImport').where('id', '=', kept.mails).execute()
  const file = { listId, personId: carla.personId, file: 'old.mbox', sha256: Buffer.alloc(32, 2), size: 0 }
  const values = { ...file, begunAt: clock.now, endedAt: clock.now }
  await keep('mails', db.insertInto('mailImport').values(values).returning('id').executeTakeFirstOrThrow())
}

/** An import into the list over the web that Carla opened, or that is done. */
export async function uploadAgain({ db, clock, carla, group: { groupId } }: World, state: 'shown' | 'done' = 'shown'): Promise<void> {
  await db.deleteFrom('moveUpload').where('id', '=', kept.upload).execute()
  const upload = { groupId, personId: carla.personId, listName: 'lectio-l', choices: JSON.stringify({ settings: true }) }
  const values = { ...upload, state, createdAt: clock.now }
  await keep('upload', db.insertInto('moveUpload').values(values).returning('id').executeTakeFirstOrThrow())
}

/** An offer of a person to serve, for a call that is open; or for one that is decided, where another was chosen. */
export async function offerAgain({ db, clock }: World, callId: number, person: Person, state: 'open' | 'decided' = 'open'): Promise<void> {
  const after = state === 'decided' ? { outcome: 'runner_up' as const, place: 1 } : {}
  const offer = { callId, personId: person.personId, text: 'I', offeredAt: clock.now, ...after }
  await db.updateTable('volunteerCall').set({ state }).where('id', '=', callId).execute()
  await db.deleteFrom('volunteerOffer').where('callId', '=', callId).where('personId', '=', person.personId).execute()
  // Who was appointed by it is so no more.
  await db.deleteFrom('appointment').where('personId', '=', person.personId).where('how', 'like', '%groups.hows.volunteer%').execute()
  await keep('offer', db.insertInto('volunteerOffer').values(offer).returning('id').executeTakeFirstOrThrow())
}

/** Carla's webhook, running, and its delivery, which failed. */
export async function hookAgain({ db }: World): Promise<void> {
  await db.updateTable('webhook').set({ endedAt: null, pausedAt: null, pausedWhy: '' }).execute()
  await db.updateTable('webhookDelivery').set({ state: 'failed' }).execute()
}

/** Maria's user case 1, open, and collated by request 1. */
export async function caseAgain({ db, clock }: World): Promise<void> {
  await db.updateTable('userCase').set({ state: 'open', withdrawnAt: null, withdrawnWhy: '' }).where('id', '=', 1).execute()
  const there = await db.selectFrom('requestCase').select('caseId').where('caseId', '=', 1).where('requestId', '=', 1).executeTakeFirst()
  if (!there) await db.insertInto('requestCase').values({ caseId: 1, requestId: 1, addedAt: clock.now }).execute()
}

/** The handover from Carla to Maria, prepared. */
export const handoverAgain = ({ db }: World, id: number) =>
  db.updateTable('handover').set({ state: 'prepared', settledAt: null, settledBy: null }).where('id', '=', id).execute()
