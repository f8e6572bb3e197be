import { type Brought, FileUpload } from '../lib/ui/file-upload.tsx'
import { Field, Form, Select, TextArea } from '../lib/ui/form.tsx'
import { formatBytes, formatDate, formatDay } from '../lib/ui/format.ts'
import type { Typed } from '../lib/ui/forms.ts'
import { languageNow } from '../lib/ui/language.ts'
import { Thing, Things } from '../lib/ui/lists.tsx'
import { Button, FormSection, Note, PostButton, Section, Submit, Titled } from '../lib/ui/parts.tsx'
import { sayPlaced } from '../lib/ui/placed.ts'
import { useReader, useRefused } from '../lib/ui/reader.ts'
import { Day, MeetingTime } from '../lib/ui/time.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { ConsentPanel } from './consent-views.tsx'
import { showWords } from './page-words.ts'
import type { listSlots, Talk, TalkFile } from './queries.ts'
import { type Chapter, sayClock, whyNotRecord, writeChapters } from './rules.ts'
import { SpeakersForm } from './speakers-views.tsx'

const t = textsOf('talks', 'desk')

interface DeskProps {
  talk: Talk
  slots: Awaited<ReturnType<typeof listSlots>>
  chapters: Chapter[]
  files: TalkFile[]
  /** How many wait for the virus scanner. */
  held: number
  upload: Brought | undefined
}

function Decision({ talk }: { talk: Talk }) {
  const open = talk.state === 'proposed'
  return (
    <FormSection title={open ? t.takeIt : t.thinkAgain} id="decide" action={`/show-and-tell/${talk.slug}/decide`}>
      {(open || talk.state === 'accepted') && (
        <TextArea name="reason" label={t.whyNot} hint={t.onlyIfDeclinePersonWho} rows={3} maxlength={2_000} optional />
      )}
      <div class="row">
        {talk.state !== 'accepted' && <Button kind="primary" name="to" value="accepted" text={t.accept} />}
        {(open || talk.state === 'accepted') && <Button name="to" value="declined" text={t.decline} />}
      </div>
    </FormSection>
  )
}

const slotLabel = ({ title, startsAt, zone, taken, kind }: DeskProps['slots'][number]): string => {
  const locale = languageNow()
  const when = sayPlaced(locale, zone, formatDate({ locale, zone, now: startsAt }, startsAt, 'full'))
  const name = kind === 'show_and_tell' ? `${title} (${t.session})` : title
  return [when, name, taken > 0 && t.minutesTaken({ count: taken })].filter(Boolean).join(' · ')
}

function SlotForm({ talk, slots }: Pick<DeskProps, 'talk' | 'slots'>) {
  const values: Typed = {
    meeting: talk.meetingId === null ? '' : String(talk.meetingId),
    place: String(talk.placeInSession),
    consentUntil: talk.consentUntil ?? '',
  }
  return (
    <Section title={t.slot} aside={<a href="/show-and-tell/sessions/new">{t.scheduleSession}</a>}>
      {talk.startsAt && talk.zone && talk.state === 'scheduled' && (
        <p>
          <a href={`/meetings/${talk.meetingSlug}`}>{talk.meetingTitle}</a>, <MeetingTime at={talk.startsAt} zone={talk.zone} />
        </p>
      )}
      <Form id="slot" action={`/show-and-tell/${talk.slug}/slot`} values={values}>
        <input type="hidden" name="was" value={talk.meetingId === null ? '' : String(talk.meetingId)} />
        <Select
          name="meeting"
          label={t.meetingOrSession}
          hint={t.addTalkItsAgenda}
          options={slots.map((slot) => ({ value: String(slot.id), label: slotLabel(slot) }))}
        />
        <Field name="place" type="number" label={t.positionInTheOrder} min={1} max={50} short />
        <Field name="consentUntil" type="date" label={t.consentCanWithdrawnUntil} hint={t.leaveEmpty60DaysAfter} optional short />
        <Submit kind="primary">{talk.state === 'scheduled' ? t.moveSlot : t.giveSlot}</Submit>
      </Form>
      {talk.state === 'scheduled' && <PostButton action={`/show-and-tell/${talk.slug}/unslot`} kind="quiet" text={t.removeFromSlot} />}
    </Section>
  )
}

function SlidesForm({ talk, files, held, upload }: Pick<DeskProps, 'talk' | 'files' | 'held' | 'upload'>) {
  const { locale } = useReader()
  return (
    <Section title={t.slidesAndHandouts}>
      {files.length + held === 0 && <p class="soft">{t.noneYet}</p>}
      {held > 0 && <p class="soft">{showWords(languageNow()).consent.held({ count: held })}</p>}
      <Things label={t.slides}>
        {files.map((file) => (
          <Thing
            title={file.name}
            href={`/show-and-tell/${talk.slug}/files/${file.id}`}
            meta={formatBytes(locale, file.size)}
            act={
              <PostButton
                action={`/show-and-tell/${talk.slug}/files/${file.id}/remove`}
                kind="quiet"
                label={t.takeOff({ name: file.name })}
              >
                {t.takeOff2}
              </PostButton>
            }
          />
        ))}
      </Things>
      {talk.state !== 'withdrawn' && talk.state !== 'declined' && (
        <Form id="files" action={`/show-and-tell/${talk.slug}/files`} multipart>
          <FileUpload upload={upload} next={`/show-and-tell/${talk.slug}/arrange`} label={t.aFile} hint={t.pdfAPresentationAPictureOr} />
          <Submit>{t.addFile}</Submit>
        </Form>
      )}
    </Section>
  )
}

function RecordingForm({ talk, chapters }: Pick<DeskProps, 'talk' | 'chapters'>) {
  const why = whyNotRecord(talk.state, talk.speakers)
  const values: Typed = {
    url: talk.recordingUrl,
    length: talk.recordingSeconds === null ? '' : sayClock(talk.recordingSeconds),
    chapters: writeChapters(chapters),
  }
  return (
    <Section title={t.recording}>
      {why && !talk.recordingUrl ? (
        <Note mood="wait">{why}</Note>
      ) : (
        <Form keeps id="recording" action={`/show-and-tell/${talk.slug}/recording`} values={values}>
          <Field name="url" type="url" label={t.link} hint={t.addressBeginsHttpsLeaveEmpty} optional maxlength={1_000} />
          <Field name="length" label={t.length} hint={t.example2140} optional short />
          <TextArea name="chapters" label={t.chapters} hint={t.oneChapterPerLineTime} rows={6} optional maxlength={10_000} />
          <Submit kind="primary">{t.save}</Submit>
        </Form>
      )}
      {talk.consentUntil !== null && <p class="meta">{t.speakersCanWithdrawConsent({ day: <Day on={talk.consentUntil} /> })}</p>}
    </Section>
  )
}

/** Where a talk is arranged: the decision, its slot, who speaks, slides, the recording. */
export function DeskPage({ talk, slots, chapters, files, held, upload }: DeskProps) {
  const refused = useRefused()
  const decidable = talk.state === 'proposed' || talk.state === 'accepted' || talk.state === 'declined'
  return (
    <Titled
      title={talk.title}
      meta={<a href={`/show-and-tell/${talk.slug}`}>{t.showAndTell}</a>}
      lead={showWords(languageNow()).states[talk.state]}
    >
      {refused?.form === '' && <Note mood="late">{refused.message}</Note>}
      {talk.mayArrange && talk.state === 'proposed' && <Decision talk={talk} />}
      {talk.mayArrange && (talk.state === 'accepted' || talk.state === 'scheduled') && <SlotForm talk={talk} slots={slots} />}
      <SpeakersForm talk={talk} />
      <SlidesForm talk={talk} files={files} held={held} upload={upload} />
      {talk.mayArrange && talk.state === 'given' && <RecordingForm talk={talk} chapters={chapters} />}
      {talk.mayArrange && decidable && talk.state !== 'proposed' && <Decision talk={talk} />}
      {(talk.state === 'proposed' || talk.state === 'accepted' || talk.state === 'scheduled') && (
        <details open={refused?.form === 'withdraw'}>
          <summary>{t.withdrawTalk}</summary>
          <Form id="withdraw" action={`/show-and-tell/${talk.slug}/withdraw`}>
            <TextArea name="reason" label={t.why} rows={2} maxlength={1_000} hint={t.speakersReadIt} />
            <Submit kind="danger">{t.withdraw}</Submit>
          </Form>
        </details>
      )}
    </Titled>
  )
}

/** What stands below a talk for those who speak in it or keep it. */
export function TalkTools({ talk, today }: { talk: Talk; today: string }) {
  const over = talk.consentUntil !== null && today > talk.consentUntil
  const asked = talk.own && (talk.state === 'scheduled' || talk.state === 'given')
  return (
    <>
      {talk.own && asked && (
        <ConsentPanel
          action={`/show-and-tell/${talk.slug}/consent`}
          consent={talk.own.consent}
          until={talk.consentUntil === null ? null : formatDay({ locale: languageNow() }, talk.consentUntil)}
          over={over}
        />
      )}
      {talk.reason && (
        <Note mood="wait">{(talk.state === 'declined' ? t.reasonDeclined : t.reasonWithdrawn)({ reason: talk.reason })}</Note>
      )}
      {(talk.mayArrange || talk.mine) && (
        <div class="row">
          <Button href={`/show-and-tell/${talk.slug}/arrange`}>{talk.mayArrange ? t.arrange : t.speakersAndSlides}</Button>
          {talk.state !== 'withdrawn' && talk.state !== 'declined' && (
            <Button href={`/show-and-tell/${talk.slug}/edit`}>{t.editDescription}</Button>
          )}
          {talk.own && talk.state === 'given' && (
            <Button kind="quiet" href={`/show-and-tell/${talk.slug}/certificate/${talk.own.id}`}>
              {showWords(languageNow()).consent.certificate}
            </Button>
          )}
        </div>
      )}
    </>
  )
}
