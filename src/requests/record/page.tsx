import { Field } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { formatNumber } from '../../ui/format.ts'
import { Table, Thing, Things } from '../../ui/lists.tsx'
import { renderMarkdown } from '../../ui/markdown.ts'
import { Button, Chain, Facts, Heading, Note, PostButton, Section, Split, type Station, Toolbar } from '../../ui/parts.tsx'
import { threadPath } from '../../ui/paths.ts'
import { MailText } from '../../ui/text.tsx'
import { Day, Time } from '../../ui/time.tsx'
import type { SimilarRequest } from '../likeness/queries.ts'
import { plural, requestPath, SimilarList, Stage } from '../parts.tsx'
import type { Request } from '../queries.ts'
import { kindNames, linkNames, severityNames, visibilityNames } from '../rules.ts'
import { CasesSection } from './cases-section.tsx'
import { Discussion, Notes } from './discussion.tsx'
import type { RecordProps } from './props.ts'
import { Steering } from './steering.tsx'
import { SupportSection } from './support-section.tsx'

/** A request with everything that one may see of it. */
export function RecordPage(props: RecordProps) {
  const { request, group, support, similar, answers, refused } = props
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

function Aside(props: RecordProps) {
  const { request, links, merged, proposals, group, numbers, choices } = props
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
      {choices && <Steering {...props} choices={choices} />}
    </>
  )
}
