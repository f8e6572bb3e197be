import { type Brought, FileUpload } from '../lib/ui/file-upload.tsx'
import { Check, Choices, Field, Form, Hidden, optionsOf, Select, TextArea } from '../lib/ui/form.tsx'
import { formatBytes } from '../lib/ui/format.ts'
import type { Typed } from '../lib/ui/forms.ts'
import { Thing, Things } from '../lib/ui/lists.tsx'
import { Cancel, Note, PostButton, Section, Submit, Titled } from '../lib/ui/parts.tsx'
import { useReader, useRefused } from '../lib/ui/reader.ts'
import { MeetingTime } from '../lib/ui/time.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { zoneCity } from '../lib/ui/zone-cities.ts'
import type { Event } from './queries.ts'
import type { EventSession, listShowable } from './sessions-queries.ts'

const t = textsOf('events', 'sessions')
const words = textsOf('events', 'pages')

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

function SessionForm(props: { event: Event; session?: EventSession | undefined; proposal?: Placed | undefined; talks: Talks }) {
  const refused = useRefused()
  const { event, session, proposal, talks } = props
  const base = `/events/${event.slug}/sessions`
  return (
    <Form
      keeps={session !== undefined}
      id="session"
      action={session ? `${base}/${session.id}` : base}
      values={valuesOf(event, session, proposal)}
    >
      {proposal && <Hidden name="proposal" value={String(proposal.id)} />}
      <Field name="title" label={t.title} maxlength={200} />
      <Field name="day" type="date" label={t.day} min={event.firstOn} max={event.lastOn} short />
      <Field name="from" type="time" label={t.from} short hint={t.theTimeZone({ zone: zoneCity(event.zone) })} />
      <Field name="to" type="time" label={t.to} short />
      {refused?.fields.which && (
        <Choices
          name="which"
          label={t.whichTime}
          options={[
            { value: 'earlier', label: t.theFirstBeforeTheClocksGo },
            { value: 'later', label: t.theSecondAfterTheClocksHave },
          ]}
        />
      )}
      <Field name="room" label={t.room} maxlength={200} optional />
      <Check name="presented" label={t.presentedByTheGroup} checked={session?.presented ?? proposal !== undefined} />
      {/* One that whoever arranges may not see stays as it is. */}
      {(session?.talkId == null || talks.some(({ id }) => id === session.talkId)) && (
        <Select
          name="talk"
          label={t.showAndTellTalk}
          empty={t.none}
          options={talks.map(({ id, title }) => ({ value: String(id), label: title }))}
          optional
        />
      )}
      <Field name="link" type="url" label={t.link} maxlength={500} optional hint={t.addressBeginsHttps} />
      <TextArea name="summary" label={t.description} rows={4} maxlength={5_000} optional hint={t.canUseMarkdown} />
      <Submit kind="primary" beside={<Cancel href={`/events/${event.slug}`}>{t.back}</Cancel>}>
        {session ? t.save : t.addSession}
      </Submit>
    </Form>
  )
}

/** Adds a session to the programme of an event. */
export const NewSessionPage = (props: { event: Event; proposal?: Placed | undefined; talks: Talks }) => (
  <Titled
    title={props.proposal ? t.addProposalProgramme : t.addASession}
    meta={<a href={`/events/${props.event.slug}`}>{props.event.title}</a>}
    lead={
      props.proposal &&
      [
        t.proposedWhoGetsEmailTime({ proposer: props.proposal.proposer }),
        t.minutes({ minutes: props.proposal.minutes }),
        props.proposal.withWhom && t.withWhom({ names: props.proposal.withWhom }),
      ]
        .filter(Boolean)
        .join(' · ')
    }
  >
    <SessionForm {...props} />
  </Titled>
)

interface SlidesProps {
  event: Event
  session: EventSession
  upload: Brought | undefined
}

function Slides({ event, session, upload }: SlidesProps) {
  const { locale } = useReader()
  const base = `/events/${event.slug}/sessions/${session.id}`
  return (
    <Section title={t.slides}>
      <Things label={t.slides}>
        {session.files.map((file) => (
          <Thing
            title={file.name}
            href={`${base}/files/${file.id}`}
            meta={formatBytes(locale, file.size)}
            act={
              <PostButton action={`${base}/files/${file.id}/remove`} kind="quiet" label={t.takeOff({ name: file.name })}>
                {t.takeOff2}
              </PostButton>
            }
          />
        ))}
      </Things>
      <Form id="files" action={`${base}/files`} multipart>
        <FileUpload upload={upload} next={base} label={t.aFile} hint={t.pdfAPresentationAPictureIt} />
        <Submit>{t.addFile}</Submit>
      </Form>
    </Section>
  )
}

/** A session for who speaks in it: its time, and its slides. */
export const SlidesPage = (props: SlidesProps) => (
  <Titled
    title={props.session.title}
    meta={<a href={`/events/${props.event.slug}`}>{props.event.title}</a>}
    lead={<MeetingTime at={props.session.startsAt} zone={props.event.zone} />}
  >
    <Slides {...props} />
  </Titled>
)

/** A session: its words and times, who speaks, its slides. */
export function SessionPage(props: { event: Event; session: EventSession; talks: Talks; upload: Brought | undefined }) {
  const refused = useRefused()
  const { event, session, talks, upload } = props
  const base = `/events/${event.slug}/sessions/${session.id}`
  return (
    <Titled title={session.title} meta={<a href={`/events/${event.slug}`}>{event.title}</a>}>
      {refused?.form === '' && <Note mood="late">{refused.message}</Note>}
      <Section title={t.whoSpeaks}>
        <Things label={t.whoSpeaks}>
          {session.speakers.map((one) => (
            <Thing
              title={one.name}
              meta={[one.from, words.roles[one.role]].filter(Boolean).join(' · ')}
              act={
                <PostButton action={`${base}/speakers/${one.id}/remove`} kind="quiet" label={t.takeOut({ name: one.name })}>
                  {t.takeOut2}
                </PostButton>
              }
            />
          ))}
        </Things>
        <details open={refused?.form === 'speaker'}>
          <summary>{t.addSomebody}</summary>
          <Form id="speaker" action={`${base}/speakers`} values={{ role: 'speaker' }}>
            <Field name="email" type="email" label={t.address} maxlength={254} optional hint={t.forPersonAccount} />
            <Field name="name" label={t.name} maxlength={200} optional hint={t.ofAGuest} />
            <Field name="from" label={t.institutionOfTheGuest} maxlength={200} optional />
            <Select name="role" label={t.as} empty={false} options={optionsOf(words.roles, ['speaker', 'chair', 'panel', 'host'])} />
            <Submit>{t.add}</Submit>
          </Form>
        </details>
      </Section>
      <Slides event={event} session={session} upload={upload} />
      <Section title={t.theSession}>
        <SessionForm event={event} session={session} talks={talks} />
      </Section>
      <PostButton action={`${base}/remove`} kind="danger" text={t.removeFromProgramme} />
    </Titled>
  )
}
