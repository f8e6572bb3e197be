import * as z from 'zod'
import { missing, NotFound } from '../../errors.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { openToken } from '../../lib/token/open.ts'
import type { Locale } from '../../lib/ui/format.ts'
import { line, many, readForm, tick, whole } from '../../lib/ui/forms.ts'
import { act, bodyOf, type C, done, idOf, onlyPages, ownPath, pageOf, pages, refusable } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { isHerself, mayKeepRegister } from '../../policy.ts'
import { todayOf } from '../../time.ts'
import { findReader } from '../core-queries.ts'
import { changeJob, claimWorkplace, excuse, matchByDomain, settleClaim } from './actions.ts'
import { countToSettle, listListsOf, listResting, listWithoutBasis, listWorkplaceClaims, readOwnPlace } from './queries.ts'
import { Resting, Said, SettlingPage, settlingViews, Unknown } from './settling.tsx'
import { MovePage, WorkplacePage, WorkplaceThanks } from './views.tsx'
import { workplaceWords } from './words.ts'

const t = textsOf('people', 'workplacesPage')

const MoveForm = z.object({
  leaving: many(whole()),
  leftOn: z.iso.date().optional(),
  addressId: whole().optional(),
  organisation: line(300).optional(),
  fromOn: z.iso.date(),
  moveLists: tick(),
})
const ClaimForm = z.object({ organisation: line(300), fromOn: z.iso.date().optional() })
/** Where the list stood that the button was on. */
const back = line(300).optional()
const SettleForm = z.object({ organisation: line(300).optional(), answer: z.enum(['found', 'nothing']), back })
const BackForm = z.object({ back })

const unknownPath = '/affiliations/basis?view=unknown'

function requireKeeper(c: C): void {
  if (!mayKeepRegister(c.var.actor)) throw new NotFound(refusals.thereIsNoSuchPage)
}

/** What is to be settled: one of its lists, by default the first where somebody waits. */
async function showSettling(c: C) {
  requireKeeper(c)
  const { db } = c.var
  const query = c.req.query()
  const counts = await countToSettle(db)
  const view = c.var.refused
    ? 'said'
    : (settlingViews.find((one) => one === query.view) ?? settlingViews.find((one) => counts[one] > 0) ?? 'said')
  const filter = { search: query.q?.trim() || undefined, page: pageOf(c) }
  const shown = {
    said: async () => <Said found={await listWorkplaceClaims(db, filter)} {...filter} />,
    resting: async () => <Resting found={await listResting(db, filter)} {...filter} />,
    unknown: async () => <Unknown found={await listWithoutBasis(db, filter)} {...filter} />,
  }
  return c.var.page(
    t.workplacesToDecide,
    <SettlingPage counts={counts} view={view} search={filter.search}>
      {await shown[view]()}
    </SettlingPage>,
  )
}

async function showMove(c: C) {
  const { db, actor } = c.var
  if (!isHerself(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  const place = await readOwnPlace(db, actor)
  return c.var.page(
    place.affiliations.length > 0 ? t.changeWorkplace : t.enterWorkplace,
    <MovePage {...place} today={todayOf(c.var.actor)} />,
  )
}

/** Who opens a link of the question; undefined for one that opens nothing. */
async function askedOf(c: C) {
  const id = openToken(c.var.site.secret, 'workplace', c.req.param('token') ?? '', c.var.actor.at)
  return (id === undefined ? undefined : await findReader(c.var.db, id)) ?? missing(refusals.thisLinkIsOutOfDate)
}

async function showQuestion(c: C) {
  const person = await askedOf(c)
  const locale = person.locale as Locale
  const lists = await listListsOf(c.var.db, person.id)
  return c.var.page(
    workplaceWords(locale).title,
    <WorkplacePage name={person.name} token={c.req.param('token') ?? ''} {...{ locale, lists }} />,
    { kind: 'bare' },
  )
}

/** Where people work: what they say, and what a person settles. */
export const workplacePages = pages()
  .get('/affiliations/basis', (c) => showSettling(c))
  .post('/affiliations/basis/match', act('work', 'findWorkplacesByDomain', 'Find workplaces by domain'), async (c) => {
    requireKeeper(c)
    const count = await c.var.write((tx) => matchByDomain(tx, c.var.actor))
    return done(c, unknownPath, t.workplacesFoundTheirDomains({ count }))
  })
  .post('/affiliations/basis/ask', act('work', 'askWorkplaces', 'Ask the next 50 people where they work'), async (c) => {
    requireKeeper(c)
    await c.var.write((tx) => enqueue(tx, 'people.askWithoutBasis', {}, { key: 'people.askWithoutBasis' }))
    return done(c, unknownPath, t.sendingQuestionNext50People)
  })
  .post(
    '/affiliations/basis/:person/excuse',
    act('work', 'excuseWorkplace', 'Keep a subscriber without a workplace', BackForm),
    async (c) => {
      requireKeeper(c)
      const { back } = readForm(BackForm, await bodyOf(c))
      await c.var.write((tx) => excuse(tx, c.var.actor, idOf(c, 'person')))
      return done(c, ownPath(back, unknownPath), t.staysWithout)
    },
  )
  .post('/affiliations/claims/:claim/settle', act('work', 'decideWorkplaceClaim', 'Decide on a new workplace', SettleForm), async (c) => {
    requireKeeper(c)
    const claim = idOf(c, 'claim')
    return refusable(c, () => showSettling(c), `claim-${claim}`).take(SettleForm, async ({ answer, organisation, back }) => {
      await c.var.write((tx) => settleClaim(tx, c.var.actor, claim, answer === 'found' ? (organisation ?? '') : undefined))
      return done(c, ownPath(back, '/affiliations/basis?view=said'), t.settled)
    })
  })
  .get('/me/move', (c) => showMove(c))
  .post('/me/move', act('will', 'changeMyWorkplace', 'Change my workplace', MoveForm), async (c) => {
    const { write, actor } = c.var
    if (!isHerself(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
    return refusable(c, () => showMove(c)).take(MoveForm, async (move) => {
      const known = await write((tx) => changeJob(tx, actor, c.var.consequences, move))
      const first = move.leaving.length === 0
      const said = first ? t.workplaceSaved : t.workplaceChangedRolesTerms
      const toCheck = first ? t.workplaceSavedToCheck : t.changeSavedSomeoneWillCheck
      return done(c, '/me/record', known || !move.organisation ? said : toCheck)
    })
  })
  .get('/workplace/:token', (c) => showQuestion(c))
  .post('/workplace/:token', onlyPages('will', 'The link in an email is enough.'), async (c) => {
    const person = await askedOf(c)
    const { write, actor } = c.var
    return refusable(c, () => showQuestion(c)).take(ClaimForm, async ({ organisation, fromOn }) => {
      await write((tx) =>
        claimWorkplace(tx, actor, person.id, { organisation, email: person.email, fromOn: fromOn ?? todayOf(c.var.actor) }),
      )
      const locale = person.locale as Locale
      return c.var.page(workplaceWords(locale).thanks, <WorkplaceThanks locale={locale} />, { kind: 'bare' })
    })
  })
