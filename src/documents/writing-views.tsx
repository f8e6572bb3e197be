import { type Brought, FileUpload } from '../lib/ui/file-upload.tsx'
import { Choices, Field, Form, Hidden, Select, TextArea } from '../lib/ui/form.tsx'
import type { Typed } from '../lib/ui/forms.ts'
import { renderMarkdown } from '../lib/ui/markdown.ts'
import { Button, Fold, Note, Section, Tabs, Titled } from '../lib/ui/parts.tsx'
import { useRefused } from '../lib/ui/reader.ts'
import { textsOf } from '../lib/ui/words.ts'
import type { Document, Host, Version } from './queries.ts'
import { categories, ownerRoles, readers, roleNames } from './rules.ts'
import { type Template, templates } from './templates.ts'
import { InlineDifference } from './versions-compare.tsx'

const t = textsOf('documents', 'writing')
const named = textsOf('documents', 'templates')

/** Names as choices. */
export const options = (names: Partial<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label: label ?? '' }))
const roleOptions = (of: Pick<Document, 'communityId'> | undefined) =>
  (of?.communityId != null ? (['steering'] as const) : ([...ownerRoles, 'steering'] as const)).map((value) => ({
    value,
    label: value === 'steering' ? t.steeringCommitteeOfAUserGroups : (roleNames[value] ?? value),
  }))

/** The facts of a document, on the page where it begins and where they are changed. */
export const SettingFields = ({ document, open = false }: { document?: Document; open?: boolean }) => (
  <>
    <Select name="category" label={t.whatItIs} hint={t.typeHint} options={options(categories)} empty={false} />
    <Select name="ownerRole" label={t.managedBy} hint={t.chooseRolePersonRoleGets} options={roleOptions(document)} empty={false} />
    <Choices name="visibility" label={t.whoCanReadAfterApproval} options={options(readers)} />
    <Field name="datedOn" type="date" label={t.dateOfTheDocument} hint={t.minutesDateMeeting} short />
    <Fold title={t.reviewAndStorage} open={open}>
      <div class="stack">
        <Field name="reviewMonths" type="number" min={1} max={120} label={t.monthsBetweenReviews} short optional />
        <Field name="reviewOn" type="date" label={t.nextReviewOn} hint={t.leaveEmptyCountToday} short optional />
        <Field
          name="keepMonths"
          type="number"
          min={1}
          max={1200}
          label={t.monthsKeepDocument}
          hint={t.leaveEmptyKeepDocumentGood}
          short
          optional
        />
      </div>
    </Fold>
  </>
)

const Preview = ({ text }: { text: string }) => (
  <Section title={t.preview} id="preview">
    <div class="prose" dir="auto">
      {renderMarkdown(text)}
    </div>
  </Section>
)

const textOf = (value: string | string[] | undefined): string => [value ?? ''].flat()[0] ?? ''

const Beginnings = ({ chosen, file = false }: { chosen: Template | undefined; file: boolean | undefined }) => (
  <Tabs
    label={t.templates}
    items={[
      { href: '/documents/new', label: t.blank, current: !chosen && !file },
      { href: '/documents/new?file=1', label: t.uploadFile, current: file },
      ...templates.map(({ key }) => ({ href: `/documents/new?template=${key}`, label: named[key].title, current: key === chosen?.key })),
    ]}
  />
)

const firstValues = (host: Host | undefined, template: Template | undefined, today: string, upload: Brought | undefined): Typed => ({
  host: host?.slug ?? '',
  title: upload ? upload.name.replace(/\.[a-z0-9]{1,8}$/i, '').replaceAll('_', ' ') : template ? named[template.key].title : '',
  category: template?.category ?? 'other',
  ownerRole: host?.communityId != null ? 'steering' : 'coordinator',
  visibility: 'group',
  datedOn: today,
  reviewMonths: template?.reviewMonths ? String(template.reviewMonths) : '',
  body: template ? named[template.key].body : '',
})

/** Where a document begins: from a template, an empty page, or a file. */
export function NewDocumentPage(props: {
  hosts: Host[]
  template?: Template
  today: string
  preview?: Typed
  file?: boolean
  upload?: Brought
}) {
  const refused = useRefused()
  const { hosts, template, today, preview, file, upload } = props
  const values: Typed = { ...firstValues(hosts[0], template, today, upload), ...preview }
  return (
    <Titled
      title={file ? t.newDocumentFromAFile : t.newDocument}
      meta={<a href="/documents">{t.documents}</a>}
      lead={t.newDocumentDraftOnlyWorking}
    >
      {!refused && !preview && !upload && <Beginnings chosen={template} file={file} />}
      {preview && <Preview text={textOf(preview.body)} />}
      <Form action="/documents" values={values} multipart={file}>
        {file && <Hidden name="file-form" value="1" />}
        {!file && <Field name="title" label={t.title} maxlength={200} />}
        {file ? (
          <FileUpload upload={upload} next="/documents/new?file=1" />
        ) : (
          <TextArea name="body" label={t.text} rows={18} hint={t.markdownForAHeadingForA} />
        )}
        {file && <Field name="title" label={t.title} maxlength={200} />}
        {hosts.length > 1 ? (
          <Select name="host" label={t.whose} options={hosts.map(({ slug, name }) => ({ value: slug, label: name }))} empty={false} />
        ) : (
          <Hidden name="host" value={hosts[0]?.slug ?? ''} />
        )}
        <SettingFields open={template?.reviewMonths != null} />
        <div class="row">
          <Button kind="primary">{t.saveDraft}</Button>
          {!file && <Button name="act" value="preview" text={t.preview} />}
          <Button kind="quiet" href="/documents" text={t.cancel} />
        </div>
      </Form>
    </Titled>
  )
}

/** Where a new version is written, or brought as a file. */
export function EditPage(props: {
  document: Document
  version: Version
  preview?: Typed
  /** What somebody else wrote meanwhile. */
  overtaken?: { theirs: Version; mine: string }
  file?: boolean
  upload?: Brought
}) {
  const refused = useRefused()
  const { document, version, preview, overtaken, file, upload } = props
  const path = `/documents/${document.slug}`
  const values: Typed = { body: version.body ?? '', note: '', ...preview }
  const written = version.body !== null
  const asFile = file ?? !written
  return (
    <Titled
      title={document.title}
      meta={<a href={path}>{t.viewVersion({ number: version.number })}</a>}
      lead={t.writeVersionStaysDraftUntil({ latest: document.latest + 1 })}
    >
      {overtaken && (
        <Note mood="late">
          <p>{t.savedVersionWhileWereWriting({ number: overtaken.theirs.number, maker: overtaken.theirs.maker ?? t.someone })}</p>
          <InlineDifference before={overtaken.theirs.body ?? overtaken.theirs.words} after={overtaken.mine} />
          <details>
            <summary>{t.textOfVersion({ number: overtaken.theirs.number })}</summary>
            <pre class="diff">{overtaken.theirs.body ?? overtaken.theirs.words}</pre>
          </details>
        </Note>
      )}
      {preview && <Preview text={textOf(preview.body)} />}
      <Form action={`${path}/versions`} values={values} multipart={asFile}>
        <Hidden
          name="base"
          value={String(overtaken ? document.latest : textOf(preview?.base) || textOf(refused?.typed.base) || document.latest)}
        />
        {asFile ? (
          <>
            <Hidden name="file-form" value="1" />
            <FileUpload upload={upload} next={`${path}/edit?file=1`} />
          </>
        ) : (
          <TextArea name="body" label={t.text} rows={22} hint={t.markdownForAHeadingForA} />
        )}
        <Field name="note" label={t.whatChanged} hint={t.oneLineForThoseWhoRead} maxlength={300} optional />
        <div class="row">
          <Button kind="primary">{t.keepVersion({ latest: document.latest + 1 })}</Button>
          {!asFile && <Button name="act" value="preview" text={t.preview} />}
          <Button kind="quiet" href={path} text={t.cancel} />
        </div>
      </Form>
      <p class="meta">
        {asFile ? <a href={`${path}/edit?text=1`}>{t.writeTextInstead}</a> : <a href={`${path}/edit?file=1`}>{t.uploadFileInstead2}</a>}
      </p>
    </Titled>
  )
}
