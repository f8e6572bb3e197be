import type { Actor } from '../../../actor.ts'
import { startDocument, writeVersion } from '../../../documents/actions.ts'
import { approveVersion, changeDocument } from '../../../documents/keeping-actions.ts'
import type { Tx } from '../../../lib/db/rows.ts'
import type { DocumentCategory, Role, Visibility } from '../../../lib/db/schema.ts'
import { utcDay } from '../../../time.ts'
import { actAs } from './hand.ts'

const day = 86_400_000

interface Paper {
  title: string
  category: DocumentCategory
  visibility: Visibility
  ownerRole?: Role
  /** Days ago on which each version was written. */
  written: number[]
  texts: string[]
  notes?: string[]
  /** How many of its versions are approved. */
  approved?: number
  reviewMonths?: number
  /** Days from now; negative: overdue. */
  reviewIn?: number
  keepMonths?: number
}

const terms = (review: string, roles: string) => `## Purpose

The Lectio Working Group speaks for the libraries that use Lectio. It gathers what they need, brings it to Quillon, and tells those who asked what became of it.

## What we do

1. We gather user cases from Lectio-L, with the institution and the workflow behind them.
2. We put them together as requests, and have the institutions say what matters most.
3. We hand briefs to Quillon, keep its answers, and check what was delivered.
4. We share practice: on the list, at Show and Tell, at the annual conference.

## Members

Members come from institutions that use Lectio or are about to. A term is two years and can be renewed once.

## Roles

${roles}

## Meetings

The group meets every two months by video call, for one hour, at a time that is fair to all zones over a year. A third of the members is a quorum.

## Review

${review}
`

const roles = `| Role | Responsible for |
| --- | --- |
| Coordinator | Talks with Quillon and the steering committees; keeps the year together |
| Liaison | Comes from the steering committee and attends the meetings |
| Members | Collate, champion, and encourage the community |`

const papers: Paper[] = [
  {
    title: 'Terms of reference',
    category: 'key',
    visibility: 'public',
    written: [1_100, 620, 300],
    texts: [
      terms('These terms are reviewed every three years.', roles),
      terms('These terms are reviewed every year, at the meeting in October.', roles),
      terms(
        'These terms are reviewed every year, at the meeting in October; the steering committee hears what changed.',
        roles.replace('| Liaison', '| Deputy | Stands in for the coordinator, and takes over parts by agreement |\n| Liaison'),
      ),
    ],
    notes: ['', 'Reviewed every year from now on', 'A deputy; the steering committee hears of changes'],
    approved: 3,
    reviewMonths: 12,
    reviewIn: 41,
  },
  {
    title: 'Guide for new members',
    category: 'key',
    visibility: 'public',
    ownerRole: 'member',
    written: [500, 12],
    texts: [
      '## Your first month\n\n1. Read Lectio-L for a week before you write.\n2. Come to the newcomers’ half hour before the next call.\n3. Take one user case and bring it to the board.\n\n## Whom to ask\n\nAnybody on the roster. The coordinator’s address reaches whoever holds the role.\n',
      '## Your first month\n\n1. Read Lectio-L for a week before you write.\n2. Say hello: one line about your library and what you hope for.\n3. Come to the newcomers’ half hour before the next call.\n4. Take one user case and bring it to the board.\n\n## Whom to ask\n\nAnybody on the roster. The coordinator’s address reaches whoever holds the role.\n',
    ],
    notes: ['', 'Say hello first'],
    reviewMonths: 12,
    reviewIn: 160,
  },
  {
    title: 'How we bring a concern to the vendor',
    category: 'key',
    visibility: 'subscribers',
    written: [420],
    texts: [
      '## Before it is brought\n\nThree institutions see it, or one cannot work. Somebody has written down how to see it, in which version, and the numbers of the support cases.\n\n## Who brings it\n\nIts champion, through the coordinator. Urgent concerns go the same day; others wait for the monthly call.\n\n## What we expect\n\nAn answer within thirty days: planned, in discovery, declined, exists, or what information is missing. Each with its reason.\n',
    ],
    reviewMonths: 12,
    reviewIn: -23,
  },
  {
    title: 'Onboarding of a coordinator',
    category: 'other',
    visibility: 'group',
    written: [260],
    texts: [
      '## The first week\n\n- The handover is done with the predecessor on one page; nothing moves by mail.\n- Sign in at the vendor’s portal and change its password.\n- Say hello to the product manager and to the steering committee.\n\n## The first two months\n\n- Read the last four minutes and the open answers.\n- Find a deputy before you need one.\n',
    ],
    reviewMonths: 24,
    reviewIn: 300,
  },
  {
    title: 'Annual report, last year',
    category: 'report',
    visibility: 'public',
    written: [190],
    texts: [
      '## The year in figures\n\n| What | Number |\n| --- | --- |\n| Meetings held, of six planned | 5 |\n| User cases gathered | 123 |\n| Requests put to the vote | 100 |\n| Committed by Quillon | 14 |\n| Delivered and accepted | 11 |\n\n## What was achieved\n\nRollover keeps the library notes where one wants them. The student view is a button. Broken links are reported by department.\n\n## What was not\n\nThree commitments slipped into this year. The August call fell out: nobody had noticed that half the group was on leave.\n',
    ],
    keepMonths: 120,
  },
  {
    title: 'Annual report, the year before',
    category: 'report',
    visibility: 'public',
    written: [560],
    texts: [
      '## The year in figures\n\n| What | Number |\n| --- | --- |\n| Meetings held, of six planned | 6 |\n| User cases gathered | 97 |\n| Requests put to the vote | 84 |\n| Committed by Quillon | 12 |\n| Delivered and accepted | 12 |\n\n## What was achieved\n\nEverything that was promised came, the last of it in December. The list has doubled.\n',
    ],
    keepMonths: 120,
  },
  {
    title: 'Programme of the southern-hemisphere evening',
    category: 'other',
    visibility: 'group',
    written: [800],
    texts: [
      'Swan River and two more libraries show how a semester starts in February. Ninety minutes; the recording was for the group alone.\n',
    ],
    keepMonths: 24,
  },
]

async function writePaper(tx: Tx, ines: Actor, groupId: number, now: Date, paper: Paper): Promise<void> {
  const at = (ago: number): Actor => ({ ...ines, at: new Date(now.getTime() - ago * day) })
  const { written, texts, notes, approved = 1, reviewIn, ...more } = paper
  const [first = 0] = written
  const facts = {
    ...{ ownerRole: 'coordinator' as const, reviewMonths: null, reviewOn: null, keepMonths: null, ...more },
    datedOn: utcDay(at(first).at),
  }
  const { slug } = await startDocument(tx, at(first), { ...facts, groupId, communityId: null, content: { body: texts[0] ?? '' } })
  for (const [index, ago] of written.entries()) {
    if (index > 0) await writeVersion(tx, at(ago), slug, { base: index, body: texts[index] ?? '', note: notes?.[index] ?? '' })
    if (index < approved) await approveVersion(tx, at(ago), slug, { number: index + 1, way: 'role' })
  }
  if (reviewIn !== undefined) await changeDocument(tx, ines, slug, { ...facts, reviewOn: utcDay(new Date(now.getTime() + reviewIn * day)) })
}

/** The group's papers: its terms through three versions, a guide with a new draft, reports, one that is overdue for review. */
export async function loadDocuments(tx: Tx, now: Date): Promise<void> {
  const ines = await actAs(tx, 'ines.albrecht@oldharbour.example', now)
  const groupId = ines.grants.find((grant) => grant.role === 'coordinator')?.groupId as number
  for (const paper of papers) await writePaper(tx, ines, groupId, now, paper)
}
