import { Choices, Field, Select, TextArea } from '../../lib/ui/fields.tsx'
import { type Brought, FileUpload } from '../../lib/ui/file-upload.tsx'
import { Form, Hidden } from '../../lib/ui/form.tsx'
import type { Refused, Typed } from '../../lib/ui/forms.ts'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { renderMarkdown } from '../../lib/ui/markdown.ts'
import { Button, Heading, Note, Section } from '../../lib/ui/parts.tsx'
import type { Document, Host, Version } from '../queries.ts'
import { categories, ownerRoles, readers, roleNames } from '../rules.ts'
import { type Template, templates } from '../templates.ts'
import { InlineDifference } from '../versions/compare.tsx'

/** Names as choices. */
export const options = (names: Partial<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label: label ?? '' }))
const roleOptions = (of: Pick<Document, 'communityId'> | undefined) =>
  (of?.communityId != null ? (['steering'] as const) : ([...ownerRoles, 'steering'] as const)).map((value) => ({
    value,
    label: value === 'steering' ? 'Steering committee (of a user group’s own document)' : (roleNames[value] ?? value),
  }))

/** The facts of a document, on the page where it begins and where they are changed. */
export const SettingFields = ({ document }: { document?: Document }) => (
  <>
    <Select name="category" label="What it is" options={options(categories)} empty={false} />
    <Select
      name="ownerRole"
      label="Which role looks after it"
      hint="Not a person: who holds the role today is reminded."
      options={roleOptions(document)}
      empty={false}
    />
    <Choices name="visibility" label="Who reads it once it is approved" options={options(readers)} />
    <Field name="datedOn" type="date" label="Of which day" hint="Of minutes, the day of the meeting." short />
    <Field name="reviewMonths" type="number" min={1} max={120} label="Review every so many months" short optional />
    <Field name="reviewOn" type="date" label="Next review on" hint="Empty: counted from today." short optional />
    <Field
      name="keepMonths"
      type="number"
      min={1}
      max={1200}
      label="Keep for so many months"
      hint="Then you are asked whether it goes. Empty: for good."
      short
      optional
    />
  </>
)

const Preview = ({ text }: { text: string }) => (
  <Section title="Preview" id="preview">
    <div class="prose" dir="auto">
      {renderMarkdown(text)}
    </div>
  </Section>
)

const textOf = (value: string | string[] | undefined): string => [value ?? ''].flat()[0] ?? ''

const Templates = ({ chosen }: { chosen: Template | undefined }) => (
  <Section title="Begin with" aside={<a href="/documents/new?file=1">A file instead</a>}>
    <Things label="Templates">
      {templates.map((one) => (
        <Thing
          title={one.title}
          href={`/documents/new?template=${one.key}`}
          meta={one.what}
          act={one.key === chosen?.key && <span class="meta">chosen</span>}
        />
      ))}
    </Things>
  </Section>
)

const firstValues = (host: Host | undefined, template: Template | undefined, today: string, upload: Brought | undefined): Typed => ({
  host: host?.slug ?? '',
  title: upload ? upload.name.replace(/\.[a-z0-9]{1,8}$/i, '').replaceAll('_', ' ') : (template?.title ?? ''),
  category: template?.category ?? 'other',
  ownerRole: host?.communityId != null ? 'steering' : 'coordinator',
  visibility: 'group',
  datedOn: today,
  reviewMonths: template?.reviewMonths ? String(template.reviewMonths) : '',
  body: template?.body ?? '',
})

/** Where a document begins: from a template, an empty page, or a file. */
export function NewDocumentPage(props: {
  hosts: Host[]
  template?: Template
  today: string
  refused?: Refused
  preview?: Typed
  file?: boolean
  upload?: Brought
}) {
  const { hosts, template, today, refused, preview, file, upload } = props
  const values: Typed = { ...firstValues(hosts[0], template, today, upload), ...preview }
  return (
    <>
      <Heading
        title={file ? 'New document from a file' : 'New document'}
        meta={<a href="/documents">Documents</a>}
        lead="It begins as a draft: the group alone sees it until it is approved."
      />
      {!file && !refused && !preview && <Templates chosen={template} />}
      {preview && <Preview text={textOf(preview.body)} />}
      <Form action="/documents" values={values} refused={refused} multipart={file}>
        {file && <Hidden name="file-form" value="1" />}
        {!file && <Field name="title" label="Title" maxlength={200} />}
        {file ? (
          <FileUpload upload={upload} next="/documents/new?file=1" />
        ) : (
          <TextArea name="body" label="Text" rows={18} hint="Markdown: ## for a heading, - for a list, **strong**." />
        )}
        {file && <Field name="title" label="Title" maxlength={200} />}
        {hosts.length > 1 ? (
          <Select name="host" label="Whose" options={hosts.map(({ slug, name }) => ({ value: slug, label: name }))} empty={false} />
        ) : (
          <Hidden name="host" value={hosts[0]?.slug ?? ''} />
        )}
        <SettingFields />
        <div class="row">
          <Button kind="primary">Keep the draft</Button>
          {!file && (
            <Button name="act" value="preview">
              Preview
            </Button>
          )}
          <Button kind="quiet" href="/documents">
            Cancel
          </Button>
        </div>
      </Form>
    </>
  )
}

/** Where a new version is written, or brought as a file. */
export function EditPage(props: {
  document: Document
  version: Version
  refused?: Refused
  preview?: Typed
  /** What somebody else wrote meanwhile. */
  overtaken?: { theirs: Version; mine: string }
  file?: boolean
  upload?: Brought
}) {
  const { document, version, refused, preview, overtaken, file, upload } = props
  const path = `/documents/${document.slug}`
  const values: Typed = { body: version.body ?? '', note: '', ...preview }
  const written = version.body !== null
  const asFile = file ?? !written
  return (
    <>
      <Heading
        title={document.title}
        meta={<a href={path}>{`Version ${version.number}`}</a>}
        lead={`This becomes version ${document.latest + 1}, a draft until it is approved.`}
      />
      {overtaken && (
        <Note mood="late">
          <p>
            Version {overtaken.theirs.number} was written by {overtaken.theirs.maker ?? 'somebody'} while you were writing. Nothing of yours
            is lost: it stands in the form. What yours has otherwise than theirs:
          </p>
          <InlineDifference before={overtaken.theirs.body ?? overtaken.theirs.words} after={overtaken.mine} />
          <details>
            <summary>The text of version {overtaken.theirs.number}</summary>
            <pre class="diff">{overtaken.theirs.body ?? overtaken.theirs.words}</pre>
          </details>
        </Note>
      )}
      {preview && <Preview text={textOf(preview.body)} />}
      <Form action={`${path}/versions`} values={values} refused={refused} multipart={asFile}>
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
          <TextArea name="body" label="Text" rows={22} hint="Markdown: ## for a heading, - for a list, **strong**." />
        )}
        <Field name="note" label="What changed" hint="One line for those who read the versions later." maxlength={300} optional />
        <div class="row">
          <Button kind="primary">Keep version {document.latest + 1}</Button>
          {!asFile && (
            <Button name="act" value="preview">
              Preview
            </Button>
          )}
          <Button kind="quiet" href={path}>
            Cancel
          </Button>
        </div>
      </Form>
      <p class="meta">
        {asFile ? (
          <a href={`${path}/edit?text=1`}>Write the text here instead</a>
        ) : (
          <a href={`${path}/edit?file=1`}>Bring a file instead</a>
        )}
      </p>
    </>
  )
}
