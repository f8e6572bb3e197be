import type { Actor } from '../../actor.ts'
import { Invalid } from '../../errors.ts'
import { record } from '../../journal/actions.ts'
import type { Tx } from '../../lib/db/connect.ts'
import { refusals } from '../../lib/ui/refusals.ts'
import { getKept } from './queries.ts'
import { type TypedWord, whyNotWord, wordOf } from './rules.ts'

/** The settings of a user group. */
interface UserGroupSettings {
  word: TypedWord
  /** Directories of universities that others publish suggest what to register. */
  usesDirectories: boolean
  /** An address that looks like a student's is never approved without a person. */
  checksStudents: boolean
}

/**
 * Changes the settings of a user group.
 * @throws NotFound for who does not keep them; Invalid for a word that cannot stand in a sentence
 */
export async function changeUserGroup(tx: Tx, actor: Actor, slug: string, settings: UserGroupSettings): Promise<void> {
  const before = await getKept(tx, actor, slug, { lock: true })
  const problems = whyNotWord(settings.word)
  if (Object.keys(problems).length > 0) throw new Invalid(refusals.pleaseLookAgain, problems)
  const { usesDirectories, checksStudents } = settings
  const { noun, own } = wordOf(settings.word)
  await tx
    .updateTable('community')
    .set({ memberNoun: noun, memberWords: JSON.stringify(own), usesDirectories, checksStudents })
    .where('id', '=', before.id)
    .execute()
  await record(tx, actor, {
    action: 'userGroup.changed',
    subject: `user-group:${before.id}`,
    details: { memberWord: settings.word.noun, usesDirectories, checksStudents },
  })
}
