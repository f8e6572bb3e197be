import { Check, Choices, Field, Form } from '../lib/ui/form.tsx'
import { formatList } from '../lib/ui/format.ts'
import type { Typed } from '../lib/ui/forms.ts'
import { Listing, Thing, Things } from '../lib/ui/lists.tsx'
import { Button, Cancel, Empty, Facts, Note, PostButton, placeOf, Section, Split, Submit, Titled, Toolbar } from '../lib/ui/parts.tsx'
import { unlessAlone, useReader } from '../lib/ui/reader.ts'
import { MeetingHours, MeetingTime } from '../lib/ui/time.tsx'
import { WhenFields } from '../lib/ui/when.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { attendanceWords } from '../meetings/rules.ts'
import type { listProgram, Registration, Session } from './sessions-queries.ts'

const t = textsOf('talks', 'sessions')
const words = textsOf('talks', 'pages')

type Program = Awaited<ReturnType<typeof listProgram>>

function Registering({ session, signedIn, now }: { session: Session; signedIn: boolean; now: Date }) {
  const action = `/show-and-tell/sessions/${session.slug}`
  if (session.state === 'cancelled')
    return (
      <Note mood="late">
        {words.cancelled} {session.cancelledReason}
      </Note>
    )
  if (session.endsAt <= now) return <p class="soft">{words.over}</p>
  if (session.invited && !session.isRegistered)
    return (
      <Section title={words.invitedAsMember}>
        <Button href={`/meetings/${session.slug}`}>{words.answerInvitation}</Button>
      </Section>
    )
  if (session.isRegistered)
    return (
      <Section title={words.registered}>
        <p>{words.registerHint}</p>
        <PostButton action={`${action}/unregister`}>{words.unregister}</PostButton>
      </Section>
    )
  if (session.mayRegister)
    return (
      <Section title={words.register}>
        <p>{words.registerHint}</p>
        <PostButton action={`${action}/register`} kind="primary" text={words.register} />
      </Section>
    )
  return (
    <Section title={words.register}>
      <p class="soft">{words.onlyListed}</p>
      {!signedIn && (
        <div class="row">
          <Button href={`/sign-in?${new URLSearchParams({ next: action })}`}>{words.signIn}</Button>
        </div>
      )}
    </Section>
  )
}

/** Who has registered, for organisers. */
function Registrations({ session, registrations }: { session: Session; registrations: Registration[] }) {
  const guests = registrations.filter(({ roles }) => roles.includes('registered'))
  const base = `/show-and-tell/sessions/${session.slug}`
  return (
    <Section
      title={t.registered({ count: guests.length })}
      aside={session.state !== 'cancelled' && <a href={`/meetings/${session.slug}/attendance`}>{t.tickAttendance}</a>}
    >
      <Toolbar>
        <a href={`${base}/registrations.csv`}>{t.csv}</a>
        <a href={`${base}/registrations.xlsx`}>{t.excel}</a>
      </Toolbar>
      {guests.length === 0 && <p class="soft">{t.nobodyYetTheGroupIsInvited}</p>}
      <Things label={t.registrations2}>
        {guests.map((one) => (
          <Thing
            title={one.name}
            meta={[one.organisation, one.roles.includes('speaker') ? t.speaks : '', one.attendance ? attendanceWords[one.attendance] : '']
              .filter(Boolean)
              .join(' · ')}
          />
        ))}
      </Things>
    </Section>
  )
}

/** A session: when, what it shows, and how to come. */
export function SessionPage(props: {
  session: Session
  program: Program
  registrations: Registration[] | undefined
  signedIn: boolean
  now: Date
}) {
  const { session, program, registrations, signedIn, now } = props
  const { locale } = useReader()
  return (
    <Titled
      title={session.title}
      meta={<a href="/show-and-tell">{words.name}</a>}
      lead={<MeetingTime at={session.startsAt} zone={session.zone} />}
      actions={
        session.mayArrange &&
        session.endsAt > now && (
          <>
            <Button href={`/meetings/${session.slug}/edit`}>{t.change}</Button>
            <Button kind="quiet" href={`/meetings/${session.slug}/cancel`} text={t.cancelIt} />
          </>
        )
      }
    >
      <Split
        aside={
          <>
            <Facts
              items={[
                { term: words.when, value: <MeetingHours from={session.startsAt} to={session.endsAt} zone={session.zone} /> },
                session.place ? { term: words.where, value: placeOf(session.place) } : undefined,
              ]}
            />
            <p class="meta">{words.registrations({ count: session.registered })}</p>
            <p>
              <a href={`/meetings/${session.slug}.ics`}>{words.calendar}</a>
            </p>
          </>
        }
      >
        <Listing title={words.program} none={<Empty title={words.noProgram} />}>
          {program.map((talk) => (
            <Thing
              title={talk.title}
              href={`/show-and-tell/${talk.slug}`}
              meta={`${formatList(locale, talk.speakers)} · ${words.minutes({ count: talk.minutes })}`}
            />
          ))}
        </Listing>
        <Registering session={session} signedIn={signedIn} now={now} />
        {registrations && <Registrations session={session} registrations={registrations} />}
      </Split>
    </Titled>
  )
}

/** Arranges a session. */
export function SessionFormPage({ hosts, zone }: { hosts: { value: string; label: string }[]; zone: string }) {
  const values: Typed = { title: t.showAndTell, minutes: '60', zone, hosts: hosts[0]?.value ?? '' }
  return (
    <Titled title={t.scheduleASession} meta={hosts.length === 1 && unlessAlone(hosts[0]?.label)} lead={t.groupGetsInvitationOnce}>
      <Form action="/show-and-tell/sessions" values={values}>
        <Field name="title" label={t.title} maxlength={200} />
        {hosts.length > 1 && <Choices name="hosts" label={t.group} many options={hosts} />}
        {hosts.length === 1 && <input type="hidden" name="hosts" value={hosts[0]?.value} />}
        <WhenFields least={15} most={480} />
        <Field name="place" label={t.where} hint={t.roomVideoLinkOnlyPeople} maxlength={500} optional />
        <Check name="public" label={t.showSessionEveryone} checked />
        <Submit kind="primary" beside={<Cancel href="/show-and-tell">{t.back}</Cancel>}>
          {t.scheduleAndInvite}
        </Submit>
      </Form>
    </Titled>
  )
}
