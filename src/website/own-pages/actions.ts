import type { Actor } from '../../actor.ts'
import { Conflict, Invalid, NotFound } from '../../errors.ts'
import { record } from '../../journal/actions.ts'
import type { Tx } from '../../lib/db/rows.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { withSaid } from '../../lib/with-said.ts'
import { makeOwnPage, type OwnPage, rewriteOwnPage } from '../../news/actions.ts'
import { mayKeepSite } from '../../policy.ts'
import { getOwnPage } from './queries.ts'

const t = textsOf('website', 'ownPages')

function assertKeeper(actor: Actor): void {
  if (!mayKeepSite(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
}

/**
 * Begins a page of the site's own.
 * @throws Invalid where its address is taken
 */
export async function addOwnPage(tx: Tx, actor: Actor, { slug, ...facts }: OwnPage & { slug: string }): Promise<void> {
  assertKeeper(actor)
  const made = await makeOwnPage(tx, actor, slug, facts)
  if (made === undefined) throw new Invalid(refusals.pleaseLookAgain, { slug: t.addressTakenChooseAnotherOne })
  await record(tx, actor, { action: 'site.page_added', subject: `site_page:${made}` })
}

/**
 * Changes a page; what is left out stays, and how it stood stays to be read.
 * @param version the one that the change was made on
 * @throws Conflict where somebody changed it meanwhile
 */
export async function changeOwnPage(tx: Tx, actor: Actor, slug: string, version: number, said: Partial<OwnPage>) {
  assertKeeper(actor)
  const page = await getOwnPage(tx, actor, slug, { lock: true })
  if (page.version !== version) throw new Conflict(t.someoneChangedFirstCheck)
  const number = page.version + 1
  const { title, text, language, published } = withSaid<OwnPage>(page, said)
  await rewriteOwnPage(tx, actor, page, { title, text, language, published })
  await record(tx, actor, { action: 'site.page_changed', subject: `site_page:${page.id}`, details: { version: number } })
  return { published }
}
