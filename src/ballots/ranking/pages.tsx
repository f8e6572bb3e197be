import * as z from 'zod'
import { NotFound } from '../../errors.ts'
import { listOpenGroups } from '../../groups/queries.ts'
import { idsOf } from '../../lib/db/rows.ts'
import { line, many, orNone, tick, usually, whole } from '../../lib/ui/forms.ts'
import { act, askedFirst, type C, done, idOf, mailed, pages, refusable } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { zoneField } from '../../lib/ui/zone-field.ts'
import { mayRank } from '../../policy.ts'
import { getBallot } from '../core/queries.ts'
import { roundRules } from '../rules.ts'
import { noonFrom, notAZone, readLocal } from '../zones.ts'
import { rankRequests, undoPublishing } from './actions.ts'
import { countVoters, findUsual, listOpenVotes, listRankable } from './queries.ts'
import { tickedAtOnce, usualSeats } from './rules.ts'
import { RankPage } from './views.tsx'

const t = textsOf('ballots', 'ranking')
const pageWords = textsOf('ballots', 'pagesPage')

const positive = (most: number) =>
  whole().refine((value) => value >= 1 && value <= most, { error: () => pageWords.aWholeNumberFrom1To({ most }) })

const usualBudget = 50
const RankForm = z.object({
  groupId: whole().optional(),
  requestId: many(whole()).refine((ids) => new Set(ids).size > 1, { error: () => t.atLeastTwo }),
  title: line(200),
  electorate: z.enum(['group', 'institutions']),
  closesAt: line(30),
  zone: zoneField(notAZone).optional(),
  rule: z.enum(roundRules.round_one).default('scottish-stv'),
  seats: orNone(positive(500)),
  budget: usually(positive(10_000), usualBudget),
  secrecy: z.enum(['anonymous', 'public']).default('anonymous'),
  publish: tick(),
})

const week = 7 * 86_400_000

async function ownGroups(c: C) {
  const groups = (await listOpenGroups(c.var.db)).filter(({ id }) => mayRank(c.var.actor, id))
  if (groups.length === 0) throw new NotFound(refusals.thereIsNoSuchPage)
  return askedFirst(c, groups)
}

/** The form, with the requests that the address names, or that its filter finds. */
async function showNew(c: C) {
  const { db, actor } = c.var
  const groups = await ownGroups(c)
  const [group] = groups
  if (!group) throw new NotFound(refusals.thereIsNoSuchPage)
  const ids = (c.req.queries('request') ?? []).map(Number).filter((id) => Number.isSafeInteger(id) && id > 0)
  const [{ requests, total }, usual, voters] = await Promise.all([
    listRankable(db, actor, { groupId: group.id, query: c.req.query(), ids }),
    findUsual(db, group.id),
    countVoters(db, group.id, actor.at),
  ])
  const chosen = ids.length > 0 || total <= tickedAtOnce ? idsOf(requests) : []
  const asBefore = usual && voters[usual.electorate] > 0 ? usual.electorate : undefined
  const values = {
    requestId: chosen.map(String),
    electorate: asBefore ?? (voters.group > 1 ? 'group' : 'institutions'),
    closesAt: noonFrom(new Date(actor.at.getTime() + week), actor.zone),
    rule: roundRules.round_one.find((rule) => rule === usual?.rule) ?? 'scottish-stv',
    budget: String(usualBudget),
    secrecy: usual?.secrecy ?? 'anonymous',
  }
  const votes = await listOpenVotes(db, actor, idsOf(requests))
  return c.var.page(
    t.title,
    <RankPage {...{ groups, group, requests, total, voters, votes, values }} zone={actor.zone} query={new URL(c.req.url).search} />,
  )
}

export const rankingPages = pages()
  .get('/ballots/new', (c) => showNew(c))
  .post('/ballots', act('work', 'rankRequests', 'Ask a group to rank requests', RankForm), async (c) => {
    const { actor, site, write } = c.var
    const [first] = await ownGroups(c)
    return refusable(c, () => showNew(c)).take(RankForm, async ({ groupId = first?.id ?? 0, requestId, zone = actor.zone, ...facts }) => {
      const closesAt = readLocal(facts.closesAt, zone, 'closesAt')
      const seats = facts.seats ?? usualSeats(requestId.length)
      const id = await write((tx) =>
        rankRequests(tx, actor, site.secret, { ...facts, groupId, requestIds: requestId, zone, closesAt, seats }),
      )
      return done(c, `/ballots/${id}`, mailed(c, t.opened), id)
    })
  })
  .post('/ballots/:ballot/undo-public', act('work', 'undoPublicRequests', 'Undo that a ballot made its requests public'), async (c) => {
    const { db, actor, write } = c.var
    const ballot = await getBallot(db, actor, idOf(c, 'ballot'))
    const n = await write((tx) => undoPublishing(tx, actor, ballot.id))
    return done(c, `/ballots/${ballot.id}`, t.notPublicAgain({ n }))
  })
