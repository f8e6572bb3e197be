import type { Access } from '../access.ts'
import { guestAgain, paperAgain, programme } from './kept-programme.ts'

const signIn = 303
const token = 401
const api = '/api/v1'
/** Those who lead the group arrange its talks, and administrators. */
const arrangers = (status: number) => ({ carla: status, ada: status })
/** Whoever arranges for any group at all. */
const leaders = (status: number) => ({ ...arrangers(status), bruno: status })
/** What Susi proposed; the group sees it, others do not. */
const proposal = '/show-and-tell/an-open-proposal'
/** What was given for everybody. */
const given = '/show-and-tell/rollover-in-a-weekend'
const session = '/show-and-tell/sessions/2026-11-20'
const inside = (status: number) => ({ susi: status, maria: status, modesto: status, lena: status, carla: status, ada: status })
/** Susi proposed it and speaks. */
const keepers = (status: number) => ({ susi: status, ...arrangers(status) })
const facts = { title: 'Anew', abstract: 'Words', minutes: '20', language: 'en', visibility: 'public' }

export const talkAccess: Access = {
  'GET /show-and-tell': { path: () => '/show-and-tell', expect: { others: 200 } },
  'GET /show-and-tell/feed.atom': { path: () => '/show-and-tell/feed.atom', expect: { others: 200 } },
  'GET /show-and-tell/propose': {
    path: () => '/show-and-tell/propose',
    expect: { visitor: signIn, otto: 404, ada: 404, stella: 404, vera: 404, others: 200 },
  },
  'POST /show-and-tell': {
    path: () => '/show-and-tell',
    form: {},
    expect: { visitor: 404, otto: 404, ada: 404, stella: 404, vera: 404, others: 422 },
  },
  'GET /show-and-tell/:talk': { path: () => proposal, expect: { visitor: signIn, ...inside(200), others: 404 } },
  'GET /show-and-tell/:talk/edit': { path: () => `${proposal}/edit`, expect: { visitor: signIn, ...keepers(200), others: 404 } },
  'POST /show-and-tell/:talk': { path: () => proposal, form: { ...facts, title: '' }, expect: { ...keepers(422), others: 404 } },
  'GET /show-and-tell/:talk/arrange': { path: () => `${proposal}/arrange`, expect: { visitor: signIn, ...keepers(200), others: 404 } },
  'POST /show-and-tell/:talk/decide': {
    path: () => `${proposal}/decide`,
    form: { to: 'declined' },
    expect: { susi: 404, ...arrangers(422), others: 404 },
  },
  'POST /show-and-tell/:talk/slot': {
    path: () => `${proposal}/slot`,
    form: { meeting: '1' },
    expect: { susi: 404, ...arrangers(409), others: 404 },
  },
  'POST /show-and-tell/:talk/unslot': { path: () => `${proposal}/unslot`, form: {}, expect: { susi: 404, ...arrangers(409), others: 404 } },
  'POST /show-and-tell/:talk/withdraw': { path: () => `${proposal}/withdraw`, form: {}, expect: { ...keepers(422), others: 404 } },
  'POST /show-and-tell/:talk/speakers': { path: () => `${proposal}/speakers`, form: {}, expect: { ...keepers(422), others: 404 } },
  'POST /show-and-tell/:talk/speakers/:speaker/remove': {
    path: () => `${proposal}/speakers/${programme.guest}/remove`,
    renew: (world) => guestAgain(world, 'an-open-proposal'),
    form: {},
    expect: { ...keepers(303), others: 404 },
  },
  'POST /show-and-tell/:talk/consent': {
    path: () => `${proposal}/consent`,
    form: { answer: 'yes' },
    expect: { susi: 303, others: 404 },
  },
  'POST /show-and-tell/:talk/files': { path: () => `${proposal}/files`, form: {}, expect: { ...keepers(422), others: 404 } },
  'POST /show-and-tell/:talk/files/:file/remove': {
    path: () => `${proposal}/files/${programme.paper}/remove`,
    renew: (world) => paperAgain(world, 'an-open-proposal'),
    form: {},
    expect: { ...keepers(303), others: 404 },
  },
  'GET /show-and-tell/:talk/files/:file': { path: () => `${given}/files/1`, expect: { others: 200 } },
  'POST /show-and-tell/:talk/recording': {
    path: () => `${given}/recording`,
    form: { url: 'http://video.example/1' },
    expect: { ...arrangers(422), others: 404 },
  },
  'GET /show-and-tell/:talk/certificate/:speaker': {
    path: () => `${given}/certificate/1`,
    expect: { visitor: signIn, maria: 200, ...arrangers(200), others: 404 },
  },
  'GET /show-and-tell/sessions/new': {
    path: () => '/show-and-tell/sessions/new',
    expect: { visitor: signIn, ...leaders(200), others: 404 },
  },
  'POST /show-and-tell/sessions': { path: () => '/show-and-tell/sessions', form: {}, expect: { ...leaders(422), others: 404 } },
  'GET /show-and-tell/sessions/:session': { path: () => session, expect: { others: 200 } },
  'POST /show-and-tell/sessions/:session/register': {
    path: () => `${session}/register`,
    form: {},
    // The group is invited already.
    expect: { susi: 303, maria: 409, carla: 409, modesto: 303, lena: 303, others: 404 },
  },
  'POST /show-and-tell/sessions/:session/unregister': {
    path: () => `${session}/unregister`,
    form: {},
    expect: { visitor: 404, susi: 303, modesto: 303, lena: 303, others: 409 },
  },
  'GET /show-and-tell/sessions/:session/registrations.csv': {
    path: () => `${session}/registrations.csv`,
    expect: { visitor: signIn, ...arrangers(200), others: 404 },
  },
  'GET /show-and-tell/sessions/:session/registrations.xlsx': {
    path: () => `${session}/registrations.xlsx`,
    expect: { visitor: signIn, ...arrangers(200), others: 404 },
  },
  'GET /api/v1/talks': { path: () => `${api}/talks`, expect: { others: 200 } },
  'GET /api/v1/talks/:talk': { path: () => `${api}/talks/an-open-proposal`, expect: { visitor: token, ...inside(200), others: 404 } },
  'POST /api/v1/groups/:group/talks': {
    path: () => `${api}/groups/lectio/talks`,
    form: { title: '' },
    expect: { visitor: token, others: 422 },
  },
  'POST /api/v1/talks/:talk/decision': {
    path: () => `${api}/talks/an-open-proposal/decision`,
    form: { decision: 'declined' },
    expect: { visitor: token, ...arrangers(422), others: 404 },
  },
  'GET /api/v1/talk-sessions/:session': { path: () => `${api}/talk-sessions/2026-11-20`, expect: { others: 200 } },
  'PUT /api/v1/talk-sessions/:session/registration': {
    path: () => `${api}/talk-sessions/2026-11-20/registration`,
    expect: { visitor: token, susi: 204, modesto: 204, lena: 204, maria: 409, carla: 409, others: 404 },
  },
  'DELETE /api/v1/talk-sessions/:session/registration': {
    path: () => `${api}/talk-sessions/2026-11-20/registration`,
    expect: { visitor: token, susi: 204, modesto: 204, lena: 204, others: 409 },
  },
  'GET /speaker/:token': { path: () => '/speaker/none', expect: { visitor: signIn, others: 404 } },
  'POST /speaker/:token': { path: () => '/speaker/none', form: { answer: 'yes' }, expect: { others: 404 } },
  'POST /speaker/:token/slides': { path: () => '/speaker/none/slides', form: {}, expect: { others: 404 } },
  'GET /speaker/:token/slides/:file': { path: () => '/speaker/none/slides/1', expect: { visitor: signIn, others: 404 } },
  'POST /speaker/:token/slides/:file/remove': { path: () => '/speaker/none/slides/1/remove', form: {}, expect: { others: 404 } },
  'GET /speaker/:token/certificate.pdf': { path: () => '/speaker/none/certificate.pdf', expect: { visitor: signIn, others: 404 } },
}
