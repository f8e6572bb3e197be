import { findItem, findSubmission, findQuestion as findVendorQuestion } from '../../../advocacy/desk/queries.ts'
import { listGuests } from '../../../advocacy/queries.ts'
import type { Answerable } from '../../../answer.ts'
import { findBallotMail } from '../../../ballots/papers/queries.ts'
import { findMail as findCorrespondence } from '../../../correspondence/queries.ts'
import { findDeskHolders, findDeskWriter, findHolders, loadActor } from '../../../groups/queries.ts'
import { findReminder } from '../../../groups/tasks/queries.ts'
import type { Db } from '../../../lib/db/connect.ts'
import { findCommandMail } from '../../../list/commands/queries.ts'
import { findInvitation as findListInvitation } from '../../../list/invitations/queries.ts'
import { findNotice as findHeldNotice } from '../../../list/moderation/queries.ts'
import { findRequest as findJoinRequest, findSubscription } from '../../../list/queries.ts'
import { findAddress } from '../../../list/role-addresses/queries.ts'
import { findInvitation as findMeetingInvitation } from '../../../meetings/queries.ts'
import { findEmailOf, findPersonByEmail } from '../../../people/queries.ts'
import { findCase } from '../../../requests/cases/queries.ts'
import { findFollower } from '../../../requests/comments/queries.ts'
import { findNotice as findMergeNotice } from '../../../requests/merging/queries.ts'
import { findQuestion as findSupportQuestion } from '../../../requests/support/queries.ts'
import { kinds } from './rules.ts'

/** Whose word is asked for. */
export interface Asked {
  /** Those who may answer. */
  people: number[]
  /** The address that was written to, where nobody need be known behind it. */
  email?: string
  /** Where the same can be said on the web. */
  path: string
}

interface Question {
  id: number
  /** Who writes; where many may answer it is asked whether this one may. */
  from: string
  at: Date
}

const ofPerson = (found: { personId: number } | undefined, path: string): Asked | undefined => found && { people: [found.personId], path }

async function ofMeeting(db: Db, { id }: Question): Promise<Asked | undefined> {
  const invitation = await findMeetingInvitation(db, id)
  return ofPerson(invitation, `/meetings/${invitation?.slug}`)
}

async function ofCase(db: Db, { id }: Question): Promise<Asked | undefined> {
  const found = await findCase(db, id)
  if (!found) return undefined
  const path = `/cases/${id}`
  if (found.authorId !== null) return { people: [found.authorId], path }
  const known = found.authorEmail ? await findPersonByEmail(db, found.authorEmail) : undefined
  return { people: known ? [known.id] : [], email: found.authorEmail ?? undefined, path }
}

async function ofDesk(db: Db, { id, from, at }: Question): Promise<Asked | undefined> {
  const mail = await findCorrespondence(db, id)
  const desk = mail && (await findAddress(db, mail.addressId))
  if (!mail || !desk) return undefined
  const writer = desk.closedAt === null ? await findDeskWriter(db, desk, from, at) : undefined
  const people = writer ? [writer] : await findDeskHolders(db, desk, at)
  return { people: people.map((one) => one.id), path: `/correspondence/${desk.name}/${mail.correspondenceId}` }
}

/** Who writes, where they belong to the group. */
async function ofGroup(db: Db, groupId: number, { from, at }: Question): Promise<number[]> {
  const writer = await findPersonByEmail(db, from)
  const actor = writer && (await loadActor(db, writer.id, at, 'mail'))
  return actor?.grants.some((grant) => grant.groupId === groupId) ? [actor.personId as number] : []
}

async function ofSubmission(db: Db, submissionId: number | undefined, question: Question): Promise<Asked | undefined> {
  const submission = submissionId === undefined ? undefined : await findSubmission(db, submissionId)
  if (!submission) return undefined
  const guests = (await listGuests(db, submission.groupId, question.at)).map(({ id }) => id)
  return { people: [...guests, ...(await ofGroup(db, submission.groupId, question))], path: `/submissions/${submission.id}` }
}

async function ofVendorQuestion(db: Db, question: Question): Promise<Asked | undefined> {
  const found = await findVendorQuestion(db, question.id)
  if (!found) return undefined
  const leaders = (await findHolders(db, found.groupId, ['coordinator', 'deputy'], question.at)).map(({ id }) => id)
  return {
    people: [...leaders, found.championId, ...(await ofGroup(db, found.groupId, question))],
    path: `/submissions/${found.submissionId}`,
  }
}

const askers: Record<Answerable, (db: Db, question: Question) => Promise<Asked | undefined>> = {
  confirm: async (db, { id }) => {
    const request = await findJoinRequest(db, id)
    return request && { people: [], email: request.email, path: `/lists/${request.list}` }
  },
  invitation: async (db, { id }) => {
    const invitation = await findListInvitation(db, id)
    return invitation && { people: [], email: invitation.email, path: `/lists/${invitation.list}` }
  },
  unsubscribe: async (db, { id }) => {
    const subscription = await findSubscription(db, id)
    return subscription && { people: [subscription.personId], email: subscription.email, path: '/me' }
  },
  command: async (db, { id }) => {
    const asked = await findCommandMail(db, id)
    return asked && { people: [asked.personId], email: asked.email, path: '/me' }
  },
  moderate: async (db, { id }) => {
    const notice = await findHeldNotice(db, id)
    return ofPerson(notice, `/lists/${notice?.list}/held/${notice?.heldId}`)
  },
  calendar: ofMeeting,
  agenda: ofMeeting,
  actions: async (db, { id }) => ofPerson(await findReminder(db, id), '/actions'),
  case: ofCase,
  merge: async (db, { id }) => {
    const notice = await findMergeNotice(db, id)
    return ofPerson(notice, `/requests/${notice?.sourceId}`)
  },
  support: async (db, { id }) => {
    const question = await findSupportQuestion(db, id)
    return ofPerson(question, question?.requestId ? `/requests/${question.requestId}` : '/requests')
  },
  comment: async (db, { id }) => {
    const follower = await findFollower(db, id)
    return ofPerson(follower, `/requests/${follower?.requestId}`)
  },
  ballot: async (db, { id }) => {
    const mail = await findBallotMail(db, id)
    return ofPerson(mail, `/ballots/${mail?.ballotId}`)
  },
  correspondence: ofDesk,
  submission: (db, question) => ofSubmission(db, question.id, question),
  submissionItem: async (db, question) => ofSubmission(db, (await findItem(db, question.id))?.submissionId, question),
  vendorQuestion: ofVendorQuestion,
}

/** Whose word is asked for by a letter; undefined where there is nothing to answer any more. */
export const findAsked = (db: Db, purpose: Answerable, question: Question): Promise<Asked | undefined> => askers[purpose](db, question)

/** Who of those that are asked has this address; undefined for anybody else. */
export async function findWriter(
  db: Db,
  purpose: Answerable,
  { people, email }: Asked,
  from: string,
): Promise<{ personId: number | null } | undefined> {
  if (from === '') return undefined
  const known = await findPersonByEmail(db, from)
  if (email !== undefined && email.toLowerCase() === from) return { personId: known?.id ?? null }
  if (kinds[purpose].by === 'address' || !known || !people.includes(known.id)) return undefined
  // An address that nobody has confirmed counts only where it is the one that we write to.
  return known.verifiedAt !== null || (await findEmailOf(db, known.id))?.toLowerCase() === from ? { personId: known.id } : undefined
}
