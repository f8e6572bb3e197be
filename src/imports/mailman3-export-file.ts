import { textsOf } from '../lib/ui/words.ts'
import { SourceError } from './folder.ts'
import { type Ask, readRest } from './mailman3-export.ts'
import { askExport } from './mailman3-sources.ts'
import type { Departing } from './rules.ts'

const t = textsOf('imports', 'sources')

/**
 * Reads the one list that is meant.
 * @param names of all lists that there are
 * @param from the list's name or address, where there are several
 * @throws SourceError where none fits, or several
 */
export async function readListAmong(ask: Ask, source: string, names: string[], from: string | undefined): Promise<Departing> {
  const wanted = from?.toLowerCase()
  const fitting = wanted === undefined ? names : names.filter((one) => one === wanted || one.split('@')[0] === wanted)
  const [address] = fitting
  if (address === undefined) throw new SourceError(t.noSuchList({ place: source, list: wanted ?? '', names: names.join(', ') || '–' }))
  if (fitting.length > 1) throw new SourceError(t.several({ place: source, names: names.join(', ') }))
  const departing = await readRest(ask, address)
  if (!departing) throw new SourceError(t.noList({ place: source, list: address }))
  return departing
}

/**
 * Reads a list from the file of an export, as a worker calls it.
 * @throws SourceError when it is no such file, or has no such list
 */
export async function readExportFile(bytes: Uint8Array, path: string, from: string | undefined): Promise<Departing> {
  const text = Buffer.from(bytes).toString('utf8')
  const ask = askExport(text, path)
  const names = [...new Set([...text.matchAll(/"lists\/([^"/?@]+@[^"/?]+)\/config"/g)].map(([, name]) => (name as string).toLowerCase()))]
  return readListAmong(ask, path, names, from)
}
