import { z } from '@hono/zod-openapi'
import { instant, lists, Made, makes, named, needs, pages, routes, says } from '../lib/ui/api.ts'
import { inDigits } from '../lib/ui/api-paging.ts'
import { line } from '../lib/ui/forms.ts'
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
const Answer = named('Answer', {
  id: z.int(),
  request: z.object({ id: z.int(), title: z.string() }),
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

const shownAnswer = (row: Awaited<ReturnType<typeof listAnswers>>['answers'][number]) => ({
  ...row,
  request: { id: row.requestId, title: row.request },
  release: row.releaseName,
  givenBy: row.giver ?? row.givenName,
})

/** Briefs, submissions, answers, commitments and the relationship, for programs. */
export const vendorApi = routes()

vendorApi.operation('listAnswers', 'GET /answers', {
  summary: 'Answers from the vendor, newest first',
  may: needs('read', { open: true }),
  query: { request: inDigits(z.int()).optional(), class: z.enum(answerClasses).optional() },
  answers: pages(Answer, 'A page of them.'),
  run: async ({ db, actor, query: { page, limit, request, class: asked } }) => {
    const filter = { ...(request !== undefined && { requestId: request }), ...(asked !== undefined && { class: asked }) }
    const found = await listAnswers(db, actor, filter, { page, limit })
    return { items: found.answers.map(shownAnswer), pages: found.pages }
  },
})

vendorApi.operation('recordAnswer', 'POST /answers', {
  summary: 'Record an answer that the vendor gave elsewhere',
  may: needs('write', 'will'),
  body: Given.extend({
    group: line(40).optional(),
    request: z.int(),
    door: z.enum(['call', 'meeting', 'mail', 'portal']),
    givenOn: z.iso.date(),
    givenName: line(200).default(''),
    link: line(500).default(''),
  }),
  answers: makes(Made, 'The answer’s id.', '/answers/{id}'),
  run: async ({ db, actor, write, body: { group: slug, request: requestId, door, givenOn, givenName, link, ...given } }) => {
    const group = await getWorkGroup(db, actor, slug)
    const facts = { requestId, door, givenOn, givenName, link, given }
    return { id: await write((tx) => recordAnswer(tx, actor, group.id, facts)) }
  },
})

vendorApi.operation('getAnswer', 'GET /answers/{answer}', {
  summary: 'One answer',
  may: needs('read', { open: true }),
  answers: says(Answer, 'The answer.'),
  run: async ({ db, actor, params }) => shownAnswer(await getAnswer(db, actor, params.answer)),
})

vendorApi.operation('setAnswerReaders', 'PUT /answers/{answer}/readers', {
  summary: 'Decide who may read an answer, and from when',
  may: needs('write', 'work'),
  body: { readers: Visibility, from: z.iso.datetime() },
  answers: says(Answer, 'The answer as it is now.'),
  run: async ({ db, actor, write, params: { answer }, body: { readers, from } }) => {
    await write((tx) => setReaders(tx, actor, answer, readers, new Date(from)))
    return shownAnswer(await getAnswer(db, actor, answer))
  },
})

vendorApi.operation('listCommitments', 'GET /commitments', {
  summary: 'Promises of the vendor to one of my groups, with figures by year',
  may: needs('read'),
  query: InGroup,
  answers: lists(
    z.object({
      id: z.int(),
      request: z.object({ id: z.int(), title: z.string() }),
      product: z.string(),
      year: z.int(),
      points: z.int(),
      dueOn: z.iso.date().nullable(),
      state: z.enum(['committed', 'delivered', 'dropped', 'carried']),
      late: z.boolean(),
      signed: Signed,
    }),
    'All of them.',
    {
      account: z.array(
        z.object({
          year: z.int(),
          capacity: z.int().nullable(),
          committed: z.int(),
          delivered: z.int(),
          open: z.int(),
          late: z.int(),
          dropped: z.int(),
          carried: z.int(),
        }),
      ),
    },
  ),
  run: async ({ db, actor, query }) => {
    const group = await getWorkGroup(db, actor, query.group)
    const today = todayOf(actor)
    const [rows, capacities] = await Promise.all([listCommitments(db, group.id), listCapacities(db, group.id)])
    const account = ledger(
      rows.map((row) => ({ ...row, carriedIn: row.carriedFrom !== null })),
      capacities,
      today,
    )
    const items = rows.map((row) => ({ ...row, request: { id: row.requestId, title: row.title }, late: isLate(row, today) }))
    return { items, account }
  },
})

vendorApi.operation('listReleases', 'GET /releases', {
  summary: 'The releases of a group’s vendor',
  may: needs('read'),
  query: InGroup,
  answers: lists(
    z.object({
      id: z.int(),
      product: z.string(),
      name: z.string(),
      onDay: z.iso.date().nullable(),
      deliveries: z.int(),
    }),
    'All of them.',
  ),
  run: async ({ db, actor, query }) => {
    const group = await getWorkGroup(db, actor, query.group)
    return listReleases(db, group.id)
  },
})

vendorApi.operation('getPublicFigures', 'GET /groups/{group}/relationship', {
  summary: 'The public figures between a group and its vendor',
  may: needs('read', { open: true }),
  params: { group: line(40) },
  answers: says(
    z
      .object({
        handed: z.int(),
        answered: z.int(),
        answeredLate: z.int().openapi({ description: 'Answers that came after their day.' }),
        late: z.int().openapi({ description: 'Answers that are late today.' }),
        vendorDays: z.number().nullable(),
        byClass: z.array(z.object({ class: z.enum(answerClasses), count: z.int(), days: z.number() })),
        ownQuestionDays: z.number().nullable(),
        ownTellingDays: z.number().nullable(),
        ownCheckDays: z.number().nullable(),
        confirmed: z.int().openapi({ description: 'Answers that both sides have confirmed.' }),
        disputed: z.int(),
        commitments: z.int(),
        commitmentsConfirmed: z.int(),
        commitmentsDisputed: z.int(),
        delivered: z.int(),
        meetings: z.int(),
        quarters: z.array(z.object({ name: z.string(), handed: z.int(), answered: z.int() })),
      })
      .openapi('RelationshipFigures', {
        description: 'Of public requests with public answers, commitments told to everybody and public meetings. Days are medians.',
      }),
    'The figures, where the group shows them to everybody; who decides about it may look before.',
  ),
  run: async ({ db, actor, params }) => {
    const { group } = await findShowing(db, actor, params.group)
    const { seen, promises, rhythm } = await readPublicFigures(db, group.id, actor.at)
    return {
      ...seen,
      vendorDays: seen.vendorDays ?? null,
      ownQuestionDays: seen.asking.days ?? null,
      ownTellingDays: seen.telling.days ?? null,
      ownCheckDays: promises.checking.days ?? null,
      commitments: promises.commitments,
      commitmentsConfirmed: promises.confirmed,
      commitmentsDisputed: promises.disputed,
      delivered: promises.delivered,
      meetings: rhythm.meetings,
    }
  },
})

vendorApi.operation('getRelationship', 'GET /relationship', {
  summary: 'Waiting times, answers and promises between one of my groups and its vendor',
  may: needs('read'),
  query: InGroup,
  answers: says(
    z.object({
      handed: z.int(),
      answered: z.int(),
      late: z.array(z.object({ request: z.int(), title: z.string(), dueOn: z.iso.date() })),
      vendorDays: z.number().nullable(),
      byClass: z.array(z.object({ class: z.enum(answerClasses), count: z.int(), days: z.number() })),
      ownQuestionDays: z.number().nullable(),
      ownTellingDays: z.number().nullable(),
      commitments: z.int(),
      delivered: z.int(),
    }),
    'The picture.',
  ),
  run: async ({ db, actor, query }) => {
    const group = await getWorkGroup(db, actor, query.group)
    const [crossings, promises, late] = await Promise.all([
      listCrossings(db, group.id),
      countPromises(db, group.id, actor.at),
      listLateAnswers(db, group.id, actor.at),
    ])
    const seen = picture(crossings, todayOf(actor))
    return {
      ...seen,
      late: late.map((one) => ({ ...one, request: one.requestId })),
      vendorDays: seen.vendorDays ?? null,
      ownQuestionDays: seen.asking.days ?? null,
      ownTellingDays: seen.telling.days ?? null,
      commitments: promises.commitments,
      delivered: promises.delivered,
    }
  },
})
