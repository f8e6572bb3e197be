import type { Access } from '../access.ts'
import { programme, proposalAgain, sessionAgain, sessionFileAgain, speakerAgain } from './kept-programme.ts'

const signIn = 303
const token = 401
const api = '/api/v1'
/** Those who lead the group arrange its events, and administrators. */
const arrangers = (status: number) => ({ carla: status, ada: status })
/** Whoever arranges for any group at all. */
const leaders = (status: number) => ({ ...arrangers(status), bruno: status, stella: status })
const inside = (status: number) => ({ maria: status, modesto: status, lena: status, ...arrangers(status) })
/** Whoever may propose: the group, and those on its list. */
const proposers = (status: number) => ({ susi: status, maria: status, modesto: status, lena: status, carla: status })

const event = '/events/sister-conference-2026'
const session = `${event}/sessions/1`
/** What Susi proposed. */
const proposal = `${event}/proposals/1`
const readers = (status: number) => ({ susi: status, ...inside(status) })
const hers = (status: number) => ({ susi: status })

export const eventAccess: Access = {
  'GET /events': { path: () => '/events', expect: { others: 200 } },
  'GET /events/feed.atom': { path: () => '/events/feed.atom', expect: { others: 200 } },
  'GET /events/new': { path: () => '/events/new', expect: { visitor: signIn, ...leaders(200), others: 404 } },
  'POST /events': { path: () => '/events', form: {}, expect: { ...leaders(422), others: 404 } },
  'GET /events/:event': { path: () => event, expect: { others: 200 } },
  'GET /events/:event/edit': { path: () => `${event}/edit`, expect: { visitor: signIn, ...arrangers(200), others: 404 } },
  'POST /events/:event': { path: () => event, form: {}, expect: { ...arrangers(422), others: 404 } },
  'GET /events/:event/cancel': { path: () => `${event}/cancel`, expect: { visitor: signIn, ...arrangers(200), others: 404 } },
  'POST /events/:event/cancel': { path: () => `${event}/cancel`, form: {}, expect: { ...arrangers(422), others: 404 } },
  'GET /events/:event/call': { path: () => `${event}/call`, expect: { visitor: signIn, ...arrangers(200), others: 404 } },
  'POST /events/:event/call': {
    path: () => `${event}/call`,
    form: { callOpensOn: '2026-10-01', callClosesOn: '' },
    expect: { ...arrangers(422), others: 404 },
  },
  'POST /events/:event/answer': { path: () => `${event}/answer`, form: {}, expect: { ...readers(422), others: 404 } },
  'GET /events/:event/people': { path: () => `${event}/people`, expect: { visitor: signIn, ...inside(200), others: 404 } },
  'POST /events/:event/people': { path: () => `${event}/people`, form: {}, expect: { ...arrangers(409), others: 404 } },
  'POST /events/:event/people/add': { path: () => `${event}/people/add`, form: {}, expect: { ...arrangers(422), others: 404 } },
  'GET /events/:event/people.csv': { path: () => `${event}/people.csv`, expect: { visitor: signIn, ...arrangers(200), others: 404 } },
  'GET /events/:event/people.xlsx': { path: () => `${event}/people.xlsx`, expect: { visitor: signIn, ...arrangers(200), others: 404 } },
  'GET /events/:event/sessions/new': { path: () => `${event}/sessions/new`, expect: { visitor: signIn, ...arrangers(200), others: 404 } },
  'POST /events/:event/sessions': { path: () => `${event}/sessions`, form: {}, expect: { ...arrangers(422), others: 404 } },
  'GET /events/:event/sessions/:session': { path: () => session, expect: { visitor: signIn, ...arrangers(200), others: 404 } },
  'POST /events/:event/sessions/:session': { path: () => session, form: {}, expect: { ...arrangers(422), others: 404 } },
  'POST /events/:event/sessions/:session/remove': {
    path: () => `${event}/sessions/${programme.session}/remove`,
    renew: sessionAgain,
    form: {},
    expect: { ...arrangers(303), others: 404 },
  },
  'POST /events/:event/sessions/:session/speakers': {
    path: () => `${session}/speakers`,
    form: {},
    expect: { ...arrangers(422), others: 404 },
  },
  'POST /events/:event/sessions/:session/speakers/:speaker/remove': {
    path: () => `${session}/speakers/${programme.speaker}/remove`,
    renew: speakerAgain,
    form: {},
    expect: { ...arrangers(303), others: 404 },
  },
  'POST /events/:event/sessions/:session/files': { path: () => `${session}/files`, form: {}, expect: { ...arrangers(422), others: 404 } },
  'POST /events/:event/sessions/:session/files/:file/remove': {
    path: () => `${session}/files/${programme.file}/remove`,
    renew: sessionFileAgain,
    form: {},
    expect: { ...arrangers(303), others: 404 },
  },
  'GET /events/:event/sessions/:session/files/:file': { path: () => `${session}/files/1`, expect: { others: 200 } },
  'GET /events/:event/propose': { path: () => `${event}/propose`, expect: { visitor: signIn, ...proposers(200), others: 404 } },
  'GET /events/:event/proposals': { path: () => `${event}/proposals`, expect: { visitor: signIn, ...readers(200), others: 404 } },
  'POST /events/:event/proposals': { path: () => `${event}/proposals`, form: {}, expect: { ...proposers(422), others: 404 } },
  'POST /events/:event/proposals/tell': { path: () => `${event}/proposals/tell`, form: {}, expect: { ...arrangers(409), others: 404 } },
  'GET /events/:event/proposals/:proposal': { path: () => proposal, expect: { visitor: signIn, ...readers(200), others: 404 } },
  'GET /events/:event/proposals/:proposal/edit': { path: () => `${proposal}/edit`, expect: { visitor: signIn, ...hers(200), others: 404 } },
  'POST /events/:event/proposals/:proposal': { path: () => proposal, form: {}, expect: { ...hers(422), others: 404 } },
  'POST /events/:event/proposals/:proposal/withdraw': {
    path: () => `${event}/proposals/${programme.proposal}/withdraw`,
    renew: proposalAgain,
    form: {},
    expect: { ...hers(303), others: 404 },
  },
  'POST /events/:event/proposals/:proposal/review': {
    path: () => `${proposal}/review`,
    form: { score: '9' },
    expect: { ...readers(422), others: 404 },
  },
  'POST /events/:event/proposals/:proposal/decide': {
    path: () => `${proposal}/decide`,
    form: { to: 'perhaps' },
    expect: { ...readers(422), others: 404 },
  },
  'GET /api/v1/events': { path: () => `${api}/events`, expect: { others: 200 } },
  'GET /api/v1/events/:event': { path: () => `${api}${event}`, expect: { others: 200 } },
  'GET /api/v1/events/:event/people': { path: () => `${api}${event}/people`, expect: { visitor: token, ...inside(200), others: 404 } },
  'PUT /api/v1/events/:event/answer': {
    path: () => `${api}${event}/answer`,
    form: { answer: 'coming' },
    expect: { visitor: token, ...readers(204), others: 404 },
  },
  'GET /api/v1/events/:event/proposals': { path: () => `${api}${event}/proposals`, expect: { visitor: token, others: 200 } },
  'POST /api/v1/events/:event/proposals': {
    path: () => `${api}${event}/proposals`,
    form: { title: 'A', text: 'B' },
    expect: { visitor: token, ...proposers(201), others: 404 },
  },
}
