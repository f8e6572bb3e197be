import { createHash } from 'node:crypto'
import type { Vote } from '../../../ballots/papers/rules.ts'
import { drawReceipt, sealFor } from '../../../ballots/papers/sealing.ts'
import { listOptions, listVoters } from '../../../ballots/queries.ts'
import type { Tx } from '../../../lib/db/rows.ts'

/** A number that is always the same for the same text, 0 to 1. */
export const chance = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE() / 2 ** 32

/** Days, counted from the end of round one, on which each phase begins and ends. */
export const shape = {
  submission: [-77, -63],
  triage: [-63, -21],
  round_one: [-21, 0],
  costing: [0, 56],
  round_two: [56, 70],
  commitment: [70, 100],
} as const

/** What an institution would give: more where it is at home, and some of it where everybody is. */
function inventVote(voter: string, options: { number: number; area: string; title: string }[], budget: number): Vote {
  const ranked = options
    .map((option) => ({
      ...option,
      weight: chance(`${voter} ${option.area}`) * 2 + chance(`wanted ${option.title}`) + chance(`${voter} ${option.title}`),
    }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 3 + Math.floor(chance(`spread ${voter}`) * 6))
  const total = ranked.reduce((sum, { weight }) => sum + weight ** 2, 0)
  const points = Object.fromEntries(ranked.map(({ number, weight }) => [String(number), Math.floor((budget * weight ** 2) / total)]))
  return { points: Object.fromEntries(Object.entries(points).filter(([, value]) => value > 0)) }
}

/** Papers of a part of the electorate, sealed as all papers are. */
export async function castPapers(tx: Tx, ballotId: number, part: number, closesAt: Date, now: Date): Promise<void> {
  const ballot = await tx
    .selectFrom('ballot')
    .select(['publicKey', 'budget', 'openedAt', 'form'])
    .where('id', '=', ballotId)
    .executeTakeFirstOrThrow()
  const options = await listOptions(tx, ballotId)
  const from = ballot.openedAt ?? now
  const until = Math.min(closesAt.getTime(), now.getTime())
  for (const voter of await listVoters(tx, ballotId)) {
    if (!ballot.publicKey || chance(`votes ${ballotId} ${voter.name}`) > part) continue
    const castAt = new Date(from.getTime() + chance(`when ${ballotId} ${voter.name}`) * (until - from.getTime()))
    const vote =
      ballot.form === 'points'
        ? inventVote(voter.name, options, ballot.budget ?? 50)
        : {
            ranks: options
              .toSorted((a, b) => chance(`${voter.name} ${b.title}`) - chance(`${voter.name} ${a.title}`))
              .map(({ number }) => String(number)),
          }
    const sealed = sealFor(ballot.publicKey, voter.id, { receipt: drawReceipt(), vote })
    await tx.insertInto('paper').values({ voterId: voter.id, version: 1, sealed, castAt, via: 'web' }).execute()
    await tx.updateTable('voter').set({ versions: 1, votedAt: castAt }).where('id', '=', voter.id).execute()
  }
}

/** What the coordinator's own institution uses: on its ballot that stands first. */
export async function sayAreas(tx: Tx): Promise<void> {
  const { id } = await tx.selectFrom('organisation').select('id').where('name', '=', 'Old Harbour University').executeTakeFirstOrThrow()
  await tx
    .insertInto('organisationArea')
    .values(['Accessibility', 'Rollover'].map((area) => ({ organisationId: id, area })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
