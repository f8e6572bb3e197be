import type { Actor } from '../../actor.ts'
import { missing } from '../../errors.ts'
import { listFiles } from '../../files/queries.ts'
import { type Db, idsOf } from '../../lib/db/rows.ts'
import { refusals } from '../../lib/ui/words.ts'
import { mayCollate, mayContribute } from '../../policy.ts'
import { collatorsRead, countCasesOf, listCasesOf, sourcesFor } from '../cases/queries.ts'
import type { Audience } from '../cases/rules.ts'
import { isFollowing, listComments } from '../comments-queries.ts'
import { getRequest, getRequestGroup, listCaseNumbers, listLinks, listMerged, listRequestChoices } from '../core/queries.ts'
import { listProposalsOf } from '../merging-queries.ts'
import { listDestinations, listMoves } from '../moving-queries.ts'
import { listNotes } from '../notes-queries.ts'
import { listPicks } from '../picking-queries.ts'
import { findLike } from '../similar-queries.ts'
import {
  countSupportOverTime,
  findOwnVoice,
  listConsortia,
  listInstitutionsOf,
  listOtherSupport,
  listSupporters,
} from '../support/queries.ts'
import { findMentions } from './mentions-queries.ts'

/** The institutions that a concern affects, as entered, with the versions that they run. */
const listAffected = (db: Db, requestId: number) =>
  db
    .selectFrom('requestAffected')
    .innerJoin('sharedOrganisation as organisation', 'organisation.id', 'requestAffected.organisationId')
    .select(['organisation.id', 'organisation.name', 'organisation.country', 'requestAffected.versions'])
    .where('requestId', '=', requestId)
    .orderBy('organisation.name')
    .execute()

/** Votes and answers of the years before Rapport, as they came in. */
async function listPast(db: Db, requestId: number) {
  const [votes, answers] = await Promise.all([
    db.selectFrom('pastVote').selectAll().where('requestId', '=', requestId).orderBy('onDay').orderBy('id').execute(),
    db.selectFrom('pastAnswer').selectAll().where('requestId', '=', requestId).orderBy('onDay').orderBy('id').execute(),
  ])
  return { votes, answers }
}

/** The readers before whom a request's words stand when this person reads it: the narrowest circle that they are in. */
export function audienceFor(actor: Actor, group: { id: number; listIds: number[] }): Audience {
  if (mayCollate(actor, group.id)) return 'group'
  return group.listIds.some((id) => actor.listIds.includes(id)) ? 'subscribers' : 'public'
}

/** The same by the group that a case was told: of another group's, whoever is not in it reads what everybody may. */
export const audienceIn =
  (actor: Actor, group: { id: number; listIds: number[] }) =>
  (groupId: number): Audience =>
    groupId === group.id ? audienceFor(actor, group) : collatorsRead(actor)(groupId)

async function readSupport(db: Db, actor: Actor, request: { id: number; rootId: number }) {
  const supporters = await listSupporters(db, request.id)
  const ids = supporters.map(({ organisationId }) => organisationId)
  const [others, months, consortia, own, institutions] = await Promise.all([
    listOtherSupport(db, request.id),
    countSupportOverTime(db, request.id, request.rootId, actor.at),
    listConsortia(db, ids, actor.at),
    actor.personId === null ? undefined : findOwnVoice(db, request.rootId, actor.personId),
    actor.personId === null ? [] : listInstitutionsOf(db, actor.personId, actor.at),
  ])
  return { supporters, others, months, consortia, own, institutions }
}

/**
 * Everything of a request that this person may see: support and comments for those on the lists who are not the vendor's, notes and what
 * looks like it for those who collate.
 * @throws NotFound
 */
export async function readRecord(db: Db, actor: Actor, id: number) {
  const request = await getRequest(db, actor, id)
  const group = await getRequestGroup(db, actor, { id: request.groupId })
  const collates = group.mayCollate
  const [collated, counted, links, merged, proposals, numbers, affected, past, comments, files, moves] = await Promise.all([
    listCasesOf(db, id, audienceIn(actor, group)),
    countCasesOf(db, id),
    listLinks(db, actor, id),
    listMerged(db, actor, id),
    collates ? listProposalsOf(db, id) : [],
    listCaseNumbers(db, id, request.rootId),
    listAffected(db, id),
    listPast(db, id),
    group.mayContribute ? listComments(db, { requestId: id }, collates) : [],
    listFilesOf(db, id, group),
    listMoves(db, id),
  ])
  const support = mayContribute(actor, group) ? await readSupport(db, actor, request) : undefined
  const [notes, choices, picks, elsewhere] = collates
    ? await Promise.all([
        listNotes(db, actor, id),
        listRequestChoices(db, request.groupId, actor.at),
        listPicks(db, actor, request.groupId),
        listDestinations(db, request.groupId),
      ])
    : []
  const cases = collated.map((one) => ({ ...one, sources: sourcesFor(actor, one.sources) }))
  // A number that only a hidden case names would tell of it.
  const shownCases = new Set(idsOf(cases))
  const shownNumbers = numbers.filter(({ caseId }) => caseId === null || shownCases.has(caseId))
  // As many more as are left out below, so that these take nobody's place.
  const known = new Set([...idsOf(links), ...idsOf(merged)])
  const similar =
    collates && request.mergedIntoId === null
      ? (await findLike(db, actor, request.groupId, id, { limit: 5 + known.size })).filter((one) => !known.has(one.id)).slice(0, 5)
      : undefined
  const mentions = await findMentions(db, actor, request, [request.text, ...comments.map(({ text }) => text)])
  const following = actor.personId !== null && (await isFollowing(db, id, actor.personId))
  return {
    request,
    group,
    cases,
    counted,
    links,
    merged,
    proposals,
    numbers: shownNumbers,
    affected,
    past,
    comments,
    files,
    moves,
    movable: elsewhere !== undefined && elsewhere.length > 0,
    support,
    notes,
    choices,
    picks: picks?.filter((one) => one.id !== id),
    similar,
    following,
    mentions,
    reader: actor.personId,
    now: actor.at,
  }
}

/** The files of a request, each with the comment that it came with; who may not read a comment has none of its. */
async function listFilesOf(db: Db, requestId: number, { mayContribute, mayCollate }: { mayContribute: boolean; mayCollate: boolean }) {
  const rows = await db
    .selectFrom('requestFile')
    .leftJoin('requestComment', 'requestComment.id', 'requestFile.commentId')
    .select(['requestFile.fileId', 'requestFile.commentId'])
    .where('requestFile.requestId', '=', requestId)
    .where('requestFile.removedAt', 'is', null)
    .$if(!mayContribute, (query) => query.where('requestFile.commentId', 'is', null))
    .$if(!mayCollate, (query) => query.where((e) => e.or([e('requestComment.id', 'is', null), e('requestComment.within', '=', false)])))
    .execute()
  const comments = new Map(rows.map(({ fileId, commentId }) => [fileId, commentId]))
  const files = await listFiles(db, [...comments.keys()])
  return files.map((file) => ({ ...file, commentId: comments.get(file.id) ?? null }))
}

/**
 * One file of a request that this person may see.
 * @throws NotFound
 */
export async function getRequestFile(db: Db, actor: Actor, requestId: number, fileId: number) {
  const { groupId } = await getRequest(db, actor, requestId)
  const group = await getRequestGroup(db, actor, { id: groupId })
  return (await listFilesOf(db, requestId, group)).find(({ id }) => id === fileId) ?? missing(refusals.thereIsNoSuchFile)
}
