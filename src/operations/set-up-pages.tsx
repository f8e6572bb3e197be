import * as z from 'zod'
import type { Actor } from '../actor.ts'
import { Invalid, NotFound } from '../errors.ts'
import { takeTurn } from '../lib/db/limit.ts'
import { foldAddress } from '../lib/fold.ts'
import { MoreFields } from '../lib/ui/field-parts.tsx'
import { Field, Form, Select, ShortName } from '../lib/ui/form.tsx'
import { type FormBody, line, mailAddress, readForm, shortNameIfAny, shortNamesOf } from '../lib/ui/forms.ts'
import { memberNouns, usualWord } from '../lib/ui/member-word.ts'
import { Button, Section, Titled } from '../lib/ui/parts.tsx'
import { useReader } from '../lib/ui/reader.ts'
import { onlyPages, pages, refusable } from '../lib/ui/web.tsx'
import { refusals, textsOf, wordsOf } from '../lib/ui/words.ts'
import { zoneSaid } from '../lib/ui/zone-names.ts'
import { BrowserZone } from '../lib/ui/zones.tsx'
import { isReserved } from '../list/rules.ts'
import { isEmpty } from '../people/queries.ts'
import { todayOf } from '../time.ts'
import { setUp } from './set-up-actions.ts'
import { isSetUpCode, readSince } from './set-up-rules.ts'

const t = textsOf('operations', 'setUp')
const foundingWords = textsOf('operations', 'founding')
const lists = textsOf('list', 'actions')
const userGroups = textsOf('groups', 'userGroups')
const nounsIn = wordsOf('lib', 'nouns')

const SetUpForm = z.object({
  code: line(40),
  name: line(200),
  email: mailAddress(),
  community: line(200),
  communitySlug: shortNameIfAny(),
  noun: z.enum(memberNouns).default(usualWord.noun),
  vendor: line(200),
  product: line(200),
  group: line(200),
  groupSlug: shortNameIfAny(),
  since: line(60).optional(),
  // 24: with -bounces+TOKEN the local part has 64 characters (RFC 5321 §4.5.3.1.1).
  list: shortNameIfAny(24),
  listTitle: line(100),
})

const faultsOf = <T,>(read: () => T): { read: T } | { faults: Record<string, string> } => {
  try {
    return { read: read() }
  } catch (error) {
    if (error instanceof Invalid) return { faults: error.fields }
    throw error
  }
}

/**
 * What the form says, and by what short names things are called.
 * @throws Invalid with everything that is wrong, each beside its field: whoever begins here corrects it once
 */
function readSetUp(body: FormBody, actor: Actor, secret: string) {
  const form = faultsOf(() => readForm(SetUpForm, body, actor.locale))
  const text = (name: string) => (typeof body[name] === 'string' ? body[name].trim() : '')
  // Of what can be read already, where something else cannot: a name that is missing has its own sentence.
  const named = (short: string, name: string, longest = 40) =>
    text(name) || text(short) ? { typed: text(short), name: text(name), longest } : undefined
  const short = faultsOf(() =>
    shortNamesOf({
      communitySlug: named('communitySlug', 'community'),
      groupSlug: named('groupSlug', 'group'),
      list: named('list', 'listTitle', 24),
    }),
  )
  const faults = {
    ...(isReserved(text('list') || foldAddress(text('listTitle'), 24)) && { list: lists.chooseAnotherNameThisOneIs }),
    ...('faults' in short && short.faults),
    ...(text('since') && !readSince(text('since'), todayOf(actor)) && { since: t.since.wrong }),
    ...('faults' in form && form.faults),
    ...(text('code') && !isSetUpCode(secret, text('code')) && { code: t.enterCodeRapportPrintedWhen }),
  }
  if (Object.keys(faults).length > 0 || !('read' in form && 'read' in short)) throw new Invalid(refusals.pleaseLookAgain, faults)
  const { code: _, ...typed } = form.read
  return { typed, called: short.read as Record<'communitySlug' | 'groupSlug' | 'list', string> }
}

const setUpTries = 20
const hour = 3_600

export const sitePages = pages()
  .get('/set-up', async (c) => {
    if (!(await isEmpty(c.var.db))) throw new NotFound(refusals.thereIsNoSuchPage)
    return c.var.page(t.setUp, <SetUpPage mailDomain={c.var.site.mailDomain} code={c.req.query('code')} />, { kind: 'bare' })
  })
  .post('/set-up', onlyPages('person', 'Only a browser can create the first account.'), async (c) => {
    const { db, write, actor, auth, site } = c.var
    if (!(await isEmpty(db))) throw new NotFound(refusals.thereIsNoSuchPage)
    return refusable(c, () => c.var.page(t.setUp, <SetUpPage mailDomain={site.mailDomain} />, { kind: 'bare' })).run(async (body) => {
      if (!(await takeTurn(db, `set-up:${c.var.network}`, setUpTries, hour, actor.at))) throw new Invalid(refusals.thatIsALotInAn)
      const { typed, called } = readSetUp(body, actor, site.secret)
      const zone = zoneSaid(body.browserZone)
      await write((tx) => setUp(tx, zone ? { ...actor, zone, zoneKnown: true } : actor, { ...typed, ...called }))
      const made = await auth.createCode(typed.email)
      const { headers } = await auth.signIn(typed.email, made?.code ?? '', c.req.raw.headers)
      for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true })
      return c.redirect(body.next === 'import' ? '/admin/import' : '/today', 303)
    })
  })

/** What the members of the user group are called; every page and letter says it. */
function MemberWord() {
  const nouns = nounsIn(useReader().locale)
  return (
    <Select
      name="noun"
      label={userGroups.noun}
      hint={userGroups.nounHint}
      empty={false}
      options={memberNouns.map((noun) => ({ value: noun, label: userGroups.pair(nouns[noun]) }))}
    />
  )
}

const SetUpPage = ({ mailDomain, code = '' }: { mailDomain: string; code?: string }) => (
  <Titled title={t.welcomeToRapport} lead={t.enterNameGroupCanChange}>
    <Form action="/set-up" values={{ code }}>
      <Field name="code" label={t.code} hint={t.rapportPrintedCodeWhen} autocomplete="one-time-code" short />
      <Section title={t.firstAdministrator}>
        <Field name="name" label={t.yourName} autocomplete="name" />
        <Field name="email" type="email" label={t.yourEmailAddress} autocomplete="email" />
      </Section>
      <Section title={t.theGroup}>
        <Field name="community" label={t.userGroup} hint={t.exampleExampleUserGroup} />
        <MemberWord />
        <Field name="group" label={t.workingGroup} hint={t.exampleExampleWorkingGroup} />
        <Field name="vendor" label={t.vendor} hint={t.vendorHint} />
        <Field name="product" label={t.product} hint={t.productHint} />
      </Section>
      <Section title={t.itsList}>
        <Field name="listTitle" label={t.nameOfTheList} hint={t.exampleExampleL} />
      </Section>
      <MoreFields title={t.addressesAndStart} names={['communitySlug', 'groupSlug', 'list', 'since']}>
        <ShortName name="communitySlug" from="community" label={t.shortName} hint={foundingWords.partOfAddresses} />
        <ShortName name="groupSlug" from="group" label={t.shortNameOfGroup} hint={foundingWords.partOfAddresses} />
        <ShortName name="list" from="listTitle" label={t.itsAddress} hint={foundingWords.partBefore({ mailDomain })} longest={24} />
        <Field name="since" label={t.since.label} hint={t.since.hint} short optional />
      </MoreFields>
      <BrowserZone />
      <div class="row">
        <Button kind="primary">{t.begin}</Button>
        <Button name="next" value="import" text={t.beginAndImportFromMailman} />
      </div>
    </Form>
    <p class="meta">{t.doHaveBackupAnotherRapport}</p>
  </Titled>
)
