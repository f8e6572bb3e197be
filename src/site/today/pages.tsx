import type { Context } from 'hono'
import * as z from 'zod'
import { visitor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import { listLists } from '../../list/queries.ts'
import { isHerself } from '../../policy.ts'
import { openToken } from '../../token.ts'
import { act, onlyPages } from '../../ui/acts.ts'
import { formatNumber, type Locale } from '../../ui/format.ts'
import { readForm, tick } from '../../ui/forms.ts'
import { Thing, Things } from '../../ui/lists.tsx'
import { Button, Empty, Heading, PostButton, Section, State } from '../../ui/parts.tsx'
import { threadPath } from '../../ui/paths.ts'
import { Time } from '../../ui/time.tsx'
import { bodyOf, done, type Env, pages } from '../../ui/web.tsx'
import { listNewest } from '../queries.ts'
import { chooseTodayMail } from './actions.ts'
import { findTodayMail, listToday, type TodayEntry } from './queries.ts'
import type { TodayKind } from './rules.ts'
import { todayWords } from './words.ts'

const MailForm = z.object({ weekly: tick() })

/** Whose mail a link ends; undefined where it ends none (any more). */
const readerOf = (c: Context<Env>): number | undefined => openToken(c.var.site.secret, 'today', c.req.param('token') ?? '', c.var.actor.at)

/** What waits for somebody: the page, and the choice to have it by mail. */
export const todayPages = pages()
  .get('/today', async (c) => {
    const { db, actor } = c.var
    if (actor.personId === null) throw new NotFound('There is no such page.')
    const lists = await listLists(db, actor)
    // Her own lists; who is on none looks at what she may read.
    const subscribed = lists.filter((list) => list.mayRead && list.subscribed)
    const readable = (subscribed.length > 0 ? subscribed : lists.filter((list) => list.mayRead)).map((list) => list.id)
    const [entries, newest, weekly] = await Promise.all([
      listToday(db, actor),
      listNewest(db, readable),
      isHerself(actor) ? findTodayMail(db, actor.personId) : undefined,
    ])
    const own = lists.find((list) => list.subscribed)
    return c.var.page({
      title: 'Today',
      action: own && { href: `/lists/${own.name}/write`, label: 'Write to the list' },
      children: (
        <>
          <Heading title="Today" lead={<Time at={actor.at} style="day" />} />
          <Section title="Waiting for you" aside={entries.length > 1 ? `${entries.length} things, the most urgent first` : undefined}>
            {entries.length === 0 && <Empty title="Nothing waits for you." />}
            {[...Map.groupBy(entries, ({ kind }) => kind)].map(([kind, ones]) => (
              <section class="kind">
                <h3>{kindNames[kind]}</h3>
                <Things label={kindNames[kind]}>
                  {ones.map((entry) => (
                    <Entry entry={entry} next={entry === entries[0]} />
                  ))}
                </Things>
              </section>
            ))}
          </Section>
          <Section title="New on the list">
            {newest.length === 0 && <Empty title="No messages yet." />}
            <Things label="New on the list">
              {newest.map((thread) => (
                <Thing
                  title={thread.subject}
                  href={threadPath(thread.list, thread.root)}
                  meta={
                    <>
                      {thread.title} · {thread.messages === 1 ? '1 message' : `${formatNumber('en', thread.messages)} messages`}, last{' '}
                      <Time at={thread.lastAt} relative />
                    </>
                  }
                />
              ))}
            </Things>
          </Section>
          {isHerself(actor) && <WeeklyMail on={weekly !== undefined} />}
        </>
      ),
    })
  })
  .post('/today/mail', act('Have what waits by mail each Monday, or not', MailForm), async (c) => {
    const { write, actor } = c.var
    const { weekly: wanted } = readForm(MailForm, await bodyOf(c))
    await write((tx) => chooseTodayMail(tx, actor, wanted))
    return done(c, '/today', wanted ? 'It comes on Mondays, when something waits.' : 'It comes no more.')
  })

  .get('/unsubscribe/today/:token', (c) => showStop(c, readerOf(c) === undefined ? 'gone' : 'ask'))
  // RFC 8058: one POST from the mail program, without cookies, ends it.
  .post('/unsubscribe/today/:token', onlyPages('A link from a mail is its own key.'), async (c) => {
    const personId = readerOf(c)
    if (personId === undefined) return showStop(c, 'gone')
    await c.var.write((tx) => chooseTodayMail(tx, { ...visitor(c.var.actor.at), personId }, false))
    return showStop(c, 'done')
  })

function showStop(c: Context<Env>, state: 'ask' | 'done' | 'gone') {
  const words = todayWords(c.var.actor.locale as Locale)
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

const kindNames: Record<TodayKind, string> = {
  ballots: 'Ballots',
  vendor: 'Vendor',
  lists: 'Lists',
  requests: 'Requests',
  meetings: 'Meetings',
  documents: 'Documents',
  news: 'News',
  group: 'Group',
}

/** One thing that waits; only the next one has a button, the others a word that leads there. */
const Entry = ({ entry, next }: { entry: TodayEntry; next: boolean }) => (
  <Thing
    title={entry.title}
    href={entry.href}
    meta={
      <>
        {entry.late && <State mood="late">Late</State>} {entry.meta}
        {entry.until && (
          <>
            {' '}
            until <Time at={entry.until} />
          </>
        )}
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

const WeeklyMail = ({ on }: { on: boolean }) => (
  <Section title="The same by mail" id="mail">
    <p class="soft">
      {on
        ? 'You get what waits for you by mail each Monday, and nothing when nothing waits.'
        : 'What waits for you can come by mail each Monday; nothing comes when nothing waits.'}
    </p>
    <PostButton action="/today/mail" fields={{ weekly: on ? 'off' : 'on' }}>
      {on ? 'No more of it' : 'Send it on Mondays'}
    </PostButton>
  </Section>
)
