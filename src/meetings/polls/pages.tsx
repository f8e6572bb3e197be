import type { Context } from 'hono'
import * as z from 'zod'
import { Invalid, NotFound } from '../../errors.ts'
import { twin } from '../../lib/ui/acts.ts'
import { type Refused, whole } from '../../lib/ui/forms.ts'
import { refusals } from '../../lib/ui/refusals.ts'
import { line, lines } from '../../lib/ui/texts.ts'
import { bodyOf, done, type Env, pages, refusable } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { zoneField } from '../../lib/ui/zone-field.ts'
import { zoneSaid } from '../../lib/ui/zone-names.ts'
import { dayIn } from '../../time.ts'
import { listArrangeable } from '../core/queries.ts'
import { readHosts } from '../pages.tsx'
import { DoubtfulTime, instantOf, proposeTimes } from '../rules.ts'
import { answerPoll, closePoll, startPoll } from './actions.ts'
import { getPoll, readLedger } from './queries.ts'
import { PollFormPage, PollPage } from './views.tsx'

const times = textsOf('meetings', 'times')
const t = textsOf('meetings', 'polls')

const PollForm = z.object({
  title: line(200),
  hosts: z.union([line(20), z.array(line(20))]).optional(),
  zone: zoneField(() => times.zone),
  minutes: z.coerce.number().int().min(5).max(1_440),
  place: line(500).default(''),
  note: lines(2_000).default(''),
  closesOn: z.iso.date(),
  slots: lines(5_000),
})

const slugOf = (c: Context<Env>): string => c.req.param('poll') ?? ''

/** One time a line: `2026-11-18 10:00`, in the poll's zone. */
function readSlots(text: string, zone: string): Date[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line, i) => {
      const read = /^(\d{4}-\d\d-\d\d)[ T]+(\d\d:\d\d)$/.exec(line)
      const refuse = (why: string): never => {
        throw new Invalid(refusals.lookAgain, { slots: t.line({ line: i + 1, why }) })
      }
      if (!read?.[1] || !read[2]) return refuse(t.notDateTimeEnterTime({ text: line.slice(0, 40) }))
      try {
        return instantOf(read[1], read[2], zone)
      } catch (error) {
        return refuse(error instanceof DoubtfulTime ? error.message : t.notDateTimeEnterTime({ text: line }))
      }
    })
}

/** Working days of the next weeks, every hour of the clock in a zone: what fairness may choose from. */
function candidates(from: Date, zone: string, weeks: number): Date[] {
  const first = Temporal.PlainDate.from(dayIn(from, zone)).add({ days: 7 }).toZonedDateTime(zone)
  return Array.from({ length: weeks * 7 * 24 }, (_, hour) => first.add({ hours: hour }))
    .filter(({ dayOfWeek }) => dayOfWeek <= 5)
    .map(({ epochMilliseconds }) => new Date(epochMilliseconds))
}

async function showForm(c: Context<Env>, refused?: Refused | undefined) {
  const { db, actor } = c.var
  const hosts = await listArrangeable(db, actor)
  if (hosts.length === 0) throw new NotFound(refusals.thereIsNoSuchPage)
  const chosen = hosts.find(({ slug }) => slug === c.req.query('group')) ?? hosts[0]
  const ids = { groupIds: chosen?.groupId ? [chosen.groupId] : [], communityIds: chosen?.communityId ? [chosen.communityId] : [] }
  const ledger = await readLedger(db, ids, actor.at)
  return c.var.page({
    title: t.startADatePoll,
    status: refused ? 422 : 200,
    children: (
      <PollFormPage
        hosts={hosts}
        chosen={chosen}
        zone={actor.zone}
        ledger={ledger}
        proposals={ledger.people.length === 0 ? [] : proposeTimes(candidates(actor.at, actor.zone, 2), 60, ledger.people, 6)}
        refused={refused}
      />
    ),
  })
}

async function show(c: Context<Env>, refused?: Refused | undefined) {
  const { db, actor } = c.var
  const found = await getPoll(db, actor, slugOf(c))
  const { poll } = found
  const ledger = await readLedger(
    db,
    {
      groupIds: poll.hosts.flatMap(({ groupId }) => groupId ?? []),
      communityIds: poll.hosts.flatMap(({ communityId }) => communityId ?? []),
    },
    actor.at,
  )
  return c.var.page({
    title: poll.title,
    status: refused ? 422 : 200,
    children: <PollPage {...found} ledger={ledger} personId={actor.personId ?? 0} now={actor.at} refused={refused} />,
  })
}

export const pollPages = pages()
  .get('/polls/new', (c) => showForm(c))
  .post('/polls', twin('work', 'POST /polls'), async (c) => {
    const { db, write, actor } = c.var
    if ((await listArrangeable(db, actor)).length === 0) throw new NotFound(refusals.thereIsNoSuchPage)
    return refusable(c, (refused) => showForm(c, refused)).take(PollForm, async ({ hosts, slots, closesOn, ...form }) => {
      const closesAt = instantOf(closesOn, '23:59', form.zone, 'later')
      const slug = await write((tx) =>
        startPoll(tx, actor, { ...form, hosts: readHosts(hosts), closesAt, slots: readSlots(slots, form.zone) }),
      )
      return done(c, `/polls/${slug}`, t.datePollStartedEveryoneGroup, slug)
    })
  })
  .get('/polls/:poll', (c) => show(c))
  .post('/polls/:poll', twin('will', 'PUT /polls/{poll}/answer'), async (c) => {
    const body = await bodyOf(c)
    const said = new Map(
      Object.entries(body).flatMap(([name, value]) => {
        const answer = z.enum(['yes', 'maybe', 'no']).safeParse(value)
        return /^s\d+$/.test(name) && answer.success ? [[Number(name.slice(1)), answer.data] as const] : []
      }),
    )
    await c.var.write((tx) => answerPoll(tx, c.var.actor, slugOf(c), said, zoneSaid(body.browserZone)))
    return done(c, `/polls/${slugOf(c)}`, t.thankYouYouCanChangeIt)
  })
  .post('/polls/:poll/close', twin('work', 'POST /polls/{poll}/close'), async (c) => {
    if (!(await getPoll(c.var.db, c.var.actor, slugOf(c))).poll.mayArrange) throw new NotFound(t.datePollNotFound)
    return refusable(c, (refused) => show(c, refused)).take(z.object({ slot: whole() }), async ({ slot }) => {
      const meeting = await c.var.write((tx) => closePoll(tx, c.var.actor, slugOf(c), slot))
      return done(c, `/meetings/${meeting}`, t.meetingScheduledInvitations, meeting)
    })
  })
