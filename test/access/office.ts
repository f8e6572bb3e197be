import type { Access } from '../access.ts'
import { correspondenceImportAgain, handoverAgain, kept, offerAgain, roleAddressAgain, termAgain } from './kept-things.ts'
import { moderators, things } from './things.ts'

const signIn = 303
/** Carla coordinates, so she keeps the group's addresses and reads what comes to her role; Ada administers the addresses, and reads nothing. */

/** Desk `lectio-coordinator` is the group's; each world of the table opens it. */
export const officeAccess: Access = {
  'GET /user-groups': { path: () => '/user-groups', expect: { visitor: 303, ada: 200, stella: 200, others: 404 } },
  'GET /user-groups/:userGroup': { path: () => '/user-groups/lsui', expect: { visitor: 303, ada: 200, stella: 200, others: 404 } },
  'POST /user-groups/:userGroup': {
    path: () => '/user-groups/lsui',
    form: { noun: 'own' },
    expect: { ada: 422, stella: 422, others: 404 },
  },
  'GET /actions': { path: () => '/actions', expect: { visitor: signIn, others: 200 } },
  'POST /actions': {
    path: () => '/actions',
    form: { title: 'Book a room', group: 'lectio' },
    expect: { visitor: 404, carla: 303, maria: 303, modesto: 303, lena: 303, others: 422 },
  },
  'GET /actions/:action': {
    path: () => `/actions/${things.action}`,
    expect: { visitor: 303, maria: 200, modesto: 200, carla: 200, lena: 200, others: 404 },
  },
  'POST /actions/:action': {
    path: () => `/actions/${things.action}`,
    form: { title: '' },
    expect: { maria: 422, modesto: 422, carla: 422, lena: 422, others: 404 },
  },
  'POST /actions/:action/settle': {
    path: () => `/actions/${things.action}/settle`,
    form: { state: 'x' },
    expect: { maria: 422, modesto: 422, carla: 422, lena: 422, others: 404 },
  },

  'GET /roster/:group/handovers': {
    path: () => '/roster/lectio/handovers',
    expect: { visitor: signIn, carla: 200, maria: 200, modesto: 200, ada: 200, lena: 200, others: 404 },
  },
  'POST /roster/:group/handovers': {
    path: () => '/roster/lectio/handovers',
    form: { role: 'coordinator', fromId: '999999', toId: '999998' },
    // Only who gives roles prepares one for others; a member would hand over her own.
    expect: { carla: 422, ada: 422, others: 404 },
  },
  'POST /roster/:group/holdings': {
    path: () => '/roster/lectio/holdings',
    form: { role: 'coordinator', title: 'Meeting account' },
    expect: { carla: 303, ada: 303, others: 404 },
  },
  'POST /roster/:group/holdings/:holding/end': {
    path: () => `/roster/lectio/holdings/${things.holding}/end`,
    renew: ({ db }) => db.updateTable('roleHolding').set({ endedAt: null }).where('id', '=', things.holding).execute(),
    expect: { carla: 303, ada: 303, others: 404 },
  },
  'GET /handovers/:handover': {
    path: () => `/handovers/${things.handover}`,
    expect: { visitor: signIn, carla: 200, maria: 200, modesto: 200, ada: 200, lena: 200, others: 404 },
  },
  'POST /handovers/:handover': {
    path: () => `/handovers/${things.handover}`,
    renew: (world) => handoverAgain(world, things.handover),
    expect: { maria: 303, carla: 303, ada: 303, others: 404 },
  },
  'POST /handovers/:handover/withdraw': {
    path: () => `/handovers/${things.handover}/withdraw`,
    renew: (world) => handoverAgain(world, things.handover),
    expect: { maria: 303, carla: 303, ada: 303, others: 404 },
  },
  'GET /approvals': {
    path: () => '/approvals?q=susi',
    expect: { others: 301 },
  },
  'GET /calls': { path: () => '/calls', expect: { visitor: signIn, others: 200 } },
  'POST /calls': { path: () => '/calls', form: { group: 'lectio' }, expect: { carla: 422, ada: 422, bruno: 422, others: 404 } },
  'GET /calls/:call': {
    path: () => `/calls/${things.call}`,
    expect: { visitor: signIn, susi: 200, maria: 200, modesto: 200, carla: 200, ada: 200, lena: 200, others: 404 },
  },
  'POST /calls/:call/offer': {
    path: () => `/calls/${things.call}/offer`,
    form: { text: 'I' },
    expect: { susi: 303, maria: 303, modesto: 303, carla: 303, ada: 303, lena: 303, others: 404 },
  },
  'POST /calls/:call/offer/withdraw': {
    path: () => `/calls/${things.call}/offer/withdraw`,
    renew: (world) => offerAgain(world, things.call, world.susi),
    expect: { susi: 303, maria: 303, modesto: 303, carla: 303, ada: 303, lena: 303, others: 404 },
  },
  'POST /calls/:call/decide': { path: () => `/calls/${things.call}/decide`, expect: { carla: 422, ada: 422, others: 404 } },
  'POST /calls/:call/runners-up/:offer': {
    path: () => `/calls/${things.call}/runners-up/${kept.offer}`,
    renew: (world) => offerAgain(world, things.call, world.susi, 'decided'),
    expect: { carla: 303, ada: 303, others: 404 },
  },
  'POST /calls/:call/withdraw': {
    path: () => `/calls/${things.call}/withdraw`,
    renew: (world) => offerAgain(world, things.call, world.susi),
    expect: { carla: 303, ada: 303, others: 404 },
  },

  'GET /role-addresses': {
    path: () => '/role-addresses',
    expect: { visitor: signIn, carla: 200, bruno: 200, ada: 200, stella: 200, others: 404 },
  },
  'POST /role-addresses': {
    path: () => '/role-addresses',
    form: { name: 'lectio-l', title: 'T', role: 'coordinator', owner: 'g1' },
    expect: { carla: 422, bruno: 422, ada: 422, stella: 422, others: 404 },
  },
  'POST /role-addresses/:address/close': {
    path: () => `/role-addresses/${kept.roleAddress}/close`,
    renew: roleAddressAgain,
    expect: { carla: 303, ada: 303, others: 404 },
  },

  'GET /correspondence': {
    path: () => '/correspondence',
    expect: { visitor: signIn, carla: 200, modesto: 200, bruno: 200, lena: 200, stella: 200, others: 404 },
  },
  'GET /correspondence/:desk': {
    path: () => '/correspondence/lectio-coordinator?q=a',
    expect: { visitor: signIn, carla: 200, others: 404 },
  },
  'GET /correspondence/:desk/imports': {
    path: () => '/correspondence/lectio-coordinator/imports',
    expect: { visitor: signIn, carla: 200, others: 404 },
  },
  'POST /correspondence/:desk/imports': {
    path: () => '/correspondence/lectio-coordinator/imports',
    form: {},
    expect: { carla: 422, others: 404 },
  },
  'GET /correspondence/:desk/imports/:run/progress': {
    path: () => `/correspondence/lectio-coordinator/imports/${kept.correspondence}/progress`,
    renew: correspondenceImportAgain,
    expect: { visitor: signIn, carla: 200, others: 404 },
  },
  'GET /correspondence/:desk/imports/:run': {
    path: () => `/correspondence/lectio-coordinator/imports/${kept.correspondence}`,
    renew: correspondenceImportAgain,
    expect: { visitor: signIn, carla: 200, others: 404 },
  },
  'GET /correspondence/:desk/imports/:run/undo': {
    path: () => `/correspondence/lectio-coordinator/imports/${kept.correspondence}/undo`,
    renew: correspondenceImportAgain,
    expect: { visitor: signIn, carla: 200, others: 404 },
  },
  'POST /correspondence/:desk/imports/:run/undo': {
    path: () => `/correspondence/lectio-coordinator/imports/${kept.correspondence}/undo`,
    renew: correspondenceImportAgain,
    expect: { carla: 303, others: 404 },
  },
  'POST /correspondence/:desk/imports/:run/again': {
    path: () => `/correspondence/lectio-coordinator/imports/${kept.correspondence}/again`,
    renew: correspondenceImportAgain,
    expect: { carla: 409, others: 404 },
  },
  'GET /correspondence/:desk/write': {
    path: () => '/correspondence/lectio-coordinator/write',
    expect: { visitor: signIn, carla: 200, others: 404 },
  },
  'POST /correspondence/:desk/write': {
    path: () => '/correspondence/lectio-coordinator/write',
    form: { to: 'vera@quillon.example', subject: 'Costs', text: 'When?' },
    expect: { carla: 303, others: 404 },
  },
  'GET /correspondence/:desk/mbox': {
    path: () => '/correspondence/lectio-coordinator/mbox',
    expect: { visitor: signIn, carla: 200, others: 404 },
  },
  'GET /correspondence/:desk/:exchange': {
    path: () => '/correspondence/lectio-coordinator/1',
    expect: { visitor: signIn, carla: 200, others: 404 },
  },
  'POST /correspondence/:desk/:exchange': {
    path: () => '/correspondence/lectio-coordinator/1',
    form: { state: 'waiting' },
    expect: { carla: 303, others: 404 },
  },
  'POST /correspondence/:desk/:exchange/answer': {
    path: () => '/correspondence/lectio-coordinator/1/answer',
    form: { subject: 'Re: Costs', text: 'Thank you.' },
    expect: { carla: 303, others: 404 },
  },
  'POST /correspondence/:desk/:exchange/mails/:mail/pass-on': {
    path: () => '/correspondence/lectio-coordinator/1/mails/1/pass-on',
    expect: { others: 404 },
  },
  'GET /correspondence/:desk/:exchange/mails/:mail/raw': {
    path: () => '/correspondence/lectio-coordinator/1/mails/1/raw',
    expect: { visitor: signIn, carla: 200, others: 404 },
  },
  'GET /correspondence/:desk/:exchange/mails/:mail/a/:position': {
    path: () => '/correspondence/lectio-coordinator/1/mails/1/a/0',
    expect: { visitor: signIn, others: 404 },
  },

  'GET /api/v1/organisations': { path: () => '/api/v1/organisations?q=quill', expect: { visitor: 401, others: 200 } },
  'GET /api/v1/organisations/:organisation': { path: () => '/api/v1/organisations/1', expect: { visitor: 401, others: 200 } },
  'POST /api/v1/organisations': {
    path: () => '/api/v1/organisations',
    form: { name: 'By API', kind: 'institution' },
    expect: { visitor: 401, ada: 201, stella: 201, others: 404 },
  },
  'PUT /api/v1/organisations/:organisation': {
    path: () => '/api/v1/organisations/1',
    form: { name: 'Quillon', kind: 'vendor' },
    expect: { visitor: 401, ada: 200, stella: 200, others: 404 },
  },
  'GET /api/v1/actions': { path: () => '/api/v1/actions?mine=true', expect: { visitor: 401, others: 200 } },
  'POST /api/v1/groups/:group/actions': {
    path: () => '/api/v1/groups/lectio/actions',
    form: { title: 'By API' },
    expect: { visitor: 401, carla: 201, maria: 201, modesto: 201, lena: 201, others: 404 },
  },
  'POST /api/v1/actions/:action/state': {
    path: () => `/api/v1/actions/${things.action}/state`,
    form: { state: 'done' },
    expect: { visitor: 401, maria: 204, carla: 409, others: 404 },
  },
  'GET /api/v1/correspondence': { path: () => '/api/v1/correspondence', expect: { visitor: 401, others: 200 } },
  'GET /api/v1/correspondence/:desk': {
    path: () => '/api/v1/correspondence/lectio-coordinator',
    expect: { visitor: 401, carla: 200, others: 404 },
  },
  'GET /api/v1/correspondence/:desk/:exchange': {
    path: () => '/api/v1/correspondence/lectio-coordinator/1',
    expect: { visitor: 401, carla: 200, others: 404 },
  },
  'PATCH /api/v1/correspondence/:desk/:exchange': {
    path: () => '/api/v1/correspondence/lectio-coordinator/1',
    form: { state: 'waiting' },
    expect: { visitor: 401, carla: 204, others: 404 },
  },
  'POST /api/v1/correspondence/:desk/:exchange/answer': {
    path: () => '/api/v1/correspondence/lectio-coordinator/1/answer',
    form: { subject: 'Re: Costs', text: 'By API.' },
    expect: { visitor: 401, carla: 204, others: 404 },
  },
  'GET /api/v1/lists/:list/requests/:request': {
    path: () => `/api/v1/lists/lectio-l/requests/${things.request}`,
    expect: { visitor: 401, ...moderators(200), others: 404 },
  },
  'GET /api/v1/groups/:group/terms': { path: () => '/api/v1/groups/lectio/terms', expect: { others: 200 } },
  'POST /api/v1/groups/:group/terms': {
    path: () => '/api/v1/groups/lectio/terms',
    form: { email: 'nobody@nowhere.example', role: 'member', from: '2026' },
    expect: { visitor: 401, carla: 422, ada: 422, others: 404 },
  },
  'POST /api/v1/terms/:term/end': {
    path: () => `/api/v1/terms/${kept.term}/end`,
    renew: (world) => termAgain(world, things.person),
    form: { toOn: '2026-12-31' },
    expect: { visitor: 401, carla: 204, ada: 204, others: 404 },
  },
  'GET /api/v1/groups/:group/handovers': {
    path: () => '/api/v1/groups/lectio/handovers',
    expect: { visitor: 401, carla: 200, maria: 200, modesto: 200, lena: 200, ada: 200, others: 404 },
  },
  'POST /api/v1/groups/:group/handovers': {
    path: () => '/api/v1/groups/lectio/handovers',
    expect: { visitor: 401, others: 422 },
  },
  'GET /api/v1/handovers/:handover': {
    path: () => `/api/v1/handovers/${things.handover}`,
    expect: { visitor: 401, carla: 200, maria: 200, modesto: 200, ada: 200, lena: 200, others: 404 },
  },
  'POST /api/v1/handovers/:handover/state': {
    path: () => `/api/v1/handovers/${things.handover}/state`,
    renew: (world) => handoverAgain(world, things.handover),
    form: { state: 'withdrawn' },
    expect: { visitor: 401, maria: 204, carla: 204, ada: 204, others: 404 },
  },
  'POST /api/v1/groups/:group/holdings': {
    path: () => '/api/v1/groups/lectio/holdings',
    form: { role: 'coordinator', title: 'The meeting account' },
    expect: { visitor: 401, carla: 201, ada: 201, others: 404 },
  },
  'DELETE /api/v1/groups/:group/holdings/:holding': {
    path: () => `/api/v1/groups/lectio/holdings/${things.holding}`,
    renew: ({ db }) => db.updateTable('roleHolding').set({ endedAt: null }).where('id', '=', things.holding).execute(),
    expect: { visitor: 401, carla: 204, ada: 204, others: 404 },
  },
  'GET /api/v1/referents': {
    path: () => '/api/v1/referents',
    expect: { visitor: 401, ada: 200, stella: 200, others: 404 },
  },
  'POST /api/v1/organisations/:organisation/referent': {
    path: () => '/api/v1/organisations/1/referent',
    form: { communityId: '1' },
    expect: { visitor: 401, others: 422 },
  },
  'POST /api/v1/referents/:naming/decision': {
    path: () => `/api/v1/referents/${things.naming}/decision`,
    form: { decision: 'confirm' },
    expect: { visitor: 401, ada: 204, stella: 409, others: 404 },
  },
  'DELETE /api/v1/referents/:naming': { path: () => `/api/v1/referents/${things.naming}`, expect: { visitor: 401, others: 404 } },
}
