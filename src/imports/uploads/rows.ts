import { Invalid } from '../../errors.ts'
import type { Db } from '../../lib/db/rows.ts'
import { sayKept } from '../../lib/ui/kept.ts'
import type { Upload } from './queries.ts'
import { isTrouble, troubleOf, withSource } from './unpack.ts'

/** What becomes of one row of a file of members, in the reader's language. */
export interface SaidRow {
  line: number
  email: string
  how: 'taken' | 'changed' | 'left' | 'wrong'
  becomes: string[]
}

/**
 * What becomes of each row of an import that has not begun, in the order of the file.
 * @throws Invalid where its files cannot be read
 */
export async function rowsOf(db: Db, upload: Upload): Promise<SaidRow[]> {
  try {
    return await withSource(db, upload, async ({ rows, wrong }) =>
      [
        ...rows.map((row): SaidRow => ({ ...row, becomes: row.becomes.map((one) => sayKept(one)) })),
        ...wrong.map(({ line, reason }): SaidRow => ({ line, email: '', how: 'wrong', becomes: [sayKept(reason)] })),
      ].toSorted((a, b) => a.line - b.line),
    )
  } catch (error) {
    if (!isTrouble(error)) throw error
    throw new Invalid(sayKept(troubleOf(error)))
  }
}
