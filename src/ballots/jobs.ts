import { idsOf } from '../lib/db/rows.ts'
import type { PhaseKind } from '../lib/db/schema.ts'
import type { TieRule } from '../lib/tally/election.ts'
import type { Locale } from '../lib/ui/format.ts'
import { wordsOf } from '../lib/ui/words.ts'
import type { Letter } from '../outbox/rules.ts'
import type { TaskContext } from '../task.ts'
import { closeBallot, keepResult, replaceKey } from './closing-actions.ts'
import { lockBallot, noteReferentAsk, openBallot } from './core/actions.ts'
import { listStaff, listUnheard, onlyReaders } from './core/people-queries.ts'
import { findBallot, listDue, listOptions, listRunning, listSpeakersOf, previewElectorate } from './core/queries.ts'
import { dropUncosted, passOn, turnPhase } from './cycles/actions.ts'
import { askCosts } from './cycles/jobs.ts'
import { listDuePhases } from './cycles/queries.ts'
import { ballotLink, eachDelegate, type FoundBallot, leadersOf, post, reachable, replyAddress, tellOnce, type Voter } from './delegates.ts'
import { fillCandidates, keepOrder } from './elections/actions.ts'
import { appointAll } from './elections/jobs.ts'
import { ballotLetter, countedLetter, dateFor, openedLetter, type Recipient, saying, when } from './mails.ts'
import { decideMotion } from './motions/actions.ts'
import { closeInnerPolls } from './papers/actions.ts'
import { writeBallotForm } from './papers/reply.ts'
import { countBy, electionOf, titleOf } from './results/count.ts'
import { getCount, listPapers } from './results/queries.ts'
import { dueReminder, offeredRules, onBehalfOf } from './rules.ts'
import { indexBallot } from './search-actions.ts'

const whyNotWords = wordsOf('ballots', 'whyNot')

const day = 86_400_000
const news = 30 * day

/** Everything that happens by itself when its time has come; each step a transaction, so that one that fails holds up no other. */
export async function turn(_: object, context: TaskContext): Promise<void> {
  const now = context.now()
  const attempt = async (what: string, act: () => Promise<unknown>) => {
    try {
      await act()
    } catch (error) {
      context.log.error({ err: error, what }, 'a step of a ballot failed; it is tried again in a minute')
    }
  }
  for (const { cycleId, kind } of await listDuePhases(context.db, now))
    await attempt(`phase ${kind} of cycle ${cycleId}`, () => context.write((tx) => turnPhase(tx, now, cycleId, kind as PhaseKind)))
  const due = await listDue(context.db, now)
  for (const id of due.keyless)
    await attempt(`key of ballot ${id}`, () => context.write((tx) => replaceKey(tx, context.site.secret, now, id)))
  for (const id of due.open) await attempt(`opening of ballot ${id}`, () => open(context, id))
  for (const id of due.close.filter((one) => !due.keyless.includes(one))) await attempt(`close of ballot ${id}`, () => close(context, id))
  await attempt('inner polls', () => context.write((tx) => closeInnerPolls(tx, now)))
  await attempt('newly named referents', async () => {
    for (const ballotId of await listUnheard(context.db, now)) await opened({ ballotId }, context)
  })
  await attempt('reminders', () => remind(context))
  await attempt('referents', () => askReferents(context))
  await attempt('costs', () => askCosts(context))
}

async function open(context: TaskContext, id: number): Promise<void> {
  const now = context.now()
  const why = await context.write(async (tx) => {
    const ballot = await lockBallot(tx, id)
    // Its days may have been moved since it was found to be due.
    if (!ballot || ballot.opensAt > now) return undefined
    if (ballot.kind === 'election') await fillCandidates(tx, id)
    if (ballot.phase === 'round_two' && ballot.cycleId !== null) await dropUncosted(tx, now, ballot.cycleId)
    return openBallot(tx, context.site.secret, now, id)
  })
  if (!why) return
  const ballot = await findBallot(context.db, id)
  if (!ballot) return
  await tellOnce(
    context,
    { ballotId: id, kind: why === 'noCosts' || why === 'over' ? `stuck-${why}` : 'stuck' },
    await leadersOf(context, ballot.groupId),
    (leader) =>
      ballotLetter('stuck', leader, ballot, (words) =>
        saying(words.stuck, { title: ballot.title, why: whyNotWords(leader.locale as Locale)[why], link: ballotLink(context, id) }),
      ),
  )
}

async function close(context: TaskContext, id: number): Promise<void> {
  await context.write(async (tx) => {
    const now = context.now()
    if (!(await closeBallot(tx, context.site.secret, now, id))) return
    const ballot = await findBallot(tx, id)
    const count = await getCount(tx, id)
    if (!ballot || !count || ballot.rehearsalOf !== null) return
    const { winners, figures } = count.result
    if (ballot.phase === 'round_one' && ballot.cycleId !== null) await passOn(tx, ballot.cycleId, winners)
    if (ballot.kind === 'election') await keepOrder(tx, id, winners, Array.isArray(figures.runnersUp) ? figures.runnersUp : [])
    if (ballot.kind === 'motion') await decideMotion(tx, now, id)
    await indexBallot(tx, id)
  })
}

/** Tells each delegate that the ballot is open, with a form that can be answered; whoever is named later hears of it then, while nobody has voted. */
export async function opened({ ballotId }: { ballotId: number }, context: TaskContext): Promise<void> {
  const ballot = await findBallot(context.db, ballotId)
  if (ballot?.state !== 'open' || ballot.rehearsalOf !== null) return
  const options = await listOptions(context.db, ballotId)
  const waits = ({ votedAt }: Voter) => votedAt === null
  await eachDelegate(context, ballot, { kind: 'opened', only: waits }, async (tx, to, voter) => {
    const replyTo = await replyAddress(tx, context, ballot, { voterId: voter.id, personId: to.personId })
    const about = {
      groupId: ballot.groupId,
      group: ballot.group,
      title: ballot.title,
      link: ballotLink(context, ballotId, `/papers/${voter.id}`),
      zone: ballot.zone,
    }
    if (ballot.byConsent) return consentLetter(to, about, ballot)
    return openedLetter(to, about, {
      voter: onBehalfOf(voter),
      closesAt: ballot.closesAt,
      form: ballot.form,
      budget: ballot.budget,
      lines: writeBallotForm(ballot.form, options, to.locale as Locale),
      replyTo,
      motion: ballot.kind === 'motion' ? { question: ballot.question } : undefined,
    })
  })
}

const consentLetter = (to: Recipient, about: { title: string; link: string }, ballot: FoundBallot): Letter =>
  ballotLetter('opened', to, ballot, (words) => ({
    subject: words.motion.subject({ title: about.title, closes: dateFor(to, ballot.zone, ballot.closesAt) }),
    text: `${words.motion.text({ question: ballot.question, closes: when(to, ballot.zone, ballot.closesAt), link: about.link.replace(/\/papers\/\d+$/, '') })}\n\n${words.motion.consent}`,
    repeats: { until: ballot.closesAt, ahead: true },
  }))

/** Who has not voted hears of it a week and two days before the close; how others voted is nobody's to tell, and is not known. */
async function remind(context: TaskContext): Promise<void> {
  const now = context.now()
  for (const ballot of await listRunning(context.db)) {
    if (ballot.state !== 'open' || ballot.byConsent) continue
    const reminder = dueReminder(ballot, now)
    if (reminder === undefined) continue
    const late = ({ votedAt }: Voter) => votedAt === null
    await eachDelegate(context, ballot, { kind: `remind-${reminder}`, only: late }, (_tx, to, voter) =>
      ballotLetter('remind', to, ballot, (words) => ({
        ...saying(words.remind, {
          title: ballot.title,
          voter: onBehalfOf(voter),
          closes: when(to, ballot.zone, ballot.closesAt),
          link: ballotLink(context, ballot.id, `/papers/${voter.id}`),
        }),
        repeats: { until: ballot.closesAt },
      })),
    )
  }
}

/** Thirty days before the opening: institutions without a referent whom mail reaches; who works there is asked. */
async function askReferents(context: TaskContext): Promise<void> {
  const now = context.now()
  for (const ballot of await listRunning(context.db)) {
    if (ballot.electorate !== 'institutions' || ballot.state !== 'preparing' || ballot.opensAt.getTime() - now.getTime() > 30 * day)
      continue
    for (const organisation of await listUnreached(context, ballot))
      for (const to of reachable(await listStaff(context.db, organisation.id, now)))
        await context.write(async (tx) => {
          if (!(await noteReferentAsk(tx, now, { ballotId: ballot.id, organisationId: organisation.id, personId: to.personId }))) return
          const [leader] = await leadersOf(context, ballot.groupId)
          const letter = ballotLetter('referent', to, ballot, (words) => ({
            ...saying(words.referent, {
              organisation: organisation.name,
              title: ballot.title,
              opens: when(to, ballot.zone, ballot.opensAt),
              link: ballotLink(context, ballot.id),
            }),
            replyTo: leader?.email,
            asks: { groupId: ballot.groupId },
          }))
          await post(tx, context, letter)
        })
  }
}

/** Institutions of the electorate whom no mail would reach. */
async function listUnreached({ db, now }: TaskContext, ballot: FoundBallot) {
  const electorate = await previewElectorate(db, ballot)
  const ids = idsOf(electorate)
  const speakers = await listSpeakersOf(db, ballot.id, ids, now())
  return electorate.filter(({ id }) => !speakers.some(({ organisationId, email }) => organisationId === id && email !== null))
}

/** The same papers under the other rules, each once; and the letter that says that there is a result. */
export async function counted({ ballotId }: { ballotId: number }, context: TaskContext): Promise<void> {
  const ballot = await findBallot(context.db, ballotId)
  if (ballot?.state !== 'counted') return
  const [options, papers, count] = [
    await listOptions(context.db, ballotId),
    await listPapers(context.db, ballotId),
    await getCount(context.db, ballotId),
  ]
  const election = electionOf(ballot, options, papers)
  for (const rule of offeredRules[ballot.form]) {
    const settings = { ties: (count?.settings as { ties?: TieRule } | undefined)?.ties }
    const result = rule === ballot.rule ? undefined : countBy(rule, election, settings)
    if (result) await context.write((tx) => keepResult(tx, ballotId, rule, false, settings, result))
  }
  if (ballot.rehearsalOf !== null) return
  if (ballot.kind === 'election') await appointAll(context, ballot)
  // What came in from before Rapport is no news.
  if (ballot.closedAt && context.now().getTime() - ballot.closedAt.getTime() > news) return
  const chosen = (count?.result.winners ?? []).map((number) => titleOf({ options }, number))
  const outcome = ballot.kind === 'motion' ? { decision: ballot.decision } : { kind: ballot.kind, chosen }
  const about = { groupId: ballot.groupId, group: ballot.group, title: ballot.title, link: ballotLink(context, ballotId, '/results') }
  await eachDelegate(context, ballot, { kind: 'counted' }, async (tx, to) => {
    const [reader] = await onlyReaders(tx, ballot, [to], context.now())
    return countedLetter(to, about, reader && outcome)
  })
}

/** After a restore: those whose papers cannot be opened are asked to cast them again. */
export async function castAgain({ ballotId, voterIds }: { ballotId: number; voterIds: number[] }, context: TaskContext): Promise<void> {
  const ballot = await findBallot(context.db, ballotId)
  if (ballot?.state !== 'open') return
  const lost = ({ id }: Voter) => voterIds.includes(id)
  await eachDelegate(context, ballot, { kind: `again-${ballot.seedHash?.slice(0, 8)}`, only: lost }, (_tx, to, voter) =>
    ballotLetter('again', to, ballot, (words) =>
      saying(words.again, {
        title: ballot.title,
        closes: when(to, ballot.zone, ballot.closesAt),
        link: ballotLink(context, ballotId, `/papers/${voter.id}`),
      }),
    ),
  )
}
