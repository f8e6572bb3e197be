import { readRaw } from '../../archive/queries.ts'
import { findHolders, loadActor } from '../../groups/queries.ts'
import type { Db } from '../../lib/db/rows.ts'
import type { VendorSide } from '../../lib/db/schema.ts'
import { trimReply } from '../../lib/mail/reply.ts'
import { sealReply } from '../../lib/token/seal.ts'
import { inLanguage } from '../../lib/ui/language.ts'
import { sendLetter } from '../../outbox/actions.ts'
import type { Addressee } from '../../outbox/rules.ts'
import { signsFor } from '../../policy.ts'
import type { TaskContext } from '../../task.ts'
import { findInboundRaw } from '../desk/queries.ts'
import { getVendorGroup, listReached } from '../queries.ts'
import { noteAsking, takeMailedWords } from './actions.ts'
import { askToSign, wordsTaken } from './mails.ts'
import { findAsking, listToSign } from './queries.ts'

const tokenDays = 400
// More than that nobody reads in a mail; the page has them all.
const mostInLetter = 20

/** Those who sign for a side today. */
export async function listSigners(db: Db, groupId: number, side: VendorSide, at: Date): Promise<Addressee[]> {
  const people = side === 'vendor' ? await listReached(db, groupId, at) : await findHolders(db, groupId, ['coordinator', 'deputy'], at)
  const signers: Addressee[] = []
  for (const person of people) {
    const actor = await loadActor(db, person.id, at, 'job')
    if (actor && signsFor(actor, groupId) === side) signers.push(person)
  }
  return signers
}

/** Where a letter that asks to sign is answered. */
export const signingAddress = ({ site, now }: TaskContext, askingId: number): string =>
  `reply+${sealReply(site.secret, 'signing', askingId, new Date(now().getTime() + tokenDays * 86_400_000))}@${site.mailDomain}`

async function aboutOf(context: TaskContext, groupId: number) {
  const { name: group, vendor, slug } = await getVendorGroup(context.db, groupId)
  return { names: { group, vendor }, link: `${context.site.baseUrl}/desk?group=${slug}` }
}

/** One side is asked, in one letter, to sign what the other has said and it was not asked about yet. */
export async function askSide({ groupId, side }: { groupId: number; side: VendorSide }, context: TaskContext): Promise<void> {
  const { db, write, site, now } = context
  const about = await aboutOf(context, groupId)
  const signers = await listSigners(db, groupId, side, now())
  if (signers.length === 0) return
  await write(async (tx) => {
    const things = (await listToSign(tx, groupId, side)).filter(({ askingId }) => askingId === null).slice(0, mostInLetter)
    if (things.length === 0) return
    const ids = things.map(({ wordId }) => wordId)
    const askingId = await noteAsking(tx, groupId, side, ids, now())
    for (const signer of signers)
      await sendLetter(tx, site, now(), askToSign(signer, { ...about, side }, things, signingAddress(context, askingId)))
  })
}

/** Takes an answer to such a letter, and says what became of it. */
export async function takeSigned(
  { inboundId, askingId, personId, from }: { inboundId: number; askingId: number; personId: number; from: string },
  context: TaskContext,
): Promise<void> {
  const { db, write, now, parser, site } = context
  const [rawId, asking, actor] = [
    await findInboundRaw(db, inboundId),
    await findAsking(db, askingId),
    await loadActor(db, personId, now(), 'mail'),
  ]
  if (rawId === undefined || !asking || !actor) return
  const message = await parser.parse(await readRaw(db, rawId))
  const { visible } = trimReply(message.text, message.html)
  const about = await aboutOf(context, asking.groupId)
  const to = { id: personId, name: actor.name, email: from, locale: actor.locale }
  // What is wrong with it is written to who answered, in their language.
  await inLanguage(actor.locale, () =>
    write(async (tx) => {
      const results = await takeMailedWords(tx, actor, askingId, visible)
      await sendLetter(tx, site, now(), wordsTaken(to, about, results, signingAddress(context, askingId)))
    }),
  )
}
