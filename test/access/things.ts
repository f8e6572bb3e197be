import { acceptMail } from '../../src/inbound/actions.ts'
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
  contract: none,
  holding: none,
  handover: none,
  call: none,
  erasure: none,
  person: none,
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
        .values({ ...sheet, kind: 'register', bytes })
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
        .values({ groupId, role: 'coordinator', fromId: carla.personId, toId: maria.personId, begunAt: at, begunBy: carla.personId })
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

/** Those who moderate the list, with what they get. */
export const moderators = (status: number) => ({ modesto: status, carla: status, ada: status, stella: status })
