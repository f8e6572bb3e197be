import { acceptMail } from '../../src/edges/mailroom/actions.ts'
import { keepFile } from '../../src/files/actions.ts'
import { loadActor } from '../../src/groups/queries.ts'
import { addHook, testHook } from '../../src/webhooks/actions.ts'
import { mail } from '../mail.ts'
import type { World } from '../world.ts'

const none = 999_999

/**
 * Numbers of what stands in the world of the access table, so that its rows ask for a thing that is there: what somebody may not see is not
 * there for her, though it is for others. Filled by `fillPeople`.
 */
export const things = {
  held: none,
  request: none,
  ban: none,
  invitation: none,
  incident: none,
  affiliation: none,
  claim: none,
  naming: none,
  register: none,
  roster: none,
  seat: none,
  office: none,
  roleName: none,
  contract: none,
  holding: none,
  handover: none,
  call: none,
  erasure: none,
  person: none,
  action: none,
  hook: none,
  hookDelivery: none,
  provider: none,
  wiki: none,
  federation: none,
  comment: none,
  file: none,
  outlet: none,
  takenBack: none,
  brief: none,
  handedBrief: none,
  submission: none,
  question: none,
  answer: none,
  return: none,
  guest: none,
  standIn: none,
  commitment: none,
  release: none,
  delivery: none,
  post: none,
  portalEntry: none,
  portalChange: none,
  portalFeed: none,
  portalImport: none,
}

/** What waits, was said or is kept of people and lists: one of each. */
export async function fillPeople(world: World): Promise<void> {
  const { db, clock, listId, group, carla, maria } = world
  const { groupId, communityId } = group
  const at = clock.now
  const day = 86_400_000
  const stranger = mail({ from: 'Xaver <xaver@elsewhere.example>', subject: 'From outside', id: 'held@elsewhere.example', text: 'Hello' })
  await acceptMail(world.write, { raw: stranger, mailFrom: 'xaver@elsewhere.example', rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
  await world.settle()
  things.held = (await db.selectFrom('heldMail').select('id').where('state', '=', 'held').executeTakeFirstOrThrow()).id

  // Nina works at the first institution, did not answer for a year, says that she works elsewhere, and asks to be erased.
  const nina = await world.addPerson('Nina')
  const { personId } = nina
  things.person = personId
  const organisation = await db.selectFrom('organisation').select('id').orderBy('id').executeTakeFirstOrThrow()
  const organisationId = organisation.id
  const product = await db.selectFrom('product').select('id').orderBy('id').executeTakeFirstOrThrow()
  await world.write(async (tx) => {
    const idOf = async (inserted: Promise<{ id: number }>): Promise<number> => (await inserted).id
    things.request = await idOf(
      tx
        .insertInto('subscriptionRequest')
        .values({ listId, email: 'nora@northfield.example', name: 'Nora', state: 'waiting', askedAt: at, confirmedAt: at })
        .returning('id')
        .executeTakeFirstOrThrow(),
    )
    things.ban = await idOf(
      tx
        .insertInto('ban')
        .values({ listId, kind: 'domain', value: 'promo.example', createdAt: at })
        .returning('id')
        .executeTakeFirstOrThrow(),
    )
    things.invitation = await idOf(
      tx
        .insertInto('invitation')
        .values({ listId, email: 'invited@northfield.example', invitedAt: at, invitedBy: carla.personId })
        .returning('id')
        .executeTakeFirstOrThrow(),
    )
    const incident = { listId, kind: 'domain' as const, subject: 'northfield.example', class: 'policy', words: '5.7.1 No', failures: 12 }
    things.incident = await idOf(
      tx
        .insertInto('incident')
        .values({ ...incident, firstAt: at, lastAt: at })
        .returning('id')
        .executeTakeFirstOrThrow(),
    )
    const silent = { confirmedAt: new Date(at.getTime() - 400 * day), askedAt: new Date(at.getTime() - 60 * day), asks: 3 }
    things.affiliation = await idOf(
      tx
        .insertInto('affiliation')
        .values({ personId, organisationId, ...silent })
        .returning('id')
        .executeTakeFirstOrThrow(),
    )
    things.claim = await idOf(
      tx
        .insertInto('workplaceClaim')
        .values({ personId, organisation: 'Elsewhere University', fromOn: '2026-09-01', askedAt: at })
        .returning('id')
        .executeTakeFirstOrThrow(),
    )
    const naming = { organisationId, communityId, name: 'Rita Ramos', email: 'rita@northfield.example', fromOn: '2026-10-01' }
    things.naming = await idOf(
      tx
        .insertInto('referentNaming')
        .values({ ...naming, namedBy: personId, namedAt: at })
        .returning('id')
        .executeTakeFirstOrThrow(),
    )
    const sheet = { personId: carla.personId, filename: 'a.csv', mapping: JSON.stringify({ name: 'Name' }), madeAt: at }
    const bytes = Buffer.from('Name,Role,Term\nAnn Lee,Member,2016-2018\n')
    things.register = await idOf(
      tx
        .insertInto('sheetImport')
        .values({ ...sheet, kind: 'register', bytes, personId: world.ada.personId })
        .returning('id')
        .executeTakeFirstOrThrow(),
    )
    things.roster = await idOf(
      tx
        .insertInto('sheetImport')
        .values({ ...sheet, kind: 'roster', groupId, bytes })
        .returning('id')
        .executeTakeFirstOrThrow(),
    )
    things.roleName = await idOf(
      tx
        .insertInto('roleName')
        .values({ groupId: world.group.groupId, name: 'Secretary', role: 'member' })
        .returning('id')
        .executeTakeFirstOrThrow(),
    )
    things.office = await idOf(tx.selectFrom('appointment').select('id').where('role', '=', 'administrator').executeTakeFirstOrThrow())
    things.seat = await idOf(
      tx
        .selectFrom('appointment')
        .select('id')
        .where('personId', '=', maria.personId)
        .where('role', '=', 'member')
        .executeTakeFirstOrThrow(),
    )
    const contract = { organisationId, productId: product.id, fromOn: '2019-01-01', toOn: '2019-12-31' }
    things.contract = await idOf(tx.insertInto('contract').values(contract).returning('id').executeTakeFirstOrThrow())
    things.holding = await idOf(
      tx
        .insertInto('roleHolding')
        .values({ groupId, role: 'coordinator', title: 'The meeting account', createdAt: at })
        .returning('id')
        .executeTakeFirstOrThrow(),
    )
    things.handover = await idOf(
      tx
        .insertInto('handover')
        .values({ groupId, role: 'member', fromId: carla.personId, toId: maria.personId, begunAt: at, begunBy: carla.personId })
        .returning('id')
        .executeTakeFirstOrThrow(),
    )
    const call = {
      groupId,
      role: 'member' as const,
      seats: 2,
      text: 'A few hours a month.',
      listId,
      fromOn: '2027-01-01',
      closesOn: '2026-12-01',
    }
    things.call = await idOf(
      tx
        .insertInto('volunteerCall')
        .values({ ...call, openedAt: at, openedBy: carla.personId })
        .returning('id')
        .executeTakeFirstOrThrow(),
    )
    things.erasure = await idOf(
      tx.insertInto('erasureRequest').values({ personId, scope: 'name', askedAt: at }).returning('id').executeTakeFirstOrThrow(),
    )
  })
}

/** What stands in the group and on the site, for the rows of actions, webhooks, ways to sign in, comments, files and outlets. */
export async function fillWork(world: World): Promise<void> {
  const { db, clock, carla, susi, site, group } = world
  const { groupId } = group
  const at = clock.now
  const idOf = async (inserted: Promise<{ id: number }>): Promise<number> => (await inserted).id
  const action = { groupId, title: 'Book a room', ownerId: world.maria.personId, createdAt: at, createdBy: carla.personId }
  things.action = await idOf(db.insertInto('action').values(action).returning('id').executeTakeFirstOrThrow())
  await world.write(async (tx) => {
    const actor = await loadActor(tx, carla.personId, at, 'web')
    if (!actor) throw new Error('The test world lacks Carla.')
    const { id } = await addHook(tx, actor, site.secret, { name: 'A program', url: 'https://program.example/hook', events: ['*'] })
    things.hook = id
    things.hookDelivery = await testHook(tx, actor, id)
    // Nobody answers there, and this world's clock stands: what waits to be tried again would wait for ever.
    await tx.updateTable('webhookDelivery').set({ state: 'failed', settledAt: at }).where('id', '=', things.hookDelivery).execute()
    const file = await keepFile(tx, {
      name: 'shown.txt',
      type: 'text/plain',
      content: Buffer.from('As it was shown.'),
      personId: susi.personId,
      at,
    })
    things.file = file.id
    await tx.insertInto('requestFile').values({ requestId: 1, fileId: file.id, addedBy: susi.personId, addedAt: at }).execute()
  })
  const ada = await world.as(world.ada)
  const provider = { kind: 'oidc', slug: 'northfield', label: 'Northfield', issuer: 'https://idp.northfield.example', client: 'rapport' }
  await ada.post('/admin/sign-in', { ...provider, secret: 'a-secret', domains: 'northfield.example' })
  things.provider = (await db.selectFrom('signInProvider').select('id').executeTakeFirstOrThrow()).id
  await ada.post('/admin/guests', { kind: 'site', name: 'The wiki', redirects: 'https://wiki.example/callback' })
  things.wiki = (await db.selectFrom('oauthClient').select('id').executeTakeFirstOrThrow()).id
  const federation = {
    slug: 'testgain',
    label: 'Testgain',
    kind: 'mdq',
    address: 'https://mdq.example',
    certificates: ['MIIC'],
    enabled: true,
  }
  const forLong = new Date(at.getTime() + 365 * 86_400_000)
  things.federation = (
    await db
      .insertInto('federation')
      .values({ ...federation, nextAt: forLong, createdAt: at, changedAt: at })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id
  const idp = {
    entityId: 'https://idp.northfield.example',
    names: JSON.stringify({ en: 'Northfield University' }),
    sought: 'northfield university',
  }
  await db
    .insertInto('federationIdp')
    .values({ ...idp, federationId: things.federation })
    .execute()
  await commentAgain(world)
  const outlet = {
    groupId,
    name: 'The newsletter of others',
    kind: 'mail' as const,
    editorEmail: 'editor@elsewhere.example',
    createdAt: at,
  }
  things.outlet = await idOf(db.insertInto('newsOutlet').values(outlet).returning('id').executeTakeFirstOrThrow())
}

/** A ban of the list; lifted, it is gone. */
export async function banAgain({ db, clock, listId }: World): Promise<void> {
  const ban = { listId, kind: 'domain' as const, value: `promo-${things.ban}.example`, createdAt: clock.now }
  things.ban = (await db.insertInto('ban').values(ban).returning('id').executeTakeFirstOrThrow()).id
}

/** A comment of Susi's on request 1. */
export async function commentAgain({ db, clock, susi }: World): Promise<void> {
  const said = { text: 'We would test it.', via: 'web' as const, markdown: true }
  const comment = { requestId: 1, personId: susi.personId, ...said, at: clock.now }
  things.comment = (await db.insertInto('requestComment').values(comment).returning('id').executeTakeFirstOrThrow()).id
}

/** Those who moderate the list, with what they get. */
export const moderators = (status: number) => ({ modesto: status, carla: status, ada: status, stella: status })
