import type { Access } from '../access.ts'
import { portalAgain } from './desk-things.ts'
import { things } from './things.ts'

const signIn = 303
/** The group of whoever asks: Bruno coordinates another one, with a vendor of its own. */
const inAGroup = { visitor: signIn, maria: 200, modesto: 200, carla: 200, bruno: 200, lena: 200, others: 404 }
const leading = { visitor: signIn, carla: 200, bruno: 200, others: 404 }
const nobody = { visitor: signIn, others: 404 }
const unseen = { others: 404 }
const api = '/api/v1'
const visitor = 401
const workers = { visitor, maria: 200, modesto: 200, carla: 200, bruno: 200, lena: 200, others: 404 }

/** Briefs, the vendor's desk and answers, as `fillVendor` laid them there. */
export const vendorAccess: Access = {
  'GET /briefs': { path: () => '/briefs', expect: inAGroup },
  'GET /briefs/new': { path: () => '/briefs/new', expect: inAGroup },
  'POST /briefs': {
    path: () => '/briefs',
    form: { title: '' },
    expect: { maria: 422, modesto: 422, carla: 422, bruno: 422, lena: 422, others: 404 },
  },
  'GET /briefs/:brief': {
    path: () => `/briefs/${things.brief}`,
    expect: { visitor: 303, maria: 200, modesto: 200, carla: 200, lena: 200, others: 404 },
  },
  'GET /briefs/:brief/edit': {
    path: () => `/briefs/${things.brief}/edit`,
    expect: { visitor: 303, maria: 200, modesto: 200, carla: 200, lena: 200, others: 404 },
  },
  'POST /briefs/:brief': {
    path: () => `/briefs/${things.brief}`,
    form: { title: '' },
    expect: { maria: 422, modesto: 422, carla: 422, lena: 422, others: 404 },
  },
  'GET /briefs/:brief/add': {
    path: () => `/briefs/${things.brief}/add`,
    expect: { visitor: 303, maria: 200, modesto: 200, carla: 200, lena: 200, others: 404 },
  },
  'POST /briefs/:brief/requests': {
    path: () => `/briefs/${things.brief}/requests`,
    form: { requestId: 'x' },
    expect: { maria: 422, modesto: 422, carla: 422, lena: 422, others: 404 },
  },
  'GET /briefs/:brief/requests/:request': {
    path: () => `/briefs/${things.brief}/requests/1`,
    expect: { visitor: 303, maria: 200, modesto: 200, carla: 200, lena: 200, others: 404 },
  },
  'POST /briefs/:brief/requests/:request': {
    path: () => `/briefs/${things.brief}/requests/1`,
    form: { ask: '' },
    expect: { maria: 303, modesto: 303, carla: 303, lena: 303, others: 404 },
  },
  'POST /briefs/:brief/requests/:request/remove': {
    path: () => `/briefs/${things.brief}/requests/1/remove`,
    expect: { maria: 303, modesto: 303, carla: 303, lena: 303, others: 404 },
  },
  'POST /briefs/:brief/versions': {
    path: () => `/briefs/${things.brief}/versions`,
    expect: { maria: 303, modesto: 303, carla: 303, lena: 303, others: 404 },
  },
  'POST /briefs/:brief/close': {
    path: () => `/briefs/${things.brief}/close`,
    expect: { maria: 403, modesto: 403, carla: 303, lena: 403, others: 404 },
  },
  'GET /briefs/:brief/hand-over': { path: () => `/briefs/${things.brief}/hand-over`, expect: nobody },
  'POST /briefs/:brief/hand-over': { path: () => `/briefs/${things.brief}/hand-over`, form: { on: 'x' }, expect: unseen },
  'GET /briefs/:brief/versions/:version': {
    path: () => `/briefs/${things.handedBrief}/versions/1`,
    expect: { visitor: 303, maria: 200, modesto: 200, carla: 200, lena: 200, vera: 200, others: 404 },
  },
  'GET /briefs/:brief/versions/:version/brief.pdf': {
    path: () => `/briefs/${things.handedBrief}/versions/1/brief.pdf`,
    expect: { visitor: 303, maria: 200, modesto: 200, carla: 200, lena: 200, vera: 200, others: 404 },
  },
  'GET /briefs/:brief/versions/:version/brief.xlsx': {
    path: () => `/briefs/${things.handedBrief}/versions/1/brief.xlsx`,
    expect: { visitor: 303, maria: 200, modesto: 200, carla: 200, lena: 200, vera: 200, others: 404 },
  },

  'GET /desk': { path: () => '/desk', expect: { ...inAGroup, vera: 200 } },
  'GET /desk/guests': { path: () => '/desk/guests', expect: leading },
  'POST /desk/guests': { path: () => '/desk/guests', form: { email: 'no' }, expect: { carla: 422, bruno: 422, others: 404 } },
  'POST /desk/guests/:appointment/end': { path: () => `/desk/guests/${things.guest}/end`, expect: { carla: 303, others: 404 } },
  'POST /desk/stand-ins': { path: () => '/desk/stand-ins', form: { personId: 'x' }, expect: { vera: 422, others: 404 } },
  'POST /desk/stand-ins/ask': { path: () => '/desk/stand-ins/ask', form: { email: 'no' }, expect: { vera: 422, others: 404 } },
  'POST /desk/stand-ins/:appointment/end': {
    path: () => `/desk/stand-ins/${things.standIn}/end`,
    expect: { vera: 303, others: 404 },
  },
  'POST /desk/rule': { path: () => '/desk/rule', form: { answerMonths: 'x' }, expect: { carla: 422, bruno: 422, others: 404 } },
  'GET /submissions/:submission': {
    path: () => `/submissions/${things.submission}`,
    expect: { visitor: 303, maria: 200, modesto: 200, carla: 200, lena: 200, vera: 200, others: 404 },
  },
  'GET /submissions/:submission/withdraw': {
    path: () => `/submissions/${things.submission}/withdraw`,
    expect: { visitor: 303, carla: 200, others: 404 },
  },
  'POST /submissions/:submission/withdraw': {
    path: () => `/submissions/${things.takenBack}/withdraw`,
    expect: { maria: 403, modesto: 403, carla: 303, lena: 403, others: 404 },
  },
  'GET /submissions/:submission/requests/:request': {
    path: () => `/submissions/${things.submission}/requests/1`,
    expect: { visitor: 303, carla: 200, vera: 200, others: 404 },
  },
  'POST /submissions/:submission/requests/:request': {
    path: () => `/submissions/${things.submission}/requests/1`,
    form: { reason: '' },
    expect: { maria: 403, modesto: 403, carla: 422, lena: 403, vera: 422, others: 404 },
  },
  'POST /submissions/:submission/requests/:request/questions': {
    path: () => `/submissions/${things.submission}/requests/1/questions`,
    form: { question: '' },
    expect: { maria: 403, modesto: 403, carla: 422, lena: 403, vera: 422, others: 404 },
  },
  'POST /submissions/:submission/requests/:request/promise': {
    path: () => `/submissions/${things.submission}/requests/1/promise`,
    form: { points: 'x' },
    expect: { vera: 422, others: 404 },
  },
  'POST /submissions/:submission/requests/:request/review': {
    path: () => `/submissions/${things.submission}/requests/1/review`,
    form: { written: 'x' },
    expect: { vera: 422, others: 404 },
  },
  'POST /submissions/:submission/requests/:request/discard': {
    path: () => `/submissions/${things.submission}/requests/1/discard`,
    expect: { vera: 303, others: 404 },
  },
  'POST /submissions/:submission/requests/:request/tracker': {
    path: () => `/submissions/${things.submission}/requests/1/tracker`,
    form: { trackerLink: 'no address' },
    expect: { carla: 422, vera: 422, others: 404 },
  },
  'POST /submissions/:submission/requests/:request/due': {
    path: () => `/submissions/${things.submission}/requests/1/due`,
    form: { dueOn: 'x' },
    expect: { carla: 422, others: 404 },
  },
  'POST /submissions/:submission/questions/:question': {
    path: () => `/submissions/${things.submission}/questions/${things.question}`,
    form: { text: '' },
    expect: { maria: 422, modesto: 422, carla: 422, lena: 422, vera: 422, others: 404 },
  },
  'POST /submissions/:submission/returns': {
    path: () => `/submissions/${things.submission}/returns`,
    expect: { maria: 422, modesto: 422, carla: 422, lena: 422, vera: 422, others: 404 },
  },
  'GET /submissions/:submission/returns/:return': {
    path: () => `/submissions/${things.submission}/returns/${things.return}`,
    expect: { visitor: 303, maria: 200, modesto: 200, carla: 200, lena: 200, vera: 200, others: 404 },
  },

  'GET /answers': { path: () => '/answers', expect: { others: 200 } },
  'GET /answers/record': { path: () => '/answers/record', expect: leading },
  'POST /answers': { path: () => '/answers', form: { requestId: 'x' }, expect: { carla: 422, bruno: 422, others: 404 } },
  'GET /answers/import': { path: () => '/answers/import', expect: leading },
  'POST /answers/import': { path: () => '/answers/import', expect: { carla: 422, bruno: 422, others: 404 } },
  'GET /answers/portal': { path: () => '/answers/portal', expect: leading },
  'POST /answers/portal': { path: () => '/answers/portal', expect: { carla: 422, bruno: 422, others: 404 } },
  'POST /answers/portal/feeds': {
    path: () => '/answers/portal/feeds',
    form: { url: 'https://127.0.0.1/' },
    expect: { carla: 422, bruno: 422, others: 404 },
  },
  'POST /answers/portal/feeds/:feed/close': {
    path: () => `/answers/portal/feeds/${things.portalFeed}/close`,
    renew: portalAgain,
    expect: { carla: 303, others: 404 },
  },
  'POST /answers/portal/entries/:entry': {
    path: () => `/answers/portal/entries/${things.portalEntry}`,
    form: { requestId: 'x' },
    expect: { carla: 422, others: 404 },
  },
  'POST /answers/portal/changes/:change': {
    path: () => `/answers/portal/changes/${things.portalChange}`,
    form: { class: 'x' },
    expect: { carla: 422, others: 404 },
  },
  'POST /answers/portal/changes/:change/leave': {
    path: () => `/answers/portal/changes/${things.portalChange}/leave`,
    renew: portalAgain,
    expect: { carla: 303, others: 404 },
  },
  'GET /answers/portal/imports/:run': {
    path: () => `/answers/portal/imports/${things.portalImport}`,
    expect: { visitor: signIn, carla: 200, others: 404 },
  },
  'GET /answers/portal/imports/:run/undo': {
    path: () => `/answers/portal/imports/${things.portalImport}/undo`,
    expect: { visitor: signIn, carla: 200, others: 404 },
  },
  'POST /answers/portal/imports/:run/undo': {
    path: () => `/answers/portal/imports/${things.portalImport}/undo`,
    renew: portalAgain,
    expect: { carla: 303, others: 404 },
  },
  'POST /answers/portal/imports/:run/confirm': {
    path: () => `/answers/portal/imports/${things.portalImport}/confirm`,
    renew: portalAgain,
    expect: { carla: 303, others: 404 },
  },
  'GET /api/v1/portal': { path: () => `${api}/portal`, expect: { visitor, carla: 200, bruno: 200, others: 404 } },
  'POST /api/v1/portal': { path: () => `${api}/portal`, form: { text: '' }, expect: { visitor, others: 422 } },
  'GET /commitments': { path: () => '/commitments', expect: { others: 200 }, only: { 'Record promise': ['carla', 'bruno'] } },
  'POST /commitments': { path: () => '/commitments', form: { requestId: 'x' }, expect: { carla: 422, bruno: 422, others: 404 } },
  'POST /commitments/capacity': {
    path: () => '/commitments/capacity',
    form: { year: 'x' },
    expect: { carla: 422, bruno: 422, others: 404 },
  },
  'GET /ballots/:ballot/commitments': { path: () => `/ballots/4/commitments`, expect: nobody },
  'POST /ballots/:ballot/commitments': { path: () => `/ballots/4/commitments`, form: { year: 'x' }, expect: unseen },
  'GET /commitments/:commitment': {
    path: () => `/commitments/${things.commitment}`,
    expect: { visitor: 303, susi: 200, maria: 200, modesto: 200, carla: 200, lena: 200, vera: 200, others: 404 },
    only: { 'Add pilot site': ['carla', 'vera'], 'Mark statement as wrong': ['vera'], 'Correct statement': ['carla', 'vera'] },
  },
  'POST /commitments/:commitment/sign': {
    path: () => `/commitments/${things.commitment}/sign`,
    form: { act: 'x', word: '1' },
    expect: { carla: 422, vera: 422, others: 404 },
  },
  'POST /commitments/:commitment/pilots': {
    path: () => `/commitments/${things.commitment}/pilots`,
    form: { organisationId: 'x' },
    expect: { carla: 422, vera: 422, others: 404 },
  },
  'POST /commitments/:commitment/drop': {
    path: () => `/commitments/${things.commitment}/drop`,
    form: { reason: '' },
    expect: { carla: 422, others: 404 },
  },
  'POST /commitments/:commitment/carry': {
    path: () => `/commitments/${things.commitment}/carry`,
    form: { year: 'x' },
    expect: { carla: 422, others: 404 },
  },
  'GET /releases': { path: () => '/releases', expect: inAGroup },
  'GET /releases/new': { path: () => '/releases/new', expect: leading },
  'POST /releases': { path: () => '/releases', form: { name: '' }, expect: { carla: 422, bruno: 422, others: 404 } },
  'GET /releases/:release': {
    path: () => `/releases/${things.release}`,
    expect: { visitor: 303, maria: 200, modesto: 200, carla: 200, lena: 200, others: 404 },
  },
  'GET /releases/:release/edit': { path: () => `/releases/${things.release}/edit`, expect: { visitor: 303, carla: 200, others: 404 } },
  'POST /releases/:release': { path: () => `/releases/${things.release}`, form: { name: '' }, expect: { carla: 422, others: 404 } },
  'POST /releases/:release/deliveries': {
    path: () => `/releases/${things.release}/deliveries`,
    form: { requestId: '1', delivers: 'x' },
    expect: { carla: 422, others: 404 },
  },
  'POST /releases/:release/tell': { path: () => `/releases/${things.release}/tell`, expect: { carla: 303, others: 404 } },
  'GET /deliveries/:delivery': {
    path: () => `/deliveries/${things.delivery}`,
    expect: { visitor: 303, susi: 200, maria: 200, modesto: 200, carla: 200, lena: 200, others: 404 },
  },
  'POST /deliveries/:delivery/cases/:userCase': {
    path: () => `/deliveries/${things.delivery}/cases/1`,
    form: { verdict: 'x' },
    expect: { maria: 422, modesto: 422, carla: 422, lena: 422, others: 404 },
  },
  'POST /deliveries/:delivery/close': {
    path: () => `/deliveries/${things.delivery}/close`,
    expect: { maria: 403, modesto: 403, carla: 403, lena: 403, others: 404 },
  },
  'GET /telling': { path: () => '/telling', expect: inAGroup },
  'POST /telling': { path: () => '/telling', form: { listId: 'x' }, expect: { carla: 422, bruno: 422, others: 404 } },
  'GET /telling/:post': {
    path: () => `/telling/${things.post}`,
    expect: { visitor: 303, maria: 200, modesto: 200, carla: 200, lena: 200, others: 404 },
  },
  'POST /telling/:post': { path: () => `/telling/${things.post}`, form: { subject: '', body: 'B' }, expect: { carla: 422, others: 404 } },
  'POST /telling/:post/drop': { path: () => `/telling/${things.post}/drop`, expect: { carla: 303, others: 404 } },
  'GET /me/telling': { path: () => '/me/telling', expect: { visitor: 303, others: 301 } },
  'GET /unsubscribe/results/:token': { path: () => '/unsubscribe/results/nonsense', expect: { others: 404 } },
  'POST /unsubscribe/results/:token': { path: () => '/unsubscribe/results/nonsense', expect: { others: 404 } },
  'POST /me/telling': { path: () => '/me/telling', form: { choice: 'each' }, expect: { visitor: 404, others: 303 } },
  'POST /relationship/meetings': {
    path: () => '/relationship/meetings',
    form: { meetingId: 'x' },
    expect: { carla: 422, bruno: 422, others: 404 },
  },
  'GET /relationship': { path: () => '/relationship', expect: inAGroup },

  'GET /api/v1/answers': { path: () => `${api}/answers`, expect: { others: 200 } },
  'POST /api/v1/answers': {
    path: () => `${api}/answers`,
    form: { request: 'x' },
    expect: { visitor, others: 422 },
  },
  'GET /api/v1/answers/:answer': {
    path: () => `${api}/answers/${things.answer}`,
    expect: { visitor: 401, susi: 200, maria: 200, modesto: 200, carla: 200, lena: 200, vera: 200, others: 404 },
  },
  'PUT /api/v1/answers/:answer/readers': {
    path: () => `${api}/answers/${things.answer}/readers`,
    form: { readers: 'group', from: '2026-10-16T00:00:00Z' },
    expect: { visitor: 401, carla: 200, others: 404 },
  },
  'GET /api/v1/briefs': { path: () => `${api}/briefs`, expect: workers },
  'GET /api/v1/briefs/:brief': {
    path: () => `${api}/briefs/${things.brief}`,
    expect: { visitor: 401, maria: 200, modesto: 200, carla: 200, lena: 200, others: 404 },
  },
  'GET /api/v1/submissions': { path: () => `${api}/submissions`, expect: { ...workers, vera: 200 } },
  'GET /api/v1/submissions/:submission': {
    path: () => `${api}/submissions/${things.submission}`,
    expect: { visitor: 401, maria: 200, modesto: 200, carla: 200, lena: 200, vera: 200, others: 404 },
  },
  'POST /api/v1/submissions/:submission/requests/:request/answer': {
    path: () => `${api}/submissions/${things.submission}/requests/1/answer`,
    form: { class: 'planned', reason: 'R' },
    expect: { visitor: 401, maria: 403, modesto: 403, carla: 422, lena: 403, vera: 422, others: 404 },
  },
  'POST /api/v1/submissions/:submission/requests/:request/questions': {
    path: () => `${api}/submissions/${things.submission}/requests/1/questions`,
    form: { question: '' },
    expect: { visitor: 401, others: 422 },
  },
  'GET /api/v1/commitments': { path: () => `${api}/commitments`, expect: workers },
  'GET /api/v1/ballots/:ballot/commitments': { path: () => `${api}/ballots/4/commitments`, expect: { visitor, others: 404 } },
  'POST /api/v1/ballots/:ballot/commitments': {
    path: () => `${api}/ballots/4/commitments`,
    form: { year: 'x' },
    expect: { visitor, others: 422 },
  },
  'GET /api/v1/releases': { path: () => `${api}/releases`, expect: workers },
  'GET /api/v1/groups/:group/relationship': {
    path: () => `${api}/groups/lectio/relationship`,
    // Not public: those who decide about it look before.
    expect: { visitor, carla: 200, others: 404 },
  },
  'GET /api/v1/relationship': { path: () => `${api}/relationship`, expect: workers },

  'GET /answers/:answer': {
    path: () => `/answers/${things.answer}`,
    expect: { visitor: 303, maria: 200, modesto: 200, carla: 200, lena: 200, vera: 200, others: 404 },
  },
  'POST /answers/:answer/sign': {
    path: () => `/answers/${things.answer}/sign`,
    form: { act: 'x', word: '1' },
    expect: { carla: 422, vera: 422, others: 404 },
  },
  'POST /answers/:answer/readers': {
    path: () => `/answers/${things.answer}/readers`,
    form: { readers: 'x' },
    expect: { carla: 422, others: 404 },
  },
}
