import { randomUUID } from 'node:crypto'
import type { Actor } from '../../../actor.ts'
import type { Tx } from '../../../lib/db/rows.ts'
import { renderPdf } from '../../../lib/print/pdf.ts'
import { noteAttendance } from '../../../meetings/actions.ts'
import { listInvitations, listMeetings } from '../../../meetings/queries.ts'
import { decideTalk, proposeTalk, setRecording } from '../../../talks/actions.ts'
import { sayConsent } from '../../../talks/consent-actions.ts'
import { getTalk } from '../../../talks/queries.ts'
import { arrangeSession, register } from '../../../talks/sessions-actions.ts'
import { addSlides } from '../../../talks/slides-actions.ts'
import { giveSlot, markTold, turnTalk } from '../../../talks/slots-actions.ts'
import { addSpeaker } from '../../../talks/speakers-actions.ts'
import { actAs } from './hand.ts'

const day = 86_400_000

interface DemoTalk {
  title: string
  abstract: string
  /** E-mail addresses of who speaks, the proposer first. */
  speakers: string[]
  /** So many days ago. */
  ago: number
  slides: string[]
  /** Minutes and seconds, and what comes; without them there is no recording. */
  chapters?: Record<number, string>
}

/** The talks of three years, the oldest first. */
const talks: DemoTalk[] = [
  {
    title: 'Our self-management pilot',
    abstract:
      'For one term 40 instructors kept their own lists. We counted what they asked us: half as much as the year before, but **later in the term**. The slides have the form we gave them and the three questions that we would ask before the next pilot.',
    speakers: ['maren.oduya@northfield.example'],
    ago: 990,
    slides: ['Forty instructors, one term', 'What they asked, week by week', 'What we would do again'],
    chapters: { 0: 'Why a pilot', 265: 'Week by week', 890: 'What we would do again' },
  },
  {
    title: 'Rollover in a weekend',
    abstract:
      'Three thousand lists from Friday evening to Monday morning: the order of the steps, the two that fail, and the check that shows it before an instructor does.',
    speakers: ['aoife.lennon@corrib.example', 'jun.takeda@minato.example'],
    ago: 860,
    slides: ['Friday, 18:00', 'The two steps that fail', 'The Monday check'],
    chapters: { 0: 'Friday evening', 310: 'The step that fails', 745: 'The Monday check', 1020: 'Questions' },
  },
  {
    title: 'Living with the digital content store',
    abstract:
      'Two years after the move: what still goes by mail, what the licence allows where, and the folder that nobody should have had.',
    speakers: ['samuel.okafor@ghazala.example'],
    ago: 690,
    slides: ['Two years later', 'What the licence allows'],
  },
  {
    title: 'LTI without tears',
    abstract:
      'Moodle and Canvas side by side, from the empty course to the deep link, in **four steps** each. With the error messages that mean something else than they say.',
    speakers: ['lena.hartwig@lindental.example', 'pieter'],
    ago: 560,
    slides: ['Four steps', 'What the errors mean', 'Deep links'],
    chapters: { 0: 'Two systems', 195: 'The four steps', 780: 'What the errors mean' },
  },
  {
    title: 'Reading lists and decolonising the curriculum',
    abstract:
      'How we read 900 lists for whose voices are on them, why we did not publish a score, and what three departments did with the conversation instead.',
    speakers: ['esperance.uwimana@kivulakes.example', 'camille.roux@saint-aubin.example'],
    ago: 400,
    slides: ['900 lists', 'Why there is no score', 'Three departments'],
    chapters: { 0: 'The question', 420: 'How we read 900 lists', 1110: 'Three departments' },
  },
  {
    title: 'Analytics that instructors read',
    abstract:
      'One page a term, no dashboard: which essential readings nobody opened, and what became of them. The template is with the slides.',
    speakers: ['weilin.tan@straits.example'],
    ago: 250,
    slides: ['One page a term', 'The template'],
    chapters: { 0: 'No dashboard', 240: 'The one page', 690: 'What instructors did' },
  },
  {
    title: 'Moving from another system',
    abstract: 'Eleven thousand lists, four exports, and the field that holds two things. What we would ask the old vendor for first.',
    speakers: ['dana.whitcomb@pacificcrest.example'],
    ago: 110,
    slides: ['Four exports', 'The field that holds two things'],
    chapters: { 0: 'Eleven thousand lists', 380: 'Four exports' },
  },
]

const blurb = 'The next talk is being prepared. Bring your questions: half of the time is for them.'

const slidesOf = (title: string, pages: string[], author: string, date: Date): Buffer =>
  renderPdf({
    title,
    author,
    language: 'en',
    footer: `${author} · Show and Tell`,
    date,
    blocks: pages.flatMap((page, index) => [
      ...(index > 0 ? [{ kind: 'page-break' as const }] : []),
      { kind: 'heading' as const, level: 1 as const, text: page },
    ]),
  })

const at = (now: Date, ago: number, hour: number): Date => {
  const when = new Date(now.getTime() - ago * day)
  when.setUTCHours(hour, 0, 0, 0)
  return when
}

const arrange = (tx: Tx, actor: Actor, groupId: number, startsAt: Date, zone: string) =>
  arrangeSession(tx, actor, {
    ...{ title: 'Show and Tell', hosts: { groupIds: [groupId], communityIds: [] }, place: 'https://meet.oldharbour.example/show' },
    ...{ startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000), zone, public: true },
  })

/** One talk as it went: proposed, accepted, given at a session with guests, shown. */
async function holdTalk(tx: Tx, ines: Actor, groupId: number, talk: DemoTalk, guests: string[], now: Date): Promise<void> {
  const startsAt = at(now, talk.ago, 13)
  const before = new Date(startsAt.getTime() - 40 * day)
  const after = new Date(startsAt.getTime() + 2 * day)
  const [first = '', ...others] = talk.speakers
  const speaker = { ...(await actAs(tx, first, now)), at: before }
  const leader = { ...ines, at: before }
  const session = await arrange(tx, leader, groupId, startsAt, 'Europe/Lisbon')
  const { title, abstract } = talk
  const slug = await proposeTalk(tx, speaker, groupId, { title, abstract, minutes: 25, language: 'en', visibility: 'public' })
  await decideTalk(tx, leader, slug, 'accepted', '')
  for (const email of others) {
    const who = email.includes('@') ? { name: '', email, from: '' } : { name: 'Pieter de Wit', email: '', from: 'Polderlands College' }
    await addSpeaker(tx, leader, slug, who)
  }
  await giveSlot(tx, leader, slug, { meetingId: session.id, place: 1, was: null })
  for (const email of guests) {
    const guest = await actAs(tx, email, now)
    await register(tx, { ...guest, at: before }, session.slug).catch(() => undefined)
  }
  const content = slidesOf(title, talk.slides, speaker.name, before)
  await addSlides(tx, speaker, slug, { name: `${slug}.pdf`, type: 'application/pdf', content })
  const { id, speakers } = await getTalk(tx, { ...leader, at: after }, slug)
  await turnTalk(tx, { ...leader, at: after }, id)
  const people = await listInvitations(tx, session.id)
  await noteAttendance(
    tx,
    { ...ines, at: after },
    session.slug,
    people.map(({ personId, roles }, i) => ({ personId, attendance: roles.includes('speaker') || i % 4 !== 3 ? 'present' : 'absent' })),
  )
  for (const one of speakers) {
    await sayConsent(tx, { ...leader, at: after }, one.id, talk.chapters !== undefined)
    await markTold(tx, one.id, { askedFor: startsAt, thankedAt: after })
  }
  if (talk.chapters)
    await setRecording(tx, { ...leader, at: after }, slug, {
      url: `https://video.oldharbour.example/w/${randomUUID().slice(0, 8)}`,
      seconds: 1_500,
      chapters: Object.entries(talk.chapters).map(([at, chapter]) => ({ atSeconds: Number(at), title: chapter })),
    })
}

/** Show and Tell over three years: seven talks that were given, one in its slot, a backlog, a proposal that waits, one that was declined. */
export async function loadTalks(tx: Tx, now: Date): Promise<void> {
  const ines = await actAs(tx, 'ines.albrecht@oldharbour.example', now)
  const groupId = ines.grants.find((grant) => grant.role === 'coordinator')?.groupId as number
  const guests = [
    'harriet.cole@fenland.example',
    'kofi.mensah@voltaplains.example',
    'giulia.ferrante@valdora.example',
    'lars.holm@norrvik.example',
  ]
  for (const [index, talk] of talks.entries()) await holdTalk(tx, ines, groupId, talk, guests.slice(index % 3), now)

  const propose = async (email: string, title: string, abstract: string) =>
    proposeTalk(tx, await actAs(tx, email, now), groupId, { title, abstract, minutes: 20, language: 'en', visibility: 'public' })
  const southern = await propose(
    'bruce.kellaway@swanriver.example',
    'A southern-hemisphere semester start',
    'Our year begins when yours ends. What February looks like with a product whose releases come in your quiet months.',
  )
  await decideTalk(tx, ines, southern, 'accepted', '')
  const next = at(now, -17, 8)
  const session = await arrange(tx, ines, groupId, next, 'Australia/Perth')
  await giveSlot(tx, ines, southern, { meetingId: session.id, place: 1, was: null })
  for (const email of guests) await register(tx, await actAs(tx, email, now), session.slug)
  const { meetings } = await listMeetings(tx, ines, { when: 'upcoming', groupId, page: 1 })
  const call = meetings.find(({ kind }) => kind === 'meeting')
  const keyboard = await propose('f.macleod@strathearn.example', 'A week with the keyboard alone', blurb)
  await decideTalk(tx, ines, keyboard, 'accepted', '')
  if (call) await giveSlot(tx, ines, keyboard, { meetingId: call.id, place: 1, was: null })
  const syllabus = await propose(
    'priya.r@kaveri.example',
    'From a Word syllabus to a list',
    'Forty syllabi a week, and the two that always break.',
  )
  await decideTalk(tx, ines, syllabus, 'accepted', '')
  await propose('ana.beltran@sierraclara.example', 'Un curso con dos docentes', 'Two instructors, one list, and who may remove what.')
  const sales = await propose('elliot.park@lakeontario.example', 'Our new discovery layer', 'A tour of what we bought this year.')
  await decideTalk(tx, ines, sales, 'declined', 'A fine tour, but of another product. Would you show how lists are found from it instead?')
}
