import * as z from 'zod'
import type { Actor } from '../actor.ts'
import type { Site } from '../config.ts'
import { Invalid } from '../errors.ts'
import type { Tx } from '../lib/db/rows.ts'
import { type FormBody, ifSent, lines, many, readForm, tick, whole } from '../lib/ui/forms.ts'
import { sayWhen } from '../lib/ui/placed.ts'
import { act, type C, done, refusable } from '../lib/ui/web.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { findDraft } from '../people/queries.ts'
import { listObstacles } from './compose/obstacles-queries.ts'
import { contribute } from './outlets/actions.ts'
import { listOutlets } from './outlets/queries.ts'
import { correct, mailTo, markReady, publish, unschedule, withdraw } from './publishing-actions.ts'
import { getThing, keyOf, listMailable, type Ref } from './publishing-queries.ts'
import type { PublishingProps } from './publishing-views.tsx'
import { listMailings } from './queries.ts'

const t = textsOf('news', 'publishing')

const ListsForm = z.object({ lists: many(whole()) })
const ReadyForm = z.object({ ready: ifSent(tick()) })
const CorrectForm = z.object({ text: lines(2_000) })
const GiveForm = z.object({ outlet: whole(), note: lines(2_000).default('') })
const WithdrawForm = z.object({ reason: lines(2_000) })

/** What the panel beside a draft shows. */
export async function publishingOf(c: C, ref: Ref): Promise<PublishingProps> {
  const { db, actor } = c.var
  const thing = await getThing(db, actor, ref)
  const mailings = await listMailings(db, keyOf(thing))
  const waits = thing.kind === 'issue' && (thing.state === 'draft' || thing.state === 'ready')
  const obstacles = waits ? await listObstacles(db, actor, thing.id) : []
  return { thing, obstacles, lists: await listMailable(db, actor), mailings, outlets: await listOutlets(db, actor), now: actor.at }
}

/** One verb of publishing: what it does with the form, and what is said afterwards. */
type Verb = (tx: Tx, actor: Actor, ref: Ref, body: FormBody, site: Site) => Promise<string>

/** The same for programs: what each verb is called for an item of news or for an issue, and what its form sends. */
export const verbActs = (thing: 'News' | 'NewsIssue') => {
  const words = thing === 'News' ? 'news' : 'an issue'
  return {
    ready: act('work', `mark${thing}Ready`, `Mark ${words} as ready, or not yet`, ReadyForm),
    publish: act('work', `publish${thing}`, `Publish ${words}`, ListsForm),
    unschedule: act('work', `unschedule${thing}`, `Stop ${words} from being published by itself`),
    mail: act('work', `mail${thing}`, `Email ${words} to lists`, ListsForm),
    correct: act('work', `correct${thing}`, `Note a correction in ${words}`, CorrectForm),
    withdraw: act('work', `withdraw${thing}`, `Withdraw ${words}`, WithdrawForm),
    contribute: act('work', `contribute${thing}`, `Send ${words} to an editor elsewhere`, GiveForm),
  }
}

/** What can be done with an item as with an issue, by the last part of the address. */
export const verbs: Record<keyof ReturnType<typeof verbActs>, Verb> = {
  ready: async (tx, actor, ref, body) => {
    const { ready } = readForm(ReadyForm, body)
    await markReady(tx, actor, ref, ready)
    return ready ? t.markedReady : t.changedBackToDraft
  },
  publish: async (tx, actor, ref, body) => {
    const at = await publish(tx, actor, ref, { listIds: readForm(ListsForm, body).lists })
    if (at <= actor.at) return t.published2
    const hearer = { locale: actor.locale, zone: actor.zoneKnown ? actor.zone : null }
    return t.publicationScheduledFor({ value: sayWhen(hearer, actor.zone, at, 'instant', actor.at) })
  },
  unschedule: async (tx, actor, ref) => {
    await unschedule(tx, actor, ref)
    return t.scheduleCancelled
  },
  mail: async (tx, actor, ref, body) => {
    await mailTo(tx, actor, ref, readForm(ListsForm, body).lists)
    return t.sentToTheList
  },
  correct: async (tx, actor, ref, body) => {
    await correct(tx, actor, ref, readForm(CorrectForm, body).text)
    return t.correctionAddedBelowText
  },
  withdraw: async (tx, actor, ref, body) => {
    await withdraw(tx, actor, ref, readForm(WithdrawForm, body).reason)
    return t.withdrawnDone
  },
  contribute: async (tx, actor, ref, body, site) => {
    const { outlet, note } = readForm(GiveForm, body)
    await contribute(tx, actor, site, ref, outlet, note)
    return t.articleSentEditor
  },
}

/** Verbs by which others get the text as it was saved. */
const letsOut: ReadonlySet<string> = new Set(['publish', 'mail', 'contribute'] satisfies (keyof typeof verbs)[])

/**
 * Does it and goes on to `to`, the page where the text is written; what was refused is shown again by `show`. What its writer has changed there
 * and not saved would not go out with it, and nobody would know.
 */
export async function doVerb(c: C, name: keyof typeof verbs, ref: Ref, { to, show }: { to: string; show: () => Promise<Response> }) {
  const verb = verbs[name]
  return refusable(c, show).run(async (body) => {
    if (letsOut.has(name) && c.var.actor.via === 'web' && (await findDraft(c.var.db, c.var.actor, to)).savedAt)
      throw new Invalid(t.saveYourChangesFirst, {})
    return done(c, to, await c.var.write((tx) => verb(tx, c.var.actor, ref, body, c.var.site)))
  })
}
