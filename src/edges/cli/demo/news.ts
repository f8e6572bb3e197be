import type { Actor } from '../../../actor.ts'
import type { Ground } from '../../../ground.ts'
import type { Tx } from '../../../lib/db/rows.ts'
import { writeItem } from '../../../news/actions.ts'
import { compose, settleRest } from '../../../news/compose/actions.ts'
import { beginIssue, chooseItems } from '../../../news/issues/actions.ts'
import { addOutlet, attestAppeared, contribute } from '../../../news/outlets/actions.ts'
import { correct, markReady, publish } from '../../../news/publishing-actions.ts'
import { utcDay } from '../../../time.ts'
import { actAs } from './hand.ts'

const day = 86_400_000

interface Piece {
  title: string
  text: string
  links?: { path: string; title: string }[]
}

/** The frank word of each issue, the oldest first, with the piece that came with it. */
const quarters: { lead: string; piece?: Piece }[] = [
  {
    lead: 'We begin again. The list had gone quiet, the shared folder belongs to somebody who has left, and nobody could say what became of the requests of two years ago. From now on each quarter ends with a page like this one: what was asked, what was answered, what was not.',
    piece: {
      title: 'One list for everybody who works with Lectio',
      text: 'Librarians, developers and support staff of any institution with Lectio are welcome on **Lectio-L**. Ask what you would ask a colleague. Half of what is asked there has been solved by somebody else already.',
    },
  },
  {
    lead: 'A small quarter. Terms were beginning in the north and everybody was copying lists. What we learnt from it: the same three days of work are done at every institution, by hand, and nobody had told the vendor how long they take.',
  },
  {
    lead: 'The first answers came, and half of them say “in discovery”. We asked for dates and got none. We keep asking, once a quarter, in the same words, and we print the answer here.',
    piece: {
      title: 'What “in discovery” means, and what it does not',
      text: 'The vendor says “in discovery” when somebody has been asked to look at a request. It is no promise. We look at each of these answers again after three months and ask for one of two words: *planned* or *declined*. Both help institutions more than waiting.',
    },
  },
  {
    lead: 'A year. We wrote down forty user cases and collated them; it is duller work than it sounds, and more useful. Two of us stepped down with our thanks, and two others stepped in. If you think of joining, the work is four hours a month, not more.',
  },
  {
    lead: 'The list was lively and the meeting was short, which is the right way round. We still meet at midnight for Perth. From spring the hour rotates.',
    piece: {
      title: 'Meetings now rotate around the world',
      text: 'No hour suits Perth, Lisbon and Los Angeles. So each takes its turn: one meeting in four is at a good hour for each of you, and the minutes are on the public page within two weeks for everybody else.',
    },
  },
  {
    lead: 'Accessibility took most of our time. The analytics icon has no label for screen readers, in any language; it was reported four times by four institutions in other words. It is one request now, and it has a champion.',
  },
  {
    lead: 'Support is not the same as noise. We asked each institution what it stands behind, and the order changed: what one loud voice wanted went down, what eleven quiet ones need went up.',
    piece: {
      title: 'Your institution’s voice counts once, and it counts',
      text: 'Whoever speaks for your institution can say which requests it stands behind: *must*, *should*, *would like*. Others see how many stand behind each, not who shouted first. Ask your referent, or become one.',
      links: [{ path: '/requests', title: 'The requests' }],
    },
  },
  {
    lead: 'Two years. We missed one meeting: three of us were ill and we should have asked a deputy in time. It is in the minutes, and there is a deputy now.',
  },
  {
    lead: 'The vendor’s product manager came to our call for the first time and stayed to the end. Nothing was promised, but two misunderstandings of a year ended in ten minutes.',
    piece: {
      title: 'A product manager listens in',
      text: 'Once a quarter somebody who decides at the vendor joins our call for half an hour. We send the questions a week before, so that the answers are more than polite. Send yours to the list.',
    },
  },
  {
    lead: 'The enhancement cycle is open. Please do not submit what is there already: search first. Every duplicate is an hour of triage, and the hours are ours.',
    piece: {
      title: 'How to write a request that wins',
      text: 'Say who meets the problem, doing what, how often, and what it costs not to have it solved. *Three* institutions that describe the same moment are worth more than a page of wishes.\n\n- One problem, one request\n- A number, where you have one\n- What you do today instead',
      links: [{ path: '/cycles', title: 'The enhancement cycle' }],
    },
  },
  {
    lead: 'The triage is done, and it was harder than last year: five requests were set aside, and their submitters were told why before they read it here. The ballot is open. One ballot for each institution, fifty points; please do not leave it to the last day.',
    piece: {
      title: 'Rollover is on its way',
      text: 'Six institutions described the same three days of copying lists at the turn of the term. It is the request with the most institutions behind it, and the vendor has **promised** it. We test it with two of those who asked before anybody says that it is done.',
      links: [
        { path: '/requests', title: 'The requests' },
        { path: '/ballots', title: 'The ballot' },
      ],
    },
  },
]

const monthOf = (at: Date): string => new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(at)

/** Writes a piece of news and lets it out, at the time when it was. */
async function letOut(tx: Tx, actor: Actor, groupId: number, { title, text, links = [] }: Piece): Promise<number> {
  const slug = await writeItem(tx, actor, groupId, { title, text, links, language: 'en', visibility: 'public' })
  await markReady(tx, actor, { slug }, true)
  await publish(tx, actor, { slug })
  return (await tx.selectFrom('newsItem').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()).id
}

/**
 * Three years of News in Brief, an issue a quarter: its figures are those of the demo's own record, as its readers may see it. The
 * issue of this quarter is being written, and one piece of news waits for its hour.
 */
export async function loadNews({ context }: Ground, groupId: number): Promise<void> {
  const now = context.now()
  const quarter = 91 * day
  const first = now.getTime() - quarters.length * quarter - 6 * day
  for (const [at, { lead, piece }] of quarters.entries()) {
    const from = new Date(first + at * quarter)
    const to = new Date(from.getTime() + quarter - day)
    await context.write(async (tx) => {
      const today = await actAs(tx, 'ines.albrecht@oldharbour.example', now)
      // Who coordinates today writes for the whole time: the demo has one author of its newsletter.
      const actor = { ...today, at: new Date(Math.min(to.getTime() + 4 * day, now.getTime() - 3_600_000)) }
      const number = await beginIssue(tx, actor, groupId, {
        title: `News in Brief, ${monthOf(to)}`,
        ...{ fromOn: utcDay(from), toOn: utcDay(to), language: 'en', visibility: 'public', lead },
      })
      await compose(tx, actor, number)
      await settleRest(tx, actor, number, 'taken')
      const item = await letOut(tx, actor, groupId, piece ?? (quietPieces[at % 4] as Piece))
      await chooseItems(tx, actor, number, [item])
      await publish(tx, actor, { number })
    })
  }
  await context.write((tx) => loadThisQuarter(tx, now, groupId, new Date(first + quarters.length * quarter)))
  await context.write((tx) => loadElsewhere(tx, context.site, now, groupId))
}

/** What is told where nothing else was: who is needed. */
const quietPieces: Piece[] = [
  {
    title: 'We look for a second moderator',
    text: 'The list has one moderator, who also sleeps. If you read it anyway, an hour a month is enough: held mail is one click, and the evidence stands beside it.',
  },
  {
    title: 'Minutes in two weeks: how we did',
    text: 'We promised minutes within two weeks of each meeting. Most were; one took three weeks, because nobody had been asked to write it. Now somebody is asked before the meeting begins.',
  },
  {
    title: 'Slides and recordings are on their pages',
    text: 'What was shown at our sessions is on the page of each talk, with its slides. Recordings are there where all who speak in them agreed.',
  },
  {
    title: 'Thank you to those who step down',
    text: 'Terms end, and work stays behind that others can use. Thank you. What each of you did is on your own record of service, to show to whom you like.',
  },
]

async function loadThisQuarter(tx: Tx, now: Date, groupId: number, from: Date): Promise<void> {
  const ines = await actAs(tx, 'ines.albrecht@oldharbour.example', now)
  const number = await beginIssue(tx, ines, groupId, {
    title: `News in Brief, ${monthOf(now)}`,
    ...{ fromOn: utcDay(from), toOn: utcDay(now), language: 'en', visibility: 'public', lead: '' },
  })
  await compose(tx, ines, number)
  const slug = await writeItem(tx, ines, groupId, {
    title: 'The programme of the annual meeting',
    text: 'The programme is out on the day on which the vendor announces it, not before. Two of the four sessions on reading lists are ours.',
    ...{ language: 'en', visibility: 'public' },
    embargoAt: new Date(now.getTime() + 5 * day),
    embargoZone: 'Europe/Lisbon',
  })
  await publish(tx, ines, { slug })
  await writeItem(tx, ines, groupId, {
    title: 'Who tests the new rollover with us?',
    text: 'We need two institutions with many lists, one of them with a term that begins in February.',
    ...{ language: 'en', visibility: 'subscribers' },
  })
}

/** An editor elsewhere has had two pieces; one appeared, says who saw it. */
async function loadElsewhere(tx: Tx, site: Ground['context']['site'], now: Date, groupId: number): Promise<void> {
  const ines = await actAs(tx, 'ines.albrecht@oldharbour.example', now)
  const outletId = await addOutlet(tx, ines, site, groupId, {
    kind: 'mail',
    name: 'Library Systems Users Quarterly',
    editorName: 'The editor',
    editorEmail: 'editor@quarterly.example',
  })
  const [rollover, howTo] = [{ slug: 'rollover-is-on-its-way' }, { slug: 'how-to-write-a-request-that-wins' }]
  await correct(tx, ines, rollover, 'There were seven institutions, not six. The seventh wrote to us after this came out.')
  await contribute(tx, ines, site, howTo, outletId, 'Perhaps for your spring issue? Cut it as you need.')
  await contribute(tx, ines, site, rollover, outletId, '')
  const { id } = await tx.selectFrom('newsContribution').select('id').orderBy('id').executeTakeFirstOrThrow()
  await attestAppeared(tx, ines, id, { link: 'https://quarterly.example/spring/requests-that-win', on: utcDay(now) })
}
