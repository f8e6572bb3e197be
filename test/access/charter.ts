import type { Access } from '../access.ts'
import { clauseAgain, kept, linkAgain, measureAgain, otherDraftAgain, waiverAgain } from './kept-things.ts'

const everyone = { others: 200 }
const keepers = (status: number) => ({ carla: status, ada: status, others: 404 })
const group = (status: number, others: number) => ({ carla: status, maria: status, modesto: status, lena: status, others })
const token = (others: number) => ({ visitor: 401, others })
const version = '/groups/lectio/charter/1'

/** The charter of Lectio is adopted from the template in this world: its clauses and their lines are numbered from 1. */
export const charterAccess: Access = {
  'GET /charter': { path: () => '/charter', expect: everyone },
  'GET /groups/:group/charter': { path: () => '/groups/lectio/charter', expect: everyone },
  'GET /groups/:group/charter/:number': { path: () => version, expect: everyone },
  'GET /groups/:group/charter/:number/compare': { path: () => `${version}/compare?with=1`, expect: everyone },
  'GET /groups/:group/charter/:number/:file': { path: () => `${version}/charter.md`, expect: everyone },
  'GET /groups/:group/facts': { path: () => '/groups/lectio/facts', expect: { visitor: 303, ...keepers(200) } },
  'POST /groups/:group/facts': { path: () => '/groups/lectio/facts', form: { tagline: 'Without a name' }, expect: keepers(422) },
  'POST /groups/:group/user-groups': {
    path: () => '/groups/lectio/user-groups',
    form: { communityIds: '999' },
    expect: { ada: 422, others: 404 },
  },
  'POST /groups/:group/user-groups/new': { path: () => '/groups/lectio/user-groups/new', form: {}, expect: { ada: 422, others: 404 } },
  // Who may read nothing of it reads the charter instead.
  'GET /charter/overview': { path: () => '/charter/overview?group=lectio', expect: everyone },
  // The next version's draft stands beside it in this world, with one clause of its own.
  'GET /charter/edit': { path: () => '/charter/edit?group=catalogo', expect: { visitor: 303, bruno: 200, ada: 200, others: 404 } },
  'POST /charter/drafts': {
    path: () => '/charter/drafts',
    form: { group: 'lectio', from: 'empty' },
    expect: { carla: 409, ada: 409, others: 404 },
  },
  'GET /charter/drafts/:draft': { path: () => '/charter/drafts/2', expect: { visitor: 303, ...group(200, 404), ada: 200 } },
  'POST /charter/drafts/:draft': { path: () => '/charter/drafts/2', form: { note: 'New.' }, expect: keepers(303) },
  'POST /charter/drafts/:draft/discard': {
    path: () => `/charter/drafts/${kept.draft}/discard`,
    renew: otherDraftAgain,
    form: {},
    expect: { bruno: 303, ada: 303, others: 404 },
  },
  'POST /charter/drafts/:draft/measures': { path: () => '/charter/drafts/2/measures', form: {}, expect: keepers(303) },
  'POST /charter/drafts/:draft/headings': { path: () => '/charter/drafts/2/headings', form: {}, expect: keepers(422) },
  'POST /charter/drafts/:draft/clauses': { path: () => '/charter/drafts/2/clauses', form: {}, expect: keepers(422) },
  'POST /charter/drafts/:draft/offers': { path: () => '/charter/drafts/2/offers', form: {}, expect: keepers(422) },
  'GET /charter/drafts/:draft/clauses/:clause': {
    path: () => '/charter/drafts/2/clauses/30',
    expect: { visitor: 303, ...keepers(200) },
  },
  'POST /charter/drafts/:draft/clauses/:clause': { path: () => '/charter/drafts/2/clauses/30', form: {}, expect: keepers(422) },
  'POST /charter/drafts/:draft/clauses/:clause/move': {
    path: () => '/charter/drafts/2/clauses/30/move',
    form: { to: 'up' },
    expect: keepers(303),
  },
  'POST /charter/drafts/:draft/clauses/:clause/remove': {
    path: () => `/charter/drafts/2/clauses/${kept.clause}/remove`,
    renew: clauseAgain,
    form: {},
    expect: keepers(303),
  },
  'GET /charter/drafts/:draft/adopt': { path: () => '/charter/drafts/2/adopt', expect: { visitor: 303, ...keepers(200) } },
  'POST /charter/drafts/:draft/adopt': { path: () => '/charter/drafts/2/adopt', form: {}, expect: keepers(422) },
  'GET /charter/versions/:version/undo': { path: () => '/charter/versions/1/undo', expect: { visitor: 303, ...keepers(200) } },
  'POST /charter/versions/:version/undo': { path: () => '/charter/versions/1/undo', form: {}, expect: keepers(409) },
  'POST /charter/versions/:version/review': { path: () => '/charter/versions/1/review', form: {}, expect: keepers(422) },
  'GET /charter/measures/new': { path: () => '/charter/measures/new?clause=1&kind=count', expect: { visitor: 303, ...keepers(200) } },
  'POST /charter/measures': { path: () => '/charter/measures', form: { clause: '1' }, expect: keepers(422) },
  'GET /charter/measures/:measure': { path: () => '/charter/measures/1', expect: { visitor: 303, ...keepers(200) } },
  'POST /charter/measures/:measure': { path: () => '/charter/measures/1', form: {}, expect: keepers(422) },
  'POST /charter/measures/:measure/remove': {
    path: () => `/charter/measures/${kept.measure}/remove`,
    renew: measureAgain,
    form: {},
    expect: keepers(303),
  },
  'GET /charter/clauses/:line': { path: () => '/charter/clauses/1', expect: everyone },
  'POST /charter/clauses/:line/readers': { path: () => '/charter/clauses/1/readers', form: { readers: 'group' }, expect: keepers(303) },
  'POST /charter/clauses/:line/waivers': { path: () => '/charter/clauses/1/waivers', form: {}, expect: keepers(422) },
  'POST /charter/clauses/:line/links': { path: () => '/charter/clauses/1/links', form: {}, expect: { ...group(422, 404), ada: 422 } },
  'POST /charter/waivers/:waiver/end': {
    path: () => `/charter/waivers/${kept.waiver}/end`,
    renew: waiverAgain,
    form: {},
    expect: keepers(303),
  },
  'POST /charter/links/:link/remove': {
    path: () => `/charter/links/${kept.link}/remove`,
    renew: linkAgain,
    form: {},
    expect: { maria: 303, carla: 303, ada: 303, others: 404 },
  },
  'GET /api/v1/groups/:group/charter': { path: () => '/api/v1/groups/lectio/charter', expect: token(200) },
  'GET /api/v1/groups/:group/charter/versions': { path: () => '/api/v1/groups/lectio/charter/versions', expect: token(200) },
  'GET /api/v1/groups/:group/charter/findings': { path: () => '/api/v1/groups/lectio/charter/findings', expect: token(200) },
  'GET /api/v1/charter/clauses/:line/evidence': {
    path: () => '/api/v1/charter/clauses/1/evidence?measure=1',
    expect: { visitor: 401, ...group(200, 404) },
  },
  'POST /api/v1/groups/:group/charter/drafts': {
    path: () => '/api/v1/groups/lectio/charter/drafts',
    form: { from: 'empty' },
    expect: { visitor: 401, carla: 409, ada: 409, others: 404 },
  },
  'GET /api/v1/charter/drafts/:draft': { path: () => '/api/v1/charter/drafts/2', expect: { visitor: 401, ...group(200, 404), ada: 200 } },
  'PUT /api/v1/charter/drafts/:draft': { path: () => '/api/v1/charter/drafts/2', form: {}, expect: { visitor: 401, ...keepers(204) } },
  'DELETE /api/v1/charter/drafts/:draft': {
    path: () => `/api/v1/charter/drafts/${kept.draft}`,
    renew: otherDraftAgain,
    expect: { visitor: 401, bruno: 204, ada: 204, others: 404 },
  },
  'POST /api/v1/charter/drafts/:draft/clauses': {
    path: () => '/api/v1/charter/drafts/2/clauses',
    form: { kind: 'duty', number: 'O1', text: 'Twice.' },
    expect: { visitor: 401, ...keepers(422) },
  },
  'PUT /api/v1/charter/drafts/:draft/clauses/:clause': {
    path: () => `/api/v1/charter/drafts/2/clauses/${kept.clause}`,
    renew: clauseAgain,
    form: { kind: 'duty', number: 'O1', text: 'None.' },
    expect: { visitor: 401, ...keepers(422) },
  },
  'POST /api/v1/charter/drafts/:draft/clauses/:clause/move': {
    path: () => `/api/v1/charter/drafts/2/clauses/${kept.clause}/move`,
    renew: clauseAgain,
    form: { to: 'up' },
    expect: { visitor: 401, ...keepers(204) },
  },
  'DELETE /api/v1/charter/drafts/:draft/clauses/:clause': {
    path: () => `/api/v1/charter/drafts/2/clauses/${kept.clause}`,
    renew: clauseAgain,
    expect: { visitor: 401, ...keepers(204) },
  },
  'POST /api/v1/charter/drafts/:draft/adopt': {
    path: () => '/api/v1/charter/drafts/2/adopt',
    form: { inForceOn: '2019-01-01' },
    expect: { visitor: 401, ...keepers(422) },
  },
  'PUT /api/v1/charter/versions/:version/review': {
    path: () => '/api/v1/charter/versions/1/review',
    form: { reviewOn: '2019-01-01' },
    expect: { visitor: 401, ...keepers(422) },
  },
  'POST /api/v1/charter/texts/:clause/measures': {
    path: () => '/api/v1/charter/texts/1/measures',
    form: { kind: 'cadence', subject: 'weather' },
    expect: { visitor: 401, ...keepers(422) },
  },
  'PUT /api/v1/charter/measures/:measure': {
    path: () => `/api/v1/charter/measures/${kept.measure}`,
    renew: measureAgain,
    form: { kind: 'count', subject: 'weather' },
    expect: { visitor: 401, ...keepers(422) },
  },
  'DELETE /api/v1/charter/measures/:measure': {
    path: () => `/api/v1/charter/measures/${kept.measure}`,
    renew: measureAgain,
    expect: { visitor: 401, ...keepers(204) },
  },
  'PUT /api/v1/charter/clauses/:line/readers': {
    path: () => '/api/v1/charter/clauses/1/readers',
    form: { readers: 'group' },
    expect: { visitor: 401, ...keepers(204) },
  },
  'POST /api/v1/charter/clauses/:line/waivers': {
    path: () => '/api/v1/charter/clauses/1/waivers',
    form: { fromOn: '2026-02-01', toOn: '2026-01-01', reason: 'No.' },
    expect: { visitor: 401, ...keepers(422) },
  },
  'POST /api/v1/charter/waivers/:waiver/end': {
    path: () => `/api/v1/charter/waivers/${kept.waiver}/end`,
    renew: waiverAgain,
    expect: { visitor: 401, ...keepers(204) },
  },
  'POST /api/v1/charter/clauses/:line/links': {
    path: () => '/api/v1/charter/clauses/1/links',
    form: { onDay: '2030-01-01', title: 'A talk', link: 'https://x.example' },
    expect: { visitor: 401, ...group(422, 404), ada: 422 },
  },
  'DELETE /api/v1/charter/links/:link': {
    path: () => `/api/v1/charter/links/${kept.link}`,
    renew: linkAgain,
    expect: { visitor: 401, maria: 204, carla: 204, ada: 204, others: 404 },
  },
}
