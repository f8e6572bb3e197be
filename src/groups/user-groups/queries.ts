import type { Actor } from '../../actor.ts'
import { missing } from '../../errors.ts'
import type { Db } from '../../lib/db/rows.ts'
import type { MemberWord } from '../../lib/ui/member-word.ts'
import { refusals } from '../../lib/ui/words.ts'
import { mayKeepUserGroup } from '../../policy.ts'
import { readWord, sharedWord } from './rules.ts'

const columns = ['id', 'slug', 'name', 'memberNoun', 'memberWords', 'usesDirectories', 'checksStudents'] as const

const listAll = async (db: Db) =>
  (await db.selectFrom('community').select(columns).orderBy('name').execute()).map(({ memberNoun, memberWords, ...one }) => ({
    ...one,
    word: readWord(memberNoun, memberWords),
  }))

export type UserGroup = Awaited<ReturnType<typeof listAll>>[number]

/** The user groups whose settings this actor keeps. */
export const listKept = async (db: Db, actor: Actor): Promise<UserGroup[]> =>
  (await listAll(db)).filter(({ id }) => mayKeepUserGroup(actor, id))

/**
 * A user group with its settings, for who keeps them.
 * @throws NotFound to others
 */
export async function getKept(db: Db, actor: Actor, slug: string, { lock = false } = {}): Promise<UserGroup> {
  if (lock) await db.selectFrom('community').select('id').where('slug', '=', slug).forNoKeyUpdate().execute()
  return (await listKept(db, actor)).find((one) => one.slug === slug) ?? missing(refusals.thereIsNoSuchPage)
}

/** What a member is called on this site, on pages and in letters. */
export async function readMemberWord(db: Db): Promise<MemberWord> {
  const rows = await db.selectFrom('community').select(['memberNoun', 'memberWords']).distinct().execute()
  return sharedWord(rows.map(({ memberNoun, memberWords }) => readWord(memberNoun, memberWords)))
}

/** Do the user groups of this site call their members alike? */
export const callAlike = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('community').select(['memberNoun', 'memberWords']).distinct().execute()).length <= 1

/** The settings that all user groups of this site share; a new one begins with them. */
export async function settingsOfAll(db: Db) {
  const [first, ...others] = await db
    .selectFrom('community')
    .select(['memberNoun', 'memberWords', 'usesDirectories', 'checksStudents'])
    .distinct()
    .limit(2)
    .execute()
  return first && others.length === 0 ? { ...first, memberWords: JSON.stringify(first.memberWords) } : {}
}
