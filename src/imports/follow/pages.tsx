import * as z from 'zod'
import { NotFound } from '../../errors.ts'
import { line, readForm } from '../../lib/ui/forms.ts'
import { act, bodyOf, type C, done, idOf, pages, refusable } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { getModeratedList } from '../../list/queries.ts'
import { mayOwn } from '../../policy.ts'
import { acceptSender, answerNotice, askToFollow, beginFollow, finishFollow, followAddress, giveUpFollow, refuseSender } from './actions.ts'
import { findFollow, listNotices, listSenders } from './queries.ts'
import { FollowPage, MovePage } from './views.tsx'

const t = textsOf('imports', 'follow')

const FollowForm = z.object({ address: line(254) })
const SenderForm = z.object({ domain: line(253) })

async function ownedList(c: C) {
  const list = await getModeratedList(c.var.db, c.var.actor, c.req.param('list') ?? '')
  if (!mayOwn(c.var.actor, list)) throw new NotFound(refusals.noSuchList)
  return list
}

async function show(c: C): Promise<Response> {
  const { db, site } = c.var
  const list = await ownedList(c)
  const follow = await findFollow(db, list.id)
  const notices = follow ? await listNotices(db, follow.id) : []
  const senders = follow ? await listSenders(db, follow.id) : []
  return c.var.page(
    t.followElsewhere({ title: list.title }),
    <FollowPage {...{ list, follow, notices, senders }} address={follow ? followAddress(site, follow.id) : ''} />,
  )
}

/** What a button of the page does to its list, and what is said then. */
async function press(c: C, deed: typeof askToFollow, said: string | ((list: { title: string }) => string)) {
  const { write, actor, site } = c.var
  const list = await ownedList(c)
  await write((tx) => deed(tx, actor, site, list.name))
  return done(c, `/lists/${list.name}/follow`, typeof said === 'string' ? said : said(list))
}

export const followPages = pages()
  .get('/lists/:list/follow', (c) => show(c))
  .post('/lists/:list/follow', act('work', 'followList', 'Follow a list elsewhere', FollowForm, { scope: 'moderate' }), async (c) => {
    const { write, actor, site } = c.var
    const list = await ownedList(c)
    return refusable(c, () => show(c)).take(FollowForm, async ({ address }) => {
      await write((tx) => beginFollow(tx, actor, site, list.name, address))
      return done(c, `/lists/${list.name}/follow`, t.followedSubscribeOurAddressThere)
    })
  })
  .post(
    '/lists/:list/follow/ask',
    act('work', 'askFollowedList', 'Ask the other list to subscribe this one', undefined, { scope: 'moderate' }),
    (c) => press(c, askToFollow, t.askedOtherServerEmailIts),
  )
  .post(
    '/lists/:list/follow/notices/:notice/answer',
    act('work', 'answerFollowedList', 'Answer the other list', undefined, { scope: 'moderate' }),
    (c) => press(c, (tx, actor, site, name) => answerNotice(tx, actor, site, name, idOf(c, 'notice')), t.answered),
  )
  .post(
    '/lists/:list/follow/senders/accept',
    act('work', 'acceptFollowedSender', 'Accept where email of a followed list comes from', SenderForm, { scope: 'moderate' }),
    async (c) => {
      await ownedList(c)
      const { domain } = readForm(SenderForm, await bodyOf(c), c.var.actor.locale)
      return press(c, (tx, actor, _, name) => acceptSender(tx, actor, name, domain), t.senderAccepted({ domain }))
    },
  )
  .post(
    '/lists/:list/follow/senders/refuse',
    act('work', 'refuseFollowedSender', 'Stop accepting where email of a followed list comes from', SenderForm, { scope: 'moderate' }),
    async (c) => {
      await ownedList(c)
      const { domain } = readForm(SenderForm, await bodyOf(c), c.var.actor.locale)
      return press(c, (tx, actor, _, name) => refuseSender(tx, actor, name, domain), t.senderRefused({ domain }))
    },
  )
  .get('/lists/:list/follow/move', async (c) => {
    const list = await ownedList(c)
    const follow = await findFollow(c.var.db, list.id)
    if (!follow || follow.movedAt) throw new NotFound(t.siteDoesNotFollowList)
    return c.var.page(t.moveHere({ title: list.title }), <MovePage list={list} from={follow.address} subscribers={list.subscribers} />)
  })
  .post('/lists/:list/follow/move', act('work', 'moveFollowedList', 'Move a followed list here', undefined, { scope: 'moderate' }), (c) =>
    press(c, finishFollow, ({ title }) => t.isSiteNow({ title })),
  )
  .post('/lists/:list/follow/give-up', act('work', 'unfollowList', 'Stop following a list', undefined, { scope: 'moderate' }), (c) =>
    press(c, giveUpFollow, t.siteNoLongerFollowsList),
  )
