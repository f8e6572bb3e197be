import * as z from 'zod'
import { NotFound } from '../../errors.ts'
import { pagesOf } from '../../lib/db/rows.ts'
import { line, readForm, whole } from '../../lib/ui/forms.ts'
import { act, bodyOf, done, idOf, ownPath, pageOf, pages } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { getCycle } from '../cycles/queries.ts'
import { getTriagedWish } from '../wishes/queries.ts'
import { mergeAlike, sayUnlike, tieToRequest } from './actions.ts'
import { countUnlike, listPairs } from './queries.ts'
import { AlikePage } from './views.tsx'

const t = textsOf('ballots', 'similar')
const triage = textsOf('ballots', 'wishes')

const UnlikeForm = z.object({ other: whole(), back: line(200).optional() })
const MergeForm = UnlikeForm.extend({ staying: whole() })
const AboutForm = z.object({ requestId: whole() })

const limit = 20
export const alikePages = pages()
  .get('/cycles/:cycle/alike', async (c) => {
    const { db, actor } = c.var
    const cycle = await getCycle(db, actor, idOf(c, 'cycle'))
    if (!cycle.inGroup && !cycle.mayRun) throw new NotFound(refusals.thereIsNoSuchPage)
    const [pairs, settled] = await Promise.all([listPairs(db, cycle), countUnlike(db, cycle.id)])
    const page = pageOf(c)
    const shown = pairs.slice((page - 1) * limit, page * limit)
    return c.var.page(
      t.alike,
      <AlikePage {...{ cycle, settled, page }} pairs={shown} pages={pagesOf(pairs.length, limit)} total={pairs.length} />,
    )
  })
  .post('/wishes/:wish/unlike', act('work', 'separateRequestsOfCycle', 'Mark two requests as different', UnlikeForm), async (c) => {
    await getTriagedWish(c.var.db, c.var.actor, idOf(c, 'wish'))
    const { other, back } = readForm(UnlikeForm, await bodyOf(c))
    await c.var.write((tx) => sayUnlike(tx, c.var.actor, idOf(c, 'wish'), other))
    return done(c, ownPath(back, `/wishes/${idOf(c, 'wish')}`), t.requestsMarkedAsDifferent)
  })
  .post('/wishes/:wish/merge', act('work', 'mergeRequestsOfCycle', 'Merge two similar requests of a cycle', MergeForm), async (c) => {
    await getTriagedWish(c.var.db, c.var.actor, idOf(c, 'wish'))
    const { other, staying, back } = readForm(MergeForm, await bodyOf(c))
    const title = await c.var.write((tx) => mergeAlike(tx, c.var.actor, idOf(c, 'wish'), other, staying))
    return done(c, ownPath(back, `/wishes/${staying}`), triage.decisionSavedAuthorGetsEmail({ title }))
  })
  .post(
    '/wishes/:wish/request',
    act('work', 'linkRequestOfCycle', 'Link a request of a cycle to an existing request', AboutForm),
    async (c) => {
      await getTriagedWish(c.var.db, c.var.actor, idOf(c, 'wish'))
      const { requestId } = readForm(AboutForm, await bodyOf(c))
      await c.var.write((tx) => tieToRequest(tx, c.var.actor, idOf(c, 'wish'), requestId))
      return done(c, `/wishes/${idOf(c, 'wish')}`, t.linkedToRequest({ requestId }))
    },
  )
