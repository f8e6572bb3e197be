import type { Access } from '../access.ts'

const keepers = (status: number) => ({ carla: status, ada: status, bruno: status })

/** Addresses of the public site and of those who keep it. */
export const siteAccess: Access = {
  'GET /site/look': { path: () => '/site/look', expect: { visitor: 303, ...keepers(200), others: 404 } },
  'POST /site/look': { path: () => '/site/look', form: { accent: 'yellow' }, expect: { ...keepers(422), others: 404 } },
  'GET /site/menu': { path: () => '/site/menu', expect: { visitor: 303, ...keepers(200), others: 404 } },
  'POST /site/menu': { path: () => '/site/menu', form: { menu: 'charter' }, expect: { ...keepers(422), others: 404 } },
  'GET /site/logo/:file': { path: () => '/site/logo/999999', expect: { visitor: 303, others: 404 } },
  'GET /site/:sheet{[\\w-]{12}\\.css}': { path: () => '/site/abcdefghijkl.css', expect: { others: 200 } },
  'GET /imprint': { path: () => '/imprint', expect: { visitor: 303, others: 404 } },
}
