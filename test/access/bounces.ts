import type { Access } from '../access.ts'
import { listingAccess } from './listing.ts'
import { things } from './things.ts'

/** Addresses of a list's daily life, and of bounces, incidents and suspended subscriptions. */
export const bouncesAccess: Access = {
  ...listingAccess,
  'GET /lists/:list/bounces': {
    path: () => '/lists/lectio-l/bounces',
    expect: { visitor: 303, modesto: 200, carla: 200, ada: 200, stella: 200, others: 404 },
  },
  'POST /lists/:list/bounces/:incident/close': {
    path: () => `/lists/lectio-l/bounces/${things.incident}/close`,
    expect: { modesto: 303, carla: 303, ada: 303, stella: 303, others: 404 },
  },
  'POST /lists/:list/subscribers/:subscription/resume': {
    path: () => '/lists/lectio-l/subscribers/999999/resume',
    expect: { others: 404 },
  },
  'POST /me/subscriptions/:subscription/resume': { path: () => '/me/subscriptions/999999/resume', expect: { others: 404 } },
}
