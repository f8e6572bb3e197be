import { createRoute, z } from '@hono/zod-openapi'
import { does, id, made, makes, needs, routes, says, takes } from '../lib/ui/api.ts'
import { line, lines } from '../lib/ui/texts.ts'
import { todayOf } from '../time.ts'
import { addClause, adopt, changeClause, changeDraft, discardDraft, moveClause, removeClause, startDraft } from './clauses/actions.ts'
import { getCharterGroup, getVersionById, listClauses, listVersions } from './clauses/queries.ts'
import { clauseKinds, longestClause, stateOf } from './clauses/rules.ts'
import { ByDecision, Charter, inGroup, Made, ofDraft } from './findings/shapes-api.ts'

export const draftsApi = routes()

const ofClause = ofDraft.extend({ clause: id() })

draftsApi.openapi(
  createRoute({
    method: 'post',
    path: '/groups/{group}/charter/drafts',
    operationId: 'createCharterDraft',
    summary: 'Begin the next version: from the one in force, the template, another group’s, a text, or nothing',
    ...needs('write', 'work'),
    request: {
      params: inGroup,
      body: takes(
        z.object({
          from: z.enum(['in_force', 'few', 'template', 'other', 'empty', 'paste']),
          text: lines(200_000).default(''),
          other: z.number().int().optional().openapi({ description: 'The group whose charter is copied.' }),
        }),
      ),
    },
    responses: makes(Made, 'The draft.'),
  }),
  async (c) => {
    const { db, write, actor } = c.var
    const group = await getCharterGroup(db, actor, c.req.valid('param').group)
    const { from, text: pasted, other = 0 } = c.req.valid('json')
    const begun = from === 'paste' ? { from, text: pasted } : from === 'other' ? { from, other } : { from }
    return made(c, { id: await write((tx) => startDraft(tx, actor, group, begun)) }, ({ id }) => `/charter/drafts/${id}`)
  },
)

draftsApi.openapi(
  createRoute({
    method: 'get',
    path: '/charter/drafts/{draft}',
    operationId: 'getCharterDraft',
    summary: 'A draft with its clauses',
    ...needs('read'),
    request: { params: ofDraft },
    responses: says(Charter, 'The draft.'),
  }),
  async (c) => {
    const { db, actor } = c.var
    const draft = await getVersionById(db, actor, c.req.valid('param').draft)
    const versions = await listVersions(db, draft.groupId, { drafts: true })
    const state = stateOf(draft, versions, todayOf(actor))
    return c.json(Charter.parse({ ...draft, state, clauses: await listClauses(db, [draft.id]) }), 200)
  },
)

draftsApi.openapi(
  createRoute({
    method: 'put',
    path: '/charter/drafts/{draft}',
    operationId: 'updateCharterDraft',
    summary: 'Change the text around the clauses of a draft',
    ...needs('write', 'work'),
    request: { params: ofDraft, body: takes(z.object({ preamble: lines(longestClause).default(''), note: lines(2_000).default('') })) },
    responses: does('Saved.'),
  }),
  async (c) => {
    await c.var.write((tx) => changeDraft(tx, c.var.actor, c.req.valid('param').draft, c.req.valid('json')))
    return c.body(null, 204)
  },
)

draftsApi.openapi(
  createRoute({
    method: 'delete',
    path: '/charter/drafts/{draft}',
    operationId: 'discardCharterDraft',
    summary: 'Discard a draft',
    ...needs('write', 'work'),
    request: { params: ofDraft },
    responses: does('Thrown away.'),
  }),
  async (c) => {
    await c.var.write((tx) => discardDraft(tx, c.var.actor, c.req.valid('param').draft))
    return c.body(null, 204)
  },
)

draftsApi.openapi(
  createRoute({
    method: 'post',
    path: '/charter/drafts/{draft}/clauses',
    operationId: 'addClause',
    summary: 'Add a clause to a draft',
    ...needs('write', 'work'),
    request: {
      params: ofDraft,
      body: takes(z.object({ number: line(12).min(1).optional(), kind: z.enum(clauseKinds), text: lines(longestClause).min(1) })),
    },
    responses: makes(Made, 'The clause.'),
  }),
  async (c) =>
    made(
      c,
      { id: await c.var.write((tx) => addClause(tx, c.var.actor, c.req.valid('param').draft, c.req.valid('json'))) },
      () => `/charter/drafts/${c.req.valid('param').draft}`,
    ),
)

draftsApi.openapi(
  createRoute({
    method: 'put',
    path: '/charter/drafts/{draft}/clauses/{clause}',
    operationId: 'updateClause',
    summary: 'Change a clause of a draft',
    ...needs('write', 'work'),
    request: {
      params: ofClause,
      body: takes(
        z.object({
          number: line(12).min(1),
          kind: z.enum(clauseKinds),
          text: lines(longestClause).min(1),
          revision: z
            .number()
            .int()
            .optional()
            .openapi({ description: 'The one that the change was made on; 409 where there is a newer.' }),
        }),
      ),
    },
    responses: does('Changed.'),
  }),
  async (c) => {
    const { draft, clause } = c.req.valid('param')
    const { revision, ...changed } = c.req.valid('json')
    await c.var.write((tx) => changeClause(tx, c.var.actor, draft, clause, changed, revision))
    return c.body(null, 204)
  },
)

draftsApi.openapi(
  createRoute({
    method: 'post',
    path: '/charter/drafts/{draft}/clauses/{clause}/move',
    operationId: 'moveClause',
    summary: 'Move a clause of a draft up or down',
    ...needs('write', 'work'),
    request: { params: ofClause, body: takes(z.object({ to: z.enum(['up', 'down']) })) },
    responses: does('Moved.'),
  }),
  async (c) => {
    const { draft, clause } = c.req.valid('param')
    await c.var.write((tx) => moveClause(tx, c.var.actor, draft, clause, c.req.valid('json').to))
    return c.body(null, 204)
  },
)

draftsApi.openapi(
  createRoute({
    method: 'delete',
    path: '/charter/drafts/{draft}/clauses/{clause}',
    operationId: 'removeClause',
    summary: 'Remove a clause from a draft',
    ...needs('write', 'work'),
    request: { params: ofClause },
    responses: does('Taken out.'),
  }),
  async (c) => {
    const { draft, clause } = c.req.valid('param')
    await c.var.write((tx) => removeClause(tx, c.var.actor, draft, clause))
    return c.body(null, 204)
  },
)

draftsApi.openapi(
  createRoute({
    method: 'post',
    path: '/charter/drafts/{draft}/adopt',
    operationId: 'adoptCharterDraft',
    summary: 'Adopt a draft by a decision',
    ...needs('write', 'will'),
    request: {
      params: ofDraft,
      body: takes(ByDecision.extend({ inForceOn: z.iso.date(), reviewOn: z.iso.date().nullable().default(null) })),
    },
    responses: does('Adopted.'),
  }),
  async (c) => {
    await c.var.write((tx) => adopt(tx, c.var.actor, c.req.valid('param').draft, c.req.valid('json')))
    return c.body(null, 204)
  },
)
