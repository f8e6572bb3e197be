import { idsOf, type Tx } from '../../lib/db/rows.ts'
import { sealKeys } from '../../lib/token/seal.ts'
import type { Locale } from '../../lib/ui/format.ts'
import { inLanguage } from '../../lib/ui/language.ts'
import { listReferents } from '../../people/queries.ts'
import type { TaskContext } from '../../task.ts'
import { titlesFor } from '../asked-queries.ts'
import { inTime, send } from '../jobs.ts'
import * as mails from '../mails.ts'
import { senderOf } from '../sender.ts'
import { askQuestion, closeAffirmations } from './actions.ts'
import { findAffirmation, findQuestion, findRecipient, findSupport, listAffirming, listSpeakers, listSupportOf } from './queries.ts'

type Recipient = NonNullable<Awaited<ReturnType<typeof findRecipient>>>
type Titled = Parameters<typeof titlesFor>[2]

/** What requests are called to who speaks for an institution: they may be kept to fewer people than those who speak. */
const calledAll = (tx: Tx, to: Recipient, requests: Titled, { now }: TaskContext) =>
  inLanguage(to.locale as Locale, () => titlesFor(tx, to.personId, requests, now()))

const called = async (tx: Tx, to: Recipient, request: Titled[number], context: TaskContext): Promise<string> =>
  (await calledAll(tx, to, [request], context)).get(request.id) ?? ''

/** Asks the referents whether their institution stands behind a request as its people say. */
export async function confirmSupport({ supportId }: { supportId: number }, context: TaskContext): Promise<void> {
  await context.write(async (tx) => {
    const support = await findSupport(tx, supportId)
    if (support?.state !== 'proposed') return
    const from = await senderOf(tx, context, support.groupId)
    // What its people say is for them alone to confirm.
    for (const personId of idsOf(await listReferents(tx, [support.organisationId], context.now()))) {
      const to = await findRecipient(tx, personId)
      const questionId = to && (await askQuestion(tx, { supportId, organisationId: support.organisationId, personId }, context.now()))
      if (!to || questionId === undefined) continue
      const keys = sealKeys(context.site.secret, 'support', questionId, inTime(context))
      const question = await findQuestion(tx, questionId)
      const { organisation: institution, strength, reason } = support
      const title = await called(tx, to, { id: support.requestId, title: support.title }, context)
      const ways = { link: `${context.site.baseUrl}/support/${keys.link}`, token: keys.reply }
      const facts = { who: question?.sayer ?? '', institution, strength, title, reason, ...ways }
      await send(tx, context, mails.confirmSupport(from, to, facts))
    }
  })
}

/** Asks every institution what it still stands behind: one letter each to those who speak for it. */
export async function askAffirmation({ affirmationId }: { affirmationId: number }, context: TaskContext): Promise<void> {
  await context.write(async (tx) => {
    const affirmation = await findAffirmation(tx, affirmationId)
    if (!affirmation || affirmation.closedAt) return
    const { groupId, name, openedAt, closesOn } = affirmation
    const from = await senderOf(tx, context, groupId)
    for (const institution of await listAffirming(tx, groupId, openedAt)) {
      const supported = (await listSupportOf(tx, groupId, institution.id)).map(({ requestId: id, title, strength }) => ({
        id,
        title,
        strength,
      }))
      for (const personId of await listSpeakers(tx, institution.id, undefined, context.now())) {
        const to = await findRecipient(tx, personId)
        const questionId = to && (await askQuestion(tx, { affirmationId, organisationId: institution.id, personId }, context.now()))
        if (!to || questionId === undefined) continue
        const keys = sealKeys(context.site.secret, 'support', questionId, inTime(context))
        const titles = await calledAll(tx, to, supported, context)
        const requests = supported.map(({ id, strength }) => ({ id, strength, title: titles.get(id) ?? '' }))
        const ways = { link: `${context.site.baseUrl}/support/${keys.link}`, token: keys.reply }
        const facts = { institution: institution.name, name, requests, day: closesOn, ...ways }
        await send(tx, context, mails.affirmSupport(from, to, facts))
      }
    }
  })
}

/** Every day: what was not affirmed in its time becomes history. */
export async function closeDue(_: object, { write, now }: TaskContext): Promise<void> {
  await write((tx) => closeAffirmations(tx, now()))
}
