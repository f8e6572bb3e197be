import { Field, Select, TextArea } from '../../lib/ui/fields.tsx'
import { type Brought, FileUpload } from '../../lib/ui/file-upload.tsx'
import { Form } from '../../lib/ui/form.tsx'
import { formatBytes, formatDate } from '../../lib/ui/format.ts'
import type { Refused, Typed } from '../../lib/ui/forms.ts'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Heading, Note, PostButton, Section, State } from '../../lib/ui/parts.tsx'
import { useReader } from '../../lib/ui/reader.ts'
import { Day, MeetingTime } from '../../lib/ui/time.tsx'
import { ConsentPanel } from '../consent/views.tsx'
import { showWords } from '../page-words.ts'
import type { listSlots, Talk, TalkFile } from '../queries.ts'
import { type Chapter, sayClock, whyNotRecord, writeChapters } from '../rules.ts'

const consentMood = { open: 'wait', given: 'good', refused: 'late', withdrawn: 'late' } as const
const consentWords = { open: 'has not answered', given: 'agrees', refused: 'says no', withdrawn: 'has taken the yes back' } as const

interface DeskProps {
  talk: Talk
  slots: Awaited<ReturnType<typeof listSlots>>
  chapters: Chapter[]
  files: TalkFile[]
  /** How many wait for the virus scanner. */
  held: number
  upload: Brought | undefined
  refused?: Refused | undefined
  /** Which form was refused. */
  form: string
}

const only = (refused: Refused | undefined, form: string, name: string) => (form === name ? refused : undefined)

function Decision({ talk, refused }: { talk: Talk; refused: Refused | undefined }) {
  const open = talk.state === 'proposed'
  return (
    <Section title={open ? 'Take it?' : 'Think again'}>
      <Form id="decide" action={`/show-and-tell/${talk.slug}/decide`} refused={refused}>
        {(open || talk.state === 'accepted') && (
          <TextArea
            name="reason"
            label="Why not"
            hint="Only if it is declined; the proposer reads it."
            rows={3}
            maxlength={2_000}
            optional
          />
        )}
        <div class="row">
          {talk.state !== 'accepted' && (
            <Button kind="primary" name="to" value="accepted">
              Accept
            </Button>
          )}
          {(open || talk.state === 'accepted') && (
            <Button name="to" value="declined">
              Decline
            </Button>
          )}
        </div>
      </Form>
    </Section>
  )
}

const slotLabel = ({ title, startsAt, zone, taken, kind }: DeskProps['slots'][number]): string => {
  const when = formatDate({ locale: 'en', zone, now: startsAt }, startsAt, 'full')
  return `${when} · ${title}${kind === 'show_and_tell' ? ' (session)' : ''}${taken > 0 ? ` · ${taken} minutes taken` : ''}`
}

function SlotForm({ talk, slots, refused }: Pick<DeskProps, 'talk' | 'slots'> & { refused: Refused | undefined }) {
  const values: Typed = {
    meeting: talk.meetingId === null ? '' : String(talk.meetingId),
    place: String(talk.placeInSession),
    consentUntil: talk.consentUntil ?? '',
  }
  return (
    <Section title="Slot" aside={<a href="/show-and-tell/sessions/new">Arrange a session</a>}>
      {talk.startsAt && talk.zone && talk.state === 'scheduled' && (
        <p>
          <a href={`/meetings/${talk.meetingSlug}`}>{talk.meetingTitle}</a>, <MeetingTime at={talk.startsAt} zone={talk.zone} />
        </p>
      )}
      <Form id="slot" action={`/show-and-tell/${talk.slug}/slot`} refused={refused} values={values}>
        <input type="hidden" name="was" value={talk.meetingId === null ? '' : String(talk.meetingId)} />
        <Select
          name="meeting"
          label="In which meeting"
          hint="A meeting of the group or a session; the talk stands on its agenda by itself."
          options={slots.map((slot) => ({ value: String(slot.id), label: slotLabel(slot) }))}
        />
        <Field name="place" type="number" label="Place in its order" min={1} max={50} short />
        <Field
          name="consentUntil"
          type="date"
          label="Consent can be taken back until"
          hint="Sixty days after the talk where nothing is said."
          optional
          short
        />
        <div class="row">
          <Button kind="primary">{talk.state === 'scheduled' ? 'Move it' : 'Give the slot'}</Button>
        </div>
      </Form>
      {talk.state === 'scheduled' && (
        <PostButton action={`/show-and-tell/${talk.slug}/unslot`} kind="quiet">
          Take it out of its slot
        </PostButton>
      )}
    </Section>
  )
}

function SpeakersForm({ talk, refused }: { talk: Talk; refused: Refused | undefined }) {
  return (
    <Section title="Who speaks">
      <Things label="Who speaks">
        {talk.speakers.map((one) => (
          <Thing
            title={one.name}
            meta={
              <>
                {[one.from, one.personId === null ? 'guest' : ''].filter(Boolean).join(' · ')}{' '}
                <State mood={consentMood[one.consent]}>{consentWords[one.consent]}</State>
              </>
            }
            act={
              talk.state !== 'given' && (
                <PostButton action={`/show-and-tell/${talk.slug}/speakers/${one.id}/remove`} kind="quiet" label={`Take out ${one.name}`}>
                  Take out
                </PostButton>
              )
            }
          />
        ))}
      </Things>
      {talk.state !== 'withdrawn' && talk.state !== 'declined' && (
        <details open={refused !== undefined}>
          <summary>Add somebody</summary>
          <Form id="speaker" action={`/show-and-tell/${talk.slug}/speakers`} refused={refused}>
            <Field name="name" label="Name" hint="Of a guest. Whoever has an account is found by the address." maxlength={200} optional />
            <Field name="email" type="email" label="Address" maxlength={254} optional hint="A guest without one gets no letters." />
            <Field name="from" label="Institution of the guest" maxlength={200} optional />
            <div class="row">
              <Button>Add</Button>
            </div>
          </Form>
        </details>
      )}
    </Section>
  )
}

function SlidesForm({
  talk,
  files,
  held,
  upload,
  refused,
}: Pick<DeskProps, 'talk' | 'files' | 'held' | 'upload'> & { refused: Refused | undefined }) {
  const { locale } = useReader()
  return (
    <Section title="Slides and handouts">
      {files.length + held === 0 && <p class="soft">None yet.</p>}
      {held > 0 && <p class="soft">{showWords('en').consent.held({ count: held })}</p>}
      <Things label="Slides">
        {files.map((file) => (
          <Thing
            title={file.name}
            href={`/show-and-tell/${talk.slug}/files/${file.id}`}
            meta={formatBytes(locale, file.size)}
            act={
              <PostButton action={`/show-and-tell/${talk.slug}/files/${file.id}/remove`} kind="quiet" label={`Take off ${file.name}`}>
                Take off
              </PostButton>
            }
          />
        ))}
      </Things>
      {talk.state !== 'withdrawn' && talk.state !== 'declined' && (
        <Form id="files" action={`/show-and-tell/${talk.slug}/files`} refused={refused} multipart>
          <FileUpload
            upload={upload}
            next={`/show-and-tell/${talk.slug}/arrange`}
            label="A file"
            hint="PDF, a presentation, a picture or a text. Shown on the page once the talk was given."
          />
          <div class="row">
            <Button>Add the file</Button>
          </div>
        </Form>
      )}
    </Section>
  )
}

function RecordingForm({ talk, chapters, refused }: Pick<DeskProps, 'talk' | 'chapters'> & { refused: Refused | undefined }) {
  const why = whyNotRecord(talk.state, talk.speakers)
  const values: Typed = {
    url: talk.recordingUrl,
    length: talk.recordingSeconds === null ? '' : sayClock(talk.recordingSeconds),
    chapters: writeChapters(chapters),
  }
  return (
    <Section title="Recording">
      {why && !talk.recordingUrl ? (
        <Note mood="wait">{why}</Note>
      ) : (
        <Form id="recording" action={`/show-and-tell/${talk.slug}/recording`} refused={refused} values={values}>
          <Field
            name="url"
            type="url"
            label="Link"
            hint="Where it can be watched; it begins with https://. Empty: it is taken off."
            optional
            maxlength={1_000}
          />
          <Field name="length" label="Length" hint="For instance 21:40." optional short />
          <TextArea
            name="chapters"
            label="Chapters"
            hint="One a line: a time, then what comes. 0:00 Welcome"
            rows={6}
            optional
            maxlength={10_000}
          />
          <div class="row">
            <Button kind="primary">Save</Button>
          </div>
        </Form>
      )}
      {talk.consentUntil !== null && (
        <p class="meta">
          Speakers can take their consent back until <Day on={talk.consentUntil} />.
        </p>
      )}
    </Section>
  )
}

/** Where a talk is arranged: the decision, its slot, who speaks, slides, the recording. */
export function DeskPage({ talk, slots, chapters, files, held, upload, refused, form }: DeskProps) {
  const decidable = talk.state === 'proposed' || talk.state === 'accepted' || talk.state === 'declined'
  return (
    <>
      <Heading
        title={talk.title}
        meta={<a href={`/show-and-tell/${talk.slug}`}>Show and Tell</a>}
        lead={showWords('en').states[talk.state]}
      />
      {form === '' && refused && <Note mood="late">{refused.message}</Note>}
      {talk.mayArrange && talk.state === 'proposed' && <Decision talk={talk} refused={only(refused, form, 'decide')} />}
      {talk.mayArrange && (talk.state === 'accepted' || talk.state === 'scheduled') && (
        <SlotForm talk={talk} slots={slots} refused={only(refused, form, 'slot')} />
      )}
      <SpeakersForm talk={talk} refused={only(refused, form, 'speaker')} />
      <SlidesForm talk={talk} files={files} held={held} upload={upload} refused={only(refused, form, 'files')} />
      {talk.mayArrange && talk.state === 'given' && (
        <RecordingForm talk={talk} chapters={chapters} refused={only(refused, form, 'recording')} />
      )}
      {talk.mayArrange && decidable && talk.state !== 'proposed' && <Decision talk={talk} refused={only(refused, form, 'decide')} />}
      {(talk.state === 'proposed' || talk.state === 'accepted' || talk.state === 'scheduled') && (
        <details open={form === 'withdraw'}>
          <summary>Withdraw this talk</summary>
          <Form id="withdraw" action={`/show-and-tell/${talk.slug}/withdraw`} refused={only(refused, form, 'withdraw')}>
            <TextArea name="reason" label="Why" rows={2} maxlength={1_000} hint="Whoever speaks reads it." />
            <div class="row">
              <Button kind="danger">Withdraw</Button>
            </div>
          </Form>
        </details>
      )}
    </>
  )
}

/** What stands below a talk for those who speak in it or keep it. */
export function TalkTools({ talk, today }: { talk: Talk; today: string }) {
  const over = talk.consentUntil !== null && today > talk.consentUntil
  const asked = talk.own && (talk.state === 'scheduled' || talk.state === 'given')
  return (
    <>
      {talk.own && asked && (
        <ConsentPanel action={`/show-and-tell/${talk.slug}/consent`} consent={talk.own.consent} until={talk.consentUntil} over={over} />
      )}
      {talk.reason && (
        <Note mood="wait">
          {talk.state === 'declined' ? 'Declined: ' : 'Withdrawn: '}
          {talk.reason}
        </Note>
      )}
      {(talk.mayArrange || talk.mine) && (
        <div class="row">
          <Button href={`/show-and-tell/${talk.slug}/arrange`}>{talk.mayArrange ? 'Arrange' : 'Speakers and slides'}</Button>
          {talk.state !== 'withdrawn' && talk.state !== 'declined' && (
            <Button href={`/show-and-tell/${talk.slug}/edit`}>Change the words</Button>
          )}
          {talk.own && talk.state === 'given' && (
            <Button kind="quiet" href={`/show-and-tell/${talk.slug}/certificate/${talk.own.id}`}>
              {showWords('en').consent.certificate}
            </Button>
          )}
        </div>
      )}
    </>
  )
}
