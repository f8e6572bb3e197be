import type { Named } from '../happening.ts'
import { getList } from './core/queries.ts'

/** Things here that everybody may be allowed to see, by their addresses. */
export const named: readonly Named[] = [
  { address: /^\/lists\/([\w-]+)$/, title: async (db, nobody, name) => (await getList(db, nobody, name)).title },
]
