import { sql } from 'kysely'
import { program } from '../src/actor.ts'
import { tasks } from '../src/edges/jobs/tasks.ts'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { addAction } from '../src/groups/tasks/actions.ts'
import { readMessage } from '../src/lib/mail/parse.ts'
import { mail } from './mail.ts'
import type { Person, World } from './world.ts'

const monday = new Date('2026-10-19T09:00:00Z')

/** Somebody asks to join the group's list. @returns the request's id */
export async function askToJoin(world: World, name: string): Promise<number> {
  const { id } = await world.db
    .insertInto('subscriptionRequest')
    .values({ listId: world.listId, name, email: `${name.toLowerCase()}@northfield.example`, state: 'waiting', askedAt: world.clock.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A stranger's mail is held at the group's list. */
export async function holdMail(world: World, subject: string, from = 'xaver@elsewhere.example'): Promise<void> {
  const raw = mail({ from: `Xaver <${from}>`, subject, text: 'Hello' })
  await acceptMail(world.write, { raw, mailFrom: from, rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
  await world.settle()
}

/** Something to do, for one person. */
export const giveAction = (world: World, { personId }: Person, title: string) =>
  world.write((tx) => addAction(tx, program(world.clock.now), { title, groupId: world.group.groupId, ownerId: personId }))

/** It is Monday, or another day, and everybody's hour has come. */
export async function weekBegins(world: World, at = monday): Promise<void> {
  world.clock.now = at
  await tasks['today.beginWeek']?.({} as never, world.context)
  await world.settle()
}

/** The letters of a kind to somebody, oldest first. */
export async function letters(world: World, { email }: Pick<Person, 'email'>, kind = 'site.week') {
  return (await world.postbox())
    .filter((one) => one.email === email && one.kind === kind)
    .map(({ bytes, subject }) => {
      const message = readMessage(bytes ?? Buffer.alloc(0))
      return { subject, text: message.text ?? '', html: message.html ?? '', replyTo: message.replyTo[0]?.address ?? '' }
    })
}

/** The ten minutes are over: what was decided is carried out. */
export async function tenMinutesLater(world: World): Promise<void> {
  world.clock.now = new Date(world.clock.now.getTime() + 10 * 60_000)
  await sql`update graphile_worker._private_jobs set run_at = now() where key like 'today.carryOut:%'`.execute(world.db)
  await world.settle()
}

/** What this person decided last is carried out now, as they ask. */
export async function carriedOut(world: World, person: Person): Promise<number> {
  const { batch } = await world.db
    .selectFrom('waitingDecision')
    .select('batch')
    .where('personId', '=', person.personId)
    .orderBy('batch', 'desc')
    .executeTakeFirstOrThrow()
  return (await (await world.as(person)).post('/today/now', { batch: String(batch) })).status
}

/** The number that a letter gives to something. */
export const numberOf = (text: string, title: string): number =>
  Number(new RegExp(`^(\\d+)\\. ${title.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, 'm').exec(text)?.[1])

/** Nobody gets the week's letter, whoever comes: what it would have comes at once. */
export async function withoutWeek({ db }: World): Promise<void> {
  await sql`insert into week_choice (person_id, wanted) select id, false from person on conflict (person_id) do update set wanted = false`.execute(
    db,
  )
  await sql`create or replace function without_week() returns trigger language plpgsql as $$ begin
    insert into week_choice (person_id, wanted) values (new.id, false); return new; end $$`.execute(db)
  await sql`create or replace trigger without_week after insert on person for each row execute function without_week()`.execute(db)
}
