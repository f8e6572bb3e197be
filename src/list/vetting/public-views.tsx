import type { Provider } from '../../lib/identity/statement.ts'
import { Field, Form, Hidden, TextArea } from '../../lib/ui/form.tsx'
import type { Locale } from '../../lib/ui/format.ts'
import { languageNow } from '../../lib/ui/language.ts'
import { Listing, Thing } from '../../lib/ui/lists.tsx'
import { Button, Buttons, Facts, Heading, Note, PostButton, Section, Submit, Titled } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { type Likeness, sayLikeness } from '../core/alike-words.ts'
import type { findRequest } from '../core/queries.ts'
import type { findEvidence, listEvidence } from './queries.ts'
import { vettingWords } from './words.ts'

const vouching = textsOf('list', 'vetting').vouch

/** By what the choice of institutions begins: what they say, or the domain of their address. */
const soughtBy = ({ institution, email }: { institution: string; email: string }): string =>
  institution || email.slice(email.lastIndexOf('@') + 1)

/** What waits for the applicant: it stands first, where else the page would say that they have nothing to do. */
function openQuestion(given: Awaited<ReturnType<typeof listEvidence>>) {
  const last = given.findLast(({ kind }) => kind === 'question' || kind === 'answer')
  return last?.kind === 'question' ? last : undefined
}

const Questions = ({ asked, label }: { asked: Awaited<ReturnType<typeof listEvidence>>; label: string }) => (
  <>
    {asked.map((one) => (
      <Note>
        {label}: {one.text}
      </Note>
    ))}
  </>
)

interface ApplicationProps {
  request: NonNullable<Awaited<ReturnType<typeof findRequest>>>
  given: Awaited<ReturnType<typeof listEvidence>>
  host?: string
  token: string
  locale: Locale
  /** Where they can show that they are staff by signing in. */
  providers: Pick<Provider, 'slug' | 'label'>[]
  /** They may do so at an institution of a federation. */
  institutions: boolean
  /** What one of them has just said, not added yet. */
  stated?: { id: string; affiliations: string[] }
}

/** The applicant's page: where it stands, what they are asked, what they can add. */
export function ApplicationPage(props: ApplicationProps) {
  const { request, given, host, locale } = props
  const words = vettingWords(locale)
  const open = request.state === 'waiting' ? openQuestion(given) : undefined
  return (
    <Titled title={words.title({ list: request.title })}>
      <Note mood={request.state === 'approved' ? 'good' : request.state === 'rejected' ? 'late' : 'wait'}>
        {open ? `${words.question}: ${open.text}` : words.states[request.state]}
      </Note>
      <Facts
        items={[
          { term: words.institution, value: request.institution },
          { term: words.occupation, value: request.occupation },
          { term: words.asked, value: <Time at={request.askedAt} /> },
          { term: words.confirmed, value: request.confirmedAt && <Time at={request.confirmedAt} /> },
          { term: words.decided, value: request.decidedAt && <Time at={request.decidedAt} /> },
          { term: words.reason, value: request.state === 'rejected' && request.reason },
          { term: words.answers, value: host },
        ]}
      />
      {request.state === 'waiting' && <Additions {...props} open={open} />}
    </Titled>
  )
}

/** While nobody has decided: what was given and asked, and what can be added. */
function Additions(props: ApplicationProps & { open: ReturnType<typeof openQuestion> }) {
  const { request, given, token, locale, providers, institutions, stated, open } = props
  const words = vettingWords(locale)
  const own = given.filter((one) => one.kind !== 'question')
  const asked = given.filter((one) => one.kind === 'question')
  return (
    <>
      <Questions asked={asked.filter((one) => one !== open)} label={words.question} />
      <Listing title={words.given} of={own} none={null}>
        {(one) => (
          <Thing
            title={one.kind === 'vouch' ? words.vouched({ email: one.text }) : one.text}
            meta={<Time at={one.givenAt} style="date" />}
          />
        )}
      </Listing>
      {stated && (
        <Form action={`/applications/${token}/statement`} id="stated" label={words.stated}>
          <Note mood="good">
            {words.stated}: {stated.affiliations.join(', ') || words.statedNothing}
          </Note>
          <Hidden name="statement" value={stated.id} />
          {stated.affiliations.length > 0 && <Button kind="primary">{words.add}</Button>}
        </Form>
      )}
      {!stated && (institutions || providers.length > 0) && (
        <Section title={words.bySignOn}>
          <p class="soft">{words.bySignOnHint}</p>
          <div class="row">
            {institutions && (
              <Button
                href={`/sign-in/institutions?${new URLSearchParams({ for: 'evidence', next: `/applications/${token}`, q: soughtBy(request) })}`}
                text={words.chooseSignOn}
              />
            )}
            {providers.map(({ slug, label }) => (
              <PostButton action={`/sign-in/with/${slug}`} fields={{ next: `/applications/${token}`, purpose: 'evidence' }} text={label} />
            ))}
          </div>
        </Section>
      )}
      <Form action={`/applications/${token}`}>
        {asked.length > 0 && <TextArea name="answer" label={words.answer} hint={words.answerHint} rows={4} optional />}
        <Field name="staffPage" type="url" label={words.staffPage} hint={words.staffPageHint} optional />
        <Field name="colleague" type="email" label={words.colleague} hint={words.colleagueHint} optional />
        <TextArea name="note" label={words.note} rows={4} optional />
        <Submit kind="primary">{words.add}</Submit>
        <p class="meta">{words.deleted}</p>
      </Form>
    </>
  )
}

/** The question to a colleague; the link alone answers nothing, one of its buttons does. */
export function VouchPage(props: {
  asked: NonNullable<Awaited<ReturnType<typeof findEvidence>>>
  likenesses: readonly Likeness[]
  token: string
}) {
  const { asked, likenesses, token } = props
  const name = asked.name || asked.email
  return (
    <Titled title={vouching.title({ name })} lead={vouching.lead({ name, email: asked.email, list: asked.title })}>
      <Facts items={[{ term: vouching.at, value: asked.organisation }]} />
      {likenesses.map((one) => (
        <Note mood="late">{sayLikeness(one, languageNow())}</Note>
      ))}
      <Form action={`/vouch/${token}`}>
        <Buttons name="answer" values={{ yes: vouching.yes, no: vouching.no }} kinds={{ yes: 'primary' }} />
      </Form>
    </Titled>
  )
}

/** Thanks, or that there is nothing left to answer. */
export const VouchedPage = ({ settled }: { settled?: boolean }) =>
  settled ? <Heading title={vouching.settled} lead={vouching.settledText} /> : <Heading title={vouching.thanks} />
