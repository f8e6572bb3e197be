import { type Access, type RoleName, roles } from '../access.ts'
import { kept, parkedAgain, parkedLetterAgain } from './kept-things.ts'
import { address, buried, sealedAway } from './plant.ts'
import { things } from './things.ts'

const open = (rest: string) => `/lists/open-l${rest}`
const message = (rest = '') => open(`/m/whole%40x.example${rest}`)
const api = (rest: string) => `/api/v1${rest}`
const page = (found: number, who: readonly RoleName[], refused = 404) => ({
  visitor: 303,
  ...Object.fromEntries(who.map((role) => [role, found])),
  others: refused,
})
const program = (who: readonly RoleName[], refused = 404) => ({ ...page(200, who, refused), visitor: 401 })
const all = { others: 200 }

/** On the list, in the group, or whoever looks after it. */
const inside = ['susi', 'maria', 'modesto', 'carla', 'ada', 'lena'] as const
const moderators = ['modesto', 'carla', 'ada', 'stella'] as const
const keepers = ['modesto', 'carla', 'ada'] as const
/** Whoever is on a list or in office. */
const known = roles.filter((role) => role !== 'visitor' && role !== 'otto' && role !== 'vera')
const ada = ['ada'] as const

const told = (...who: RoleName[]) => ({ [address]: who, 'maria.sec': who })
const spelt = (who: readonly RoleName[]) => ({ 'mária.sec': who, 'maria@maria.example': who })
const nobody = { ...told(), ...spelt([]) }
const opened = { ...told(...inside), ...spelt([]) }
const asItCame = { ...told(...inside), ...spelt(inside) }

const wordsOf = (who: readonly RoleName[]) =>
  Object.fromEntries(
    ['Words for the list.', 'Other words for it', 'A draft of the group.', 'Told in private.', 'Decided by'].map((one) => [one, who]),
  )
const sealed = { [sealedAway.code]: [], [sealedAway.token]: [] }
const held = { 'xaver@elsewhere.example': moderators }
const asks = { 'nora@northfield.example': moderators }
const subscribers = { 'maria@maria.example': keepers }

/** Addresses where something was put that most must not read (`plant`), asked once more for its sake. */
export const planted: Access = {
  'GET /': { path: () => '/', expect: all, only: nobody },
  'GET /groups/:group': { path: () => '/groups/lectio', expect: all, only: nobody },
  'GET /today': { path: () => '/today', expect: { visitor: 303, others: 200 }, only: told() },
  'GET /feed.atom': { path: () => '/feed.atom', expect: all, only: nobody },
  'GET /lists/:list': { path: () => open(''), expect: all, only: nobody },
  'GET /lists/:list/threads': { path: () => open('/threads'), expect: all, only: nobody },
  'GET /lists/:list/feed.atom': { path: () => open('/feed.atom'), expect: all, only: nobody, alike: true },
  'GET /lists/:list/t/:id/feed.atom': { path: () => open('/t/whole%40x.example/feed.atom'), expect: all, only: nobody, alike: true },
  'GET /lists/:list/m/:id': { path: () => message(), expect: all, only: nobody },
  // To those on the list it is shown as it was written.
  'GET /lists/:list/t/:id': { path: () => open('/t/whole%40x.example'), expect: all, only: { ...told('susi', 'maria'), ...spelt([]) } },
  'GET /lists/:list/m/:id/html': { path: () => message('/html'), expect: all, only: opened },
  'GET /lists/:list/m/:id/a/:position': { path: () => message('/a/0'), expect: page(200, inside, 403), only: opened },
  'GET /lists/:list/m/:id/raw': { path: () => message('/raw'), expect: page(200, inside, 403), only: asItCame },
  'GET /lists/:list/t/:id/mbox': { path: () => open('/t/whole%40x.example/mbox'), expect: page(200, inside, 403), only: asItCame },
  'GET /lists/:list/mbox': { path: () => open('/mbox'), expect: page(200, inside, 403), only: asItCame },
  'GET /search/mbox': {
    path: () => '/search/mbox?q=list:open-l',
    expect: { visitor: 303, others: 200 },
    only: asItCame,
  },
  'GET /api/v1/lists/:list/threads': { path: () => api(open('/threads')), expect: all, only: nobody },
  'GET /api/v1/lists/:list/threads/:message': { path: () => api(open('/threads/whole%40x.example')), expect: all, only: nobody },
  'GET /api/v1/lists/:list/messages/:message': { path: () => api(open('/messages/whole%40x.example')), expect: all, only: nobody },
  'GET /api/v1/lists/:list/messages/:message/raw': {
    path: () => api(open('/messages/whole%40x.example/raw')),
    expect: program(inside, 403),
    only: asItCame,
  },
  'GET /api/v1/lists/:list/messages/:message/attachments/:position': {
    path: () => api(open('/messages/whole%40x.example/attachments/0')),
    expect: program(inside, 403),
    only: opened,
  },

  'GET /search': { path: () => '/search?q=is:person%20maria', expect: all, only: { Maria: known } },
  'GET /api/v1/search': { path: () => api('/search?q=is:person%20maria'), expect: all, only: { Maria: known } },
  'GET /api/v1/search/counts': { path: () => api('/search/counts?q=is:person%20maria'), expect: all, only: { '"total":1': known } },
  'GET /people/:person': {
    path: (world) => `/people/${world.maria.personId}`,
    expect: page(200, known),
    only: { Maria: known, 'maria@maria.example': [] },
  },
  // Her own name stands on her own pages, also on one that says no.
  'GET /people': {
    path: () => '/people?q=maria',
    expect: page(200, ['ada', 'stella']),
    only: { Maria: ['maria', 'ada', 'stella'], 'maria@maria.example': [] },
  },

  'GET /lists/:list/held': { path: () => '/lists/lectio-l/held', expect: page(200, moderators), only: held },
  'GET /lists/:list/held/:held': { path: () => `/lists/lectio-l/held/${things.held}`, expect: page(200, moderators), only: held },
  'GET /api/v1/lists/:list/held': { path: () => api('/lists/lectio-l/held'), expect: program(moderators), only: held },
  'GET /lists/:list/requests': { path: () => '/lists/lectio-l/requests', expect: page(200, moderators), only: asks },
  'GET /api/v1/lists/:list/requests': { path: () => api('/lists/lectio-l/requests'), expect: program(moderators), only: asks },
  'GET /lists/:list/subscribers': { path: () => open('/subscribers'), expect: page(200, keepers), only: subscribers },
  'GET /lists/:list/subscribers/export': {
    path: () => open('/subscribers/export?format=csv'),
    expect: page(200, keepers),
    only: subscribers,
  },
  'GET /api/v1/lists/:list/subscribers': { path: () => api(open('/subscribers')), expect: program(keepers), only: subscribers },

  'GET /wishes/:wish': { path: () => `/wishes/${buried.wish}`, expect: page(200, inside), only: wordsOf(inside) },
  'GET /cycles/:cycle': { path: () => `/cycles/${buried.cycle}?state=set_aside`, expect: all, only: wordsOf([]) },
  'GET /api/v1/cycles/:cycle': { path: () => api(`/cycles/${buried.cycle}`), expect: all, only: wordsOf([]) },

  // Who administers sees that there is a letter, and nobody what it says.
  'GET /admin/outbox': {
    path: () => '/admin/outbox',
    renew: parkedLetterAgain,
    expect: page(200, ada),
    only: { ...sealed, 'nora@northfield.example': ada, 'No letter of': ada },
  },
  'GET /admin/outbox/:delivery': {
    path: () => `/admin/outbox/${buried.letter}`,
    expect: page(200, ada),
    only: { ...sealed, 'nora@northfield.example': ada },
  },
  'GET /api/v1/admin/outbox': {
    path: () => api('/admin/outbox'),
    renew: parkedLetterAgain,
    expect: program(ada),
    only: { ...sealed, 'nora@northfield.example': ada },
  },
  'GET /api/v1/admin/outbox/:delivery': {
    path: () => api(`/admin/outbox/${kept.parkedLetter}`),
    renew: parkedLetterAgain,
    expect: program(ada),
    only: { ...sealed, 'No letter of': ada },
  },
  'GET /admin/queue': { path: () => '/admin/queue', renew: parkedAgain, expect: page(200, ada), only: { ...sealed, 'No answer to': ada } },
  'GET /api/v1/admin/queue': {
    path: () => api('/admin/queue'),
    renew: parkedAgain,
    expect: program(ada),
    only: { ...sealed, 'No answer to': ada },
  },
}
