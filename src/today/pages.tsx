import type { Context } from 'hono'
import * as z from 'zod'
import { visitor } from '../actor.ts'
import { NotFound } from '../errors.ts'
import { openToken } from '../lib/token/open.ts'
import { act, onlyPages } from '../lib/ui/acts.ts'
import { readForm, tick } from '../lib/ui/forms.ts'
import { hideAddresses } from '../lib/ui/hidden.ts'
import { Thing, Things } from '../lib/ui/lists.tsx'
import { Button, Empty, Heading, PostButton, Section, State } from '../lib/ui/parts.tsx'
import { threadPath } from '../lib/ui/paths.ts'
import { refusals } from '../lib/ui/refusals.ts'
import { MeetingTime, Time } from '../lib/ui/time.tsx'
import { bodyOf, done, type Env, pages } from '../lib/ui/web.tsx'
import { ZoneOffer } from '../lib/ui/zones.tsx'
import { listLists } from '../list/queries.ts'
import { findNextMeeting } from '../meetings/queries.ts'
import { isHerself } from '../policy.ts'
import { listNewest } from '../website/queries.ts'
import { chooseTodayMail } from './actions.ts'
import { findTodayMail, listToday, type TodayEntry } from './queries.ts'
import { todayWords } from './words.ts'

const MailForm = z.object({ weekly: tick() })

/** Whose mail a link ends; undefined where it ends none (any more). */
const readerOf = (c: Context<Env>): number | undefined => openToken(c.var.site.secret, 'today', c.req.param('token') ?? '', c.var.actor.at)

/** What waits for somebody: the page, and the choice to have it by mail. */
export const todayPages = pages()
  .get('/today', async (c) => {
    const { db, actor, gathered } = c.var
    if (actor.personId === null) throw new NotFound(refusals.thereIsNoSuchPage)
    const lists = await listLists(db, actor)
    // Their own lists; who is on none looks at what they may read.
    const subscribed = lists.filter((list) => list.mayRead && list.subscribed)
    const readable = (subscribed.length > 0 ? subscribed : lists.filter((list) => list.mayRead)).map((list) => list.id)
    const [entries, newest, weekly, meeting] = await Promise.all([
      listToday(db, gathered.waiting, actor),
      listNewest(db, readable),
      isHerself(actor) ? findTodayMail(db, actor.personId) : undefined,
      findNextMeeting(db, actor),
    ])
    const own = lists.find((list) => list.subscribed)
    const locale = actor.locale
    const words = todayWords(locale).page
    return c.var.page({
      title: words.title,
      action: own && { href: `/lists/${own.name}/write`, label: words.write },
      children: (
        <>
          <Heading title={words.title} lead={<Time at={actor.at} style="day" />} />
          {isHerself(actor) && actor.zoneGuess && <ZoneOffer zone={actor.zone} from={actor.zoneGuess} next="/today" />}
          {meeting && (
            <Section title={words.nextMeeting} aside={<a href="/meetings">{words.allMeetings}</a>}>
              <Things label={words.nextMeeting}>
                <Thing
                  title={meeting.title}
                  href={`/meetings/${meeting.slug}`}
                  meta={<MeetingTime at={meeting.startsAt} zone={meeting.zone} />}
                  act={
                    <State mood={meeting.partstat === 'accepted' ? 'good' : 'wait'}>
                      {words.partstats[meeting.partstat === 'accepted' ? 'yes' : meeting.partstat === 'tentative' ? 'maybe' : 'open']}
                    </State>
                  }
                />
              </Things>
            </Section>
          )}
          <Section title={words.waiting} aside={entries.length > 1 ? words.count({ n: entries.length }) : undefined}>
            {entries.length === 0 && <Empty title={words.none} />}
            {[...Map.groupBy(entries, ({ kind }) => kind)].map(([kind, ones]) => (
              <section class="kind">
                <h3>{words.kinds[kind]}</h3>
                <Things label={words.kinds[kind]}>
                  {ones.map((entry) => (
                    <Entry entry={entry} next={entry === entries[0]} words={words} />
                  ))}
                </Things>
              </section>
            ))}
          </Section>
          <Section title={words.newest}>
            {newest.length === 0 && <Empty title={words.noMessages} />}
            <Things label={words.newest}>
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
            </Things>
          </Section>
          {isHerself(actor) && <WeeklyMail on={weekly !== undefined} words={words} />}
        </>
      ),
    })
  })
  .post('/today/mail', act('will', 'Have what waits by mail each Monday, or not', MailForm), async (c) => {
    const { write, actor } = c.var
    const { weekly: wanted } = readForm(MailForm, await bodyOf(c))
    await write((tx) => chooseTodayMail(tx, actor, wanted))
    const words = todayWords(actor.locale).page
    return done(c, '/today', wanted ? words.started : words.stopped)
  })

  .get('/unsubscribe/today/:token', (c) => showStop(c, readerOf(c) === undefined ? 'gone' : 'ask'))
  // RFC 8058: one POST from the mail program, without cookies, ends it.
  .post('/unsubscribe/today/:token', onlyPages('will', 'A link from a mail is its own key.'), async (c) => {
    const personId = readerOf(c)
    if (personId === undefined) return showStop(c, 'gone')
    await c.var.write((tx) => chooseTodayMail(tx, { ...visitor(c.var.actor.at), personId }, false))
    return showStop(c, 'done')
  })

function showStop(c: Context<Env>, state: 'ask' | 'done' | 'gone') {
  const words = todayWords(c.var.actor.locale)
  const lead = { ask: words.stopAsk, done: words.stopped, gone: words.gone }[state]
  return c.var.page({
    title: words.stopTitle,
    kind: 'bare',
    status: state === 'gone' ? 404 : 200,
    children: (
      <>
        <Heading title={words.stopTitle} lead={lead} />
        {state === 'ask' && (
          <PostButton action={c.req.path} kind="primary">
            {words.stop}
          </PostButton>
        )}
      </>
    ),
  })
}

type PageWords = ReturnType<typeof todayWords>['page']

/** One thing that waits; only the next one has a button, the others a word that leads there. */
const Entry = ({ entry, next, words }: { entry: TodayEntry; next: boolean; words: PageWords }) => (
  <Thing
    title={entry.title}
    href={entry.href}
    meta={
      <>
        {entry.late && <State mood="late">{words.late}</State>} {entry.meta}
        {entry.until && <> {words.until({ time: <Time at={entry.until} /> })}</>}
      </>
    }
    act={
      next ? (
        <Button kind="primary" href={entry.href} label={`${entry.button}: ${entry.title}`}>
          {entry.button}
        </Button>
      ) : (
        <a href={entry.href} aria-label={`${entry.button}: ${entry.title}`}>
          {entry.button}
        </a>
      )
    }
  />
)

const WeeklyMail = ({ on, words }: { on: boolean; words: PageWords }) => (
  <Section title={words.mail} id="mail">
    <p class="soft">{on ? words.mailOn : words.mailOff}</p>
    <PostButton action="/today/mail" fields={{ weekly: on ? 'off' : 'on' }}>
      {on ? words.stop : words.start}
    </PostButton>
  </Section>
)
