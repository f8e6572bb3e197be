import type { Named } from '../happening.ts'
import { hideAddresses } from '../lib/ui/hidden.ts'
import { getArchive, getMessage, getThreadOf } from './core/queries.ts'

/** Things here that everybody may be allowed to see, by their addresses. */
export const named: readonly Named[] = [
  { address: /^\/lists\/([\w-]+)\/threads$/, title: async (db, nobody, name) => (await getArchive(db, nobody, name)).title },
  {
    address: /^\/lists\/([\w-]+)\/t\/([^/]+)$/,
    title: async (db, nobody, name, messageId) =>
      hideAddresses((await getThreadOf(db, (await getArchive(db, nobody, name)).id, messageId)).subject),
  },
  {
    address: /^\/lists\/([\w-]+)\/m\/([^/]+)$/,
    title: async (db, nobody, name, messageId) =>
      hideAddresses((await getMessage(db, (await getArchive(db, nobody, name)).id, messageId)).subject),
  },
]
