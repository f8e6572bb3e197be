import { createHash } from 'node:crypto'
import type { Actor } from '../actor.ts'
import { Conflict, missing, NotFound } from '../errors.ts'
import { record } from '../journal/actions.ts'
import type { Tx } from '../lib/db/rows.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { keepConsent } from '../list/actions.ts'
import { isHerself, mayAdminister } from '../policy.ts'
import { findNotice, type Wording, wordingIn } from './notice-queries.ts'

const t = textsOf('privacy', 'noticePage')

/** An administrator writes a new version of the notice; it holds from now on, and the old ones stay as they are. */
export async function writeNotice(tx: Tx, actor: Actor, wording: Wording): Promise<number> {
  if (!mayAdminister(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  const last = await tx.selectFrom('privacyNotice').select('version').orderBy('version', 'desc').limit(1).forUpdate().executeTakeFirst()
  const version = (last?.version ?? 0) + 1
  await tx
    .insertInto('privacyNotice')
    .values({ version, wording: JSON.stringify(wording), fromAt: actor.at, madeBy: actor.personId })
    .onConflict((conflict) => conflict.column('version').doNothing())
    .returning('version')
    .executeTakeFirstOrThrow(() => new Conflict(t.someoneElseHasJustSaved))
  await record(tx, actor, { action: 'notice.written', subject: `notice:${version}` })
  return version
}

/**
 * A person agrees to the version that they were shown.
 * @throws NotFound when there is no such version; Conflict when a newer one holds by now
 */
export async function agree(tx: Tx, actor: Actor, version: number): Promise<void> {
  if (!isHerself(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  const notice = (await findNotice(tx, version)) ?? missing(t.privacyNoticeNotFound)
  const newer = await tx
    .selectFrom('privacyNotice')
    .select('version')
    .where('version', '>', version)
    .where('fromAt', '<=', actor.at)
    .executeTakeFirst()
  if (newer) throw new Conflict(t.thereIsANewerVersionPlease)
  const sha256 = createHash('sha256').update(wordingIn(notice.wording, actor.locale).text).digest()
  const agreed = { personId: actor.personId, version, wordingSha256: sha256, agreedAt: actor.at, via: actor.via }
  if (!(await keepConsent(tx, agreed))) return
  await record(tx, actor, { action: 'notice.agreed', subject: `person:${actor.personId}`, details: { version } })
}
