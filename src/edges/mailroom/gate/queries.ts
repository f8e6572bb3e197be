import type { Answering, Asked } from '../../../answer.ts'
import type { Db } from '../../../lib/db/rows.ts'
import { spellingsOf } from '../../../lib/mail/domain.ts'
import { findEmailOf, findPersonByEmail } from '../../../people/queries.ts'

/** Who of those that are asked has this address; undefined for anybody else. */
export async function findWriter(
  db: Db,
  { by }: Pick<Answering, 'by'>,
  { people, email, locale = 'en' }: Asked,
  from: string,
): Promise<{ personId: number | null; locale: string } | undefined> {
  if (from === '') return undefined
  const known = await findPersonByEmail(db, from)
  const spellings = spellingsOf(from)
  if (email !== undefined && spellings.includes(email.toLowerCase()))
    return { personId: known?.id ?? null, locale: known?.locale ?? locale }
  if (by === 'address' || !known || !people.includes(known.id)) return undefined
  // An address that nobody has confirmed counts only where it is the one that we write to.
  return known.verifiedAt !== null || spellings.includes((await findEmailOf(db, known.id))?.toLowerCase() ?? '')
    ? { personId: known.id, locale: known.locale }
    : undefined
}
