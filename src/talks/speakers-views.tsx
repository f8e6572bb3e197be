import { Field, Form } from '../lib/ui/form.tsx'
import { Thing, Things } from '../lib/ui/lists.tsx'
import { PostButton, Section, State, Submit } from '../lib/ui/parts.tsx'
import { useRefused } from '../lib/ui/reader.ts'
import { textsOf } from '../lib/ui/words.ts'
import type { Talk } from './queries.ts'

const t = textsOf('talks', 'desk')

const consentMood = { open: 'wait', given: 'good', refused: 'late', withdrawn: 'late' } as const
const consentWords = t.consentWords

/** Who speaks. */
export function SpeakersForm({ talk }: { talk: Talk }) {
  const refused = useRefused()
  return (
    <Section title={t.whoSpeaks}>
      <Things label={t.whoSpeaks}>
        {talk.speakers.map((one) => (
          <Thing
            title={one.name}
            meta={
              <>
                {[one.from, one.personId === null ? t.guest : ''].filter(Boolean).join(' · ')}{' '}
                <State mood={consentMood[one.consent]}>{consentWords[one.consent]}</State>
              </>
            }
            act={
              talk.state !== 'given' && (
                <PostButton
                  action={`/show-and-tell/${talk.slug}/speakers/${one.id}/remove`}
                  kind="quiet"
                  label={t.takeOut({ name: one.name })}
                >
                  {t.takeOut2}
                </PostButton>
              )
            }
          />
        ))}
      </Things>
      {talk.state !== 'withdrawn' && talk.state !== 'declined' && (
        <details open={refused?.form === 'speaker'}>
          <summary>{t.addSomebody}</summary>
          <Form id="speaker" action={`/show-and-tell/${talk.slug}/speakers`}>
            <Field name="name" label={t.name} hint={t.onlyGuestFindPeopleAccount} maxlength={200} optional />
            <Field name="email" type="email" label={t.address} maxlength={254} optional hint={t.aGuestWithoutOneGetsNo} />
            <Field name="from" label={t.institutionOfTheGuest} maxlength={200} optional />
            <Submit>{t.add}</Submit>
          </Form>
        </details>
      )}
    </Section>
  )
}
