import { Field, Select, TextArea } from '../../lib/ui/fields.tsx'
import { Form } from '../../lib/ui/form.tsx'
import type { refusedForm } from '../../lib/ui/forms.ts'
import { NumberedPager, Thing, Things } from '../../lib/ui/lists.tsx'
import { renderMarkdown } from '../../lib/ui/markdown.ts'
import { Button, Empty, Facts, Heading, PostButton, Section, Split, State } from '../../lib/ui/parts.tsx'
import { Day, Time } from '../../lib/ui/time.tsx'
import { stageNames } from '../../requests/rules.ts'
import { count } from '../parts.tsx'
import type { DeskGroup } from '../queries.ts'
import type { Brief, listBriefs } from './queries.ts'

type Refused = ReturnType<typeof refusedForm>

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
                  <State mood="good">Handed over</State>
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
                  kind={handed.length === 0 ? 'primary' : 'plain'}
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

export const Prose = ({ text }: { text: string }) => <div class="prose">{renderMarkdown(text)}</div>
