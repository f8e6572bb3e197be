import type { Actor } from '../actor.ts'
import { Conflict, Invalid, NotFound, notAllowedIf } from '../errors.ts'
import { keepFile, takeTextFiles } from '../files/actions.ts'
import { type LookedAt, textFilesFound } from '../files/queries.ts'
import { record } from '../journal/actions.ts'
import { insertAll, insertOne, insertRow, type Tx, updateOne } from '../lib/db/rows.ts'
import type { Visibility } from '../lib/db/schema.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { audienceOf, mayPublishNews, mayWriteNews } from '../policy.ts'
import { lockOpenArea } from '../requests/actions.ts'
import { forgetDocuments, indexDocuments } from '../search/actions.ts'
import { findSlugs, getWritableItem, type Item } from './queries.ts'
import { slugOf, whyNotEdit, whyNotEmbargo } from './rules.ts'

const t = textsOf('news', 'actions')

/** What somebody writes of an item. */
export interface ItemText {
  title: string
  text: string
  language: string
  visibility: Visibility
  areaId?: number | null
  embargoAt?: Date | null
  embargoZone?: string
  links?: { path: string; title: string }[]
  pictureAlt?: string
  /** A picture that takes the place of the one before, or `remove`. */
  picture?: LookedAt | 'remove'
}

const pictures = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])
/** Larger ones make a page slow for everybody. */
const largestPicture = 5_000_000

async function keepPicture(tx: Tx, actor: Actor, picture: LookedAt): Promise<number> {
  const refuse = (sentence: string): never => {
    throw new Invalid(refusals.pleaseLookAgain, { picture: sentence })
  }
  const file = await keepFile(tx, { ...picture, personId: actor.personId, at: actor.at, field: 'picture' })
  if (file.size > largestPicture) refuse(t.pictureSize)
  if (!pictures.has(file.type)) refuse(t.pictureKind({ name: file.name }))
  return file.id
}

/** Which picture it has from now on, and what it shows in words. */
async function pictureOf(tx: Tx, actor: Actor, { picture, pictureAlt = '' }: ItemText, before: number | null) {
  if (picture === 'remove') return { pictureId: null, pictureAlt: '' }
  if (picture && pictureAlt === '') throw new Invalid(refusals.pleaseLookAgain, { pictureAlt: t.describePicturePeopleWho })
  const pictureId = picture ? await keepPicture(tx, actor, picture) : before
  if (pictureId !== null && pictureAlt === '') throw new Invalid(refusals.pleaseLookAgain, { pictureAlt: t.describePicturePeopleWho })
  return { pictureId, pictureAlt: pictureId === null ? '' : pictureAlt }
}

async function requireArea(tx: Tx, groupId: number, areaId: number | null | undefined): Promise<void> {
  if (areaId === null || areaId === undefined) return
  if (!(await lockOpenArea(tx, groupId, areaId))) throw new Invalid(refusals.pleaseLookAgain, { areaId: t.chooseProductAreaGroup })
}

async function writeLinks(tx: Tx, itemId: number, links: { path: string; title: string }[]): Promise<void> {
  await tx.deleteFrom('newsItemLink').where('itemId', '=', itemId).execute()
  await insertAll(
    tx.insertInto('newsItemLink'),
    links.map((link, position) => ({ itemId, position, ...link })),
  )
}

/**
 * A member of a group writes news; it is a draft until somebody lets it out.
 * @returns its address
 * @throws NotFound to those outside the group
 */
export async function writeItem(tx: Tx, actor: Actor, groupId: number, item: ItemText): Promise<string> {
  if (!mayWriteNews(actor, groupId) && !mayPublishNews(actor, groupId)) throw new NotFound(refusals.thereIsNoSuchPage)
  const why = whyNotEmbargo(item.embargoAt ?? null, actor.at)
  if (why) throw new Invalid(refusals.pleaseLookAgain, { embargo: why })
  await requireArea(tx, groupId, item.areaId)
  const start = slugOf(item.title)
  const slug = slugOf(item.title, await findSlugs(tx, start))
  const id = await insertOne(tx.insertInto('newsItem'), {
    slug,
    groupId,
    title: item.title,
    text: item.text,
    language: item.language,
    visibility: item.visibility,
    areaId: item.areaId ?? null,
    embargoAt: item.embargoAt ?? null,
    embargoZone: item.embargoZone ?? actor.zone,
    ...(await pictureOf(tx, actor, item, null)),
    authorId: actor.personId,
    createdAt: actor.at,
    createdBy: actor.personId,
    changedAt: actor.at,
  })
  await writeLinks(tx, id, item.links ?? [])
  await takeTextFiles(tx, actor, `news:${id}`, item.text, { keeps: true })
  await record(tx, actor, { action: 'news.written', subject: `news:${id}`, groupId })
  return slug
}

/**
 * Changes an item. What is out already is changed by those who let it out, keeps how it stood before, and is found by its new words.
 * @param version as the writer saw it
 * @throws Conflict where somebody else has changed it since
 */
export async function changeItem(tx: Tx, actor: Actor, slug: string, version: number, change: ItemText): Promise<void> {
  const item = await getWritableItem(tx, actor, slug, { lock: true })
  notAllowedIf(whyNotEdit(item))
  if (item.version !== version) throw new Conflict(t.someoneChangedFirstCheck)
  const embargoAt = item.state === 'published' ? item.embargoAt : (change.embargoAt ?? null)
  const moved = embargoAt?.getTime() !== item.embargoAt?.getTime()
  const wrong = item.state === 'published' || !moved ? undefined : whyNotEmbargo(embargoAt, actor.at)
  if (wrong) throw new Invalid(refusals.pleaseLookAgain, { embargo: wrong })
  if (item.scheduledBy !== null && embargoAt === null)
    throw new Invalid(refusals.pleaseLookAgain, { embargo: t.publicationScheduledCancel })
  await requireArea(tx, item.groupId, change.areaId)
  if (item.state === 'published') await keepVersion(tx, actor, item)
  const { title, text, language, visibility, areaId = null } = change
  await updateOne(tx.updateTable('newsItem'), item.id, {
    ...{ title, text, language, visibility, areaId, embargoAt, changedAt: actor.at },
    embargoZone: change.embargoZone ?? item.embargoZone,
    ...(await pictureOf(tx, actor, change, item.pictureId)),
    version: item.version + 1,
  })
  await writeLinks(tx, item.id, change.links ?? [])
  await takeTextFiles(tx, actor, `news:${item.id}`, text, { keeps: item.state === 'published' })
  if (item.state === 'published') await indexItem(tx, item.id)
  await record(tx, actor, { action: 'news.changed', subject: `news:${item.id}`, groupId: item.groupId })
}

const keepVersion = (tx: Tx, actor: Actor, { id, version, title, text }: Item) =>
  tx.insertInto('newsVersion').values({ itemId: id, number: version, title, text, personId: actor.personId, at: actor.at }).execute()

/** Puts an item that is out into the search, and takes any other out of it. */
export async function indexItem(tx: Tx, id: number): Promise<void> {
  const item = await tx
    .selectFrom('newsItem')
    .leftJoin('sharedPerson as person', 'person.id', 'newsItem.authorId')
    .selectAll('newsItem')
    .select('person.name as person')
    .where('newsItem.id', '=', id)
    .executeTakeFirstOrThrow()
  if (item.state !== 'published' || item.publishedAt === null) return forgetDocuments(tx, 'news', [id])
  await indexDocuments(tx, [
    {
      kind: 'news',
      subjectId: id,
      audience: audienceOf(item.groupId, item.visibility),
      groupId: item.groupId,
      at: item.publishedAt,
      author: item.person ?? item.authorName,
      title: item.title,
      body: item.text,
      markdown: true,
      language: item.language,
      files: await textFilesFound(tx, item.text, [`news:${id}`]),
    },
  ])
}

/** Puts a page that is shown into the index, for everybody; a draft is not found. */
export async function indexOwnPage(tx: Tx, id: number): Promise<void> {
  const page = await tx.selectFrom('sitePage').selectAll().where('id', '=', id).executeTakeFirst()
  if (!page) return
  if (!page.published || page.removedAt !== null || page.visibility !== 'public') return forgetDocuments(tx, 'page', [id])
  await indexDocuments(tx, [
    {
      kind: 'page',
      subjectId: id,
      audience: 'public',
      ...(page.groupId === null ? {} : { groupId: page.groupId }),
      at: page.changedAt,
      author: page.authorName,
      title: page.title,
      body: page.text,
      markdown: true,
      language: page.language,
    },
  ])
}

/** What a page of the site's own says. */
export interface OwnPage {
  title: string
  text: string
  language: string
  published: boolean
}

/** Begins a page of the site's own; undefined where its address is taken. */
export async function makeOwnPage(tx: Tx, actor: Actor, slug: string, facts: OwnPage): Promise<number | undefined> {
  const [at, by] = [actor.at, actor.personId]
  const made = await tx
    .insertInto('sitePage')
    .values({ slug, ...facts, createdAt: at, createdBy: by, changedAt: at, changedBy: by })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) await indexOwnPage(tx, made.id)
  return made?.id
}

/** Writes a page of the site's own anew; how it stood stays to be read. */
export async function rewriteOwnPage(
  tx: Tx,
  actor: Actor,
  page: { id: number; version: number; title: string; text: string; changedAt: Date; changedBy: number | null },
  facts: OwnPage,
): Promise<void> {
  const { id: pageId, version: number, title, text, changedAt, changedBy } = page
  await insertRow(tx.insertInto('sitePageVersion'), { pageId, number, title, text, changedAt, changedBy })
  await updateOne(tx.updateTable('sitePage'), pageId, { ...facts, version: number + 1, changedAt: actor.at, changedBy: actor.personId })
  await indexOwnPage(tx, pageId)
}
