import type { Actor } from '../../../actor.ts'
import { addEvent, type EventFacts, setCall } from '../../../events/actions.ts'
import { decideProposal, placeProposal, proposeForEvent, reviewProposal, tellDecisions } from '../../../events/call-actions.ts'
import { notePresence, sayComing } from '../../../events/people-actions.ts'
import { listParticipations } from '../../../events/people-queries.ts'
import { getEvent } from '../../../events/queries.ts'
import { addEventSession, addSessionSpeaker } from '../../../events/sessions-actions.ts'
import { listCommunities } from '../../../groups/queries.ts'
import type { Tx } from '../../../lib/db/rows.ts'
import { getTalk } from '../../../talks/queries.ts'
import { actAs, dayOf } from './hand.ts'

const day = 86_400_000

interface DemoEvent {
  facts: Pick<EventFacts, 'title' | 'kind' | 'summary' | 'place' | 'online' | 'zone' | 'website'>
  /** So many days from now to its first day; before now where negative. */
  from: number
  days: number
  sessions: ReturnType<typeof session>[]
}

interface More {
  talk?: string
  summary?: string
}

/** What happened on which of its days, from which hour on and for how long, and who spoke; `talk`: it was one of the group's own. */
const session = (on: number, hour: number, minutes: number, title: string, who: string[], more: More = {}) => ({
  ...{ on, hour, minutes, title, who, ...more },
})

const conference = { title: 'LSUI annual conference', kind: 'conference', online: true } as const
const vendorDays = {
  ...({ title: 'Quillon Lectio days', kind: 'vendor_meeting', online: true } as const),
  ...{ place: 'Utrecht', zone: 'Europe/Amsterdam', website: 'https://days.quillon.example' },
}

const events: DemoEvent[] = [
  {
    facts: {
      ...conference,
      summary: 'The user group’s own conference: business meeting, product strands, the vendor’s answers.',
      place: 'Ljubljana',
      online: false,
      zone: 'Europe/Ljubljana',
      website: 'https://conference.lsui.example/past',
    },
    from: -805,
    days: 3,
    sessions: [
      session(0, 9, 45, 'Lectio: report of the working group', ['rachel.stein@lakeontario.example']),
      session(1, 11, 30, 'Our self-management pilot', ['maren.oduya@northfield.example'], { talk: 'our-self-management-pilot' }),
    ],
  },
  {
    facts: { ...vendorDays, summary: 'The vendor’s yearly meeting with its customers. The group speaks on the second day.' },
    from: -560,
    days: 2,
    sessions: [
      session(0, 10, 60, 'Roadmap, and questions to it', ['Marit Solberg|Quillon']),
      session(1, 9, 30, 'What 31 institutions asked for', ['ines.albrecht@oldharbour.example']),
    ],
  },
  {
    facts: {
      ...conference,
      summary: 'Two strands on reading lists, and the first joint session with the sister group.',
      place: 'Aarhus',
      zone: 'Europe/Copenhagen',
      website: 'https://conference.lsui.example/last',
    },
    from: -440,
    days: 3,
    sessions: [
      session(0, 9, 45, 'Lectio: report of the working group', ['ines.albrecht@oldharbour.example']),
      session(1, 13, 30, 'LTI without tears', ['lena.hartwig@lindental.example'], { talk: 'lti-without-tears' }),
      session(2, 10, 60, 'Questions to the vendor', ['Marit Solberg|Quillon', 'weilin.tan@straits.example']),
    ],
  },
  {
    facts: {
      ...conference,
      summary: 'This year with a business meeting that reached its quorum in the room.',
      place: 'Valletta',
      zone: 'Europe/Malta',
      website: 'https://conference.lsui.example',
    },
    from: -72,
    days: 4,
    sessions: [
      session(0, 9, 45, 'Lectio: report of the working group', ['ines.albrecht@oldharbour.example'], {
        summary: 'A year in figures, and what the vendor still owes.',
      }),
      session(1, 11, 30, 'Analytics that instructors read', ['weilin.tan@straits.example'], { talk: 'analytics-that-instructors-read' }),
      session(2, 14, 60, 'Panel: what a reading list is for', [
        'aoife.lennon@corrib.example',
        'samuel.okafor@ghazala.example',
        'Marit Solberg|Quillon',
      ]),
    ],
  },
  {
    facts: { ...vendorDays, summary: 'Costing talks on the first afternoon; the group’s hour on the second morning.' },
    from: 58,
    days: 2,
    sessions: [session(1, 9, 60, 'The group’s hour', ['ines.albrecht@oldharbour.example', 'weilin.tan@straits.example'])],
  },
  {
    facts: {
      ...conference,
      summary: 'The next one. The strand on reading lists is the group’s to fill: see the call.',
      place: 'Porto',
      zone: 'Europe/Lisbon',
      website: 'https://conference.lsui.example/next',
    },
    from: 290,
    days: 4,
    sessions: [],
  },
]

const proposals = [
  {
    email: 'harriet.cole@fenland.example',
    title: 'Reading lists that survive a reorganisation',
    text: 'Nine faculties became four in a summer. What happened to 6,000 lists, and what we would freeze first.',
  },
  {
    email: 'dana.whitcomb@pacificcrest.example',
    title: 'Fair use, fair dealing, fair enough',
    text: 'One workflow for two legal systems, with the three questions that we ask before a scan.',
  },
  {
    email: 'priya.r@kaveri.example',
    title: 'A list in three languages',
    text: 'Students read in Kannada, Hindi and English. What the product can show today, and what we do by hand.',
  },
]

async function holdSession(tx: Tx, actor: Actor, slug: string, session: DemoEvent['sessions'][number], day: string): Promise<void> {
  const { hour, minutes, title, who, talk, summary = '' } = session
  // Where others speak too, it is not the group's own.
  const presented = !who.some((one) => one.includes('|'))
  const startsAt = new Date(`${day}T${String(hour).padStart(2, '0')}:00:00Z`)
  const shown = talk === undefined ? undefined : await getTalk(tx, actor, talk)
  const id = await addEventSession(tx, actor, slug, {
    ...{ title, summary, presented, startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000), room: '', link: '' },
    talkId: shown?.id ?? null,
  })
  for (const one of who) {
    const [name = '', from] = one.split('|')
    const speaker = from ? { name, email: '', from, role: 'panel' as const } : { name: '', email: one, from: '', role: 'speaker' as const }
    await addSessionSpeaker(tx, actor, slug, id, speaker)
  }
}

async function holdEvent(
  tx: Tx,
  event: DemoEvent,
  { ruth, groupId, communityId, now }: { ruth: Actor; groupId: number; communityId: number; now: Date },
) {
  const firstOn = dayOf(now, event.from)
  const lastOn = dayOf(now, event.from + event.days - 1)
  const planned = { ...ruth, at: new Date(Math.min(now.getTime(), now.getTime() + (event.from - 200) * day)) }
  const hosts =
    event.facts.kind === 'vendor_meeting' ? { groupIds: [groupId], communityIds: [] } : { groupIds: [], communityIds: [communityId] }
  const slug = await addEvent(tx, planned, hosts, { ...event.facts, firstOn, lastOn, public: true, expectsFormal: true })
  for (const session of event.sessions) await holdSession(tx, planned, slug, session, dayOf(now, event.from + session.on))
  return { slug, over: event.from + event.days <= 0 }
}

async function noteWhoCame(tx: Tx, ruth: Actor, slug: string, index: number): Promise<void> {
  const event = await getEvent(tx, ruth, slug)
  const people = await listParticipations(tx, event.id)
  const reasons = ['Ill that week', 'No travel money this year', 'A wedding at home']
  await notePresence(
    tx,
    ruth,
    slug,
    people.map(({ personId }, i) => {
      const away = (i + index) % 3 === 2
      const presence = away ? (event.online ? ('online' as const) : ('apologies' as const)) : ('in_person' as const)
      return { personId, presence, reason: away ? (reasons[index % 3] ?? '') : '' }
    }),
  )
}

const strand = [
  {
    email: 'kofi.mensah@voltaplains.example',
    title: 'Processing queues for four campuses',
    text: 'One queue for a campus each, and the rules by which a request finds its own.',
  },
  {
    email: 'giulia.ferrante@valdora.example',
    title: 'What instructors never see',
    text: 'Ten settings that decide how a list looks, and where we learned of them.',
  },
]

/** The strand of the next meeting with the vendor: two proposals were accepted, and one has its place in the programme. */
async function fillStrand(tx: Tx, ines: Actor, slug: string, now: Date): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * day)
  await setCall(tx, { ...ines, at: before(60) }, slug, {
    callText: 'Half an hour each, for the second day.',
    callOpensOn: dayOf(now, -60),
    callClosesOn: dayOf(now, -30),
  })
  const ids: number[] = []
  for (const { email, title, text } of strand) {
    const proposer = { ...(await actAs(tx, email, now)), at: before(40) }
    ids.push(await proposeForEvent(tx, proposer, slug, { title, text, withWhom: '', minutes: 30 }))
  }
  const decided = { ...ines, at: before(20) }
  for (const id of ids) await decideProposal(tx, decided, slug, id, { to: 'accepted', reason: 'On the second day.' })
  await tellDecisions(tx, decided, slug)
  const [first] = ids
  const { lastOn } = await getEvent(tx, ines, slug)
  const startsAt = new Date(`${lastOn}T10:30:00Z`)
  if (first !== undefined)
    await placeProposal(tx, { ...ines, at: before(10) }, slug, first, {
      ...{ title: strand[0]?.title ?? '', summary: strand[0]?.text ?? '', room: 'Room 2', presented: true, talkId: null, link: '' },
      ...{ startsAt, endsAt: new Date(startsAt.getTime() + 30 * 60_000) },
    })
}

/**
 * Conferences and vendor meetings of three years, who was there, a strand that was filled, and one open call with proposals that are
 * being read.
 */
export async function loadEvents(tx: Tx, now: Date): Promise<void> {
  const ruth = await actAs(tx, 'ruth.adeyemi@lsui.example', now)
  const ines = await actAs(tx, 'ines.albrecht@oldharbour.example', now)
  const groupId = ines.grants.find((grant) => grant.role === 'coordinator')?.groupId as number
  const communityId = (await listCommunities(tx))[0]?.id as number
  let last = ''
  for (const [index, event] of events.entries()) {
    const { slug, over } = await holdEvent(tx, event, { ruth, groupId, communityId, now })
    if (over) await noteWhoCame(tx, ruth, slug, index)
    else if (event.facts.kind === 'vendor_meeting') await fillStrand(tx, ines, slug, now)
    last = slug
  }
  await sayComing(tx, ines, last, { answer: 'coming', fromOn: null, toOn: null, reason: '' })
  await setCall(tx, ruth, last, {
    callText: 'Twenty to thirty minutes each. We look for what worked **and what did not**, from libraries of every size.',
    callOpensOn: dayOf(now, -20),
    callClosesOn: dayOf(now, 25),
  })
  const readers = await Promise.all(['weilin.tan@straits.example', 'aoife.lennon@corrib.example'].map((email) => actAs(tx, email, now)))
  for (const [i, { email, title, text }] of proposals.entries()) {
    const id = await proposeForEvent(tx, await actAs(tx, email, now), last, { title, text, withWhom: '', minutes: 30 })
    for (const [j, reader] of readers.entries())
      await reviewProposal(tx, reader, last, id, { score: 5 - ((i + j) % 3), comment: j === 0 ? 'Our list asks for it every term.' : '' })
  }
}
