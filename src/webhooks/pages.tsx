import * as z from 'zod'
import { line, lines } from '../lib/ui/forms.ts'
import { act, type C, done, idOf, pages, refusable, twin } from '../lib/ui/web.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { mayAdminister } from '../policy.ts'
import { addHook, changeHook, checkHook, endHook, pauseHook, renewSecret, resumeHook, sendAgain, testHook } from './actions.ts'
import { NewHookPage, SecretPage } from './adding-views.tsx'
import { hookForms } from './chats.ts'
import { findStopper, getHook, getHookDelivery, listHookDeliveries, listHooks, listKinds } from './queries.ts'
import { readKinds, whyNotResume } from './rules.ts'
import { HookDeliveryPage, HookPage, HooksPage, hookStates } from './views.tsx'
import { sayEvent } from './words.ts'

const t = textsOf('webhooks', 'pages')

const HookForm = z.object({
  name: line(100),
  url: line(1_000),
  events: lines(2_000).transform(readKinds),
  form: z.enum(hookForms).default('json'),
  templates: lines(10_000).default(''),
  token: line(1_000).default(''),
})

const path = '/admin/webhooks'
const aroundOf = ({ var: { resolver, config, gathered } }: C) => ({ resolver, allowed: config.webhookNetworks, verbs: gathered.verbs })

async function showHook(c: C) {
  const { db, actor, gathered } = c.var
  const hook = await getHook(db, actor, idOf(c, 'hook'))
  const state = hookStates.find((one) => one === c.req.query('state'))
  const before = Number(c.req.query('before')) || undefined
  const found = await listHookDeliveries(db, hook.id, { state, before })
  return c.var.page(
    hook.name,
    <HookPage
      verbs={gathered.verbs}
      hook={hook}
      {...found}
      state={state}
      further={before !== undefined}
      whyNotResume={whyNotResume(hook, mayAdminister(actor))}
      stopper={hook.stopped ? await findStopper(db, hook.id) : undefined}
    />,
  )
}

async function showNew(c: C) {
  return c.var.page(t.addWebhook, <NewHookPage verbs={c.var.gathered.verbs} kinds={await listKinds(c.var.db, c.var.actor)} />)
}

function showSecret(c: C, hook: { id: number; name: string }, secret: string) {
  // Shown by this answer alone, and kept by no cache.
  c.header('cache-control', 'no-store')
  return c.var.page(hook.name, <SecretPage hook={hook} secret={secret} />)
}

/** Programs elsewhere that are told what happens here. */
export const hookPages = pages()
  .get(path, async (c) => {
    const { db, actor } = c.var
    return c.var.page(t.webhooks, <HooksPage hooks={await listHooks(db, actor)} personId={actor.personId} />)
  })
  .get(`${path}/new`, (c) => showNew(c))
  .post(path, twin('work', 'POST /webhooks'), async (c) => {
    const { write, actor, site } = c.var
    return refusable(c, () => showNew(c)).take(HookForm, async (typed) => {
      await checkHook(actor, typed, aroundOf(c))
      const { id, secret } = await write((tx) => addHook(tx, actor, site.secret, typed))
      return showSecret(c, { id, name: typed.name }, secret)
    })
  })
  .get(`${path}/:hook`, (c) => showHook(c))
  .post(`${path}/:hook`, twin('work', 'PUT /webhooks/{webhook}'), async (c) => {
    const { db, write, actor, site } = c.var
    await getHook(db, actor, idOf(c, 'hook'))
    return refusable(c, () => showHook(c)).take(HookForm, async (typed) => {
      await checkHook(actor, typed, aroundOf(c))
      await write((tx) => changeHook(tx, actor, site.secret, idOf(c, 'hook'), typed))
      return done(c, `${path}/${idOf(c, 'hook')}`, t.saved)
    })
  })
  .post(`${path}/:hook/secret`, twin('work', 'POST /webhooks/{webhook}/secret'), async (c) => {
    const { db, write, actor, site } = c.var
    const hook = await getHook(db, actor, idOf(c, 'hook'))
    return showSecret(c, hook, await write((tx) => renewSecret(tx, actor, site.secret, hook.id)))
  })
  .post(`${path}/:hook/test`, act('work', 'testSiteWebhook', 'Send a test to a webhook'), async (c) => {
    await c.var.write((tx) => testHook(tx, c.var.actor, idOf(c, 'hook')))
    return done(c, `${path}/${idOf(c, 'hook')}`, t.testSentAnswerWillAppear)
  })
  .post(`${path}/:hook/pause`, twin('work', 'POST /webhooks/{webhook}/state'), async (c) => {
    await c.var.write((tx) => pauseHook(tx, c.var.actor, idOf(c, 'hook')))
    return done(c, `${path}/${idOf(c, 'hook')}`, t.webhookPausedSendNothing)
  })
  .post(`${path}/:hook/resume`, twin('work', 'POST /webhooks/{webhook}/state'), async (c) => {
    await c.var.write((tx) => resumeHook(tx, c.var.actor, idOf(c, 'hook')))
    return done(c, `${path}/${idOf(c, 'hook')}`, t.webhookRestartedSendingWhat)
  })
  .post(`${path}/:hook/end`, act('work', 'endSiteWebhook', 'End a webhook'), async (c) => {
    await c.var.write((tx) => endHook(tx, c.var.actor, idOf(c, 'hook')))
    return done(c, path, t.webhookDeletedSendNothing)
  })
  .get(`${path}/:hook/deliveries/:delivery`, async (c) => {
    const found = await getHookDelivery(c.var.db, c.var.actor, idOf(c, 'hook'), idOf(c, 'delivery'))
    return c.var.page(sayEvent(c.var.gathered.verbs, found.delivery.kind), <HookDeliveryPage verbs={c.var.gathered.verbs} {...found} />)
  })
  .post(`${path}/:hook/deliveries/:delivery/again`, twin('work', 'POST /webhooks/{webhook}/deliveries/{delivery}/again'), async (c) => {
    await c.var.write((tx) => sendAgain(tx, c.var.actor, idOf(c, 'hook'), idOf(c, 'delivery')))
    return done(c, `${path}/${idOf(c, 'hook')}`, t.deliveryQueuedAgain)
  })
