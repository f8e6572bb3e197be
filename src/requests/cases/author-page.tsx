import { Form, Hidden, TextArea } from '../../lib/ui/form.tsx'
import { About, FormSection, Heading, Section, Submit, Titled } from '../../lib/ui/parts.tsx'
import { MailText } from '../../lib/ui/text.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { CaseFields, CaseTitle, ConsentChoices } from '../forms.tsx'
import type { listSources, UserCase } from './queries.ts'
import { caseTexts } from './rules.ts'

const words = textsOf('requests', 'letters').pages

/** The author's own page, by the link in their mail, in their language. */
export function AuthorPage(props: { one: UserCase; sources: Awaited<ReturnType<typeof listSources>>; token: string }) {
  const { one, sources, token } = props
  if (one.state === 'withdrawn') return <Heading title={one.title} lead={words.isWithdrawn} />
  const values = Object.fromEntries(caseTexts.map((key) => [key, one[key]]))
  return (
    <Titled title={words.caseTitle} lead={words.caseLead}>
      <Section title={words.wrote}>
        {sources.map((source) => (
          <article class="letter plain">
            <p class="meta">
              <Time at={source.saidAt} style="date" />
            </p>
            <MailText text={source.excerpt} />
          </article>
        ))}
      </Section>
      <Form action={`/case/${token}`} id="consent">
        <Hidden name="act" value="consent" />
        <ConsentChoices value={one.consent} />
        <Submit kind="primary">{words.save}</Submit>
      </Form>
      <FormSection title={words.correct} action={`/case/${token}`} id="correct">
        <Hidden name="act" value="correct" />
        <CaseTitle value={values.title} />
        <CaseFields areas={[]} institutions={[]} values={values} />
        <Submit>
          {words.save}
          <About>{words.correct}</About>
        </Submit>
      </FormSection>
      <FormSection title={words.withdraw} action={`/case/${token}`} id="withdraw">
        <Hidden name="act" value="withdraw" />
        <p>{words.withdrawLead}</p>
        <TextArea name="why" label={words.why} rows={2} optional />
        <Submit kind="danger">{words.withdraw}</Submit>
      </FormSection>
    </Titled>
  )
}
