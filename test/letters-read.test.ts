import { resolve } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answersDue, answersLate, briefHanded, packageWithdrawn } from '../src/advocacy/mails.ts'
import { openedLetter } from '../src/ballots/mails.ts'
import { answerLate } from '../src/correspondence/mails.ts'
import { eventLetter, proposalDecided as sessionDecided } from '../src/events/mails.ts'
import { actionsDue } from '../src/groups/tasks/mails.ts'
import { readMessage } from '../src/lib/mail/parse.ts'
import { composeWeekly } from '../src/list/digests/compose.ts'
import { alreadyJoined } from '../src/list/mails.ts'
import { heldForModerators, heldReminder } from '../src/list/moderation/mails.ts'
import { decisionsDue } from '../src/meetings/minutes/mails.ts'
import { askDates, datesRead } from '../src/meetings/polls/mails.ts'
import { endedSeries, seriesNoted, tellSeries } from '../src/meetings/series/mails.ts'
import { nameHosts } from '../src/meetings/told.ts'
import { issueMail } from '../src/news/mails.ts'
import { shapePost } from '../src/outbox/content.ts'
import type { Letter } from '../src/outbox/rules.ts'
import { proposalDecided } from '../src/talks/mails.ts'
import { listLetterKinds } from './letter-kinds.ts'
import { mail } from './mail.ts'

// Letters as their reader takes them in: whose it is, by when, what belongs together.
const baseUrl = 'https://lists.example.org'
const site = { baseUrl, mailDomain: 'lists.example.org', secret: 'a secret for tests, long enough' }
const at = new Date('2026-10-16T09:00:00Z')
const carla = { id: 1, personId: 1, name: 'Carla', email: 'carla@carla.example', locale: 'en', zone: 'Europe/Vienna' }
const list = {
  id: 1,
  name: 'lectio-l',
  title: 'Lectio-L',
  group: 'Lectio Working Group',
  groupSlug: 'lectio',
  homeZone: 'Europe/Lisbon',
  ...site,
}
const about = { title: 'Spring', group: 'Lectio Working Group', link: `${baseUrl}/submissions/4` }

test.each(listLetterKinds(['en']).map((kind) => [`${kind.file} ${kind.name}`, kind] as const))('%s greets its reader', async (_, kind) => {
  const module = await import(/* @vite-ignore */ resolve(kind.file))
  for (const told of fc.sample(kind.facts, { numRuns: 3, seed: 1 })) expect((module[kind.name](...told) as Letter).text).toMatch(/^Hello\b/)
})

test('a moderator reads until when they can decide, on their own clocks', () => {
  const mail = {
    id: 3,
    heldAt: at,
    from: 'Otto',
    subject: 'Hello',
    reason: 'not-subscribed' as const,
    text: '',
    files: '',
    likeness: undefined,
  }
  const term = { days: 14, homeZone: 'Europe/Lisbon' }
  const held = (zone: string | null) => heldForModerators(list, { ...carla, zone }, mail, { link: 'a', reply: 'b' }, term).text
  expect(held('Europe/Vienna')).toContain('by Friday 30 October 2026 at 10:00 Vienna time. After that it is not sent.')
  expect(held(null)).toContain('by Friday 30 October 2026 at 09:00 Lisbon time.')
  // Of several, the one that is over first.
  const later = { subject: 'Later', fromName: 'Mei', heldAt: new Date('2026-10-18T09:00:00Z') }
  expect(heldReminder(list, carla, [later, { ...later, heldAt: at }], term).text).toContain('Decide by Friday 30 October 2026 at 10:00')
})

test('who is on a list already comes to the settings of it', () => {
  expect(alreadyJoined(list, carla).text).toContain(`${baseUrl}/me/subscriptions\n`)
})

test('what is late has its day, whenever the letter is read', () => {
  const late = [
    { requestId: 7, title: 'Dark mode', dueOn: '2026-10-12' },
    { requestId: 8, title: 'Light mode', dueOn: '2026-10-14' },
  ]
  expect(answersLate(carla, about, late).text).toContain(
    '#7 Dark mode\n  due on 12 October 2026\n#8 Light mode\n  due on 14 October 2026\n',
  )
  const exchange = { who: 'Vera', subject: 'Costs', ours: true, address: 'lectio-coordinator@lists.example.org', dueOn: '2026-10-12' }
  expect(answerLate(carla, exchange, baseUrl).text).toContain('was due on 12 October 2026.')
})

test('a brief names the spreadsheet that comes with it, a reminder that of the page', () => {
  const facts = { ...about, note: '', dueOn: '2026-11-12', requests: [{ requestId: 7, title: 'Dark mode' }] }
  const file = { filename: 'a.xlsx', type: 'application/octet-stream', content: Buffer.from('a') }
  expect(briefHanded(carla, facts, 'a@b.example', [file]).text).toContain('the attached spreadsheet')
  // They may be too large for a mail.
  expect(briefHanded(carla, facts, 'a@b.example', []).text).toContain('the spreadsheet from the page above')
  expect(answersDue(carla, facts, 'a@b.example').text).toMatch(/Answer this request from[\s\S]*the spreadsheet from the page above/)
})

test('tasks and decisions of one group come from it, and of several each says whose it is', () => {
  const to = { ...carla, replyTo: 'a@b.example' }
  const task = { title: 'Count', dueOn: '2026-10-18', group: 'Lectio' }
  const one = actionsDue(to, [task, { ...task, title: 'Write' }], '2026-10-16', baseUrl)
  expect([one.group, one.text]).toEqual(['Lectio', expect.stringContaining('1. Count (due on 18 October 2026)\n2. Write (due')])
  const two = actionsDue(to, [task, { ...task, group: 'Catalogo' }], '2026-10-16', baseUrl)
  expect([two.group, two.text]).toEqual([undefined, expect.stringContaining('2. Count (Catalogo · due on 18 October 2026)')])
  const decision = { id: 5, number: 1, text: 'We meet on Thursdays.', reviewOn: '2026-11-20', group: 'Lectio' }
  const same = decisionsDue(carla, [decision], baseUrl)
  expect([same.group, same.text]).toEqual([
    'Lectio',
    expect.stringMatching(/Review this decision\.[\s\S]*\(review due on 20 November 2026\)/),
  ])
  const mixed = decisionsDue(carla, [decision, { ...decision, id: 6, group: 'Catalogo' }], baseUrl)
  expect([mixed.group, mixed.text]).toEqual([undefined, expect.stringContaining('(Catalogo · review due on 20 November 2026)')])
})

test('all that is told of a poll, a series, an event or a package stands in one thread', () => {
  const poll = {
    ...{ ...carla, slug: 'spring', title: 'Spring', host: 'Lectio', note: '', closesAt: at, homeZone: 'UTC' },
    ...{ slots: [at], answers: [null], link: `${baseUrl}/dates/abc`, replyTo: 'a@b.example' },
  }
  const read = datesRead(poll, { taken: 'closed' })
  expect([askDates(poll, { again: false }), askDates(poll, { again: true }), read].map(({ thread }) => thread)).toEqual(
    Array(3).fill('poll.spring'),
  )
  const one = { slug: '2026-11-27', title: 'Regular', place: '', startsAt: at, endsAt: at, zone: 'UTC', sequence: 0, off: false }
  const series = {
    ...{ slug: 'regular', uid: 'u', title: 'Regular', host: 'Lectio', place: '', zone: 'UTC', minutes: 60, sequence: 0 },
    ...{ rule: 'FREQ=MONTHLY', known: false, replyTo: 'a@b.example' },
    meetings: [{ ...one, changedAt: at, partstat: 'accepted' as const, recursAt: at }],
  }
  const noted = seriesNoted(carla, { ...series, partstat: 'accepted' }, baseUrl)
  const all = [tellSeries(carla, series, baseUrl, at), tellSeries(carla, { ...series, known: true }, baseUrl, at), noted]
  expect([...all, endedSeries(carla, series, baseUrl, at)].map(({ thread }) => thread)).toEqual(Array(4).fill('series.regular'))
  const event = {
    ...{ slug: 'days', title: 'Days', host: 'Lectio', place: 'Porto', online: false, firstOn: '2027-03-26', lastOn: '2027-03-30' },
    ...{ cancelledReason: '', state: 'planned' as const, sequence: 0, changedAt: at },
  }
  const told = (['expected', 'moved', 'cancelled'] as const).map((kind) => eventLetter(carla, event as never, kind, baseUrl, at))
  expect(told.map(({ thread }) => thread)).toEqual(Array(3).fill('event.days'))
  expect(packageWithdrawn(carla, about).thread).toBe('submissions.4')
})

test('why a proposal came to nothing is called its reason', () => {
  const session = { title: 'Labels', event: 'Days', host: 'Lectio', reason: 'Too many.', link: `${baseUrl}/events/days/proposals/1` }
  const decided = (state: 'accepted' | 'declined') => sessionDecided(carla, { ...session, state }).text
  expect(decided('declined')).toContain('\n\nReason: Too many.\n\n')
  expect(decided('accepted')).toContain('\n\nToo many.\n\n')
  const facts = { title: 'Labels', group: 'Lectio', groupId: 1, state: 'withdrawn' as const, link: `${baseUrl}/show-and-tell/labels` }
  expect(proposalDecided(carla, { ...facts, reason: 'Next year.' }).text).toContain('\n\nReason: Next year.\n\n')
  expect(proposalDecided(carla, { ...facts, reason: '' }).text).not.toContain('Reason')
})

test('an issue counts a thing once, and each link says which sentence it is the source of', () => {
  const issue = { number: 4, title: 'News', fromOn: '2026-07-01', toOn: '2026-09-30', lead: 'A year.', groupName: 'Lectio' }
  const line = { section: 'ballots', text: '21 votes were cast: round two.', amount: 21, label: 'votes cast', sourcePath: '/ballots/2' }
  const { html } = issueMail(issue, [line, { ...line, text: '20 votes were cast: round one.', amount: 20 }], [], 'en', baseUrl)
  expect(html.match(/votes cast</g)).toHaveLength(1)
  expect(html).toContain('aria-label="Source: 20 votes were cast: round one."')
})

test('the summary of a week begins each thread with what its author says, with the colon of its language', async () => {
  const text = 'Seconded.\n\nOn 2026-10-12 16:32, Anika Rao wrote:\n\n> Ten minutes, please.\n\n-- \nKofi Mensah\nVolta Plains\n'
  const post = { text, markdown: false, threadId: 1, fromName: 'Kofi', thread: 'Agenda', root: 'a@b.example' }
  const { bytes } = await composeWeekly(site, { ...list, digestKb: 40 } as never, [post as never], 'fr', at)
  const said = readMessage(bytes).text ?? ''
  expect(said).toContain('\n  Seconded.\n')
  expect(said).toMatch(/^Archives\s: https:.*\/lists\/lectio-l\/threads$/m)
})

test('a motion says in its subject until when it is voted on', () => {
  const facts = { voter: undefined, closesAt: at, form: 'yes_no' as const, budget: null, lines: '[   ] yes', replyTo: 'a@b.example' }
  const motion = { title: 'Motion', groupId: 1, group: 'Lectio', zone: 'UTC', link: `${baseUrl}/ballots/1/papers/2` }
  expect(openedLetter(carla, motion, { ...facts, motion: { question: '' } }).subject).toBe('New motion, vote by 16 October 2026: Motion')
})

test('several who invite are named as a list is said', () => {
  expect(nameHosts('en', [{ name: 'Lectio' }, { name: 'Catalogo' }])).toBe('Lectio and Catalogo')
  expect(nameHosts('de', [{ name: 'Lectio' }, { name: 'Catalogo' }])).toBe('Lectio und Catalogo')
})

test('a size is written as the list’s language writes it', () => {
  const file = Buffer.from('x'.repeat(1_500_000))
  const raw = mail({ from: 'Maria <maria@maria.example>', attachment: { name: 'plan.pdf', content: file } })
  const facts = { name: 'Lectio-L', id: 'lectio-l.x.example', address: 'lectio-l@x.example', page: `${baseUrl}/lists/lectio-l` }
  const post = { linkAboveKb: 1, linkTypes: [], dropTypes: [], messageId: 'a@b.example', variant: 1, language: 'de' }
  expect(readMessage(Buffer.from(shapePost(raw, post, facts, 'keep'))).text).toMatch(/plan\.pdf \(1,5\sMB\)/)
})
