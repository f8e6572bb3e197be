import { Field } from '../../lib/ui/fields.tsx'
import { type Brought, FileUpload } from '../../lib/ui/file-upload.tsx'
import { Form } from '../../lib/ui/form.tsx'
import type { refusedForm } from '../../lib/ui/forms.ts'
import type { RunLine } from '../../lib/ui/imports/run.ts'
import { Runs } from '../../lib/ui/imports/views.tsx'
import { Button, Empty, Heading, Note } from '../../lib/ui/parts.tsx'
import type { RoleAddress } from '../../list/role-addresses/queries.ts'

/** Old mailboxes of a role, and the form that brings one. */
export function MailboxesPage(props: {
  desk: RoleAddress
  runs: RunLine[]
  brought: Brought | undefined
  refused: ReturnType<typeof refusedForm>
}) {
  const { desk, runs, brought, refused } = props
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
      {runs.length === 0 && <Empty title="No mailbox was brought in." />}
      <Runs runs={runs} title="Brought in" />
    </>
  )
}
