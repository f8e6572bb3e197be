import type { Access } from '../access.ts'
import { things } from './things.ts'

const signIn = 303
const visitor = 401
/** Those who lead a group, and administrators. */
const owners = (status: number) => ({ carla: status, ada: status, bruno: status })
const api = '/api/v1/webhooks'
const gone = { visitor, others: 404 }
const none = { visitor: signIn, others: 404 }
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
  'POST /admin/webhooks/:hook/resume': { path: () => `/admin/webhooks/${things.hook}/resume`, expect: { carla: 303, others: 404 } },
  'POST /admin/webhooks/:hook/end': { path: () => `/admin/webhooks/${things.hook}/end`, expect: { carla: 303, others: 404 } },
  'GET /admin/webhooks/:hook/deliveries/:delivery': {
    path: () => `/admin/webhooks/${things.hook}/deliveries/${things.hookDelivery}`,
    expect: none,
  },
  'POST /admin/webhooks/:hook/deliveries/:delivery/again': {
    path: () => `/admin/webhooks/${things.hook}/deliveries/${things.hookDelivery}/again`,
    expect: { others: 404 },
  },

  'GET /api/v1/webhooks': { path: () => api, expect: { visitor, ...owners(200), others: 404 } },
  'POST /api/v1/webhooks': { path: () => api, form: { ...form, events: ['*'] as never }, expect: { visitor, ...owners(422), others: 404 } },
  'GET /api/v1/webhooks/:webhook': { path: () => `${api}/999999`, expect: gone },
  'PUT /api/v1/webhooks/:webhook': {
    path: () => `${api}/999999`,
    form: { name: 'A', url: 'https://[::1]/', events: ['*'] as never },
    expect: gone,
  },
  'DELETE /api/v1/webhooks/:webhook': { path: () => `${api}/999999`, expect: gone },
  'POST /api/v1/webhooks/:webhook/state': { path: () => `${api}/999999/state`, form: { do: 'pause' }, expect: gone },
  'POST /api/v1/webhooks/:webhook/secret': { path: () => `${api}/999999/secret`, expect: gone },
  'GET /api/v1/webhooks/:webhook/deliveries': { path: () => `${api}/999999/deliveries`, expect: gone },
  'POST /api/v1/webhooks/:webhook/deliveries/:delivery/again': {
    path: () => `${api}/999999/deliveries/1/again`,
    expect: gone,
  },
}
