// The form of a request: for a new one and for changing one, with what is like it.
import { NotFound } from '../errors.ts'
import { AlikeFound } from '../lib/ui/alike.tsx'
import { readForm } from '../lib/ui/forms.ts'
import { Titled } from '../lib/ui/parts.tsx'
import { act, bodyOf, type C, done, idOf, inWords, onlyPages, pages, refusable } from '../lib/ui/web.tsx'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { mayContribute } from '../policy.ts'
import { changeRequest, makeRequest } from './actions.ts'
import { getCase } from './cases/queries.ts'
import { countOpenComments } from './comments-queries.ts'
import { getCollatedGroup, getCollatedRequest, listCaseNumbers, listRequestChoices } from './core/queries.ts'
import { linesOf, RequestChange, RequestForm } from './forms.tsx'
import { askedGroup } from './group-choice.tsx'
import { requestPath } from './parts.tsx'
import { groupOf } from './picking-pages.tsx'
import { setRequestNumbers } from './record/actions.ts'
import { findSimilar, readAhead } from './similar-queries.ts'
import { alikeThings, typedSoFar } from './similar-rules.ts'
import { RequestFormPage } from './writing-views.tsx'

const t = textsOf('requests', 'writing')

async function showForm(
  c: C,
  {
    id,
    values,
    similar,
    cases,
  }: {
    id?: number
    values?: Record<string, string>
    similar?: Awaited<ReturnType<typeof findSimilar>>
    cases?: { id: number; title: string }[]
  },
) {
  const { db, actor } = c.var
  const request = id === undefined ? undefined : await getCollatedRequest(db, actor, id)
  const group = await getCollatedGroup(db, actor, request ? { id: request.groupId } : askedGroup(c))
  readAhead(db, group.id)
  const [choices, numbers] = await Promise.all([
    listRequestChoices(db, group.id, actor.at),
    request ? listCaseNumbers(db, request.id, request.rootId) : [],
  ])
  return c.var.page(
    request ? t.changeRequest({ id: request.id }) : t.newRequest,
    <RequestFormPage
      group={group}
      choices={choices}
      request={request}
      comments={request?.visibility === 'group' ? await countOpenComments(db, request.id) : 0}
      numbers={numbers.filter(({ caseId }) => caseId === null).map(({ number }) => number)}
      values={values}
      similar={similar}
      cases={cases}
    />,
  )
}

/** Ids as an address or a form that was refused brings them. */
const idsIn = (typed: string | string[] | undefined) =>
  [typed ?? []]
    .flat()
    .map(Number)
    .filter((id) => Number.isSafeInteger(id) && id > 0)

/** Cases that a new request begins with, as they were chosen on the page before; one that was withdrawn since cannot be. */
async function casesFor(c: C, ids: number[]) {
  const cases = await Promise.all(ids.slice(0, 200).map((id) => getCase(c.var.db, c.var.actor, id)))
  return cases.filter(({ state }) => state !== 'withdrawn').map(({ id, title, problem, areaId }) => ({ id, title, problem, areaId }))
}

const similarTo = (c: C, groupId: number, typed: { title?: string; text?: string; numbers?: string }, id?: number) =>
  findSimilar(c.var.db, c.var.actor, groupId, {
    id,
    title: typed.title ?? '',
    text: typed.text ?? '',
    numbers: linesOf(typed.numbers ?? ''),
  })

/** Saves the form of a request, or shows it again: with what is wrong, or with what looks like it. */
async function saveRequest(c: C, id?: number) {
  const { db, actor, write } = c.var
  const group = id === undefined ? await getCollatedGroup(db, actor, askedGroup(c)) : undefined
  const request = id === undefined ? undefined : await getCollatedRequest(db, actor, id)
  const again = async () => showForm(c, { id, cases: await casesFor(c, idsIn(c.var.refused?.typed.cases)) })
  return refusable(c, again).run(async (body) => {
    const typed = id === undefined ? readForm(RequestForm, body) : readForm(RequestChange, body)
    const { note, seen, keepComments, cases, look, numbers, ...facts } = typed
    if (look) {
      const similar = await similarTo(c, group?.id ?? request?.groupId ?? 0, { ...facts, numbers }, id)
      return showForm(c, {
        id,
        values: Object.fromEntries(Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))),
        similar,
        cases: await casesFor(c, cases),
      })
    }
    const made = await write(async (tx) => {
      if (id === undefined) {
        const made = await makeRequest(tx, actor, group?.id ?? 0, { ...facts, text: facts.text ?? '' }, { caseIds: cases })
        if (numbers) await setRequestNumbers(tx, actor, made, linesOf(numbers))
        return made
      }
      await changeRequest(tx, actor, id, facts, { seen: seen ?? 0, note, keepComments })
      if (numbers !== undefined) await setRequestNumbers(tx, actor, id, linesOf(numbers))
      return id
    })
    return done(c, requestPath(made), id === undefined ? t.requestCreated : t.saved)
  })
}

/** A new request. */
export const makeRequestForm = inWords(act('will', 'makeRequest', 'Make a request, or see similar ones', RequestForm))

/** A new request, what is like it, and the change of one. */
export const requestWritingPages = pages()
  .get('/requests/new', async (c) => {
    const cases = await casesFor(c, idsIn(c.req.queries('case')))
    const [first] = cases
    const values = first && { title: first.title, text: first.problem, areaId: first.areaId === null ? '' : String(first.areaId) }
    return showForm(c, { cases, values })
  })
  .post('/requests/similar', onlyPages('work', 'It changes nothing, and shows what stands in the list of requests.'), async (c) => {
    const group = await groupOf(c)
    if (!mayContribute(c.var.actor, group)) throw new NotFound(refusals.thereIsNoSuchPage)
    const typed = typedSoFar(await bodyOf(c))
    const little = typed.title.length + typed.text.length < 4
    const of = Number(c.req.query('of')) || undefined
    const list = <AlikeFound things={little ? [] : alikeThings(await similarTo(c, group.id, typed, of))} />
    if (c.req.header('hx-request')) return c.html(list)
    return c.var.page(
      t.similarRequests,
      <Titled title={t.similarRequests} lead={t.likeWhatYouWrote}>
        {list}
      </Titled>,
    )
  })
  .post('/requests', makeRequestForm, (c) => saveRequest(c))
  .post('/requests/:request', act('work', 'editRequest', 'Change a request', RequestChange), (c) => saveRequest(c, idOf(c, 'request')))
  .get('/requests/:request/edit', (c) => showForm(c, { id: idOf(c, 'request') }))
