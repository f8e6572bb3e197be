import { sql } from 'kysely'
import { type Actor, program } from '../../src/actor.ts'
import { loadDemo } from '../../src/edges/cli/demo/load.ts'
import type { Tx } from '../../src/lib/db/rows.ts'
import { readMessage } from '../../src/lib/mail/parse.ts'
import { subscribe } from '../../src/list/actions.ts'
import { affiliate, ensurePerson } from '../../src/people/actions.ts'
import { homeZone } from '../../src/people/core-queries.ts'
import { signing } from '../../test/mail-door.ts'
import { openWorld, type Person } from '../../test/world.ts'
import { keepTime, moveTo, settle, type World } from './clock.ts'
import { workInbox } from './desk.ts'
import { Hand, type Received } from './hand.ts'
import { mailsOfTheDay, numbersFrom, strangeDomains, weekOf, type Year } from './script.ts'

const day = 86_400_000
/** A Monday, so that weeks of the bench are those of the letter. */
const firstDay = Date.UTC(2026, 9, 19)
const hours = { work: [1, 7.5, 11, 17], rest: [7.5, 19] }

const roles = {
  coordinator: 'ines.albrecht@oldharbour.example',
  moderator: 'jun.takeda@minato.example',
  liaison: 'samuel.okafor@ghazala.example',
  member: 'aoife.lennon@corrib.example',
  subscriber: 'edda.lund@valdora.example',
  guest: 'petra.lindholm@quillon.example',
} as const
export type RoleName = keyof typeof roles
const takesOver = 'weilin.tan@straits.example'

/** A letter that somebody got, with the Monday of its week where they are. */
interface Counted {
  email: string
  kind: string
  week: string
}

export interface Measured {
  hands: Record<RoleName, Hand>
  letters: Counted[]
}

/** Somebody who joins the list to read it, from an institution that has all it needs. */
async function addReader(tx: Tx, actor: Actor): Promise<void> {
  const { id: organisationId } = await tx
    .selectFrom('organisation')
    .select('id')
    .where('name', '=', 'Università di Valdora')
    .executeTakeFirstOrThrow()
  const list = await tx.selectFrom('list').select(['id', 'groupId']).where('name', '=', 'lectio-l').executeTakeFirstOrThrow()
  const { personId, addressId } = await ensurePerson(tx, actor, { name: 'Edda Lund', email: roles.subscriber, verified: true })
  await affiliate(tx, actor, { personId, organisationId, fromOn: '2026-10-01' })
  await subscribe(tx, actor, { listId: list.id, groupId: list.groupId, personId, addressId })
}

/** The year's world at a database that has the demo group: the name server knows how all who write in it sign. */
export async function openYear(url: string): Promise<World> {
  const plain = openWorld(url)
  await plain.write((tx) => addReader(tx, program(plain.clock.now)))
  const rows = await plain.db.selectFrom('address').select('email').execute()
  await plain.leave()
  const domains = new Set([...rows.map(({ email }) => email.split('@')[1] ?? ''), ...strangeDomains])
  return openWorld(url, { answers: Object.assign({}, ...[...domains].map((domain) => signing(domain))) })
}

/** The same at a database that is empty. */
export async function beginYear(url: string): Promise<World> {
  const plain = openWorld(url)
  await loadDemo(plain.ground)
  await plain.settle()
  await plain.leave()
  return openYear(url)
}

/** Takes what was written since, as the relay would, and puts it where it is read. */
async function carry(world: World, last: { id: number }, give: (email: string, letter: Received | undefined) => void): Promise<void> {
  const rows = await world.db
    .selectFrom('delivery')
    .leftJoin('letter', 'letter.id', 'delivery.letterId')
    .select(['delivery.id', 'delivery.email', 'letter.kind', 'letter.subject', 'letter.bytes', 'letter.sealed'])
    .where('delivery.id', '>', last.id)
    .orderBy('delivery.id')
    .execute()
  for (const { id, email, kind, bytes, sealed } of rows) {
    last.id = Number(id)
    if (kind === null || bytes === null) {
      give(email, undefined)
      continue
    }
    const raw = world.open({ bytes, sealed: sealed === true })
    const message = readMessage(raw)
    give(email, {
      kind,
      subject: message.subject ?? '',
      text: message.text ?? '',
      replyTo: message.replyTo[0]?.address ?? '',
      from: message.from?.address ?? '',
      id: message.messageId ?? '',
      at: world.clock.now,
    })
  }
  await sql`update delivery set state = 'sent' where state = 'queued'`.execute(world.db)
}

/** Replays so many weeks; says how far it is. */
export async function replay(world: World, weeks: number, say: (text: string, measured: Measured) => void = () => {}): Promise<Measured> {
  const personOf = async (email: string): Promise<Person> => {
    const found = await world.db
      .selectFrom('person')
      .innerJoin('address', 'address.personId', 'person.id')
      .select(['person.id as personId', 'address.id as addressId', 'person.name', 'address.email'])
      .where('address.email', '=', email)
      .executeTakeFirstOrThrow()
    return found
  }
  const hands = Object.fromEntries(
    await Promise.all(Object.entries(roles).map(async ([role, email]) => [role, new Hand(world, await personOf(email))])),
  ) as Measured['hands']
  const named = new Set<string>([...Object.values(roles), takesOver])
  const writers: Person[] = (
    await world.db
      .selectFrom('subscription')
      .innerJoin('person', 'person.id', 'subscription.personId')
      .innerJoin('address', 'address.id', 'subscription.addressId')
      .innerJoin('list', 'list.id', 'subscription.listId')
      .select(['person.id as personId', 'address.id as addressId', 'person.name', 'address.email'])
      .where('list.name', '=', 'lectio-l')
      .where('subscription.endedAt', 'is', null)
      .where('subscription.suspendedAt', 'is', null)
      .orderBy('person.id')
      .execute()
  ).filter(({ email }) => !named.has(email))
  const others = new Map<number, Hand>()
  const other = (person: Person) => {
    const known = others.get(person.personId) ?? new Hand(world, person)
    others.set(person.personId, known)
    return known
  }
  const year: Year = { world, next: numbersFrom(7), writers, hands, other, personOf }
  const letters: Counted[] = []
  const zones = new Map(
    (
      await world.db
        .selectFrom('address')
        .innerJoin('person', 'person.id', 'address.personId')
        .select(['address.email', homeZone])
        .execute()
    ).map(({ email, home }) => [email, home]),
  )
  const mondayOf = (email: string, at: Date): string => {
    const on = at
      .toTemporalInstant()
      .toZonedDateTimeISO(zones.get(email) ?? 'UTC')
      .toPlainDate()
    return on.subtract({ days: on.dayOfWeek - 1 }).toString()
  }
  const last = { id: 0 }
  let week = 0
  const give = (email: string, letter: Received | undefined) => {
    for (const hand of Object.values(hands)) {
      if (hand.person.email !== email) continue
      if (!letter) hand.effort.week.posts += 1
      else {
        hand.effort.week.letters[letter.kind] = (hand.effort.week.letters[letter.kind] ?? 0) + 1
        hand.inbox.push(letter)
      }
    }
    if (letter) letters.push({ email, kind: letter.kind, week: mondayOf(email, world.clock.now) })
  }
  await keepTime(world)
  await carry(world, last, () => {})
  // Who does what: each reads every line, but leaves to others what is theirs.
  const own = /\/(papers|polls|meetings|actions|events)\/|^\/(me|cases|requests|wishes)(\/|$)/
  const duty: Record<RoleName, (path: string) => boolean> = {
    coordinator: (path) => !path.includes('/held') && !path.startsWith('/cases/queue'),
    moderator: (path) => path.includes('/held') || own.test(path),
    liaison: (path) => own.test(path),
    member: (path) => own.test(path) || /^\/(deliveries|cases)\//.test(path),
    subscriber: () => true,
    guest: () => true,
  }
  for (; week < weeks; week++) {
    for (const hand of [...Object.values(hands), ...others.values()]) hand.effort.begin()
    for (let weekday = 0; weekday < 7; weekday++) {
      const number = week * 7 + weekday
      for (const hour of weekday < 5 ? hours.work : hours.rest) {
        await moveTo(world, new Date(firstDay + number * day + hour * 3_600_000))
        await carry(world, last, give)
        if (weekday > 4) continue
        // Whoever works, works through what came; what they decide is carried out by the next hour.
        for (const [role, hand] of Object.entries(hands) as [RoleName, Hand][]) await workInbox(hand, duty[role])
        if (hour === 7.5) await mailsOfTheDay(year, number)
        if (hour === 11 && weekday === 4) await weekOf(year, week)
        await settle(world)
      }
      // The new coordinator begins.
      if (number === 74 && hands.coordinator.person.email !== takesOver) hands.coordinator.handTo(await personOf(takesOver))
    }
    const { seconds, letters: got } = hands.coordinator.effort.week
    say(`week ${week + 1}: coordinator ${Math.round(seconds / 6) / 10} min, ${Object.values(got).reduce((sum, n) => sum + n, 0)} letters`, {
      hands,
      letters,
    })
  }
  for (const hand of others.values()) for (const said of hand.stuck) hands.subscriber.stuck.push(`(${hand.person.name}) ${said}`)
  return { hands, letters }
}
