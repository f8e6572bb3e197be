import type { Actor } from '../actor.ts'
import { Conflict, NotFound } from '../errors.ts'
import { keepFile, takeUpload } from '../files/actions.ts'
import type { LookedAt } from '../files/queries.ts'
import { changeRow, countRows, type Tx } from '../lib/db/rows.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { lockTalk, noteChange } from './actions.ts'
import { byLink } from './consent-actions.ts'
import { getKeptTalk, type Talk } from './queries.ts'
import { mostSlides } from './rules.ts'

const t = textsOf('talks', 'slides')

/** Slides as they are brought: with the form, or in pieces before it. */
export type Slides = LookedAt | { upload: string }

/** A talk to which slides are brought, or from which they are taken. */
type Slidden = Pick<Talk, 'id' | 'groupId' | 'state'>

/** Brings slides or a handout. @throws Invalid at the field where the file cannot be taken */
export const addSlides = async (tx: Tx, actor: Actor, slug: string, slides: Slides): Promise<void> =>
  keepSlides(tx, actor, await lockTalk(tx, actor, slug, getKeptTalk), slides)

async function keepSlides(tx: Tx, actor: Actor, talk: Slidden, slides: Slides): Promise<void> {
  if (talk.state === 'withdrawn' || talk.state === 'declined') throw new Conflict(t.canNoLongerAddFiles)
  const { personId, at } = actor
  const fileId = 'upload' in slides ? await takeUpload(tx, actor, slides.upload) : (await keepFile(tx, { ...slides, personId, at })).id
  await tx.insertInto('talkFile').values({ talkId: talk.id, fileId, personId, addedAt: at }).execute()
  await noteChange(tx, actor, talk, 'talk.slidesAdded', { fileId })
}

/** Takes slides off the page. */
export const removeSlides = async (tx: Tx, actor: Actor, slug: string, id: number): Promise<void> =>
  dropSlides(tx, actor, await lockTalk(tx, actor, slug, getKeptTalk), id)

async function dropSlides(tx: Tx, actor: Actor, talk: Slidden, id: number): Promise<void> {
  const gone = await changeRow(
    tx.updateTable('talkFile').returning('fileId'),
    { id, talkId: talk.id, removedAt: null },
    { removedAt: actor.at },
  )
  if (!gone) throw new NotFound(refusals.thereIsNoSuchFile)
  await noteChange(tx, actor, talk, 'talk.slidesRemoved', { fileId: gone.fileId })
}

const lockSeat = (tx: Tx, speakerId: number) =>
  tx
    .selectFrom('talkSpeaker')
    .innerJoin('talk', 'talk.id', 'talkSpeaker.talkId')
    .select(['talk.id', 'talk.groupId', 'talk.state', 'talkSpeaker.personId'])
    .where('talkSpeaker.id', '=', speakerId)
    .forUpdate('talk')
    .executeTakeFirstOrThrow(() => new NotFound(t.talkNotFound))

/** A speaker from elsewhere brings their slides by their link. @throws Invalid at the field where the file cannot be taken */
export async function addSlidesByLink(tx: Tx, at: Date, speakerId: number, file: Slides): Promise<void> {
  const { personId, ...talk } = await lockSeat(tx, speakerId)
  const there = await countRows(tx.selectFrom('talkFile').where('talkId', '=', talk.id).where('removedAt', 'is', null))
  // Whoever has the link may bring something; not without end.
  if (there >= mostSlides) throw new Conflict(t.talkAlreadyHasFilesRemove({ most: mostSlides }))
  await keepSlides(tx, { ...byLink(at), personId }, talk, file)
}

/** They take what they have brought off again. */
export async function removeSlidesByLink(tx: Tx, at: Date, speakerId: number, id: number): Promise<void> {
  const { personId, ...talk } = await lockSeat(tx, speakerId)
  await dropSlides(tx, { ...byLink(at), personId }, talk, id)
}
