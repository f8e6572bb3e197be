import type { Actor } from '../../actor.ts'
import { Invalid, NotAllowed, NotFound, refuse } from '../../errors.ts'
import { record } from '../../journal/actions.ts'
import { insertOne, type Tx } from '../../lib/db/rows.ts'
import type { MailAction, SenderKind } from '../../lib/db/schema.ts'
import { matchesPattern } from '../../lib/mail/pattern.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { isAdministrator } from '../../policy.ts'
import { todayOf } from '../../time.ts'
import { recordList } from '../core/history-actions.ts'
import { getModeratedList } from '../core/queries.ts'
import { sayWhyNotPattern } from '../pattern-words.ts'
import { meansEverybody, whyNotAim } from './rules.ts'

const t = textsOf('list', 'bans')

export interface NewBan {
  kind: SenderKind
  value: string
  reason: string
  /** The last day, YYYY-MM-DD; null: for ever. */
  until: string | null
}

const asKept = ({ kind, value }: { kind: SenderKind; value: string }): string =>
  kind === 'pattern' ? value.trim() : value.trim().toLowerCase().replace(/^@/, '')

function checkAim(kind: SenderKind, value: string): void {
  const refusal = whyNotAim({ kind, value }, sayWhyNotPattern)
  if (refusal) refuse('value', refusal)
  if (meansEverybody({ kind, value }, matchesPattern)) throw new Invalid(t.patternMatchesEveryone, { value: t.patternMatchesEveryoneEnter })
}

/** Where a ban is to hold: a list that the actor moderates, or the whole site for administrators. */
async function placeOf(tx: Tx, actor: Actor, listName: string, everywhere: boolean) {
  const list = await getModeratedList(tx, actor, listName)
  if (everywhere && !isAdministrator(actor)) throw new NotAllowed(t.onlyAdministratorsCanBlock)
  return { list, listId: everywhere ? null : list.id }
}

/**
 * Keeps an address, a domain or what a pattern means from joining and writing. The same ban again gets the new reason and day.
 * @throws Invalid beside what cannot be banned
 */
export async function ban(
  tx: Tx,
  actor: Actor,
  listName: string,
  { kind, value: typed, reason, until, everywhere }: NewBan & { everywhere: boolean },
): Promise<number> {
  const { list, listId } = await placeOf(tx, actor, listName, everywhere)
  const value = asKept({ kind, value: typed })
  checkAim(kind, value)
  if (until !== null && until < todayOf(actor)) throw new Invalid(t.thisDatePast, { until: t.chooseTodayLaterDate })
  await tx
    .deleteFrom('ban')
    .where((e) => (listId === null ? e('listId', 'is', null) : e('listId', '=', listId)))
    .where('kind', '=', kind)
    .where('value', '=', value)
    .execute()
  const id = await insertOne(tx.insertInto('ban'), { listId, kind, value, reason, until, createdAt: actor.at, createdBy: actor.personId })
  await record(tx, actor, {
    action: 'ban.made',
    subject: listId === null ? 'site' : `list:${list.id}`,
    groupId: list.groupId,
    details: { banId: id, kind },
  })
  return id
}

/** Ends a ban; one of the whole site only administrators end. */
export async function liftBan(tx: Tx, actor: Actor, listName: string, banId: number): Promise<void> {
  const list = await getModeratedList(tx, actor, listName)
  const found = await tx.selectFrom('ban').select(['id', 'listId']).where('id', '=', banId).forUpdate().executeTakeFirst()
  if (!found || (found.listId !== null && found.listId !== list.id)) throw new NotFound(t.blockNotFound)
  if (found.listId === null && !isAdministrator(actor)) throw new NotAllowed(t.onlyAdministratorsCanUnblock)
  await tx.deleteFrom('ban').where('id', '=', banId).execute()
  await record(tx, actor, {
    action: 'ban.lifted',
    subject: found.listId === null ? 'site' : `list:${list.id}`,
    groupId: list.groupId,
    details: { banId },
  })
}

/** Sets what becomes of mail by somebody who is not subscribed; null takes it back. */
export async function setSender(
  tx: Tx,
  actor: Actor,
  listName: string,
  { kind, value: typed }: { kind: SenderKind; value: string },
  action: MailAction | null,
): Promise<void> {
  const list = await getModeratedList(tx, actor, listName)
  const value = asKept({ kind, value: typed })
  if (action === null)
    await tx.deleteFrom('listSender').where('listId', '=', list.id).where('kind', '=', kind).where('value', '=', value).execute()
  else {
    checkAim(kind, value)
    await tx
      .insertInto('listSender')
      .values({ listId: list.id, kind, value, action, createdAt: actor.at, createdBy: actor.personId })
      .onConflict((conflict) => conflict.columns(['listId', 'kind', 'value']).doUpdateSet({ action }))
      .execute()
  }
  await recordList(tx, actor, list, action === null ? 'writer.forgotten' : 'writer.set', { kind, does: action ?? 'nothing' })
}
