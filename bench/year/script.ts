import type { Person } from '../../test/world.ts'
import { settle, type World } from './clock.ts'
import { type Hand, sendMail } from './hand.ts'
import { visitorForms } from './outside.ts'

const day = 86_400_000

/** Numbers that come out the same in every run. */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const subjects = [
  'Rollover and locked lists',
  'Citation order after import',
  'Purchase requests without a fund',
  'Links that open twice',
  'Student view on small screens',
  'Who reviews lists at your place?',
  'Analytics for one department',
  'Permissions of guest teachers',
]
const texts = [
  'We see this since Monday: after the rollover some lists stay locked, and the owner cannot open them.\n\nDoes anybody have a way around it?',
  'Here it helps to sort by hand once and to save. It is no solution, but our teachers can go on.',
  'We do it with a small group of three, each for two faculties. A form in the portal collects the wishes.',
  'Thank you, that was it.',
]
const spams = ['You have been selected', 'Cheap SEO for your library', 'Invoice overdue', 'Crypto loan approved', 'Casino winner']
const strangers = ['Ula Brandt', 'Ivo Marek', 'Noor Haidari', 'Pau Ferrer', 'Siri Dahl', 'Ken Abe', 'Rosa Lima', 'Tom Reilly']
const places = ['saint-aubin', 'lindental', 'swanriver', 'norrvik', 'kaveri', 'merwede', 'fenland', 'glanteifi']

/** The domains that write in this year, beside those of the people who are there. */
export const strangeDomains = [
  'elsewhere.example',
  'offers.example',
  'students.northfield.example',
  ...places.map((place) => `${place}.example`),
]

/** What is known of the year while it goes on. */
export interface Year {
  world: World
  next: (below: number) => number
  /** Those who are on the list, whoever they are. */
  writers: Person[]
  hands: Record<'coordinator' | 'moderator' | 'liaison' | 'member' | 'subscriber' | 'guest', Hand>
  /** Does somebody's work without counting it. */
  other(person: Person): Hand
  personOf(email: string): Promise<Person>
}

const list = 'lectio-l@lists.localhost'

/** What others send on a day. */
export async function mailsOfTheDay({ world, next, writers }: Year, number: number): Promise<void> {
  const weekday = world.clock.now.getUTCDay()
  if (weekday === 0 || weekday === 6) return
  const writer = writers[next(writers.length)] as Person
  const subject = subjects[next(subjects.length)] ?? ''
  await sendMail(world, writer, list, { subject: number % 3 === 0 ? subject : `Re: ${subject}`, text: texts[next(texts.length)] ?? '' })
  if (weekday === 2 || weekday === 4)
    await sendMail(world, { name: 'Offers', email: `offer${number}@offers.example` }, list, {
      subject: spams[next(spams.length)] ?? '',
      text: 'Click here to claim your prize.',
    })
  const week = Math.floor(number / 7)
  if (weekday === 3 && week % 2 === 0)
    await sendMail(world, { name: strangers[week % strangers.length] ?? '', email: `reader${week}@elsewhere.example` }, list, {
      subject: 'A question about reading lists',
      text: 'We are a small library and consider Lectio. How long did your first year take?',
    })
  if (weekday === 1 && week % 2 === 1)
    await sendMail(world, { name: 'Vera Lindgren', email: 'vera.lindgren@quillon.example' }, 'lectio-coordinator@lists.localhost', {
      subject: week % 4 === 1 ? 'Dates for the next call' : 'A speaker for our workshop?',
      text: 'Dear coordinator,\n\nwould Thursday suit the group? An hour should do.\n\nKind regards\nVera',
    })
  // A bad night: thirty at once, and among them one that is meant.
  if (week === 20 && weekday === 2) {
    for (let at = 0; at < 30; at++)
      await sendMail(world, { name: 'Offers', email: `flood${at}@offers.example` }, list, {
        subject: `Casino winner ${at}`,
        text: 'Click here to claim your prize.',
      })
    await sendMail(world, { name: 'Zoe Lang', email: 'zoe.lang@elsewhere.example' }, list, {
      subject: 'A question about licences',
      text: 'Does Lectio count a licence for each list?',
    })
  }
}

/** Who asks to join in a week, and confirms. */
async function joins({ world }: Year, week: number): Promise<void> {
  const student = week % 4 === 3
  const name = `${strangers[(week * 3) % strangers.length]?.split(' ')[0]} ${['Berg', 'Costa', 'Dunn', 'Eze', 'Falk', 'Gil', 'Hahn'][week % 7]}`
  const email = `${name.toLowerCase().replace(' ', '.')}.${week}@${student ? 'students.northfield' : places[week % places.length]}.example`
  await visitorForms(world).join(email, name)
  await settle(world)
  await visitorForms(world).confirm(email)
}

/** What others do on the web in a week. */
async function othersOf(year: Year, week: number): Promise<void> {
  const { world, writers, next } = year
  await joins(year, week)
  if (week % 2 === 0) {
    const somebody = year.other(await year.personOf('aoife.lennon@corrib.example'))
    const page = await somebody.visit('/requests/new')
    await somebody.press(page, /^\/requests$/, {
      fill: { title: `${subjects[week % subjects.length]}, case ${week}`, text: texts[0] ?? '', kind: 'idea' },
    })
  }
  if (week % 8 === 5) {
    const speaker = year.other(writers[next(writers.length)] as Person)
    const page = await speaker.visit('/show-and-tell/propose')
    await speaker.press(page, /^\/show-and-tell$/, {
      fill: { title: `How we count, part ${week}`, summary: 'Ten minutes on our numbers.', text: 'Ten minutes on our numbers.' },
    })
  }
  await settle(world)
}

const isoOf = (at: Date): string => at.toISOString().slice(0, 10)

/** Minutes: who was there, a line for each item, a decision, and round they go. */
async function writeMinutes(hand: Hand, slug: string): Promise<void> {
  const path = `/meetings/${slug}/minutes`
  const page = await hand.visit(path)
  const there = page.forms.find(({ action }) => action.endsWith('/attendance'))
  if (there) {
    const people = there.fields.filter(({ name }) => /^p\d+$/.test(name))
    await hand.send(page, {
      form: there,
      fill: Object.fromEntries(people.map(({ name }, at) => [name, at % 5 === 4 ? 'apologies' : 'present'])),
    })
  }
  for (const text of [
    'The figures of two institutions are in; the request goes to the vendor.',
    'The next newcomers’ hour is before the call; Wei Lin takes it.',
    'The answer on broken links names no date; the group asks again.',
  ]) {
    const now = await hand.look(path)
    const form = visitorForms(hand.world)
      .read(now.html, path)
      .find(({ action, fields }) => action.endsWith('/lines') && fields.some(({ name }) => name === 'item'))
    if (form) await hand.send(page, { form, fill: { text } })
  }
  const last = await hand.look(path)
  const round = visitorForms(hand.world)
    .read(last.html, path)
    .find(({ action }) => action.endsWith('/circulate'))
  if (round) await hand.send(page, { form: round })
  else hand.stuck.push(`no circulate on ${path}`)
}

async function sendPackage(hand: Hand, { world }: Year, title: string): Promise<void> {
  const brief = await hand.press(await hand.visit('/briefs/new'), /^\/briefs$/, { fill: { title, purpose: 'What hurts most.' } })
  if (!brief) return
  for (let n = 0; n < 3; n++) {
    const page = await hand.visit(`${brief}/add`)
    const offered = page.forms.find(({ action }) => action.endsWith('/requests'))?.fields.find(({ name }) => name === 'requestId')
      ?.options[0]
    if (!offered) break
    await hand.press(page, /\/requests$/, { fill: { requestId: offered } })
    await hand.press(await hand.visit(`${brief}/requests/${offered}`), /\/requests\/\d+$/, {
      fill: { ask: 'Please do what the request says, for all lists at once.', evidence: 'Counted at three institutions.' },
    })
  }
  const there = await hand.visit(`${brief}/hand-over`)
  const form = there.forms.find(({ action }) => action.endsWith('/hand-over'))
  if (!form) return void hand.stuck.push(`no hand-over on ${there.path}`)
  const guest = form.fields.find(({ name }) => name === 'personIds')
  await hand.send(there, {
    form,
    fill: { ...(guest?.options[0] ? { personIds: guest.options[0] } : {}), dueOn: isoOf(new Date(world.clock.now.getTime() + 60 * day)) },
  })
}

async function addRelease(hand: Hand, { world }: Year, name: string): Promise<void> {
  const path = await hand.press(await hand.visit('/releases/new?group=lectio'), /^\/releases$/, {
    fill: { name, onDay: isoOf(world.clock.now), notes: '## Lists\n\n- Several items change their status together\n- Repairs' },
  })
  if (!path) return
  const page = await hand.visit(path)
  for (const form of page.forms.filter(({ action }) => action.endsWith('/deliveries')).slice(0, 2)) {
    const request = form.fields.find(({ name, value }) => name === 'requestId' && value === '')?.options.find((one) => one !== '')
    await hand.send(page, { form, fill: request ? { requestId: request } : {} })
  }
}

async function writeNews(hand: Hand, week: number): Promise<void> {
  const path = await hand.press(await hand.visit('/news/new'), /^\/news$/, {
    fill: { title: `What the group did, ${week}`, text: 'The meeting has decided on two requests, and a package went to the vendor.' },
  })
  if (path) await hand.press(await hand.visit(path), /\/publish$/)
}

async function writeIssue(hand: Hand, { world }: Year): Promise<void> {
  // One that was begun is gone on with.
  const begun = await world.db.selectFrom('newsIssue').select('number').where('state', '=', 'draft').executeTakeFirst()
  const path = begun ? `/news/issues/${begun.number}/compose` : await hand.press(await hand.visit('/news/issues/new'), /^\/news\/issues$/)
  if (!path) return
  const page = await hand.visit(path)
  const all = page.forms.find(({ html }) => /Use all /.test(html))
  if (all) await hand.send(page, { form: all, button: /Use all/ })
  await hand.press(await hand.visit(path), /\/publish$/)
}

async function newVersion(hand: Hand): Promise<void> {
  const page = await hand.visit('/documents/guide-for-new-members')
  const link = /href="(\/documents\/guide-for-new-members\/(?:edit|new|write|versions)[^"]*)"/.exec(page.html)?.[1]
  if (!link) return void hand.stuck.push('no way to write a version')
  const there = await hand.visit(link)
  const form = there.forms.find(({ fields }) => fields.some(({ name }) => name === 'body'))
  if (form)
    await hand.send(there, {
      form,
      fill: { body: `${form.fields.find(({ name }) => name === 'body')?.value ?? ''}\n\nQuestions go to the list.` },
    })
}

async function handOverRole(year: Year): Promise<void> {
  const { coordinator } = year.hands
  const taker = await year.personOf('weilin.tan@straits.example')
  // The next one has a seat first, from the day on which they begin.
  const seats = await coordinator.visit('/roster/lectio/edit')
  await coordinator.press(seats, /\/seats$/, { fill: { email: taker.email, role: 'coordinator', from: '2027-01-01' } })
  const page = await coordinator.visit('/roster/lectio/handovers')
  await coordinator.press(page, /\/handovers$/, {
    fill: { role: 'coordinator', fromId: String(coordinator.person.personId), toId: String(taker.personId) },
  })
}

async function openCycle(hand: Hand): Promise<void> {
  const path = await hand.press(await hand.visit('/cycles/new'), /^\/cycles$/, { fill: { title: 'Enhancement cycle 2027' } })
  if (path) {
    const page = await hand.visit(path)
    const open = page.forms.find(({ action }) => /\/(open|start|announce)$/.test(action))
    if (open) await hand.send(page, { form: open })
  }
}

async function startPoll(hand: Hand, { world }: Year): Promise<void> {
  const at = (days: number) => isoOf(new Date(world.clock.now.getTime() + days * day))
  await hand.press(await hand.visit('/polls/new'), /^\/polls$/, {
    fill: { title: 'A call about costs', slots: `${at(20)} 09:00\n${at(21)} 09:00\n${at(22)} 15:00`, closesOn: at(10) },
  })
}

/** What the coordinator begins by themselves in a week, and what others do. */
export async function weekOf(year: Year, week: number): Promise<void> {
  const { world, hands } = year
  const { coordinator } = hands
  await othersOf(year, week).catch((error: Error) => hands.subscriber.stuck.push(`week ${week}: ${error.stack}`))
  const met = await world.db
    .selectFrom('meeting')
    .select(['slug'])
    .where('endsAt', '<', world.clock.now)
    .where('endsAt', '>=', new Date(world.clock.now.getTime() - 7 * day))
    .where('title', '=', 'Working group meeting')
    .execute()
  const begin = (what: string, when: boolean, act: () => Promise<unknown>) => (when ? coordinator.thing(what, act) : undefined)
  for (const { slug } of met) await begin('minutes', true, () => writeMinutes(coordinator, slug))
  await begin('package', [6, 20, 34, 46].includes(week), () => sendPackage(coordinator, year, `Package of week ${week}`))
  await begin('release', week === 12 || week === 36, () => addRelease(coordinator, year, week === 12 ? '2027 R1' : '2027 R2'))
  await begin('news', week % 5 === 3, () => writeNews(coordinator, week))
  await begin('newsletter', week % 10 === 8, () => writeIssue(coordinator, year))
  await begin('document', week === 14 || week === 31, () => newVersion(coordinator))
  await begin('date poll', week === 4 || week === 40, () => startPoll(coordinator, year))
  await begin('handover', week === 9, () => handOverRole(year))
  await begin('cycle', week === 26, () => openCycle(coordinator))
}
