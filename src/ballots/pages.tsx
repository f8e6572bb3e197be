import * as z from 'zod'
import { NotFound } from '../errors.ts'
import { findAsked, listGroups } from '../groups/queries.ts'
import { idsOf } from '../lib/db/rows.ts'
import { sendCalendar } from '../lib/ui/download.ts'
import { ifSent, line, lines, orEmpty, orNone, readForm, tick, whole } from '../lib/ui/forms.ts'
import { act, type C, done, idOf, mailed, pageOf, pages, refusable } from '../lib/ui/web.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { isVendorGuest, mayCallOff, mayCollate, mayRank, mayRunBallots } from '../policy.ts'
import { calendarOf } from './calendar.ts'
import { findCalledOff } from './calling-off/queries.ts'
import { whyNotCallOff } from './calling-off/rules.ts'
import { changeBallot, extendBallot } from './core/actions.ts'
import {
  type Ballot,
  countTurnout,
  getBallot,
  getOwnBallot,
  listAsked,
  listBallots,
  listDates,
  listExtensions,
  listHosts,
  listOptions,
  listRehearsals,
  listSpeakersOf,
  listStages,
  listVoters,
  listVoterships,
  previewElectorate,
} from './core/queries.ts'
import { listSubmitting } from './cycles/queries.ts'
import { moveDays, whyNotNominate } from './elections/actions.ts'
import { listNominations } from './elections/queries.ts'
import { ElectionPart } from './elections/views.tsx'
import { ElectoratePage } from './electorate-views.tsx'
import { BallotsPage } from './list-views.tsx'
import { findVoteOn, listObjections } from './motions/queries.ts'
import { MotionPart } from './motions/views.tsx'
import { listOpened } from './ranking/queries.ts'
import { countRehearsal, fillRehearsal, rehearse, throwAway } from './rehearsals-actions.ts'
import { getCount } from './results/queries.ts'
import { settingsFor } from './rules.ts'
import { RulesPage } from './rules-page.tsx'
import { BallotPage } from './views.tsx'
import { noonFrom, readLocal } from './zones.ts'

const t = textsOf('ballots', 'pagesPage')
const pageWords = textsOf('ballots', 'pages')
const ruleWords = textsOf('ballots', 'rule')

const kinds = ['wishes', 'election', 'motion'] as const
const positive = (most: number) => whole().refine((value) => value >= 1 && value <= most, { error: () => t.aWholeNumberFrom1To({ most }) })
const ExtendForm = z.object({ closesAt: line(30), reason: lines(2_000).default('') })
const ChangeForm = z.object({
  title: line(200),
  rule: ifSent(line(40)),
  budget: ifSent(positive(10_000)),
  most: orNone(positive(10_000)),
  capacity: ifSent(positive(1_000_000)),
  seats: ifSent(positive(500)),
  minScore: orNone(whole()),
  misfit: ifSent(z.enum(['skip', 'stop'])),
  comparison: ifSent(tick()),
  utility: ifSent(z.enum(['points', 'approval'])),
  ties: z.enum(['lot', 'seniority', 'chair']),
  tieOrder: orEmpty(line(2_000)),
  secrecy: z.enum(['anonymous', 'public']),
  recordOn: z.iso.date(),
  // The days of an election.
  nominationsUntil: ifSent(line(30)),
  opensAt: ifSent(line(30)),
  closesAt: ifSent(line(30)),
  termFrom: ifSent(z.iso.date()),
  termTo: orNone(z.iso.date()),
})

/** That a ballot was called off, and whether this person may call it off. */
async function callingOffOf({ var: { db, actor } }: C, ballot: Ballot) {
  const mine = ballot.rehearsalOf === null && mayCallOff(actor, ballot)
  return { calledOff: await findCalledOff(db, ballot), mayCallOff: mine, mayStop: mine && whyNotCallOff(ballot, actor.at) === undefined }
}

async function showBallot(c: C) {
  const { db, actor } = c.var
  const found = await getBallot(db, actor, idOf(c, 'ballot'))
  // From the moment on that it said it takes no vote, though it is closed and counted within the minute.
  const ballot = found.state === 'open' && found.closesAt <= actor.at ? { ...found, state: 'closed' as const } : found
  const [options, hosts, turnout, extensions, rehearsals] = await Promise.all([
    listOptions(db, ballot.id),
    listHosts(db, ballot.id),
    countTurnout(db, ballot.id),
    listExtensions(db, { ballotId: ballot.id }),
    ballot.mayRun || actor.personId !== null ? listRehearsals(db, ballot.id) : [],
  ])
  const mine = actor.personId === null ? [] : await listVoterships(db, actor.personId, ballot.id, actor.at)
  const count = ballot.state === 'counted' ? await getCount(db, ballot.id) : undefined
  const noVoters =
    ballot.mayRun &&
    ballot.state === 'preparing' &&
    ballot.electorate === 'institutions' &&
    (await previewElectorate(db, ballot)).length === 0
  const more =
    ballot.kind === 'motion' ? (
      <MotionPart
        ballot={ballot}
        objections={await listObjections(db, ballot.id)}
        vote={ballot.byConsent && ballot.decidedAt ? await findVoteOn(db, ballot.id) : undefined}
        closesAt={noonFrom(new Date(actor.at.getTime() + 7 * 86_400_000), ballot.zone)}
        personId={actor.personId}
      />
    ) : ballot.kind === 'election' && ballot.state === 'preparing' ? (
      <ElectionPart
        ballot={ballot}
        nominations={await listNominations(db, actor, ballot.id)}
        whyNot={whyNotNominate(ballot, actor.at)}
        personId={actor.personId}
      />
    ) : undefined
  return c.var.page(
    ballot.title,
    <BallotPage
      {...{ ballot, options, hosts, turnout, mine, extensions, rehearsals, noVoters }}
      {...(await callingOffOf(c, ballot))}
      stages={await listStages(db, actor, options)}
      won={new Set(count?.result.winners)}
      opened={await listOpened(db, actor, ballot)}
      more={more}
    />,
  )
}

/** A form on a ballot's page, by its id; what is wrong in it is shown there again. */
export const onBallot = (c: C, form: string) => refusable(c, () => showBallot(c), form)

export const ballotPages = pages()
  .get('/ballots', async (c) => {
    const { db, actor } = c.var
    const kind = kinds.find((one) => one === c.req.query('kind'))
    const page = pageOf(c)
    const groups = await listGroups(db)
    const group = await findAsked(db, c.req.query('group'))
    // What can be begun here is begun in the group that is looked at.
    const own = group ? [group] : groups
    const mine = actor.personId === null ? [] : await listOpenPapers(c)
    return c.var.page(
      pageWords.title,
      <BallotsPage
        found={await listBallots(db, actor, { page, groupId: group?.id, kind })}
        group={group}
        mine={mine}
        kind={kind ?? ''}
        page={page}
        mayRun={own.some(({ id }) => mayRunBallots(actor, id))}
        mayRank={own.some(({ id }) => mayRank(actor, id))}
        inGroup={own.some(({ id }) => mayCollate(actor, id))}
        signedIn={actor.personId !== null}
        submitting={actor.personId === null ? [] : (await listSubmitting(db, actor.at)).filter((one) => !isVendorGuest(actor, one.groupId))}
      />,
      { description: pageWords.lead },
    )
  })
  .get('/ballots/rules', (c) => c.var.page(ruleWords.title, <RulesPage />))
  .get('/ballots.ics', async (c) => {
    const { db, site } = c.var
    const feed = calendarOf(await listDates(db), { baseUrl: site.baseUrl, name: pageWords.title })
    return sendCalendar(c, feed, 'ballots', { cache: 'public, max-age=900' })
  })
  .get('/ballots/:ballot', (c) => showBallot(c))
  .get('/ballots/:ballot/electorate', async (c) => {
    const { db, actor } = c.var
    const ballot = await getOwnBallot(db, actor, idOf(c, 'ballot'))
    const [electorate, voters, asked] = await Promise.all([
      previewElectorate(db, ballot),
      listVoters(db, ballot.id),
      listAsked(db, ballot.id),
    ])
    const ids = voters.length > 0 ? voters.flatMap(({ organisationId }) => organisationId ?? []) : idsOf(electorate)
    const speakers = await listSpeakersOf(db, ballot.id, ids, actor.at)
    return c.var.page(t.whoVotes, <ElectoratePage {...{ ballot, electorate, voters, speakers, asked }} />)
  })
  .post('/ballots/:ballot/extend', act('work', 'extendBallot', 'Extend a ballot', ExtendForm), (c) =>
    onBallot(c, 'extend').run(async (body) => {
      const { zone } = await getOwnBallot(c.var.db, c.var.actor, idOf(c, 'ballot'))
      const { closesAt, reason } = readForm(ExtendForm, body)
      const extension = { closesAt: readLocal(closesAt, zone, 'closesAt'), reason }
      await c.var.write((tx) => extendBallot(tx, c.var.actor, idOf(c, 'ballot'), extension))
      return done(c, `/ballots/${idOf(c, 'ballot')}`, mailed(c, t.ballotExtendedEveryoneWhoCan))
    }),
  )
  .post('/ballots/:ballot/change', act('work', 'changeBallot', 'Change a ballot before it opens', ChangeForm), (c) =>
    onBallot(c, 'change').run(async (body) => {
      const ballot = await getOwnBallot(c.var.db, c.var.actor, idOf(c, 'ballot'))
      const { minScore, misfit, comparison, utility, tieOrder, ...form } = readForm(ChangeForm, body)
      const { nominationsUntil, opensAt, closesAt, termFrom, termTo, ...change } = form
      const typed = Object.entries({ nominationsUntil, opensAt, closesAt }).flatMap(([field, text]) =>
        text ? [[field, text] as const] : [],
      )
      const days = Object.fromEntries(typed.map(([field, text]) => [field, readLocal(text, ballot.zone, field)]))
      const before = ballot.settings as Parameters<typeof settingsFor>[1]
      const settings = settingsFor(change.rule ?? ballot.rule, {
        minScore: minScore === undefined ? before.minScore : minScore,
        misfit: misfit ?? before.misfit,
        utility: utility ?? before.utility,
        comparison: comparison ?? before.comparison,
      })
      const order = tieOrder?.split(/\D+/).filter(Boolean).map(Number)
      await c.var.write(async (tx) => {
        await changeBallot(tx, c.var.actor, ballot.id, { ...change, settings, tieOrder: order })
        await moveDays(tx, c.var.actor, ballot.id, { ...days, termFrom, termTo })
      })
      return done(c, `/ballots/${idOf(c, 'ballot')}`, t.saved)
    }),
  )
  .post('/ballots/:ballot/rehearse', act('work', 'rehearseBallot', 'Start a test ballot'), async (c) => {
    const id = await c.var.write((tx) => rehearse(tx, c.var.actor, c.var.site.secret, idOf(c, 'ballot')))
    return done(c, `/ballots/${id}`, t.testBallotStartedVotesDo, id)
  })
  .post('/ballots/:ballot/fill', act('work', 'addTestVotes', 'Add test votes to a test ballot'), async (c) => {
    const papers = await c.var.write((tx) => fillRehearsal(tx, c.var.actor, idOf(c, 'ballot'), 40))
    return done(c, `/ballots/${idOf(c, 'ballot')}`, t.testVotesAdded({ papers }))
  })
  .post('/ballots/:ballot/count', act('work', 'countTestBallot', 'Close and count a test ballot'), async (c) => {
    await c.var.write((tx) => countRehearsal(tx, c.var.actor, c.var.site.secret, idOf(c, 'ballot')))
    return done(c, `/ballots/${idOf(c, 'ballot')}/results`, t.testBallotCounted)
  })
  .post('/ballots/:ballot/throw-away', act('work', 'discardTestBallot', 'Discard a test ballot'), async (c) => {
    const ballot = await getOwnBallot(c.var.db, c.var.actor, idOf(c, 'ballot'))
    if (ballot.rehearsalOf === null) throw new NotFound(t.testBallotNotFound)
    await c.var.write((tx) => throwAway(tx, c.var.actor, idOf(c, 'ballot')))
    return done(c, `/ballots/${ballot.rehearsalOf}`, t.testBallotDiscarded)
  })

/** The open ballots in which this person has a paper or a voice. */
async function listOpenPapers(c: C) {
  const { db, actor } = c.var
  const { ballots } = await listBallots(db, actor, { limit: 500 })
  const open = new Map(
    ballots
      .filter((ballot) => ballot.state === 'open' && !ballot.byConsent && ballot.rehearsalOf === null)
      .map((ballot) => [ballot.id, ballot]),
  )
  return (await listVoterships(db, actor.personId ?? 0, undefined, actor.at)).filter(({ ballotId }) => open.has(ballotId))
}
