import { BadElection } from './check.ts'
import { readAbc } from './read-abc.ts'
import { readBlt } from './read-blt.ts'
import { readPb } from './read-pb.ts'
import { readPreflib } from './read-preflib.ts'
import type { Reading } from './reading.ts'

const readers: [RegExp, (text: string) => Reading][] = [
  [/\.pb$/i, readPb],
  [/\.blt$/i, readBlt],
  [/\.abc\.ya?ml$/i, readAbc],
  [/\.(soc|soi|toc|toi)$/i, (text) => readPreflib(text, false)],
  [/\.cat$/i, (text) => readPreflib(text, true)],
]

/** Reads an election file by the ending of its name. @throws BadElection, with the line where it is known. */
export function readElection(name: string, bytes: Uint8Array): Reading {
  const reader = readers.find(([ending]) => ending.test(name))?.[1]
  if (!reader) throw new BadElection('the name must end in .pb, .blt, .abc.yaml, .soc, .soi, .toc, .toi or .cat.')
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new BadElection('this is not UTF-8 text.')
  }
  return reader(text)
}
