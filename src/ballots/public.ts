import { NotFound } from '../errors.ts'
import { instant, type ListHappenings, type Named } from '../happening.ts'
import { textsOf } from '../lib/ui/words.ts'
import { getBallot, listBallots } from './core/queries.ts'
import { getCycle, listCycles } from './cycles/queries.ts'

const t = textsOf('ballots', 'public')

/** What everybody may know of here. */
export const listHappenings: ListHappenings = async (db, nobody, page) => {
  const [{ ballots }, cycles] = await Promise.all([
    listBallots(db, nobody, { kind: 'wishes', page, limit: 30 }),
    page === 1 ? listCycles(db) : [],
  ])
  const during = ({ opensAt, closesAt }: { opensAt: Date; closesAt: Date }) => `${instant(opensAt)} to ${instant(closesAt)} UTC`
  return [
    ...cycles.map((one) => ({ kind: 'cycle', title: one.title, path: `/cycles/${one.id}`, at: one.createdAt, summary: during(one) })),
    ...ballots.flatMap((one) => {
      // A round is told of from the day on which it is open, and anew once it is counted.
      const at = (one.state === 'counted' && one.closedAt) || one.openedAt
      if (at === null || !['open', 'closed', 'counted'].includes(one.state)) return []
      const path = one.state === 'counted' ? `/ballots/${one.id}/results` : `/ballots/${one.id}`
      return [{ kind: 'ballot', title: one.title, path, at, summary: during(one) }]
    }),
  ]
}

/** Things here that everybody may be allowed to see, by their addresses. */
export const named: readonly Named[] = [
  {
    address: /^\/cycles\/(\d{1,15})$/,
    title: async (db, nobody, id) => (await getCycle(db, nobody, Number(id))).title,
    subject: { kind: 'cycle', path: (_, id) => `/cycles/${id}` },
  },
  {
    address: /^\/ballots\/(\d{1,15})$/,
    title: async (db, nobody, id) => (await getBallot(db, nobody, Number(id))).title,
    subject: { kind: 'ballot', path: (_, id) => `/ballots/${id}` },
  },
  {
    address: /^\/ballots\/(\d{1,15})\/(?:results|papers)$/,
    async title(db, nobody, id) {
      const ballot = await getBallot(db, nobody, Number(id))
      if (ballot.state !== 'counted') throw new NotFound(t.ballotHasNoResultYet)
      return ballot.title
    },
  },
]
