import { formatDate, type Place } from '../../lib/ui/format.ts'
import { sayPlaced } from '../../lib/ui/placed.ts'
import { wordsOf } from '../../lib/ui/words.ts'
import { findRecordWords } from '../places-words.ts'

const copyWords = wordsOf('privacy', 'copy')

/** What a copy holds, for its owner: each file, in their language. */
export function writeReadme(reader: Place, names: readonly string[]): string {
  const words = copyWords(reader.locale)
  const { files } = words
  const has = (begin: string) => names.some((name) => name.startsWith(begin))
  const kinds: [string, string][] = [
    ['profile.json', files.profile],
    ['sessions.json', files.sessions],
    ['messages.mbox', files.messages],
    ['letters.mbox', files.letters],
    ['offices.mbox', files.offices],
    ['cases.mbox', files.cases],
    ['files/', files.files],
    ['journal.json', files.journal],
    ['journal-older.json', files.journalOlder],
    ['records/', files.records],
    ['records/by-address/', files.byAddress],
  ]
  const records = names.flatMap((name) => {
    const what = findRecordWords(/(?<![^/])([^/]+)\.json$/.exec(name)?.[1] ?? '', reader.locale)
    return name.startsWith('records/') && what ? [words.file({ name, what })] : []
  })
  const lines = kinds.flatMap(([name, what]) => (has(name) ? [words.file({ name, what })] : []))
  return [
    words.lead({ when: sayPlaced(reader.locale, reader.zone, formatDate(reader, reader.now, 'full')) }),
    lines.join('\n'),
    records.join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n')
}
