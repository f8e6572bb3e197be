import type { Question } from '../../lib/identity/authority.ts'
import { Check, Choices, Field, Form, TextArea } from '../../lib/ui/form.tsx'
import { dotted, Thing, Things } from '../../lib/ui/lists.tsx'
import {
  Button,
  Buttons,
  Empty,
  Facts,
  FormSection,
  Heading,
  Note,
  PostButton,
  Raw,
  Section,
  Split,
  State,
  Submit,
  Titled,
} from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { findGuest, listGuests } from './queries.ts'
import { type doorScopes, type GuestKind, placeOf } from './rules.ts'

const t = textsOf('people', 'guests')
const tokens = textsOf('people', 'tokens')

type Guest = Omit<NonNullable<Awaited<ReturnType<typeof findGuest>>>, 'kind'> & { kind: GuestKind }

const told: Readonly<Record<string, string | undefined>> = t.told

function wordsOf(redirect: string): string {
  const place = placeOf(redirect)
  if (place === 'here') return t.toThisComputer
  return 'site' in place ? t.toSite({ site: place.site }) : t.toApp({ app: place.app })
}

interface QuestionProps {
  question: Question
  title: string
  /** Nobody of this site knows it. */
  introduced: boolean
  /** Who is signed in. */
  who: string
}

const Answers = ({ yes }: { yes: string }) => <Buttons name="answer" values={{ yes, no: t.no }} kinds={{ yes: 'primary' }} />

/** What a program or site asks of the person in front of the browser. */
export function QuestionPage({ question, title, introduced, who }: QuestionProps) {
  const { id, client, scopes, redirect } = question
  const site = client.kind === 'site'
  const options = scopes.map((value) => ({ value, ...tokens.scopes[value as (typeof doorScopes)[number]] }))
  return (
    <div class="stack">
      <Heading title={title} lead={site ? t.askSiteLead({ who }) : t.askProgramLead({ who })} />
      {introduced && <Note>{t.introducedNote}</Note>}
      <Form action={`/oauth/ask/${id}`}>
        {site ? (
          <ul>{scopes.map((one) => told[one] && <li>{told[one]}</li>)}</ul>
        ) : (
          <Choices name="scope" label={t.itMay} many value={scopes} options={options} hint={t.never} />
        )}
        <Answers yes={site ? t.tell : t.allow} />
      </Form>
      <p class="meta">
        {wordsOf(redirect)} {t.endAnyTime({ link: (words) => <a href="/me#tokens">{words}</a> })}
      </p>
    </div>
  )
}

/** Leads back to a site that knows who it is already. */
export const BackPage = ({ name, next }: { name: string; next: string }) => (
  <div class="stack">
    <Heading title={t.back({ name })} />
    <p>
      <Button kind="primary" href={next} text={t.goOn} />
    </p>
  </div>
)

const Addresses = ({ baseUrl }: { baseUrl: string }) => (
  <>
    <p class="meta">{t.addresses}</p>
    <Facts
      items={[
        { term: t.issuer, value: <span class="break">{baseUrl}</span> },
        {
          term: t.discovery,
          value: <a class="break" href="/.well-known/openid-configuration">{`${baseUrl}/.well-known/openid-configuration`}</a>,
        },
        { term: t.door, value: <span class="break">{`${baseUrl}/mcp`}</span> },
        { term: t.scopesOfSites, value: <code>openid profile email roles</code> },
      ]}
    />
  </>
)

/** Programs and sites that may ask here. */
export function GuestsPage(props: { guests: Awaited<ReturnType<typeof listGuests>>; introductions: boolean; baseUrl: string }) {
  const { guests, introductions, baseUrl } = props
  return (
    <Titled title={t.guests} lead={t.guestsLead} actions={<Button kind="primary" href="/admin/guests/new" text={t.addOne} />}>
      <Split aside={<Addresses baseUrl={baseUrl} />}>
        <Things label={t.guests} none={<Empty title={t.none}>{t.noneYet}</Empty>}>
          {guests.map(({ id, name, kind, agreements, usedAt, introduced }) => (
            <Thing
              title={name}
              href={`/admin/guests/${id}`}
              meta={dotted([
                t.kinds[kind as GuestKind],
                t.agreements({ n: Number(agreements ?? 0) }),
                usedAt ? t.lastUsed({ time: <Time at={usedAt} /> }) : t.neverUsed,
              ])}
              act={introduced && <State>{t.introduced}</State>}
            />
          ))}
        </Things>
        <FormSection title={t.introductions} action="/admin/guests/introductions">
          <Check name="introductions" label={t.introductionsOpen} hint={t.introductionsHint} checked={introductions} />
          <Submit>{t.save}</Submit>
        </FormSection>
      </Split>
    </Titled>
  )
}

const Redirects = ({ kind }: { kind?: GuestKind }) => (
  <TextArea name="redirects" label={t.redirects} hint={kind === 'program' ? t.redirectsOfProgram : t.redirectsOfSite} rows={3} />
)

/** A new one. */
export const NewGuestPage = () => (
  <Titled title={t.newGuest} meta={<a href="/admin/guests">{t.guests}</a>}>
    <Form action="/admin/guests" values={{ kind: 'site' }}>
      <Choices
        name="kind"
        label={t.kind}
        options={[
          { value: 'site', label: t.kinds.site, hint: t.siteHint },
          { value: 'program', label: t.kinds.program, hint: t.programHint },
        ]}
      />
      <Field name="name" label={t.name} hint={t.nameHint} />
      <Redirects />
      <Submit kind="primary">{t.add}</Submit>
    </Form>
  </Titled>
)

/** What it has to be told: its secret this once. */
export const MadePage = (made: { id: number; name: string; client: string; secret: string | undefined; baseUrl: string }) => (
  <Titled title={made.name} meta={<a href="/admin/guests">{t.guests}</a>} lead={made.secret ? t.copyNow : t.enterThere}>
    <p class="soft">{t.client}</p>
    <Raw label={t.client}>{made.client}</Raw>
    {made.secret && (
      <>
        <p class="soft">{t.secret}</p>
        <Raw label={t.secret}>{made.secret}</Raw>
      </>
    )}
    <Addresses baseUrl={made.baseUrl} />
    <p class="row">
      <Button href={`/admin/guests/${made.id}`}>{t.goOn}</Button>
    </p>
  </Titled>
)

/** One of them, to be changed. */
export function GuestPage({ guest, baseUrl }: { guest: Guest; baseUrl: string }) {
  const { id, name, kind, client, redirects, introduced, madeAt, usedAt } = guest
  return (
    <Titled
      title={name}
      meta={<a href="/admin/guests">{t.guests}</a>}
      lead={kind === 'site' ? t.siteHint : t.programHint}
      actions={kind === 'site' && <PostButton action={`/admin/guests/${id}/secret`}>{t.newSecret}</PostButton>}
    >
      <Split aside={<Addresses baseUrl={baseUrl} />}>
        <Facts
          items={[
            { term: t.client, value: <code class="break">{client}</code> },
            { term: t.added, value: <Time at={madeAt} style="date" /> },
            { term: t.lastUse, value: usedAt ? <Time at={usedAt} /> : t.neverUsed },
          ]}
        />
        {introduced && <Note>{t.introducedNote}</Note>}
        <Form keeps action={`/admin/guests/${id}`} values={{ name, redirects: redirects.join('\n') }}>
          <Field name="name" label={t.name} hint={t.nameHint} />
          <Redirects kind={kind} />
          <Submit kind="primary">{t.save}</Submit>
        </Form>
        <Section title={t.remove}>
          <p class="soft">{t.removeHint}</p>
          <PostButton action={`/admin/guests/${id}/remove`} kind="danger" text={t.remove} />
        </Section>
      </Split>
    </Titled>
  )
}
