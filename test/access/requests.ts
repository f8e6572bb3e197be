import { sealToken } from '../../src/lib/token/seal.ts'
import type { Access } from '../access.ts'
import { caseAgain, kept, requestsImportAgain, viewAgain, voiceAgain } from './kept-things.ts'
import { commentAgain, things } from './things.ts'

const signIn = 303
const api = '/api/v1'
/** The working group collates; to all others there is nothing to collate. */
const group = (status: number) => ({ maria: status, modesto: status, carla: status, lena: status })
/** Those on the list and the group contribute. */
const all = (status: number) => ({ susi: status, ...group(status) })

/**
 * As `fillRequests` leaves them: request 1 for those on the lists, with user case 1; request 2, which may be merged into it (merge 1);
 * request 3 for everybody; story 1.
 */
export const requestsAccess: Access = {
  'GET /requests': { path: () => '/requests?order=support', expect: { others: 200 } },
  'GET /requests/export.xlsx': { path: () => '/requests/export.xlsx?group=lectio', expect: { visitor: signIn, ...all(200), others: 404 } },
  'GET /requests/new': { path: () => '/requests/new?case=1&group=lectio', expect: { visitor: signIn, ...group(200), others: 404 } },
  'POST /requests/similar': {
    path: () => '/requests/similar?group=lectio',
    form: { title: 'hint' },
    expect: { ...all(200), others: 404 },
  },
  'GET /requests/pick': { path: () => '/requests/pick?q=hint', expect: { visitor: signIn, others: 200 } },
  'POST /requests': {
    path: () => '/requests?group=lectio',
    form: { kind: 'idea', visibility: 'group' },
    expect: { ...group(422), others: 404 },
  },
  'GET /requests/:request': { path: () => '/requests/1', expect: { visitor: signIn, ...all(200), others: 404 } },
  'POST /requests/:request': {
    path: () => '/requests/1',
    form: { kind: 'idea', visibility: 'group' },
    expect: { ...group(422), others: 404 },
  },
  'GET /requests/:request/edit': { path: () => '/requests/1/edit', expect: { visitor: signIn, ...group(200), others: 404 } },
  'GET /requests/:request/history': { path: () => '/requests/1/history', expect: { visitor: signIn, ...all(200), others: 404 } },
  'GET /requests/:request/move': { path: () => '/requests/1/move', expect: { visitor: signIn, ...group(200), others: 404 } },
  'POST /requests/:request/move': { path: () => '/requests/1/move', form: { groupId: '999999' }, expect: { ...group(409), others: 404 } },
  'POST /requests/:request/stage': { path: () => '/requests/1/stage', form: { stage: 'ready' }, expect: { ...group(303), others: 404 } },
  'POST /requests/:request/champion': {
    path: () => '/requests/1/champion',
    form: { personId: '999999' },
    expect: { ...group(422), others: 404 },
  },
  'POST /requests/:request/links': {
    path: () => '/requests/1/links',
    form: { toId: '1', kind: 'related' },
    expect: { ...group(422), others: 404 },
  },
  'POST /requests/:request/links/:other/remove': {
    path: () => '/requests/1/links/3/remove',
    renew: ({ db, clock }) =>
      db
        .insertInto('requestLink')
        .values({ fromId: 1, toId: 3, kind: 'related', addedAt: clock.now })
        .onConflict((conflict) => conflict.doNothing())
        .execute(),
    expect: { ...group(303), others: 404 },
  },
  'POST /requests/:request/different': {
    path: () => '/requests/1/different',
    form: { otherId: '3' },
    expect: { ...group(303), others: 404 },
  },
  'POST /requests/:request/affected': {
    path: () => '/requests/1/affected',
    form: { institution: 'Nowhere' },
    expect: { ...group(422), others: 404 },
  },
  'POST /requests/:request/cases': { path: () => '/requests/1/cases', form: { caseId: '999999' }, expect: { ...group(422), others: 404 } },
  'POST /requests/:request/cases/:userCase/release': {
    path: () => '/requests/1/cases/1/release',
    renew: caseAgain,
    expect: { ...group(303), others: 404 },
  },
  'POST /requests/:request/comments': { path: () => '/requests/1/comments', form: { text: 'C' }, expect: { ...all(303), others: 404 } },
  'POST /requests/:request/comments/:comment': {
    path: () => `/requests/1/comments/${things.comment}`,
    form: { text: 'D' },
    renew: commentAgain,
    expect: { susi: 303, others: 404 },
  },
  'POST /requests/:request/comments/:comment/remove': {
    path: () => `/requests/1/comments/${things.comment}/remove`,
    renew: commentAgain,
    expect: { susi: 303, maria: 303, modesto: 303, carla: 303, lena: 303, others: 404 },
  },
  'POST /requests/:request/notes': { path: () => '/requests/1/notes', form: { text: 'N' }, expect: { ...group(303), others: 404 } },
  'POST /requests/:request/follow': { path: () => '/requests/1/follow', form: { following: 'no' }, expect: { ...all(303), others: 404 } },
  'POST /requests/:request/voice': {
    path: () => '/requests/1/voice',
    form: { strength: 'should', organisationId: '999999' },
    expect: { ...all(422), others: 404 },
  },
  'POST /requests/:request/voice/withdraw': {
    path: () => '/requests/1/voice/withdraw',
    renew: voiceAgain,
    expect: { susi: 303, others: 404 },
  },
  'POST /requests/:request/files': { path: () => '/requests/1/files', form: { file: 'no file' }, expect: { ...all(422), others: 404 } },
  'GET /requests/:request/files/:file': {
    path: () => `/requests/1/files/${things.file}`,
    expect: { visitor: 303, susi: 200, maria: 200, modesto: 200, carla: 200, lena: 200, others: 404 },
  },
  'POST /requests/:request/files/:file/remove': {
    path: () => `/requests/1/files/${things.file}/remove`,
    renew: ({ db }) => db.updateTable('requestFile').set({ removedAt: null }).where('fileId', '=', things.file).execute(),
    expect: { maria: 303, modesto: 303, carla: 303, lena: 303, others: 404 },
  },
  'GET /requests/follow/:token': {
    path: (world) => `/requests/follow/${sealToken(world.site.secret, 'comment', 999_999)}`,
    expect: { others: 404 },
  },
  'POST /requests/follow/:token': { path: () => '/requests/follow/aaaa', expect: { others: 404 } },

  'GET /requests/board': { path: () => '/requests/board?by=area&group=lectio', expect: { visitor: signIn, ...group(200), others: 404 } },
  'GET /requests/:request/card': { path: () => '/requests/1/card', expect: { visitor: signIn, ...group(200), others: 404 } },
  'POST /requests/:request/card': { path: () => '/requests/1/card', form: { act: 'stage' }, expect: { ...group(422), others: 404 } },
  'POST /requests/board': {
    path: () => '/requests/board?group=lectio',
    form: { act: 'stage', stage: 'ready' },
    expect: { ...group(422), others: 404 },
  },
  'GET /requests/compare': { path: () => '/requests/compare?id=1&id=2', expect: { visitor: signIn, ...group(200), others: 404 } },
  'POST /requests/views': {
    path: () => '/requests/views?group=lectio',
    form: { name: 'Mine', query: '?kind=idea' },
    expect: { ...group(303), others: 404 },
  },
  'POST /requests/views/:view/remove': {
    path: () => `/requests/views/${kept.view}/remove`,
    renew: viewAgain,
    expect: { carla: 303, others: 404 },
  },
  'GET /requests/import': { path: () => '/requests/import?group=lectio', expect: { visitor: signIn, ...group(200), others: 404 } },
  'GET /requests/import/template.xlsx': {
    path: () => '/requests/import/template.xlsx?group=lectio',
    expect: { visitor: signIn, ...group(200), others: 404 },
  },
  'POST /requests/import': {
    path: () => '/requests/import?group=lectio',
    form: { file: 'no file' },
    expect: { ...group(422), others: 404 },
  },

  'GET /requests/imports/:run': {
    path: () => `/requests/imports/${kept.requests}`,
    renew: requestsImportAgain,
    expect: { visitor: signIn, ...group(200), others: 404 },
  },
  'GET /requests/imports/:run/undo': {
    path: () => `/requests/imports/${kept.requests}/undo`,
    renew: requestsImportAgain,
    expect: { visitor: signIn, ...group(200), others: 404 },
  },
  'POST /requests/imports/:run/undo': {
    path: () => `/requests/imports/${kept.requests}/undo`,
    renew: requestsImportAgain,
    expect: { ...group(303), others: 404 },
  },

  'GET /requests/:request/merge': { path: () => '/requests/2/merge?into=1', expect: { visitor: signIn, ...group(200), others: 404 } },
  'POST /requests/:request/merge': { path: () => '/requests/2/merge', form: { targetId: '2' }, expect: { ...group(422), others: 404 } },
  'GET /merges': { path: () => '/merges?group=lectio', expect: { visitor: signIn, ...group(200), others: 404 } },
  'GET /merges/:merge': { path: () => '/merges/1', expect: { visitor: signIn, ...group(200), others: 404 } },
  'POST /merges/:merge': { path: () => '/merges/1', form: { act: 'undo' }, expect: { ...group(409), others: 404 } },
  'GET /merge/:token': { path: (world) => `/merge/${sealToken(world.site.secret, 'merge', 1)}`, expect: { others: 200 } },
  'POST /merge/:token': { path: () => '/merge/aaaa', form: { stays: 'yes' }, expect: { others: 404 } },

  'GET /cases': { path: () => '/cases?group=lectio', expect: { visitor: signIn, others: 200 } },
  'GET /cases/new': { path: () => '/cases/new?group=lectio', expect: { visitor: signIn, ...all(200), others: 404 } },
  'POST /cases': { path: () => '/cases?group=lectio', form: { problem: 'P' }, expect: { ...all(422), others: 404 } },
  'GET /cases/capture': {
    path: () => '/cases/capture?message=1',
    expect: { visitor: signIn, susi: 403, maria: 200, modesto: 200, carla: 200, ada: 403, lena: 200, stella: 403, others: 404 },
  },
  'POST /cases/capture': {
    path: () => '/cases/capture',
    form: { messageId: '1' },
    expect: { susi: 403, maria: 303, modesto: 303, carla: 303, ada: 403, lena: 303, stella: 403, others: 404 },
  },
  'GET /cases/queue': { path: () => '/cases/queue?group=lectio', expect: { visitor: signIn, ...group(200), others: 404 } },
  'POST /cases/queue/:message/verdict': {
    path: () => '/cases/queue/1/verdict',
    form: { verdict: 'x' },
    expect: { maria: 422, modesto: 422, carla: 422, lena: 422, others: 404 },
  },
  'GET /cases/:userCase': { path: () => '/cases/1', expect: { visitor: signIn, ...all(200), others: 404 } },
  'GET /cases/:userCase/edit': { path: () => '/cases/1/edit', expect: { visitor: signIn, ...group(200), others: 404 } },
  'POST /cases/:userCase': { path: () => '/cases/1', form: { problem: 'P' }, expect: { ...group(422), others: 404 } },
  'POST /cases/:userCase/consent': { path: () => '/cases/1/consent', form: { consent: 'x' }, expect: { maria: 422, others: 404 } },
  'POST /cases/:userCase/withdraw': {
    path: () => '/cases/1/withdraw',
    renew: caseAgain,
    expect: { maria: 303, susi: 403, modesto: 403, carla: 403, lena: 403, others: 404 },
  },
  'POST /cases/:userCase/join': { path: () => '/cases/1/join', form: { requestId: '1' }, expect: { ...group(303), others: 404 } },
  'POST /cases/:userCase/different': { path: () => '/cases/1/different', form: { requestId: '3' }, expect: { ...group(303), others: 404 } },
  'GET /case/:token': { path: (world) => `/case/${sealToken(world.site.secret, 'case', 1)}`, expect: { others: 200 } },
  'POST /case/:token': { path: () => '/case/aaaa', form: { act: 'withdraw' }, expect: { others: 404 } },

  'GET /stories': { path: () => '/stories?group=lectio', expect: { others: 200 } },
  'GET /stories/new': { path: () => '/stories/new?group=lectio', expect: { visitor: signIn, ...all(200), others: 404 } },
  'POST /stories': { path: () => '/stories?group=lectio', form: { title: 'T' }, expect: { ...all(422), others: 404 } },
  'GET /stories/:story': { path: () => '/stories/1', expect: { visitor: signIn, ...all(200), others: 404 } },
  'GET /stories/:story/edit': { path: () => '/stories/1/edit', expect: { visitor: signIn, ...group(200), others: 404 } },
  'POST /stories/:story': { path: () => '/stories/1', form: { title: 'T' }, expect: { ...group(422), others: 404 } },
  'POST /stories/:story/withdraw': {
    path: () => '/stories/1/withdraw',
    renew: ({ db }) => db.updateTable('story').set({ withdrawnAt: null }).where('id', '=', 1).execute(),
    expect: { ...group(303), others: 404 },
  },
  'POST /stories/:story/replies': { path: () => '/stories/1/replies', form: { text: 'R' }, expect: { ...all(303), others: 404 } },

  'GET /topics': { path: () => '/topics?group=lectio', expect: { visitor: signIn, others: 200 } },
  'POST /topics': { path: () => '/topics?group=lectio', form: { description: 'D' }, expect: { ...group(422), others: 404 } },
  'POST /topics/areas': { path: () => '/topics/areas?group=lectio', form: { name: 'LTI' }, expect: { ...group(303), others: 404 } },
  'POST /topics/areas/rename': {
    path: () => '/topics/areas/rename?group=lectio',
    form: { areaId: '0', name: '' },
    expect: { ...group(422), others: 404 },
  },
  'POST /topics/areas/merge': {
    path: () => '/topics/areas/merge?group=lectio',
    form: { areaId: '1', intoId: '' },
    expect: { ...group(422), others: 404 },
  },
  'POST /topics/areas/unmerge': {
    path: () => '/topics/areas/unmerge?group=lectio',
    form: { areaId: '1' },
    expect: { ...group(409), others: 404 },
  },
  'GET /synonyms': { path: () => '/synonyms?group=lectio', expect: { visitor: signIn, ...group(200), others: 404 } },
  'POST /synonyms': { path: () => '/synonyms?group=lectio', form: { words: 'one' }, expect: { ...group(422), others: 404 } },
  'POST /synonyms/:synonym': {
    path: () => '/synonyms/1?group=lectio',
    form: { words: 'a' },
    expect: { maria: 422, modesto: 422, carla: 422, lena: 422, others: 404 },
  },

  'GET /affirmations': { path: () => '/affirmations?group=lectio', expect: { visitor: signIn, ...group(200), others: 404 } },
  'POST /affirmations': {
    path: () => '/affirmations?group=lectio',
    form: { name: 'Old', closesOn: '2020-01-01' },
    expect: { carla: 422, others: 404 },
  },
  'POST /affirmations/rule': {
    path: () => '/affirmations/rule?group=lectio',
    form: { mergeDays: '14' },
    expect: { carla: 303, others: 404 },
  },
  'GET /support/questions/:question': { path: () => '/support/questions/0', expect: { visitor: 303, others: 404 } },
  'GET /support/:token': { path: () => '/support/aaaa', expect: { others: 404 } },
  'GET /same-here/:token': { path: () => '/same-here/aaaa', expect: { others: 404 } },
  'POST /same-here/:token': { path: () => '/same-here/aaaa', form: { answer: 'yes' }, expect: { others: 404 } },
  'POST /support/:token': { path: () => '/support/aaaa', form: { answer: 'yes' }, expect: { others: 404 } },

  'GET /api/v1/requests': { path: () => `${api}/requests`, expect: { others: 200 } },
  'POST /api/v1/requests': { path: () => `${api}/requests`, form: { title: 'T' }, expect: { visitor: 401, others: 422 } },
  'GET /api/v1/requests/:request': { path: () => `${api}/requests/1`, expect: { visitor: 401, ...all(200), others: 404 } },
  'POST /api/v1/requests/:request/comments': {
    path: () => `${api}/requests/1/comments`,
    form: { text: 'A comment' },
    expect: { visitor: 401, ...all(201), others: 404 },
  },
  'PUT /api/v1/requests/:request/voice': {
    path: () => `${api}/requests/1/voice`,
    form: { strength: 'must' },
    // Lena and Modesto work nowhere, so no institution speaks through them.
    expect: { visitor: 401, ...all(204), modesto: 422, lena: 422, others: 404 },
  },
  'GET /api/v1/requests/:request/similar': { path: () => `${api}/requests/1/similar`, expect: { visitor: 401, ...all(200), others: 404 } },
  'GET /api/v1/user-cases': { path: () => `${api}/user-cases`, expect: { visitor: 401, others: 200 } },
  'POST /api/v1/user-cases': {
    path: () => `${api}/user-cases?group=lectio`,
    form: { title: 'Deep links' },
    expect: { visitor: 401, ...all(201), others: 404 },
  },
}
