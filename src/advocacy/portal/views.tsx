import { Field, Form, Hidden, optionsOf, Select, TextArea } from '../../lib/ui/form.tsx'
import type { RunLine } from '../../lib/ui/imports/run.ts'
import { Faults, Runs } from '../../lib/ui/imports/views.tsx'
import { sayKept } from '../../lib/ui/kept.ts'
import { Listing, Thing, Things } from '../../lib/ui/lists.tsx'
import { Empty, Fold, FormSection, Note, PostButton, Section, State, Submit, Titled } from '../../lib/ui/parts.tsx'
import { useRefused } from '../../lib/ui/reader.ts'
import { Day, Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { answerClasses } from '../answers/rules.ts'
import { columnName, type Taken, tableColumns } from '../answers/tables.ts'
import { groupAnd } from '../group-choice.tsx'
import type { DeskGroup } from '../queries.ts'
import type { PortalTaken } from './actions.ts'
import type { Change, countCases, Feed, listProposals } from './queries.ts'
import { classOfStatus, reasonFrom } from './rules.ts'

const t = textsOf('advocacy', 'portal')
const answers = textsOf('advocacy', 'answers')
const { classes } = textsOf('advocacy', 'pages')
const desk = textsOf('advocacy', 'desk')

type Proposals = Awaited<ReturnType<typeof listProposals>>

/**
 * One word of the portal, with the form that takes it as the vendor's answer: all is filled in and folded away, one click confirms it. Where the
 * status says no answer, the form is open.
 */
function ChangeThing({ change }: { change: Change }) {
  const refused = useRefused()
  const { id, requestId, title, status, reason, onDay, institutions, link, label } = change
  const path = `/answers/portal/changes/${id}`
  const answer = classOfStatus(status)
  const filled = reasonFrom(change)
  return (
    <Thing
      title={`#${requestId} ${title}`}
      href={`/requests/${requestId}`}
      meta={
        <>
          {t.says({ status: <b>{status}</b>, day: <Day on={onDay} /> })} {t.behind({ n: institutions })} {!reason && t.noReason}{' '}
          {link && <a href={link}>{label}</a>}
        </>
      }
      act={<PostButton kind="quiet" action={`${path}/leave`} label={t.leaveOf({ n: requestId ?? 0 })} text={t.leave} />}
    >
      <Form
        id={`change-${id}`}
        action={path}
        values={{ class: answer ?? '', reason: filled, release: answer === 'planned' ? t.laterRelease : '' }}
        label={t.takeAsAnswerOf({ n: requestId ?? 0 })}
      >
        <Fold
          title={answer ? `${classes[answer]}: ${filled.slice(0, 120)}${filled.length > 120 ? '…' : ''}` : t.answer}
          open={!answer || refused?.form === `change-${id}`}
        >
          <Select name="class" label={t.answer} options={optionsOf(classes, answerClasses)} empty={t.choose} />
          <Field
            name="release"
            label={t.release}
            quiet
            short
            maxlength={100}
            hint={desk.plannedRequestsReleaseIts({ answer: classes.planned })}
          />
          <TextArea name="reason" label={t.reason} rows={2} />
        </Fold>
        <Submit label={t.takeAsAnswerOf({ n: requestId ?? 0 })}>{t.takeAsAnswer}</Submit>
      </Form>
    </Thing>
  )
}

function ProposalsSection({ proposals }: { proposals: Proposals }) {
  if (proposals.length === 0) return null
  return (
    <Listing title={t.proposals} id="proposals" aside={t.proposalsHint}>
      {proposals.map((one) => (
        <Thing
          title={one.label}
          {...(one.link ? { href: one.link } : {})}
          meta={
            <>
              {one.status && <State>{one.status}</State>}{' '}
              {t.like({ request: <a href={`/requests/${one.proposedId}`}>{`#${one.proposedId} ${one.title}`}</a> })}{' '}
              {one.why && t.because({ why: one.why })}
            </>
          }
          act={
            <div class="row">
              <PostButton
                action={`/answers/portal/entries/${one.id}`}
                fields={{ requestId: String(one.proposedId), join: 'yes' }}
                label={t.joinOf({ entry: one.label, n: one.proposedId ?? 0 })}
                text={t.join}
              />
              <PostButton
                kind="quiet"
                action={`/answers/portal/entries/${one.id}`}
                fields={{ join: 'no' }}
                label={t.notOf({ entry: one.label, n: one.proposedId ?? 0 })}
                text={t.not}
              />
            </div>
          }
        />
      ))}
    </Listing>
  )
}

const FeedsSection = ({ group, feeds }: { group: DeskGroup; feeds: Feed[] }) => (
  <Section title={t.addresses} id="addresses" aside={t.addressesHint}>
    <Things label={t.addresses} of={feeds} none={null}>
      {(feed) => (
        <Thing
          title={feed.url}
          meta={
            <>
              {t.kinds[feed.kind]} ·{' '}
              {feed.readAt === null ? t.notReadYet : t.readAt({ time: <Time at={feed.readAt} />, n: feed.entries ?? 0 })}
            </>
          }
          act={
            <PostButton kind="quiet" action={`/answers/portal/feeds/${feed.id}/close`} label={t.stopOf({ url: feed.url })} text={t.stop} />
          }
        >
          {feed.error && (
            <Note mood="late">
              {sayKept(feed.error)} {t.again({ time: <Time at={feed.nextAt} /> })}
            </Note>
          )}
        </Thing>
      )}
    </Things>
    <Form id="feed" action="/answers/portal/feeds" label={t.addAddress}>
      <Hidden name="group" value={group.slug} />
      <Field name="url" type="url" label={t.address} maxlength={500} hint={t.addressHint} />
      <Select name="kind" label={t.kind} empty={false} options={optionsOf(t.kinds, ['entries', 'releases'] as const)} />
      <Submit>{t.addAddress}</Submit>
    </Form>
  </Section>
)

/** What the vendor's own portal says of the group's requests, and how it comes here. */
export function PortalPage(props: {
  group: DeskGroup
  changes: Change[]
  proposals: Proposals
  feeds: Feed[]
  counts: Awaited<ReturnType<typeof countCases>>
  typed?: Taken
  read?: PortalTaken & { left: number }
  imports: RunLine[]
  /** What was just brought; nothing where nothing was new. */
  importId?: number
}) {
  const refused = useRefused()
  const { group, changes, proposals, feeds, counts, imports, importId, typed, read } = props
  const { needed, more } = tableColumns.portal
  return (
    <Titled
      title={t.title}
      meta={groupAnd(group, <a href={`/desk?group=${group.slug}`}>{t.desk}</a>)}
      lead={counts.entries === 0 ? t.lead : t.counted({ entries: counts.entries, joined: counts.joined })}
    >
      {read && <Note mood="good">{t.taken({ fresh: read.fresh, changed: read.changed, known: read.known, left: read.left })}</Note>}
      {importId !== undefined && (
        <p class="toolbar row">
          <a href={`/answers/portal/imports/${importId}`}>{t.imports.look}</a>
        </p>
      )}
      {typed && (
        <>
          <Note mood={typed.faults.length > 0 ? 'wait' : 'good'}>
            {answers.importedAlreadyHereNot({ taken: typed.taken, known: typed.known, faults: typed.faults.length })}
          </Note>
          <Faults title={answers.rowsCouldNotRead} faults={typed.faults} />
        </>
      )}
      <Listing title={t.changes} of={changes} none={<Empty title={t.noChanges}>{t.noChangesHint}</Empty>}>
        {(change) => <ChangeThing change={change} />}
      </Listing>
      <ProposalsSection proposals={proposals} />
      <FeedsSection {...{ group, feeds }} />
      <FormSection title={t.file} id="file" action="/answers/portal" multipart label={t.importFile}>
        <Hidden name="group" value={group.slug} />
        <Field name="file" type="file" label={t.fileLabel} accept=".csv,.json,.xml,.rss,.atom,.xlsx" optional hint={t.fileHint} />
        <Fold title={t.pasteInstead} open={refused?.form === 'file'}>
          <TextArea
            name="pasted"
            label={t.pasted}
            optional
            rows={6}
            hint={answers.columns({ needed: needed.map(columnName).join(', '), more: more.map(columnName).join(', ') })}
          />
        </Fold>
        <Submit kind="primary">{t.importFile}</Submit>
      </FormSection>
      <Runs runs={imports} />
    </Titled>
  )
}
