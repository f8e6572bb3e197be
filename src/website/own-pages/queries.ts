import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import type { Db } from '../../lib/db/rows.ts'
import { refusals } from '../../lib/ui/words.ts'
import { mayKeepSite } from '../../policy.ts'

const pages = (db: Db) => db.selectFrom('sitePage').where('removedAt', 'is', null).where('visibility', '=', 'public')

/** The pages of the site's own, by title: the published ones, and to those who keep the site the drafts too. */
export const listOwnPages = (db: Db, actor: Actor) =>
  pages(db)
    .select(['slug', 'title', 'language', 'published', 'version', 'changedAt'])
    .$if(!mayKeepSite(actor), (query) => query.where('published', '=', true))
    .orderBy('title')
    .execute()

/**
 * A page of the site's own.
 * @throws NotFound where there is none that the actor may see
 */
export async function getOwnPage(db: Db, actor: Actor, slug: string, { lock = false } = {}) {
  const page = await pages(db)
    .select(['id', 'slug', 'title', 'text', 'language', 'published', 'version', 'createdAt', 'changedAt', 'createdBy', 'changedBy'])
    .where('slug', '=', slug)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  if (!page || !(page.published || mayKeepSite(actor))) throw new NotFound(refusals.thereIsNoSuchPage)
  return page
}

/** How a page stood before, the newest first. */
export const listOwnVersions = (db: Db, pageId: number) =>
  db
    .selectFrom('sitePageVersion')
    .leftJoin('sharedPerson as person', 'person.id', 'sitePageVersion.changedBy')
    .select(['number', 'title', 'text', 'changedAt', 'person.name as by'])
    .where('pageId', '=', pageId)
    .orderBy('number', 'desc')
    .limit(100)
    .execute()
