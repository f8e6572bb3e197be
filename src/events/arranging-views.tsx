import { Check, Choices, Field, Form, optionsOf, Select, TextArea } from '../lib/ui/form.tsx'
import { formatDays } from '../lib/ui/format.ts'
import type { Typed } from '../lib/ui/forms.ts'
import { languageNow } from '../lib/ui/language.ts'
import { Cancel, Submit, Titled } from '../lib/ui/parts.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { ZoneFold } from '../lib/ui/zones.tsx'
import type { HostName } from '../meetings/queries.ts'
import { showWords } from './page-words.ts'
import type { Event } from './queries.ts'
import { kinds } from './views.tsx'

const t = textsOf('events', 'arranging')

/** Adds an event, or changes one. */
export function EventFormPage({ hosts, event, zone }: { hosts: HostName[]; event?: Event; zone: string }) {
  const options = hosts.map(({ groupId, communityId, name }) => ({
    value: groupId === null ? `c${communityId}` : `g${groupId}`,
    label: name,
  }))
  const values: Typed = event
    ? {
        title: event.title,
        kind: event.kind,
        summary: event.summary,
        firstOn: event.firstOn,
        lastOn: event.lastOn,
        zone: event.zone,
        place: event.place,
        website: event.website,
      }
    : { kind: 'conference', zone, hosts: options[0]?.value ?? '' }
  return (
    <Titled title={event ? t.change({ title: event.title }) : t.addAnEvent} lead={t.aConferenceAMeetingWithThe}>
      <Form keeps={event !== undefined} action={event ? `/events/${event.slug}` : '/events'} values={values}>
        <Field name="title" label={t.title} maxlength={200} />
        <Select name="kind" label={t.kind} empty={false} options={optionsOf(showWords(languageNow()).kinds, kinds)} />
        {!event && <Choices name="hosts" label={t.whoseEvent} many options={options} hint={t.peopleRoleTheseGroups} />}
        <div class="fields">
          <Field name="firstOn" type="date" label={t.firstDay} short />
          <Field name="lastOn" type="date" label={t.lastDay} short />
        </div>
        <ZoneFold name="zone" label={t.timeZone} hint={t.timeZoneEvent} />
        <Field name="place" label={t.place} maxlength={200} optional hint={t.leaveEmptyIfEventOnly} />
        <Check name="online" label={t.peopleCanAttendOnline} checked={event?.online ?? false} />
        <Field name="website" type="url" label={t.website} maxlength={500} optional />
        <TextArea name="summary" label={t.whatItIs} rows={5} maxlength={5_000} optional hint={t.canUseMarkdown} />
        <Check name="public" label={t.showEventEveryone} checked={event ? event.public : true} />
        <Check
          name="expectsFormal"
          label={t.peopleRoleExpected}
          hint={t.theyGetEmailAnswerIf}
          checked={event ? event.expectsFormal : true}
        />
        <Submit kind="primary" beside={<Cancel href={event ? `/events/${event.slug}` : '/events'}>{t.back}</Cancel>}>
          {event ? t.save : t.add}
        </Submit>
      </Form>
      {event && (
        <p>
          <a href={`/events/${event.slug}/cancel`}>{t.cancelEvent}</a>
        </p>
      )}
    </Titled>
  )
}

/** Asks for the reason before an event is cancelled. */
export const CancelEventPage = ({ event }: { event: Event }) => (
  <Titled title={t.cancel({ title: event.title })} lead={formatDays({ locale: languageNow() }, event.firstOn, event.lastOn)}>
    <Form action={`/events/${event.slug}/cancel`}>
      <TextArea name="reason" label={t.why} hint={t.peopleWhoTakePartGet} rows={3} maxlength={1_000} />
      <Submit kind="danger" beside={<Cancel href={`/events/${event.slug}`}>{t.keepEvent}</Cancel>}>
        {t.cancelEvent2}
      </Submit>
    </Form>
  </Titled>
)

/** Opens a call for proposals, or changes it. */
export const CallFormPage = ({ event }: { event: Event }) => (
  <Titled title={t.callForProposals} meta={<a href={`/events/${event.slug}`}>{event.title}</a>} lead={t.groupsPartProgramme}>
    <Form
      keeps
      action={`/events/${event.slug}/call`}
      values={{ callText: event.callText, callOpensOn: event.callOpensOn ?? '', callClosesOn: event.callClosesOn ?? '' }}
    >
      <TextArea name="callText" label={t.textOfTheCall} rows={6} maxlength={5_000} optional hint={t.publicPageShowsTextCan} />
      <Field name="callOpensOn" type="date" label={t.opensOn} short optional />
      <Field name="callClosesOn" type="date" label={t.closesAfter} short optional hint={t.lastDayProposals} />
      <Submit kind="primary" beside={<Cancel href={`/events/${event.slug}`}>{t.back}</Cancel>}>
        {t.saveCall}
      </Submit>
    </Form>
  </Titled>
)
