import type { RequestStage } from '../../lib/db/schema.ts'
import { AlikeList } from '../../lib/ui/alike.tsx'
import { Chain, type Station } from '../../lib/ui/chain.tsx'
import { Field, Hidden } from '../../lib/ui/form.tsx'
import { formatBytes, formatNumber } from '../../lib/ui/format.ts'
import { sayKept } from '../../lib/ui/kept.ts'
import { Table, Thing, Things } from '../../lib/ui/lists.tsx'
import { renderMarkdown } from '../../lib/ui/markdown.ts'
import { Button, Facts, FormFold, Heading, Note, PostButton, Section, Split, Toolbar } from '../../lib/ui/parts.tsx'
import { threadPath, withQuery } from '../../lib/ui/paths.ts'
import { unlessAlone, useReader } from '../../lib/ui/reader.ts'
import { MailText } from '../../lib/ui/text.tsx'
import { Day, Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { NextAgenda } from '../../offers.ts'
import type { Request } from '../core/queries.ts'
import { visibilityNames } from '../core/rules.ts'
import { requestPath } from '../parts.tsx'
import type { SimilarRequest } from '../similar-queries.ts'
import { alikeThings } from '../similar-rules.ts'
import { CasesSection } from './cases-section.tsx'
import { Discussion, Notes } from './discussion.tsx'
import type { RecordProps } from './props.ts'
import { Standing } from './standing.tsx'
import { Steering } from './steering.tsx'
import { SupportSection } from './support-section.tsx'

const t = textsOf('requests', 'record')
const moving = textsOf('requests', 'moving')
const pageWords = textsOf('requests', 'pages')
const packages = textsOf('advocacy', 'briefs')
const cycles = textsOf('ballots', 'views')

/** The vendor has not had it yet. */
const mayBeSent: ReadonlySet<RequestStage> = new Set(['gathering', 'ready'])

/** A request with everything that one may see of it. */
export function RecordPage(props: RecordProps) {
  const { request, support, similar } = props
  return (
    <>
      <RecordHeading {...props} />
      <Remarks request={request} />
      {props.moves.map(({ from, to, movedAt }) => (
        <p class="meta">{moving.movedFrom({ from, to, time: <Time at={movedAt} style="date" /> })}</p>
      ))}
      {request.mergedIntoId === null && <Standing {...props} />}
      <Chain stations={stationsOf(props)} />
      <Split aside={<Aside {...props} />}>
        {request.text && <div class="prose">{renderMarkdown(request.text, props.mentions)}</div>}
        {request.kind === 'concern' && <Concern {...props} />}
        <CasesSection {...props} />
        <Discussion {...props} />
        {support && <SupportSection request={request} support={support} />}
        <Past {...props} />
        <Files {...props} />
        <Notes {...props} />
        {similar && similar.length > 0 && <Likes request={request} similar={similar} />}
      </Split>
    </>
  )
}

function RecordHeading({ request, group }: RecordProps) {
  const facts = [
    unlessAlone(group.name),
    `${pageWords.kinds[request.kind]} ${request.id}`,
    request.severity && pageWords.severities[request.severity],
    request.area,
    request.topic && <a href={`/requests?topic=${request.topicId}&group=${request.groupSlug}`}>{request.topic}</a>,
    request.champion && pageWords.record.champion({ name: request.champion }),
  ].filter(Boolean)
  return (
    <Heading
      title={request.title}
      meta={
        <>
          {facts.map((fact, at) => (
            <>
              {at > 0 && ' · '}
              {fact}
            </>
          ))}
          {/* A link and no button: on a phone, the first screen is for where the request stands. */}
          {group.mayCollate && request.mergedIntoId === null && (
            <span class="act">
              {' · '}
              <a href={`${requestPath(request.id)}/edit`}>{t.change}</a>
            </span>
          )}
        </>
      }
    />
  )
}

function Remarks({ request }: Pick<RecordProps, 'request'>) {
  const words = pageWords.record
  const at = request.mergedAt
  return (
    <>
      {request.mergedIntoId !== null && (
        <Note>{at === null ? words.mergedElsewhere : words.merged({ n: at, link: (text) => <a href={requestPath(at)}>{text}</a> })}</Note>
      )}
      {request.stage === 'set_aside' && request.stageWhy && <Note>{words.setAside({ why: sayKept(request.stageWhy) })}</Note>}
    </>
  )
}

const Likes = ({ request, similar }: { request: Request; similar: SimilarRequest[] }) => (
  <Section title={t.similarOnes} id="similar">
    <AlikeList
      things={alikeThings(similar)}
      acts={(other) => (
        <div class="row">
          <PostButton
            action={`${requestPath(request.id)}/links`}
            fields={{ toId: String(other.id), kind: 'related' }}
            label={t.linkRequest({ id: other.id })}
            text={t.related}
          />
          <Button href={`${requestPath(request.id)}/merge?into=${other.id}`} label={t.mergeWithRequest({ id: other.id })} text={t.merge} />
          <PostButton
            kind="quiet"
            action={`${requestPath(request.id)}/different`}
            fields={{ otherId: String(other.id) }}
            label={t.notSimilarToRequest({ id: other.id })}
            text={t.notSimilar}
          />
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
            label: pageWords.record.messages,
            detail: String(messages.size),
            href: first?.list && first.mailId ? threadPath(first.list, first.mailId) : undefined,
            state: 'done' as const,
          },
        ]
      : []),
    ...(counted.cases > 0 ? [{ label: pageWords.cases, detail: String(counted.cases), href: '#cases', state: 'done' as const }] : []),
    {
      label: pageWords.record.request,
      detail: standing > 0 ? pageWords.supportedBy({ n: standing }) : <Time at={request.createdAt} style="month" />,
      href: requestPath(request.id),
      state: settled ? ('done' as const) : ('now' as const),
    },
    ...stations,
  ]
}

function Concern({ request, numbers, affected, cases }: RecordProps) {
  const { record: words, severity, severities, institutions: count } = pageWords
  const institutions = [...new Set([...affected.map(({ name }) => name), ...cases.flatMap((one) => one.organisation ?? [])])]
  const said = [request.severity, request.versions, request.reproduction, request.workaround, numbers.length, institutions.length]
  if (!said.some(Boolean)) return null
  const passages = [[words.reproduce, request.reproduction] as const, [words.workaround, request.workaround] as const]
  return (
    <Section title={words.concern}>
      <Facts
        items={[
          { term: severity, value: request.severity && severities[request.severity] },
          { term: words.affected, value: institutions.length > 0 && `${count({ n: institutions.length })}: ${institutions.join(', ')}` },
          { term: words.versions, value: request.versions },
          { term: words.supportCases, value: numbers.length > 0 && numbers.map(({ number }) => number).join(', ') },
        ]}
      />
      {passages.map(
        ([title, text]) =>
          text && (
            <>
              <h3>{title}</h3>
              <div class="prose">{renderMarkdown(text)}</div>
            </>
          ),
      )}
    </Section>
  )
}

function Past({ past: { votes, answers } }: RecordProps) {
  const { locale } = useReader()
  const words = pageWords.record
  if (votes.length + answers.length === 0) return null
  return (
    <Section title={words.past}>
      {votes.length > 0 && (
        <Table
          caption={words.votes}
          showCaption
          columns={[
            { label: words.cycle },
            { label: words.day },
            { label: words.points, numeric: true },
            { label: words.voters, numeric: true },
            { label: words.rank, numeric: true },
          ]}
          rows={votes.map((vote) => [
            vote.cycle,
            vote.onDay ? <Day on={vote.onDay} style="short" /> : '–',
            vote.points === null ? '–' : formatNumber(locale, Number(vote.points)),
            vote.voters ?? '–',
            vote.place ?? '–',
          ])}
        />
      )}
      <Things label={words.pastAnswers} of={answers} none={null}>
        {(answer) => (
          <Thing
            title={answer.class || words.noAnswer}
            meta={
              <>
                {answer.onDay && <Day on={answer.onDay} />} {answer.release && `· ${words.release({ name: answer.release })}`}
              </>
            }
          >
            {answer.text && <MailText text={answer.text} />}
          </Thing>
        )}
      </Things>
    </Section>
  )
}

function Files({ request, group, files: all }: RecordProps) {
  const files = all.filter(({ commentId }) => commentId === null)
  const { locale } = useReader()
  const words = pageWords.record
  const collates = group.mayCollate
  if (files.length === 0 && !collates) return null
  return (
    <Section title={words.files} id="files">
      <Things label={words.files} of={files} none={null}>
        {(file) => (
          <Thing
            title={file.name}
            href={`${requestPath(request.id)}/files/${file.id}`}
            meta={`${file.type}, ${formatBytes(locale, file.size)}`}
            act={
              collates && (
                <PostButton
                  kind="quiet"
                  action={`${requestPath(request.id)}/files/${file.id}/remove`}
                  label={t.remove2({ name: file.name })}
                  text={t.removeFile}
                />
              )
            }
          />
        )}
      </Things>
      {collates && (
        <FormFold title={t.addFile} action={`${requestPath(request.id)}/files`} id="file" multipart>
          <div class="filters">
            <Field name="file" label={t.addAFile} type="file" />
            <Button>{t.addFile}</Button>
          </div>
        </FormFold>
      )}
    </Section>
  )
}

function Aside(props: RecordProps) {
  const { request, links, merged, proposals, group, numbers, choices, forward = [] } = props
  const { record: words } = pageWords
  const open = proposals.filter(({ state }) => state === 'open')
  return (
    <>
      <Facts
        items={[
          { term: words.since, value: <Time at={request.createdAt} style="date" /> },
          { term: words.oldNumber, value: request.oldNumber },
          {
            term: words.supportCases,
            value: request.kind === 'idea' && numbers.length > 0 && numbers.map(({ number }) => number).join(', '),
          },
          { term: t.whoCanReadThis, value: group.mayCollate && visibilityNames[request.visibility] },
        ]}
      />
      {links.length > 0 && (
        <Section title={words.linked}>
          <ul class="links">
            {links.map((link) => (
              <li>
                <span class="meta">{link.kind === 'part_of' && !link.outward ? words.hasPart : words.links[link.kind]}</span>{' '}
                <a href={requestPath(link.id)}>
                  {link.id} {link.title}
                </a>
                {group.mayCollate && (
                  <PostButton
                    kind="quiet"
                    action={`${requestPath(request.id)}/links/${link.id}/remove`}
                    label={t.unlinkRequest({ id: link.id })}
                    text={t.unlink}
                  />
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {merged.length > 0 && (
        <Section title={words.mergedHere}>
          <ul class="links">
            {merged.map((one) => (
              <li>
                <a href={requestPath(one.id)}>
                  {one.id} {one.title}
                </a>
                {group.mayCollate && (
                  <>
                    {' '}
                    (<a href={`/merges/${one.proposalId}`}>{t.undo}</a>)
                  </>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {group.mayCollate && open.length > 0 && (
        <Section title={t.proposedMerges}>
          <ul class="links">
            {open.map((one) => (
              <li>
                <a href={`/merges/${one.id}`}>{t.into({ sourceId: one.sourceId, targetId: one.targetId })}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {group.mayContribute && (
        <Toolbar>
          <a href={`${requestPath(request.id)}/history`}>{words.history}</a>
          {group.mayCollate && request.mergedIntoId === null && <a href={`${requestPath(request.id)}/merge`}>{t.proposeMerge}</a>}
          {group.mayCollate && mayBeSent.has(request.stage) && (
            <a href={withQuery('/briefs/new', { group: request.groupSlug, request: request.id })}>{packages.newBrief}</a>
          )}
          {mayBeSent.has(request.stage) &&
            forward.map(({ id, title }) => (
              <a href={withQuery(`/cycles/${id}/submit`, { request: request.id })}>{cycles.putForwardIn({ title })}</a>
            ))}
          {props.agenda && <ToAgenda request={request} agenda={props.agenda} />}
        </Toolbar>
      )}
      {choices && <Steering {...props} choices={choices} />}
    </>
  )
}

/** Brings the request to the agenda of the next meeting: at once, or as a proposal, as whoever arranges it or not. */
const ToAgenda = ({ request, agenda }: { request: Request; agenda: NextAgenda }) => (
  <form method="post" action={`/meetings/${agenda.slug}/agenda`} class="inline">
    <Hidden name="title" value={request.title.slice(0, 200)} />
    <Hidden name="request" value={String(request.id)} />
    {request.visibility !== 'public' && <Hidden name="internal" value="on" />}
    <button type="submit" class="link">
      {t.toAgenda({ day: { when: agenda.startsAt, place: { ...useReader(), zone: agenda.zone } } })}
    </button>
  </form>
)
