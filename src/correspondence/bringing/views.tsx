import { type Brought, FileUpload } from '../../lib/ui/file-upload.tsx'
import { Field, Form } from '../../lib/ui/form.tsx'
import type { RunLine } from '../../lib/ui/imports/run.ts'
import { Runs } from '../../lib/ui/imports/views.tsx'
import { Empty, Note, Submit, Titled } from '../../lib/ui/parts.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { RoleAddress } from '../../list/queries.ts'

const t = textsOf('correspondence', 'bringing')

/** Old mailboxes of a role, and the form that brings one. */
export function MailboxesPage({ desk, runs, brought }: { desk: RoleAddress; runs: RunLine[]; brought: Brought | undefined }) {
  const path = `/correspondence/${desk.name}/imports`
  return (
    <Titled title={t.oldMailboxes} meta={<a href={`/correspondence/${desk.name}`}>{desk.title}</a>} lead={t.importEmailPeopleWhoHeld}>
      {desk.closedAt === null ? (
        <Form action={path} multipart>
          <FileUpload upload={brought} next={path} label={t.theMailbox} hint={t.oneFileInTheFormatMbox} />
          <Field name="own" label={t.earlierAddressesRole} optional hint={t.emailTheseAddressesCounts} />
          <Submit kind="primary">{t.importMailbox}</Submit>
        </Form>
      ) : (
        <Note>{t.roleMailboxClosedCantImport}</Note>
      )}
      {runs.length === 0 && <Empty title={t.noMailboxesImportedYet} />}
      <Runs runs={runs} title={t.broughtIn} />
    </Titled>
  )
}
