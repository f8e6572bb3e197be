import { decodeText } from '../../lib/sheet/encoding.ts'
import { readTable } from '../../lib/sheet/read.ts'
import { SheetError, type Table } from '../../lib/sheet/table.ts'
import { textsOf } from '../../lib/ui/words.ts'
import type { Delivery } from '../rules.ts'
import type { MembersFile } from './gathering.ts'
import { fromLines, linesOf } from './lines.ts'
import { fromListserv, isListserv } from './listserv.ts'
import { fromSympa, isSympaDump } from './sympa.ts'
import { columns, findAddresses, fromTable } from './tables.ts'

const t = textsOf('imports', 'sources')

/**
 * Reads who is on a list, whatever program wrote the file, which it finds out by itself: an address a line (`list_members`, `mailman members`,
 * Sympa's review), a dump of Sympa, LISTSERV's REVIEW or QUERY, or a table in the words of Mailman 3, Rapport, Google Groups or Groups.io.
 * Each line that cannot be taken is named, and of each other it is said what becomes of it.
 * @param delivery what they get where the file does not say it
 * @throws SheetError when it is no such file
 */
export async function readMembers(bytes: Uint8Array, { delivery = 'each' as Delivery } = {}): Promise<MembersFile> {
  const workbook = bytes[0] === 0x50 && bytes[1] === 0x4b
  const text = workbook ? '' : decodeText(bytes).text
  if (workbook || text === '' || looksLikeTable(text.slice(0, 4_096))) return fromTable(await tableIn(bytes), delivery)
  if (isListserv(text)) return fromListserv(text, delivery)
  return isSympaDump(text) ? fromSympa(text, delivery) : fromLines(text, delivery)
}

// `Members for lectio-l@googlegroups.com`: words that end with the address of the list.
const titles = /^[^@<>,;\t|]{1,100} [^\s@<>,;|]{1,100}@[^\s@<>,;]{1,255}$/

/** Is one of the first lines, before any address of a member, the header of a table? Google Groups writes a title above it. */
function looksLikeTable(text: string): boolean {
  const first = linesOf(text)
    .filter((line) => line.trim() !== '')
    .slice(0, 5)
  const until = first.findIndex((line) => line.includes('@') && !titles.test(line))
  const above = until < 0 ? first : first.slice(0, until)
  return above.some((line) => /[,;\t|]|^\W*(?:e-?mail|address|adresse|subscriber)\W*$/i.test(line) && !/^[*#]/.test(line))
}

/** The table in a file, with a column of addresses. */
async function tableIn(bytes: Uint8Array): Promise<Table> {
  const words = [...Object.values(columns).flat(), 'group status', 'email address', 'username', 'joined']
  const table = await readTable(bytes, { header: { words } })
  if (findAddresses(table) === undefined) throw new SheetError(t.noColumn({ names: table.header.join(', ').slice(0, 300) }))
  return table
}
