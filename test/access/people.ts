import { sealToken } from '../../src/lib/token/seal.ts'
import type { Access } from '../access.ts'
import { addressAgain, kept, namingAgain, rosterImportAgain } from './kept-things.ts'
import { moderators, things } from './things.ts'

const signIn = 303
/** Those who lead any group, and administrators, keep the register; to others its forms do not exist. */
// The site's offices: with several groups on it, a coordinator keeps her group and not the register.
const keepers = (status: number) => ({ ada: status, stella: status })

/** Organisation 1 is the vendor that every world has. */
export const peopleAccess: Access = {
  'GET /organisations': { path: () => '/organisations?q=quill', expect: { visitor: signIn, others: 200 } },
  'GET /organisations/new': { path: () => '/organisations/new', expect: { visitor: signIn, ...keepers(200), others: 404 } },
  'POST /organisations': {
    path: () => '/organisations',
    form: { name: 'Corrib Institute', kind: 'institution' },
    expect: { ...keepers(303), others: 404 },
  },
  'GET /organisations/import': { path: () => '/organisations/import', expect: { visitor: signIn, ...keepers(200), others: 404 } },
  'POST /organisations/import': { path: () => '/organisations/import', form: { file: '' }, expect: { ...keepers(422), others: 404 } },
  'GET /organisations/import/:sheet': {
    path: () => `/organisations/import/${things.register}`,
    expect: { visitor: signIn, ada: 200, others: 404 },
  },
  'GET /organisations/import/:sheet/faults.xlsx': {
    path: () => `/organisations/import/${things.register}/faults.xlsx`,
    expect: { visitor: signIn, ada: 200, others: 404 },
  },
  'POST /organisations/import/:sheet/map': {
    path: () => `/organisations/import/${things.register}/map`,
    form: { name: 'Name' },
    expect: { ada: 303, others: 404 },
  },
  'POST /organisations/import/:sheet/apply': {
    path: () => `/organisations/import/${things.register}/apply`,
    form: { seen: 'a' },
    expect: { ada: 409, others: 404 },
  },
  'GET /organisations/export.xlsx': { path: () => '/organisations/export.xlsx', expect: { visitor: signIn, ...keepers(200), others: 404 } },
  'GET /organisations/export.csv': { path: () => '/organisations/export.csv', expect: { visitor: signIn, ...keepers(200), others: 404 } },
  'GET /organisations/:organisation': { path: () => '/organisations/1', expect: { visitor: signIn, others: 200 } },
  'GET /organisations/:organisation/edit': {
    path: () => '/organisations/1/edit',
    expect: { visitor: signIn, ...keepers(200), others: 404 },
  },
  'POST /organisations/:organisation': {
    path: () => '/organisations/1',
    form: { name: 'Quillon', kind: 'vendor' },
    expect: { ...keepers(303), others: 404 },
  },
  'POST /organisations/:organisation/memberships': {
    path: () => '/organisations/1/memberships',
    form: { communityId: '999', fromOn: '2026-01-01' },
    expect: { ...keepers(422), others: 404 },
  },
  'POST /organisations/:organisation/consortia': {
    path: () => '/organisations/1/consortia',
    form: { parentId: '999', fromOn: '2026-01-01' },
    expect: { ...keepers(422), others: 404 },
  },
  'POST /organisations/:organisation/contracts': {
    path: () => '/organisations/1/contracts',
    form: { productId: '999', fromOn: '2026-01-01' },
    expect: { ...keepers(422), others: 404 },
  },
  'POST /organisations/:organisation/stage': {
    path: () => '/organisations/1/stage',
    form: { productId: '1', stage: 'live' },
    expect: { ...keepers(303), others: 404 },
  },
  'POST /organisations/:organisation/referents': {
    path: () => '/organisations/1/referents',
    form: { email: 'susi@susi.example', communityId: '1', fromOn: '2026-01-01' },
    expect: { ...keepers(422), others: 404 },
  },
  'POST /organisations/:organisation/:terms/:term/days': {
    path: () => `/organisations/1/contracts/${things.contract}/days`,
    form: { fromOn: 'never' },
    expect: { ...keepers(422), others: 404 },
  },
  'POST /organisations/:organisation/:terms/:term/end': {
    path: () => `/organisations/1/contracts/${things.contract}/end`,
    form: { toOn: 'never' },
    expect: { ...keepers(422), others: 404 },
  },

  'GET /lists/:list/requests/:request': {
    path: () => `/lists/lectio-l/requests/${things.request}`,
    expect: { visitor: signIn, ...moderators(200), others: 404 },
  },
  'POST /lists/:list/approval': {
    path: () => '/lists/lectio-l/approval',
    form: { approval: 'never' },
    expect: { carla: 303, ada: 303, others: 404 },
  },
  'POST /lists/:list/requests/:request/claim': {
    path: () => `/lists/lectio-l/requests/${things.request}/claim`,
    form: { take: 'perhaps' },
    expect: { ...moderators(422), others: 404 },
  },
  'POST /lists/:list/requests/:request/referents/:person': {
    path: ({ susi }) => `/lists/lectio-l/requests/${things.request}/referents/${susi.personId}`,
    expect: { others: 404 },
  },
  'GET /applications/:token': { path: () => '/applications/aaaa', expect: { visitor: signIn, others: 404 } },
  'POST /applications/:token': { path: () => '/applications/aaaa', form: { note: 'N' }, expect: { others: 404 } },
  'GET /vouch/:token': { path: (world) => `/vouch/${sealToken(world.site.secret, 'vouch', 999_999)}`, expect: { others: 404 } },
  'POST /vouch/:token': { path: () => '/vouch/aaaa', form: { answer: 'yes' }, expect: { others: 404 } },

  'GET /affiliations': { path: () => '/affiliations', expect: { visitor: signIn, ...keepers(200), others: 404 } },
  'POST /affiliations/:affiliation/settle': {
    path: () => `/affiliations/${things.affiliation}/settle`,
    form: { answer: 'perhaps' },
    expect: { ...keepers(422), others: 404 },
  },
  'GET /affiliations/basis': { path: () => '/affiliations/basis', expect: { visitor: signIn, ...keepers(200), others: 404 } },
  'POST /affiliations/basis/match': { path: () => '/affiliations/basis/match', expect: { ...keepers(303), others: 404 } },
  'POST /affiliations/basis/ask': { path: () => '/affiliations/basis/ask', expect: { ...keepers(303), others: 404 } },
  'POST /affiliations/basis/:person/excuse': {
    path: ({ modesto }) => `/affiliations/basis/${modesto.personId}/excuse`,
    renew: ({ db, modesto }) => db.deleteFrom('basisAsk').where('personId', '=', modesto.personId).execute(),
    expect: { ...keepers(303), others: 404 },
  },
  'POST /affiliations/claims/:claim/settle': {
    path: () => `/affiliations/claims/${things.claim}/settle`,
    form: { answer: 'perhaps' },
    expect: { ...keepers(422), others: 404 },
  },
  'GET /me/move': { path: () => '/me/move', expect: { visitor: signIn, others: 200 } },
  'POST /me/move': { path: () => '/me/move', form: { leftOn: '2999-01-01', fromOn: '2999-01-01' }, expect: { visitor: 404, others: 422 } },
  'GET /workplace/:token': { path: () => '/workplace/aaaa', expect: { visitor: signIn, others: 404 } },
  'POST /workplace/:token': { path: () => '/workplace/aaaa', form: { organisation: 'A' }, expect: { others: 404 } },
  'GET /people': { path: () => '/people?q=a&role=member', expect: { visitor: signIn, ...keepers(200), others: 404 } },
  'GET /people/:person': {
    path: (world) => `/people/${world.maria.personId}`,
    expect: { visitor: signIn, otto: 404, vera: 404, others: 200 },
  },
  'GET /me/profile': { path: () => '/me/profile', expect: { visitor: 303, others: 301 } },
  'POST /me/profile': { path: () => '/me/profile', form: { about: 'I read.', profileShown: 'on' }, expect: { visitor: 404, others: 303 } },
  'GET /me/record.pdf': { path: () => '/me/record.pdf', expect: { visitor: signIn, others: 200 } },
  'GET /referents': { path: () => '/referents', expect: { visitor: signIn, ...keepers(200), others: 404 } },
  'POST /referents/:naming': {
    path: () => `/referents/${things.naming}`,
    form: { decision: 'perhaps' },
    expect: { ...keepers(422), others: 404 },
  },
  'POST /referents/:naming/withdraw': {
    path: () => `/referents/${kept.naming}/withdraw`,
    renew: namingAgain,
    expect: { susi: 303, others: 404 },
  },
  'GET /organisations/:organisation/referent': { path: () => '/organisations/1/referent', expect: { visitor: signIn, others: 404 } },
  'POST /organisations/:organisation/referent': { path: () => '/organisations/1/referent', form: { name: 'A' }, expect: { others: 404 } },
  'GET /still-there/:token': { path: () => '/still-there/aaaa', expect: { others: 404 } },
  'POST /still-there/:token': { path: () => '/still-there/aaaa', form: { answer: 'stays' }, expect: { others: 404 } },
  'GET /me/record': { path: () => '/me/record', expect: { visitor: signIn, others: 200 } },
  'POST /me/workplaces/:affiliation': { path: () => '/me/workplaces/999999', form: { answer: 'stays' }, expect: { others: 404 } },
  'GET /me/addresses': { path: () => '/me/addresses', expect: { visitor: 303, others: 301 } },
  'POST /me/addresses': { path: () => '/me/addresses', form: { email: 'private@home.example' }, expect: { visitor: 404, others: 303 } },
  'POST /me/addresses/:address/remove': {
    path: (world) => `/me/addresses/${world.carla.addressId}/remove`,
    expect: { carla: 422, others: 404 },
  },
  'POST /me/claims/:claim/withdraw': {
    path: () => `/me/claims/${kept.address}/withdraw`,
    renew: addressAgain,
    expect: { visitor: 404, others: 303 },
  },
  'GET /addresses/:token': { path: () => '/addresses/aaaa', expect: { others: 404 } },
  'POST /addresses/:token': { path: () => '/addresses/aaaa', expect: { others: 404 } },
  'GET /ways-in/:token': { path: () => '/ways-in/aaaa', expect: { others: 404 } },
  'POST /ways-in/:token': { path: () => '/ways-in/aaaa', expect: { others: 404 } },

  'GET /roster': { path: () => '/roster?on=2026-05-01', expect: { others: 200 } },
  'GET /admin/groups': { path: () => '/admin/groups', expect: { visitor: signIn, ada: 200, others: 404 } },
  'GET /admin/groups/new': { path: () => '/admin/groups/new', expect: { visitor: signIn, ada: 200, others: 404 } },
  'POST /admin/groups/new': { path: () => '/admin/groups/new', form: { slug: 'Not one' }, expect: { ada: 422, others: 404 } },
  'POST /admin/products/:product/name': {
    path: () => '/admin/products/1/name',
    form: { name: '', on: 'soon' },
    expect: { ada: 422, others: 404 },
  },
  'GET /groups/:group/lists/new': {
    path: () => '/groups/lectio/lists/new',
    expect: { visitor: signIn, carla: 200, ada: 200, others: 404 },
  },
  'POST /groups/:group/lists/new': {
    path: () => '/groups/lectio/lists/new',
    form: { list: 'Not one' },
    expect: { carla: 422, ada: 422, others: 404 },
  },
  'POST /admin/products/new': { path: () => '/admin/products/new', form: { product: '' }, expect: { ada: 422, others: 404 } },
  // A ballot runs, so the group stays; who may close it is told so.
  'GET /groups/:group/close': { path: () => '/groups/lectio/close', expect: { visitor: signIn, carla: 200, ada: 200, others: 404 } },
  'POST /groups/:group/close': { path: () => '/groups/lectio/close', expect: { carla: 409, ada: 409, others: 404 } },
  'POST /groups/:group/reopen': { path: () => '/groups/lectio/reopen', expect: { carla: 303, ada: 303, others: 404 } },
  'GET /groups/:group/merge': { path: () => '/groups/lectio/merge', expect: { visitor: signIn, ada: 200, others: 404 } },
  'POST /groups/:group/merge': { path: () => '/groups/lectio/merge', form: { into: '999' }, expect: { ada: 422, others: 404 } },
  'GET /lists/:list/close': { path: () => '/lists/catalogo-l/close', expect: { visitor: signIn, bruno: 200, ada: 200, others: 404 } },
  'POST /lists/:list/close': {
    path: () => '/lists/catalogo-l/close',
    renew: ({ db }) => db.updateTable('list').set({ closedAt: null }).where('name', '=', 'catalogo-l').execute(),
    expect: { bruno: 303, ada: 303, others: 404 },
  },
  'POST /lists/:list/reopen': { path: () => '/lists/catalogo-l/reopen', expect: { bruno: 303, ada: 303, others: 404 } },
  'GET /admin/doctor': { path: () => '/admin/doctor?check=data', expect: { visitor: signIn, ada: 200, others: 404 } },
  'GET /admin/offices': { path: () => '/admin/offices', expect: { visitor: signIn, ada: 200, others: 404 } },
  'POST /admin/offices': { path: () => '/admin/offices', form: { office: 'king' }, expect: { ada: 422, others: 404 } },
  'POST /admin/offices/:term/end': { path: () => '/admin/offices/1/end', form: { toOn: 'soon' }, expect: { ada: 422, others: 404 } },
  'GET /me/offices/:term/step-down': {
    path: () => `/me/offices/${things.office}/step-down`,
    expect: { visitor: signIn, ada: 200, others: 404 },
  },
  'POST /me/offices/:term/step-down': {
    path: () => `/me/offices/${things.office}/step-down`,
    form: { toOn: 'never' },
    expect: { ada: 422, others: 404 },
  },
  'GET /roster/:group/edit': { path: () => '/roster/lectio/edit', expect: { visitor: signIn, carla: 200, ada: 200, others: 404 } },
  'GET /roster/:group/import': { path: () => '/roster/lectio/import', expect: { visitor: signIn, carla: 200, ada: 200, others: 404 } },
  'POST /roster/:group/import': { path: () => '/roster/lectio/import', form: { file: '' }, expect: { carla: 422, ada: 422, others: 404 } },
  'GET /roster/:group/import/:sheet': {
    path: () => `/roster/lectio/import/${things.roster}`,
    expect: { visitor: signIn, carla: 200, others: 404 },
  },
  'GET /roster/:group/import/:sheet/undo': {
    path: () => `/roster/lectio/import/${kept.roster}/undo`,
    renew: rosterImportAgain,
    expect: { visitor: signIn, carla: 200, ada: 200, others: 404 },
  },
  'POST /roster/:group/import/:sheet/undo': {
    path: () => `/roster/lectio/import/${kept.roster}/undo`,
    renew: rosterImportAgain,
    expect: { carla: 303, ada: 303, others: 404 },
  },
  'GET /roster/:group/import/:sheet/faults.xlsx': {
    path: () => `/roster/lectio/import/${things.roster}/faults.xlsx`,
    expect: { visitor: signIn, carla: 200, others: 404 },
  },
  'POST /roster/:group/import/:sheet/map': {
    path: () => `/roster/lectio/import/${things.roster}/map`,
    form: { name: 'Name' },
    expect: { carla: 303, others: 404 },
  },
  'POST /roster/:group/import/:sheet/apply': {
    path: () => `/roster/lectio/import/${things.roster}/apply`,
    form: { seen: 'a' },
    expect: { carla: 409, others: 404 },
  },
  'GET /roster/:group/export.xlsx': {
    path: () => '/roster/lectio/export.xlsx',
    expect: { visitor: signIn, carla: 200, ada: 200, others: 404 },
  },
  'POST /roster/:group/seats': {
    path: () => '/roster/lectio/seats',
    form: { email: 'nobody@nowhere.example', role: 'member', from: '2026' },
    expect: { carla: 422, ada: 422, others: 404 },
  },
  'POST /roster/:group/invitations': {
    path: () => '/roster/lectio/invitations',
    expect: { carla: 303, ada: 303, others: 404 },
  },
  'POST /roster/:group/unasked': {
    path: () => '/roster/lectio/unasked',
    form: { shown: 'off' },
    renew: ({ db }) => db.updateTable('workingGroup').set({ unaskedShown: true }).where('slug', '=', 'lectio').execute(),
    expect: { carla: 303, ada: 303, others: 404 },
  },
  'GET /roster/:group/seats/:seat': {
    path: () => `/roster/lectio/seats/${things.seat}`,
    expect: { visitor: signIn, carla: 200, ada: 200, others: 404 },
  },
  'POST /roster/:group/seats/:seat': {
    path: () => `/roster/lectio/seats/${things.seat}`,
    form: { role: 'member', from: 'long ago' },
    expect: { carla: 422, ada: 422, others: 404 },
  },
  'GET /roster/:group/seats/:seat/step-down': {
    path: () => `/roster/lectio/seats/${things.seat}/step-down`,
    expect: { visitor: signIn, maria: 200, others: 404 },
  },
  'POST /roster/:group/seats/:seat/step-down': {
    path: () => `/roster/lectio/seats/${things.seat}/step-down`,
    form: { toOn: 'never' },
    expect: { maria: 422, others: 404 },
  },
  'GET /roster/:group/seats/:seat/remove': {
    path: () => `/roster/lectio/seats/${things.seat}/remove`,
    expect: { visitor: signIn, carla: 200, ada: 200, others: 404 },
  },
  'POST /roster/:group/seats/:seat/remove': {
    path: () => `/roster/lectio/seats/999999/remove`,
    expect: { others: 404 },
  },
  'POST /roster/:group/role-names': {
    path: () => '/roster/lectio/role-names',
    form: { name: 'Member', role: 'member' },
    expect: { carla: 422, ada: 422, others: 404 },
  },
  'POST /roster/:group/role-names/:name': {
    path: () => `/roster/lectio/role-names/${things.roleName}`,
    form: { name: '' },
    expect: { carla: 422, ada: 422, others: 404 },
  },
  'POST /roster/:group/role-names/:name/remove': {
    path: () => `/roster/lectio/role-names/${things.roleName}/remove`,
    renew: async ({ db, group: { groupId } }) => {
      await db.deleteFrom('roleName').execute()
      const name = { groupId, name: 'Secretary', role: 'member' as const }
      things.roleName = (await db.insertInto('roleName').values(name).returning('id').executeTakeFirstOrThrow()).id
    },
    expect: { carla: 303, ada: 303, others: 404 },
  },
  'POST /roster/:group/seats/:seat/end': {
    path: () => `/roster/lectio/seats/${things.seat}/end`,
    form: { toOn: 'never' },
    expect: { carla: 422, ada: 422, others: 404 },
  },
}
