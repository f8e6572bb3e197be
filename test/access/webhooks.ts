import type { Access } from '../access.ts'
import { hookAgain } from './kept-things.ts'
import { things } from './things.ts'

const signIn = 303
const visitor = 401
/** Those who lead a group, and administrators. */
const owners = (status: number) => ({ carla: status, ada: status, bruno: status })
const api = '/api/v1/webhooks'
const hers = (status: number) => ({ visitor, carla: status, others: 404 })
const form = { name: 'A program', url: 'https://127.0.0.1/', events: '*' }

/** Webhooks: Carla has one; an internal address is refused to everybody. */
export const webhooksAccess: Access = {
  'GET /admin/webhooks': { path: () => '/admin/webhooks', expect: { visitor: signIn, ...owners(200), others: 404 } },
  'GET /admin/webhooks/new': { path: () => '/admin/webhooks/new', expect: { visitor: signIn, ...owners(200), others: 404 } },
  'POST /admin/webhooks': { path: () => '/admin/webhooks', form, expect: { ...owners(422), others: 404 } },
  'GET /admin/webhooks/:hook': {
    path: () => `/admin/webhooks/${things.hook}`,
    expect: { visitor: 303, carla: 200, ada: 200, others: 404 },
  },
  'POST /admin/webhooks/:hook': { path: () => `/admin/webhooks/${things.hook}`, form, expect: { carla: 422, ada: 422, others: 404 } },
  'POST /admin/webhooks/:hook/secret': { path: () => `/admin/webhooks/${things.hook}/secret`, expect: { carla: 200, others: 404 } },
  'POST /admin/webhooks/:hook/test': { path: () => `/admin/webhooks/${things.hook}/test`, expect: { carla: 303, others: 404 } },
  'POST /admin/webhooks/:hook/pause': { path: () => `/admin/webhooks/${things.hook}/pause`, expect: { carla: 303, ada: 303, others: 404 } },
  'POST /admin/webhooks/:hook/resume': {
    path: () => `/admin/webhooks/${things.hook}/resume`,
    renew: hookAgain,
    expect: { carla: 303, others: 404 },
  },
  'POST /admin/webhooks/:hook/end': {
    path: () => `/admin/webhooks/${things.hook}/end`,
    renew: hookAgain,
    expect: { carla: 303, ada: 303, others: 404 },
  },
  'GET /admin/webhooks/:hook/deliveries/:delivery': {
    path: () => `/admin/webhooks/${things.hook}/deliveries/${things.hookDelivery}`,
    renew: hookAgain,
    expect: { visitor: signIn, carla: 200, ada: 200, others: 404 },
  },
  'POST /admin/webhooks/:hook/deliveries/:delivery/again': {
    path: () => `/admin/webhooks/${things.hook}/deliveries/${things.hookDelivery}/again`,
    renew: hookAgain,
    expect: { carla: 303, others: 404 },
  },

  'GET /api/v1/webhooks': { path: () => api, expect: { visitor, ...owners(200), others: 404 } },
  'POST /api/v1/webhooks': { path: () => api, form: { ...form, events: ['*'] as never }, expect: { visitor, ...owners(422), others: 404 } },
  'GET /api/v1/webhooks/:webhook': {
    path: () => `${api}/${things.hook}`,
    renew: hookAgain,
    expect: { visitor, carla: 200, ada: 200, others: 404 },
  },
  'PUT /api/v1/webhooks/:webhook': {
    path: () => `${api}/${things.hook}`,
    renew: hookAgain,
    form: { name: 'A', url: 'https://[::1]/', events: ['*'] as never },
    expect: { visitor, carla: 422, ada: 422, others: 404 },
  },
  'DELETE /api/v1/webhooks/:webhook': {
    path: () => `${api}/${things.hook}`,
    renew: hookAgain,
    expect: { visitor, carla: 204, ada: 204, others: 404 },
  },
  'POST /api/v1/webhooks/:webhook/state': {
    path: () => `${api}/${things.hook}/state`,
    renew: hookAgain,
    form: { do: 'pause' },
    expect: { visitor, carla: 204, ada: 204, others: 404 },
  },
  'POST /api/v1/webhooks/:webhook/secret': { path: () => `${api}/${things.hook}/secret`, renew: hookAgain, expect: hers(200) },
  'GET /api/v1/webhooks/:webhook/deliveries': {
    path: () => `${api}/${things.hook}/deliveries`,
    renew: hookAgain,
    expect: { visitor, carla: 200, ada: 200, others: 404 },
  },
  'POST /api/v1/webhooks/:webhook/deliveries/:delivery/again': {
    path: () => `${api}/${things.hook}/deliveries/${things.hookDelivery}/again`,
    renew: hookAgain,
    expect: hers(204),
  },
}
