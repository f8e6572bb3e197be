import * as z from 'zod'
import { Conflict, Invalid, NotFound } from '../../errors.ts'
import { listOpenGroups } from '../../groups/queries.ts'
import { idsOf } from '../../lib/db/rows.ts'
import { line, lines, readForm, whole } from '../../lib/ui/forms.ts'
import { act, askedFirst, bodyOf, type C, decideHere, done, idOf, pages, refusable } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { zoneField } from '../../lib/ui/zone-field.ts'
import { mayRunBallots } from '../../policy.ts'
import { createBallot } from '../core/actions.ts'
import { listGroupCommunities } from '../core/people-queries.ts'
import { getOwnBallot } from '../core/queries.ts'
import { onBallot } from '../pages.tsx'
import { countVoters } from '../ranking/queries.ts'
import { notAZone, readLocal, toLocal } from '../zones.ts'
import { answerNomination, appointFrom, nominate, offerSeat, whyNotNominate } from './actions.ts'
import { getNomination, getOwnOffer, listSeatOffers } from './queries.ts'
import { whyNotNewDays } from './rules.ts'
import { NewElectionPage, NominationPage } from './views.tsx'

const t = textsOf('ballots', 'electionsPage')
const words = textsOf('ballots', 'pagesPage')

const local = () => line(30)
const ElectionForm = z.object({
  groupId: whole().optional(),
  title: line(200),
  role: z.enum(['member', 'coordinator', 'deputy']),
  seats: whole().refine((value) => value >= 1 && value <= 100, { error: () => words.aWholeNumberFrom1To({ most: 100 }) }),
  termFrom: z.iso.date(),
  termTo: z.iso.date().optional(),
  electorate: z.string().regex(/^(institutions|group|community-\d{1,9})$/),
  recordOn: z.iso.date(),
  nominationsUntil: local(),
  opensAt: local(),
  closesAt: local(),
  zone: zoneField(notAZone),
  secrecy: z.enum(['anonymous', 'public']),
})
const NominateForm = z.object({ email: line(254).optional(), statement: lines(5_000).default('') })
const NominationForm = z.object({ stands: z.enum(['yes', 'no']), statement: lines(5_000).default('') })
const OfferForm = z.object({ takes: z.enum(['yes', 'no']) })

const day = 86_400_000

async function showNew(c: C) {
  const { db, actor } = c.var
  const groups = askedFirst(
    c,
    (await listOpenGroups(db)).filter(({ id }) => mayRunBallots(actor, id)),
  )
  const [first] = groups
  if (!first) throw new NotFound(refusals.thereIsNoSuchPage)
  const at = (days: number) => `${toLocal(new Date(actor.at.getTime() + days * day), actor.zone).slice(0, 10)}T12:00`
  const { institutions } = await countVoters(db, first.id, actor.at)
  const values = {
    // Where no institution could vote yet, the group itself is meant.
    electorate: institutions === 0 ? 'group' : 'institutions',
    zone: actor.zone,
    recordOn: at(0).slice(0, 10),
    nominationsUntil: at(21),
    opensAt: at(28),
    closesAt: at(49),
    termFrom: at(60).slice(0, 10),
  }
  const communities = await listGroupCommunities(db, idsOf(groups))
  return c.var.page(t.newElection, <NewElectionPage {...{ groups, communities, values }} />)
}

export const electionPages = pages()
  .get('/elections/new', (c) => showNew(c))
  .post('/elections', act('work', 'createElection', 'Create an election', ElectionForm), async (c) => {
    const { db, actor, write } = c.var
    const groups = (await listOpenGroups(db)).filter(({ id }) => mayRunBallots(actor, id))
    const [first] = groups
    if (!first) throw new NotFound(refusals.thereIsNoSuchPage)
    return refusable(c, () => showNew(c)).take(
      ElectionForm,
      async ({ groupId = first.id, electorate, nominationsUntil, opensAt, closesAt, ...facts }) => {
        if (!groups.some(({ id }) => id === groupId))
          throw new Invalid(refusals.pleaseLookAgain, { groupId: refusals.chooseOneOfThoseThatAre })
        const days = {
          nominationsUntil: readLocal(nominationsUntil, facts.zone, 'nominationsUntil'),
          opensAt: readLocal(opensAt, facts.zone, 'opensAt'),
          closesAt: readLocal(closesAt, facts.zone, 'closesAt'),
        }
        const faults = whyNotNewDays({ ...facts, ...days }, actor.at)
        if (Object.keys(faults).length > 0) throw new Invalid(refusals.pleaseLookAgain, faults)
        const hosts = idsOf(await listGroupCommunities(db, [groupId]))
        const one = Number(/^community-(\d+)$/.exec(electorate)?.[1]) || undefined
        // Of several groups, the form offers the user groups of all.
        if (one !== undefined && !hosts.includes(one)) throw new Invalid(refusals.pleaseLookAgain, { electorate: t.notItsUserGroup })
        const id = await write((tx) =>
          createBallot(tx, actor, {
            ...Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)),
            ...facts,
            termTo: facts.termTo as string,
            groupId,
            kind: 'election',
            form: 'ranks',
            rule: 'scottish-stv',
            ties: 'lot',
            electorate: electorate === 'group' ? 'group' : 'institutions',
            communityIds: electorate === 'group' ? [] : one === undefined ? hosts : hosts.filter((host) => host === one),
            ...days,
          }),
        )
        return done(c, `/ballots/${id}`, t.electionCreatedNominations, id)
      },
    )
  })
  .post('/ballots/:ballot/nominations', act('will', 'nominatePerson', 'Nominate a person', NominateForm), (c) =>
    onBallot(c, 'nominate').take(NominateForm, async ({ email, statement }) => {
      await c.var.write((tx) => nominate(tx, c.var.actor, idOf(c, 'ballot'), { email, statement }))
      return done(c, `/ballots/${idOf(c, 'ballot')}`, email ? t.personNominatedTheyGetEmail : t.youStand)
    }),
  )
  .get('/ballots/:ballot/nomination', async (c) => {
    const { ballot, statement, state } = await getNomination(c.var.db, c.var.actor, idOf(c, 'ballot'))
    const whyNot = whyNotNominate(ballot, c.var.actor.at)
    return c.var.page(t.yourNomination, <NominationPage {...{ ballot, statement, state, whyNot }} />)
  })
  .post('/ballots/:ballot/nomination', act('person', 'Accept or decline a nomination', NominationForm), async (c) => {
    const nomination = await getNomination(c.var.db, c.var.actor, idOf(c, 'ballot'))
    return refusable(c, () => c.var.page(t.yourNomination, <NominationPage {...nomination} />)).take(
      NominationForm,
      async ({ stands, statement }) => {
        await c.var.write((tx) => answerNomination(tx, c.var.actor, idOf(c, 'ballot'), { stands: stands === 'yes', statement }))
        return done(c, `/ballots/${idOf(c, 'ballot')}`, stands === 'yes' ? t.youStand : t.youNotCandidate)
      },
    )
  })
  .post('/ballots/:ballot/seats/appoint', act('work', 'appointElected', 'Appoint everyone elected'), async (c) => {
    const ballot = await getOwnBallot(c.var.db, c.var.actor, idOf(c, 'ballot'))
    const problems: string[] = []
    for (const { optionId, elected } of await listSeatOffers(c.var.db, ballot.id)) {
      const problem = elected ? await c.var.write((tx) => appointFrom(tx, c.var.actor.at, ballot.id, optionId)) : undefined
      if (problem) problems.push(problem)
    }
    // The others are appointed.
    if (problems.length > 0) throw new Conflict(problems.join(' '))
    return done(c, `/ballots/${ballot.id}/results`, t.everyoneElectedIsAppointed)
  })
  .post('/ballots/:ballot/seats/offer', act('work', 'offerVacantSeat', 'Offer a vacant seat to the first runner-up'), async (c) => {
    const name = await c.var.write((tx) => offerSeat(tx, c.var.actor, idOf(c, 'ballot')))
    return done(c, `/ballots/${idOf(c, 'ballot')}/results`, t.seatOfferedEmail({ name }))
  })
  .post('/ballots/:ballot/seats/answer', act('person', 'Accept or decline a vacant seat', OfferForm), async (c) => {
    const id = idOf(c, 'ballot')
    const { name } = await getOwnOffer(c.var.db, c.var.actor, id)
    const { takes } = readForm(OfferForm, await bodyOf(c))
    const said = takes === 'yes' ? t.seatAcceptedThankYou : t.thankYouForTheAnswer
    return decideHere(c, { what: 'seat', id, title: name, choice: takes, reason: '', to: `/ballots/${id}/results`, said })
  })
