import * as z from 'zod'
import { missing, NotFound, refuse } from '../../errors.ts'
import type { Authority, Question } from '../../lib/identity/authority.ts'
import { line, lines, many, readForm, tick } from '../../lib/ui/forms.ts'
import { act, bodyOf, type C, done, idOf, onlyPages, pages, refusable } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { onlyAdministrators } from '../../only.ts'
import { isHerself } from '../../policy.ts'
import { addGuest, allowIntroductions, changeGuest, keepAgreement, removeGuest, renewSecret } from './actions.ts'
import { areIntroductionsOpen, findAgreement, findClient, findGuest, listGuests } from './queries.ts'
import { formTargetOf, type GuestKind } from './rules.ts'
import { BackPage, GuestPage, GuestsPage, MadePage, NewGuestPage, QuestionPage } from './views.tsx'

const t = textsOf('people', 'guests')

const AnswerForm = z.object({ answer: z.enum(['yes', 'no']), scope: many(z.enum(['read', 'propose'])).default([]) })
const GuestForm = z.object({ name: line(80), redirects: lines(6_000) })
const NewGuestForm = GuestForm.extend({ kind: z.enum(['program', 'site']) })
const IntroductionsForm = z.object({ introductions: tick() })

/** What a browser was led here to ask, whose person sits in front of it. */
async function questionAt(c: C) {
  const { actor, auth, db } = c.var
  if (!isHerself(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  const authority = await auth.authority()
  const question = await authority.question(c.req.param('question') ?? '', c.req.raw.headers)
  const client = question && (await findClient(db, question.client.client))
  if (!question || !client) throw new NotFound(t.questionNotFound)
  return { actor, authority, question, client }
}

type Answered = Awaited<ReturnType<typeof questionAt>>

/** Leads the browser on to where the answer is given. */
async function settle(c: C, authority: Authority, { id }: Question, answer: Parameters<Authority['settle']>[2]): Promise<string> {
  const next = await authority.settle(id, c.req.raw.headers, answer)
  if (next === undefined) throw new NotFound(t.questionNotFound)
  return next
}

/** The answer leads to another site, which a browser lets a form do only where its page says so; no other site shows this page in its own. */
function sayTarget(c: C, redirect: string): void {
  const shown = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
  ]
  const target = `form-action 'self' ${formTargetOf(redirect)}`
  c.header('content-security-policy', [...shown, target, "frame-ancestors 'none'", "base-uri 'none'"].join('; '))
}

const showQuestion = (c: C, { question, client }: Answered) => {
  sayTarget(c, question.redirect)
  const title = client.kind === 'site' ? t.askSite({ name: client.name }) : t.askProgram({ name: client.name })
  return c.var.page(title, <QuestionPage {...{ question, title }} introduced={client.introduced} who={c.var.actor.name} />, {
    kind: 'bare',
  })
}

async function answerQuestion(c: C, asked: Answered, allowed: readonly string[]): Promise<Response> {
  const { actor, authority, question, client } = asked
  const scopes = client.kind === 'site' ? question.scopes : question.scopes.filter((one) => allowed.includes(one))
  if (scopes.length === 0) refuse('scope', t.allowSomething)
  const agreement = await authority.agree(question, String(actor.personId), scopes)
  await c.var.write((tx) => keepAgreement(tx, actor, { client, agreement, scopes }))
  return c.redirect(await settle(c, authority, question, { sub: String(actor.personId), agreement }), 303)
}

const guestAt = async (c: C) => {
  onlyAdministrators(c.var.actor)
  const guest = (await findGuest(c.var.db, idOf(c, 'guest'))) ?? missing(t.notFound)
  return { ...guest, kind: guest.kind as GuestKind }
}

/** Shown by this answer alone, and kept by no cache. */
const showMade = (c: C, made: Parameters<typeof MadePage>[0]) => {
  c.header('cache-control', 'no-store')
  return c.var.page(made.name, <MadePage {...made} />)
}

/** What a person lets programs and other sites do and know; and which may ask, for who keeps the site. */
export const guestPages = pages()
  .get('/oauth/ask/:question', async (c) => {
    const asked = await questionAt(c)
    const { actor, authority, question, client } = asked
    const agreement =
      client.kind === 'site' && (await findAgreement(c.var.db, c.var.site.secret, actor, { clientId: client.id, scopes: question.scopes }))
    if (!agreement) return showQuestion(c, asked)
    const next = await settle(c, authority, question, { sub: String(actor.personId), agreement })
    // Not led on at once: who has just signed in came by a form, which may lead to no other site.
    c.header('refresh', `0; url=${next}`)
    return c.var.page(client.name, <BackPage name={client.name} next={next} />, { kind: 'bare' })
  })
  .post('/oauth/ask/:question', onlyPages('person', 'What a program may is said by its person, never by a program.'), async (c) => {
    const asked = await questionAt(c)
    return refusable(c, () => showQuestion(c, asked)).take(AnswerForm, async ({ answer, scope }) =>
      answer === 'yes' ? answerQuestion(c, asked, scope) : c.redirect(await settle(c, asked.authority, asked.question, 'no'), 303),
    )
  })
  .get('/admin/guests', async (c) => {
    onlyAdministrators(c.var.actor)
    const { db, site } = c.var
    const [guests, introductions] = await Promise.all([listGuests(db), areIntroductionsOpen(db)])
    return c.var.page(t.guests, <GuestsPage {...{ guests, introductions }} baseUrl={site.baseUrl} />)
  })
  .get('/admin/guests/new', (c) => {
    onlyAdministrators(c.var.actor)
    return c.var.page(t.newGuest, <NewGuestPage />)
  })
  .post('/admin/guests', onlyPages('person', 'Its secret is shown once, to a person.'), async (c) => {
    onlyAdministrators(c.var.actor)
    const { write, actor, site } = c.var
    return refusable(c, () => c.var.page(t.newGuest, <NewGuestPage />)).take(NewGuestForm, async (typed) => {
      const made = await write((tx) => addGuest(tx, actor, typed))
      return showMade(c, { ...made, name: typed.name, baseUrl: site.baseUrl })
    })
  })
  .post(
    '/admin/guests/introductions',
    act('person', 'Let programs introduce themselves', IntroductionsForm, { scope: 'admin' }),
    async (c) => {
      onlyAdministrators(c.var.actor)
      const { introductions } = readForm(IntroductionsForm, await bodyOf(c), c.var.actor.locale)
      await c.var.write((tx) => allowIntroductions(tx, c.var.actor, introductions))
      return done(c, '/admin/guests', t.saved)
    },
  )
  .get('/admin/guests/:guest', async (c) => {
    const guest = await guestAt(c)
    return c.var.page(guest.name, <GuestPage guest={guest} baseUrl={c.var.site.baseUrl} />)
  })
  .post('/admin/guests/:guest', act('person', 'Edit a program or site', GuestForm, { scope: 'admin' }), async (c) => {
    const guest = await guestAt(c)
    const { write, actor, site } = c.var
    return refusable(c, () => c.var.page(guest.name, <GuestPage guest={guest} baseUrl={site.baseUrl} />)).take(GuestForm, async (typed) => {
      await write((tx) => changeGuest(tx, actor, guest.id, typed))
      return done(c, `/admin/guests/${guest.id}`, t.saved)
    })
  })
  .post('/admin/guests/:guest/secret', onlyPages('person', 'The secret is shown once, to a person.'), async (c) => {
    const { id, name, client } = await guestAt(c)
    const secret = await c.var.write((tx) => renewSecret(tx, c.var.actor, id))
    return showMade(c, { id, name, client, secret, baseUrl: c.var.site.baseUrl })
  })
  .post('/admin/guests/:guest/remove', act('person', 'Remove a program or site', undefined, { scope: 'admin' }), async (c) => {
    const { id } = await guestAt(c)
    await c.var.write((tx) => removeGuest(tx, c.var.actor, id))
    return done(c, '/admin/guests', t.removed)
  })
