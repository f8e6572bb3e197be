import type { Actor } from '../actor.ts'
import { Conflict, Invalid, NotAllowed, NotFound } from '../errors.ts'
import { takeTextFiles } from '../files/actions.ts'
import { textFilesFound } from '../files/queries.ts'
import { recordOf } from '../journal/actions.ts'
import { enqueue } from '../lib/db/enqueue.ts'
import { changeRow, insertNewRow, type Tx, updateOne } from '../lib/db/rows.ts'
import type { ProductStage, StoryKind, Visibility } from '../lib/db/schema.ts'
import { guessLanguage } from '../lib/similar/words.ts'
import { hideAddresses } from '../lib/ui/hidden.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { audienceOf, mayCollate, mayContribute, mayReadArchive } from '../policy.ts'
import { forgetDocuments, indexDocument } from '../search/actions.ts'
import { excerptOf, titleFrom } from './cases/excerpt.ts'
import { findAffiliationOn, findMessageForCase } from './cases/queries.ts'
import { visibilityFrom } from './cases/rules.ts'
import { keepComment } from './comments-actions.ts'
import { checkChoices } from './core/choices-actions.ts'
import { getRequestGroup } from './core/queries.ts'
import { reaches } from './core/rules.ts'
import { requestRefusals } from './refusals.ts'
import { getStory } from './stories-queries.ts'

const t = textsOf('requests', 'stories')

export interface StoryFacts {
  kind: StoryKind
  title: string
  text: string
  outcome?: string
  areaId?: number
  organisationId?: number
  stage?: ProductStage
  visibility: Visibility
}

/** What is changed of one: what is left out stays. */
type StoryChange = Omit<StoryFacts, 'areaId' | 'stage'> & { areaId?: number | null; stage?: ProductStage | null }

/** Puts a story into the index, for those who may read it; one that was taken back is not found. */
export async function indexStory(tx: Tx, id: number): Promise<void> {
  const story = await tx.selectFrom('story').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  if (story.withdrawnAt !== null) return forgetDocuments(tx, 'story', [id])
  await indexDocument(tx, {
    kind: 'story',
    subjectId: id,
    audience: audienceOf(story.groupId, story.visibility),
    groupId: story.groupId,
    at: story.saidAt,
    author: story.authorName,
    title: story.title,
    body: [story.text, story.outcome].filter(Boolean).join('\n\n'),
    markdown: true,
    language: story.language,
    files: await textFilesFound(tx, textWith({ text: story.text, outcome: story.outcome }), [`story:${id}`]),
  })
}

const textWith = ({ text, outcome = '' }: Pick<StoryFacts, 'text' | 'outcome'>): string => `${text}\n\n${outcome}`

/** The message that a story is made of, for who may make one of it; undefined for a story that is told on the web. */
async function readMessage(tx: Tx, actor: Actor, groupId: number, messageId: number | undefined, visibility: Visibility) {
  if (messageId === undefined) return undefined
  const message = await findMessageForCase(tx, messageId)
  if (!message || message.list.groupId !== groupId || !mayReadArchive(actor, message.list)) throw new NotFound(requestRefusals.message)
  const wrote = message.personId !== null && message.personId === actor.personId
  if (!wrote && !mayCollate(actor, groupId)) throw new NotAllowed(t.onlyWorkingGroupCanMake)
  if (!wrote && !reaches(visibilityFrom(message.list.archive), visibility))
    throw new Invalid(refusals.pleaseLookAgain, { visibility: t.chooseFewerReadersOnlyAuthor })
  return { ...message, wrote }
}

/**
 * Somebody tells a story on the web, or one is made of a message: then its writer is the author and is told.
 * @throws Conflict where the message is a story already; Invalid where it would be shown to more than may read the message
 */
export async function tellStory(tx: Tx, actor: Actor, groupId: number, facts: StoryFacts, { messageId }: { messageId?: number } = {}) {
  const group = await getRequestGroup(tx, actor, { id: groupId })
  if (!mayContribute(actor, group)) throw new NotFound(refusals.thereIsNoSuchPage)
  await checkChoices(tx, groupId, facts)
  const message = await readMessage(tx, actor, groupId, messageId, facts.visibility)
  const author = message
    ? { id: message.personId, name: hideAddresses(message.fromName), at: message.sentAt }
    : { id: actor.personId, name: actor.name, at: actor.at }
  const works = author.id === null ? undefined : await findAffiliationOn(tx, author.id, author.at)
  const row = await insertNewRow(tx.insertInto('story').returning('id'), {
    ...{ ...facts, organisationId: facts.organisationId ?? works?.id, groupId, messageId },
    ...{ authorId: author.id, authorName: author.name, saidAt: author.at, language: guessLanguage(facts.text) ?? 'en' },
    ...{ createdBy: actor.personId, createdAt: actor.at, changedAt: actor.at },
  })
  if (!row) throw new Conflict(t.thisMessageIsAStoryAlready)
  await recordOf(tx, actor, 'story.told', { id: row.id, groupId }, { kind: facts.kind })
  await takeTextFiles(tx, actor, `story:${row.id}`, textWith(facts))
  await indexStory(tx, row.id)
  if (message && !message.wrote) await enqueue(tx, 'requests.storyTold', { storyId: row.id })
  return row.id
}

/** What a story of this message would begin with. */
export async function draftStory(tx: Tx, actor: Actor, messageId: number) {
  const message = await findMessageForCase(tx, messageId)
  if (!message || !mayReadArchive(actor, message.list)) throw new NotFound(requestRefusals.message)
  return {
    groupId: message.list.groupId,
    title: titleFrom(message.subject),
    text: hideAddresses(excerptOf(message.text)),
    visibility: visibilityFrom(message.list.archive),
  }
}

/** Its author or the group changes a story. */
export async function changeStory(tx: Tx, actor: Actor, id: number, facts: StoryChange): Promise<void> {
  const story = await getStory(tx, actor, id)
  if (!story.mayEdit) throw new NotFound(requestRefusals.story)
  await checkChoices(tx, story.groupId, facts)
  if (!story.mine && !reaches(story.visibility, facts.visibility))
    throw new Invalid(refusals.pleaseLookAgain, { visibility: t.onlyAuthorCanShowStory })
  await updateOne(tx.updateTable('story'), id, { ...facts, changedAt: actor.at })
  await recordOf(tx, actor, 'story.changed', { id, groupId: story.groupId })
  await takeTextFiles(tx, actor, `story:${id}`, textWith({ text: facts.text, outcome: facts.outcome ?? story.outcome }))
  await indexStory(tx, id)
}

/** Its author or the group takes a story back. */
export async function withdrawStory(tx: Tx, actor: Actor, id: number): Promise<void> {
  const story = await getStory(tx, actor, id)
  if (!story.mayEdit) throw new NotFound(requestRefusals.story)
  const values = { withdrawnAt: actor.at, changedAt: actor.at }
  const withdrawn = await changeRow(tx.updateTable('story').returning('id'), { id, withdrawnAt: null }, values)
  if (!withdrawn) throw new NotFound(requestRefusals.story)
  await forgetDocuments(tx, 'story', [id])
  await recordOf(tx, actor, 'story.withdrawn', { id, groupId: story.groupId })
}

/** A reply to a story. */
export async function replyToStory(tx: Tx, actor: Actor, id: number, text: string): Promise<void> {
  const story = await getStory(tx, actor, id)
  const group = await getRequestGroup(tx, actor, { id: story.groupId })
  if (!group.mayContribute) throw new NotFound(requestRefusals.story)
  await keepComment(tx, actor, { storyId: id, groupId: story.groupId }, text)
}

/** A story whose author has not been told of it, marked as told; undefined where they have. */
export const takeUntold = (tx: Tx, id: number, at: Date) =>
  changeRow(tx.updateTable('story').returning(['groupId', 'title', 'authorId']), { id, toldAt: null, withdrawnAt: null }, { toldAt: at })
