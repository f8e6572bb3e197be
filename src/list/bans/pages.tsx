import * as z from 'zod'
import { day, line, lines, tick } from '../../lib/ui/forms.ts'
import { type C, done, idOf, moderatorAct, pages, refusable } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { isAdministrator } from '../../policy.ts'
import { todayOf } from '../../time.ts'
import { getModeratedList } from '../core/queries.ts'
import { ban, liftBan, setSender } from './actions.ts'
import { listBans, listSenders } from './queries.ts'
import { BansPage } from './views.tsx'

const t = textsOf('list', 'bans')

const kind = z.enum(['address', 'domain', 'pattern'])
const BanForm = z.object({
  kind,
  value: line(300),
  reason: lines(500).default(''),
  until: day().optional(),
  everywhere: tick(),
})
const SenderForm = z.object({ kind, value: line(300), action: z.enum(['accept', 'hold', 'reject', 'discard', 'forget']) })

const listOf = (c: C): string => c.req.param('list') ?? ''

async function show(c: C) {
  const { db, actor } = c.var
  const list = await getModeratedList(db, actor, listOf(c))
  const [bans, everywhere, senders] = await Promise.all([listBans(db, list.id), listBans(db, null), listSenders(db, list.id)])
  return c.var.page(
    t.bansOf({ title: list.title }),
    <BansPage {...{ list, bans, everywhere, senders }} today={todayOf(actor)} mayBanEverywhere={isAdministrator(actor)} />,
  )
}

/** Whom a list does not want, and whose mail goes its own way. */
export const banPages = pages()
  .get('/lists/:list/bans', (c) => show(c))
  .post('/lists/:list/bans', moderatorAct('banAddress', 'Ban an address, a domain or a pattern', BanForm), async (c) => {
    const { db, write, actor } = c.var
    await getModeratedList(db, actor, listOf(c))
    return refusable(c, () => show(c)).take(BanForm, async ({ until, ...typed }) => {
      await write((tx) => ban(tx, actor, listOf(c), { ...typed, until: until?.toString() ?? null }))
      return done(c, `/lists/${listOf(c)}/bans`, t.banned)
    })
  })
  .post('/lists/:list/bans/:ban/lift', moderatorAct('removeBan', 'Lift a ban'), async (c) => {
    const { write, actor } = c.var
    await write((tx) => liftBan(tx, actor, listOf(c), idOf(c, 'ban')))
    return done(c, `/lists/${listOf(c)}/bans`, t.senderUnblocked)
  })
  .post('/lists/:list/writers', moderatorAct('setWriterRule', 'Set what happens with the mail of a writer', SenderForm), async (c) => {
    const { db, write, actor } = c.var
    await getModeratedList(db, actor, listOf(c))
    return refusable(c, () => show(c)).take(SenderForm, async ({ action, ...aim }) => {
      await write((tx) => setSender(tx, actor, listOf(c), aim, action === 'forget' ? null : action))
      return done(c, `/lists/${listOf(c)}/bans`, action === 'forget' ? 'Forgotten.' : 'Set.')
    })
  })
