import type { RequestStage } from '../../db/schema.ts'
import { stageNames } from '../../requests/rules.ts'
import { Choices, Field, Select, TextArea } from '../../ui/fields.tsx'
import { Filters, Form } from '../../ui/form.tsx'
import type { refusedForm } from '../../ui/forms.ts'
import { NumberedPager, Table, Thing, Things } from '../../ui/lists.tsx'
import { renderMarkdown } from '../../ui/markdown.ts'
import { Button, Empty, Facts, Heading, Note, PostButton, Section, Split, State, Toolbar } from '../../ui/parts.tsx'
import { Day, Time } from '../../ui/time.tsx'
import { classNames } from '../answers/rules.ts'
import type { DeskGroup, listGuests } from '../queries.ts'
import type { Brief, getVersion, listBriefs, listCasesOf, listChoices } from './queries.ts'
import { mayQuote } from './queries.ts'
import { type BriefPage, segmentLine, withdrawnWords } from './rules.ts'

type Refused = ReturnType<typeof refusedForm>

export const count = (value: number, one: string, many: string): string => `${value} ${value === 1 ? one : many}`

/** The briefs of a group. */
export function BriefsPage({ group, found, page }: { group: DeskGroup; found: Awaited<ReturnType<typeof listBriefs>>; page: number }) {
  return (
    <>
      <Heading
        title="Briefs"
        meta={group.name}
        lead={`What we take to ${group.vendor}, a page for each request.`}
        actions={
          <Button kind="primary" href={`/briefs/new?group=${group.slug}`}>
            New brief
          </Button>
        }
      />
      {found.briefs.length === 0 ? (
        <Empty title="No brief yet.">
          A brief gathers requests for the vendor: what people need, who stands behind it, what we ask. Begin one, or choose requests on the
          board.
        </Empty>
      ) : (
        <Things label="Briefs">
          {found.briefs.map((brief) => (
            <Thing
              title={brief.title}
              href={`/briefs/${brief.id}`}
              meta={
                <>
                  {count(brief.requests, 'request', 'requests')} · {brief.champion}
                  {brief.submittedAt && (
                    <>
                      {' '}
                      · handed over <Time at={brief.submittedAt} style="date" />
                    </>
                  )}
                </>
              }
              act={
                brief.closedAt ? (
                  <State>Closed</State>
                ) : brief.submittedAt ? (
                  <State mood="good">With the vendor</State>
                ) : (
                  <State mood="wait">Draft</State>
                )
              }
            />
          ))}
        </Things>
      )}
      <NumberedPager
        current={page}
        count={found.pages}
        hrefFor={(to) => `/briefs?${new URLSearchParams({ group: group.slug, page: String(to) })}`}
      />
    </>
  )
}

/** Title and purpose, of a new brief or an old one. */
export function BriefForm({
  group,
  brief,
  people,
  refused,
  requestIds = [],
}: {
  group: { slug: string; vendor: string }
  brief?: Brief
  people?: { id: number; name: string }[]
  refused?: Refused
  requestIds?: number[]
}) {
  return (
    <>
      <Heading title={brief ? 'Change the brief' : 'New brief'} meta={brief && <a href={`/briefs/${brief.id}`}>{brief.title}</a>} />
      <Form
        action={brief ? `/briefs/${brief.id}` : '/briefs'}
        refused={refused}
        values={brief ? { title: brief.title, purpose: brief.purpose, championId: String(brief.championId) } : {}}
      >
        {!brief && <input type="hidden" name="group" value={group.slug} />}
        {requestIds.map((id) => (
          <input type="hidden" name="requestId" value={String(id)} />
        ))}
        <Field name="title" label="Title" maxlength={200} hint="For instance: for the meeting in October" />
        <TextArea name="purpose" label="Purpose" optional hint={`What ${group.vendor} should know before the first page. Markdown.`} />
        {people && (
          <Select
            name="championId"
            label="Champion"
            empty={false}
            options={people.map((person) => ({ value: String(person.id), label: person.name }))}
            hint="Who carries it to the vendor and follows what becomes of it"
          />
        )}
        <div class="row">
          <Button kind="primary">{brief ? 'Save' : 'Begin'}</Button>
        </div>
      </Form>
    </>
  )
}

/** A brief as its group works on it. */
export function BriefWorkPage({ brief, group }: { brief: Brief; group: DeskGroup }) {
  const silent = brief.requests.filter(({ ask }) => ask.trim() === '')
  const handed = brief.submissions.filter(({ withdrawnAt }) => !withdrawnAt)
  return (
    <>
      <Heading
        title={brief.title}
        meta={
          <>
            <a href={`/briefs?group=${group.slug}`}>Briefs</a> · for {group.vendor}
          </>
        }
        lead={brief.closedAt ? 'This brief is closed.' : undefined}
        actions={
          !brief.closedAt && (
            <>
              <Button href={`/briefs/${brief.id}/add`}>Add requests</Button>
              {brief.mayHandOver && (
                <Button
                  kind="primary"
                  href={`/briefs/${brief.id}/hand-over`}
                  whyNot={
                    brief.requests.length === 0
                      ? 'There is no request in it yet.'
                      : silent.length > 0
                        ? `${count(silent.length, 'page lacks', 'pages lack')} the ask.`
                        : undefined
                  }
                >
                  Hand over
                </Button>
              )}
            </>
          )
        }
      />
      <Split
        aside={
          <>
            <Facts
              items={[
                { term: 'Champion', value: brief.champion },
                { term: 'Begun', value: <Time at={brief.createdAt} style="date" /> },
              ]}
            />
            <Section title="Versions">
              {brief.versions.length === 0 ? (
                <p class="soft">None is kept yet. Handing over keeps one by itself.</p>
              ) : (
                <ul class="links">
                  {brief.versions.map((version) => (
                    <li>
                      <a href={`/briefs/${brief.id}/versions/${version.number}`}>Version {version.number}</a>,{' '}
                      <Time at={version.madeAt} style="date" />
                    </li>
                  ))}
                </ul>
              )}
              {!brief.closedAt && brief.requests.length > 0 && (
                <PostButton action={`/briefs/${brief.id}/versions`}>Keep a version</PostButton>
              )}
            </Section>
            {!brief.closedAt && (
              <div class="row">
                <Button kind="quiet" href={`/briefs/${brief.id}/edit`}>
                  Change
                </Button>
                {brief.mayHandOver && (
                  <PostButton kind="quiet" action={`/briefs/${brief.id}/close`}>
                    Close
                  </PostButton>
                )}
              </div>
            )}
          </>
        }
      >
        {handed.length > 0 && (
          <Section title="Handed over">
            <Things label="Submissions">
              {handed.map((one) => (
                <Thing
                  title={
                    <>
                      Version {one.version}, <Time at={one.submittedAt} style="date" />
                    </>
                  }
                  href={`/submissions/${one.id}`}
                  meta={
                    <>
                      Answers due <Day on={one.dueOn} />
                    </>
                  }
                />
              ))}
            </Things>
          </Section>
        )}
        {brief.purpose && <div class="prose">{renderMarkdown(brief.purpose)}</div>}
        <Section title="Requests" aside={count(brief.requests.length, 'page', 'pages')}>
          {brief.requests.length === 0 && (
            <Empty title="No request yet.">
              <Button href={`/briefs/${brief.id}/add`}>Add requests</Button>
            </Empty>
          )}
          <Things label="Requests">
            {brief.requests.map((one) => (
              <Thing
                title={`#${one.requestId} ${one.title}`}
                href={`/briefs/${brief.id}/requests/${one.requestId}`}
                meta={`${count(one.institutions, 'institution', 'institutions')} · ${count(one.cases, 'user case', 'user cases')}, ${
                  brief.quotes.filter((quote) => quote.requestId === one.requestId).length
                } quoted · ${stageNames[one.stage]}`}
                act={one.ask ? <State mood="good">Ready</State> : <State mood="wait">Lacks the ask</State>}
              >
                {one.ask && <p class="snippet">{one.ask.length > 220 ? `${one.ask.slice(0, 219)}…` : one.ask}</p>}
              </Thing>
            ))}
          </Things>
        </Section>
      </Split>
    </>
  )
}

/** Requests to choose from. */
export function AddPage({
  brief,
  choices,
  search,
  refused,
}: {
  brief: Brief
  choices: Awaited<ReturnType<typeof listChoices>>
  search: string
  refused?: Refused
}) {
  const there = new Set(brief.requests.map(({ requestId }) => requestId))
  const open = choices.filter(({ id }) => !there.has(id))
  return (
    <>
      <Heading title="Add requests" meta={<a href={`/briefs/${brief.id}`}>{brief.title}</a>} />
      <Filters action={`/briefs/${brief.id}/add`} label="Find requests" values={{ q: search }} submit="Find">
        <Field name="q" type="search" label="Words or number" optional />
      </Filters>
      {open.length === 0 ? (
        <Empty title="No other request fits.">What is merged, set aside or accepted is not offered.</Empty>
      ) : (
        <Form action={`/briefs/${brief.id}/requests`} refused={refused}>
          <Choices
            name="requestId"
            label="Requests"
            many
            options={open.map((one) => ({
              value: String(one.id),
              label: `#${one.id} ${one.title}`,
              hint: `${count(one.institutions, 'institution', 'institutions')} · ${count(one.cases, 'user case', 'user cases')} · ${stageNames[one.stage as RequestStage]}`,
            }))}
          />
          <div class="row">
            <Button kind="primary">Add</Button>
          </div>
        </Form>
      )}
    </>
  )
}

const consentWords: Record<string, string> = {
  unasked: 'The author has not been asked whether the vendor may read it.',
  asked: 'The author has been asked and has not answered yet.',
  no: 'The author does not want the vendor to read it.',
}

/** One page of a brief: what we ask, the evidence, who is quoted. */
export function RequestPage({
  brief,
  request,
  cases,
  refused,
}: {
  brief: Brief
  request: Brief['requests'][number]
  cases: Awaited<ReturnType<typeof listCasesOf>>
  refused?: Refused
}) {
  const quoted = brief.quotes.filter(({ requestId }) => requestId === request.requestId).map(({ caseId }) => String(caseId))
  const place = brief.requests.findIndex(({ requestId }) => requestId === request.requestId) + 1
  return (
    <>
      <Heading
        title={`#${request.requestId} ${request.title}`}
        meta={<a href={`/briefs/${brief.id}`}>{brief.title}</a>}
        lead={<a href={`/requests/${request.requestId}`}>The request itself</a>}
        actions={
          <PostButton kind="quiet" action={`/briefs/${brief.id}/requests/${request.requestId}/remove`}>
            Take it out
          </PostButton>
        }
      />
      <Form
        action={`/briefs/${brief.id}/requests/${request.requestId}`}
        refused={refused}
        values={{ ask: request.ask, evidence: request.evidence, position: String(place), caseIds: quoted }}
      >
        <TextArea name="ask" label="What we ask" hint="One or two sentences that can be answered. Markdown." rows={4} />
        <TextArea
          name="evidence"
          label="Evidence"
          optional
          hint="Numbers, votes, what was tried, links. Markdown; institutions and earlier answers are added by themselves."
          rows={5}
        />
        {cases.length > 0 && (
          <Choices
            name="caseIds"
            label="Quote these user cases"
            many
            options={cases.map((one) => ({
              value: String(one.id),
              label: `${one.author ?? (one.authorName || 'Somebody')}${one.institution ? `, ${one.institution}` : ''}: ${one.title}`,
              hint: mayQuote(one.consent) ? (one.excerpt ?? one.problem).slice(0, 220) : consentWords[one.consent],
              disabled: !mayQuote(one.consent),
            }))}
          />
        )}
        <Field name="position" label="Page" type="number" min={1} max={brief.requests.length} short inputmode="numeric" />
        <div class="row">
          <Button kind="primary">Save</Button>
          <Button kind="quiet" href={`/briefs/${brief.id}`}>
            Back
          </Button>
        </div>
      </Form>
    </>
  )
}

/** Handing over: to whom, how, until when. */
export function HandOverPage({
  brief,
  group,
  guests,
  dueOn,
  today,
  refused,
}: {
  brief: Brief
  group: DeskGroup
  guests: Awaited<ReturnType<typeof listGuests>>
  dueOn: string
  today: string
  refused?: Refused
}) {
  return (
    <>
      <Heading
        title={`Hand it over to ${group.vendor}`}
        meta={<a href={`/briefs/${brief.id}`}>{brief.title}</a>}
        lead={`${count(brief.requests.length, 'request', 'requests')}. What goes out is kept as a version and stays as it was.`}
      />
      <Form
        action={`/briefs/${brief.id}/hand-over`}
        refused={refused}
        values={{ dueOn, on: today, personIds: guests.map(({ id }) => String(id)) }}
      >
        {guests.length > 0 ? (
          <Choices
            name="personIds"
            label="Send it to"
            many
            options={guests.map((guest) => ({ value: String(guest.id), label: guest.name, hint: guest.email }))}
            hint="They get it by mail as PDF and spreadsheet and can answer on the web or by replying."
          />
        ) : (
          <Note>
            The vendor has no guests here yet. <a href={`/desk/guests?group=${group.slug}`}>Invite them</a>, or name below who received it.
          </Note>
        )}
        <Field name="toName" label="Others who received it" optional maxlength={300} hint="In words: names and how they got it" />
        <Field name="how" label="How" optional maxlength={200} hint="For instance: by mail, in the meeting of October" />
        <Field name="on" label="Handed over on" type="date" max={today} short />
        <Field
          name="dueOn"
          label="Answers due"
          type="date"
          short
          hint={`The group’s rule: ${count(group.rule.answerMonths, 'month', 'months')} later`}
        />
        <TextArea name="note" label="A word with it" optional rows={3} maxlength={2000} />
        <div class="row">
          <Button kind="primary">Hand over</Button>
          <Button kind="quiet" href={`/briefs/${brief.id}`}>
            Back
          </Button>
        </div>
      </Form>
    </>
  )
}

const Prose = ({ text }: { text: string }) => <div class="prose">{renderMarkdown(text)}</div>

/** One request as the vendor reads it. */
export function PageOfBrief({ page }: { page: BriefPage }) {
  const { institutions } = page
  return (
    <Section title={`#${page.requestId} ${page.title}`} id={`r${page.requestId}`}>
      <Facts
        items={[
          { term: 'Kind', value: page.kind === 'concern' ? 'Technical concern' : 'Idea' },
          { term: 'Severity', value: page.severity },
          { term: 'Versions', value: page.versions },
          { term: 'Your support cases', value: page.caseNumbers.join(', ') },
        ]}
      />
      <h3>The ask</h3>
      <Prose text={page.ask} />
      {page.need && (
        <>
          <h3>The need</h3>
          <Prose text={page.need} />
        </>
      )}
      {page.reproduction && (
        <>
          <h3>How to see it</h3>
          <Prose text={page.reproduction} />
        </>
      )}
      {page.workaround && (
        <>
          <h3>What people do instead</h3>
          <Prose text={page.workaround} />
        </>
      )}
      {page.quotes.length > 0 && (
        <>
          <h3>In their words</h3>
          {page.quotes.map((quote) =>
            quote.withdrawn ? (
              <p class="soft">{withdrawnWords}</p>
            ) : (
              <figure class="stack">
                <blockquote class="prose">
                  <p>{quote.text}</p>
                </blockquote>
                <figcaption class="meta">
                  {[quote.who, quote.institution].filter(Boolean).join(', ')}, <Day on={quote.on} />
                </figcaption>
              </figure>
            ),
          )}
        </>
      )}
      <h3>Who stands behind it</h3>
      <p>
        {count(institutions.total, 'institution', 'institutions')}, {institutions.must} of them with “must”;{' '}
        {count(page.cases, 'user case', 'user cases')} on record.
      </p>
      {institutions.total > 0 && (
        <Table
          caption={`Institutions behind #${page.requestId} by segment`}
          hideCaption
          columns={[{ label: 'Segment' }, { label: 'Institutions' }]}
          rows={[
            ['Region', segmentLine(institutions.regions)],
            ['Size', segmentLine(institutions.sizes)],
            ['Consortium', segmentLine(institutions.consortia)],
            ['Stage with the product', segmentLine(institutions.stages)],
          ]}
        />
      )}
      {page.evidence && (
        <>
          <h3>Evidence</h3>
          <Prose text={page.evidence} />
        </>
      )}
      {page.past.length > 0 && (
        <>
          <h3>Earlier answers</h3>
          <ul class="links">
            {page.past.map((one) => (
              <li>
                <Day on={one.on} />: <b>{classNames[one.class]}</b>
                {one.release && ` for ${one.release}`}. {one.reason}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

/** A version of a brief: a page for each request. */
export function VersionPage({ version }: { version: Awaited<ReturnType<typeof getVersion>> }) {
  const { content, briefId, number } = version
  const here = `/briefs/${briefId}/versions/${number}`
  return (
    <>
      <Heading
        title={content.title}
        meta={
          <>
            {content.group} · brief {briefId}, version {number} of <Time at={version.madeAt} style="date" />
          </>
        }
        lead={`For ${content.vendor}, about ${content.product}. Champion: ${content.champion}.`}
        actions={version.submissionId !== null && <Button href={`/submissions/${version.submissionId}`}>Answers</Button>}
      >
        <Toolbar>
          <a href={`${here}/brief.pdf`}>PDF</a>
          <a href={`${here}/brief.xlsx`}>Spreadsheet</a>
          {version.inGroup && <a href={`/briefs/${briefId}`}>Work on it</a>}
        </Toolbar>
      </Heading>
      {content.purpose && <Prose text={content.purpose} />}
      <nav aria-label="Requests">
        <ul class="links">
          {content.pages.map((page) => (
            <li>
              <a href={`#r${page.requestId}`}>
                #{page.requestId} {page.title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {content.pages.map((page) => (
        <PageOfBrief page={page} />
      ))}
    </>
  )
}
