import type { RecordingConsent } from '../lib/db/schema.ts'
import { Field, Form } from '../lib/ui/form.tsx'
import { formatBytes, formatDay } from '../lib/ui/format.ts'
import { Thing, Things } from '../lib/ui/lists.tsx'
import { Facts, Heading, Panel, PostButton, placeOf, Section, Submit } from '../lib/ui/parts.tsx'
import { useReader } from '../lib/ui/reader.ts'
import { MeetingTime } from '../lib/ui/time.tsx'
import { showWords } from './page-words.ts'
import type { SpeakerRow, TalkFile } from './queries.ts'

interface SpeakerProps {
  speaker: SpeakerRow
  files: TalkFile[]
  /** How many wait for the virus scanner. */
  held: number
  /** The address of the page, with its token. */
  base: string
  today: string
}

function Slides({ files, held, base }: Pick<SpeakerProps, 'files' | 'held' | 'base'>) {
  const { locale } = useReader()
  const words = showWords(locale)
  return (
    <Section title={words.slides}>
      <p class="soft">{words.consent.slides}</p>
      <Things label={words.slides} of={files} none={null}>
        {(file) => (
          <Thing
            title={file.name}
            href={`${base}/slides/${file.id}`}
            meta={formatBytes(locale, file.size)}
            act={
              <PostButton action={`${base}/slides/${file.id}/remove`} kind="quiet" label={words.consent.takeOff({ name: file.name })}>
                {words.consent.off}
              </PostButton>
            }
          />
        )}
      </Things>
      {held > 0 && <p class="soft">{words.consent.held({ count: held })}</p>}
      <Form action={`${base}/slides`} multipart>
        <Field name="file" type="file" label={words.consent.file} hint={words.consent.fileHint} />
        <Submit>{words.consent.add}</Submit>
      </Form>
    </Section>
  )
}

/** What a speaker finds behind their link: when they speak, their word about the recording, their slides, their certificate. */
export function SpeakerPage({ speaker, files, held, base, today }: SpeakerProps) {
  const { locale } = useReader()
  const words = showWords(locale)
  const { title, group, startsAt, zone, place, name, from, consent, consentUntil, givenOn, minutes } = speaker
  return (
    <div class="stack-l">
      <Heading
        title={title}
        meta={`${words.name} · ${group}`}
        lead={startsAt && zone ? <MeetingTime at={startsAt} zone={zone} /> : undefined}
      />
      <Facts
        items={[
          { term: words.who, value: from ? `${name}, ${from}` : name },
          { term: words.length, value: words.minutes({ count: minutes }) },
          place ? { term: words.where, value: <span class="break">{placeOf(place)}</span> } : undefined,
        ]}
      />
      <ConsentPanel
        action={base}
        consent={consent}
        until={consentUntil === null ? null : formatDay({ locale }, consentUntil)}
        over={consentUntil !== null && today > consentUntil}
      />
      <Slides files={files} held={held} base={base} />
      {givenOn !== null && (
        <p>
          <a href={`${base}/certificate.pdf`}>{words.consent.certificate}</a>
        </p>
      )}
    </div>
  )
}

/** What a speaker says of the recording of their own talk. */
export function ConsentPanel(props: { action: string; consent: RecordingConsent; until: string | null; over: boolean }) {
  const { action, consent, until, over } = props
  const words = showWords(useReader().locale).consent
  return (
    <Panel title={words.title}>
      <p>
        {words.what} {until !== null && (over ? words.over({ day: until }) : words.until({ day: until }))}
      </p>
      <p>
        <b>{words.answer[consent]}</b>
      </p>
      <div class="row">
        {consent !== 'given' && <PostButton action={action} fields={{ answer: 'yes' }} kind="primary" text={words.yes} />}
        {(consent === 'open' || (consent === 'given' && !over)) && (
          <PostButton action={action} fields={{ answer: 'no' }} text={consent === 'given' ? words.back : words.no} />
        )}
      </div>
    </Panel>
  )
}
