import { shorten } from '../lib/ui/excerpt.ts'
import { Check, Field, Form, Hidden, Select, TextArea } from '../lib/ui/form.tsx'
import { formatDay } from '../lib/ui/format.ts'
import { Button, Heading, Note, Panel, PostButton, Section, State, Submit, Tabs, Titled } from '../lib/ui/parts.tsx'
import { withQuery } from '../lib/ui/paths.ts'
import { useReader, useRefused } from '../lib/ui/reader.ts'
import { textsOf } from '../lib/ui/words.ts'
import type { DraftSection, Report, Shown } from './queries.ts'
import { fillIn } from './rules.ts'
import { Filled, hiddenNote, ReportState, reportPath, tellerOf } from './views.tsx'

const t = textsOf('reports', 'writing')

/** Begins a report: whose, and of which days. */
export function NewReportPage(props: {
  groups: readonly { slug: string; name: string }[]
  period: { fromOn: string; toOn: string }
  /** Periods that are often meant. */
  choices: readonly { label: string; fromOn: string; toOn: string }[]
}) {
  const { groups, period, choices } = props
  const group = groups.length > 1 ? groups[0]?.slug : undefined
  return (
    <Titled title={t.startReport} meta={<a href="/reports">{t.reports}</a>} lead={t.writeFirstDraftGroupsNumbers}>
      <Tabs
        label={t.commonPeriods}
        items={choices.map(({ label, fromOn, toOn }) => ({
          href: withQuery('/reports/new', { group, from: fromOn, to: toOn }),
          label,
          current: fromOn === period.fromOn && toOn === period.toOn,
        }))}
      />
      <Form action="/reports" values={period} label={t.startReport}>
        <Select name="group" label={t.group} empty={false} options={groups.map(({ slug, name }) => ({ value: slug, label: name }))} />
        <Field name="fromOn" type="date" label={t.from} short />
        <Field name="toOn" type="date" label={t.to} hint={t.canChooseDayFuture} short />
        <Field name="title" label={t.title} hint={t.leaveEmptyUseAnnualReport} maxlength={200} optional />
        <Submit kind="primary">{t.draftIt}</Submit>
      </Form>
    </Titled>
  )
}

type Decisions = readonly { id: number; number: number; text: string; decidedOn: string }[]

function ApproveForm({ report, decisions }: { report: Report; decisions: Decisions }) {
  const reader = useReader()
  return (
    <Form action={`${reportPath(report.slug)}/approve`} id="approve" label={t.approveThisReport}>
      {decisions.length > 0 && (
        <Select
          name="decisionId"
          label={t.decision}
          hint={t.leaveEmptyApproveOwnName}
          empty={t.noDecision}
          optional
          options={decisions.map(({ id, number, text, decidedOn }) => ({
            value: String(id),
            label: `D-${number}, ${formatDay(reader, decidedOn, 'short')}: ${shorten(text, 60)}`,
          }))}
        />
      )}
      <Check name="public" label={t.everyoneCanReadReport} hint={t.otherwiseTheGroupAndItsSteering} checked={report.public} />
      <Submit kind="primary">{t.approveIt}</Submit>
    </Form>
  )
}

/** What can be done with a report, by who writes it: freeze, approve, show, open again. */
export function Acts({ report, shown, decisions }: { report: Report; shown: Shown; decisions: Decisions }) {
  const refused = useRefused()
  const here = reportPath(report.slug)
  if (report.state === 'final')
    return (
      <div class="row">
        <PostButton
          action={`${here}/publish`}
          fields={{ public: report.public ? 'off' : 'on' }}
          text={t.showToEveryone({ public: report.public })}
        />
        <PostButton action={`${here}/reopen`} kind="quiet" text={t.startNewEdition} />
      </div>
    )
  const frozen = report.frozenAt !== null
  return (
    <Panel title={frozen ? t.approval : t.draft}>
      <p>
        {t.numbersStillChangeLockThem({ locked: frozen })} <span class="soft">{hiddenNote(shown.sections, shown)}</span>
      </p>
      <div class="row">
        {frozen ? (
          <PostButton action={`${here}/thaw`}>{t.unlockNumbers}</PostButton>
        ) : (
          <PostButton action={`${here}/freeze`}>{t.lockNumbers}</PostButton>
        )}
      </div>
      <details open={refused?.form === 'approve'}>
        <summary>{t.approveIt}</summary>
        <ApproveForm report={report} decisions={decisions} />
      </details>
    </Panel>
  )
}

const SectionFields = () => (
  <>
    <Field name="title" label={t.title} maxlength={200} />
    <TextArea
      name="body"
      label={t.text}
      hint={t.canUseMarkdownWriteNumber({ field: '{{meetings.held}}' })}
      rows={10}
      maxlength={20_000}
      optional
    />
    <Check name="internal" label={t.workingGroupOnly} />
    <Check name="leftOut" label={t.leaveOutSection} hint={t.sectionStaysHereButReaders} />
  </>
)

function SectionEditor(props: { report: Report; shown: Shown; section: DraftSection; first: boolean; last: boolean }) {
  const refused = useRefused()
  const { report, shown, section, first, last } = props
  const here = `${reportPath(report.slug)}/sections/${section.id}`
  const form = `f${section.id}`
  const tell = tellerOf(report, { locale: shown.language })
  return (
    <Section
      title={section.title}
      id={`section-${section.id}`}
      aside={section.leftOut ? <State mood="wait">{t.leftOut}</State> : section.internal ? <State>{t.workingGroupOnly}</State> : undefined}
    >
      {!section.leftOut && <Filled parts={fillIn(section.body, shown.figures, tell)} language={shown.language} />}
      <details open={refused?.form === form}>
        <summary>{t.change({ title: section.title })}</summary>
        <div class="stack">
          <Form
            keeps
            action={here}
            id={form}
            values={{
              title: section.title,
              body: section.body,
              ...(section.internal ? { internal: 'on' } : {}),
              ...(section.leftOut ? { leftOut: 'on' } : {}),
            }}
            label={t.change({ title: section.title })}
          >
            <Hidden name="version" value={String(section.version)} />
            <SectionFields />
            <Submit>{t.save}</Submit>
          </Form>
          <div class="row">
            {!first && (
              <PostButton
                action={`${here}/move`}
                fields={{ to: 'up' }}
                kind="quiet"
                label={t.moveUp({ title: section.title })}
                text={t.moveUp2}
              />
            )}
            {!last && (
              <PostButton
                action={`${here}/move`}
                fields={{ to: 'down' }}
                kind="quiet"
                label={t.moveDown({ title: section.title })}
                text={t.moveDown2}
              />
            )}
            <PostButton action={`${here}/remove`} kind="quiet" label={t.remove({ title: section.title })} text={t.remove2} />
          </div>
        </div>
      </details>
    </Section>
  )
}

/** The draft with a form below each of its sections. */
export function WritingPage({ report, shown, sections }: { report: Report; shown: Shown; sections: readonly DraftSection[] }) {
  const here = reportPath(report.slug)
  return (
    <>
      <Heading
        title={t.edit({ title: report.title })}
        meta={<a href={here}>{report.title}</a>}
        lead={t.editMoveLeaveOutSections}
        actions={<Button href={here}>{t.readIt}</Button>}
      >
        <div>
          <ReportState report={report} />
        </div>
      </Heading>
      {report.frozenAt !== null && <Note>{t.numbersLockedUnlockThem}</Note>}
      <p>
        <a href={`${here}/figures`}>{t.viewAllNumbersTheirNames}</a>
      </p>
      <Form keeps action={`${here}/title`} id="title" values={{ title: report.title }} label={t.theTitle}>
        <Field name="title" label={t.titleOfTheReport} maxlength={200} />
        <Submit>{t.renameIt}</Submit>
      </Form>
      {sections.map((section, at) => (
        <SectionEditor report={report} shown={shown} section={section} first={at === 0} last={at === sections.length - 1} />
      ))}
      <Section title={t.addSection} id="add">
        <Form action={`${here}/sections`} id="new" label={t.addSection}>
          <SectionFields />
          <Submit>{t.addIt}</Submit>
        </Form>
      </Section>
    </>
  )
}
