import { Check, Choices, Field, Form, Hidden, Select } from '../lib/ui/form.tsx'
import { formatDay } from '../lib/ui/format.ts'
import type { Typed } from '../lib/ui/forms.ts'
import { Cancel, FormSection, PostButton, Section, Submit, Titled } from '../lib/ui/parts.tsx'
import { useReader } from '../lib/ui/reader.ts'
import { Day } from '../lib/ui/time.tsx'
import { textsOf } from '../lib/ui/words.ts'
import type { Document, listDecisionsOf, Version } from './queries.ts'
import { readers } from './rules.ts'
import { SettingFields } from './writing-views.tsx'

const t = textsOf('documents', 'keeping')

/** The end of a form: its button, and the way back. */
const Ends = ({ back, label }: { back: string; label: string }) => (
  <Submit kind="primary" beside={<Cancel href={back}>{t.cancel}</Cancel>}>
    {label}
  </Submit>
)

/** Who looks after a document, who reads it, when it is reviewed, how long it is kept. */
export function SettingsPage({ document }: { document: Document }) {
  const path = `/documents/${document.slug}`
  const values: Typed = {
    title: document.title,
    category: document.category,
    ownerRole: document.ownerRole,
    visibility: document.visibility,
    datedOn: document.datedOn,
    reviewMonths: String(document.reviewMonths ?? ''),
    reviewOn: document.reviewOn ?? '',
    keepMonths: String(document.keepMonths ?? ''),
  }
  return (
    <Titled title={t.settings2} meta={<a href={path}>{document.title}</a>} lead={t.addressStaysSameWhenChange}>
      <Form keeps action={`${path}/settings`} values={values}>
        <Field name="title" label={t.title} maxlength={200} />
        <SettingFields document={document} open={document.reviewOn !== null || document.keepMonths !== null} />
        <Ends back={path} label={t.save} />
      </Form>
    </Titled>
  )
}

/** Approving a version: what happens, on what ground, one button. */
export function ApprovePage(props: { document: Document; version: Version; decisions: Awaited<ReturnType<typeof listDecisionsOf>> }) {
  const { document, version, decisions } = props
  const { locale } = useReader()
  const path = `/documents/${document.slug}`
  return (
    <Titled
      title={t.approveVersion({ number: version.number })}
      meta={<a href={`${path}/v/${version.number}`}>{document.title}</a>}
      lead={t.afterApprovalThesePeopleCan({ readers: readers[document.visibility] })}
    >
      {document.approvedNumber !== null && (
        <p>
          <a href={`${path}/compare?from=${document.approvedNumber}&to=${version.number}`}>
            {t.compareWithVersion({ approvedNumber: document.approvedNumber })}
          </a>
        </p>
      )}
      <Form action={`${path}/approve`} values={{ way: 'role' }}>
        <Hidden name="version" value={String(version.number)} />
        <Choices
          name="way"
          label={t.whoDecided}
          options={[
            { value: 'role', label: t.roleManagesDocument },
            {
              value: 'meeting',
              label: t.aMeeting,
              disabled: decisions.length === 0,
              hint: decisions.length === 0 ? t.noDecisionsRecordedYet : undefined,
            },
          ]}
        />
        {decisions.length > 0 && (
          <Select
            name="decisionId"
            label={t.theDecision}
            optional
            options={decisions.map(({ id, number, text, decidedOn }) => ({
              value: String(id),
              label: `D-${number}, ${formatDay({ locale }, decidedOn)}: ${text.slice(0, 80)}`,
            }))}
          />
        )}
        <Field name="on" type="date" label={t.approvedOn} hint={t.emptyTodayOrTheDayOf} short optional />
        <Ends back={path} label={t.approve2} />
      </Form>
    </Titled>
  )
}

/** Looked at, nothing to change. */
export function ReviewPage({ document, next }: { document: Document; next: string }) {
  const path = `/documents/${document.slug}`
  return (
    <Titled title={t.reviewWithoutChanges} meta={<a href={path}>{document.title}</a>} lead={t.saveNameDateVersion}>
      <Form action={`${path}/review`} values={{ nextOn: next }}>
        <Field name="nextOn" type="date" label={t.nextReviewOn} hint={t.leaveEmptyUseUsualNumber} short optional />
        <Field name="note" label={t.remark} maxlength={300} optional />
        <Submit kind="primary" beside={<Cancel href={`${path}/edit`}>{t.writeNewVersion}</Cancel>}>
          {t.confirmDocument}
        </Submit>
      </Form>
    </Titled>
  )
}

/** Archive, withdraw or bring back. */
export function StatePage({ document }: { document: Document }) {
  const path = `/documents/${document.slug}`
  const live = document.state === 'live'
  return (
    <Titled title={live ? t.archiveOrWithdraw : t.bringBack} meta={<a href={path}>{document.title}</a>}>
      <Form action={`${path}/state`}>
        {live ? (
          <Choices
            name="to"
            label={t.newStatus}
            options={[
              { value: 'archived', label: t.archived, hint: t.samePeopleCanStillRead },
              { value: 'withdrawn', label: t.withdrawIt, hint: t.onlyWorkingGroupCanRead },
            ]}
          />
        ) : (
          <Hidden name="to" value="live" />
        )}
        {live && <Field name="reason" label={t.why} maxlength={500} optional />}
        <Ends back={path} label={live ? t.doIt : t.restoreDocument} />
      </Form>
    </Titled>
  )
}

/** The time of a document is over: a person decides. Until then it is kept. */
export function RemovalPage({ document, longer, isOver }: { document: Document; longer: string; isOver: boolean }) {
  const path = `/documents/${document.slug}`
  return (
    <Titled
      title={t.keepDeleteDocument}
      meta={<a href={path}>{document.title}</a>}
      lead={isOver ? t.storageTimeEnded({ day: <Day on={document.keepUntil ?? ''} /> }) : t.canDeleteDocumentOnlyAfter}
    >
      <FormSection title={t.keepIt} action={`${path}/keep`} values={{ until: longer }}>
        <Field name="until" type="date" label={t.keepUntil} short />
        <Submit kind="primary">{t.keepIt}</Submit>
      </FormSection>
      {isOver && (
        <Section title={t.removeIt}>
          <p>{t.deletesAllVersionsFiles}</p>
          <Form action={`${path}/remove`} id="remove">
            <Check name="sure" label={t.iCheckedTheDocument} />
            <Submit kind="danger">{t.deleteDocument}</Submit>
          </Form>
        </Section>
      )}
      <PostButton action={`${path}/state`} fields={{ to: 'archived' }} kind="quiet" text={t.archiveDocument} />
    </Titled>
  )
}
