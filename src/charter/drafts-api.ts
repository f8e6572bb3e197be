import { z } from '@hono/zod-openapi'
import { does, Made, makes, needs, routes, says } from '../lib/ui/api.ts'
import { line, lines } from '../lib/ui/forms.ts'
import { todayOf } from '../time.ts'
import { addClause, adopt, changeClause, changeDraft, discardDraft, moveClause, removeClause, startDraft } from './clauses/actions.ts'
import { getCharterGroup, getVersionById, listClauses, listVersions } from './clauses/queries.ts'
import { clauseKinds, longestClause, stateOf } from './clauses/rules.ts'
import { ByDecision, Charter, inGroup } from './findings/shapes-api.ts'

export const draftsApi = routes()

draftsApi.operation('createCharterDraft', 'POST /groups/{group}/charter/drafts', {
  summary: 'Begin the next version: from the one in force, the template, another group’s, a text, or nothing',
  may: needs('write', 'work'),
  params: inGroup,
  body: {
    from: z.enum(['in_force', 'few', 'template', 'other', 'empty', 'paste']),
    text: lines(200_000).default(''),
    other: z.int().optional().openapi({ description: 'The group whose charter is copied.' }),
  },
  answers: makes(Made, 'The draft.', '/charter/drafts/{id}'),
  run: async ({ db, write, actor, params, body: { from, text: pasted, other = 0 } }) => {
    const group = await getCharterGroup(db, actor, params.group)
    const begun = from === 'paste' ? { from, text: pasted } : from === 'other' ? { from, other } : { from }
    return { id: await write((tx) => startDraft(tx, actor, group, begun)) }
  },
})

draftsApi.operation('getCharterDraft', 'GET /charter/drafts/{draft}', {
  summary: 'A draft with its clauses',
  may: needs('read'),
  answers: says(Charter, 'The draft.'),
  run: async ({ db, actor, params }) => {
    const draft = await getVersionById(db, actor, params.draft)
    const versions = await listVersions(db, draft.groupId, { drafts: true })
    const state = stateOf(draft, versions, todayOf(actor))
    return { ...draft, state, clauses: await listClauses(db, [draft.id], actor) }
  },
})

draftsApi.operation('updateCharterDraft', 'PUT /charter/drafts/{draft}', {
  summary: 'Change the text around the clauses of a draft',
  may: needs('write', 'work'),
  body: { preamble: lines(longestClause).optional(), note: lines(2_000).optional() },
  answers: does('Saved.'),
  run: ({ write, actor, params, body }) => write((tx) => changeDraft(tx, actor, params.draft, body)),
})

draftsApi.operation('discardCharterDraft', 'DELETE /charter/drafts/{draft}', {
  summary: 'Discard a draft',
  may: needs('write', 'work'),
  answers: does('Thrown away.'),
  run: ({ write, actor, params }) => write((tx) => discardDraft(tx, actor, params.draft)),
})

draftsApi.operation('addClause', 'POST /charter/drafts/{draft}/clauses', {
  summary: 'Add a clause to a draft',
  may: needs('write', 'work'),
  body: { number: line(12).min(1).optional(), kind: z.enum(clauseKinds), text: lines(longestClause).min(1) },
  answers: makes(Made, 'The clause.', '/charter/drafts/{draft}'),
  run: async ({ write, actor, params, body }) => ({ id: await write((tx) => addClause(tx, actor, params.draft, body)) }),
})

draftsApi.operation('updateClause', 'PUT /charter/drafts/{draft}/clauses/{clause}', {
  summary: 'Change a clause of a draft',
  may: needs('write', 'work'),
  body: {
    number: line(12).min(1),
    kind: z.enum(clauseKinds),
    text: lines(longestClause).min(1),
    revision: z.int().optional().openapi({ description: 'The one that the change was made on; 409 where there is a newer.' }),
  },
  answers: does('Changed.'),
  run: ({ write, actor, params: { draft, clause }, body: { revision, ...changed } }) =>
    write((tx) => changeClause(tx, actor, draft, clause, changed, revision)),
})

draftsApi.operation('moveClause', 'POST /charter/drafts/{draft}/clauses/{clause}/move', {
  summary: 'Move a clause of a draft up or down',
  may: needs('write', 'work'),
  body: { to: z.enum(['up', 'down']) },
  answers: does('Moved.'),
  run: ({ write, actor, params: { draft, clause }, body }) => write((tx) => moveClause(tx, actor, draft, clause, body.to)),
})

draftsApi.operation('removeClause', 'DELETE /charter/drafts/{draft}/clauses/{clause}', {
  summary: 'Remove a clause from a draft',
  may: needs('write', 'work'),
  answers: does('Taken out.'),
  run: ({ write, actor, params: { draft, clause } }) => write((tx) => removeClause(tx, actor, draft, clause)),
})

draftsApi.operation('adoptCharterDraft', 'POST /charter/drafts/{draft}/adopt', {
  summary: 'Adopt a draft by a decision',
  may: needs('write', 'will'),
  body: ByDecision.extend({ inForceOn: z.iso.date(), reviewOn: z.iso.date().nullable().default(null) }),
  answers: does('Adopted.'),
  run: ({ write, actor, params, body }) => write((tx) => adopt(tx, actor, params.draft, body)),
})
