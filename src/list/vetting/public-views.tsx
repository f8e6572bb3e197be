import type { Provider } from '../../lib/identity/statement.ts'
import { Field, Form, Hidden, TextArea } from '../../lib/ui/form.tsx'
import type { Locale } from '../../lib/ui/format.ts'
import { Listing, Thing } from '../../lib/ui/lists.tsx'
import { Button, Buttons, Facts, Heading, Note, PostButton, Section, Submit, Titled } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { findRequest } from '../core/queries.ts'
import type { findEvidence, listEvidence } from './queries.ts'
import { vettingWords } from './words.ts'

const vouching = textsOf('list', 'vetting').vouch

/** By what the choice of institutions begins: what they say, or the domain of their address. */
const soughtBy = ({ institution, email }: { institution: string; email: string }): string =>
  institution || email.slice(email.lastIndexOf('@') + 1)

/** The applicant's page: where it stands, what they are asked, what they can add. */
export function ApplicationPage(props: {
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
}) {
  const { request, given, host, token, locale, providers, institutions, stated } = props
  const words = vettingWords(locale)
  const own = given.filter((one) => one.kind !== 'question')
  const asked = given.some((one) => one.kind === 'question')
  return (
    <Titled title={words.title({ list: request.title })}>
      <Note mood={request.state === 'approved' ? 'good' : request.state === 'rejected' ? 'late' : 'wait'}>
        {words.states[request.state]}
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
      {request.state === 'waiting' && (
        <>
          {given
            .filter((one) => one.kind === 'question')
            .map((one) => (
              <Note>
                {words.question}: {one.text}
              </Note>
            ))}
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
                  >
                    {words.chooseSignOn}
                  </Button>
                )}
                {providers.map(({ slug, label }) => (
                  <PostButton action={`/sign-in/with/${slug}`} fields={{ next: `/applications/${token}`, purpose: 'evidence' }}>
                    {label}
                  </PostButton>
                ))}
              </div>
            </Section>
          )}
          <Form action={`/applications/${token}`}>
            {asked && <TextArea name="answer" label={words.answer} hint={words.answerHint} rows={4} optional />}
            <Field name="staffPage" type="url" label={words.staffPage} hint={words.staffPageHint} optional />
            <Field name="colleague" type="email" label={words.colleague} hint={words.colleagueHint} optional />
            <TextArea name="note" label={words.note} rows={4} optional />
            <Submit kind="primary">{words.add}</Submit>
            <p class="meta">{words.deleted}</p>
          </Form>
        </>
      )}
    </Titled>
  )
}

/** The question to a colleague; the link alone answers nothing, one of its buttons does. */
export function VouchPage({ asked, token }: { asked: NonNullable<Awaited<ReturnType<typeof findEvidence>>>; token: string }) {
  const name = asked.name || asked.email
  return (
    <Titled title={vouching.title({ name })} lead={vouching.lead({ name, email: asked.email, list: asked.title })}>
      <Facts items={[{ term: vouching.at, value: asked.organisation }]} />
      <Form action={`/vouch/${token}`}>
        <Buttons name="answer" values={{ yes: vouching.yes, no: vouching.no }} kinds={{ yes: 'primary' }} />
      </Form>
    </Titled>
  )
}

/** Thanks, or that there is nothing left to answer. */
export const VouchedPage = ({ settled }: { settled?: boolean }) =>
  settled ? <Heading title={vouching.settled} lead={vouching.settledText} /> : <Heading title={vouching.thanks} />
