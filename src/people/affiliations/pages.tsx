import * as z from 'zod'
import { Invalid, NotFound } from '../../errors.ts'
import { takeTurn } from '../../lib/db/limit.ts'
import { openToken } from '../../lib/token/open.ts'
import type { Locale } from '../../lib/ui/format.ts'
import { line, mailAddress, readForm } from '../../lib/ui/forms.ts'
import { dotted } from '../../lib/ui/lists.tsx'
import { Heading, State } from '../../lib/ui/parts.tsx'
import { sayWhen } from '../../lib/ui/placed.ts'
import type { SettingsPart } from '../../lib/ui/variables.ts'
import { act, bodyOf, type C, decideHere, done, idOf, onlyPages, ownPath, pageOf, pages, refusable, toSettings } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { mayKeepRegister } from '../../policy.ts'
import { changeWords } from '../ways-in/words.ts'
import { answerAffiliation, claimAddress, confirmClaim, removeAddress, withdrawClaim } from './actions.ts'
import { countAffiliations, findAffiliation, findClaim, listAddressesOf, listAffiliationsOf, listAsked, listSilent } from './queries.ts'
import { Addresses, AnsweredPage, ClaimPage, SilentPage, StillTherePage, Workplaces } from './views.tsx'
import { affiliationWords } from './words.ts'

const t = textsOf('people', 'affiliationsPage')

const AnswerForm = z.object({ answer: z.enum(['stays', 'left']) })
const SettleForm = AnswerForm.extend({ back: line(300).optional() })
const AddressForm = z.object({ email: mailAddress() })

const claimsPerPerson = 10
const hour = 3_600

const localeOf = (c: C): Locale => c.var.actor.locale

function selfOf(c: C): number {
  if (c.var.actor.personId === null) throw new NotFound(refusals.thereIsNoSuchPage)
  return c.var.actor.personId
}

const settledPage = (c: C) =>
  c.var.page(affiliationWords(localeOf(c)).settled, <AnsweredPage locale={localeOf(c)} />, { kind: 'bare', status: 404 })

/** Somebody's addresses, among their settings. */
export const addressSettings: SettingsPart = {
  name: 'addresses',
  show: async (c) => {
    const kept = await listAddressesOf(c.var.db, selfOf(c))
    return {
      now: dotted([
        ...kept.addresses.map(({ email }) => email),
        kept.claims.length > 0 && <State mood="wait">{t.toConfirm({ n: kept.claims.length })}</State>,
      ]),
      content: <Addresses {...kept} now={c.var.actor.at} />,
    }
  },
}

/** Where somebody works, among their settings. */
export const workplaceSettings: SettingsPart = {
  name: 'workplace',
  show: async (c) => {
    const { db, actor } = c.var
    const [all, asked] = await Promise.all([listAffiliationsOf(db, selfOf(c)), listAsked(db, actor.at, selfOf(c))])
    const places = all.filter(({ toOn }) => toOn === null)
    return {
      now: dotted([
        ...places.map(({ organisation }) => organisation),
        places.length === 0 && t.noWorkplaceYet,
        asked.length > 0 && <State mood="wait">{t.confirmWorkplace}</State>,
      ]),
      content: <Workplaces places={places} asked={new Set(asked.map(({ id }) => id))} />,
    }
  },
}

export const affiliationPages = pages()
  .get('/affiliations', async (c) => {
    const { db, actor, offers } = c.var
    if (!mayKeepRegister(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
    const search = c.req.query('q')?.trim() || undefined
    const page = pageOf(c)
    const [counts, silent, decided] = await Promise.all([
      countAffiliations(db, actor.at),
      listSilent(db, actor.at, { search }, { page }),
      offers.listDecidedOf(db, actor, 'silent'),
    ])
    const people = silent.people.filter(({ id }) => !decided.has(id))
    return c.var.page(t.workplaces, <SilentPage {...{ counts, search, page }} silent={{ ...silent, people }} />)
  })
  .post('/affiliations/:affiliation/settle', act('work', 'settleWorkplace', 'Confirm or end a workplace', SettleForm), async (c) => {
    const { db, actor } = c.var
    if (!mayKeepRegister(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
    const { answer, back } = readForm(SettleForm, await bodyOf(c))
    const id = idOf(c, 'affiliation')
    const title = (await findAffiliation(db, id))?.name ?? ''
    const choice = answer === 'stays' ? 'yes' : 'no'
    return decideHere(c, { what: 'silent', id, title, choice, reason: '', to: ownPath(back, '/affiliations'), said: t.saved })
  })

  .get('/still-there/:token', async (c) => {
    const { db, actor, site } = c.var
    const token = c.req.param('token')
    const id = openToken(site.secret, 'affiliation', token, actor.at)
    const affiliation = id === undefined ? undefined : await findAffiliation(db, id)
    if (!affiliation || affiliation.toOn !== null) return settledPage(c)
    const locale = affiliation.locale as Locale
    return c.var.page(
      affiliationWords(locale).title({ organisation: affiliation.organisation }),
      <StillTherePage affiliation={affiliation} token={token} locale={locale} />,
      { kind: 'bare' },
    )
  })
  .post('/still-there/:token', onlyPages('will', 'The link in an email is enough.'), async (c) => {
    const { write, actor, site } = c.var
    const id = openToken(site.secret, 'affiliation', c.req.param('token'), actor.at)
    if (id === undefined) return settledPage(c)
    const { answer } = readForm(AnswerForm, await bodyOf(c))
    await write((tx) => answerAffiliation(tx, actor, id, answer === 'stays'))
    return c.var.page(affiliationWords(localeOf(c)).thanks, <AnsweredPage locale={localeOf(c)} answer={answer} />, { kind: 'bare' })
  })
  .post('/me/workplaces/:affiliation', act('will', 'answerMyWorkplace', 'Say whether I still work somewhere', AnswerForm), async (c) => {
    const { db, actor } = c.var
    const asked = (await listAsked(db, actor.at, selfOf(c))).find(({ id }) => id === idOf(c, 'affiliation'))
    if (!asked) throw new NotFound(refusals.thisQuestionIsSettled)
    const { answer } = readForm(AnswerForm, await bodyOf(c))
    const choice = answer === 'stays' ? 'yes' : 'no'
    const decided = { what: 'still' as const, id: asked.id, title: asked.organisation, choice, reason: '' } as const
    return decideHere(c, { ...decided, to: '/me#workplace', said: t.saved })
  })
  .get('/me/addresses', toSettings('addresses'))
  .post('/me/addresses', act('person', 'Add my email address', AddressForm), async (c) => {
    const { db, write, actor, site } = c.var
    const personId = selfOf(c)
    return refusable(c, () => c.var.settings()).take(AddressForm, async ({ email }) => {
      if (email.toLowerCase().endsWith(`@${site.mailDomain}`))
        throw new Invalid(refusals.pleaseLookAgain, { email: t.addressBelongsMailingList })
      if (!(await takeTurn(db, `claim:${personId}`, claimsPerPerson, hour, actor.at))) throw new Invalid(refusals.thatIsALotInAn)
      await write((tx) => claimAddress(tx, actor, email))
      return done(c, '/me#addresses', t.sentEmailAddressOpenLink)
    })
  })
  .post('/me/addresses/:address/remove', act('person', 'Remove my email address'), async (c) => {
    const { write, actor } = c.var
    await write((tx) => removeAddress(tx, actor, idOf(c, 'address')))
    return done(c, '/me#addresses', t.removed)
  })
  .post('/me/claims/:claim/withdraw', act('person', 'Withdraw an unconfirmed email address'), async (c) => {
    const { write, actor } = c.var
    selfOf(c)
    await write((tx) => withdrawClaim(tx, actor, idOf(c, 'claim')))
    return done(c, '/me#addresses', t.withdrawn)
  })

  .get('/addresses/:token', async (c) => {
    const { db, actor, site } = c.var
    const token = c.req.param('token')
    const id = openToken(site.secret, 'address', token, actor.at)
    const claim = id === undefined ? undefined : await findClaim(db, id)
    if (!claim) return settledPage(c)
    const locale = claim.locale as Locale
    return c.var.page(
      affiliationWords(locale).claimTitle({ email: claim.email }),
      <ClaimPage email={claim.email} token={token} locale={locale} />,
      { kind: 'bare' },
    )
  })
  .post('/addresses/:token', onlyPages('person', 'The link in an email is enough.'), async (c) => {
    const { db, write, actor, site } = c.var
    const id = openToken(site.secret, 'address', c.req.param('token'), actor.at)
    const claim = id === undefined ? undefined : await findClaim(db, id)
    if (!claim) return settledPage(c)
    const opensAt = await write((tx) => confirmClaim(tx, actor, claim.id))
    const locale = claim.locale as Locale
    const words = changeWords(locale)
    const title = opensAt ? words.soon({ email: claim.email }) : affiliationWords(locale).claimed({ email: claim.email })
    const lead = opensAt ? words.soonLead({ when: sayWhen(claim, claim.home, opensAt, 'instant', actor.at) }) : undefined
    return c.var.page(title, <Heading title={title} lead={lead} />, { kind: 'bare' })
  })
