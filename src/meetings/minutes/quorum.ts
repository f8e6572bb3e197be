import { textsOf } from '../../lib/ui/words.ts'
import type { countQuorum } from './rules.ts'

const t = textsOf('meetings', 'minutes')

type Counted = ReturnType<typeof countQuorum>

/** Is the quorum reached? In the reader's language; undefined where none is asked for. */
export const quorumReached = ({ present, wanted }: Counted): string | undefined =>
  wanted === 0 ? undefined : present >= wanted ? t.quorum.reached({ wanted }) : t.quorum.missed({ wanted })

/** How many the quorum needs, before anybody was ticked. */
export const quorumNeeded = ({ wanted, expected }: Counted): string | undefined =>
  wanted === 0 ? undefined : t.quorum.needed({ wanted, expected })

/** "3 of 5 present · Quorum of 3 reached", in the reader's language. */
export const quorumSaid = (counted: Counted): string =>
  [t.quorum.there({ present: counted.present, expected: counted.expected }), quorumReached(counted)].filter(Boolean).join(' · ')
