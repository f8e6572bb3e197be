import { isDeepStrictEqual } from 'node:util'
import type { Actor } from '../../actor.ts'
import { refile } from '../../archive/actions.ts'
import { Invalid, NotAllowed } from '../../errors.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { insertAll, type Tx, updateOne } from '../../lib/db/rows.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { findPerson } from '../../people/queries.ts'
import { mayOwn } from '../../policy.ts'
import { recordList } from '../core/history-actions.ts'
import { getModeratedList } from '../core/queries.ts'
import { findContradictions } from '../moderation-rules/rules.ts'
import { sayWhyNotPattern } from '../pattern-words.ts'
import { findSettingFaults, type ListSettings, settingNames } from './rules.ts'

const t = textsOf('list', 'settings')

/**
 * Changes a list's settings; what is left out stays. Each change is kept with what was before.
 * @returns whether that changed anything
 * @throws NotAllowed when the actor moderates but does not own the list, and changes more than its saved replies and its emergency mode
 * @throws Invalid beside the fields that contradict each other
 */
export async function changeList(tx: Tx, actor: Actor, listName: string, sent: Partial<ListSettings>): Promise<boolean> {
  const change: Partial<ListSettings> = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined))
  const found = await getModeratedList(tx, actor, listName)
  // The words in which moderators reject are theirs; and so it is whether they see everything first, while there is a quarrel or a flood.
  const isTheirs = Object.keys(change).every((name) => name === 'savedReplies' || name === 'emergency')
  if (!isTheirs && !mayOwn(actor, found)) throw new NotAllowed(t.onlyTheCoordinatorTheDeputyAnd)
  const old = await tx.selectFrom('list').selectAll().where('id', '=', found.id).forUpdate().executeTakeFirstOrThrow()
  const settings = { ...old, ...change } as ListSettings
  const faults = findSettingFaults(settings)
  if (Object.keys(faults).length > 0) throw new Invalid(t.checkTheMarkedFields, faults as Record<string, string>)
  if (change.rules) {
    const [wrong] = findContradictions(change.rules, sayWhyNotPattern)
    if (wrong) throw new Invalid(wrong[1], { [`rule${wrong[0]}`]: wrong[1] })
  }
  const changed = settingNames.filter((name) => name in change && !isDeepStrictEqual(old[name] ?? null, settings[name] ?? null))
  if (changed.length === 0) return false
  const stored = (name: keyof ListSettings) => (name === 'rules' && settings.rules ? JSON.stringify(settings.rules) : settings[name])
  await updateOne(tx.updateTable('list'), old.id, Object.fromEntries(changed.map((name) => [name, stored(name)])))
  if (changed.includes('dropTypes')) await refile(tx, old.id, old.dropTypes, settings.dropTypes)
  await insertAll(
    tx.insertInto('settingChange'),
    changed.map((setting) => ({
      listId: old.id,
      personId: actor.personId,
      via: actor.via,
      at: actor.at,
      setting,
      before: JSON.stringify(old[setting] ?? null),
      after: JSON.stringify(settings[setting] ?? null),
    })),
  )
  if (changed.includes('emergency')) await tellEmergency(tx, actor, old, settings.emergency)
  const others = changed.filter((name) => name !== 'emergency')
  if (others.length > 0)
    await recordList(tx, actor, old, 'list.changed', {
      archive: settings.archive,
      joinPolicy: settings.joinPolicy,
      settings: others.join(' '),
    })
  return true
}

/** That everything waits for a moderator, or no longer, stands in the history by itself, and the others who look after the list hear of it. */
async function tellEmergency(tx: Tx, actor: Actor, list: { id: number; groupId: number }, on: boolean): Promise<void> {
  await recordList(tx, actor, list, on ? 'list.emergency-begun' : 'list.emergency-ended')
  const by = actor.personId === null ? undefined : await findPerson(tx, actor.personId)
  await enqueue(tx, 'list.emergency', { listId: list.id, personId: actor.personId, by: by?.name ?? '', on })
}
