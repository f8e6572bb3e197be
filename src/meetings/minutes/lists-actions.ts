import type { Actor } from '../../actor.ts'
import type { Site } from '../../config.ts'
import { Conflict, Invalid, Refusal } from '../../errors.ts'
import { loadActor } from '../../groups/queries.ts'
import { record } from '../../journal/actions.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { type Tx, updateOne } from '../../lib/db/rows.ts'
import type { Locale } from '../../lib/ui/format.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { writePost } from '../../list/actions.ts'
import { type Hosts, isAtTable } from '../../policy.ts'
import { findMeeting, getArrangedMeeting, hostIds } from '../core/queries.ts'
import { listMinutesLists } from './lists-queries.ts'
import { minutesPost } from './mails.ts'
import { listVersions } from './queries.ts'
import { whyNotMailMinutes } from './rules.ts'

const t = textsOf('meetings', 'lists')

/** @throws Invalid at `minutesListId` where the actor does not write to that list, or it is no list of these hosts */
export async function checkMinutesList(tx: Tx, actor: Actor, hosts: Hosts, listId: number | null | undefined): Promise<void> {
  if (listId === null || listId === undefined) return
  if (!(await listMinutesLists(tx, actor, hosts)).some(({ id }) => id === listId))
    throw new Invalid(refusals.lookAgain, { minutesListId: t.chooseList })
}

/** Mails approved minutes to a list, in the name of who asks; each meeting's once. */
export async function mailMinutes(tx: Tx, actor: Actor, slug: string, listId: number): Promise<void> {
  const meeting = await getArrangedMeeting(tx, actor, slug)
  if (meeting.minutes !== 'approved') throw new Conflict(t.approveMinutesBeforeSendThem)
  if (meeting.listMessageId !== null) throw new Conflict(t.theseMinutesHaveAlreadyBeen)
  await checkMinutesList(tx, actor, hostIds(meeting.hosts), listId)
  await updateOne(tx.updateTable('meeting'), meeting.id, { minutesListId: listId, listBy: actor.personId, listTrouble: '' })
  await record(tx, actor, { action: 'minutes.mailed', subject: `meeting:${meeting.id}`, details: { listId } })
  await enqueue(tx, 'meetings.minutesToList', { meetingId: meeting.id })
}

/**
 * Posts approved minutes to the list of their meeting; a second run finds them posted.
 * @throws Refusal where they cannot go there
 */
export async function postMinutes(tx: Tx, site: Site, meetingId: number, at: Date): Promise<void> {
  await tx.selectFrom('meeting').select('id').where('id', '=', meetingId).forUpdate().execute()
  const meeting = await findMeeting(tx, meetingId)
  if (meeting?.minutes !== 'approved' || meeting.minutesListId === null || meeting.listMessageId !== null) return
  const actor = meeting.listBy === null ? undefined : await loadActor(tx, meeting.listBy, at, 'job')
  if (!actor) throw new Refusal(t.personWhoChoseListHas)
  const hosts = hostIds(meeting.hosts)
  const list = (await listMinutesLists(tx, actor, hosts)).find(({ id }) => id === meeting.minutesListId)
  const why = whyNotMailMinutes(meeting, list, isAtTable(actor, hosts))
  if (why || !list) throw new Refusal(why ?? t.notSubscribed)
  const version = (await listVersions(tx, meetingId)).find(({ kind }) => kind === 'approved')
  const post = minutesPost(
    { ...meeting, text: (list.archive === 'group' ? version?.text : version?.publicText) ?? '' },
    list.language as Locale,
    site.baseUrl,
  )
  const listMessageId = await writePost(tx, actor, site, list, post)
  await tx.updateTable('meeting').set({ listMessageId, listTrouble: '' }).where('id', '=', meetingId).execute()
}

/** Notes why minutes could not go to their list, for the page of those who arrange. */
export async function noteListTrouble(tx: Tx, meetingId: number, listTrouble: string): Promise<void> {
  await tx.updateTable('meeting').set({ listTrouble }).where('id', '=', meetingId).execute()
}
