import type { Actor } from '../../actor.ts'
import { Invalid } from '../../errors.ts'
import { record } from '../../journal/actions.ts'
import type { Tx } from '../../lib/db/rows.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { listCommunities } from '../queries.ts'
import { getKept } from './queries.ts'
import { type TypedWord, whyNotWord, wordOf } from './rules.ts'

const t = textsOf('groups', 'userGroups')

/** The settings of a user group; what is left out stays. */
interface UserGroupSettings {
  /** What it is called from now on. Its short name, which stands in addresses, stays. */
  name: string | undefined
  word: TypedWord
  /** Directories of universities that others publish suggest what to register. */
  usesDirectories?: boolean
  /** An address that looks like a student's is never approved without a person. */
  checksStudents?: boolean
}

/**
 * Changes the settings of a user group.
 * @throws NotFound for who does not keep them; Invalid for a word that cannot stand in a sentence, or a name that another has
 */
export async function changeUserGroup(tx: Tx, actor: Actor, slug: string, settings: UserGroupSettings): Promise<void> {
  const before = await getKept(tx, actor, slug, { lock: true })
  const { name = before.name } = settings
  const problems = whyNotWord(settings.word)
  const taken = (await listCommunities(tx)).some((one) => one.id !== before.id && one.name.toLowerCase() === name.toLowerCase())
  if (taken) problems.name = t.nameTaken
  if (Object.keys(problems).length > 0) throw new Invalid(refusals.pleaseLookAgain, problems)
  const { usesDirectories = before.usesDirectories, checksStudents = before.checksStudents } = settings
  const { noun, own } = wordOf(settings.word)
  await tx
    .updateTable('community')
    .set({ name, memberNoun: noun, memberWords: JSON.stringify(own), usesDirectories, checksStudents })
    .where('id', '=', before.id)
    .execute()
  await record(tx, actor, {
    action: 'userGroup.changed',
    subject: `user-group:${before.id}`,
    details: { memberWord: settings.word.noun, usesDirectories, checksStudents },
  })
}
