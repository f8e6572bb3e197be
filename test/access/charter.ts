import type { Access } from '../access.ts'

const everyone = { others: 200 }
const keepers = (status: number) => ({ carla: status, ada: status, others: 404 })
const group = (status: number, others: number) => ({ carla: status, maria: status, modesto: status, others })
const version = '/groups/lectio/charter/1'

/** The charter of Lectio is adopted from the template in this world: its clauses and their lines are numbered from 1. */
export const charterAccess: Access = {
  'GET /charter': { path: () => '/charter', expect: everyone },
  'GET /groups/:group/charter': { path: () => '/groups/lectio/charter', expect: everyone },
  'GET /groups/:group/charter/:number': { path: () => version, expect: everyone },
  'GET /groups/:group/charter/:number/compare': { path: () => `${version}/compare?with=1`, expect: everyone },
  'GET /groups/:group/charter/:number/:file': { path: () => `${version}/charter.md`, expect: everyone },
  // Who may read nothing of it reads the charter instead.
  'GET /charter/overview': { path: () => '/charter/overview?group=lectio', expect: everyone },
  'GET /charter/clauses/:line': { path: () => '/charter/clauses/1', expect: everyone },
  'POST /charter/clauses/:line/readers': { path: () => '/charter/clauses/1/readers', form: { readers: 'group' }, expect: keepers(303) },
  'POST /charter/clauses/:line/waivers': { path: () => '/charter/clauses/1/waivers', form: {}, expect: keepers(422) },
  'POST /charter/clauses/:line/links': { path: () => '/charter/clauses/1/links', form: {}, expect: { ...group(422, 404), ada: 422 } },
  'POST /charter/waivers/:waiver/end': { path: () => '/charter/waivers/999999/end', form: {}, expect: { others: 404 } },
  'POST /charter/links/:link/remove': { path: () => '/charter/links/999999/remove', form: {}, expect: { others: 404 } },
}
