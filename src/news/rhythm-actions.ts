import type { Actor } from '../actor.ts'
import { Invalid, NotFound } from '../errors.ts'
import { setNewsRhythm } from '../groups/actions.ts'
import { record } from '../journal/actions.ts'
import type { Tx } from '../lib/db/rows.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { mayPublishNews } from '../policy.ts'
import type { NewsRhythm } from './rules.ts'

const t = textsOf('news', 'rhythm')

/**
 * Decides how often a group's newsletter comes.
 * @throws NotFound for those who do not let it out; Invalid for a rhythm that is none
 */
export async function setRhythm(tx: Tx, actor: Actor, groupId: number, { every, unit }: NewsRhythm): Promise<void> {
  if (!mayPublishNews(actor, groupId)) throw new NotFound(refusals.thereIsNoSuchPage)
  if (every !== null && (every < 1 || every > 52)) throw new Invalid(refusals.pleaseLookAgain, { every: t.enterNumberBetween152 })
  await setNewsRhythm(tx, groupId, every, unit)
  await record(tx, actor, { action: 'news.rhythm-set', subject: `group:${groupId}`, groupId, details: { every, unit } })
}
