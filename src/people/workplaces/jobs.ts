import { pluck } from '../../lib/pluck.ts'
import { sealToken } from '../../lib/token/seal.ts'
import { sendLetter } from '../../outbox/actions.ts'
import type { TaskContext } from '../../task.ts'
import { batch } from '../affiliations/rules.ts'
import { markBasisAsked } from './actions.ts'
import { whereDoYouWork } from './mails.ts'
import { countWorkplaceClaims, isWithoutBasis, listListsOf, listToAsk } from './queries.ts'

const day = 86_400_000

/**
 * Asks subscribers of whom nobody knows where they work, as many as a person can keep up with: none while many answers wait. Somebody begins it with
 * a button; it never asks by itself.
 */
export async function askWithoutBasis(_: object, { db, write, site, now }: TaskContext): Promise<void> {
  const waiting = await countWorkplaceClaims(db)
  const most = waiting >= batch.silent ? 0 : batch.perDay
  for (const person of await listToAsk(db, new Date(now().getTime() - 14 * day), most))
    await write(async (tx) => {
      if (!(await isWithoutBasis(tx, person.id))) return
      await markBasisAsked(tx, now(), person.id)
      const until = new Date(now().getTime() + 60 * day)
      const link = `${site.baseUrl}/workplace/${sealToken(site.secret, 'workplace', person.id, until)}`
      await sendLetter(tx, site, now(), whereDoYouWork(person, { link, until, lists: pluck(await listListsOf(tx, person.id), 'title') }))
    })
}
