import { isSure } from '../../lib/similar/why.ts'
import { AlikeList, WithAlike } from '../../lib/ui/alike.tsx'
import { Field, Filters, Form, Hidden, optionsById, Select } from '../../lib/ui/form.tsx'
import { hideAddresses } from '../../lib/ui/hidden.ts'
import { dotted, NumberedPager, Thing, Things } from '../../lib/ui/lists.tsx'
import type { Child } from '../../lib/ui/message.ts'
import { Button, Cancel, Empty, Facts, Heading, Note, PostButton, Section, Split, State, Submit, Titled } from '../../lib/ui/parts.tsx'
import { messagePath, withQuery } from '../../lib/ui/paths.ts'
import { type Pickable, Picker } from '../../lib/ui/picker.tsx'
import { unlessAlone } from '../../lib/ui/reader.ts'
import { MailText } from '../../lib/ui/text.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { listRequestChoices, RequestGroup } from '../core/queries.ts'
import { visibilityNames } from '../core/rules.ts'
import { CaseFields, CaseTitle, ConsentChoices, VisibilityChoices } from '../forms.tsx'
import { GroupTabs, inGroup, isNarrowed } from '../group-choice.tsx'
import { Chosen, casePath, requestPath, Stage } from '../parts.tsx'
import type { SimilarRequest } from '../similar-queries.ts'
import { alikeThings } from '../similar-rules.ts'
import { RequestTabs } from '../views.tsx'
import type { getCase, listCases, listCaseVersions, listCollating, listNumbersOf, listSources } from './queries.ts'
import { caseTexts, consentNames, whyNotCorrect } from './rules.ts'

const t = textsOf('requests', 'cases')
const pageWords = textsOf('requests', 'pages')

type Choices = Awaited<ReturnType<typeof listRequestChoices>>

/** User cases that one may see; those who collate choose some for a request. */
export function CasesPage(props: {
  group: RequestGroup
  choices: Choices
  found: Awaited<ReturnType<typeof listCases>>
  values: Record<string, string | undefined>
  page: number
}) {
  const { group, choices, found, values, page } = props
  const narrowed = isNarrowed(values)
  return (
    <>
      <Heading
        title={t.userCases}
        lead={t.whoAffectedHowOftenWhat}
        actions={group.mayContribute && <Button kind="primary" href={inGroup(group, '/cases/new')} text={t.shareAUserCase} />}
      >
        <RequestTabs group={group} current="/cases" />
      </Heading>
      <Filters
        action="/cases"
        label={t.narrowDown}
        values={values as Record<string, string>}
        narrowed={narrowed}
        nothing={found.total === 0}
        hidden={{ group: group.named ? group.slug : undefined }}
      >
        <Field name="q" label={t.words} type="search" optional />
        <Select name="area" label={t.productArea} options={optionsById(choices.areas)} empty={t.all} optional />
        {group.mayCollate && (
          <>
            <Select
              name="state"
              label={t.state}
              options={[
                { value: 'draft', label: t.drafts },
                { value: 'open', label: t.open },
              ]}
              empty={t.all}
              optional
            />
            <Select name="loose" label={t.requests} options={[{ value: 'yes', label: t.notPartRequest }]} empty={t.all} optional />
          </>
        )}
      </Filters>
      {found.total === 0 ? (
        <Empty title={narrowed ? t.noneMatch : t.noUserCasesYet}>
          {narrowed ? <a href={inGroup(group, '/cases')}>{pageWords.showAll}</a> : t.pressMakeAUserCaseAt}
        </Empty>
      ) : (
        <Chosen collates={group.mayCollate}>
          <Section title={t.userCase({ total: found.total })}>
            <Things label={t.userCases}>
              {found.cases.map((one) => (
                <Thing
                  title={one.title}
                  href={casePath(one.id)}
                  tick={group.mayCollate ? { name: 'case', value: one.id, label: t.choose({ title: one.title }) } : undefined}
                  meta={
                    <>
                      {one.authorName}
                      {one.organisation && `, ${one.organisation}`}
                      {one.frequency && `, ${one.frequency}`}
                      {one.area && ` · ${one.area}`} · <Time at={one.saidAt} style="short" />
                      {one.requests.length > 0 && (
                        <>
                          {' · '}
                          {one.requests.map((id, at) => (
                            <>
                              {at > 0 && ', '}
                              <a href={requestPath(id)}>{t.request({ id })}</a>
                            </>
                          ))}
                        </>
                      )}
                    </>
                  }
                  act={group.mayCollate && one.state === 'draft' && <State mood="wait">{t.draft}</State>}
                />
              ))}
            </Things>
            {group.mayCollate && <Submit>{t.createRequestFromSelected}</Submit>}
            <NumberedPager current={page} count={found.pages} hrefFor={(to) => withQuery('/cases', { ...values, page: to })} />
          </Section>
        </Chosen>
      )}
    </>
  )
}

type Shown = Awaited<ReturnType<typeof getCase>>

interface CasePageProps {
  one: Shown
  group: RequestGroup
  sources: Awaited<ReturnType<typeof listSources>>
  numbers: Awaited<ReturnType<typeof listNumbersOf>>
  requests: Awaited<ReturnType<typeof listCollating>>
  versions: Awaited<ReturnType<typeof listCaseVersions>>
  similar?: SimilarRequest[]
  /** Requests that it can be added to, for who may. */
  picks?: Pickable[]
  /** The one of them that its author has in mind. */
  meant?: number | undefined
}

/** Requests like a case that stands, of which it is no part yet. */
const alikeOf = ({ one, requests, similar = [] }: CasePageProps): SimilarRequest[] =>
  one.state === 'withdrawn' ? [] : similar.filter((other) => !requests.some(({ id }) => id === other.id))

/** One user case: what was told, the words that it came from, and where it went. */
export function CasePage(props: CasePageProps) {
  const { one, group } = props
  const alike = alikeOf(props)
  const [, ...told] = caseTexts
  const words = pageWords.case
  const mayChange = (one.mine || one.mayCollate) && whyNotCorrect(one) === undefined
  return (
    <Titled
      title={one.title}
      meta={
        <>
          {dotted([unlessAlone(group.name), words.number({ n: one.id }), one.person ?? one.authorName])}
          {one.organisation && `, ${one.organisation}`} · <Time at={one.saidAt} style="date" />
        </>
      }
      actions={mayChange && <Button href={`${casePath(one.id)}/edit`}>{t.correctIt({ draft: one.state === 'draft' })}</Button>}
    >
      {one.state === 'draft' && <Note>{words.draft}</Note>}
      {one.state === 'withdrawn' && <Note mood="late">{words.withdrawn}</Note>}
      <DoneAlready {...props} />
      <Split aside={<CaseAside {...props} />}>
        <Facts items={told.map((key) => ({ term: words.fields[key], value: one[key] && <MailText text={one[key]} /> }))} />
        <Sources {...props} />
        <Likes {...props} similar={alike} />
        <Requests {...props} similar={alike} />
      </Split>
    </Titled>
  )
}

/** Whoever tells of a need that is met already learns so. */
function DoneAlready({ one, similar = [] }: CasePageProps) {
  const done = similar.find((request) => request.stage === 'accepted' && isSure(request))
  if (!one.mine || one.state === 'withdrawn' || !done) return null
  const { id, title } = done
  return <Note mood="good">{t.isDone({ id, title, link: (text) => <a href={requestPath(id)}>{text}</a> })}</Note>
}

/** Who reads it in the end: whom its author lets nobody quote, the group alone reads. */
const readersOf = ({ consent, visibility }: Pick<Shown, 'consent' | 'visibility'>) => (consent === 'no' ? 'group' : visibility)

function CaseAside({ one, numbers, versions }: CasePageProps) {
  const { case: words, area, record } = pageWords
  const inner = one.mine || one.mayCollate
  return (
    <>
      <Facts
        items={[
          { term: words.state, value: words.states[one.state] },
          { term: area, value: one.area },
          { term: words.institution, value: one.organisation },
          { term: record.supportCases, value: numbers.length > 0 && numbers.map(({ number }) => number).join(', ') },
          { term: t.whoCanReadThis, value: inner && visibilityNames[readersOf(one)] },
          { term: t.quoting, value: inner && consentNames[one.consent] },
          { term: words.corrected, value: versions.length > 1 && words.times({ n: versions.length - 1 }) },
        ]}
      />
      {one.mine && one.state !== 'withdrawn' && (
        <>
          <Form action={`${casePath(one.id)}/consent`} id="consent">
            <ConsentChoices value={one.consent} />
            <Submit>{t.saySo}</Submit>
          </Form>
          <Form action={`${casePath(one.id)}/withdraw`} id="withdraw">
            <Field name="why" label={t.reasonForWithdrawing} optional />
            <Submit kind="danger">{t.withdraw}</Submit>
          </Form>
        </>
      )}
    </>
  )
}

function Sources({ sources }: CasePageProps) {
  const words = pageWords.case
  return (
    <Section title={words.sources} id="sources">
      {sources.length === 0 && <p class="meta">{words.onWeb}</p>}
      {sources.map((source) => (
        <article class="letter plain">
          <p class="meta">
            {dotted([
              <>
                <b>{hideAddresses(source.saidBy)}</b>, <Time at={source.saidAt} style="date" />
              </>,
              source.list && source.mailId && (
                <a href={messagePath(source.list, source.mailId, source.variant ?? 1)}>{hideAddresses(source.subject ?? '')}</a>
              ),
              source.messageId === null && words.forwarded,
            ])}
          </p>
          <MailText text={source.excerpt} addresses="hidden" />
        </article>
      ))}
    </Section>
  )
}

function Requests({ one, requests, picks, meant, similar = [] }: CasePageProps) {
  const { title, case: words } = pageWords
  return (
    <Section title={title} id="requests">
      <Things label={title} of={requests} none={<Empty title={words.noRequest} />}>
        {(request) => (
          <Thing
            title={request.title}
            href={requestPath(request.id)}
            meta={words.request({ n: request.id })}
            act={<Stage stage={request.stage} />}
          />
        )}
      </Things>
      {one.mayCollate && one.state !== 'withdrawn' && (
        <>
          <div class="row">
            <Button
              kind={requests.length === 0 && meant === undefined && similar.length === 0 ? 'primary' : 'plain'}
              href={`/requests/new?case=${one.id}&group=${one.groupId}`}
              text={t.createRequest}
            />
          </div>
          <Form action={`${casePath(one.id)}/join`} id="join">
            <Picker name="requestId" label={pageWords.record.request} group={one.groupId} best={picks} value={meant} />
            <Submit>{t.addToRequest2}</Submit>
          </Form>
        </>
      )}
    </Section>
  )
}

const Likes = ({ one, requests, similar }: CasePageProps & { similar: SimilarRequest[] }) =>
  similar.length > 0 && (
    <Section title={t.similarRequests} id="similar">
      <AlikeList
        things={alikeThings(similar)}
        acts={(other) =>
          one.mayCollate && (
            <div class="row">
              <PostButton
                action={`${casePath(one.id)}/join`}
                kind={requests.length === 0 && other.id === similar[0]?.id ? 'primary' : 'plain'}
                fields={{ requestId: String(other.id) }}
                label={t.addToRequest({ id: other.id })}
                text={t.addToRequest2}
              />
              <PostButton
                kind="quiet"
                action={`${casePath(one.id)}/different`}
                fields={{ requestId: String(other.id) }}
                label={t.notSimilarToRequest({ id: other.id })}
                text={t.somethingElse}
              />
            </div>
          )
        }
      />
    </Section>
  )

type Named = { id: number; title: string } | undefined

/** The request that a new case is an example for. */
const About = ({ about }: { about: Named }) =>
  about && (
    <p>
      <Hidden name="requestId" value={String(about.id)} />
      {t.forRequest({
        link: () => (
          <a href={requestPath(about.id)}>
            #{about.id} {about.title}
          </a>
        ),
      })}
    </p>
  )

/** Where whoever opens the form of a case has come from; all read the requests, and the page of cases is the group's. */
const comesFrom = (one: Named, about: Named): string => (one && casePath(one.id)) ?? (about && requestPath(about.id)) ?? '/requests'

/** The use-case form, for a new one or to correct one. */
export function CaseFormPage(props: {
  group: RequestGroup
  choices: Choices
  institutions: { id: number; name: string }[]
  one?: Shown
  sources?: { excerpt: string }[]
  numbers?: string[]
  /** What somebody typed who looks for similar ones first, and what was found. */
  typed?: Record<string, string>
  similar?: SimilarRequest[]
  /** The request that a new one is an example for. */
  about?: Named
}) {
  const { group, choices, institutions, one, sources = [], numbers = [], typed, similar, about } = props
  const values = one && {
    ...Object.fromEntries(caseTexts.map((key) => [key, one[key]])),
    areaId: one.areaId ? String(one.areaId) : undefined,
    organisationId: one.organisationId ? String(one.organisationId) : undefined,
    numbers: numbers.join('\n'),
  }
  return (
    <>
      <Heading title={one ? t.userCase2({ id: one.id }) : t.shareAUserCase} lead={one ? undefined : t.aFewLinesAreEnoughThe}>
        {!one && <GroupTabs group={group} path="/cases/new" />}
      </Heading>
      <Sourced sources={sources}>
        <Form keeps={one !== undefined} action={one ? casePath(one.id) : inGroup(group, '/cases')} values={typed}>
          <About about={about} />
          {one ? (
            <>
              <CaseTitle value={one.title} />
              <CaseFields areas={choices.areas} institutions={institutions} values={values} tickets />
            </>
          ) : (
            <WithAlike group={group.id} first={<CaseTitle />} things={similar && alikeThings(similar)} look>
              <CaseFields areas={choices.areas} institutions={institutions} tickets />
            </WithAlike>
          )}
          {(!one || one.mine) && <VisibilityChoices value={one?.visibility ?? 'subscribers'} />}
          {!one && <ConsentChoices value="unasked" />}
          <Submit kind="primary" beside={<Cancel href={comesFrom(one, about)} />} text={t.shareUserCase({ hasOne: Boolean(one) })} />
        </Form>
      </Sourced>
    </>
  )
}

/** A form, and beside it the words that it is filled in from, where there are some. */
const Sourced = ({ sources, children }: { sources: { excerpt: string }[]; children?: Child }) =>
  sources.length === 0 ? (
    children
  ) : (
    <Split
      aside={
        <Section title={t.sourceMessage}>
          {sources.map(({ excerpt }) => (
            <MailText text={excerpt} addresses="hidden" />
          ))}
        </Section>
      }
    >
      {children}
    </Split>
  )
