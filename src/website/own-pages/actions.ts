import type { Actor } from '../../actor.ts'
import { Conflict, Invalid, NotFound } from '../../errors.ts'
import { record } from '../../journal/actions.ts'
import type { Tx } from '../../lib/db/connect.ts'
import { indexOwnPage } from '../../news/actions.ts'
import { mayKeepSite } from '../../policy.ts'
import { getOwnPage } from './queries.ts'

/** What a page says. */
export interface PageFacts {
  title: string
  text: string
  language: string
  published: boolean
}

function assertKeeper(actor: Actor): void {
  if (!mayKeepSite(actor)) throw new NotFound('There is no such page.')
}

/**
 * Begins a page of the site's own.
 * @throws Invalid where its address is taken
 */
export async function addOwnPage(tx: Tx, actor: Actor, { slug, ...facts }: PageFacts & { slug: string }): Promise<void> {
  assertKeeper(actor)
  const [at, by] = [actor.at, actor.personId]
  const made = await tx
    .insertInto('sitePage')
    .values({ slug, ...facts, createdAt: at, createdBy: by, changedAt: at, changedBy: by })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) throw new Invalid('Please look again.', { slug: 'There is a page with this address already.' })
  await indexOwnPage(tx, made.id)
  await record(tx, actor, { action: 'site.page_added', subject: `site_page:${made.id}` })
}

/**
 * Changes a page; how it stood stays to be read.
 * @param version the one that the change was made on
 * @throws Conflict where somebody changed it meanwhile
 */
export async function changeOwnPage(tx: Tx, actor: Actor, slug: string, version: number, facts: PageFacts): Promise<void> {
  assertKeeper(actor)
  const page = await getOwnPage(tx, actor, slug, { lock: true })
  if (page.version !== version)
    throw new Conflict('Somebody changed this page meanwhile. Open it again; what you typed is still in your browser.')
  const number = page.version + 1
  const { id: pageId, title, text, changedAt, changedBy } = page
  await tx.insertInto('sitePageVersion').values({ pageId, number: page.version, title, text, changedAt, changedBy }).execute()
  await tx
    .updateTable('sitePage')
    .set({ ...facts, version: number, changedAt: actor.at, changedBy: actor.personId })
    .where('id', '=', page.id)
    .execute()
  await indexOwnPage(tx, page.id)
  await record(tx, actor, { action: 'site.page_changed', subject: `site_page:${page.id}`, details: { version: number } })
}
