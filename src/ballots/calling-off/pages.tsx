import * as z from 'zod'
import { Conflict } from '../../errors.ts'
import { line, lines } from '../../lib/ui/forms.ts'
import { act, type C, done, idOf, mailed, pages, refusable } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { countTurnout } from '../core/queries.ts'
import { readLocal, toLocal } from '../zones.ts'
import { callOff, prepareAnew } from './actions.ts'
import { findCalledOff, getCallable } from './queries.ts'
import { whyNotCallOff } from './rules.ts'
import { AnewPage, CallOffPage } from './views.tsx'

const t = textsOf('ballots', 'callingOffPage')

const CallOffForm = z.object({ reason: lines(2_000).default('') })
const AnewForm = z.object({ opensAt: line(30).optional(), closesAt: line(30) })

const week = 7 * 86_400_000

async function showCallOff(c: C) {
  const { db, actor } = c.var
  const ballot = await getCallable(db, actor, idOf(c, 'ballot'))
  const turnout = await countTurnout(db, ballot.id)
  return c.var.page(
    t.callOff({ title: ballot.title }),
    <CallOffPage ballot={ballot} turnout={turnout} whyNot={whyNotCallOff(ballot, actor.at)} />,
  )
}

async function showAnew(c: C) {
  const { db, actor } = c.var
  const ballot = await getCallable(db, actor, idOf(c, 'ballot'))
  const calledOff = await findCalledOff(db, ballot)
  if (!calledOff || calledOff.anew) throw new Conflict(t.cannotRepeatBallotNot)
  // A motion is open at once; anything else opens at noon.
  const later = `${toLocal(new Date(actor.at.getTime() + week), ballot.zone).slice(0, 10)}T12:00`
  const opensAt = ballot.kind === 'motion' ? actor.at : readLocal(later, ballot.zone, 'opensAt')
  // As long as it would have lasted.
  const closesAt = new Date(opensAt.getTime() + ballot.closesAt.getTime() - ballot.opensAt.getTime())
  return c.var.page(
    t.prepareAnew({ title: ballot.title }),
    <AnewPage ballot={ballot} values={{ opensAt: toLocal(opensAt, ballot.zone), closesAt: toLocal(closesAt, ballot.zone) }} />,
  )
}

/** A ballot that is not held after all, and the one that is held instead. */
export const callingOffPages = pages()
  .get('/ballots/:ballot/call-off', (c) => showCallOff(c))
  .post('/ballots/:ballot/call-off', act('work', 'cancelBallot', 'Cancel a ballot before it closes', CallOffForm), async (c) => {
    const { db, write, actor } = c.var
    const ballot = await getCallable(db, actor, idOf(c, 'ballot'))
    return refusable(c, () => showCallOff(c)).take(CallOffForm, async ({ reason }) => {
      await write((tx) => callOff(tx, actor, ballot.id, reason))
      return done(c, `/ballots/${ballot.id}`, mailed(c, t.ballotCancelledEveryone))
    })
  })
  .get('/ballots/:ballot/anew', (c) => showAnew(c))
  .post('/ballots/:ballot/anew', act('work', 'repeatBallot', 'Repeat a cancelled ballot', AnewForm), async (c) => {
    const { db, write, actor } = c.var
    const { id, zone } = await getCallable(db, actor, idOf(c, 'ballot'))
    return refusable(c, () => showAnew(c)).take(AnewForm, async ({ opensAt, closesAt }) => {
      const dates = {
        ...(opensAt ? { opensAt: readLocal(opensAt, zone, 'opensAt') } : {}),
        closesAt: readLocal(closesAt, zone, 'closesAt'),
      }
      const copied = await write((tx) => prepareAnew(tx, actor, c.var.site.secret, id, dates))
      return done(c, `/ballots/${copied}`, t.preparedAnew)
    })
  })
