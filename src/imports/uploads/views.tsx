import { Check, Field, Select, TextArea } from '../../lib/ui/fields.tsx'
import { Meter } from '../../lib/ui/figures.tsx'
import { type Brought, FileUpload } from '../../lib/ui/file-upload.tsx'
import { Form } from '../../lib/ui/form.tsx'
import { formatNumber } from '../../lib/ui/format.ts'
import type { refusedForm } from '../../lib/ui/forms.ts'
import { Table, Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Heading, type Mood, Note, PostButton, Section, State } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import type { Leaver } from '../../list/import/queries.ts'
import type { PlanRow } from '../plan/rules.ts'
import type { Source } from '../source.ts'
import type { listUploads, Upload } from './queries.ts'
import { kindOf } from './rules.ts'

type Refused = ReturnType<typeof refusedForm>

const count = (n: number, one: string, many: string): string => (n === 1 ? `one ${one}` : `${formatNumber('en', n)} ${many}`)
const leaveOut = (n: number): string =>
  n === 1 ? 'Leave out the wrong line and take the others' : `Leave out the ${formatNumber('en', n)} wrong lines and take the others`
const opening = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

const states: Record<Upload['state'], { mood?: Mood; word: string }> = {
  shown: { mood: 'wait', word: 'Not begun' },
  running: { mood: 'wait', word: 'Under way' },
  done: { mood: 'good', word: 'Done' },
  failed: { mood: 'late', word: 'Stopped' },
}
const StateOf = ({ state }: { state: Upload['state'] }) => <State mood={states[state].mood}>{states[state].word}</State>

/** Where administrators bring a list from elsewhere. */
export function ImportPage({
  uploads,
  groups,
  brought,
  refused,
}: {
  uploads: Awaited<ReturnType<typeof listUploads>>
  groups: { id: number; name: string }[]
  brought: Brought | undefined
  refused?: Refused
}) {
  return (
    <>
      <Heading
        title="Bring a list in"
        lead="From Mailman 2.1 or 3, from a mailbox, or from a file of members. You see what becomes what before anything is done, and nobody is mailed."
      />
      <Form action="/admin/import" multipart refused={refused} values={{ group: String(groups[0]?.id ?? '') }}>
        <Field
          name="list"
          label="List"
          short
          hint="Its name here, what stands before the @. A list that is not there yet is opened; only its subscribers read it at first."
        />
        {groups.length > 1 ? (
          <Select
            name="group"
            label="Whose list"
            empty={false}
            options={groups.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
        ) : (
          <input type="hidden" name="group" value={String(groups[0]?.id ?? '')} />
        )}
        <FileUpload
          upload={brought}
          next="/admin/import"
          multiple
          label="Files"
          hint="config.pck, request.pck and heldmsg-…; LIST.mbox; months of pipermail; an export of Mailman 3 (.json); members (.csv, .xlsx, .txt). A whole folder as one ZIP archive keeps the old addresses working. More can be added on the next page."
        />
        <Field name="from" label="Name elsewhere" short optional hint="Where the files have several lists." />
        <div class="row">
          <Button kind="primary">Look at it</Button>
        </div>
      </Form>
      <p class="meta">
        Larger archives, and the REST interface of Mailman 3, are read by the command line: <code>rapport import mailman</code>.
      </p>
      {uploads.length > 0 && (
        <Section title="Imports over the web">
          <Things label="Imports over the web">
            {uploads.map((upload) => (
              <Thing
                title={upload.listName}
                href={`/imports/${upload.id}`}
                meta={
                  <>
                    {upload.by}, <Time at={upload.createdAt} />
                  </>
                }
                act={<StateOf state={upload.state} />}
              />
            ))}
          </Things>
        </Section>
      )}
    </>
  )
}

/** Where owners bring members. */
export function MembersImportPage({
  list,
  brought,
  refused,
}: {
  list: { name: string; title: string }
  brought: Brought | undefined
  refused?: Refused
}) {
  return (
    <>
      <Heading
        title="Subscribe from a file"
        meta={list.title}
        lead="The output of list_members, or a table with the addresses in one column. You see who comes and who goes before anything is done, and nobody is mailed."
      />
      <Form action={`/lists/${list.name}/import`} multipart refused={refused}>
        <FileUpload
          upload={brought}
          next={`/lists/${list.name}/import`}
          optional
          hint="An address a line, or CSV or XLSX with columns like those that this list is saved with."
        />
        <TextArea
          name="pasted"
          label="Or the addresses themselves"
          hint="One a line, with a name where you know it: Mei Chen <mei.chen@example.org>."
          rows={5}
          optional
        />
        <Check name="sync" label="Take off the list whom the file does not name" hint="You see them first." />
        <div class="row">
          <Button kind="primary">Look at it</Button>
          <Button kind="quiet" href={`/lists/${list.name}/subscribers`}>
            Cancel
          </Button>
        </div>
      </Form>
    </>
  )
}

const hows: Record<PlanRow['how'], { mood?: Mood; word: string }> = {
  taken: { mood: 'good', word: 'Taken over' },
  changed: { mood: 'wait', word: 'Changed' },
  left: { word: 'Left out' },
  clash: { mood: 'late', word: 'Contradicts itself' },
}

export const PlanTable = ({ rows }: { rows: PlanRow[] }) => (
  <Table
    caption="What becomes what"
    columns={[{ label: 'What' }, { label: 'There' }, { label: 'Here' }, { label: 'How' }]}
    rows={rows.map(({ what, was, becomes, how }) => [
      what,
      <span class="break">{was}</span>,
      becomes,
      <State mood={hows[how].mood}>{hows[how].word}</State>,
    ])}
  />
)

/** An import before it is begun: what it will do, and the button. */
export function PreviewPage({
  upload,
  files,
  rows,
  source,
  here,
  leaving,
  brought,
  refused,
  trouble,
}: {
  upload: Upload
  files: { name: string; size: number }[]
  rows: PlanRow[]
  source?: Source
  here: number
  leaving: Leaver[]
  brought: Brought | undefined
  refused?: Refused
  trouble?: string
}) {
  const members = source?.departing.members.length ?? 0
  const wrong = source?.wrong ?? []
  return (
    <>
      <Heading
        title={`Bring in ${upload.listName}`}
        meta={<StateOf state={upload.state} />}
        lead={
          trouble
            ? undefined
            : `${opening(count(members - here, 'person is', 'people are'))} new, ${count(here, 'is', 'are')} on the list already. Nobody is mailed.`
        }
      />
      {(trouble ?? upload.error) && <Note mood="late">{upload.error ?? trouble}</Note>}
      {wrong.length > 0 && (
        <Section title={opening(`${count(wrong.length, 'line is', 'lines are')} wrong`)}>
          <p>The others are taken only if you say so below; or correct the file and bring it again.</p>
          <ul class="links">
            {wrong.slice(0, 300).map(({ line, reason }) => (
              <li>
                Line {formatNumber('en', line)}: {reason}
              </li>
            ))}
            {wrong.length > 300 && <li>and {formatNumber('en', wrong.length - 300)} more</li>}
          </ul>
        </Section>
      )}
      {upload.choices.sync && (
        <Section
          title={
            leaving.length === 0
              ? 'Nobody is taken off the list'
              : `${opening(count(leaving.length, 'person is', 'people are'))} taken off the list`
          }
        >
          <ul class="links">
            {leaving.slice(0, 300).map(({ email }) => (
              <li class="break">{email}</li>
            ))}
            {leaving.length > 300 && <li>and {formatNumber('en', leaving.length - 300)} more</li>}
          </ul>
        </Section>
      )}
      {rows.length > 0 && <PlanTable rows={rows} />}
      <Section title="Files">
        <FileList files={files} />
        <Form id="more" action={`/imports/${upload.id}/files`} multipart refused={refused}>
          <FileUpload
            upload={brought}
            next={`/imports/${upload.id}`}
            multiple
            label="More files"
            hint="One of the same name takes its place."
          />
          <div class="row">
            <Button>Add</Button>
          </div>
        </Form>
      </Section>
      {source && (
        <Form id="begin" action={`/imports/${upload.id}/begin`}>
          {wrong.length > 0 && <Check name="skipWrong" label={leaveOut(wrong.length)} />}
          {upload.list && source.departing.program !== 'file' && (
            <Check
              name="settings"
              label="Take over its settings too"
              hint="Else the list keeps those that it has here."
              checked={upload.choices.settings}
            />
          )}
          <div class="row">
            <Button kind="primary">Begin</Button>
          </div>
        </Form>
      )}
      <PostButton action={`/imports/${upload.id}/discard`} kind="quiet">
        Throw it away
      </PostButton>
    </>
  )
}

/** The files of an import, each with what it is. */
const FileList = ({ files }: { files: readonly { name: string; size: number }[] }) => (
  <ul class="links">
    {files.map(({ name, size }) => (
      <li>
        {name} <span class="meta">{`${kindOf(name)}, ${formatNumber('en', Math.ceil(size / 1024))} kB`}</span>
      </li>
    ))}
  </ul>
)

/** How far an import is; asked again every two seconds where there is script. */
export function Progress({ upload }: { upload: Upload }) {
  const { step, done, of } = upload
  const text =
    step === '' ? 'It begins in a moment.' : `${step}: ${formatNumber('en', done)}${of === null ? '' : ` of ${formatNumber('en', of)}`}`
  return (
    <div class="stack" hx-get={`/imports/${upload.id}/progress`} hx-trigger="every 2s" hx-swap="outerHTML">
      <p role="status">{text}</p>
      {of !== null && of > 0 && <Meter value={done} of={of} label={text} />}
    </div>
  )
}

export function RunningPage({ upload }: { upload: Upload }) {
  return (
    <>
      <Heading
        title={`Bringing in ${upload.listName}`}
        meta={<StateOf state={upload.state} />}
        lead="You can leave this page; the import goes on."
      />
      <Progress upload={upload} />
      <div class="row">
        <Button href={`/imports/${upload.id}`}>Look again</Button>
      </div>
    </>
  )
}

/** An import that stopped for good: why, what came so far, and the ways on. */
export function StoppedPage({ upload, files }: { upload: Upload; files: { name: string; size: number }[] }) {
  const path = `/imports/${upload.id}`
  return (
    <>
      <Heading
        title={`Bringing in ${upload.listName}`}
        meta={<StateOf state={upload.state} />}
        lead="What came so far stays until somebody takes it back. Trying again takes up only what is missing."
      />
      <Note mood="late">It stopped: {upload.error}</Note>
      <div class="row">
        <PostButton action={`${path}/again`} kind="primary">
          Try again
        </PostButton>
        {upload.list && <Button href={`/lists/${upload.list.name}/imports`}>What came so far, and the way back</Button>}
      </div>
      <Section title="Files">
        <FileList files={files} />
        <PostButton action={`${path}/discard`} kind="quiet">
          Throw the files away
        </PostButton>
      </Section>
    </>
  )
}
