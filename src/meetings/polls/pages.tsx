import * as z from 'zod'
import { visitor } from '../../actor.ts'
import { Invalid, NotFound } from '../../errors.ts'
import { openToken } from '../../lib/token/open.ts'
import { type FormBody, line, lines, orEmpty, readForm, tick, whole } from '../../lib/ui/forms.ts'
import { act, askedFirst, type C, done, idOf, mailed, onlyPages, pages, refusable, twin } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { zoneField } from '../../lib/ui/zone-field.ts'
import { zoneSaid } from '../../lib/ui/zone-names.ts'
import { InZone } from '../../lib/ui/zones.tsx'
import { dayIn } from '../../time.ts'
import { hostIds, listArrangeable } from '../core/queries.ts'
import { readWhom, WhomForm, whomFields } from '../invitees-fields.tsx'
import { listInvitees, listSeatChoices, listUnreachedOf } from '../invitees-queries.ts'
import { readHosts } from '../pages.tsx'
import { DoubtfulTime, instantOf, proposeTimes } from '../rules.ts'
import { closePoll, inviteToPoll, renewPollLink, startPoll, uninviteFromPoll } from './actions.ts'
import { type Answers, answerByLink, answerPoll } from './answers-actions.ts'
import { findPollInvitation, findPollOf, getPoll, readLedger } from './queries.ts'
import { DatesPage, PollFormPage, PollPage } from './views.tsx'

const times = textsOf('meetings', 'times')
const t = textsOf('meetings', 'polls')

const PollForm = z.object({
  title: line(200),
  hosts: z.union([line(20), z.array(line(20))]).optional(),
  ...whomFields,
  zone: zoneField(() => times.zone),
  minutes: z.coerce.number().int().min(5).max(1_440),
  place: line(500).default(''),
  note: lines(2_000).default(''),
  closesOn: z.iso.date(),
  slots: lines(5_000),
  guestsSeeNames: tick(),
  public: tick(),
})

const slugOf = (c: C): string => c.req.param('poll') ?? ''

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

/**
 * Working days of the next weeks, every hour of the clock in a zone: what fairness may choose from. What is a weekend to one of the people is
 * not proposed, unless that leaves nothing.
 */
function candidates(from: Date, zone: string, weeks: number, zones: readonly string[]): Date[] {
  const first = Temporal.PlainDate.from(dayIn(from, zone)).add({ days: 7 }).toZonedDateTime(zone)
  const working = Array.from({ length: weeks * 7 * 24 }, (_, hour) => first.add({ hours: hour })).filter(({ dayOfWeek }) => dayOfWeek <= 5)
  const forAll = working.filter((at) => zones.every((one) => at.withTimeZone(one).dayOfWeek <= 5))
  return (forAll.length > 0 ? forAll : working).map(({ epochMilliseconds }) => new Date(epochMilliseconds))
}

async function showForm(c: C) {
  const { db, actor } = c.var
  const hosts = askedFirst(c, await listArrangeable(db, actor))
  const [chosen] = hosts
  if (!chosen) throw new NotFound(refusals.thereIsNoSuchPage)
  const ids = { groupIds: chosen.groupId ? [chosen.groupId] : [], communityIds: chosen.communityId ? [chosen.communityId] : [] }
  const ledger = await readLedger(db, ids, actor.at)
  const zones = [...new Set(ledger.people.map(({ zone }) => zone))]
  return c.var.page(
    t.startADatePoll,
    <PollFormPage
      hosts={hosts}
      choices={await listSeatChoices(db, actor)}
      zone={actor.zone}
      ledger={ledger}
      proposals={ledger.people.length === 0 ? [] : proposeTimes(candidates(actor.at, actor.zone, 2, zones), 60, ledger.people, 6)}
      from={dayIn(actor.at, actor.zone)}
    />,
  )
}

async function show(c: C) {
  const { db, actor } = c.var
  const found = await getPoll(db, actor, slugOf(c))
  const { poll } = found
  return c.var.page(
    poll.title,
    <PollPage
      found={found}
      ledger={poll.atTable ? await readLedger(db, hostIds(poll.hosts), actor.at) : undefined}
      invitees={poll.mayArrange ? await listInvitees(db, { pollId: poll.id }) : []}
      unreached={await listUnreachedOf(db, actor, poll.mayArrange ? poll.hosts : [])}
      choices={poll.mayArrange ? await listSeatChoices(db, actor) : []}
      personId={actor.personId ?? 0}
      now={actor.at}
    />,
  )
}

/** What was answered to the times in a form: `s12=yes`. */
function readAnswers(body: FormBody): Answers {
  const answers = new Map(
    Object.entries(body).flatMap(([name, value]) => {
      const answer = z.enum(['yes', 'maybe', 'no']).safeParse(value)
      return /^s\d{1,15}$/.test(name) && answer.success ? [[Number(name.slice(1)), answer.data] as const] : []
    }),
  )
  if (answers.size === 0) throw new Invalid(t.answerAtLeastOne)
  const { comment } = readForm(z.object({ comment: orEmpty(line(500)) }), body)
  return { answers, comment, zone: zoneSaid(body.browserZone) }
}

/** Who may know that a poll can be arranged learns why a form about it is refused; to others there is none. */
async function arranged(c: C): Promise<void> {
  if (!(await getPoll(c.var.db, c.var.actor, slugOf(c))).poll.mayArrange) throw new NotFound(t.datePollNotFound)
}

/** Whom a link asks, while their invitation stands. */
async function askedBy(c: C) {
  const { db, actor, site } = c.var
  const id = openToken(site.secret, 'poll', c.req.param('token') ?? '', actor.at)
  const invitation = id === undefined ? undefined : await findPollInvitation(db, id)
  const found = invitation && (await findPollOf(db, invitation))
  if (!invitation || !found) throw new NotFound(refusals.thisLinkIsOutOfDate)
  return { invitation, found }
}

async function showDates(c: C) {
  const { invitation, found } = await askedBy(c)
  const zone = zoneSaid(c.req.query('zone')) ?? invitation.zone ?? undefined
  return c.var.page(
    found.poll.title,
    <InZone zone={zone}>
      <DatesPage
        found={found}
        name={invitation.name}
        personId={invitation.personId}
        token={c.req.param('token') ?? ''}
        zone={zone}
        now={c.var.actor.at}
      />
    </InZone>,
    { kind: 'bare' },
  )
}

export const pollPages = pages()
  .get('/polls/new', (c) => showForm(c))
  .post('/polls', twin('work', 'POST /polls'), async (c) => {
    const { db, write, actor } = c.var
    if ((await listArrangeable(db, actor)).length === 0) throw new NotFound(refusals.thereIsNoSuchPage)
    // The form asks for the day on which the poll closes.
    const asAsked = () => {
      const { refused } = c.var
      const { closesAt, ...fields } = refused?.fields ?? {}
      if (refused && closesAt !== undefined) c.set('refused', { ...refused, fields: { ...fields, closesOn: closesAt } })
      return showForm(c)
    }
    return refusable(c, asAsked).take(PollForm, async ({ hosts, slots, closesOn, seats, people, ...form }) => {
      const closesAt = instantOf(closesOn, '23:59', form.zone, 'later')
      const whom = readWhom({ seats, people })
      const slug = await write((tx) =>
        startPoll(tx, actor, { ...form, whom, hosts: readHosts(hosts), closesAt, slots: readSlots(slots, form.zone) }),
      )
      return done(c, `/polls/${slug}`, mailed(c, t.datePollStartedEveryoneGroup), slug)
    })
  })
  .get('/polls/:poll', (c) => show(c))
  .post('/polls/:poll', twin('will', 'PUT /polls/{poll}/answer'), async (c) => {
    const { db, write, actor } = c.var
    await getPoll(db, actor, slugOf(c))
    return refusable(c, () => show(c), '').run(async (body) => {
      const said = readAnswers(body)
      await write((tx) => answerPoll(tx, actor, slugOf(c), said))
      return done(c, `/polls/${slugOf(c)}`, t.thankYouYouCanChangeIt)
    })
  })
  .post('/polls/:poll/close', twin('work', 'POST /polls/{poll}/close'), async (c) => {
    await arranged(c)
    return refusable(c, () => show(c), '').take(z.object({ slot: whole() }), async ({ slot }) => {
      const meeting = await c.var.write((tx) => closePoll(tx, c.var.actor, slugOf(c), slot))
      return done(c, `/meetings/${meeting}`, mailed(c, t.meetingScheduledInvitations), meeting)
    })
  })
  .post('/polls/:poll/invitees', act('work', 'inviteToDatePoll', 'Ask others besides the group', WhomForm), async (c) => {
    await arranged(c)
    return refusable(c, () => show(c)).take(WhomForm, async (form) => {
      const whom = readWhom(form)
      await c.var.write((tx) => inviteToPoll(tx, c.var.actor, slugOf(c), whom))
      return done(c, `/polls/${slugOf(c)}`, mailed(c, t.guestsAsked))
    })
  })
  .post(
    '/polls/:poll/invitees/:invitee/remove',
    act('work', 'removePollInvitee', 'Remove an invited person from a date poll'),
    async (c) => {
      await c.var.write((tx) => uninviteFromPoll(tx, c.var.actor, slugOf(c), idOf(c, 'invitee')))
      return done(c, `/polls/${slugOf(c)}`, t.guestRemoved)
    },
  )
  .post('/polls/:poll/links/:invitation', act('work', 'replacePollLink', 'Replace the personal link of an invited person'), async (c) => {
    await c.var.write((tx) => renewPollLink(tx, c.var.actor, slugOf(c), idOf(c, 'invitation')))
    return done(c, `/polls/${slugOf(c)}`, t.newLinkSent)
  })
  .get('/dates/:token', (c) => showDates(c))
  .post('/dates/:token', onlyPages('will', 'A link from an email is its own key.'), async (c) => {
    const { write, actor } = c.var
    const { invitation } = await askedBy(c)
    return refusable(c, () => showDates(c), '').run(async (body) => {
      const said = readAnswers(body)
      // Whoever is signed in here, it is the link's word.
      await write((tx) => answerByLink(tx, visitor(actor.at, 'web', actor.locale), invitation.id, said))
      return done(c, `/dates/${c.req.param('token')}`, t.thankYouYouCanChangeIt)
    })
  })
