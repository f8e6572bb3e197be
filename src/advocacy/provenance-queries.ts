import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { findVotedOn } from '../ballots/queries.ts'
import { type Db, idsOf, orNoId } from '../lib/db/rows.ts'
import type { Station } from '../lib/ui/chain.tsx'
import { formatDay } from '../lib/ui/format.ts'
import type { VendorSaid } from '../offers.ts'
import { mayCollate, mayKnowList } from '../policy.ts'
import { visibleTo } from '../requests/queries.ts'
import { dayIn, todayOf } from '../time.ts'
import { guestOf, newestAnswer, readableBy } from './answers/queries.ts'
import { casesBehind } from './briefs/queries.ts'
import { signedAs } from './core/queries.ts'
import { stationsOf, type Way, type WayStation } from './core/rules.ts'
import { answeredSince, openQuestions } from './desk/queries.ts'
import { signingWords, vendorPageWords } from './page-words.ts'

/** What is known of a request's way, as this person may see it; undefined where they may not see the request. */
async function findWay(db: Db, actor: Actor, requestId: number): Promise<Way | undefined> {
  const request = await db
    .selectFrom('sharedRequest as request')
    .select(['request.id', 'request.rootId', 'request.groupId', 'request.kind'])
    // The vendor's guest sees the way of what was handed over; the request itself may be the group's alone.
    .select(visibleTo(actor, 'request').as('open'))
    .select(
      sql<number>`(select count(distinct s.message_id) from collated_case c join shared_user_case_source s on s.case_id = c.case_id
        where c.family_id = request.root_id and c.request_id = request.id)`.as('messages'),
    )
    .select(casesBehind.as('cases'))
    .where('request.id', '=', requestId)
    .where((e) =>
      e.or([
        visibleTo(actor, 'request'),
        e.exists(
          e
            .selectFrom('submissionItem')
            .innerJoin('submission', 'submission.id', 'submissionItem.submissionId')
            .select('submissionItem.id')
            .whereRef('submissionItem.requestId', '=', 'request.id')
            .where('submission.withdrawnAt', 'is', null)
            .where('submission.groupId', 'in', orNoId(guestOf(actor))),
        ),
      ]),
    )
    .executeTakeFirst()
  if (!request) return undefined
  const inGroup = mayCollate(actor, request.groupId)
  const [handed, answer] = await Promise.all([findHanded(db, actor, requestId), newestReadable(db, actor, requestId).executeTakeFirst()])
  const way: Way = {
    // How many stand behind it is the group's own, and whoever may see the request sees their number there.
    messages: actor.vendorSide ? 0 : request.messages,
    cases: actor.vendorSide ? 0 : request.cases,
    request: { href: request.open ? `/requests/${requestId}` : undefined, concern: request.kind === 'concern' },
  }
  const ballot = await findVotedOn(db, actor, requestId)
  if (ballot) way.ballot = ballot
  if (handed)
    way.handed = {
      href: inGroup || guestOf(actor).includes(request.groupId) ? `/submissions/${handed.submissionId}#r${requestId}` : '/answers',
      on: dayIn(handed.submittedAt, actor.zone),
      dueOn: handed.dueOn,
      late: handed.answerId === null && handed.openQuestions === 0 && handed.dueOn < todayOf(actor),
      asked: handed.answerId === null && handed.openQuestions > 0,
    }
  if (answer) way.answer = { href: `/answers/${answer.id}`, class: answer.class, release: answer.releaseName }
  return { ...way, ...(await findFollowed(db, actor, requestId)) }
}

const findHanded = (db: Db, actor: Actor, requestId: number) =>
  db
    .selectFrom('submissionItem')
    .innerJoin('submission', 'submission.id', 'submissionItem.submissionId')
    .select(['submission.id as submissionId', 'submission.submittedAt', 'submissionItem.dueOn'])
    .select([answeredSince.as('answerId'), openQuestions.as('openQuestions')])
    .where('submissionItem.requestId', '=', requestId)
    .where('submission.withdrawnAt', 'is', null)
    .where('submission.submittedAt', '<=', actor.at)
    .orderBy('submission.submittedAt', 'desc')
    .limit(1)
    .executeTakeFirst()

/** The newest answer to a request that this person may read. */
const newestReadable = (db: Db, actor: Actor, requestId: number) =>
  newestAnswer(db, requestId)
    .innerJoin('sharedRequest as request', 'request.id', 'answer.requestId')
    .select(['answer.id', 'answer.class', 'answer.releaseName'])
    .where(readableBy(actor, 'answer'))

/** What followed from the answers, as far as this person may hear of it. */
async function findFollowed(db: Db, actor: Actor, requestId: number): Promise<Partial<Way>> {
  const heard = await db
    .selectFrom('tellingEvent')
    .innerJoin('sharedRequest as request', 'request.id', 'tellingEvent.requestId')
    .select(['tellingEvent.id', 'tellingEvent.kind', 'tellingEvent.subjectId'])
    .where('tellingEvent.requestId', '=', requestId)
    .where(readableBy(actor, 'tellingEvent', { guests: false }))
    .execute()
  const subjectsOf = (...kinds: string[]) => [0, ...heard.filter(({ kind }) => kinds.includes(kind)).map(({ subjectId }) => subjectId)]
  const [commitment, delivery, told] = await Promise.all([
    db
      .selectFrom('commitment')
      .select(['id', 'points', 'year', 'state'])
      .where('id', 'in', subjectsOf('commitment', 'dropped'))
      .orderBy('id', 'desc')
      .executeTakeFirst(),
    db
      .selectFrom('deliveryClaim')
      .innerJoin('release', 'release.id', 'deliveryClaim.releaseId')
      .select(['deliveryClaim.id', 'release.name', 'deliveryClaim.verdict'])
      .where('deliveryClaim.id', 'in', subjectsOf('delivery', 'acceptance'))
      .orderBy('deliveryClaim.id', 'desc')
      .executeTakeFirst(),
    db
      .selectFrom('tellingPostEvent')
      .innerJoin('tellingPost', 'tellingPost.id', 'tellingPostEvent.postId')
      .innerJoin('tellingEvent', 'tellingEvent.id', 'tellingPostEvent.eventId')
      .innerJoin('sharedList as list', 'list.id', 'tellingPost.listId')
      .select(['tellingPost.sentAt', 'tellingPost.messageId', 'list.name', 'list.id', 'list.groupId', 'list.archive'])
      .select(sql<number[]>`array(select c.community_id::int from shared_list_community c where c.list_id = list.id)`.as('communityIds'))
      .where('tellingEvent.id', 'in', orNoId(idsOf(heard)))
      .where('tellingPost.sentAt', 'is not', null)
      .orderBy('tellingPost.sentAt', 'desc')
      .executeTakeFirst(),
  ])
  return {
    commitment: commitment && { ...commitment, href: `/commitments/${commitment.id}` },
    delivery: delivery && { href: `/deliveries/${delivery.id}`, release: delivery.name, verdict: delivery.verdict },
    told: told?.sentAt
      ? {
          on: dayIn(told.sentAt, actor.zone),
          // A list is named to those who may know of it.
          href: told.messageId && mayKnowList(actor, told) ? `/lists/${told.name}/t/${encodeURIComponent(told.messageId)}` : undefined,
        }
      : undefined,
  }
}

/** The vendor's newest answer to a request, in its words, as far as this person may hear of it. */
export async function findVendorSaid(db: Db, actor: Actor, requestId: number): Promise<VendorSaid | undefined> {
  const answer = await newestReadable(db, actor, requestId)
    .innerJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'answer.groupId')
    .innerJoin('sharedProduct as product', 'product.id', 'workingGroup.productId')
    .innerJoin('sharedOrganisation as organisation', 'organisation.id', 'product.vendorId')
    .select(['answer.reason', 'answer.givenAt', 'organisation.name as vendor'])
    .select(signedAs('answer_id', sql.ref('answer.id')).as('signed'))
    .executeTakeFirst()
  if (!answer) return undefined
  const words = vendorPageWords(actor.locale)
  const { id, vendor, reason, givenAt: at, releaseName } = answer
  const said = [words.classes[answer.class], releaseName && words.forRelease({ release: releaseName })].filter(Boolean).join(' ')
  return { href: `/answers/${id}`, vendor, answer: said, reason, at, signed: signingWords(actor.locale).states[answer.signed] }
}

type WayWords = ReturnType<typeof vendorPageWords>

interface Teller {
  words: WayWords
  day: (on: string) => string
}

function sayVote({ way }: WayWords, { round, won }: NonNullable<Way['ballot']>): string {
  if (won === undefined) return way.voting[round]
  return won ? way.won[round] : way.notChosen[round]
}

const labels: Record<WayStation['key'], (way: Way, teller: Teller) => Pick<Station, 'label' | 'detail'>> = {
  messages: ({ messages }, { words }) => ({ label: words.way.messages({ n: messages }) }),
  cases: ({ cases }, { words }) => ({ label: words.way.cases({ n: cases }) }),
  request: ({ request }, { words }) => ({ label: request.concern ? words.way.concern : words.way.idea }),
  ballot: ({ ballot }, { words }) => ({ label: words.way.ballot, detail: ballot && sayVote(words, ballot) }),
  handed: ({ handed }, { words: { way }, day }) => ({
    label: way.handed,
    detail:
      handed &&
      [way.since({ day: day(handed.on) }), handed.late && way.late({ day: day(handed.dueOn) }), handed.asked && way.asked]
        .filter(Boolean)
        .join(', '),
  }),
  answer: ({ answer }, { words }) => ({
    label: answer ? words.classes[answer.class] : words.way.answer,
    detail: answer?.release && words.forRelease({ release: answer.release }),
  }),
  commitment: ({ commitment }, { words: { way } }) => ({
    label: commitment?.state === 'dropped' ? way.dropped : way.commitment,
    detail: commitment && `${way.points({ n: commitment.points, year: commitment.year })}, ${way.states[commitment.state]}`,
  }),
  delivery: ({ delivery }, { words: { way } }) => ({
    label: delivery?.release ?? way.release,
    detail: delivery && (delivery.verdict === null ? way.toCheck : way.verdicts[delivery.verdict]),
  }),
  told: ({ told }, { words, day }) => ({ label: words.way.told, detail: told && day(told.on) }),
}

/**
 * The stations of a request's way, for the chain on its page and on the pages of what became of it; none where this person may not see it.
 * @param beyond leaves out where it came from: the request's own page tells that itself
 */
export async function findStations(db: Db, actor: Actor, requestId: number, { beyond = false } = {}): Promise<Station[]> {
  const way = await findWay(db, actor, requestId)
  if (!way) return []
  const locale = actor.locale
  const teller = { words: vendorPageWords(locale), day: (on: string) => formatDay({ locale }, on) }
  const origins: readonly WayStation['key'][] = beyond ? ['messages', 'cases', 'request'] : []
  return stationsOf(way)
    .filter(({ key }) => !origins.includes(key))
    .map(({ key, href, state }) => ({ ...labels[key](way, teller), href, state }))
}
