import * as z from 'zod'
import { NotFound } from '../../errors.ts'
import { day, ifSent, line, tick, whole } from '../../lib/ui/forms.ts'
import { act, type C, done, doneIf, idOf, pages, refusable } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { startOfDay } from '../../time.ts'
import { changeReceiving, chooseTopic } from './actions.ts'
import { getMine, listReceivingAddresses, listTopicChoices, listTopics } from './queries.ts'
import { receivings } from './rules.ts'
import { ReceivingPage } from './views.tsx'

const t = textsOf('list', 'receiving')

const ReceivingForm = z.object({
  receiving: z.enum(receivings),
  addressId: whole(),
  ownPosts: ifSent(tick()),
  whenAddressed: ifSent(tick()),
  onlyTopics: ifSent(tick()),
  pausedUntil: day().optional(),
})
const TopicForm = z.object({ topic: line(60), choice: z.enum(['follow', 'mute', 'none']) })

const mineOf = (c: C) => {
  if (c.var.actor.personId === null) throw new NotFound(refusals.thereIsNoSuchPage)
  return getMine(c.var.db, c.var.actor, idOf(c, 'subscription'))
}

async function show(c: C) {
  const { db, actor } = c.var
  const mine = await mineOf(c)
  const [addresses, choices, topics] = await Promise.all([
    listReceivingAddresses(db, mine.personId),
    listTopicChoices(db, mine.id),
    listTopics(db, mine.listId, actor.at),
  ])
  return c.var.page(t.emailIGetFrom({ title: mine.title }), <ReceivingPage {...{ mine, addresses, choices, topics }} now={actor.at} />)
}

/** How I receive a list: what, where, which topics, and when not. */
export const receivingPages = pages()
  .get('/me/subscriptions/:subscription', (c) => show(c))
  .post('/me/subscriptions/:subscription', act('will', 'changeMySubscription', 'Change how I receive a list', ReceivingForm), async (c) => {
    const { write, actor } = c.var
    const mine = await mineOf(c)
    return refusable(c, () => show(c)).take(ReceivingForm, async ({ pausedUntil, ...change }) => {
      const until = pausedUntil && startOfDay(pausedUntil, actor.zone)
      const changed = await write((tx) => changeReceiving(tx, actor, mine.id, { ...change, ...(until ? { pausedUntil: until } : {}) }))
      return doneIf(c, changed, `/me/subscriptions/${mine.id}`, t.saved)
    })
  })
  .post('/me/subscriptions/:subscription/unpause', act('will', 'unpauseMySubscription', 'Resume emails of a list'), async (c) => {
    const mine = await mineOf(c)
    await c.var.write((tx) => changeReceiving(tx, c.var.actor, mine.id, { pausedUntil: null }))
    return done(c, `/me/subscriptions/${mine.id}`, t.subscriptionRestartedGet)
  })
  .post('/me/subscriptions/:subscription/topics', act('will', 'chooseMyTopics', 'Follow or mute a topic', TopicForm), async (c) => {
    const { write, actor } = c.var
    const mine = await mineOf(c)
    return refusable(c, () => show(c)).take(TopicForm, async ({ topic, choice }) => {
      await write((tx) => chooseTopic(tx, actor, mine, topic, choice === 'none' ? null : choice))
      return done(c, `/me/subscriptions/${mine.id}`)
    })
  })
