import * as z from 'zod'
import { NotFound } from '../../errors.ts'
import { findAsked } from '../../groups/queries.ts'
import { line, lines, picked } from '../../lib/ui/forms.ts'
import { tableIn } from '../../lib/ui/upload.ts'
import { act, bodyOf, type C, done, idOf, pageOf, pages, refusable, twin } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { mayLead, workOf } from '../../policy.ts'
import { getRequestGroup, listPicks, listReadable } from '../../requests/queries.ts'
import { visibilities } from '../../requests/rules.ts'
import { todayOf } from '../../time.ts'
import { answerFields } from '../desk/pages.tsx'
import { broughtIn, ledGroup, slugOf } from '../group-pages.tsx'
import { findStations } from '../provenance-queries.ts'
import { listDeskGroups } from '../queries.ts'
import { sideOf } from '../signing/actions.ts'
import { AnswerWord, takeWord } from '../signing/pages.tsx'
import { findSigned } from '../signing/queries.ts'
import { listUntold } from '../telling/queries.ts'
import { setReaders } from './actions.ts'
import { type AnswerFilter, getAnswer, listAnswers, listCosts, listPortalCases } from './queries.ts'
import { recordAnswer } from './recording-actions.ts'
import { answerClasses, faultsOf } from './rules.ts'
import { type Taken, takeOldAnswers } from './tables.ts'
import { AnswerPage, AnswersPage, ImportPage, RecordPage } from './views.tsx'

const t = textsOf('advocacy', 'answers')
const pageWords = textsOf('advocacy', 'pages')

const TableForm = z.object({ group: line(40).optional(), file: z.instanceof(File).optional(), pasted: lines(500_000).optional() })

const Recorded = z.object({
  ...answerFields,
  group: line(40).optional(),
  requestId: picked(),
  door: z.enum(['call', 'meeting', 'mail', 'portal']),
  givenOn: z.iso.date(),
  givenName: line(200).default(''),
  link: line(500).default(''),
})
const ReadersForm = z.object({ readers: z.enum(visibilities), from: z.iso.date() })

async function showAnswer(c: C) {
  const { db, actor } = c.var
  const answer = await getAnswer(db, actor, idOf(c, 'answer'))
  const { answers } = await listAnswers(db, actor, { requestId: answer.requestId }, { limit: 50 })
  const stations = await findStations(db, actor, answer.requestId)
  // An answer may be open where the request that it answers is not.
  const opens = (await listReadable(db, actor, [answer.requestId])).length > 0
  // Who works in the group finds on its board what is to be done.
  const outside = opens && answer.holds && !workOf(actor).includes(answer.groupId)
  const mayObject = outside && (await getRequestGroup(db, actor, { id: answer.groupId })).mayContribute
  const [cost] = answer.mayDecide ? await listCosts(db, [answer.requestId]) : []
  const signed = await findSigned(db, actor, answer.groupId, { answerId: answer.id })
  const portal = answer.mayDecide ? await listPortalCases(db, answer.groupId, answer.requestId) : []
  const untold = answer.mayDecide && (await listUntold(db, answer.groupId)).some(({ requestId }) => requestId === answer.requestId)
  return c.var.page(
    answer.request,
    <AnswerPage
      {...{ answer, opens, mayObject, stations, portal, signed, untold }}
      points={cost?.points}
      others={answers.filter(({ id }) => id !== answer.id)}
    />,
  )
}

/** Says all that is wrong with a refused answer itself: nobody is asked for one thing after the other. */
function sayFaults(c: C): void {
  const { refused, actor } = c.var
  const given = z.object(answerFields).safeParse(refused?.typed).data
  if (refused && given) c.set('refused', { ...refused, fields: { ...faultsOf(given, todayOf(actor)), ...refused.fields } })
}

async function showRecord(c: C, slug: string | undefined) {
  sayFaults(c)
  const group = await ledGroup(c, slug)
  const values = { givenOn: todayOf(c.var.actor), requestId: c.req.query('request') ?? '' }
  return c.var.page(t.recordAnswer, <RecordPage {...{ group, values }} picks={await listPicks(c.var.db, c.var.actor, group.id)} />)
}

async function showImport(c: C, slug: string | undefined, { result }: { result?: Taken } = {}) {
  const group = await ledGroup(c, slug)
  return c.var.page(t.importPastAnswers, <ImportPage {...{ group, result }} />)
}

export const answerPages = pages()
  .get('/answers', async (c) => {
    const { db, actor } = c.var
    const query = c.req.query()
    const filter: AnswerFilter = { holds: query.all !== 'on' }
    if (query.q?.trim()) filter.search = query.q.trim().slice(0, 200)
    const chosen = answerClasses.find((one) => one === query.class)
    if (chosen) filter.class = chosen
    const page = pageOf(c)
    const of = await findAsked(db, query.group)
    if (of) filter.groupId = of.id
    const inside = (await listDeskGroups(db, actor)).filter(({ inGroup }) => inGroup)
    const work = of ? inside.find(({ id }) => id === of.id) : (inside.find(({ leads }) => leads) ?? inside[0])
    return c.var.page(
      pageWords.answers.title,
      <AnswersPage {...{ filter, of, page, work }} found={await listAnswers(db, actor, filter, { page })} />,
      { description: pageWords.answers.lead },
    )
  })
  .get('/answers/record', (c) => showRecord(c, c.req.query('group')))
  .post('/answers', twin('will', 'POST /answers'), async (c) => {
    const group = await ledGroup(c, slugOf(await bodyOf(c)))
    return refusable(c, () => showRecord(c, group.slug)).take(Recorded, async (typed) => {
      const { requestId, door, givenOn, givenName, link, group: _, ...given } = typed
      const facts = { requestId, door, givenOn, givenName, link, given }
      const id = await c.var.write((tx) => recordAnswer(tx, c.var.actor, group.id, facts))
      return done(c, `/answers/${id}`, t.answerRecorded, id)
    })
  })
  .get('/answers/import', (c) => showImport(c, c.req.query('group')))
  .post('/answers/import', act('work', 'importAnswers', 'Import answers of earlier years', TableForm, { files: ['file'] }), async (c) => {
    const group = await ledGroup(c, slugOf(await bodyOf(c)))
    return refusable(c, () => showImport(c, group.slug)).run(async (body) => {
      const table = await tableIn(await broughtIn(body, t.chooseAFileOrPasteA))
      const result = await c.var.write((tx) => takeOldAnswers(tx, c.var.actor, group.id, table))
      return showImport(c, group.slug, { result })
    })
  })
  .get('/answers/:answer', (c) => showAnswer(c))
  .post('/answers/:answer/sign', act('will', 'signAnswer', 'Confirm, correct or dispute an answer', AnswerWord), async (c) => {
    const { actor, db } = c.var
    sideOf(actor, (await getAnswer(db, actor, idOf(c, 'answer'))).groupId)
    const { act: said } = await bodyOf(c)
    return refusable(c, () => showAnswer(c), String(said)).take(AnswerWord, (word) => takeWord(c, 'answer', idOf(c, 'answer'), word))
  })
  .post('/answers/:answer/readers', twin('work', 'PUT /answers/{answer}/readers'), async (c) => {
    const answer = await getAnswer(c.var.db, c.var.actor, idOf(c, 'answer'))
    if (!mayLead(c.var.actor, answer.groupId)) throw new NotFound(t.answerNotFound)
    return refusable(c, () => showAnswer(c), 'readers').take(ReadersForm, async ({ readers, from }) => {
      await c.var.write((tx) => setReaders(tx, c.var.actor, idOf(c, 'answer'), readers, new Date(`${from}T00:00:00Z`)))
      return done(c, `/answers/${idOf(c, 'answer')}`, t.saved)
    })
  })
