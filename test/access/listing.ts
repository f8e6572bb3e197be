import type { Access } from '../access.ts'

const moderating = { modesto: 404, carla: 404, ada: 404, others: 404 }
const none = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'

/** Addresses of the daily life of a list. */
export const listingAccess: Access = {
  'POST /lists/:list/held': {
    path: () => '/lists/lectio-l/held',
    form: { decision: 'discard', held: '999999' },
    expect: moderating,
  },
  'POST /lists/:list/held/:held/claim': { path: () => '/lists/lectio-l/held/999999/claim', form: { take: 'yes' }, expect: moderating },
  'POST /lists/:list/held/:held/memo': { path: () => '/lists/lectio-l/held/999999/memo', form: { memo: 'x' }, expect: moderating },
  'GET /decide/:token': { path: () => `/decide/${none}`, expect: { others: 404 } },
  'POST /decide/:token': { path: () => `/decide/${none}`, form: { decision: 'approve' }, expect: { others: 404 } },
}
