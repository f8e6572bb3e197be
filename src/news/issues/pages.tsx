import * as z from 'zod'
import { NotFound } from '../../errors.ts'
import { bringIntoText } from '../../files/actions.ts'
import { renderPdf } from '../../lib/print/pdf.ts'
import { sendFile } from '../../lib/ui/download.ts'
import { formatDay, type Locale } from '../../lib/ui/format.ts'
import { type FormBody, ifSent, keeping, line, lines, many, orNone, readForm, whole } from '../../lib/ui/forms.ts'
import { act, bodyOf, type C, done, idOf, pageOf, pages, refusable, yearIn } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { findDraft } from '../../people/queries.ts'
import { mayReadArchive } from '../../policy.ts'
import { todayOf } from '../../time.ts'
import { compose, settleLine, settleRest } from '../compose/actions.ts'
import { embargoShape, embargoWith, language, readEmbargo, visibility } from '../fields.tsx'
import { writingGroups } from '../pages.tsx'
import { doVerb, publishingOf, verbActs, verbs } from '../publishing-pages.tsx'
import { listCorrections, listMailings } from '../queries.ts'
import { nextPeriod } from '../rules.ts'
import { newsWords } from '../words.ts'
import { beginIssue, changeIssue, chooseItems } from './actions.ts'
import { ComposePage } from './compose-view.tsx'
import { printIssue } from './print.ts'
import {
  findAround,
  findLastIssue,
  getIssue,
  getWritableIssue,
  listChoosable,
  listIssueItems,
  listIssues,
  listIssueYears,
  listLines,
} from './queries.ts'
import { IssuePage, IssuesPage, NewIssuePage } from './views.tsx'

const t = textsOf('news', 'issues')

const IssueForm = z.object({
  title: line(200),
  fromOn: z.iso.date(),
  toOn: z.iso.date(),
  language,
  visibility,
  lead: lines(20_000).default(''),
  group: line(40).optional(),
  ...embargoShape,
})
// What is out keeps its period, language and readers; its form does not ask for them.
const ChangeForm = z.object({
  ...keeping(IssueForm.shape),
  embargoTime: orNone(embargoShape.embargoTime.unwrap()),
  fromOn: ifSent(z.iso.date()),
  toOn: ifSent(z.iso.date()),
  language: ifSent(language),
  visibility: ifSent(visibility),
  version: whole(),
})
const LineForm = z.object({ state: z.enum(['open', 'taken', 'left']), text: ifSent(lines(2_000)) })
const RestForm = z.object({ state: z.enum(['taken', 'left']) })
const ItemsForm = z.object({ items: ifSent(many(whole())) })

const numberIn = (c: C): number => (/^\d{1,9}$/.test(c.req.param('number') ?? '') ? Number(c.req.param('number')) : 0)

async function showIssue(c: C) {
  const { db, actor } = c.var
  const issue = await getIssue(db, actor, numberIn(c))
  const [lines, items, corrections, mailings, around] = await Promise.all([
    listLines(db, issue.id, { printed: true }),
    listIssueItems(db, actor, issue.id),
    listCorrections(db, { issueId: issue.id }),
    listMailings(db, { issueId: issue.id }),
    findAround(db, actor, issue.number),
  ])
  return c.var.page(
    issue.title,
    <IssuePage
      {...{ issue, lines, items, corrections, around }}
      mailings={mailings.filter((list) => mayReadArchive(actor, { ...list, id: list.listId }))}
    />,
  )
}

/** The issue on paper. */
async function sendPdf(c: C, number: number): Promise<Response> {
  const { db, actor, site } = c.var
  const issue = await getIssue(db, actor, number)
  if (issue.state === 'withdrawn') throw new NotFound(t.thereIsNoSuchIssue)
  const lines = await listLines(db, issue.id, { printed: true })
  const pdf = renderPdf(printIssue(issue, lines, await listIssueItems(db, actor, issue.id), site.baseUrl))
  return sendFile(c, { name: `news-in-brief-${issue.number}.pdf`, type: 'application/pdf', size: pdf.length }, pdf)
}

async function showCompose(c: C) {
  const { db, actor } = c.var
  const issue = await getWritableIssue(db, actor, numberIn(c))
  const [lines, choosable, items] = await Promise.all([
    listLines(db, issue.id),
    listChoosable(db, issue.groupId, issue.id),
    listIssueItems(db, actor, issue.id),
  ])
  const publishing = await publishingOf(c, { number: issue.number })
  const draft = await findDraft(db, actor, `/news/issues/${issue.number}/compose`)
  return c.var.page(issue.title, <ComposePage {...{ issue, lines, choosable, publishing, draft }} chosen={items.map(({ id }) => id)} />)
}

async function showNew(c: C) {
  const { db, actor } = c.var
  const { groups, first: group } = await writingGroups(c)
  const last = await findLastIssue(db, group.id)
  const period = nextPeriod(last?.toOn, todayOf(actor))
  const chosen = (last?.language ?? actor.locale) as Locale
  const values = {
    ...period,
    title: `${newsWords(chosen).issueList}, ${formatDay({ locale: chosen }, period.toOn, 'month')}`,
    language: chosen,
    visibility: last?.visibility ?? 'public',
    group: group.slug,
  }
  return c.var.page(
    t.startIssue,
    <NewIssuePage {...{ groups, values }} draft={await findDraft(c.var.db, actor, '/news/issues/new')} zone={actor.zone} />,
  )
}

async function begin(c: C): Promise<Response> {
  const { write, actor } = c.var
  const { groups, first } = await writingGroups(c)
  return refusable(c, () => showNew(c)).take(IssueForm, async (form) => {
    const group = groups.find(({ slug }) => slug === form.group) ?? first
    const lead = await bringIntoText(c.var, (await bodyOf(c)).file, form.lead)
    const number = await write(async (tx) => {
      const begun = await beginIssue(tx, actor, group.id, { ...form, lead, ...readEmbargo(form) })
      await compose(tx, actor, begun)
      return begun
    })
    return done(c, `/news/issues/${number}/compose`, t.issueStartedSuggested, number)
  })
}

/** Something is done with an issue that is being written; what was refused stands beside its field. */
async function take(
  c: C,
  perform: (body: FormBody, number: number) => Promise<{ said: string; at?: string }>,
  form: string,
): Promise<Response> {
  const issue = await getWritableIssue(c.var.db, c.var.actor, numberIn(c))
  return refusable(c, () => showCompose(c), form).run(async (body) => {
    const { said, at = '' } = await perform(body, issue.number)
    return done(c, `/news/issues/${issue.number}/compose${at}`, said)
  })
}

const save = (c: C) =>
  take(
    c,
    async (body, number) => {
      const { db, write, actor } = c.var
      const form = readForm(ChangeForm, body, actor.locale)
      const issue = await getWritableIssue(db, actor, number)
      const lead = form.lead === undefined ? issue.lead : await bringIntoText(c.var, body.file, form.lead)
      const text = {
        fromOn: form.fromOn ?? issue.fromOn,
        toOn: form.toOn ?? issue.toOn,
        language: form.language ?? issue.language,
        visibility: form.visibility ?? issue.visibility,
        ...readEmbargo({ ...form, ...embargoWith(issue, form) }),
      }
      await write(async (tx) => {
        const before = await changeIssue(tx, actor, number, form.version, { ...text, title: form.title, lead })
        const other =
          before.fromOn !== text.fromOn ||
          before.toOn !== text.toOn ||
          before.language !== text.language ||
          before.visibility !== text.visibility
        if (other && before.state !== 'published') await compose(tx, actor, number)
      })
      return { said: t.saved }
    },
    'issue-form',
  )

async function settle(c: C): Promise<Response> {
  const id = idOf(c, 'line')
  const issue = await getWritableIssue(c.var.db, c.var.actor, numberIn(c))
  if (!(await listLines(c.var.db, issue.id)).some((line) => line.id === id)) throw new NotFound(t.thereIsNoSuchSentence)
  return take(
    c,
    async (body, number) => {
      // The form that edits sends a text; the buttons send none.
      const change = readForm(LineForm, body)
      await c.var.write((tx) => settleLine(tx, c.var.actor, number, id, change))
      return { said: change.state === 'taken' ? t.lineTaken : change.state === 'left' ? t.leftOut : t.putBack, at: `#line-${id}` }
    },
    `edit-${id}`,
  )
}

export const issuePages = pages()
  .get('/news/issues', async (c) => {
    const { db, actor } = c.var
    const [year, page] = [yearIn(c), pageOf(c)]
    const [found, years] = await Promise.all([
      listIssues(db, actor, year === undefined ? {} : { year }, { page }),
      listIssueYears(db, actor),
    ])
    return c.var.page(newsWords(actor.locale).issueList, <IssuesPage {...{ found, years, year, page }} />)
  })
  .get('/news/issues/new', (c) => showNew(c))
  .post('/news/issues', act('work', 'beginNewsIssue', 'Begin an issue', IssueForm, { files: ['file'] }), (c) => begin(c))
  .get('/news/issues/:number', (c) => {
    const [, number] = /^(\d{1,9})\.pdf$/.exec(c.req.param('number')) ?? []
    return number === undefined ? showIssue(c) : sendPdf(c, Number(number))
  })
  .post('/news/issues/:number/edit', act('work', 'editNewsIssue', 'Change an issue', ChangeForm), (c) => save(c))
  .get('/news/issues/:number/compose', (c) => showCompose(c))
  .post('/news/issues/:number/compose', act('work', 'fillNewsIssue', 'Fill an issue from the record'), (c) =>
    take(
      c,
      async (_, number) => {
        const { added, changed } = await c.var.write((tx) => compose(tx, c.var.actor, number))
        return { said: added + changed === 0 ? t.thereNothingNewSuggest : t.newChanged({ added, changed }) }
      },
      'issue-form',
    ),
  )
  .post(
    '/news/issues/:number/rest',
    act('work', 'settleNewsIssue', 'Use or leave out everything that is open in an issue', RestForm),
    (c) =>
      take(
        c,
        async (body, number) => {
          const { state } = readForm(RestForm, body)
          const count = await c.var.write((tx) => settleRest(tx, c.var.actor, number, state))
          return { said: state === 'taken' ? t.taken({ count }) : t.leftOut2({ count }) }
        },
        'issue-form',
      ),
  )
  .post(
    '/news/issues/:number/lines/:line',
    act('work', 'editNewsIssueLine', 'Use, leave out or reword a line of an issue', LineForm),
    (c) => settle(c),
  )
  .post('/news/issues/:number/items', act('work', 'chooseNewsIssueItems', 'Choose the news of an issue', ItemsForm), (c) =>
    take(
      c,
      async (body, number) => {
        const { items } = readForm(ItemsForm, body)
        await c.var.write((tx) => chooseItems(tx, c.var.actor, number, items))
        return { said: t.kept, at: '#items' }
      },
      'choose',
    ),
  )

const acts = verbActs('NewsIssue')
for (const name of Object.keys(verbs) as (keyof typeof verbs)[])
  issuePages.post(`/news/issues/:number/${name}`, acts[name], (c) =>
    doVerb(c, name, { number: numberIn(c) }, { to: `/news/issues/${numberIn(c)}/compose`, show: () => showCompose(c) }),
  )
