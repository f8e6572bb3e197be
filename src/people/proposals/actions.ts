import type { Actor } from '../../actor.ts'
import { Conflict, Invalid, NotAllowed, NotFound } from '../../errors.ts'
import { record, recordOf } from '../../journal/actions.ts'
import { countRows, insertOne, type Tx, updateRows, upsertRow } from '../../lib/db/rows.ts'
import { readForm, typedIn } from '../../lib/ui/forms.ts'
import { formOf, type Sent } from '../../lib/ui/sent-form.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { isHerself } from '../../policy.ts'
import type { OfferedDraft } from '../../tool.ts'
import { getProposal, listToolChoices } from './queries.ts'
import { addressOf, askingLasts, longestProposal, mostWaiting, parametersOf, proposalLasts, type ToolChoice, yesLasts } from './rules.ts'

const t = textsOf('people', 'proposals')

/**
 * Keeps what a program drafted for its person. Nothing else is done: its person reads it, and sends it or not.
 * @param sent what the form's address asks for, and its fields
 * @param client the program, by the name that its person gave its token
 * @throws Invalid by field, NotAllowed for a tool that its person refuses, Conflict where too many wait
 */
export async function keepProposal(tx: Tx, actor: Actor, tool: OfferedDraft, sent: Sent, client: string): Promise<{ id: number }> {
  if (!isHerself(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  const { personId, at } = actor
  if ((await listToolChoices(tx, personId)).get(tool.drafts) === 'never') throw new NotAllowed(t.youRefuseThisTool)
  const about = new Set(parametersOf(tool.path))
  const path = addressOf(tool.path, sent)
  const fields = Object.fromEntries(Object.entries(sent).filter(([name]) => !about.has(name)))
  const unknown = Object.keys(fields).filter((name) => !(name in tool.fields.shape))
  if (unknown.length > 0) throw new Invalid(refusals.pleaseLookAgain, Object.fromEntries(unknown.map((name) => [name, refusals.noField])))
  const form = formOf(fields)
  readForm(tool.fields, form, actor.locale)
  const typed = JSON.stringify(typedIn(form))
  if (typed.length > longestProposal) throw new Invalid(t.draftTooLong({ longest: longestProposal }))
  // Two programs at a time count one after the other.
  await tx.selectFrom('person').select('id').where('id', '=', personId).forUpdate().execute()
  const waiting = await countRows(tx.selectFrom('programProposal').where('personId', '=', personId).where('decidedAt', 'is', null))
  if (waiting >= mostWaiting) throw new Conflict(t.tooManyDraftsWait({ most: mostWaiting }))
  const id = await insertOne(tx.insertInto('programProposal'), { personId, tool: tool.drafts, path, fields: typed, client, madeAt: at })
  await record(tx, actor, { action: 'assistant.drafted', subject: `person:${personId}`, details: { draftId: id, tool: tool.drafts } })
  return { id }
}

/** Ends a draft that waits; one that was decided stays as it is. */
async function decide(tx: Tx, actor: Actor, id: number, outcome: 'sent' | 'discarded'): Promise<void> {
  const { tool } = await getProposal(tx, actor, id)
  const ended = await tx
    .updateTable('programProposal')
    .set({ decidedAt: actor.at, outcome })
    .where('id', '=', id)
    .where('decidedAt', 'is', null)
    .executeTakeFirst()
  if (ended.numUpdatedRows === 0n) return
  await record(tx, actor, { action: `assistant.${outcome}`, subject: `person:${actor.personId}`, details: { draftId: id, tool } })
}

/** Its person does not want it. @throws NotFound for somebody else's */
export const discardProposal = (tx: Tx, actor: Actor, id: number): Promise<void> => decide(tx, actor, id, 'discarded')

/** Its person has sent the form that was drafted. @throws NotFound for somebody else's, or another form */
export async function noteSent(tx: Tx, actor: Actor, id: number, path: string): Promise<void> {
  const proposal = await getProposal(tx, actor, id)
  if (proposal.path.split('?')[0] !== path) throw new NotFound(t.draftNotFound)
  await decide(tx, actor, id, 'sent')
}

/**
 * Says what programs of this person may do with which tool from now on; of those that are not named, the usual holds.
 * @returns whether it was otherwise
 */
export async function chooseTools(tx: Tx, actor: Actor, choices: ReadonlyMap<string, Exclude<ToolChoice, 'allow'>>): Promise<boolean> {
  if (!isHerself(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  const { personId } = actor
  // Two of their pages that are sent at once: the last one holds.
  await tx.selectFrom('person').select('id').where('id', '=', personId).forUpdate().execute()
  const before = await tx.deleteFrom('refusedTool').where('personId', '=', personId).returning(['tool', 'choice']).execute()
  await tx.deleteFrom('toolAsking').where('personId', '=', personId).execute()
  if (choices.size > 0)
    await tx
      .insertInto('refusedTool')
      .values([...choices].map(([tool, choice]) => ({ personId, tool, choice })))
      .execute()
  if (before.length === choices.size && before.every(({ tool, choice }) => choices.get(tool) === choice)) return false
  const refused = [...choices.values()].filter((choice) => choice === 'never').length
  await record(tx, actor, { action: 'assistant.tools', subject: `person:${personId}`, details: { refused } })
  return true
}

/** A program wants to use a tool that asks its person first. A question that stands already is not asked anew. */
export async function askForTool(tx: Tx, actor: Actor, tool: string, client: string): Promise<void> {
  if (!isHerself(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  const asked = { client, askedAt: actor.at, allowedUntil: null }
  await upsertRow(tx.insertInto('toolAsking'), { personId: actor.personId, tool }, asked)
}

/** Its person says whether programs may use a tool for an hour. @throws NotFound where none asks */
export async function answerAsking(tx: Tx, actor: Actor, tool: string, answer: 'yes' | 'no'): Promise<void> {
  if (!isHerself(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  const { personId, at } = actor
  const asking = tx.selectFrom('toolAsking').select('tool').where('personId', '=', personId).where('tool', '=', tool)
  if (!(await asking.where('allowedUntil', 'is', null).forUpdate().executeTakeFirst())) throw new NotFound(t.askingNotFound)
  if (answer === 'yes')
    await updateRows(tx.updateTable('toolAsking'), { personId, tool }, { allowedUntil: new Date(at.getTime() + yesLasts) })
  else await tx.deleteFrom('toolAsking').where('personId', '=', personId).where('tool', '=', tool).execute()
  await recordOf(tx, actor, answer === 'yes' ? 'assistant.allowed' : 'assistant.refused', { of: 'person', id: personId }, { tool })
}

/** Deletes drafts and questions of long ago, whatever became of them. */
export async function sweepProposals(tx: Tx, now: Date): Promise<void> {
  await tx
    .deleteFrom('toolAsking')
    .where('askedAt', '<', new Date(now.getTime() - askingLasts))
    .execute()
  await tx
    .deleteFrom('programProposal')
    .where('madeAt', '<', new Date(now.getTime() - proposalLasts))
    .execute()
}
