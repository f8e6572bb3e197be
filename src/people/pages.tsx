import * as z from 'zod'
import { NotAllowed } from '../errors.ts'
import { enqueue } from '../lib/db/enqueue.ts'
import { takeTurn } from '../lib/db/limit.ts'
import { Field, Form, Hidden } from '../lib/ui/form.tsx'
import { keptAddress, line, type Refused, readForm, refusedForm } from '../lib/ui/forms.ts'
import { Button, Submit, Titled } from '../lib/ui/parts.tsx'
import { bodyOf, type C, onlyPages, ownPath, pages, refusable } from '../lib/ui/web.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { BrowserZone } from '../lib/ui/zones.tsx'
import { isHerself } from '../policy.ts'
import { confirmAddress } from './actions.ts'
import { findPersonByEmail } from './core-queries.ts'
import { noteSignIn } from './devices/actions.ts'
import { arrivalOf, deviceOf } from './devices/pages.tsx'
import { askForCode } from './sign-in/codes-actions.ts'
import { rememberedInstitutions } from './sign-in/institutions-pages.tsx'
import { listProviders } from './sign-in/queries.ts'
import { PasskeyScripts, WaysIn } from './sign-in/views.tsx'

const words = textsOf('people', 'codes')

// Whoever has an account gets into it.
const email = keptAddress()
const AskForm = z.object({ email, next: line(2_000).optional() })
const CodeForm = z.object({
  email,
  // The key of a letter's link stays as it is; digits are typed in many ways.
  code: line(100).transform((code) => (/^[\d\s.-]*$/.test(code) ? code.replaceAll(/\D/g, '') : code)),
  next: line(2_000).optional(),
})
// An hour's tries of a network: generous to a library behind one address. A browser that held a session of whom it asks for has its own.
const triesPerNetwork = 40
const triesPerDevice = 20
const hour = 3_600

/** What is counted, and how often it may be, in an hour. */
const counterOf = (what: string, network: string, device: string | undefined): [key: string, most: number] =>
  device === undefined ? [`${what}:${network}`, triesPerNetwork] : [`${what}:device:${device}`, triesPerDevice]

/** The number of a browser that held a session of this address's person; undefined for all others. */
async function deviceFor(c: C, email: string): Promise<string | undefined> {
  const device = deviceOf(c)
  const person = device && (await findPersonByEmail(c.var.db, email.trim()))
  return person && device.personIds.includes(person.id) ? device.id : undefined
}

export const peoplePages = pages()
  .get('/sign-in', async (c) => {
    return c.var.page(
      words.title,
      <AskPage
        next={ownPath(c.req.query('next'), '/today')}
        providers={await listProviders(c.var)}
        institutions={await rememberedInstitutions(c)}
      />,
      { kind: 'bare', head: <PasskeyScripts /> },
    )
  })
  .post('/sign-in', onlyPages('person', 'Only a browser can sign in.'), async (c) => {
    const { db, write, actor, network, site } = c.var
    const body = await bodyOf(c)
    return refusable(c, async () =>
      c.var.page(
        words.title,
        <AskPage
          next={ownPath(String(body.next ?? ''), '/today')}
          providers={await listProviders(c.var)}
          institutions={await rememberedInstitutions(c)}
        />,
        { kind: 'bare', head: <PasskeyScripts /> },
      ),
    ).take(AskForm, async (asked) => {
      const next = ownPath(asked.next, '/today')
      const address = asked.email.toLowerCase()
      const device = await deviceFor(c, address)
      // The page is the same, whether the address is known, unknown or asked for too often.
      if (await takeTurn(db, ...counterOf('sign-in', network, device), hour, actor.at))
        await write(async (tx) => {
          const place = await askForCode(tx, actor.at, site.secret, { email: address, lane: device ?? '' })
          if (place !== undefined) await enqueue(tx, 'people.signInLetter', { email: address, next, place })
        })
      return c.redirect(`/sign-in/code?${new URLSearchParams({ email: address, next })}`, 303)
    })
  })
  .get('/sign-in/code', async (c) => {
    const { email: address = '', code = '', next } = c.req.query()
    // They opened their own link again, in the browser that it let in.
    if (code && isHerself(c.var.actor) && (await findPersonByEmail(c.var.db, address.trim()))?.id === c.var.actor.personId)
      return c.redirect(ownPath(next, '/today'), 303)
    return c.var.page(code ? words.signIn : words.sentTitle, <CodePage email={address} code={code} next={ownPath(next, '/today')} />, {
      kind: 'bare',
    })
  })
  .post('/sign-in/code', onlyPages('person', 'Only a browser can sign in.'), async (c) => {
    const { db, actor, network, auth } = c.var
    const body = await bodyOf(c)
    try {
      const typed = readForm(CodeForm, body, actor.locale)
      const device = await deviceFor(c, typed.email)
      // Digits can be tried; the key of a link cannot be guessed, and whoever shares a network with a guesser still comes in by it.
      const guessable = /^\d*$/.test(typed.code)
      if (guessable && !(await takeTurn(db, ...counterOf('code', network, device), hour, actor.at))) throw new NotAllowed(words.tooMany)
      const entrance = { how: 'code', network, device }
      // Together: a session of which nothing is noted, and nobody told, is nobody's.
      const { headers } = await auth.signIn(typed.email, typed.code, c.req.raw.headers, entrance, async (tx, personId) => {
        await confirmAddress(tx, actor, personId, typed.email)
        await noteSignIn(tx, actor, arrivalOf(c, personId, 'code', body.browserZone))
      })
      for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true })
      return c.redirect(ownPath(typed.next, '/today'), 303)
    } catch (error) {
      const refused: Refused | undefined =
        error instanceof NotAllowed
          ? { message: error.message, fields: { code: error.message }, typed: { email: String(body.email ?? '') } }
          : refusedForm(error, body)
      if (!refused) throw error
      const facts = { email: String(body.email ?? ''), next: ownPath(String(body.next ?? ''), '/today') }
      // The key of a link: nobody typed it, and nobody can correct it.
      if (refused.fields.code !== undefined && !/^[\d\s.-]*$/.test(String(body.code ?? '')))
        return c.var.page(words.linkOver, <LinkOverPage {...facts} />, { kind: 'bare', status: 422 })
      c.set('refused', { ...refused, form: 'f' })
      return c.var.page(words.sentTitle, <CodePage {...facts} code="" />, { kind: 'bare', status: 422 })
    }
  })
  .post('/sign-out', onlyPages('work', 'Only a browser can sign in.'), async (c) => {
    const headers = await c.var.auth.signOut(c.req.raw.headers)
    for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true })
    return c.redirect('/', 303)
  })

interface AskProps {
  next: string
  providers: Awaited<ReturnType<typeof listProviders>>
  institutions: Awaited<ReturnType<typeof rememberedInstitutions>>
}

const AskPage = ({ next, providers, institutions }: AskProps) => (
  <Titled title={words.title} lead={words.lead}>
    <Form action="/sign-in">
      <Field name="email" type="email" label={words.email} autocomplete="email" />
      <Hidden name="next" value={next} />
      <Submit kind="primary">{words.send}</Submit>
    </Form>
    <WaysIn next={next} providers={providers} institutions={institutions} />
    <p class="meta">{words.noAccount({ link: (said) => <a href="/lists">{said}</a> })}</p>
  </Titled>
)

/** Behind a link that lets nobody in any more. */
const LinkOverPage = ({ email: address, next }: { email: string; next: string }) => (
  <Titled title={words.linkOver} lead={words.linkOverLead}>
    <Form action="/sign-in">
      <Hidden name="email" value={address} />
      <Hidden name="next" value={next} />
      <Submit kind="primary">{words.again}</Submit>
    </Form>
  </Titled>
)

const CodePage = ({ email: address, code, next }: { email: string; code: string; next: string }) => (
  <Titled title={code ? words.signIn : words.sentTitle} lead={code ? words.confirm({ email: address }) : words.sent({ email: address })}>
    <Form action="/sign-in/code" values={{ code }}>
      <Hidden name="email" value={address} />
      <Hidden name="next" value={next} />
      {code ? (
        <Hidden name="code" value={code} />
      ) : (
        <Field name="code" label={words.code} autocomplete="one-time-code" inputmode="numeric" short />
      )}
      <BrowserZone />
      <div class="row">
        <Button kind="primary">{words.signIn}</Button>
        <Button kind="quiet" href={`/sign-in?${new URLSearchParams({ next })}`} text={words.again} />
      </div>
    </Form>
    {!code && (
      <p class="meta">
        {words.noEmail} {words.noAccount({ link: (said) => <a href="/lists">{said}</a> })}
      </p>
    )}
  </Titled>
)
