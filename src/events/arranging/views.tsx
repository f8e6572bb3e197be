import { Check, Choices, Field, Select, TextArea } from '../../lib/ui/fields.tsx'
import { Form } from '../../lib/ui/form.tsx'
import type { Refused, Typed } from '../../lib/ui/forms.ts'
import { Button, Heading } from '../../lib/ui/parts.tsx'
import { Day } from '../../lib/ui/time.tsx'
import { Zones } from '../../lib/ui/zones.tsx'
import { showWords } from '../page-words.ts'
import type { Event, listHostsFor } from '../queries.ts'
import { kinds } from '../views.tsx'

/** Adds an event, or changes one. */
export function EventFormPage(props: {
  hosts: Awaited<ReturnType<typeof listHostsFor>>
  event?: Event
  zone: string
  refused?: Refused | undefined
}) {
  const { hosts, event, zone, refused } = props
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
    <>
      <Heading
        title={event ? `Change ${event.title}` : 'Add an event'}
        lead="A conference, a meeting with the vendor: whatever has days of its own."
      />
      <Form action={event ? `/events/${event.slug}` : '/events'} refused={refused} values={values}>
        <Field name="title" label="What it is called" maxlength={200} />
        <Select name="kind" label="Kind" empty={false} options={kinds.map((one) => ({ value: one, label: showWords('en').kinds[one] }))} />
        {!event && (
          <Choices
            name="hosts"
            label="Whose event"
            many
            options={options}
            hint="Whose people are expected and see who takes part; the vendor's meeting is yours here, too."
          />
        )}
        <Field name="firstOn" type="date" label="First day" short />
        <Field name="lastOn" type="date" label="Last day" short />
        <Field name="zone" label="Time zone" list="zones" hint="Where it is at home, for instance Europe/Lisbon." />
        <Zones />
        <Field name="place" label="Place" maxlength={200} optional hint="A town and a house; empty where it is online alone." />
        <Check name="online" label="One can take part online" checked={event?.online ?? false} />
        <Field name="website" type="url" label="Website" maxlength={500} optional />
        <TextArea name="summary" label="What it is" rows={5} maxlength={5_000} optional hint="Markdown is read." />
        <Check name="public" label="Everybody sees it" checked={event ? event.public : true} />
        <Check
          name="expectsFormal"
          label="Holders of formal roles are expected"
          hint="They are told, say whether they come, and what happened is noted."
          checked={event ? event.expectsFormal : true}
        />
        <div class="row">
          <Button kind="primary">{event ? 'Save and tell' : 'Add it'}</Button>
          <Button kind="quiet" href={event ? `/events/${event.slug}` : '/events'}>
            Back
          </Button>
        </div>
      </Form>
      {event && (
        <p>
          <a href={`/events/${event.slug}/cancel`}>Cancel this event</a>
        </p>
      )}
    </>
  )
}

/** Asks for the reason before an event is cancelled. */
export const CancelEventPage = ({ event, refused }: { event: Event; refused?: Refused | undefined }) => (
  <>
    <Heading title={`Cancel ${event.title}`} lead={<Day on={event.firstOn} />} />
    <Form action={`/events/${event.slug}/cancel`} refused={refused}>
      <TextArea name="reason" label="Why" hint="Whoever was to come reads it." rows={3} maxlength={1_000} />
      <div class="row">
        <Button kind="danger">Cancel the event</Button>
        <Button kind="quiet" href={`/events/${event.slug}`}>
          Back
        </Button>
      </div>
    </Form>
  </>
)

/** Opens a call for proposals, or changes it. */
export const CallFormPage = ({ event, refused }: { event: Event; refused?: Refused | undefined }) => (
  <>
    <Heading
      title="Call for proposals"
      meta={<a href={`/events/${event.slug}`}>{event.title}</a>}
      lead="For the strand of the group. Whoever is on its lists can propose while it is open."
    />
    <Form
      action={`/events/${event.slug}/call`}
      refused={refused}
      values={{ callText: event.callText, callOpensOn: event.callOpensOn ?? '', callClosesOn: event.callClosesOn ?? '' }}
    >
      <TextArea
        name="callText"
        label="What is looked for"
        rows={6}
        maxlength={5_000}
        optional
        hint="Markdown is read. It stands on the public page."
      />
      <Field name="callOpensOn" type="date" label="Opens on" short optional />
      <Field name="callClosesOn" type="date" label="Closes after" short optional hint="The last day on which somebody can propose." />
      <div class="row">
        <Button kind="primary">Save</Button>
        <Button kind="quiet" href={`/events/${event.slug}`}>
          Back
        </Button>
      </div>
    </Form>
  </>
)
