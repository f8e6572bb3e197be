import { type Brought, FileUpload } from '../../lib/ui/file-upload.tsx'
import { Check, Field, Form, Select, TextArea } from '../../lib/ui/form.tsx'
import { formatNumber } from '../../lib/ui/format.ts'
import type { Run } from '../../lib/ui/imports/run.ts'
import { RunStands, Runs } from '../../lib/ui/imports/views.tsx'
import { sayKept } from '../../lib/ui/kept.ts'
import { languageNow } from '../../lib/ui/language.ts'
import { Table } from '../../lib/ui/lists.tsx'
import { Button, Cancel, Fold, type Mood, Note, PostButton, Section, State, Submit, Titled } from '../../lib/ui/parts.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { Leaver } from '../../list/queries.ts'
import type { PlanRow } from '../plan-rules.ts'
import type { Source } from '../source.ts'
import type { listUploads, Upload } from './queries.ts'
import type { SaidRow } from './rows.ts'
import { kindOf } from './rules.ts'

const t = textsOf('imports', 'uploads')
const runWords = textsOf('imports', 'runs')

const leaveOut = (n: number): string =>
  n === 1 ? t.leaveOutTheWrongLineAnd : t.leaveOutTheWrongLinesAnd({ n: formatNumber(languageNow(), n) })

const stateOf = (state: Upload['state']) => (state === 'failed' ? 'stopped' : state)

/** In the list of all: what was brought may be taken back since. */
const standingOf = ({ state, undoBegunAt, undoneAt }: Awaited<ReturnType<typeof listUploads>>[number]) =>
  undoneAt ? 'undone' : undoBegunAt ? 'undoing' : stateOf(state)

const sayStep = (step: string, n: number, of: number | null): string => {
  const what = sayKept(step)
  return of === null ? runWords.step({ what, n }) : runWords.stepOf({ what, n, of })
}

/** An import over the web, as the engine shows it. */
export const runOf = ({ id, listName, createdAt, state, step, done, of }: Upload): Run => ({
  ...{ source: t.bringingIn({ listName }), href: `/imports/${id}`, at: createdAt, state: stateOf(state), counts: [] },
  home: { href: `/lists/${listName}/imports`, label: t.importsInto({ listName }) },
  ...(step !== '' && { progress: { text: sayStep(step, done, of), value: done, of: of ?? 0 } }),
})

/** Where administrators bring a list from elsewhere. */
export function ImportPage(props: {
  uploads: Awaited<ReturnType<typeof listUploads>>
  groups: { id: number; name: string }[]
  brought: Brought | undefined
  /** The list that somebody comes from. */
  list: string | undefined
}) {
  const { uploads, groups, brought, list = '' } = props
  return (
    <Titled title={t.importAList} lead={t.mailman213Mailbox}>
      <Form action="/admin/import" multipart values={{ group: String(groups[0]?.id ?? ''), list }}>
        <Field name="list" label={t.list} short hint={t.partItsAddressBeforeIf} />
        {groups.length > 1 ? (
          <Select
            name="group"
            label={t.whoseList}
            empty={false}
            options={groups.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
        ) : (
          <input type="hidden" name="group" value={String(groups[0]?.id ?? '')} />
        )}
        <FileUpload upload={brought} next="/admin/import" multiple label={t.files} hint={t.configPckRequestPckAndHeldmsg} />
        <Field name="from" label={t.nameElsewhere} short optional hint={t.onlyIfFilesContainSeveral} />
        <Submit kind="primary">{t.lookAtIt}</Submit>
      </Form>
      <p class="meta">{t.largerArchivesAndTheRest({ code: (words) => <code>{words}</code> })}</p>
      <Runs
        title={t.importsOnTheWebsite}
        runs={uploads.map((upload) => ({
          ...{ source: upload.listName, href: `/imports/${upload.id}`, by: upload.by, at: upload.createdAt, state: standingOf(upload) },
        }))}
      />
    </Titled>
  )
}

/** Where owners bring members. */
export const MembersImportPage = ({ list, brought }: { list: { name: string; title: string }; brought: Brought | undefined }) => (
  <Titled title={t.subscribeFromAFile2} meta={list.title} lead={t.theOutputOfListMembersOr}>
    <Form action={`/lists/${list.name}/import`} multipart>
      <FileUpload upload={brought} next={`/lists/${list.name}/import`} optional hint={t.oneAddressEachLineCsv} />
      <TextArea name="pasted" label={t.orPasteAddresses} hint={t.oneALineWithAName} rows={5} optional />
      <Check name="sync" label={t.removePeopleWhoNotFile} hint={t.seeTheirNamesBeforeAnything} />
      <Submit kind="primary" beside={<Cancel href={`/lists/${list.name}/subscribers`}>{t.cancel}</Cancel>}>
        {t.lookAtIt}
      </Submit>
    </Form>
  </Titled>
)

const howWords = textsOf('imports', 'hows')
const plannedHows = textsOf('imports', 'plannedHows')
const moods: Record<PlanRow['how'], Mood | undefined> = { taken: 'good', changed: 'wait', left: undefined, clash: 'late' }

/** What became of settings and people; of a plan, what will. */
export const PlanTable = ({ rows, planned = false }: { rows: PlanRow[]; planned?: boolean }) => (
  <Table
    caption={t.settingsPeopleImport}
    showCaption
    columns={[{ label: t.what }, { label: t.there }, { label: t.here }, { label: t.how }]}
    rows={rows.map(({ what, was, becomes, how }) => [
      sayKept(what),
      <span class="break">{sayKept(was)}</span>,
      sayKept(becomes),
      <State mood={moods[how]}>{(planned ? plannedHows : howWords)[how]}</State>,
    ])}
  />
)

/** What becomes of each row, as a file to look through. */
export const rowsFile = ({ listName }: Pick<Upload, 'listName'>, rows: readonly SaidRow[]) => ({
  ...{ file: `${listName}-rows`, sheet: 'Rows', title: t.eachRow },
  titles: [t.rowColumns.line, t.rowColumns.address, t.rowColumns.how, t.rowColumns.becomes],
  rows: rows.map(({ line, email, how, becomes }) => [
    String(line),
    email,
    how === 'wrong' ? t.rowWrong : plannedHows[how],
    becomes.join(' '),
  ]),
})

const RowsLink = ({ upload, source }: { upload: Pick<Upload, 'id'>; source: Source | undefined }) =>
  source && source.rows.length > 0 ? (
    <p>
      <a href={`/imports/${upload.id}/rows.xlsx`}>{t.downloadRows}</a>
    </p>
  ) : null

/** A list that is here keeps its settings unless somebody says otherwise. */
const keepsSettings = ({ list }: Upload, source: Source | undefined): boolean =>
  Boolean(list && source && source.departing.program !== 'file')

/** What is left out or comes differently is read; what comes as it was is folded. */
function Plan({ rows, mayKeep }: { rows: PlanRow[]; mayKeep: boolean }) {
  const [taken, other] = [rows.filter(({ how }) => how === 'taken'), rows.filter(({ how }) => how !== 'taken')]
  return (
    <>
      {mayKeep && rows.length > 0 && <Note>{t.settingsIfChosen}</Note>}
      {other.length > 0 && <PlanTable rows={other} planned />}
      {taken.length > 0 && (
        <Fold title={t.importedAsTheyAre({ n: taken.length })}>
          <PlanTable rows={taken} planned />
        </Fold>
      )}
    </>
  )
}

/** An import before it is begun: what it will do, and the button. */
export function PreviewPage(props: {
  upload: Upload
  files: { name: string; size: number }[]
  rows: PlanRow[]
  source?: Source
  here: number
  leaving: Leaver[]
  brought: Brought | undefined
  trouble?: string
}) {
  const { upload, files, rows, source, here, leaving, brought, trouble } = props
  const members = source?.departing.members.length ?? 0
  const wrong = source?.wrong ?? []
  const mayKeep = keepsSettings(upload, source)
  return (
    <Titled
      title={t.bringIn({ listName: upload.listName })}
      meta={<RunStands state={stateOf(upload.state)} />}
      lead={trouble ? undefined : t.newOnTheListAlreadyNobody({ added: members - here, here })}
    >
      {(trouble ?? upload.error) && <Note mood="late">{upload.error === null ? trouble : sayKept(upload.error)}</Note>}
      {wrong.length > 0 && (
        <Section title={t.wrong({ count: wrong.length })}>
          <p>{t.importOthersOnlyIfChoose}</p>
          <ul class="links">
            {wrong.slice(0, 300).map(({ line, reason }) => (
              <li>{t.line({ line: formatNumber(languageNow(), line), reason: sayKept(reason) })}</li>
            ))}
            {wrong.length > 300 && <li>{t.andMore({ wrong: formatNumber(languageNow(), wrong.length - 300) })}</li>}
          </ul>
        </Section>
      )}
      {upload.choices.sync && (
        <Section title={leaving.length === 0 ? t.noOneRemovedList : t.removedFromTheList({ count: leaving.length })}>
          <ul class="links">
            {leaving.slice(0, 300).map(({ email }) => (
              <li class="break">{email}</li>
            ))}
            {leaving.length > 300 && <li>{t.andMore2({ leaving: formatNumber(languageNow(), leaving.length - 300) })}</li>}
          </ul>
        </Section>
      )}
      <Plan rows={rows} mayKeep={mayKeep} />
      <RowsLink upload={upload} source={source} />
      {source && (
        <Form id="begin" action={`/imports/${upload.id}/begin`}>
          {wrong.length > 0 && <Check name="skipWrong" label={leaveOut(wrong.length)} />}
          {mayKeep && <Check name="settings" label={t.importTheSettingsToo} hint={t.ifNotListKeepsIts} checked={upload.choices.settings} />}
          <Submit kind="primary">{t.begin}</Submit>
        </Form>
      )}
      <Fold title={t.files} open={source === undefined}>
        <FileList files={files} />
        <Form id="more" action={`/imports/${upload.id}/files`} multipart>
          <FileUpload upload={brought} next={`/imports/${upload.id}`} multiple label={t.moreFiles} hint={t.fileReplacesAnotherFileSame} />
          <Submit>{t.add}</Submit>
        </Form>
      </Fold>
      <PostButton action={`/imports/${upload.id}/discard`} kind="quiet" text={t.deleteImport} />
    </Titled>
  )
}

const fileKinds = textsOf('imports', 'fileKinds')
const sayKind = (name: string): string | undefined => {
  const kind = kindOf(name)
  return kind && fileKinds[kind]
}

/** The files of an import, each with what it is. */
const FileList = ({ files }: { files: readonly { name: string; size: number }[] }) => (
  <ul class="links">
    {files.map(({ name, size }) => (
      <li>
        {name} <span class="meta">{t.kb({ kindOf: sayKind(name), ceil: formatNumber(languageNow(), Math.ceil(size / 1024)) })}</span>
      </li>
    ))}
  </ul>
)

/** An import that stopped for good: why, what came so far, and the ways on. */
export function StoppedPage({ upload, files }: { upload: Upload; files: { name: string; size: number }[] }) {
  const path = `/imports/${upload.id}`
  return (
    <Titled
      title={t.bringingIn({ listName: upload.listName })}
      meta={<RunStands state={stateOf(upload.state)} />}
      lead={t.whatCameSoFarStaysUntil}
    >
      <Note mood="late">{t.itStopped({ error: sayKept(upload.error ?? '') })}</Note>
      <div class="row">
        <PostButton action={`${path}/again`} kind="primary" text={t.tryAgain} />
        {upload.list && <Button href={`/lists/${upload.list.name}/imports`}>{t.importedSoFarHowUndo}</Button>}
      </div>
      <Section title={t.files}>
        <FileList files={files} />
        <PostButton action={`${path}/discard`} kind="quiet" text={t.deleteFiles} />
      </Section>
    </Titled>
  )
}
