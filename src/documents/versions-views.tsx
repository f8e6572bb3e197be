import { sayKept } from '../lib/ui/kept.ts'
import { Listing, Thing, Things } from '../lib/ui/lists.tsx'
import { Button, Facts, Note, Section, Split, State, Titled, Toolbar } from '../lib/ui/parts.tsx'
import { withQuery } from '../lib/ui/paths.ts'
import { useReader } from '../lib/ui/reader.ts'
import { Day, Time } from '../lib/ui/time.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { Content } from './content-view.tsx'
import type { Document, listOwnLists, listPastReviews, listVersions, Version } from './queries.ts'
import { decideReview, isKeptLongEnough, readers } from './rules.ts'

const t = textsOf('documents', 'versions')
const words = textsOf('documents', 'pages')

function Versions(props: { document: Document; versions: Awaited<ReturnType<typeof listVersions>>; current: number }) {
  const { document, versions, current } = props
  return (
    <Section title={words.versions}>
      <Things label={words.versions}>
        {versions.map((version) => (
          <Thing
            title={words.version({ number: version.number })}
            href={version.number === current ? undefined : `/documents/${document.slug}/v/${version.number}`}
            meta={
              <>
                {/* Of an approved one the day of its approval is said beside it. */}
                {version.approvedOn === null && <Time at={version.madeAt} style="date" />}
                {(document.mayDraft ? [version.maker, version.note && sayKept(version.note)] : [])
                  .filter(Boolean)
                  .map((part, i) => (i > 0 || version.approvedOn === null ? ` · ${part}` : part))}
              </>
            }
            act={
              version.approvedOn ? (
                <State mood={version.number === document.approvedNumber ? 'good' : undefined}>
                  <Approved version={version} />
                </State>
              ) : (
                <State mood="wait">{t.draft}</State>
              )
            }
          />
        ))}
      </Things>
      {versions.length > 1 && (
        <p>
          <a href={`/documents/${document.slug}/compare`}>{words.changes}</a>
        </p>
      )}
    </Section>
  )
}

/** That a version is approved, and since when. */
export function Approved({ version }: { version: { approvedOn: string | null } }) {
  return <span>{words.approved({ day: <Day on={version.approvedOn ?? ''} /> })}</span>
}

type Lists = Awaited<ReturnType<typeof listOwnLists>>
type Step = 'decide' | 'approve' | 'review'

/** The one thing that waits for whoever looks after the document now. */
function stepOf(document: Document, version: Version, today: string): Step | undefined {
  if (!document.mayKeep || document.state === 'removed') return undefined
  if (isKeptLongEnough(document, today)) return 'decide'
  if (document.state !== 'live') return undefined
  if (document.latest > (document.approvedNumber ?? 0) && version.number === document.latest && !version.held) return 'approve'
  return decideReview(document, today) && 'review'
}

function NextStep({ document, version, step, late }: { document: Document; version: Version; step: Step | undefined; late: boolean }) {
  const path = `/documents/${document.slug}`
  if (step === undefined) return null
  if (step === 'decide')
    return (
      <Note>
        <p>{t.storageTimeEndedDecideIf({ day: <Day on={document.keepUntil ?? ''} /> })}</p>
        <p class="row">
          <Button href={`${path}/removal`}>{t.decide}</Button>
        </p>
      </Note>
    )
  if (step === 'approve')
    return (
      <p class="row">
        <Button kind="primary" href={`${path}/approve?version=${version.number}`} text={t.approveVersion({ number: version.number })} />
        {document.approvedNumber === null && <span class="meta">{t.untilThenOnlyWorkingGroup}</span>}
      </p>
    )
  return (
    <Note mood={late ? 'late' : 'wait'}>
      <p>{t.itsReviewIsDueOn({ late, day: <Day on={document.reviewOn ?? ''} /> })}</p>
      <p class="row">
        <Button href={`${path}/review`}>{t.confirmDocument}</Button>
      </p>
    </Note>
  )
}

interface Shown {
  document: Document
  version: Version
  baseUrl: string
}

const Approval = ({ document, version }: Omit<Shown, 'baseUrl'>) => {
  return (
    <>
      <Approved version={version} />
      {version.decisionNumber !== null && (
        <>
          {' · '}
          <a href={`/decisions/${version.decisionId}`}>{words.decision({ number: version.decisionNumber })}</a>
        </>
      )}
      {document.mayDraft && version.approver && ` · ${version.approver}`}
    </>
  )
}

/** What only those inside have to know. */
const innerFacts = (document: Document) => [
  {
    term: t.whoCanReadThis,
    value: document.approvedNumber === null && document.visibility !== 'group' ? t.workingGroupOnlyUntil : readers[document.visibility],
  },
  document.reviewOn !== null && { term: t.nextReview, value: <Day on={document.reviewOn} /> },
  document.keepUntil !== null && { term: t.keptUntil, value: <Day on={document.keepUntil} /> },
]

function Beside({ document, version, lists, baseUrl, reviewAsked }: Shown & { lists: Lists; reviewAsked: boolean }) {
  const { alone } = useReader()
  const path = `/documents/${document.slug}`
  const at = `${path}/v/${version.number}`
  const meetingShown = document.meetingSlug !== null && (document.mayDraft || document.meetingPublic === true)
  return (
    <>
      <Facts
        items={[
          document.host !== alone && { term: words.of, value: document.host },
          { term: words.date, value: <Day on={document.datedOn} /> },
          version.approvedOn !== null && {
            term: words.version({ number: version.number }),
            value: <Approval document={document} version={version} />,
          },
          meetingShown && { term: words.meeting, value: <a href={`/meetings/${document.meetingSlug}`}>{document.meetingTitle}</a> },
          { term: words.owner, value: (words.owners as Record<string, string>)[document.ownerRole] },
          ...(document.mayDraft ? innerFacts(document) : []),
          {
            term: words.address,
            value: (
              <a class="break" href={at}>
                {`${baseUrl}${at}`.replace(/^https?:\/\//, '')}
              </a>
            ),
          },
        ]}
      />
      {document.state !== 'removed' && (
        <Toolbar>
          {version.body !== null && (
            <>
              <a href={`${at}/document.pdf`}>{t.pdf}</a>
              <a href={`${at}/document.docx`}>{t.docx}</a>
              <a href={`${at}/document.md`}>{t.markdown}</a>
            </>
          )}
          <a href={`${path}/export.zip`}>{t.zip}</a>
          {lists.map(({ name, title }) => (
            <a href={withQuery(`/lists/${name}/write`, { subject: document.title, about: at })}>{t.askForComments({ list: title })}</a>
          ))}
        </Toolbar>
      )}
      {document.mayKeep && document.state !== 'removed' && (
        <Toolbar>
          <a href={`${path}/settings`}>{t.settings}</a>
          {document.state === 'live' && !reviewAsked && <a href={`${path}/review`}>{t.review}</a>}
          <a href={`${path}/state`}>{t.bringBack({ live: document.state === 'live' })}</a>
        </Toolbar>
      )}
    </>
  )
}

function Notes({ document, version }: Omit<Shown, 'baseUrl'>) {
  const newer = document.approvedNumber !== null && version.number < document.approvedNumber ? document.approvedNumber : undefined
  return (
    <>
      {document.state === 'archived' && <Note>{words.archived}</Note>}
      {document.state === 'withdrawn' && <Note mood="late">{t.withdrawnOnlyWorkingGroupCan({ stateReason: document.stateReason })}</Note>}
      {newer !== undefined && (
        <Note>{words.earlier({ number: newer, link: (said) => <a href={`/documents/${document.slug}`}>{said}</a> })}</Note>
      )}
    </>
  )
}

const PastReviews = ({ reviews }: { reviews: Awaited<ReturnType<typeof listPastReviews>> }) => (
  <Listing title={t.reviewsWithoutChanges} label={t.reviews}>
    {reviews.map((review) => (
      <Thing
        title={<Time at={review.at} style="date" />}
        meta={[t.version({ number: review.number }), review.by, review.note].filter(Boolean).join(' · ')}
      />
    ))}
  </Listing>
)

/** A document at one of its versions, for whoever may read it. */
export function DocumentPage(
  props: Shown & {
    versions: Awaited<ReturnType<typeof listVersions>>
    /** Where a draft is talked about. */
    lists: Lists
    reviews: Awaited<ReturnType<typeof listPastReviews>>
    today: string
  },
) {
  const { document, version, versions, lists, reviews, today, baseUrl } = props
  const step = stepOf(document, version, today)
  return (
    <Titled
      title={document.title}
      meta={
        <>
          <a href="/documents">{words.documents}</a> · {words.categories[document.category]} · {words.version({ number: version.number })}
        </>
      }
      actions={document.mayDraft && document.state === 'live' && <Button href={`/documents/${document.slug}/edit`}>{t.newVersion}</Button>}
    >
      <Notes document={document} version={version} />
      <NextStep document={document} version={version} step={step} late={decideReview(document, today) === 'late'} />
      <Split aside={<Beside document={document} version={version} lists={lists} baseUrl={baseUrl} reviewAsked={step === 'review'} />}>
        <Content document={document} version={version} />
      </Split>
      <Versions document={document} versions={versions} current={version.number} />
      {reviews.length > 0 && <PastReviews reviews={reviews} />}
    </Titled>
  )
}
