import { sql } from 'kysely'
import { program } from '../../actor.ts'
import type { MailedAnswer } from '../../answer.ts'
import { Conflict } from '../../errors.ts'
import type { Tx } from '../../lib/db/rows.ts'
import { wholly } from '../../lib/db/wholly.ts'
import type { Calendar, CalendarEvent } from '../../lib/mail/calendar.ts'
import { answerInvitation, readPartstat } from '../actions.ts'
import { over, readWords, unclear } from '../by-mail-rules.ts'
import { findSeriesTold, readSeriesFor } from './queries.ts'
import { namesOccurrence } from './rules.ts'

/** Notes that somebody's calendar gets a series, as of its version of now. @returns the number that its reply address names */
export async function markSeriesTold(tx: Tx, seriesId: number, personId: number, sequence: number): Promise<number> {
  const { id } = await tx
    .insertInto('seriesTold')
    .values({ seriesId, personId, sequence })
    .onConflict((conflict) =>
      conflict
        .columns(['seriesId', 'personId'])
        .doUpdateSet({ sequence, knownBefore: sql<boolean>`series_told.known_before or series_told.sequence >= 0` }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Notes which letter carried it. */
export async function linkSeriesLetter(tx: Tx, id: number, letterId: number): Promise<void> {
  await tx.updateTable('seriesTold').set({ letterId }).where('id', '=', id).execute()
}

/** Somebody's calendar has a series no more. */
export async function forgetSeriesTold(tx: Tx, seriesId: number, personId: number): Promise<void> {
  await tx.deleteFrom('seriesTold').where('seriesId', '=', seriesId).where('personId', '=', personId).execute()
}

type Answered = { partstat: 'accepted' | 'declined' | 'tentative'; comment?: string; via: 'mail' | 'calendar' }

/** Answers for all meetings of a series that are to come. @returns how many there were */
async function answerAll(tx: Tx, seriesId: number, personId: number, at: Date, answer: Answered): Promise<number> {
  const { meetings } = await readSeriesFor(tx, seriesId, personId, at)
  let answered = 0
  for (const { invitationId, invited, state } of meetings) {
    if (!invited || invitationId === null || state !== 'planned') continue
    await answerInvitation(tx, { ...program(at), via: 'mail' }, invitationId, answer)
    answered++
  }
  return answered
}

/** Takes an answer in words to the letter of a series: it is meant for all its dates. */
export async function takeSeriesWords(tx: Tx, { id, at }: MailedAnswer<'series'>, text: string): Promise<string> {
  const told = await findSeriesTold(tx, id)
  const said = readWords(text)
  if (!told) return 'dropped: not invited any more'
  if (!said) return unclear
  const count = await answerAll(tx, told.seriesId, told.personId, at, { ...said, via: 'mail' })
  return count === 0 ? over : said.partstat
}

/**
 * Takes what a calendar program answered to a series (RFC 5546 §3.2.3): with RECURRENCE-ID for that one, else for all that are to come.
 * @returns the fate, for the mail's record
 */
export async function takeSeriesReply(tx: Tx, { id, from, at }: MailedAnswer<'series'>, calendar: Calendar): Promise<string> {
  const told = await findSeriesTold(tx, id)
  if (!told) return 'dropped: no such invitation'
  if (calendar.method !== 'REPLY' && calendar.method !== 'COUNTER') return 'dropped: a calendar that answers nothing'
  const own = calendar.events.filter(({ uid }) => uid === told.uid)
  if (own.length === 0) return 'dropped: the answer is for another meeting'
  const addresses = await tx.selectFrom('meetingInvitation').select('email').distinct().where('personId', '=', told.personId).execute()
  const theirs = new Set([from, ...addresses.map(({ email }) => email.toLowerCase())])
  let fate = 'dropped: a calendar that answers nothing'
  for (const event of own) fate = await takeEvent(tx, told, readPartstat(calendar.method, event, theirs), event, at)
  return fate
}

async function takeEvent(tx: Tx, told: Told, read: ReturnType<typeof readPartstat>, event: CalendarEvent, at: Date): Promise<string> {
  if ('why' in read) return `dropped: ${read.why}`
  if (event.sequence < told.sequence) return 'dropped: the answer is for an earlier time'
  if (event.recurrence !== null) return answerOne(tx, told, event.recurrence, { ...read, sequence: event.sequence - told.sequence }, at)
  const { partstat } = read
  const count = await answerAll(tx, told.seriesId, told.personId, at, { partstat, via: 'calendar' })
  return count > 0 ? partstat : 'dropped: the series is over'
}

type Told = NonNullable<Awaited<ReturnType<typeof findSeriesTold>>>

async function answerOne(
  tx: Tx,
  { seriesId, personId }: Told,
  recurrence: string,
  answer: { partstat: Answered['partstat']; sequence: number; counterAt?: Date },
  at: Date,
): Promise<string> {
  const { series, meetings } = await readSeriesFor(tx, seriesId, personId, at)
  const one = meetings.find(({ recursAt }) => namesOccurrence(recurrence, recursAt, series.zone))
  if (!one?.invited || one.invitationId === null) return 'dropped: the answer is for another meeting'
  try {
    const { invitationId } = one
    const taken = await wholly(tx, () =>
      answerInvitation(tx, { ...program(at), via: 'mail' }, invitationId, { ...answer, via: 'calendar' }),
    )
    return taken ? answer.partstat : 'dropped: the answer is for an earlier time'
  } catch (error) {
    if (error instanceof Conflict) return 'dropped: the meeting is over or cancelled'
    throw error
  }
}
