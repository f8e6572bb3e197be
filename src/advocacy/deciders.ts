import * as z from 'zod'
import { Conflict, missing } from '../errors.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import type { Deciders } from '../waiting.ts'
import { checkCase, closeDelivery } from './commitments/deliveries-actions.ts'
import { getDelivery } from './commitments/queries.ts'
import { answerQuestion } from './desk/actions.ts'
import { listGroupLists } from './queries.ts'
import { sign } from './signing/actions.ts'
import { findWord } from './signing/queries.ts'
import { draft, sendPost } from './telling/actions.ts'
import { listUntold } from './telling/queries.ts'
import { listToTell } from './telling/rules.ts'

const t = textsOf('advocacy', 'tellingPage')

/** What the page of a delivery asks where there is nothing to try. */
const OnPage = z.object({ verdict: z.enum(['full', 'partly', 'no']).optional() })

/** What is decided between a group and its vendor where it stands. A correction, and an answer with files, is written on the page. */
export const deciders = {
  vendorQuestion: (tx, actor, id, { reason }) => answerQuestion(tx, actor, id, reason),
  // Of a word that was said since it is not theirs to say: `sign` asks.
  vendorWord: async (tx, actor, id, { choice, reason }) => {
    const word = (await findWord(tx, id)) ?? missing(refusals.thereIsNoSuchPage)
    const said = choice === 'yes' ? ({ act: 'confirmed', note: '' } as const) : ({ act: 'disputed', note: reason } as const)
    await sign(tx, actor, word.kind, word.subjectId, { ...said, word: id, fields: {} })
  },
  // What was tried already stays as it was found.
  delivery: async (tx, actor, id, { choice, reason, more }) => {
    const verdict = choice === 'yes' ? ('full' as const) : ('no' as const)
    // On its own page each user case is tried by itself.
    if (more) return closeDelivery(tx, actor, id, { byHand: OnPage.parse(more).verdict, note: reason })
    const { checks } = await getDelivery(tx, actor, id)
    for (const { caseId } of checks.filter((one) => one.verdict === null)) await checkCase(tx, actor, id, caseId, { verdict, note: reason })
    await closeDelivery(tx, actor, id, { byHand: verdict, note: reason })
  },
  listReport: async (tx, actor, groupId, { site }) => {
    const found = listToTell(await listUntold(tx, groupId), await listGroupLists(tx, groupId), actor.at)
    if (!found) throw new Conflict(t.thereIsNothingNewThatEverybody)
    await sendPost(tx, actor, site, await draft(tx, actor, site, groupId, found.list.id))
  },
} satisfies Deciders
