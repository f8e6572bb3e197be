import { createRoute, z } from '@hono/zod-openapi'
import { id, instant, maybeInstant, needs, routes, says, takes } from '../lib/ui/api.ts'
import { sayKept } from '../lib/ui/kept.ts'
import { line, lines } from '../lib/ui/texts.ts'
import { todayOf } from '../time.ts'
import { recordAnswer, setReaders } from './answers/actions.ts'
import { getAnswer, listAnswers } from './answers/queries.ts'
import { answerClasses } from './answers/rules.ts'
import { getBrief, listBriefs } from './briefs/queries.ts'
import { listCapacities, listCommitments, listReleases } from './commitments/queries.ts'
import { isLate, ledger } from './commitments/rules.ts'
import { answerItem, ask } from './desk/actions.ts'
import { getSubmission, listLateAnswers, listSubmissions } from './desk/queries.ts'
import { getDeskGroup, getWorkGroup } from './queries.ts'
import { countPromises, findShowing, listCrossings, readPublicFigures } from './relationship/queries.ts'
import { picture } from './relationship/rules.ts'

const Visibility = z.enum(['group', 'subscribers', 'public'])
const Signed = z
  .enum(['claimed', 'confirmed', 'corrected', 'disputed'])
  .openapi({ description: 'Said by one side alone, confirmed by the other, corrected and not confirmed since, or disputed.' })
const Answer = z
  .object({
    id: z.number().int(),
    request: z.object({ id: z.number().int(), title: z.string() }),
    class: z.enum(answerClasses),
    reason: z.string(),
    release: z.string(),
    nextReviewOn: z.iso.date().nullable(),
    door: z.string(),
    givenBy: z.string(),
    givenAt: instant(),
    link: z.string(),
    readers: Visibility,
    readersFrom: instant(),
    holds: z.boolean().openapi({ description: 'It is the newest of its request.' }),
    signed: Signed,
  })
  .openapi('Answer')
const Item = z
  .object({
    request: z.object({ id: z.number().int(), title: z.string() }),
    state: z.enum(['answered', 'waiting', 'late', 'asked', 'withdrawn']),
    dueOn: z.iso.date(),
    answer: z.number().int().nullable().openapi({ description: 'The answer’s id.' }),
    note: z.string().openapi({ description: 'Why it is still open, where something came back.' }),
    cost: z.number().int().nullable(),
    questions: z.array(
      z.object({ id: z.number().int(), text: z.string(), askedAt: instant(), answer: z.string().nullable(), answeredAt: maybeInstant() }),
    ),
  })
  .openapi('SubmissionItem')
const SubmissionLine = z
  .object({
    id: z.number().int(),
    title: z.string(),
    submittedAt: instant(),
    dueOn: z.iso.date(),
    items: z.number().int(),
    answered: z.number().int(),
  })
  .openapi('SubmissionLine')
const Given = z.object({
  class: line(60)
    .min(1)
    .openapi({ description: 'planned, in discovery, declined, exists already, needs information, not a product matter' }),
  reason: lines(10_000).min(1),
  release: line(100).default(''),
  nextReview: line(40).default(''),
  cost: line(20).default(''),
  question: lines(5_000).default(''),
  readers: line(60).default(''),
  from: line(40).default(''),
})
const Numbered = z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1) })
const InGroup = z.object({ group: line(40).optional().openapi({ description: 'Its short name; the first of mine where not given.' }) })
const page = { page: z.number().int(), pages: z.number().int(), total: z.number().int() }

const shownAnswer = (row: Awaited<ReturnType<typeof listAnswers>>['answers'][number]) =>
  Answer.parse({
    ...row,
    request: { id: row.requestId, title: row.request },
    release: row.releaseName,
    givenBy: row.giver ?? row.givenName,
  })

/** Briefs, submissions, answers, commitments and the relationship, for programs. */
export const vendorApi = routes()

vendorApi.openapi(
  createRoute({
    method: 'get',
    path: '/answers',
    summary: 'The vendor’s answers that I may read, newest first',
    ...needs('read', { open: true }),
    request: { query: Numbered.extend({ request: z.coerce.number().int().optional(), class: z.enum(answerClasses).optional() }) },
    responses: says(z.object({ items: z.array(Answer), ...page }), 'A page of them.'),
  }),
  async (c) => {
    const query = c.req.valid('query')
    const filter = {
      ...(query.request === undefined ? {} : { requestId: query.request }),
      ...(query.class === undefined ? {} : { class: query.class }),
    }
    const found = await listAnswers(c.var.db, c.var.actor, filter, { page: query.page })
    return c.json({ items: found.answers.map(shownAnswer), page: query.page, pages: found.pages, total: found.total }, 200)
  },
)

vendorApi.openapi(
  createRoute({
    method: 'post',
    path: '/answers',
    summary: 'Record an answer that came outside Rapport',
    ...needs('write', 'will'),
    request: {
      body: takes(
        Given.extend({
          group: line(40).optional(),
          request: z.number().int(),
          door: z.enum(['call', 'meeting', 'mail', 'portal']),
          givenOn: z.iso.date(),
          givenName: line(200).default(''),
          link: line(500).default(''),
        }),
      ),
    },
    responses: says(z.object({ id: z.number().int() }), 'The answer’s id.'),
  }),
  async (c) => {
    const { db, actor, write } = c.var
    const { group: slug, request: requestId, door, givenOn, givenName, link, ...given } = c.req.valid('json')
    const group = await getWorkGroup(db, actor, slug)
    const facts = { requestId, door, givenOn, givenName, link, given }
    return c.json({ id: await write((tx) => recordAnswer(tx, actor, group.id, facts)) }, 200)
  },
)

vendorApi.openapi(
  createRoute({
    method: 'get',
    path: '/answers/{answer}',
    summary: 'One answer',
    ...needs('read', { open: true }),
    request: { params: z.object({ answer: id() }) },
    responses: says(Answer, 'The answer.'),
  }),
  async (c) => c.json(shownAnswer(await getAnswer(c.var.db, c.var.actor, c.req.valid('param').answer)), 200),
)

vendorApi.openapi(
  createRoute({
    method: 'put',
    path: '/answers/{answer}/readers',
    summary: 'Decide who may read an answer, and from when',
    ...needs('write', 'work'),
    request: {
      params: z.object({ answer: id() }),
      body: takes(z.object({ readers: Visibility, from: z.iso.datetime() })),
    },
    responses: says(Answer, 'The answer as it is now.'),
  }),
  async (c) => {
    const { db, actor, write } = c.var
    const { answer } = c.req.valid('param')
    const { readers, from } = c.req.valid('json')
    await write((tx) => setReaders(tx, actor, answer, readers, new Date(from)))
    return c.json(shownAnswer(await getAnswer(db, actor, answer)), 200)
  },
)

vendorApi.openapi(
  createRoute({
    method: 'get',
    path: '/briefs',
    summary: 'The briefs of a group of mine',
    ...needs('read'),
    request: { query: Numbered.extend(InGroup.shape) },
    responses: says(
      z.object({
        items: z.array(
          z.object({
            id: z.number().int(),
            title: z.string(),
            champion: z.string(),
            requests: z.number().int(),
            submittedAt: maybeInstant(),
            closedAt: maybeInstant(),
          }),
        ),
        ...page,
      }),
      'A page of them.',
    ),
  }),
  async (c) => {
    const { db, actor } = c.var
    const query = c.req.valid('query')
    const group = await getWorkGroup(db, actor, query.group)
    const found = await listBriefs(db, group.id, { page: query.page })
    const items = found.briefs.map((brief) => ({
      ...brief,
      submittedAt: brief.submittedAt?.toISOString() ?? null,
      closedAt: brief.closedAt?.toISOString() ?? null,
    }))
    return c.json({ items, page: query.page, pages: found.pages, total: found.total }, 200)
  },
)

vendorApi.openapi(
  createRoute({
    method: 'get',
    path: '/briefs/{brief}',
    summary: 'One brief with its requests',
    ...needs('read'),
    request: { params: z.object({ brief: id() }) },
    responses: says(
      z.object({
        id: z.number().int(),
        title: z.string(),
        purpose: z.string(),
        champion: z.string(),
        requests: z.array(z.object({ id: z.number().int(), title: z.string(), ask: z.string(), evidence: z.string() })),
        versions: z.array(z.number().int()),
        submissions: z.array(z.number().int()),
      }),
      'The brief.',
    ),
  }),
  async (c) => {
    const brief = await getBrief(c.var.db, c.var.actor, c.req.valid('param').brief)
    return c.json(
      {
        ...{ id: brief.id, title: brief.title, purpose: brief.purpose, champion: brief.champion },
        requests: brief.requests.map(({ requestId, title, ask: asks, evidence }) => ({ id: requestId, title, ask: asks, evidence })),
        versions: brief.versions.map(({ number }) => number),
        submissions: brief.submissions.map((one) => one.id),
      },
      200,
    )
  },
)

vendorApi.openapi(
  createRoute({
    method: 'get',
    path: '/submissions',
    summary: 'What was handed over, for the group and the vendor’s guests',
    ...needs('read'),
    request: { query: Numbered.extend(InGroup.shape) },
    responses: says(z.object({ items: z.array(SubmissionLine), ...page }), 'A page of them.'),
  }),
  async (c) => {
    const { db, actor } = c.var
    const query = c.req.valid('query')
    const group = await getDeskGroup(db, actor, query.group)
    const found = await listSubmissions(db, group.id, { page: query.page })
    return c.json(
      { items: z.array(SubmissionLine).parse(found.submissions), page: query.page, pages: found.pages, total: found.total },
      200,
    )
  },
)

vendorApi.openapi(
  createRoute({
    method: 'get',
    path: '/submissions/{submission}',
    summary: 'One submission with each of its requests',
    ...needs('read'),
    request: { params: z.object({ submission: id() }) },
    responses: says(
      z.object({ id: z.number().int(), title: z.string(), submittedAt: instant(), dueOn: z.iso.date(), items: z.array(Item) }),
      'The submission.',
    ),
  }),
  async (c) => {
    const submission = await getSubmission(c.var.db, c.var.actor, c.req.valid('param').submission)
    const items = submission.items.map((item) =>
      Item.parse({
        ...item,
        note: sayKept(item.note),
        request: { id: item.requestId, title: item.title },
        answer: item.answerId,
        cost: item.cost?.points ?? null,
      }),
    )
    const { title } = submission.content
    return c.json({ id: submission.id, title, submittedAt: submission.submittedAt.toISOString(), dueOn: submission.dueOn, items }, 200)
  },
)

vendorApi.openapi(
  createRoute({
    method: 'post',
    path: '/submissions/{submission}/requests/{request}/answer',
    summary: 'Answer a request that was handed over',
    ...needs('write', 'will'),
    request: { params: z.object({ submission: id(), request: id() }), body: takes(Given) },
    responses: says(z.object({ id: z.number().int().nullable() }), 'The answer’s id; null where the same was there already.'),
  }),
  async (c) => {
    const { actor, write } = c.var
    const { submission, request } = c.req.valid('param')
    const given = c.req.valid('json')
    return c.json({ id: (await write((tx) => answerItem(tx, actor, submission, request, given))) ?? null }, 200)
  },
)

vendorApi.openapi(
  createRoute({
    method: 'post',
    path: '/submissions/{submission}/requests/{request}/questions',
    summary: 'Ask the group about a request that was handed over',
    ...needs('write', 'will'),
    request: { params: z.object({ submission: id(), request: id() }), body: takes(z.object({ question: lines(5_000).min(1) })) },
    responses: says(z.object({ asked: z.literal(true) }), 'The group is asked.'),
  }),
  async (c) => {
    const { actor, write } = c.var
    const { submission, request } = c.req.valid('param')
    await write((tx) => ask(tx, actor, submission, request, c.req.valid('json').question))
    return c.json({ asked: true as const }, 200)
  },
)

vendorApi.openapi(
  createRoute({
    method: 'get',
    path: '/commitments',
    summary: 'What the vendor has promised to a group of mine, with the account by years',
    ...needs('read'),
    request: { query: InGroup },
    responses: says(
      z.object({
        items: z.array(
          z.object({
            id: z.number().int(),
            request: z.object({ id: z.number().int(), title: z.string() }),
            product: z.string(),
            year: z.number().int(),
            points: z.number().int(),
            dueOn: z.iso.date().nullable(),
            state: z.enum(['committed', 'delivered', 'dropped', 'carried']),
            late: z.boolean(),
            signed: Signed,
          }),
        ),
        account: z.array(
          z.object({
            year: z.number().int(),
            capacity: z.number().int().nullable(),
            committed: z.number().int(),
            delivered: z.number().int(),
            open: z.number().int(),
            late: z.number().int(),
            dropped: z.number().int(),
            carried: z.number().int(),
          }),
        ),
      }),
      'All of them.',
    ),
  }),
  async (c) => {
    const { db, actor } = c.var
    const group = await getWorkGroup(db, actor, c.req.valid('query').group)
    const today = todayOf(actor)
    const [rows, capacities] = await Promise.all([listCommitments(db, group.id), listCapacities(db, group.id)])
    const account = ledger(
      rows.map((row) => ({ ...row, carriedIn: row.carriedFrom !== null })),
      capacities,
      today,
    )
    const items = rows.map((row) => ({ ...row, request: { id: row.requestId, title: row.title }, late: isLate(row, today) }))
    return c.json({ items, account }, 200)
  },
)

vendorApi.openapi(
  createRoute({
    method: 'get',
    path: '/releases',
    summary: 'The releases of a group’s vendor',
    ...needs('read'),
    request: { query: InGroup },
    responses: says(
      z.object({
        items: z.array(
          z.object({
            id: z.number().int(),
            product: z.string(),
            name: z.string(),
            onDay: z.iso.date().nullable(),
            deliveries: z.number().int(),
          }),
        ),
      }),
      'All of them.',
    ),
  }),
  async (c) => {
    const { db, actor } = c.var
    const group = await getWorkGroup(db, actor, c.req.valid('query').group)
    return c.json({ items: await listReleases(db, group.id) }, 200)
  },
)

vendorApi.openapi(
  createRoute({
    method: 'get',
    path: '/groups/{group}/relationship',
    summary: 'The public figures between a group and its vendor',
    ...needs('read', { open: true }),
    request: { params: z.object({ group: line(40) }) },
    responses: says(
      z
        .object({
          handed: z.number().int(),
          answered: z.number().int(),
          answeredLate: z.number().int().openapi({ description: 'Answers that came after their day.' }),
          late: z.number().int().openapi({ description: 'Answers that are late today.' }),
          vendorDays: z.number().nullable(),
          byClass: z.array(z.object({ class: z.enum(answerClasses), count: z.number().int(), days: z.number() })),
          ownQuestionDays: z.number().nullable(),
          ownTellingDays: z.number().nullable(),
          ownCheckDays: z.number().nullable(),
          confirmed: z.number().int().openapi({ description: 'Answers that both sides have confirmed.' }),
          disputed: z.number().int(),
          commitments: z.number().int(),
          commitmentsConfirmed: z.number().int(),
          commitmentsDisputed: z.number().int(),
          delivered: z.number().int(),
          meetings: z.number().int(),
          quarters: z.array(z.object({ name: z.string(), handed: z.number().int(), answered: z.number().int() })),
        })
        .openapi('RelationshipFigures', {
          description: 'Of public requests with public answers, commitments told to everybody and public meetings. Days are medians.',
        }),
      'The figures, where the group shows them to everybody; who decides about it may look before.',
    ),
  }),
  async (c) => {
    const { db, actor } = c.var
    const { group } = await findShowing(db, actor, c.req.valid('param').group)
    const { seen, promises, rhythm } = await readPublicFigures(db, group.id, actor.at)
    const { vendorDays = null, asking, telling, ...counts } = seen
    return c.json(
      {
        ...{ handed: counts.handed, answered: counts.answered, answeredLate: counts.answeredLate, late: counts.late },
        ...{ byClass: counts.byClass, quarters: counts.quarters, meetings: rhythm.meetings },
        ...{
          vendorDays,
          ownQuestionDays: asking.days ?? null,
          ownTellingDays: telling.days ?? null,
          ownCheckDays: promises.checking.days ?? null,
        },
        ...{ confirmed: counts.confirmed, disputed: counts.disputed },
        ...{ commitmentsConfirmed: promises.confirmed, commitmentsDisputed: promises.disputed },
        ...{ commitments: promises.commitments, delivered: promises.delivered },
      },
      200,
    )
  },
)

vendorApi.openapi(
  createRoute({
    method: 'get',
    path: '/relationship',
    summary: 'Waits, answers and promises between a group of mine and its vendor',
    ...needs('read'),
    request: { query: InGroup },
    responses: says(
      z.object({
        handed: z.number().int(),
        answered: z.number().int(),
        late: z.array(z.object({ request: z.number().int(), title: z.string(), dueOn: z.iso.date() })),
        vendorDays: z.number().nullable(),
        byClass: z.array(z.object({ class: z.enum(answerClasses), count: z.number().int(), days: z.number() })),
        ownQuestionDays: z.number().nullable(),
        ownTellingDays: z.number().nullable(),
        commitments: z.number().int(),
        delivered: z.number().int(),
      }),
      'The picture.',
    ),
  }),
  async (c) => {
    const { db, actor } = c.var
    const group = await getWorkGroup(db, actor, c.req.valid('query').group)
    const [crossings, promises, late] = await Promise.all([
      listCrossings(db, group.id),
      countPromises(db, group.id, actor.at),
      listLateAnswers(db, group.id, actor.at),
    ])
    const seen = picture(crossings, todayOf(actor))
    return c.json(
      {
        ...{ handed: seen.handed, answered: seen.answered, byClass: seen.byClass },
        late: late.map(({ requestId, title, dueOn }) => ({ request: requestId, title, dueOn })),
        vendorDays: seen.vendorDays ?? null,
        ownQuestionDays: seen.asking.days ?? null,
        ownTellingDays: seen.telling.days ?? null,
        commitments: promises.commitments,
        delivered: promises.delivered,
      },
      200,
    )
  },
)
