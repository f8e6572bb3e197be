import { Field, Select, TextArea } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { formatNumber } from '../../ui/format.ts'
import type { Refused } from '../../ui/forms.ts'
import { Table, Thing, Things } from '../../ui/lists.tsx'
import { renderMarkdown } from '../../ui/markdown.ts'
import { Button, Chain, Empty, Facts, Heading, Note, PostButton, Section, Split, type Station, Toolbar } from '../../ui/parts.tsx'
import { messagePath, threadPath } from '../../ui/paths.ts'
import { MailText } from '../../ui/text.tsx'
import { Day, Time } from '../../ui/time.tsx'
import type { listCasesOf } from '../cases/queries.ts'
import { consentNames } from '../cases/rules.ts'
import type { listComments } from '../comments/queries.ts'
import type { SimilarRequest } from '../likeness/queries.ts'
import type { listProposalsOf } from '../merging/queries.ts'
import type { listNotes } from '../notes/queries.ts'
import { casePath, plural, requestPath, SimilarList, Stage } from '../parts.tsx'
import type {
  listAffected,
  listCaseNumbers,
  listLinks,
  listMerged,
  listPast,
  listRequestChoices,
  Request,
  RequestGroup,
} from '../queries.ts'
import { byHand, kindNames, linkKinds, linkNames, severityNames, stageNames, visibilityNames } from '../rules.ts'
import { SupportSection, type SupportShown } from './support-section.tsx'

export type Cases = Awaited<ReturnType<typeof listCasesOf>>

export interface RecordProps {
  request: Request
  group: RequestGroup
  cases: Cases
  /** All that stand behind it, shown or not. */
  counted: { cases: number; institutions: number }
  links: Awaited<ReturnType<typeof listLinks>>
  merged: Awaited<ReturnType<typeof listMerged>>
  proposals: Awaited<ReturnType<typeof listProposalsOf>>
  numbers: Awaited<ReturnType<typeof listCaseNumbers>>
  affected: Awaited<ReturnType<typeof listAffected>>
  past: Awaited<ReturnType<typeof listPast>>
  comments: Awaited<ReturnType<typeof listComments>>
  files: { id: number; name: string; type: string; size: number }[]
  /** Absent for who may not see it. */
  support?: SupportShown
  notes?: Awaited<ReturnType<typeof listNotes>>
  similar?: SimilarRequest[]
  choices?: Awaited<ReturnType<typeof listRequestChoices>>
  following: boolean
  signedIn: boolean
  /** Stations after the request, and what was said by the vendor: of the domains above. */
  stations?: Station[]
  answers?: Station['label']
  refused?: { form: string; refused: Refused }
}

/** A request with everything that one may see of it. */
export function RecordPage(props: RecordProps) {
  const { request, group, support, similar, choices, answers, refused } = props
  return (
    <>
      <RecordHeading {...props} />
      <Remarks request={request} />
      <Split aside={<Aside {...props} />}>
        {request.text && <article class="prose">{renderMarkdown(request.text)}</article>}
        {request.kind === 'concern' && <Concern {...props} />}
        <CasesSection {...props} />
        {answers}
        <Past {...props} />
        {support && <SupportSection request={request} group={group} support={support} refused={refused} />}
        <Files {...props} />
        <Discussion {...props} />
        <Notes {...props} />
        {similar && <Likes request={request} similar={similar} />}
        {choices && <Steering {...props} choices={choices} />}
      </Split>
    </>
  )
}

function RecordHeading(props: RecordProps) {
  const { request, group, following, signedIn } = props
  const facts = [
    `${kindNames[request.kind]} ${request.id}`,
    request.severity && severityNames[request.severity],
    request.area,
    request.topic && <a href={`/requests?topic=${request.topicId}`}>{request.topic}</a>,
    request.champion && `champion: ${request.champion}`,
  ].filter(Boolean)
  return (
    <Heading
      title={request.title}
      meta={facts.map((fact, at) => (
        <>
          {at > 0 && ' · '}
          {fact}
        </>
      ))}
      actions={
        <>
          {signedIn && (
            <PostButton action={`${requestPath(request.id)}/follow`} fields={{ following: following ? 'no' : 'yes' }}>
              {following ? 'Unfollow' : 'Follow'}
            </PostButton>
          )}
          {group.mayCollate && request.mergedIntoId === null && <Button href={`${requestPath(request.id)}/edit`}>Change</Button>}
        </>
      }
    >
      <Chain stations={stationsOf(props)} />
    </Heading>
  )
}

const Remarks = ({ request }: { request: Request }) => (
  <>
    {request.mergedIntoId !== null && (
      <Note>
        This request is merged into <a href={requestPath(request.rootId)}>request {request.rootId}</a>; what stands behind it counts there,
        but for those who chose to stay. Its text stays here as it was.
      </Note>
    )}
    {request.stage === 'set_aside' && request.stageWhy && <Note>Set aside: {request.stageWhy}</Note>}
  </>
)

function CasesSection({ request, group, cases, counted, refused }: RecordProps) {
  const hidden = counted.cases - cases.length
  return (
    <Section
      title="User cases"
      id="cases"
      aside={
        hidden > 0 ? `${cases.length} of ${counted.cases} may be shown here` : plural(counted.institutions, 'institution', 'institutions')
      }
    >
      {cases.length === 0 ? (
        <Empty title={hidden > 0 ? 'Their authors have not agreed that they are shown here.' : 'No user cases yet.'} />
      ) : (
        <Things label="User cases">
          {cases.map((one) => (
            <CaseThing one={one} request={request} collates={group.mayCollate} />
          ))}
        </Things>
      )}
      {group.mayCollate && request.mergedIntoId === null && (
        <Form action={`${requestPath(request.id)}/cases`} id="add-case" refused={refused?.form === 'cases' ? refused.refused : undefined}>
          <div class="filters">
            <Field name="caseId" label="Number of a user case" inputmode="numeric" short />
            <Button>Add it</Button>
            <Button kind="quiet" href="/cases?loose=yes">
              Those in no request
            </Button>
          </div>
        </Form>
      )}
    </Section>
  )
}

function Discussion({ request, group, comments, refused }: RecordProps) {
  return (
    <Section title="Discussion" id="comments" aside={comments.length > 0 ? plural(comments.length, 'comment', 'comments') : undefined}>
      {comments.map((comment) => (
        <CommentView comment={comment} action={`${requestPath(request.id)}/comments/${comment.id}/remove`} mayRemove={group.mayCollate} />
      ))}
      {group.mayContribute ? (
        <Form
          action={`${requestPath(request.id)}/comments`}
          id="comment"
          refused={refused?.form === 'comments' ? refused.refused : undefined}
        >
          <TextArea name="text" label="Your comment" hint="Those who follow get it by mail and can answer by mail." rows={4} />
          <div class="row">
            <Button>Comment</Button>
          </div>
        </Form>
      ) : (
        comments.length === 0 && <Empty title="Nothing was said yet." />
      )}
    </Section>
  )
}

/** One comment; what was removed says so and nothing else. */
export function CommentView({
  comment,
  action,
  mayRemove,
}: {
  comment: RecordProps['comments'][number]
  action: string
  mayRemove: boolean
}) {
  const name = comment.name ?? 'Somebody'
  return (
    <article class="letter plain" id={`c${comment.id}`}>
      <div class="row apart meta">
        <span>
          <b>{name}</b>, <Time at={comment.at} relative />
          {comment.via === 'mail' && ', by mail'}
        </span>
        {mayRemove && !comment.removedAt && (
          <PostButton kind="quiet" action={action} label={`Remove the comment of ${name}`}>
            Remove
          </PostButton>
        )}
      </div>
      {comment.removedAt ? <p class="soft">Removed.</p> : <MailText text={comment.text} addresses="hidden" />}
    </article>
  )
}

function Notes({ request, notes, refused }: RecordProps) {
  if (!notes) return null
  return (
    <Section title="Internal notes" id="notes" aside="Of the working group alone">
      {notes.map((note) => (
        <article class="letter plain">
          <p class="meta">
            <b>{note.name}</b>, <Time at={note.at} relative />
          </p>
          <MailText text={note.text} />
        </article>
      ))}
      <Form action={`${requestPath(request.id)}/notes`} id="note" refused={refused?.form === 'notes' ? refused.refused : undefined}>
        <TextArea name="text" label="A note" hint="Never leaves the group: not to the vendor, not into briefs, not into search." rows={3} />
        <div class="row">
          <Button>Note it</Button>
        </div>
      </Form>
    </Section>
  )
}

const Likes = ({ request, similar }: { request: Request; similar: SimilarRequest[] }) => (
  <Section title="Similar ones" id="similar">
    <SimilarList
      similar={similar}
      acts={(other) => (
        <div class="row">
          <PostButton
            action={`${requestPath(request.id)}/links`}
            fields={{ toId: String(other.id), kind: 'related' }}
            label={`Request ${other.id} is related`}
          >
            Related
          </PostButton>
          <Button href={`${requestPath(request.id)}/merge?into=${other.id}`} label={`Merge with request ${other.id}`}>
            Merge
          </Button>
          <PostButton
            kind="quiet"
            action={`${requestPath(request.id)}/different`}
            fields={{ otherId: String(other.id) }}
            label={`Request ${other.id} is not the same`}
          >
            Not the same
          </PostButton>
        </div>
      )}
    />
  </Section>
)

/** Where it came from: messages and user cases. A station that was not passed is not there. */
function stationsOf({ request, cases, counted, stations = [], support }: RecordProps): Station[] {
  const messages = new Set(cases.flatMap((one) => one.sources.flatMap(({ messageId }) => (messageId === null ? [] : [messageId]))))
  const [first] = cases.flatMap((one) => one.sources.filter((source) => source.list !== null && source.mailId !== null))
  const standing = support?.supporters.filter(({ strength }) => strength !== 'not_for_us').length ?? 0
  const settled = stations.some(({ state }) => state === 'now' || state === 'done')
  return [
    ...(messages.size > 0
      ? [
          {
            label: 'Messages',
            detail: String(messages.size),
            href: first?.list && first.mailId ? threadPath(first.list, first.mailId) : undefined,
            state: 'done' as const,
          },
        ]
      : []),
    ...(counted.cases > 0
      ? [{ label: 'User cases', detail: plural(counted.cases, 'case', 'cases'), href: '#cases', state: 'done' as const }]
      : []),
    {
      label: 'Request',
      detail: standing > 0 ? plural(standing, 'institution', 'institutions') : <Time at={request.createdAt} style="month" />,
      href: requestPath(request.id),
      state: settled ? ('done' as const) : ('now' as const),
    },
    ...stations,
  ]
}

function CaseThing({ one, request, collates }: { one: Cases[number]; request: Request; collates: boolean }) {
  const [source] = one.sources
  return (
    <Thing
      title={one.title}
      href={casePath(one.id)}
      meta={
        <>
          {one.person ?? one.authorName}
          {one.organisation && `, ${one.organisation}`}
          {one.frequency && `, ${one.frequency}`} ·{' '}
          {source?.list && source.mailId ? (
            <a href={messagePath(source.list, source.mailId, source.variant ?? 1)}>
              message of <Time at={source.saidAt} style="date" />
            </a>
          ) : (
            <Time at={one.saidAt} style="date" />
          )}
          {collates && ` · ${consentNames[one.consent].toLowerCase()}`}
        </>
      }
      act={
        collates && (
          <PostButton kind="quiet" action={`${requestPath(request.id)}/cases/${one.id}/release`} label={`Take out “${one.title}”`}>
            Take out
          </PostButton>
        )
      }
    >
      <blockquote class="quote">{clip(one.problem || source?.excerpt || '')}</blockquote>
    </Thing>
  )
}

const clip = (text: string): string => (text.length > 360 ? `${text.slice(0, text.lastIndexOf(' ', 360))} …` : text)

function Concern({ request, numbers, affected, cases }: RecordProps) {
  const institutions = [...new Set([...affected.map(({ name }) => name), ...cases.flatMap((one) => one.organisation ?? [])])]
  return (
    <Section title="The concern">
      <Facts
        items={[
          { term: 'Severity', value: request.severity && severityNames[request.severity] },
          {
            term: 'Affected',
            value: institutions.length > 0 && `${plural(institutions.length, 'institution', 'institutions')}: ${institutions.join(', ')}`,
          },
          { term: 'Versions', value: request.versions },
          { term: 'Support cases', value: numbers.length > 0 && numbers.map(({ number }) => number).join(', ') },
        ]}
      />
      {request.reproduction && (
        <>
          <h3>How to reproduce it</h3>
          <div class="prose">{renderMarkdown(request.reproduction)}</div>
        </>
      )}
      {request.workaround && (
        <>
          <h3>Workaround</h3>
          <div class="prose">{renderMarkdown(request.workaround)}</div>
        </>
      )}
    </Section>
  )
}

function Past({ past: { votes, answers } }: RecordProps) {
  if (votes.length + answers.length === 0) return null
  return (
    <Section title="From the years before">
      {votes.length > 0 && (
        <Table
          caption="Votes"
          columns={[
            { label: 'Cycle' },
            { label: 'Day' },
            { label: 'Points', numeric: true },
            { label: 'Voters', numeric: true },
            { label: 'Rank', numeric: true },
          ]}
          rows={votes.map((vote) => [
            vote.cycle,
            vote.onDay ? <Day on={vote.onDay} style="short" /> : '–',
            vote.points === null ? '–' : formatNumber('en', Number(vote.points)),
            vote.voters ?? '–',
            vote.place ?? '–',
          ])}
        />
      )}
      {answers.length > 0 && (
        <Things label="What was said in the years before, and is no answer that counts">
          {answers.map((answer) => (
            <Thing
              title={answer.class || 'Said, without an answer'}
              meta={
                <>
                  {answer.onDay && <Day on={answer.onDay} />} {answer.release && `· release ${answer.release}`}
                </>
              }
            >
              {answer.text && <MailText text={answer.text} />}
            </Thing>
          ))}
        </Things>
      )}
    </Section>
  )
}

function Files({ request, group, files, refused }: RecordProps) {
  const collates = group.mayCollate
  if (files.length === 0 && !collates) return null
  return (
    <Section title="Files" id="files">
      {files.length > 0 && (
        <Things label="Files">
          {files.map((file) => (
            <Thing
              title={file.name}
              href={`${requestPath(request.id)}/files/${file.id}`}
              meta={`${file.type}, ${formatNumber('en', Math.ceil(file.size / 1024))} KB`}
              act={
                collates && (
                  <PostButton kind="quiet" action={`${requestPath(request.id)}/files/${file.id}/remove`} label={`Remove ${file.name}`}>
                    Remove
                  </PostButton>
                )
              }
            />
          ))}
        </Things>
      )}
      {collates && (
        <Form
          action={`${requestPath(request.id)}/files`}
          id="file"
          multipart
          refused={refused?.form === 'files' ? refused.refused : undefined}
        >
          <div class="filters">
            <Field name="file" label="Add a file" type="file" />
            <Button>Add</Button>
          </div>
        </Form>
      )}
    </Section>
  )
}

function Aside({ request, links, merged, proposals, group, numbers }: RecordProps) {
  const open = proposals.filter(({ state }) => state === 'open')
  return (
    <>
      <Facts
        items={[
          { term: 'Stage', value: <Stage stage={request.stage} /> },
          { term: 'Since', value: <Time at={request.createdAt} style="date" /> },
          { term: 'Number before Rapport', value: request.oldNumber },
          { term: 'Champion', value: request.champion },
          { term: 'Support cases', value: request.kind === 'idea' && numbers.length > 0 && numbers.map(({ number }) => number).join(', ') },
          { term: 'Who may read it', value: group.mayCollate && visibilityNames[request.visibility] },
        ]}
      />
      {links.length > 0 && (
        <Section title="Linked">
          <ul class="links">
            {links.map((link) => (
              <li>
                <span class="meta">{link.kind === 'part_of' && !link.outward ? 'Has the part' : linkNames[link.kind]}</span>{' '}
                <a href={requestPath(link.id)}>
                  {link.id} {link.title}
                </a>
                {group.mayCollate && (
                  <PostButton
                    kind="quiet"
                    action={`${requestPath(request.id)}/links/${link.id}/remove`}
                    label={`Unlink request ${link.id}`}
                  >
                    Unlink
                  </PostButton>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {merged.length > 0 && (
        <Section title="Merged here, with consent">
          <ul class="links">
            {merged.map((one) => (
              <li>
                <a href={requestPath(one.id)}>
                  {one.id} {one.title}
                </a>
                {group.mayCollate && (
                  <>
                    {' '}
                    (<a href={`/merges/${one.proposalId}`}>undo</a>)
                  </>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {group.mayCollate && open.length > 0 && (
        <Section title="Proposed merges">
          <ul class="links">
            {open.map((one) => (
              <li>
                <a href={`/merges/${one.id}`}>
                  {one.sourceId} into {one.targetId}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Toolbar>
        <a href={`${requestPath(request.id)}/history`}>History</a>
        {group.mayCollate && request.mergedIntoId === null && <a href={`${requestPath(request.id)}/merge`}>Merge into another</a>}
      </Toolbar>
    </>
  )
}

/** What only those who collate decide: stage, champion, links, the institutions that a concern affects. */
function Steering({ request, choices, refused }: RecordProps & { choices: NonNullable<RecordProps['choices']> }) {
  if (request.mergedIntoId !== null) return null
  const here = requestPath(request.id)
  const of = (form: string) => (refused?.form === form ? refused.refused : undefined)
  return (
    <Section title="For those who collate" id="steering">
      <div class="columns">
        <Form action={`${here}/stage`} id="stage" refused={of('stage')}>
          <Select
            name="stage"
            label="Stage"
            hint="The other stages follow from what happens with the vendor."
            options={byHand.map((one) => ({ value: one, label: stageNames[one] }))}
            value={request.stage}
          />
          <Field name="why" label="Why, where it is set aside" value={request.stageWhy} optional />
          <div class="row">
            <Button>Set the stage</Button>
          </div>
        </Form>
        <Form action={`${here}/champion`} id="champion" refused={of('champion')}>
          <Select
            name="personId"
            label="Champion"
            options={choices.members.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={request.championId ? String(request.championId) : undefined}
            empty="Nobody"
            optional
          />
          <div class="row">
            <Button>Name</Button>
          </div>
        </Form>
        <Form action={`${here}/links`} id="link" refused={of('links')}>
          <Select
            name="kind"
            label="This request is"
            options={linkKinds.map((one) => ({ value: one, label: linkNames[one] }))}
            value="related"
            empty={false}
          />
          <Field name="toId" label="Request number" inputmode="numeric" short />
          <div class="row">
            <Button>Link</Button>
          </div>
        </Form>
        {request.kind === 'concern' && (
          <Form action={`${here}/affected`} id="affected" refused={of('affected')}>
            <Field name="institution" label="An affected institution" hint="Its name, as in the register" />
            <Field name="versions" label="Its version" optional />
            <div class="row">
              <Button>Add</Button>
            </div>
          </Form>
        )}
      </div>
    </Section>
  )
}
