import { Check, Choices, Field, Select, TextArea } from '../../lib/ui/fields.tsx'
import { type Brought, FileUpload } from '../../lib/ui/file-upload.tsx'
import { Form, Hidden } from '../../lib/ui/form.tsx'
import { formatBytes } from '../../lib/ui/format.ts'
import type { Refused, Typed } from '../../lib/ui/forms.ts'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Heading, Note, PostButton, Section } from '../../lib/ui/parts.tsx'
import { useReader } from '../../lib/ui/reader.ts'
import { showWords } from '../page-words.ts'
import type { Event } from '../queries.ts'
import type { EventSession, listShowable } from './queries.ts'

type Talks = Awaited<ReturnType<typeof listShowable>>

/** What an accepted proposal brings to its session. */
export interface Placed {
  id: number
  title: string
  text: string
  withWhom: string
  minutes: number
  proposer: string
}

function valuesOf(event: Event, session: EventSession | undefined, proposal: Placed | undefined): Typed {
  if (!session) return { day: event.firstOn, ...(proposal ? { title: proposal.title, summary: proposal.text } : {}) }
  const wall = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(event.zone)
  const time = (at: Date) => wall(at).toPlainTime().toString({ smallestUnit: 'minute' })
  return {
    title: session.title,
    summary: session.summary,
    day: wall(session.startsAt).toPlainDate().toString(),
    from: time(session.startsAt),
    to: time(session.endsAt),
    room: session.room,
    talk: session.talkId === null ? '' : String(session.talkId),
    link: session.link,
  }
}

function SessionForm({
  event,
  session,
  proposal,
  talks,
  refused,
}: {
  event: Event
  session?: EventSession | undefined
  proposal?: Placed | undefined
  talks: Talks
  refused?: Refused | undefined
}) {
  const base = `/events/${event.slug}/sessions`
  return (
    <Form id="session" action={session ? `${base}/${session.id}` : base} refused={refused} values={valuesOf(event, session, proposal)}>
      {proposal && <Hidden name="proposal" value={String(proposal.id)} />}
      <Field name="title" label="What it is called" maxlength={200} />
      <Field name="day" type="date" label="Day" min={event.firstOn} max={event.lastOn} short />
      <Field name="from" type="time" label="From" short hint={`On the clocks of ${event.zone}.`} />
      <Field name="to" type="time" label="To" short />
      {refused?.fields.which && (
        <Choices
          name="which"
          label="Which of the two"
          options={[
            { value: 'earlier', label: 'The first: before the clocks go back' },
            { value: 'later', label: 'The second: after the clocks have gone back' },
          ]}
        />
      )}
      <Field name="room" label="Room" maxlength={200} optional />
      <Check name="presented" label="The group presented it" checked={session?.presented ?? proposal !== undefined} />
      <Select
        name="talk"
        label="Show and Tell that was shown"
        empty="none"
        options={talks.map(({ id, title }) => ({ value: String(id), label: title }))}
        optional
      />
      <Field name="link" type="url" label="A link to more" maxlength={500} optional hint="It begins with https://." />
      <TextArea name="summary" label="What it was about" rows={4} maxlength={5_000} optional hint="Markdown is read." />
      <div class="row">
        <Button kind="primary">{session ? 'Save' : 'Add it'}</Button>
        <Button kind="quiet" href={`/events/${event.slug}`}>
          Back
        </Button>
      </div>
    </Form>
  )
}

/** Adds a session to the programme of an event. */
export const NewSessionPage = (props: { event: Event; proposal?: Placed | undefined; talks: Talks; refused?: Refused | undefined }) => (
  <>
    <Heading
      title={props.proposal ? 'A place in the programme' : 'Add a session'}
      meta={<a href={`/events/${props.event.slug}`}>{props.event.title}</a>}
      lead={
        props.proposal &&
        [
          `Proposed by ${props.proposal.proposer}, who speaks and is told when it is`,
          `${props.proposal.minutes} minutes`,
          props.proposal.withWhom && `with ${props.proposal.withWhom}`,
        ]
          .filter(Boolean)
          .join(' · ')
      }
    />
    <SessionForm {...props} />
  </>
)

/** A session: its words and times, who speaks, its slides. */
export function SessionPage(props: {
  event: Event
  session: EventSession
  talks: Talks
  upload: Brought | undefined
  refused?: Refused | undefined
  form: string
}) {
  const { event, session, talks, upload, refused, form } = props
  const { locale } = useReader()
  const words = showWords('en')
  const base = `/events/${event.slug}/sessions/${session.id}`
  return (
    <>
      <Heading title={session.title} meta={<a href={`/events/${event.slug}`}>{event.title}</a>} />
      {form === '' && refused && <Note mood="late">{refused.message}</Note>}
      <Section title="Who speaks">
        <Things label="Who speaks">
          {session.speakers.map((one) => (
            <Thing
              title={one.name}
              meta={[one.from, words.roles[one.role]].filter(Boolean).join(' · ')}
              act={
                <PostButton action={`${base}/speakers/${one.id}/remove`} kind="quiet" label={`Take out ${one.name}`}>
                  Take out
                </PostButton>
              }
            />
          ))}
        </Things>
        <details open={form === 'speaker'}>
          <summary>Add somebody</summary>
          <Form id="speaker" action={`${base}/speakers`} refused={form === 'speaker' ? refused : undefined} values={{ role: 'speaker' }}>
            <Field name="email" type="email" label="Address" maxlength={254} optional hint="Of somebody who has an account." />
            <Field name="name" label="Name" maxlength={200} optional hint="Of a guest." />
            <Field name="from" label="Institution of the guest" maxlength={200} optional />
            <Select
              name="role"
              label="As"
              empty={false}
              options={Object.entries(words.roles).map(([value, label]) => ({ value, label }))}
            />
            <div class="row">
              <Button>Add</Button>
            </div>
          </Form>
        </details>
      </Section>
      <Section title="Slides">
        <Things label="Slides">
          {session.files.map((file) => (
            <Thing
              title={file.name}
              href={`${base}/files/${file.id}`}
              meta={formatBytes(locale, file.size)}
              act={
                <PostButton action={`${base}/files/${file.id}/remove`} kind="quiet" label={`Take off ${file.name}`}>
                  Take off
                </PostButton>
              }
            />
          ))}
        </Things>
        <Form id="files" action={`${base}/files`} refused={form === 'files' ? refused : undefined} multipart>
          <FileUpload
            upload={upload}
            next={base}
            label="A file"
            hint="PDF, a presentation, a picture: it is linked on the page of the event."
          />
          <div class="row">
            <Button>Add the file</Button>
          </div>
        </Form>
      </Section>
      <Section title="The session">
        <SessionForm event={event} session={session} talks={talks} refused={form === 'session' ? refused : undefined} />
      </Section>
      <PostButton action={`${base}/remove`} kind="danger">
        Take it out of the programme
      </PostButton>
    </>
  )
}
