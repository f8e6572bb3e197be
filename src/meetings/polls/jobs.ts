import type { Site } from '../../config.ts'
import type { Db, Write } from '../../lib/db/rows.ts'
import { sealKeys } from '../../lib/token/seal.ts'
import { formatList, type Locale } from '../../lib/ui/format.ts'
import { sendLetter } from '../../outbox/actions.ts'
import type { TaskContext } from '../../task.ts'
import { hostIds } from '../core/queries.ts'
import { claimPollReminders, claimUnasked, syncPoll } from './actions.ts'
import { type AskedOne, askDates, datesRead } from './mails.ts'
import { findPollHosts, findPollLetter, listOpenPollIds, type PollLetter } from './queries.ts'

function askedOf({ home, hosts, answers, ...row }: PollLetter, site: Site): AskedOne {
  const keys = sealKeys(site.secret, 'poll', row.id)
  return {
    ...row,
    host: formatList(row.locale as Locale, hosts),
    homeZone: home,
    slots: row.slots.map((at) => new Date(at)),
    answers: (answers ?? []).map((one) => one?.answer ?? null),
    link: `${site.baseUrl}/dates/${keys.link}`,
    replyTo: `reply+${keys.reply}@${site.mailDomain}`,
  }
}

/** Asks whom no letter has asked yet for the times of a date poll. */
export async function askForDates({ pollId }: { pollId: number }, { write, site, now }: TaskContext): Promise<void> {
  await write(async (tx) => {
    for (const row of await claimUnasked(tx, pollId, now()))
      await sendLetter(tx, site, now(), askDates(askedOf(row, site), { again: false }))
  })
}

/** A day before a poll closes who has said nothing is reminded, once. */
export async function remindOfDates(_: object, { write, site, now }: TaskContext): Promise<void> {
  await write(async (tx) => {
    for (const row of await claimPollReminders(tx, now()))
      await sendLetter(tx, site, now(), { ...askDates(askedOf(row, site), { again: true }), whileDue: { id: row.id } })
  })
}

/** Tells who answered by mail what became of it. */
export async function datesTaken(
  { invitationId, taken }: { invitationId: number; taken: 'noted' | 'unread' | 'closed' },
  { db, write, site, now }: TaskContext,
): Promise<void> {
  const row = await findPollLetter(db, invitationId)
  if (row) await write((tx) => sendLetter(tx, site, now(), datesRead(askedOf(row, site), { taken })))
}

/** Once an hour: who has joined is asked, and who has left is not any more. */
export async function keepPolls(write: Write, db: Db, at: Date): Promise<void> {
  for (const id of await listOpenPollIds(db, at)) {
    const hosts = await findPollHosts(db, id)
    await write((tx) => syncPoll(tx, id, hostIds(hosts), at))
  }
}
