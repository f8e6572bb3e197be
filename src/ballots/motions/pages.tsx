import * as z from 'zod'
import { NotFound } from '../../errors.ts'
import { listOpenGroups } from '../../groups/queries.ts'
import { line, lines, whole } from '../../lib/ui/forms.ts'
import { act, askedFirst, type C, done, idOf, mailed, pages, refusable } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { zoneField } from '../../lib/ui/zone-field.ts'
import { mayCollate } from '../../policy.ts'
import { getOwnBallot } from '../core/queries.ts'
import { onBallot } from '../pages.tsx'
import { noonFrom, notAZone, readLocal } from '../zones.ts'
import { object, proposeMotion, putToVote, withdrawObjection } from './actions.ts'
import { NewMotionPage } from './views.tsx'

const t = textsOf('ballots', 'motions')

const percent = () => whole().refine((value) => value >= 1 && value <= 100, { error: () => t.aWholeNumberFrom1To })
const MotionForm = z.object({
  groupId: whole().optional(),
  title: line(200),
  question: lines(10_000),
  way: z.enum(['consent', 'vote']),
  quorum: percent().optional(),
  secrecy: z.enum(['anonymous', 'public']),
  closesAt: line(30),
  zone: zoneField(notAZone),
})
const ReasonForm = z.object({ reason: lines(4_000) })
const VoteForm = z.object({ closesAt: line(30), quorum: percent().optional() })

const week = 7 * 86_400_000

async function ownGroups(c: C) {
  const groups = (await listOpenGroups(c.var.db)).filter(({ id }) => mayCollate(c.var.actor, id))
  if (groups.length === 0) throw new NotFound(refusals.thereIsNoSuchPage)
  return groups
}

async function showNew(c: C) {
  const { zone, at } = c.var.actor
  const closesAt = noonFrom(new Date(at.getTime() + week), zone)
  return c.var.page(t.proposeAMotion, <NewMotionPage groups={askedFirst(c, await ownGroups(c))} closesAt={closesAt} zone={zone} />)
}

export const motionPages = pages()
  .get('/motions/new', (c) => showNew(c))
  .post('/motions', act('will', 'proposeMotion', 'Propose a motion', MotionForm), async (c) => {
    const [first] = await ownGroups(c)
    return refusable(c, () => showNew(c)).take(MotionForm, async ({ way, groupId = first?.id ?? 0, ...facts }) => {
      const closesAt = readLocal(facts.closesAt, facts.zone, 'closesAt')
      const motion = { ...facts, groupId, byConsent: way === 'consent', closesAt }
      const id = await c.var.write((tx) => proposeMotion(tx, c.var.actor, c.var.site.secret, motion))
      return done(c, `/ballots/${id}`, mailed(c, t.motionProposedEveryMember), id)
    })
  })
  .post('/ballots/:ballot/objection', act('person', 'Object to a motion', ReasonForm), (c) =>
    onBallot(c, 'objection').take(ReasonForm, async ({ reason }) => {
      await c.var.write((tx) => object(tx, c.var.actor, idOf(c, 'ballot'), reason))
      return done(c, `/ballots/${idOf(c, 'ballot')}`, mailed(c, t.objectionRecordedGroupGets))
    }),
  )
  .post('/ballots/:ballot/objection/withdraw', act('person', 'Withdraw my objection'), async (c) => {
    await c.var.write((tx) => withdrawObjection(tx, c.var.actor, idOf(c, 'ballot')))
    return done(c, `/ballots/${idOf(c, 'ballot')}`, t.objectionWithdrawn)
  })
  .post('/ballots/:ballot/vote', act('will', 'putMotionToVote', 'Put a motion to the vote', VoteForm), async (c) => {
    const { zone } = await getOwnBallot(c.var.db, c.var.actor, idOf(c, 'ballot'))
    return onBallot(c, 'vote').take(VoteForm, async ({ closesAt, quorum }) => {
      const vote = { closesAt: readLocal(closesAt, zone, 'closesAt'), quorum }
      const id = await c.var.write((tx) => putToVote(tx, c.var.actor, c.var.site.secret, idOf(c, 'ballot'), vote))
      return done(c, `/ballots/${id}`, mailed(c, t.motionPutVoteEveryMember), id)
    })
  })
