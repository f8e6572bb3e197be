import { createRoute, z } from '@hono/zod-openapi'
import { cut, id, instant, made, makes, needs, Paging, pageOf, pointNext, readCursor, routes, says, takes } from '../lib/ui/api.ts'
import { line } from '../lib/ui/texts.ts'
import { todayOf } from '../time.ts'
import { setReaders } from './answers/actions.ts'
import { getAnswer, listAnswers } from './answers/queries.ts'
import { recordAnswer } from './answers/recording-actions.ts'
import { answerClasses } from './answers/rules.ts'
import { listCapacities, listCommitments } from './commitments/queries.ts'
import { listReleases } from './commitments/releases-queries.ts'
import { isLate, ledger } from './commitments/rules.ts'
import { listLateAnswers } from './desk/queries.ts'
import { getWorkGroup } from './queries.ts'
import { countPromises, findShowing, listCrossings, readPublicFigures } from './relationship/queries.ts'
import { picture } from './relationship/rules.ts'
import { Given, InGroup } from './shapes-api.ts'

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
    operationId: 'listAnswers',
    summary: 'Answers from the vendor, newest first',
    ...needs('read', { open: true }),
    request: { query: Paging.extend({ request: z.coerce.number().int().optional(), class: z.enum(answerClasses).optional() }) },
    responses: says(pageOf(Answer), 'A page of them.'),
  }),
  async (c) => {
    const query = c.req.valid('query')
    const filter = {
      ...(query.request === undefined ? {} : { requestId: query.request }),
      ...(query.class === undefined ? {} : { class: query.class }),
    }
    const [page = 1] = readCursor(query.cursor, 1) ?? []
    const found = await listAnswers(c.var.db, c.var.actor, filter, { page })
    return c.json({ items: found.answers.map(shownAnswer), next: pointNext(c, page < found.pages ? [page + 1] : undefined) }, 200)
  },
)

vendorApi.openapi(
  createRoute({
    method: 'post',
    path: '/answers',
    operationId: 'recordAnswer',
    summary: 'Record an answer that the vendor gave elsewhere',
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
    responses: makes(z.object({ id: z.number().int() }), 'The answer’s id.'),
  }),
  async (c) => {
    const { db, actor, write } = c.var
    const { group: slug, request: requestId, door, givenOn, givenName, link, ...given } = c.req.valid('json')
    const group = await getWorkGroup(db, actor, slug)
    const facts = { requestId, door, givenOn, givenName, link, given }
    return made(c, { id: await write((tx) => recordAnswer(tx, actor, group.id, facts)) }, ({ id }) => `/answers/${id}`)
  },
)

vendorApi.openapi(
  createRoute({
    method: 'get',
    path: '/answers/{answer}',
    operationId: 'getAnswer',
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
    operationId: 'setAnswerReaders',
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
    path: '/commitments',
    operationId: 'listCommitments',
    summary: 'Promises of the vendor to one of my groups, with figures by year',
    ...needs('read'),
    request: { query: Paging.extend(InGroup.shape) },
    responses: says(
      pageOf(
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
      ).extend({
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
    return c.json({ ...cut(c, c.req.valid('query'), items), account }, 200)
  },
)

vendorApi.openapi(
  createRoute({
    method: 'get',
    path: '/releases',
    operationId: 'listReleases',
    summary: 'The releases of a group’s vendor',
    ...needs('read'),
    request: { query: Paging.extend(InGroup.shape) },
    responses: says(
      pageOf(
        z.object({
          id: z.number().int(),
          product: z.string(),
          name: z.string(),
          onDay: z.iso.date().nullable(),
          deliveries: z.number().int(),
        }),
      ),
      'All of them.',
    ),
  }),
  async (c) => {
    const { db, actor } = c.var
    const group = await getWorkGroup(db, actor, c.req.valid('query').group)
    return c.json(cut(c, c.req.valid('query'), await listReleases(db, group.id)), 200)
  },
)

vendorApi.openapi(
  createRoute({
    method: 'get',
    path: '/groups/{group}/relationship',
    operationId: 'getPublicFigures',
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
    operationId: 'getRelationship',
    summary: 'Waiting times, answers and promises between one of my groups and its vendor',
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
