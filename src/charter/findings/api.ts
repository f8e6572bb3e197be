import { z } from '@hono/zod-openapi'
import { NotFound } from '../../errors.ts'
import { does, lists, Made, makes, needs, routes, says } from '../../lib/ui/api.ts'
import { inDigits } from '../../lib/ui/api-paging.ts'
import { line, lines } from '../../lib/ui/forms.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { todayOf } from '../../time.ts'
import { setReview } from '../clauses/actions.ts'
import { findInForce, getCharterGroup, listClauses, listVersions } from '../clauses/queries.ts'
import { stateOf } from '../clauses/rules.ts'
import { evidencePerPage, listEvidence } from '../records-queries.ts'
import { attest, endWaiver, removeAttestation, shareFinding, waive } from './actions.ts'
import { assess, getLine, readableTo } from './queries.ts'
import { sayFinding } from './say.ts'
import { ByDecision, Charter, ClauseFinding, Evidence, inGroup, Version } from './shapes-api.ts'

const t = textsOf('charter', 'findingsPage')

/** As its reader knows it: a series of meetings that they may not know of has no number either. */
const knownSeries = <C extends { measures: readonly { seriesId: number | null; seriesHidden: boolean }[] }>(clause: C) => ({
  ...clause,
  measures: clause.measures.map((measure) => (measure.seriesHidden ? { ...measure, seriesId: null } : measure)),
})

/** Charters, what their clauses are measured by, and what is found. */
export const findingsApi = routes()

findingsApi.operation('getCharter', 'GET /groups/{group}/charter', {
  summary: 'The charter in force, or another version by its number',
  may: needs('read'),
  params: inGroup,
  query: { number: inDigits(z.int()).optional() },
  answers: says(Charter, 'The charter.'),
  run: async ({ db, actor, params, query: { number } }) => {
    const today = todayOf(actor)
    const group = await getCharterGroup(db, actor, params.group)
    const versions = await listVersions(db, group.id)
    const version = number === undefined ? await findInForce(db, group.id, today) : versions.find((one) => one.number === number)
    if (!version) throw new NotFound(refusals.thereIsNoSuchVersion)
    const clauses = await listClauses(db, [version.id], actor)
    return { ...version, state: stateOf(version, versions, today), clauses: clauses.map(knownSeries) }
  },
})

findingsApi.operation('listCharterVersions', 'GET /groups/{group}/charter/versions', {
  summary: 'All adopted versions, newest first',
  may: needs('read'),
  params: inGroup,
  answers: lists(Version, 'The versions.'),
  run: async ({ db, actor, params }) => {
    const group = await getCharterGroup(db, actor, params.group)
    const versions = await listVersions(db, group.id)
    const today = todayOf(actor)
    return versions.map((one) => ({ ...one, state: stateOf(one, versions, today) }))
  },
})

findingsApi.operation('listCharterFindings', 'GET /groups/{group}/charter/findings', {
  summary: 'What each clause finds today',
  may: needs('read'),
  params: inGroup,
  answers: lists(ClauseFinding, 'The findings.'),
  run: async ({ db, actor, params }) => {
    const group = await getCharterGroup(db, actor, params.group)
    const found = await assess(db, group, actor.at)
    const place = { locale: actor.locale, zone: actor.zone, now: actor.at }
    const seen = found ? readableTo(actor, group, found.clauses) : []
    return seen.map(({ clause, state, found: of }) => ({
      lineId: clause.lineId,
      number: clause.number,
      state,
      found: of.map(({ measure, finding: { last: _, ...finding } }) => ({
        measure: measure.id,
        ...finding,
        says: sayFinding(measure, { ...finding, ...(_ === undefined ? {} : { last: _ }) }, place),
      })),
    }))
  },
})

findingsApi.operation('listClauseEvidence', 'GET /charter/clauses/{line}/evidence', {
  summary: 'The records behind a measure, the newest first',
  may: needs('read'),
  query: { measure: inDigits(z.int()), page: inDigits(z.int().min(1).max(10_000)).default(1) },
  answers: says(Evidence, `At most ${evidencePerPage} records; \`next\` is the page after.`),
  run: async ({ db, actor, params, query: { measure: wanted, page } }) => {
    const line = await getLine(db, actor, params.line)
    const found = line.assessed.found.find(({ measure }) => measure.id === wanted)
    if (!found || !line.mayRead) throw new NotFound(t.thereIsNoSuchMeasure)
    const { evidence, total, hidden, pages } = await listEvidence(db, actor, line.group.id, {
      measure: found.measure,
      lineId: line.assessed.clause.lineId,
      page,
    })
    return { items: evidence, total, hidden, next: page < pages ? page + 1 : null }
  },
})

findingsApi.operation('setCharterReview', 'PUT /charter/versions/{version}/review', {
  summary: 'Set when a charter is reviewed',
  may: needs('write', 'work'),
  body: { reviewOn: z.iso.date() },
  answers: does('Saved.'),
  run: ({ write, actor, params, body }) => write((tx) => setReview(tx, actor, params.version, body.reviewOn)),
})

findingsApi.operation('setClauseReaders', 'PUT /charter/clauses/{line}/readers', {
  summary: 'Set who can read what a clause finds',
  may: needs('write', 'work'),
  body: { readers: z.enum(['group', 'steering', 'public']) },
  answers: does('Saved.'),
  run: ({ write, actor, params, body }) => write((tx) => shareFinding(tx, actor, params.line, body.readers)),
})

findingsApi.operation('waiveClause', 'POST /charter/clauses/{line}/waivers', {
  summary: 'Waive a clause for some days',
  may: needs('write', 'work'),
  body: ByDecision.extend({ fromOn: z.iso.date(), toOn: z.iso.date(), reason: lines(1_000).min(1) }),
  answers: makes(Made, 'The waiver.', '/charter/clauses/{line}/evidence'),
  run: async ({ write, actor, params, body }) => ({ id: await write((tx) => waive(tx, actor, params.line, body)) }),
})

findingsApi.operation('endWaiver', 'POST /charter/waivers/{waiver}/end', {
  summary: 'End a waiver today',
  may: needs('write', 'work'),
  answers: does('Ended.'),
  run: ({ write, actor, params }) => write((tx) => endWaiver(tx, actor, params.waiver)),
})

findingsApi.operation('addClauseLink', 'POST /charter/clauses/{line}/links', {
  summary: 'Record what happened elsewhere, with its link',
  may: needs('write', 'work'),
  body: { onDay: z.iso.date(), title: line(200).min(1), link: line(1_000).min(1) },
  answers: makes(Made, 'The record.', '/charter/clauses/{line}/evidence'),
  run: async ({ write, actor, params, body }) => ({ id: await write((tx) => attest(tx, actor, params.line, body)) }),
})

findingsApi.operation('removeClauseLink', 'DELETE /charter/links/{link}', {
  summary: 'Remove a recorded link',
  may: needs('write', 'work'),
  answers: does('Taken back.'),
  run: ({ write, actor, params }) => write((tx) => removeAttestation(tx, actor, params.link)),
})
