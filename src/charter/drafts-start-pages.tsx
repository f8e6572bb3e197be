import * as z from 'zod'
import { NotFound } from '../errors.ts'
import { idsOf } from '../lib/db/rows.ts'
import { line, lines, whole } from '../lib/ui/forms.ts'
import { act, bodyOf, type C, done, idOf, pages, refusable } from '../lib/ui/web.tsx'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { mayKeepCharter } from '../policy.ts'
import { todayOf } from '../time.ts'
import { setReview, startDraft } from './clauses/actions.ts'
import type { Beginning } from './clauses/beginning.ts'
import { isSteered } from './clauses/offers-queries.ts'
import { type Pasted, splitText } from './clauses/paste-rules.ts'
import { findDraft, getCharterGroup, getVersionById, listCharterGroups, listInForce } from './clauses/queries.ts'
import { firstClauses } from './clauses/template-rules.ts'
import { charterPath } from './clauses/views.tsx'
import { draftPath } from './drafts-offers.tsx'
import { StartPage } from './drafts-views.tsx'

const t = textsOf('charter', 'drafts')

const StartForm = z.object({
  group: line(60),
  from: z.enum(['in_force', 'few', 'template', 'other', 'empty', 'paste']),
  /** The group whose charter is copied. */
  other: whole().optional(),
  text: lines(200_000).optional(),
})
const ReviewForm = z.object({ reviewOn: z.iso.date() })

async function showStart(c: C, slug: string | undefined) {
  const { db, actor } = c.var
  const group = await getCharterGroup(db, actor, slug)
  if (!mayKeepCharter(actor, group.id)) throw new NotFound(refusals.thereIsNoSuchPage)
  const draft = await findDraft(db, actor, group.id)
  if (draft && !c.var.refused) return c.redirect(draftPath(draft.id), 303)
  const all = await listCharterGroups(db)
  const inForce = await listInForce(db, idsOf(all), todayOf(actor))
  return c.var.page(
    t.writeCharter,
    <StartPage
      group={group}
      few={firstClauses({ steered: await isSteered(db, group) }).length}
      current={inForce.find(({ groupId }) => groupId === group.id)}
      others={all.filter(({ id }) => id !== group.id && inForce.some(({ groupId }) => groupId === id))}
    />,
  )
}

const beginningOf = ({ from, text = '', other = 0 }: z.output<typeof StartForm>): Beginning =>
  from === 'paste' ? { from, text } : from === 'other' ? { from, other } : { from }

/** What of a text that was pasted is no clause, so that nobody looks for it. */
const sayLeft = ({ title, preamble, left }: Pasted): string =>
  [
    title && t.leftOutBecausePageAlready({ title }),
    preamble && t.textBeforeFirstClauseNow,
    left.length > 0 && t.leftOutTheseTableColumns({ left: left.join(', ') }),
  ]
    .filter(Boolean)
    .join(' ')

/** Where the next version of a charter begins, and when the one in force is reviewed. */
export const draftStartPages = pages()
  .get('/charter/edit', (c) => showStart(c, c.req.query('group')))
  .post('/charter/drafts', act('work', 'beginCharterDraft', 'Begin the next version of a charter', StartForm), async (c) => {
    const { db, actor } = c.var
    const body = await bodyOf(c)
    const slug = typeof body.group === 'string' ? body.group : undefined
    const group = await getCharterGroup(db, actor, slug)
    if (!mayKeepCharter(actor, group.id)) throw new NotFound(refusals.thereIsNoSuchPage)
    return refusable(c, () => showStart(c, group.slug), body.from === 'other' ? 'other' : 'paste').take(StartForm, async (form) => {
      const { from, text = '' } = form
      const id = await c.var.write((tx) => startDraft(tx, actor, group, beginningOf(form)))
      return done(c, draftPath(id), [t.draftCreated, from === 'paste' && sayLeft(splitText(text))].filter(Boolean).join(' '))
    })
  })
  .post(
    '/charter/versions/:version/review',
    act('work', 'setCharterReviewDay', 'Set when a charter is reviewed', ReviewForm),
    async (c) => {
      const version = await getVersionById(c.var.db, c.var.actor, idOf(c, 'version'), { keep: true })
      return refusable(c, () => showStart(c, version.group.slug), 'review').take(ReviewForm, async ({ reviewOn }) => {
        await c.var.write((tx) => setReview(tx, c.var.actor, version.id, reviewOn))
        return done(c, charterPath(version.group.slug), t.saved)
      })
    },
  )
