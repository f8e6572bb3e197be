import type { Answering, Answers, Asked, Question, Taking } from '../answer.ts'
import { Invalid, missing } from '../errors.ts'
import { findHolders, loadActor } from '../groups/queries.ts'
import { enqueue } from '../lib/db/enqueue.ts'
import { type Db, idsOf } from '../lib/db/rows.ts'
import { trimReply } from '../lib/mail/reply.ts'
import { refusals } from '../lib/ui/words.ts'
import { findPersonByEmail } from '../people/queries.ts'
import { answerQuestion } from './desk/actions.ts'
import { findItem, findQuestion, findSubmission } from './desk/queries.ts'
import { listGuests } from './queries.ts'
import { listSigners } from './signing/jobs.ts'
import { findAsking } from './signing/queries.ts'

/** Who writes, where they belong to the group. */
async function ofGroup(db: Db, groupId: number, { from, at }: Question): Promise<number[]> {
  const writer = await findPersonByEmail(db, from)
  const actor = writer && (await loadActor(db, writer.id, at, 'mail'))
  return actor?.grants.some((grant) => grant.groupId === groupId) ? [actor.personId as number] : []
}

/** The vendor's guests of the day, and the group itself. */
async function ofSubmission(db: Db, submissionId: number | undefined, question: Question): Promise<Asked | undefined> {
  const submission = submissionId === undefined ? undefined : await findSubmission(db, submissionId)
  if (!submission) return undefined
  const guests = idsOf(await listGuests(db, submission.groupId, question.at))
  return { people: [...guests, ...(await ofGroup(db, submission.groupId, question))], path: `/submissions/${submission.id}` }
}

type Purpose = 'submission' | 'submissionItem'

/** An answer of the vendor to what was handed over; its files are read by a job. */
async function hand(purpose: Purpose, { tx, mail }: Taking, { id, from }: Omit<Question, 'at'>, personId: number | null): Promise<string> {
  await enqueue(tx, 'vendor.reply', { inboundId: mail.id, purpose, id, from, personId })
  return 'an answer between group and vendor'
}

/** What was handed over; who is no guest and not of the group is kept as one whom the group may know. */
const handedOver = <P extends 'submission' | 'submissionItem'>(purpose: P, asked: Answering['asked']): Answering<P> => ({
  by: 'person',
  sender: 'not disowned',
  asked,
  take: (taking, answer) => hand(purpose, taking, answer, answer.personId),
  async refuse(taking, { isTheirs, fate, ...refused }) {
    if (isTheirs) return undefined
    await hand(purpose, taking, refused, null)
    return fate
  },
})

/** What one side says of what the other has said. It is a signature, so it must be proven who wrote. */
const signing: Answering<'signing'> = {
  by: 'person',
  sender: 'proven',
  async asked(db, { id, at }) {
    const asking = await findAsking(db, id)
    if (!asking) return undefined
    const people = idsOf(await listSigners(db, asking.groupId, asking.side, at))
    return { people, path: '/desk' }
  },
  async take({ tx, mail }, { id: askingId, from, personId }) {
    if (personId !== null) await enqueue(tx, 'vendor.signed', { inboundId: mail.id, askingId, personId, from })
    return 'a word on what the other side has said'
  },
}

/** The group's answer to a question of the vendor's. Who writes it hears where a colleague was faster. */
const vendorQuestion: Answering<'vendorQuestion'> = {
  by: 'person',
  sender: 'not disowned',
  async asked(db, question) {
    const found = await findQuestion(db, question.id)
    if (!found) return undefined
    const leaders = idsOf(await findHolders(db, found.groupId, ['coordinator', 'deputy'], question.at))
    return {
      people: [...leaders, found.championId, ...(await ofGroup(db, found.groupId, question))],
      path: `/submissions/${found.submissionId}#r${found.requestId}`,
    }
  },
  async take({ tx, text, html }, { id, personId, at }) {
    const actor = (personId === null ? undefined : await loadActor(tx, personId, at, 'mail')) ?? missing(refusals.thisQuestionIsSettled)
    const said = trimReply(text, html).visible.trim()
    if (said === '') throw new Invalid(refusals.noTextOfYourOwn)
    await answerQuestion(tx, actor, id, said.slice(0, 20_000))
    return 'an answer between group and vendor'
  },
}

/** What between group and vendor can be answered by mail. */
export const answers: Answers = {
  signing,
  submission: handedOver('submission', (db, question) => ofSubmission(db, question.id, question)),
  submissionItem: handedOver('submissionItem', async (db, question) =>
    ofSubmission(db, (await findItem(db, question.id))?.submissionId, question),
  ),
  vendorQuestion,
}
