import type { World } from '../world.ts'
import { things } from './things.ts'

const none = 999_999

/** As `kept`, of events, talks, reports and news. */
export const programme = {
  session: none,
  speaker: none,
  file: none,
  proposal: none,
  guest: none,
  paper: none,
  section: none,
  contribution: none,
}

/** A session of the event with nothing in it. */
export async function sessionAgain({ db }: World): Promise<void> {
  await db.deleteFrom('eventSession').where('id', '=', programme.session).execute()
  const first = await db.selectFrom('eventSession').select(['eventId', 'startsAt', 'endsAt']).where('id', '=', 1).executeTakeFirstOrThrow()
  const values = { ...first, title: 'A free hour' }
  programme.session = (await db.insertInto('eventSession').values(values).returning('id').executeTakeFirstOrThrow()).id
}

/** A guest who speaks in session 1 of the event. */
export async function speakerAgain({ db }: World): Promise<void> {
  await db.deleteFrom('eventSessionSpeaker').where('id', '=', programme.speaker).execute()
  const values = { sessionId: 1, guestName: 'Gita', guestFrom: 'Kivu Lakes University' }
  programme.speaker = (await db.insertInto('eventSessionSpeaker').values(values).returning('id').executeTakeFirstOrThrow()).id
}

/** A file of session 1 of the event. */
export async function sessionFileAgain({ db, clock, carla }: World): Promise<void> {
  await db.deleteFrom('eventSessionFile').where('id', '=', programme.file).execute()
  const values = { sessionId: 1, fileId: things.file, personId: carla.personId, addedAt: clock.now }
  programme.file = (await db.insertInto('eventSessionFile').values(values).returning('id').executeTakeFirstOrThrow()).id
}

/** What Susi proposed for the event besides. */
export async function proposalAgain({ db, clock, susi }: World): Promise<void> {
  await db.deleteFrom('eventProposal').where('id', '=', programme.proposal).execute()
  const { eventId } = await db.selectFrom('eventProposal').select('eventId').where('id', '=', 1).executeTakeFirstOrThrow()
  const values = { eventId, personId: susi.personId, title: 'Labels by the thousand', proposedAt: clock.now, changedAt: clock.now }
  programme.proposal = (await db.insertInto('eventProposal').values(values).returning('id').executeTakeFirstOrThrow()).id
}

const talkOf = async ({ db }: World, slug: string): Promise<number> =>
  (await db.selectFrom('talk').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()).id

/** A guest who speaks with Susi. */
export async function guestAgain(world: World, slug: string): Promise<void> {
  await world.db.deleteFrom('talkSpeaker').where('id', '=', programme.guest).execute()
  const values = { talkId: await talkOf(world, slug), guestName: 'Gita', guestEmail: 'gita@kivu.example', position: 9 }
  programme.guest = (await world.db.insertInto('talkSpeaker').values(values).returning('id').executeTakeFirstOrThrow()).id
}

/** A file beside a talk. */
export async function paperAgain(world: World, slug: string): Promise<void> {
  await world.db.deleteFrom('talkFile').where('id', '=', programme.paper).execute()
  const values = { talkId: await talkOf(world, slug), fileId: things.file, personId: world.susi.personId, addedAt: world.clock.now }
  programme.paper = (await world.db.insertInto('talkFile').values(values).returning('id').executeTakeFirstOrThrow()).id
}

/** One more section of a report that is being written. */
export async function sectionAgain({ db }: World, slug: string): Promise<void> {
  await db.deleteFrom('reportSection').where('id', '=', programme.section).execute()
  const report = await db.selectFrom('report').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()
  const values = { reportId: report.id, title: 'What comes next', position: 90 }
  programme.section = (await db.insertInto('reportSection').values(values).returning('id').executeTakeFirstOrThrow()).id
}

/** What was offered to another newsletter, and did not arrive. */
export async function contributionAgain({ db, clock, carla }: World): Promise<void> {
  await db.deleteFrom('newsContribution').where('id', '=', programme.contribution).execute()
  const item = await db.selectFrom('newsItem').select('id').orderBy('id').executeTakeFirstOrThrow()
  const values = { outletId: things.outlet, itemId: item.id, askedAt: clock.now, askedBy: carla.personId, state: 'failed' as const }
  programme.contribution = (await db.insertInto('newsContribution').values(values).returning('id').executeTakeFirstOrThrow()).id
}
