import type { MailedAnswer, Taking } from '../answer.ts'
import { noteFate } from '../archive/actions.ts'
import { findInboundRaw } from '../archive/queries.ts'
import { enqueue } from '../lib/db/enqueue.ts'
import { CalendarError } from '../lib/mail/calendar/components.ts'
import { parseWithin } from '../lib/mail/parse-pool.ts'
import { trimReply } from '../lib/mail/reply.ts'
import { readCalendar } from '../lib/reading/calendar.ts'
import type { TaskContext } from '../task.ts'
import { takeCalendarReply } from './actions.ts'
import { takeWords, tellFate } from './by-mail-actions.ts'
import { takeSeriesReply, takeSeriesWords } from './series/actions.ts'

const unread = 'an answer to an invitation'

/** A job reads its calendar: one that takes long, or waits for its turn behind other files, keeps no mail waiting. */
export async function takeInvitationReply({ tx, mail, automatic }: Taking, { at, ...answer }: MailedAnswer<'calendar' | 'series'>) {
  await enqueue(tx, 'inbound.calendar', { inboundId: mail.id, answer: { ...answer, at: at.toISOString() }, automatic })
  return unread
}

type Kept<Purpose extends 'calendar' | 'series'> = Omit<MailedAnswer<Purpose>, 'at'> & { at: string }

interface CalendarReply {
  inboundId: number
  /** As the gate has let it through. */
  answer: Kept<'calendar'> | Kept<'series'>
  automatic: boolean
}

const isOfSeries = (answer: MailedAnswer<'calendar'> | MailedAnswer<'series'>): answer is MailedAnswer<'series'> =>
  answer.purpose === 'series'

/** Takes an answer to an invitation: what its calendar says, or else its words. */
export async function takeCalendar(
  { inboundId, answer, automatic }: CalendarReply,
  { db, write, parser, site, now }: TaskContext,
): Promise<void> {
  const raw = await findInboundRaw(db, inboundId)
  if (raw === undefined) return
  const admitted = { ...answer, at: new Date(answer.at) }
  const calendar = await readCalendar(raw).catch((error: unknown) => {
    if (error instanceof CalendarError) return undefined
    throw error
  })
  // Written by hand: yes, no, or a question to the group that nobody would see.
  const message = calendar || automatic ? undefined : await parseWithin(parser, raw)
  const words = message ? trimReply(message.text, message.html).visible : ''
  await write(async (tx) => {
    const fate = calendar
      ? await (isOfSeries(admitted) ? takeSeriesReply(tx, admitted, calendar) : takeCalendarReply(tx, admitted, calendar))
      : automatic
        ? 'dropped: an answer to an invitation without a calendar'
        : await (isOfSeries(admitted) ? takeSeriesWords(tx, admitted, words) : takeWords(tx, admitted, words))
    if (words !== '') await tellFate(tx, site, admitted, fate, now())
    await noteFate(tx, inboundId, unread, fate)
  })
}
