import { z } from '@hono/zod-openapi'
import { NotFound } from '../errors.ts'
import type { Db } from '../lib/db/rows.ts'
import { instant, lists, maybeInstant, named, needs, routes, says } from '../lib/ui/api.ts'
import { line } from '../lib/ui/forms.ts'
import { sayKept } from '../lib/ui/kept.ts'
import { refusals } from '../lib/ui/words.ts'
import { plainPlan } from '../lib/undo.ts'
import { getModeratedList } from '../list/queries.ts'
import { mayOwn } from '../policy.ts'
import { addMembers } from './members-actions.ts'
import { countItems, listBalances } from './queries.ts'
import { type Member, whyNoAddress } from './rules.ts'
import { type Import as Brought, getImport, keyOf, listImports } from './runs-queries.ts'
import { planUndo } from './undo-queries.ts'
import { getUpload } from './uploads/queries.ts'
import { rowsOf } from './uploads/rows.ts'

const inList = { list: line(40) }
const count = z.int()
const Import = named('Import', {
  id: count,
  key: z.string().openapi({ description: 'Names it in addresses: `move-7`, or `mail-12` where a mailbox came alone.' }),
  program: z.enum(['mailman2', 'mailman3', 'file', 'mbox']),
  source: z.string(),
  begunAt: instant(),
  endedAt: maybeInstant(),
  error: z.string().nullable(),
  undoneAt: maybeInstant(),
  mail: z.object({ imported: count, repaired: count, duplicate: count, quarantined: count }),
  balance: z.array(z.object({ kind: z.string(), outcome: z.enum(['added', 'known', 'left', 'wrong']), items: count })),
})
const Undo = named('UndoOfImport', {
  goes: z.array(z.object({ what: z.string(), count })),
  stays: z.array(z.object({ what: z.string(), count, why: z.string() })),
})

async function withBalance(db: Db, one: Brought) {
  const mail = await listBalances(db, one)
  const sum = (name: 'imported' | 'repaired' | 'duplicate' | 'quarantined') => mail.reduce((total, row) => total + row[name], 0)
  return {
    ...{
      ...one,
      error: one.error && sayKept(one.error),
      key: keyOf(one),
      balance: one.kind === 'move' ? await countItems(db, one.id) : [],
    },
    mail: { imported: sum('imported'), repaired: sum('repaired'), duplicate: sum('duplicate'), quarantined: sum('quarantined') },
  }
}
const NewMembers = named('NewMembers', {
  members: z
    .array(z.object({ email: line(254), name: line(200).default(''), delivery: z.enum(['each', 'mime', 'plain', 'none']).default('each') }))
    .min(1)
    .max(5_000),
})
const Outcome = named('MemberOutcome', { email: z.string(), outcome: z.enum(['added', 'known', 'left', 'wrong']), reason: z.string() })

const Row = named('ImportRow', {
  line: count,
  email: z.string(),
  how: z.enum(['taken', 'changed', 'left', 'wrong']),
  becomes: z.array(z.string()).openapi({ description: 'Sentences, in your language.' }),
})

/** Imports of a list, and people whom its owners bring from elsewhere. */
export const movingApi = routes()

movingApi.operation('listImports', 'GET /lists/{list}/imports', {
  summary: 'Imports of a list, each with its balance',
  may: needs('moderate'),
  params: inList,
  answers: lists(Import, 'Newest first.'),
  run: async ({ db, actor, params }) => {
    const list = await getModeratedList(db, actor, params.list)
    const items = []
    for (const one of await listImports(db, list.id, 50)) items.push(await withBalance(db, one))
    return items
  },
})

movingApi.operation('previewImportUndo', 'GET /lists/{list}/imports/{run}/undo', {
  summary: 'What undoing an import would change now; `POST /acts/lists/{list}/imports/{run}/undo` undoes it',
  may: needs('moderate'),
  params: { list: line(40), run: line(40) },
  answers: says(Undo, 'What goes, what stays, and why.'),
  run: async ({ db, actor, params: { list, run } }) => plainPlan(await planUndo(db, await getImport(db, actor, list, run))),
})

movingApi.operation('importSubscribers', 'POST /lists/{list}/members', {
  summary: 'Import subscribers from another system. Nobody gets an email.',
  may: needs('moderate'),
  params: inList,
  body: NewMembers,
  answers: says(z.object({ items: z.array(Outcome) }), 'What became of each.'),
  run: async ({ db, write, actor, site, params, body }) => {
    const list = await getModeratedList(db, actor, params.list)
    if (!mayOwn(actor, list)) throw new NotFound(refusals.noSuchList)
    const given = new Map<string, Member>()
    const wrong: z.infer<typeof Outcome>[] = []
    for (const { email: typed, ...member } of body.members) {
      const email = typed.trim().toLowerCase()
      const why = whyNoAddress(email)
      if (why) wrong.push({ email: typed, outcome: 'wrong', reason: sayKept(why) })
      else given.set(email, { ...member, email, language: '', moderated: false, notMine: false, noCopies: false })
    }
    const settled = await write((tx) => addMembers(tx, actor, list, [...given.values()], { mailDomain: site.mailDomain }))
    return { items: [...settled.map(({ key, outcome, reason = '' }) => ({ email: key, outcome, reason: sayKept(reason) })), ...wrong] }
  },
})

movingApi.operation('listImportRows', 'GET /imports/{upload}/rows', {
  summary: 'What an import would do with each row of a file of members; `POST /acts/lists/{list}/import` imports it',
  may: needs('moderate'),
  params: { upload: line(20) },
  answers: lists(Row, 'In the order of the file.'),
  run: async ({ db, actor, params }) => {
    const id = Number(params.upload)
    if (!Number.isSafeInteger(id)) throw new NotFound(refusals.thereIsNoSuchImport)
    const upload = await getUpload(db, actor, id)
    if (upload.state !== 'shown') throw new NotFound(refusals.thereIsNoSuchImport)
    return rowsOf(db, upload)
  },
})
