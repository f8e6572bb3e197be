import * as z from 'zod'
import { Invalid } from '../../errors.ts'
import type { Db } from '../../lib/db/rows.ts'
import { writeCsv } from '../../lib/sheet/write.ts'
import { sendFile } from '../../lib/ui/download.ts'
import { line, lines, many, tick } from '../../lib/ui/forms.ts'
import { sendXlsx } from '../../lib/ui/imports/sheets.tsx'
import { bodyOf, type C, done, moderatorAct, pageOf, pages, refusable } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { mayOwn } from '../../policy.ts'
import { todayOf, utcDay } from '../../time.ts'
import { getModeratedList } from '../core/queries.ts'
import { type BulkAct, changeMembers } from './actions.ts'
import { allMembers, findMembersByEmail, findMembersById, listMembers, type MemberRow } from './queries.ts'
import { type MemberFilter, mostAtOnce, postingWords, readAddresses, receivingWords, stateOf, states, stateWords } from './rules.ts'
import { MembersPage, RemovePage } from './views.tsx'

const t = textsOf('list', 'membersPage')

const receivings = Object.keys(receivingWords) as [keyof typeof receivingWords, ...(keyof typeof receivingWords)[]]
const postings = Object.keys(postingWords) as [keyof typeof postingWords, ...(keyof typeof postingWords)[]]

const Filter = z.object({
  q: line(200).catch(''),
  receiving: z.enum(receivings).optional().catch(undefined),
  state: z.enum(states).optional().catch(undefined),
  posting: z.enum(postings).optional().catch(undefined),
  since: z.iso.date().optional().catch(undefined),
})
const ChangeForm = z.object({
  of: z.enum(['chosen', 'all', 'named']),
  named: lines(200_000).default(''),
  act: line(40),
  filter: line(1_000).default(''),
  subscription: many(z.coerce.number().int().positive()),
})
const RemoveForm = z.object({ ids: line(200_000), reason: lines(1_000).default(''), tell: tick() })

/** What an address says whom to show; what it says wrongly is not said. */
function readFilter(query: Record<string, string>): MemberFilter {
  const { q, ...filter } = Filter.parse({ ...query, q: query.q ?? '' })
  return { search: q, ...filter }
}

function actOf(text: string): Exclude<BulkAct, { act: 'remove' }> | 'remove' | undefined {
  const [act, value = ''] = text.split(':')
  if (act === 'remove') return 'remove'
  const receiving = receivings.find((one) => one === value)
  if (act === 'receiving' && receiving) return { act, receiving }
  const posting = postings.find((one) => one === value)
  return act === 'posting' && posting ? { act, posting: posting === 'rules' ? null : posting } : undefined
}

/**
 * Whom a form means: those ticked, all that were found, or those whose addresses were pasted.
 * @throws Invalid where an address is none, or nobody's on this list
 */
async function chosenBy(
  db: Db,
  listId: number,
  { of, subscription, named }: Pick<z.infer<typeof ChangeForm>, 'of' | 'subscription' | 'named'>,
  found: () => Promise<{ id: number }[]>,
): Promise<number[]> {
  if (of === 'chosen') return subscription
  if (of === 'all') return (await found()).map(({ id }) => id)
  const { emails, wrong } = readAddresses(named)
  if (emails.length + wrong.length === 0) throw new Invalid(refusals.pleaseLookAgain, { named: t.enterAddressesOnePerLine })
  const members = await findMembersByEmail(db, listId, emails.slice(0, mostAtOnce))
  const known = new Set(members.map(({ email }) => email))
  const missing = [...wrong, ...emails.filter((email) => !known.has(email))]
  if (missing.length > 0) {
    const some = missing.slice(0, 20).join(', ')
    const more = Math.max(0, missing.length - 20)
    throw new Invalid(refusals.pleaseLookAgain, { named: t.removeTheseAddressesWhichNot({ some, more }) })
  }
  return [...new Set(members.map(({ id }) => id))]
}

const idsIn = (text: string): number[] =>
  text
    .split(',')
    .map(Number)
    .filter((id) => Number.isSafeInteger(id) && id > 0)
    .slice(0, mostAtOnce)

async function show(c: C, list: Awaited<ReturnType<typeof getModeratedList>>, filter: MemberFilter, page = 1) {
  const { db, actor } = c.var
  const members = await listMembers(db, list.id, filter, actor.at, { page })
  const props = { list, filter, page, now: actor.at, mayOwn: mayOwn(actor, list) }
  return c.var.page(t.subscribersOf({ title: list.title }), <MembersPage {...props} {...members} />)
}

async function showRemove(c: C, list: Awaited<ReturnType<typeof getModeratedList>>, ids: number[]) {
  const people = await findMembersById(c.var.db, list.id, ids)
  return c.var.page(t.subscribersOf({ title: list.title }), <RemovePage list={list} people={people} ids={ids.join(',')} />)
}

export const memberPages = pages()
  .get('/lists/:list/subscribers', async (c) => {
    const { db, actor } = c.var
    const list = await getModeratedList(db, actor, c.req.param('list'))
    return show(c, list, readFilter(c.req.query()), pageOf(c))
  })
  .get('/lists/:list/subscribers/export', async (c) => {
    const { db, actor } = c.var
    const list = await getModeratedList(db, actor, c.req.param('list'))
    const people = await allMembers(db, list.id, readFilter(c.req.query()), actor.at, 200_000)
    const name = `${list.name}-subscribers-${todayOf(actor)}`
    const rows = people.map((person) => cellsOf(person, actor.at))
    if (c.req.query('format') === 'csv')
      return sendFile(c, { name: `${name}.csv`, type: 'text/csv; charset=utf-8' }, Buffer.from(writeCsv(titlesNow(), rows)))
    return sendXlsx(c, { file: name, sheet: t.subscribers, title: t.subscribersOf({ title: list.title }), titles: titlesNow(), rows })
  })
  .post('/lists/:list/subscribers/change', moderatorAct('updateSubscribers', 'Change several subscribers', ChangeForm), async (c) => {
    const { db, write, actor } = c.var
    const list = await getModeratedList(db, actor, c.req.param('list'))
    const body = await bodyOf(c)
    const filterText = typeof body.filter === 'string' ? body.filter : ''
    const filter = readFilter(Object.fromEntries(new URLSearchParams(filterText)))
    return refusable(c, () => show(c, list, filter)).take(ChangeForm, async (typed) => {
      const act = actOf(typed.act)
      if (!act) throw new Invalid(refusals.pleaseLookAgain, { act: t.chooseAChange })
      const ids = await chosenBy(db, list.id, typed, () => allMembers(db, list.id, filter, actor.at, mostAtOnce))
      if (ids.length === 0) throw new Invalid(refusals.pleaseLookAgain, { of: t.selectLeast1SubscriberAbove })
      if (act === 'remove') return showRemove(c, list, ids)
      const changed = await write((tx) => changeMembers(tx, actor, list.name, ids, act))
      return done(c, `/lists/${list.name}/subscribers?${filterText}`, t.subscribersChanged({ changed }))
    })
  })
  .post(
    '/lists/:list/subscribers/remove',
    moderatorAct('removeSubscribers', 'Remove several subscribers from a list', RemoveForm),
    async (c) => {
      const { db, write, actor } = c.var
      const list = await getModeratedList(db, actor, c.req.param('list'))
      const { ids } = await bodyOf(c)
      return refusable(c, () => showRemove(c, list, idsIn(String(ids)))).take(RemoveForm, async (form) => {
        const removal = { act: 'remove', reason: form.reason, tell: form.tell } as const
        const removed = await write((tx) => changeMembers(tx, actor, list.name, idsIn(form.ids), removal))
        return done(c, `/lists/${list.name}/subscribers`, t.subscribersRemovedList({ removed }))
      })
    },
  )

const titlesNow = () => [t.columns.name, t.columns.address, t.gets, t.ownMail, t.state, t.since, t.columns.words]

function cellsOf(person: MemberRow, now: Date) {
  return [
    person.name,
    person.email,
    receivingWords[person.receiving],
    postingWords[person.posting ?? 'rules'],
    stateWords[stateOf(person, now)],
    new Date(utcDay(person.since)),
    person.suspendedAt || person.bouncing ? (person.words ?? '') : '',
  ]
}
