import type { Access } from '../access.ts'
import { kept, suspendedAgain } from './kept-things.ts'
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
    path: () => `/lists/lectio-l/subscribers/${kept.subscription}/resume`,
    renew: suspendedAgain,
    expect: { modesto: 303, carla: 303, ada: 303, stella: 303, others: 404 },
  },
  'POST /me/subscriptions/:subscription/resume': {
    path: () => `/me/subscriptions/${kept.subscription}/resume`,
    renew: suspendedAgain,
    expect: { susi: 303, others: 404 },
  },
}
