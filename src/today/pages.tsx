import * as z from 'zod'
import type { Actor } from '../actor.ts'
import { Conflict, NotFound } from '../errors.ts'
import { loadActor } from '../groups/queries.ts'
import { readStopId } from '../letter-subjects.ts'
import type { Tx } from '../lib/db/rows.ts'
import { pluck } from '../lib/pluck.ts'
import { openToken } from '../lib/token/open.ts'
import { formatList } from '../lib/ui/format.ts'
import { line, lines, picked, readForm } from '../lib/ui/forms.ts'
import { hideAddresses } from '../lib/ui/hidden.ts'
import { dotted, Listing, Thing } from '../lib/ui/lists.tsx'
import { Button, Empty, PostButton, placeOf, State, Titled } from '../lib/ui/parts.tsx'
import { threadPath } from '../lib/ui/paths.ts'
import { useReader } from '../lib/ui/reader.ts'
import { MeetingTime, Time } from '../lib/ui/time.tsx'
import { choices } from '../lib/ui/waits.ts'
import { act, bodyOf, type C, done, onlyPages, ownPath, pages, refusable } from '../lib/ui/web.tsx'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { ZoneOffer } from '../lib/ui/zones.tsx'
import { placesOf, readPlaces } from '../list/queries.ts'
import { findNextMeeting } from '../meetings/queries.ts'
import { chooseWay, chooseWeek } from '../outbox/actions.ts'
import { isHerself } from '../policy.ts'
import { listNewest } from '../website/queries.ts'
import { carryOutNow, decide, nextBatch, putOff, undo, undoByLink } from './decisions-actions.ts'
import { findBatch, listDecided } from './decisions-queries.ts'
import { undoFor } from './decisions-rules.ts'
import { beginningsOf, listToday, type Numbered, readToday, warningsOf } from './queries.ts'
import { Decided, Waits } from './views.tsx'
import { todayWords } from './words.ts'

const onList = textsOf('list', 'pages')
const notifications = textsOf('today', 'notifications')
const stopping = textsOf('outbox', 'letters')

const DecideForm = z.object({ key: line(500), choice: z.enum([...choices, 'later']), reason: lines(2_000).default('') })
const UndoForm = z.object({ batch: picked(), next: line(1_000).optional() })

/** Whose letter a link ends; undefined where it ends none (any more). */
const readerOf = (c: C): number | undefined => openToken(c.var.site.secret, 'today', c.req.param('token') ?? '', c.var.actor.at)

/** Does what a link from a letter stands for, as its reader; nothing where they are no more. */
const byLink = (c: C, personId: number, act: (tx: Tx, actor: Actor) => Promise<unknown>) =>
  c.var.write(async (tx) => {
    const actor = await loadActor(tx, personId, c.var.actor.at, 'web')
    if (actor) await act(tx, actor)
  })

/** Which letters a link ends, for whom. */
function kindOf(c: C): ReturnType<typeof readStopId> {
  const id = openToken(c.var.site.secret, 'letters', c.req.param('token') ?? '', c.var.actor.at)
  return id === undefined ? undefined : readStopId(id)
}

/** What a link takes back; undefined where it takes nothing back (any more). */
const batchOf = (c: C): number | undefined => openToken(c.var.site.secret, 'undo', c.req.param('token') ?? '', c.var.actor.at)

/** Where somebody goes on once an entry is decided: at the one that takes its place; from the first, at the top. */
function placeAfter(waits: readonly Numbered[], at: number): string {
  const next = at > 0 ? (waits[at + 1] ?? waits[at - 1]) : undefined
  return next ? `#${encodeURIComponent(next.key)}` : ''
}

/** What waits for somebody, decided where it stands, and the same taken back. */
export const todayPages = pages()
  .get('/today', (c) => showToday(c))
  .post('/today/decide', act('will', 'decideToday', 'Decide something that waits for me', DecideForm), async (c) => {
    const { write, actor, gathered, site } = c.var
    const words = todayWords(actor.locale).page
    return refusable(c, () => showToday(c)).take(DecideForm, async (said) => {
      if (!isHerself(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
      const { place, told } = await write(async (tx) => {
        const waits = await listToday(tx, gathered.waiting, actor)
        const at = waits.findIndex((one) => one.key === said.key)
        const entry = waits[at]
        if (!entry) throw new Conflict(words.notAnyMore)
        const place = placeAfter(waits, at)
        const batch = await nextBatch(tx)
        if (said.choice === 'later') {
          await putOff(tx, actor, entry, batch)
          return { place, told: words.isLater({ title: entry.title }) }
        }
        await decide(tx, gathered.deciders, actor, entry, { ...said, choice: said.choice, batch, site, proven: true })
        return { place, told: words.isNoted({ title: entry.title, does: entry[said.choice] ?? '' }) }
      })
      return done(c, `/today${place}`, told)
    })
  })
  .post('/today/undo', act('will', 'undoToday', 'Undo what I decided', UndoForm), async (c) => {
    const { write, actor } = c.var
    if (!isHerself(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
    const { batch, next } = readForm(UndoForm, await bodyOf(c))
    await write((tx) => undo(tx, actor.at, batch, actor.personId))
    return done(c, ownPath(next, '/today'), todayWords(actor.locale).page.undone)
  })
  .post('/today/now', act('will', 'carryOutToday', 'Do at once what I decided', UndoForm), async (c) => {
    const { write, actor, site, gathered } = c.var
    if (!isHerself(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
    const { batch, next } = readForm(UndoForm, await bodyOf(c))
    await write((tx) => carryOutNow(tx, actor, batch, { site, deciders: gathered.deciders }))
    return done(c, ownPath(next, '/today'), todayWords(actor.locale).page.carriedOut)
  })
  .get('/today/undo/:token', async (c) => {
    const batch = batchOf(c)
    const found = batch === undefined ? undefined : await findBatch(c.var.db, batch, new Date(c.var.actor.at.getTime() - undoFor))
    return showUndo(c, found ? 'ask' : 'gone', found?.titles)
  })
  .post('/today/undo/:token', onlyPages('will', 'A link from a mail is its own key.'), async (c) => {
    const batch = batchOf(c)
    if (batch === undefined) return showUndo(c, 'gone')
    try {
      await c.var.write((tx) => undoByLink(tx, c.var.actor.at, batch))
      return await showUndo(c, 'done')
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      return showUndo(c, 'gone')
    }
  })
  // Where decisions stood by themselves before.
  .get('/approvals', (c) => c.redirect('/today', 301))

  .get('/unsubscribe/today/:token', (c) => showStop(c, readerOf(c) === undefined ? 'gone' : 'ask'))
  // RFC 8058: one POST from the mail program, without cookies, ends it.
  .post('/unsubscribe/today/:token', onlyPages('will', 'A link from a mail is its own key.'), async (c) => {
    const personId = readerOf(c)
    if (personId === undefined) return showStop(c, 'gone')
    await byLink(c, personId, (tx, actor) => chooseWeek(tx, actor, { wanted: false }))
    return showStop(c, 'done')
  })
  .get('/unsubscribe/letters/:token', (c) => showStopKind(c, kindOf(c), false))
  .post('/unsubscribe/letters/:token', onlyPages('will', 'A link from a mail is its own key.'), async (c) => {
    const kind = kindOf(c)
    if (kind) await byLink(c, kind.personId, (tx, actor) => chooseWay(tx, actor, c.var.gathered.letters, kind.subject, 'never'))
    return showStopKind(c, kind, true)
  })

interface ComingProps {
  meeting: NonNullable<Awaited<ReturnType<typeof findNextMeeting>>>
  decided: Awaited<ReturnType<typeof listDecided>>
}

/** Whether somebody comes to their next meeting: as they have just answered, which is sent once it cannot be undone; else as they did before. */
function Coming({ meeting: { invitationId, partstat }, decided }: ComingProps) {
  const { partstats } = todayWords(useReader().locale).page
  const answer = decided.find(({ what, thingId, does }) => what === 'invitation' && thingId === invitationId && does !== '')
  if (answer) return <State {...(answer.choice === 'yes' && { mood: 'good' })}>{answer.does}</State>
  const said = partstat === 'accepted' ? 'yes' : partstat === 'tentative' ? 'maybe' : 'open'
  return <State mood={said === 'yes' ? 'good' : 'wait'}>{partstats[said]}</State>
}

const hours = 3_600_000
const isSoon = (now: Date, startsAt: Date): boolean => startsAt.getTime() - now.getTime() < 24 * hours

async function showToday(c: C) {
  const { db, actor, gathered } = c.var
  if (actor.personId === null) throw new NotFound(refusals.thereIsNoSuchPage)
  const self = isHerself(actor)
  const isMine = ({ id }: { id: number }) => actor.listIds.includes(id)
  const lists = placesOf(actor, await readPlaces(db))
  // Their own lists; who is on none looks at what they may read.
  const subscribed = lists.filter((list) => list.mayRead && isMine(list))
  const readable = (subscribed.length > 0 ? subscribed : lists.filter((list) => list.mayRead)).map((list) => list.id)
  const [{ waits, justPutOff }, newest, decided, meeting] = await Promise.all([
    readToday(db, gathered.waiting, actor),
    listNewest(db, readable, 6, actor.personId),
    self ? listDecided(db, actor.personId) : [],
    findNextMeeting(db, actor),
  ])
  const [begins, warning] = await Promise.all([beginningsOf(db, c.var.parse, waits), warningsOf(db, waits, actor.locale)])
  const own = lists.find(isMine)
  const words = todayWords(actor.locale).page
  return c.var.page(
    words.title,
    <Titled title={words.title} lead={<Time at={actor.at} style="day" />}>
      {self && actor.zoneGuess && <ZoneOffer zone={actor.zone} from={actor.zoneGuess} next="/today" />}
      {meeting && (
        <Listing title={words.nextMeeting} aside={<a href="/meetings">{words.allMeetings}</a>}>
          <Thing
            title={meeting.title}
            href={`/meetings/${meeting.slug}`}
            meta={dotted([
              <MeetingTime at={meeting.startsAt} zone={meeting.zone} />,
              // Where it is in the end is asked for on its day.
              isSoon(actor.at, meeting.startsAt) && placeOf(meeting.place),
              !actor.soleGroup && formatList(actor.locale, pluck(meeting.hosts, 'name')),
            ])}
            act={<Coming meeting={meeting} decided={decided} />}
          />
        </Listing>
      )}
      <Waits entries={waits} hint={(one) => ({ begins: begins(one), warning: warning(one) })} mayDecide={self} words={words} />
      <Decided decided={decided} putOff={self ? justPutOff : []} words={words} />
      <Listing title={words.newest} none={<Empty title={words.noMessages} />}>
        {newest.map((thread) => (
          <Thing
            title={hideAddresses(thread.subject)}
            href={threadPath(thread.list, thread.root)}
            meta={
              <>
                {thread.title} · {words.messages({ n: thread.messages, time: <Time at={thread.lastAt} style="date" /> })}
              </>
            }
          />
        ))}
      </Listing>
      {self && (
        <p class="soft">
          <a href="/me/notifications">{words.chooseMail}</a> · <a href="/me/drafts">{words.drafts}</a>
        </p>
      )}
    </Titled>,
    { action: own && { href: `/lists/${own.name}/write`, label: onList.write } },
  )
}

const settings = '/me/notifications'

function showStop(c: C, state: 'ask' | 'done' | 'gone') {
  const words = todayWords(c.var.actor.locale)
  const lead = { ask: words.stopAsk, done: words.stopped, gone: words.gone }[state]
  return showOneButton(c, {
    title: words.stopTitle,
    lead,
    button: state === 'ask' ? words.stop : undefined,
    gone: state === 'gone',
    way: state === 'gone' ? settings : undefined,
  })
}

function showStopKind(c: C, kind: ReturnType<typeof readStopId>, stopped: boolean) {
  const words = todayWords(c.var.actor.locale)
  const of = kind && (notifications.subjects as Partial<Record<string, string>>)[kind.subject]
  const lead = of === undefined ? words.gone : stopped ? words.stoppedKind({ kind: of }) : words.stopKindAsk({ kind: of })
  const button = of !== undefined && !stopped ? stopping.button : undefined
  return showOneButton(c, {
    title: notifications.kinds,
    lead,
    button,
    gone: of === undefined,
    way: of === undefined ? settings : undefined,
  })
}

function showUndo(c: C, state: 'ask' | 'done' | 'gone', titles: readonly string[] = []) {
  const words = todayWords(c.var.actor.locale).undo
  const lead = { ask: words.ask, done: words.done, gone: words.gone }[state]
  return showOneButton(c, { title: words.title, lead, button: state === 'ask' ? words.button : undefined, gone: state === 'gone', titles })
}

interface OneButton {
  title: string
  lead: string
  button: string | undefined
  gone: boolean
  titles?: readonly string[]
  /** The settings that stop it as well. */
  way?: string | undefined
}

const showOneButton = (c: C, { title, lead, button, gone, titles = [], way }: OneButton) =>
  c.var.page(
    title,
    <Titled title={title} lead={lead}>
      {titles.length > 0 && (
        <ul class="prose">
          {titles.map((one) => (
            <li>{one}</li>
          ))}
        </ul>
      )}
      {button && <PostButton action={c.req.path} kind="primary" text={button} />}
      {way && <Button href={way}>{notifications.title}</Button>}
    </Titled>,
    { kind: 'bare', status: gone ? 404 : 200 },
  )
