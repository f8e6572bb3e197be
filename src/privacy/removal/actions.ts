import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { emptyMessages, eraseRaw, refreshCut } from '../../archive/actions.ts'
import { findRaw, listCarriers, listKeptAs, listSuspects } from '../../archive/queries.ts'
import { reread } from '../../edges/mailroom/actions.ts'
import { Conflict, Invalid, refuse } from '../../errors.ts'
import { record } from '../../journal/actions.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { insertNew, insertOne, type Tx, type Write } from '../../lib/db/rows.ts'
import { type Cut, cutMail } from '../../lib/mail/cut.ts'
import { cutText, findWords, hashWords, type Needle, needleOf } from '../../lib/mail/find-words.ts'
import { sealBytes } from '../../lib/sealed.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { cancelPosts, removeLetters, rewordLetter } from '../../outbox/actions.ts'
import { emptyExcerpts } from '../../requests/actions.ts'
import { cutDocuments } from '../../search/actions.ts'
import { cutPlaces } from '../places-actions.ts'
import { keyOfPlace } from '../places-words.ts'
import { readLetters, readUnarchived } from './queries.ts'
import { type Figures, none, patternOf, type Wanted, whyNotReason } from './rules.ts'

const t = textsOf('privacy', 'removal')

/** Where a removal begins: a list, and the message that gave rise to it. */
export interface Origin {
  list: { id: number; name: string; groupId: number; language: string }
  message: { id: number; rawId: number; threadId: number; messageId: string; variant: number; sentAt: Date }
}

/** With the secret of the site, which opens the letters that wait. */
type Opened = Origin & { secret: string }

/** What is looked for, as it is known: by its words, or (when a backup was restored) by their hash. */
interface Search {
  needles: Needle[]
  pattern?: string
}

export const changedIds = Symbol('the messages that lose something')
type Taken = Figures & { [changedIds]: number[] }

/** Cuts raw mails of the archive and writes down what they say now. */
async function cutRaws(
  tx: Tx,
  rawIds: number[],
  cut: Cut,
  at: Date,
  listId: number,
): Promise<Pick<Taken, 'messages' | 'elsewhere' | typeof changedIds>> {
  const fresh: Parameters<typeof refreshCut>[1] = []
  let elsewhere = 0
  for (const rawId of new Set(rawIds)) {
    const raw = await findRaw(tx, rawId)
    const done = raw && cutMail(raw, cut)
    if (!done) continue
    const kept = await listKeptAs(tx, [rawId])
    const newId = await eraseRaw(tx, rawId, at, done.raw)
    for (const message of kept) {
      const read = reread({ ...message, rawId: newId, raw: done.raw })
      if ([read.text, read.subject, read.fromName].some((text) => findWords(text, cut.needles).length > 0))
        throw new Invalid(t.cannotRemoveWordsMessage({ fromName: read.fromName }))
      fresh.push({ list: { id: message.listId, language: message.language }, threadId: message.threadId, read })
      if (message.listId !== listId) elsewhere++
    }
  }
  await refreshCut(tx, fresh, at)
  return { messages: fresh.length, elsewhere, [changedIds]: fresh.map(({ read }) => read.id) }
}

/** Takes words out of everything that a list and its group keep. */
export async function takeWords(tx: Tx, { list, message, secret }: Opened, search: Search, at: Date): Promise<Taken> {
  const { needles, pattern } = search
  const suspects = await listSuspects(tx, { listId: list.id, threadId: message.threadId, needles, pattern })
  const inArchive = await cutRaws(
    tx,
    suspects.map((one) => one.rawId),
    { needles },
    at,
    list.id,
  )
  let incoming = 0
  for await (const { rawId, raw } of readUnarchived(tx, list)) {
    const done = cutMail(raw, { needles })
    if (!done) continue
    await eraseRaw(tx, rawId, at, done.raw)
    incoming++
  }
  const letters = await cutLetters(tx, { list, message, secret }, { needles })
  const places = await cutPlaces(tx, { groupId: list.groupId, listId: list.id }, needles, pattern)
  await cutDocuments(tx, { groupId: list.groupId, listId: list.id }, needles, list.language)
  return { ...none(), ...inArchive, incoming, letters, places }
}

async function cutLetters(tx: Tx, { list, message, secret }: Opened, cut: Cut): Promise<number> {
  let letters = 0
  for await (const { id, subject, bytes, sealed } of readLetters(tx, secret, list.id, message.sentAt)) {
    const done = cutMail(bytes, cut)
    const line = cutText(subject, cut.needles)
    if (!done && line.found === 0) continue
    await rewordLetter(tx, id, { subject: line.text, ...(done ? { bytes: sealed ? sealBytes(secret, done.raw) : done.raw } : {}) })
    letters++
  }
  return letters
}

/** Takes an attachment out of every message of the list that carries it. */
async function takeAttachment(tx: Tx, { list, message, secret }: Opened, sha256: string, at: Date): Promise<Taken> {
  const cut = { needles: [], attachments: new Set([sha256]) }
  const carriers = await listCarriers(tx, list.id, Buffer.from(sha256, 'hex'))
  const rawIds = carriers.map((one) => one.rawId)
  const inArchive = await cutRaws(tx, rawIds, cut, at, list.id)
  let incoming = 0
  for await (const { rawId, raw } of readUnarchived(tx, list)) {
    const done = cutMail(raw, cut)
    if (!done) continue
    await eraseRaw(tx, rawId, at, done.raw)
    incoming++
  }
  return { ...none(), ...inArchive, incoming, letters: await cutLetters(tx, { list, message, secret }, cut) }
}

/** Takes a message away: its bytes, text, files and excerpts; its place in the thread stays. */
async function takeMessage(tx: Tx, { list, message, secret }: Opened, subject: boolean, at: Date): Promise<Taken> {
  const kept = await listKeptAs(tx, [message.rawId])
  const ids = kept.map((one) => one.id)
  await eraseRaw(tx, message.rawId, at)
  await emptyMessages(tx, ids, at, subject)
  const waiting = await cancelPosts(tx, ids, at)
  const excerpts = await emptyExcerpts(tx, ids)
  const letters = await emptyCopies(tx, { list, message, secret }, at)
  return {
    ...none(),
    messages: ids.length,
    elsewhere: kept.filter((one) => one.listId !== list.id).length,
    letters: letters.letters,
    deliveries: waiting + letters.deliveries,
    places: excerpts > 0 ? { [keyOfPlace('user_case_source', 'excerpt')]: excerpts } : {},
    [changedIds]: ids,
  }
}

/** Letters that carry the whole mail: copies to owners, refusals that quote it. */
async function emptyCopies(tx: Tx, { list, message: { messageId, sentAt }, secret }: Opened, at: Date) {
  const ids: number[] = []
  // A letter that only answers it (In-Reply-To) says nothing of it.
  for await (const { id, bytes } of readLetters(tx, secret, list.id, sentAt))
    if (bytes.includes(`Message-ID: <${messageId}>`) || bytes.includes(`Message-Id: <${messageId}>`)) ids.push(id)
  return removeLetters(tx, ids, at)
}

/** Takes out one thing that an erasure is to reach. */
export const take = (tx: Tx, origin: Opened, wanted: Wanted, at: Date): Promise<Taken> => {
  if (wanted.kind === 'message') return takeMessage(tx, origin, wanted.subject, at)
  if (wanted.kind === 'attachment') return takeAttachment(tx, origin, wanted.sha256, at)
  const needle = needleOf(wanted.words)
  return takeWords(tx, origin, { needles: needle ? [needle] : [], pattern: patternOf(wanted.words) }, at)
}

/**
 * Takes out what an owner wants, everywhere, and leaves who, when and why. The page has made sure that they own the list.
 * @param secret keys the hash by which a restored backup finds the words again
 * @throws Invalid when the reason holds the words, or a mail cannot be cut; Conflict when there is nothing (any more) to take
 */
export async function remove(tx: Tx, actor: Actor, secret: string, origin: Origin, wanted: Wanted, reason: string): Promise<Figures> {
  const words = wanted.kind === 'words' ? wanted.words : undefined
  const refusal = whyNotReason(reason, words)
  if (refusal) refuse('reason', refusal)
  const { list, message } = origin
  // Two owners at once: the second finds what the first has left.
  await sql`select id from shared_list list where id = ${list.id} for update`.execute(tx)
  const taken = await take(tx, { ...origin, secret }, wanted, actor.at)
  const { [changedIds]: ids, ...figures } = taken
  if (figures.messages + figures.incoming + figures.letters + Object.keys(figures.places).length === 0)
    throw new Conflict(t.foundNothingDeleteSomeone)
  const id = await insertOne(tx.insertInto('erasure'), {
    key: randomUUID(),
    kind: wanted.kind,
    listId: list.id,
    messageId: message.messageId,
    variant: message.variant,
    words: words?.split(' ').length ?? null,
    mac: words ? hashWords(secret, words) : null,
    sha256: wanted.kind === 'attachment' ? Buffer.from(wanted.sha256, 'hex') : null,
    reason,
    at: actor.at,
    byId: actor.personId,
    figures: JSON.stringify({ ...figures, subject: wanted.kind === 'message' && wanted.subject }),
  })
  await noteMessages(tx, id, ids)
  await record(tx, actor, {
    action: `${wanted.kind}.removed`,
    subject: `message:${message.id}`,
    groupId: list.groupId,
    details: { erasureId: id, listId: list.id, messages: figures.messages },
  })
  await enqueue(tx, 'privacy.ledger', {}, { key: 'privacy.ledger' })
  return figures
}

/** Notes which messages an erasure emptied. */
export async function noteMessages(tx: Tx, erasureId: number, messageIds: number[]): Promise<void> {
  if (messageIds.length === 0) return
  await insertNew(
    tx.insertInto('erasedMessage'),
    messageIds.map((messageId) => ({ erasureId, messageId })),
  )
}

class Tried extends Error {
  readonly figures: Figures
  constructor(figures: Figures) {
    super('tried')
    this.figures = figures
  }
}

/** What a removal would take: it is done, counted and undone. */
export async function tryRemoval(write: Write, ...[actor, secret, origin, wanted]: [Actor, string, Origin, Wanted]): Promise<Figures> {
  try {
    await write(async (tx) => {
      throw new Tried(await remove(tx, actor, secret, origin, wanted, ''))
    })
  } catch (error) {
    if (error instanceof Tried) return error.figures
    throw error
  }
  return none()
}
