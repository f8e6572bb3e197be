import type { Access } from '../access.ts'

const signIn = 303
const api = '/api/v1'
/** Those who run the ballots of the group; to others there is nothing to run. */
const runners = (status: number) => ({ carla: status, ada: status })
/** Those of the group. */
const group = (status: number) => ({ carla: status, maria: status, modesto: status, lena: status })
const all = { others: 200 }
const signedIn = { visitor: signIn, others: 200 }
const nowhere = { others: 404 }

/** The world of `openBallots`: which ballot is which stands there. */
export const ballotsAccess: Access = {
  'GET /cycles': { path: () => '/cycles', expect: all },
  'GET /cycles/new': { path: () => '/cycles/new', expect: { visitor: signIn, ...runners(200), bruno: 200, others: 404 } },
  'POST /cycles': { path: () => '/cycles', form: { title: 'Without dates' }, expect: { ...runners(422), bruno: 422, others: 404 } },
  'GET /cycles/:cycle': { path: () => '/cycles/1?state=submitted&q=wish', expect: all },
  'POST /cycles/:cycle/dates': { path: () => '/cycles/1/dates', form: { kind: 'triage' }, expect: { ...runners(422), others: 404 } },
  'POST /cycles/:cycle/consortia': {
    path: () => '/cycles/2/consortia',
    form: { organisationId: '1', asOne: 'yes' },
    expect: { ...runners(409), others: 404 },
  },
  'GET /cycles/:cycle/submit': { path: () => '/cycles/1/submit', expect: signedIn },
  'POST /cycles/:cycle/submit': {
    path: () => '/cycles/1/submit',
    form: { title: 'A title alone' },
    expect: { visitor: 404, ...group(422), susi: 422, others: 403 },
  },
  'GET /cycles/:cycle/triage': { path: () => '/cycles/1/triage', expect: { visitor: signIn, ...group(200), ada: 200, others: 404 } },
  'GET /cycles/:cycle/alike': { path: () => '/cycles/1/alike', expect: { visitor: signIn, ...group(200), ada: 200, others: 404 } },
  'GET /cycles/:cycle/costing': { path: () => '/cycles/2/costing', expect: { visitor: signIn, ...runners(200), vera: 200, others: 404 } },
  'POST /cycles/:cycle/costing': {
    path: () => '/cycles/2/costing',
    form: { 'cost-1': 'x' },
    expect: { ...runners(422), vera: 422, others: 404 },
  },
  // Its words are for those on the list; how it is decided, by whom and in which other words, for the group and who brought it in.
  'GET /wishes/:wish': {
    path: () => '/wishes/1',
    expect: { visitor: signIn, susi: 200, maria: 200, modesto: 200, carla: 200, lena: 200, ada: 200, others: 404 },
  },
  'POST /wishes/:wish/decide': {
    path: () => '/wishes/1/decide',
    form: { to: 'set_aside', reason: 'bug' },
    expect: { ...group(422), ada: 422, others: 404 },
  },
  'POST /wishes/:wish/unlike': {
    path: () => '/wishes/1/unlike',
    form: { other: 'twice' },
    expect: { ...group(422), ada: 422, others: 404 },
  },
  'POST /wishes/:wish/merge': {
    path: () => '/wishes/1/merge',
    form: { other: 'twice', staying: '1' },
    expect: { ...group(422), ada: 422, others: 404 },
  },
  'POST /wishes/:wish/request': {
    path: () => '/wishes/1/request',
    form: { requestId: '999999' },
    expect: { ...group(422), ada: 422, others: 404 },
  },
  'POST /wishes/:wish/reword': {
    path: () => '/wishes/1/reword',
    form: { title: 'Another title' },
    expect: { susi: 422, maria: 422, modesto: 422, carla: 422, lena: 422, ada: 422, others: 404 },
  },
  'POST /wishes/:wish/answer': { path: () => '/wishes/1/answer', form: { rewording: '999999', agreed: 'yes' }, expect: nowhere },
  'POST /wishes/:wish/withdraw': { path: () => '/wishes/2/withdraw', expect: { carla: 403, others: 404 } },

  'GET /ballots': { path: () => '/ballots', expect: all },
  // What is chosen from is the group's own: an administrator leads no group.
  'GET /ballots/new': { path: () => '/ballots/new', expect: { visitor: signIn, carla: 200, bruno: 200, others: 404 } },
  'POST /ballots': { path: () => '/ballots', form: { title: 'T' }, expect: { carla: 422, bruno: 422, others: 404 } },
  'GET /ballots/rules': { path: () => '/ballots/rules', expect: all },
  'GET /ballots.ics': { path: () => '/ballots.ics', expect: all },
  'GET /ballots/:ballot': { path: () => '/ballots/5', expect: { visitor: signIn, ...group(200), ada: 200, others: 404 } },
  'GET /ballots/:ballot/electorate': { path: () => '/ballots/1/electorate', expect: { visitor: signIn, ...runners(200), others: 404 } },
  'POST /ballots/:ballot/extend': { path: () => '/ballots/1/extend', form: { closesAt: 'x' }, expect: { ...runners(422), others: 404 } },
  'POST /ballots/:ballot/change': { path: () => '/ballots/1/change', form: { title: 'T' }, expect: { ...runners(422), others: 404 } },
  'POST /ballots/:ballot/rehearse': { path: () => '/ballots/1/rehearse', expect: { ...runners(409), others: 404 } },
  'POST /ballots/:ballot/fill': { path: () => '/ballots/1/fill', expect: { ...runners(409), others: 404 } },
  'POST /ballots/:ballot/count': { path: () => '/ballots/1/count', expect: nowhere },
  // It made nothing public.
  'POST /ballots/:ballot/undo-public': { path: () => '/ballots/5/undo-public', expect: { carla: 409, others: 404 } },
  'GET /ballots/:ballot/call-off': { path: () => '/ballots/5/call-off', expect: { visitor: signIn, ...runners(200), others: 404 } },
  'POST /ballots/:ballot/call-off': { path: () => '/ballots/5/call-off', form: { reason: ' ' }, expect: { ...runners(422), others: 404 } },
  // The election that was called off.
  'GET /ballots/:ballot/anew': { path: () => '/ballots/8/anew', expect: { visitor: signIn, ...runners(200), others: 404 } },
  'POST /ballots/:ballot/anew': { path: () => '/ballots/8/anew', form: { closesAt: 'x' }, expect: { ...runners(422), others: 404 } },
  'POST /ballots/:ballot/throw-away': { path: () => '/ballots/1/throw-away', expect: nowhere },

  // The paper of Carla in the motion: hers alone.
  'GET /ballots/:ballot/papers/:voter': { path: () => '/ballots/5/papers/2', expect: { visitor: signIn, carla: 200, others: 404 } },
  'POST /ballots/:ballot/papers/:voter': {
    path: () => '/ballots/5/papers/2',
    form: { act: 'cast' },
    expect: { carla: 422, others: 404 },
  },
  'GET /ballots/:ballot/papers/:voter/sheet': {
    path: () => '/ballots/3/papers/1/sheet',
    expect: { visitor: signIn, susi: 200, others: 404 },
  },
  'POST /ballots/:ballot/papers/:voter/sheet': { path: () => '/ballots/3/papers/1/sheet', expect: { susi: 422, others: 404 } },
  'POST /ballots/:ballot/papers/:voter/receipt': { path: () => '/ballots/3/papers/1/receipt', expect: { susi: 403, others: 404 } },
  'POST /ballots/:ballot/papers/:voter/voice': { path: () => '/ballots/3/papers/1/voice', expect: { susi: 403, others: 404 } },
  'POST /ballots/:ballot/papers/:voter/poll': {
    path: () => '/ballots/3/papers/1/poll',
    form: { closesAt: '2026-01-01T12:00' },
    expect: { susi: 403, others: 404 },
  },
  'POST /ballots/:ballot/papers/:voter/profile': {
    path: () => '/ballots/3/papers/1/profile',
    form: { size: 'small' },
    expect: { susi: 303, others: 404 },
  },

  'GET /ballots/:ballot/results': { path: () => '/ballots/3/results', expect: all },
  'GET /ballots/:ballot/papers': { path: () => '/ballots/3/papers', expect: all },
  'GET /ballots/:ballot/export/:file': { path: () => '/ballots/3/export/ballot.pb', expect: all },

  'GET /elections/new': { path: () => '/elections/new', expect: { visitor: signIn, ...runners(200), bruno: 200, others: 404 } },
  'POST /elections': { path: () => '/elections', form: { title: 'T' }, expect: { ...runners(422), bruno: 422, others: 404 } },
  'POST /ballots/:ballot/nominations': {
    path: () => '/ballots/6/nominations',
    form: { email: 'nobody@nowhere.example' },
    // Who meets people here hears the same of every address, the others that it is nobody's.
    expect: { visitor: 404, otto: 422, vera: 422, others: 303 },
  },
  'GET /ballots/:ballot/nomination': {
    path: () => '/ballots/6/nomination',
    expect: { visitor: signIn, maria: 200, susi: 200, others: 404 },
  },
  'POST /ballots/:ballot/nomination': {
    path: () => '/ballots/6/nomination',
    form: { stands: 'yes' },
    expect: { maria: 422, susi: 422, others: 404 },
  },
  'POST /ballots/:ballot/seats/appoint': { path: () => '/ballots/7/seats/appoint', expect: { ...runners(303), others: 404 } },
  'POST /ballots/:ballot/seats/offer': { path: () => '/ballots/6/seats/offer', expect: { ...runners(403), others: 404 } },
  'POST /ballots/:ballot/seats/answer': { path: () => '/ballots/7/seats/answer', form: { takes: 'yes' }, expect: nowhere },

  'GET /api/v1/cycles': { path: () => `${api}/cycles`, expect: all },
  'GET /api/v1/cycles/:cycle': { path: () => `${api}/cycles/1`, expect: all },
  'GET /api/v1/cycles/:cycle/alike': {
    path: () => `${api}/cycles/1/alike`,
    expect: { visitor: 401, ...group(200), ada: 200, others: 404 },
  },
  'GET /api/v1/ballots': { path: () => `${api}/ballots?limit=2`, expect: all },
  'GET /api/v1/ballots/:ballot': { path: () => `${api}/ballots/5`, expect: { visitor: 401, ...group(200), ada: 200, others: 404 } },
  'GET /api/v1/ballots/:ballot/results': { path: () => `${api}/ballots/3/results`, expect: all },
  'GET /api/v1/ballots/:ballot/published-papers': { path: () => `${api}/ballots/3/published-papers`, expect: all },
  'GET /api/v1/ballots/:ballot/papers/:voter': { path: () => `${api}/ballots/5/papers/2`, expect: { visitor: 401, others: 403 } },
  'PUT /api/v1/ballots/:ballot/papers/:voter': {
    path: () => `${api}/ballots/5/papers/2`,
    form: { ranks: 'x' },
    expect: { visitor: 401, others: 403 },
  },

  'GET /motions/new': { path: () => '/motions/new', expect: { visitor: signIn, ...group(200), bruno: 200, others: 404 } },
  'POST /motions': { path: () => '/motions', form: { title: 'T' }, expect: { ...group(422), bruno: 422, others: 404 } },
  'POST /ballots/:ballot/objection': { path: () => '/ballots/5/objection', expect: { ...group(422), ada: 422, others: 404 } },
  'POST /ballots/:ballot/objection/withdraw': { path: () => '/ballots/5/objection/withdraw', expect: nowhere },
  'POST /ballots/:ballot/vote': {
    path: () => '/ballots/5/vote',
    form: { closesAt: '2027-01-01T12:00' },
    expect: { ...runners(409), others: 404 },
  },
}
