import * as z from 'zod'
import { Invalid, NotFound } from '../../errors.ts'
import { takeTurn } from '../../lib/db/limit.ts'
import { onlyPages } from '../../lib/ui/acts.ts'
import { Field } from '../../lib/ui/fields.tsx'
import { Form } from '../../lib/ui/form.tsx'
import { type Refused, readForm } from '../../lib/ui/forms.ts'
import { Button, Heading, Section } from '../../lib/ui/parts.tsx'
import { line, mailAddress } from '../../lib/ui/texts.ts'
import { pages, refusable } from '../../lib/ui/web.tsx'
import { isEmpty } from '../../people/queries.ts'
import { setUp } from './actions.ts'
import { isSetUpCode } from './rules.ts'

const slug = z
  .string()
  .regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/, { message: 'Small letters, digits and hyphens, for instance lectio.' })
  .max(40)
const SetUpForm = z.object({
  code: line(40),
  name: line(200),
  email: mailAddress(),
  community: line(200),
  communitySlug: slug,
  vendor: line(200),
  product: line(200),
  group: line(200),
  groupSlug: slug,
  // 24: with -bounces+TOKEN the local part has 64 characters (RFC 5321 §4.5.3.1.1).
  list: slug.max(24, { message: 'At most 24 characters, so that every address of the list stays short enough.' }),
  listTitle: line(100),
})

const setUpTries = 20
const hour = 3_600

export const sitePages = pages()
  .get('/set-up', async (c) => {
    if (!(await isEmpty(c.var.db))) throw new NotFound('There is no such page.')
    return c.var.page({
      title: 'Set up',
      kind: 'bare',
      children: <SetUpPage mailDomain={c.var.site.mailDomain} code={c.req.query('code')} />,
    })
  })
  .post('/set-up', onlyPages('person', 'It makes the first account.'), async (c) => {
    const { db, write, actor, auth, site } = c.var
    if (!(await isEmpty(db))) throw new NotFound('There is no such page.')
    return refusable(c, (refused) =>
      c.var.page({
        title: 'Set up',
        kind: 'bare',
        status: 422,
        children: <SetUpPage mailDomain={site.mailDomain} refused={refused} />,
      }),
    ).run(async (body) => {
      const { code, ...typed } = readForm(SetUpForm, body, actor.locale)
      if (!(await takeTurn(db, `set-up:${c.var.network}`, setUpTries, hour, actor.at)))
        throw new Invalid('That is a lot in an hour; please wait a while.')
      if (!isSetUpCode(site.secret, code))
        throw new Invalid('Please look again.', { code: 'This is not the code that was printed at the start.' })
      await write((tx) => setUp(tx, actor, typed))
      const made = await auth.createCode(typed.email)
      const { headers } = await auth.signIn(typed.email, made?.code ?? '', c.req.raw.headers)
      for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true })
      return c.redirect(body.next === 'import' ? '/admin/import' : '/today', 303)
    })
  })

function SetUpPage({ mailDomain, code = '', refused }: { mailDomain: string; code?: string; refused?: Refused | undefined }) {
  return (
    <>
      <Heading
        title="Welcome to Rapport"
        lead="This database is empty. Say who you are and which group this is; names and dates can be changed later, addresses stay."
      />
      <Form action="/set-up" refused={refused} values={{ code }}>
        <Field
          name="code"
          label="Code"
          hint="Printed where Rapport was started: it shows that you run this machine."
          autocomplete="one-time-code"
          short
        />
        <Section title="You, the first administrator">
          <Field name="name" label="Your name" autocomplete="name" />
          <Field name="email" type="email" label="Your e-mail address" autocomplete="email" />
        </Section>
        <Section title="The group">
          <Field name="community" label="User group" hint="For instance Library Systems Users International" />
          <Field name="communitySlug" label="Its short name" short hint="In addresses: small letters, digits, hyphens" />
          <Field name="group" label="Working group" hint="For instance Lectio Working Group" />
          <Field name="groupSlug" label="Its short name" short />
          <Field name="vendor" label="Vendor" />
          <Field name="product" label="Product" />
        </Section>
        <Section title="Its list">
          <Field name="listTitle" label="Name of the list" hint="For instance Lectio-L" />
          <Field name="list" label="Its address" hint={`What stands before @${mailDomain}`} short />
        </Section>
        <div class="row">
          <Button kind="primary">Begin</Button>
          <Button name="next" value="import">
            Begin, and import from Mailman
          </Button>
        </div>
      </Form>
      <p class="meta">To take over an existing Rapport instead, stop it and run: rapport restore FILE</p>
    </>
  )
}
