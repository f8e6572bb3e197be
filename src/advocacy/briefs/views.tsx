import { shorten } from '../../lib/ui/excerpt.ts'
import { Share } from '../../lib/ui/figures.tsx'
import { Field, Form, optionsById, Select, TextArea } from '../../lib/ui/form.tsx'
import { Listing, NumberedPager, Thing, Things } from '../../lib/ui/lists.tsx'
import { renderMarkdown } from '../../lib/ui/markdown.ts'
import { Button, Empty, Facts, PostButton, Section, Split, State, Submit, Titled } from '../../lib/ui/parts.tsx'
import { withQuery } from '../../lib/ui/paths.ts'
import { Day, Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { stageNames } from '../../requests/rules.ts'
import { groupAnd, groupChoice } from '../group-choice.tsx'
import type { DeskGroup } from '../queries.ts'
import type { Brief, listBriefs } from './queries.ts'
import { whyNotTwice } from './rules.ts'

const t = textsOf('advocacy', 'briefs')

/** The briefs of a group. */
export const BriefsPage = ({ group, found, page }: { group: DeskGroup; found: Awaited<ReturnType<typeof listBriefs>>; page: number }) => (
  <Titled
    title={t.briefs}
    meta={groupChoice(group, '/briefs')}
    lead={t.requestsSendOnePageEach({ vendor: group.vendor })}
    actions={<Button kind="primary" href={`/briefs/new?group=${group.slug}`} text={t.newBrief} />}
  >
    <Things label={t.briefs} of={found.briefs} none={<Empty title={t.noPackagesYet}>{t.packageCollectsRequests}</Empty>}>
      {(brief) => (
        <Thing
          title={brief.title}
          href={`/briefs/${brief.id}`}
          meta={
            <>
              {t.counts.requests({ n: brief.requests })} · {brief.champion}
              {brief.submittedAt && <> {t.handedOver({ time: <Time at={brief.submittedAt} style="date" /> })}</>}
            </>
          }
          // When it was sent stands below its title.
          act={brief.closedAt ? <State>{t.closed}</State> : !brief.submittedAt && <State mood="wait">{t.draft}</State>}
        >
          {brief.submittedAt && (
            <Share whole={brief.requests} part={brief.answered} of={brief.requests}>
              {t.answeredOf({ n: brief.answered, all: brief.requests })}
            </Share>
          )}
        </Thing>
      )}
    </Things>
    <NumberedPager current={page} count={found.pages} hrefFor={(to) => withQuery('/briefs', { group: group.slug, page: to })} />
  </Titled>
)

/** Title and purpose, of a new brief or an old one. */
export function BriefForm(props: {
  group: Pick<DeskGroup, 'slug' | 'name' | 'vendor'>
  brief?: Brief
  people?: { id: number; name: string }[]
  /** What a new one begins with. */
  requests?: { id: number; title: string }[]
}) {
  const { group, brief, people, requests = [] } = props
  return (
    <Titled title={brief ? t.editPackage : t.newBrief} meta={groupAnd(group, brief && <a href={`/briefs/${brief.id}`}>{brief.title}</a>)}>
      <Form
        keeps={brief !== undefined}
        action={brief ? `/briefs/${brief.id}` : '/briefs'}
        values={brief ? { title: brief.title, purpose: brief.purpose, championId: String(brief.championId) } : {}}
      >
        {!brief && <input type="hidden" name="group" value={group.slug} />}
        {requests.length > 0 && (
          <ul class="links">
            {requests.map(({ id, title }) => (
              <li>
                <input type="hidden" name="requestId" value={String(id)} />
                <a href={`/requests/${id}`}>
                  #{id} {title}
                </a>
              </li>
            ))}
          </ul>
        )}
        <Field name="title" label={t.title} maxlength={200} hint={t.exampleOctoberMeeting} />
        <TextArea name="purpose" label={t.purpose} optional hint={t.whatShouldKnowBeforeTheFirst({ vendor: group.vendor })} />
        {people && (
          <Select name="championId" label={t.champion} empty={false} options={optionsById(people)} hint={t.championTakesPackageVendor} />
        )}
        <Submit kind="primary">{brief ? t.save : t.newBrief}</Submit>
      </Form>
    </Titled>
  )
}

/** To the first request that nothing is asked with yet; until then the package is not sent. */
const WriteAsk = ({ brief, silent: [first] }: { brief: Brief; silent: Brief['requests'] }) =>
  first && <Button kind="primary" href={`/briefs/${brief.id}/requests/${first.requestId}`} text={t.writeAsk} />

/** A brief as its group works on it. */
export function BriefWorkPage({ brief, group }: { brief: Brief; group: DeskGroup }) {
  const silent = brief.requests.filter(({ ask }) => ask.trim() === '')
  const handed = brief.submissions.filter(({ withdrawnAt }) => !withdrawnAt)
  const twice = whyNotTwice(brief.requests)
  return (
    <Titled
      title={brief.title}
      meta={groupAnd(group, t.briefsFor({ link: (words) => <a href={`/briefs?group=${group.slug}`}>{words}</a>, vendor: group.vendor }))}
      lead={brief.closedAt ? t.packageIsClosed : undefined}
      actions={
        !brief.closedAt && (
          <>
            <Button href={`/briefs/${brief.id}/add`}>{t.addRequests}</Button>
            <WriteAsk brief={brief} silent={silent} />
            {/* What was sent and waits is not sent again. */}
            {brief.mayHandOver && (handed.length === 0 || !twice) && (
              <Button
                kind={handed.length + silent.length === 0 ? 'primary' : 'plain'}
                href={`/briefs/${brief.id}/hand-over`}
                whyNot={
                  brief.requests.length === 0
                    ? t.thereNoRequestsPackageYet
                    : silent.length > 0
                      ? t.theAsk2({ silent: silent.length })
                      : twice
                }
                text={t.handOver}
              />
            )}
          </>
        )
      }
    >
      <Split
        aside={
          <>
            <Facts
              items={[
                { term: t.champion, value: brief.champion },
                { term: t.begun, value: <Time at={brief.createdAt} style="date" /> },
              ]}
            />
            <Section title={t.versions}>
              {brief.versions.length === 0 ? (
                <p class="soft">{t.noVersionsYetSaveOne}</p>
              ) : (
                <ul class="links">
                  {brief.versions.map((version) => (
                    <li>
                      <a href={`/briefs/${brief.id}/versions/${version.number}`}>{t.version({ number: version.number })}</a>,{' '}
                      <Time at={version.madeAt} style="date" />
                    </li>
                  ))}
                </ul>
              )}
              {!brief.closedAt && brief.requests.length > 0 && (
                <PostButton action={`/briefs/${brief.id}/versions`}>{t.saveVersion}</PostButton>
              )}
            </Section>
            {brief.closedAt && brief.mayHandOver && (
              <PostButton kind="quiet" action={`/briefs/${brief.id}/close`} fields={{ again: 'yes' }} text={t.openAgain} />
            )}
            {!brief.closedAt && (
              <div class="row">
                <Button kind="quiet" href={`/briefs/${brief.id}/edit`} text={t.editPackage} />
                {brief.mayHandOver && <PostButton kind="quiet" action={`/briefs/${brief.id}/close`} text={t.close} />}
              </div>
            )}
          </>
        }
      >
        <Listing title={t.sentToTheVendor} of={handed} none={null}>
          {(one) => (
            <Thing
              title={t.version2({ version: one.version, time: <Time at={one.submittedAt} style="date" /> })}
              href={`/submissions/${one.id}`}
              meta={t.answersDue2({ day: <Day on={one.dueOn} /> })}
            />
          )}
        </Listing>
        {brief.purpose && <div class="prose">{renderMarkdown(brief.purpose)}</div>}
        <Listing
          title={t.requests}
          aside={t.counts.requests({ n: brief.requests.length })}
          of={brief.requests}
          none={<Empty title={t.noRequestsYet} />}
        >
          {(one) => (
            <Thing
              title={`#${one.requestId} ${one.title}`}
              href={brief.closedAt ? `/requests/${one.requestId}` : `/briefs/${brief.id}/requests/${one.requestId}`}
              meta={[
                one.institutions > 0 && t.counts.institutions({ n: one.institutions }),
                one.cases > 0 && t.counts.cases({ n: one.cases }),
                one.cases > 0 && t.counts.quotes({ n: brief.quotes.filter((quote) => quote.requestId === one.requestId).length }),
                stageNames[one.stage],
              ]
                .filter(Boolean)
                .join(' · ')}
              act={<PageState page={one} sent={handed.length > 0} />}
            >
              {one.ask && <p class="snippet">{shorten(one.ask, 220)}</p>}
            </Thing>
          )}
        </Listing>
      </Split>
    </Titled>
  )
}

/** What a request of a package lacks before it can be sent; once it was, its status says enough. */
function PageState({ page, sent }: { page: Brief['requests'][number]; sent: boolean }) {
  if (page.waiting) return <State mood="wait">{t.notAnsweredYet}</State>
  if (sent && page.ask) return null
  return page.ask ? <State mood="good">{t.ready}</State> : <State mood="wait">{t.incomplete}</State>
}

/** A text of a brief, as it is read. */
export const Prose = ({ text }: { text: string }) => <div class="prose">{renderMarkdown(text)}</div>
