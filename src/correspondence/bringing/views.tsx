import { Field } from '../../lib/ui/fields.tsx'
import { type Brought, FileUpload } from '../../lib/ui/file-upload.tsx'
import { Form } from '../../lib/ui/form.tsx'
import { plural } from '../../lib/ui/format.ts'
import type { refusedForm } from '../../lib/ui/forms.ts'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, Heading, type Mood, Note, PostButton, Section, State } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { Balance } from '../../lib/ui/undo.tsx'
import type { RoleAddress } from '../../list/role-addresses/queries.ts'
import type { listMailboxes } from '../undo/queries.ts'

type Mailbox = Omit<Awaited<ReturnType<typeof listMailboxes>>[number], 'undone'>

function stateOf({ fileId, stoppedAt, error, undoneAt }: Pick<Mailbox, 'fileId' | 'stoppedAt' | 'error' | 'undoneAt'>): {
  mood?: Mood
  word: string
} {
  if (undoneAt !== null) return { word: 'Taken back' }
  if (stoppedAt !== null) return { mood: 'late', word: 'Stopped' }
  if (fileId !== null) return { mood: 'wait', word: 'Under way' }
  return error === null ? { mood: 'good', word: 'Done' } : { mood: 'late', word: 'Stopped' }
}

const StateOf = ({ box }: { box: Mailbox }) => {
  const { mood, word } = stateOf(box)
  return <State mood={mood}>{word}</State>
}

/** What a mailbox came to, or has come to so far. */
export const countsOf = ({ imported, repaired, duplicate, quarantined }: Mailbox) => [
  { what: 'Letters taken', count: imported },
  { what: 'Taken, though something was wrong with them', count: repaired },
  { what: 'There already', count: duplicate },
  { what: 'No mail, or unreadable', count: quarantined },
]

/** Old mailboxes of a role, and the form that brings one. */
export function MailboxesPage(props: {
  desk: RoleAddress
  mailboxes: Mailbox[]
  brought: Brought | undefined
  refused: ReturnType<typeof refusedForm>
}) {
  const { desk, mailboxes, brought, refused } = props
  const path = `/correspondence/${desk.name}/imports`
  return (
    <>
      <Heading
        title="Old mailboxes"
        meta={<a href={`/correspondence/${desk.name}`}>{desk.title}</a>}
        lead="What those who held the role before you wrote and got. Nobody is mailed, and nothing waits for an answer by it. Until its step of the first weeks is confirmed, a mailbox can be taken back."
      />
      {desk.closedAt === null ? (
        <Form action={path} multipart refused={refused}>
          <FileUpload
            upload={brought}
            next={path}
            label="The mailbox"
            hint="One file in the format mbox, packed with gzip or not. The same file a second time brings nothing new."
          />
          <Field
            name="own"
            label="Addresses from which the role wrote before"
            optional
            hint="Addresses that were ours: what comes from them went out. Those of all who have held the role here are known."
          />
          <div class="row">
            <Button kind="primary">Bring it in</Button>
          </div>
        </Form>
      ) : (
        <Note>This address is closed; nothing comes into it any more.</Note>
      )}
      {mailboxes.length === 0 ? (
        <Empty title="No mailbox was brought in." />
      ) : (
        <Section title="Brought in">
          <Things label="Old mailboxes">
            {mailboxes.map((box) => (
              <Thing
                title={<span class="break">{box.file}</span>}
                href={`${path}/${box.id}`}
                meta={
                  <>
                    {box.by ?? 'The command line'}, <Time at={box.begunAt} />
                  </>
                }
                act={<StateOf box={box} />}
              />
            ))}
          </Things>
        </Section>
      )}
    </>
  )
}

/** How far a mailbox is; asked again every two seconds where there is script. */
export function Progress({ path, box }: { path: string; box: Mailbox }) {
  const counts = countsOf(box)
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  return (
    <div class="stack" hx-get={`${path}/progress`} hx-trigger="every 2s" hx-swap="outerHTML">
      <p role="status">
        {all === 0 ? 'It begins in a moment.' : plural('en', all, { one: '# mail is read so far.', other: '# mails are read so far.' })}
      </p>
      {box.error !== null && <Note mood="wait">{box.error}</Note>}
      <Balance counts={counts} />
    </div>
  )
}

/** A mailbox that comes in at this moment. */
export function RunningPage({ desk, box }: { desk: RoleAddress; box: Mailbox }) {
  const path = `/correspondence/${desk.name}/imports/${box.id}`
  return (
    <>
      <Heading
        title={<span class="break">{box.file}</span>}
        meta={<a href={`/correspondence/${desk.name}/imports`}>Old mailboxes of {desk.title}</a>}
        lead={
          <>
            <StateOf box={box} /> · {box.by}, <Time at={box.begunAt} />. You can leave this page; it goes on.
          </>
        }
      />
      <Progress path={path} box={box} />
      <div class="row">
        <Button href={path}>Look again</Button>
      </div>
    </>
  )
}

/** A mailbox that could not be taken in, or that stopped on its way and can be tried again. */
export function StoppedPage({ desk, box }: { desk: RoleAddress; box: Mailbox }) {
  const path = `/correspondence/${desk.name}/imports`
  return (
    <>
      <Heading
        title={<span class="break">{box.file}</span>}
        meta={<a href={path}>Old mailboxes of {desk.title}</a>}
        lead={
          <>
            <StateOf box={box} /> · {box.by}, <Time at={box.begunAt} />
          </>
        }
      />
      <Note mood="late">
        {box.stoppedAt === null ? box.error : <>It stopped: {box.error} What came so far stays until somebody takes it back.</>}
      </Note>
      <Balance counts={countsOf(box)} />
      <div class="row">
        {box.stoppedAt !== null && (
          <>
            <PostButton action={`${path}/${box.id}/again`} kind="primary">
              Try again
            </PostButton>
            <Button href={`${path}/${box.id}/undo`}>Take it back…</Button>
          </>
        )}
        <Button href={path}>Bring another file</Button>
      </div>
    </>
  )
}
