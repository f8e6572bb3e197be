import { Field, Form, Hidden, Select, TextArea } from '../../lib/ui/form.tsx'
import { sayKept } from '../../lib/ui/kept.ts'
import { Listing, NumberedPager, Thing, Things } from '../../lib/ui/lists.tsx'
import { Empty, FormSection, Heading, type Mood, PostButton, Section, State, Submit } from '../../lib/ui/parts.tsx'
import { useRefused } from '../../lib/ui/reader.ts'
import { Day, Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { NewsTabs } from '../tabs.tsx'
import type { Contribution, listContributions, Outlet } from './queries.ts'

const t = textsOf('news', 'outlets')

const moods: Record<Contribution['state'], Mood | undefined> = { waiting: 'wait', sent: undefined, failed: 'late', appeared: 'good' }

const pathOf = ({ slug, number }: Contribution): string => (slug === null ? `/news/issues/${number}` : `/news/${slug}`)

function Given({ contribution, today }: { contribution: Contribution; today: string }) {
  const refused = useRefused()
  const { id, state, answer, remoteLink, correspondenceId, appearedLink, appearedOn, attestedByName } = contribution
  return (
    <Thing
      title={contribution.title}
      href={pathOf(contribution)}
      meta={
        <>
          {t.toByOn({
            outlet: contribution.outlet,
            askedByName: contribution.askedByName ?? t.someone,
            time: <Time at={contribution.askedAt} style="date" />,
          })}
          {answer && ` · ${sayKept(answer)}`}
          {remoteLink && (
            <>
              {' '}
              <a href={remoteLink} rel="nofollow noopener">
                {t.theDraft}
              </a>
            </>
          )}
          {correspondenceId !== null && ` · ${t.sentRoleMailbox}`}
        </>
      }
      act={
        <div class="row">
          <State mood={moods[state]}>{t.states[state]}</State>
          {state === 'failed' && (
            <PostButton action={`/news/contributions/${id}/retry`} label={t.tryAgain({ title: contribution.title })} text={t.sendAgain} />
          )}
        </div>
      }
    >
      {state === 'appeared' && appearedOn && (
        <p class="meta">
          {t.publishedArticleRecorded({
            link: (words) => (
              <a href={appearedLink} rel="nofollow noopener">
                {words}
              </a>
            ),
            day: <Day on={appearedOn} />,
            attestedByName: attestedByName ?? t.someone,
          })}
        </p>
      )}
      {(state === 'sent' || state === 'failed') && (
        <details open={refused?.form === `appeared-${id}`}>
          <summary>{t.recordPublication}</summary>
          <Form action={`/news/contributions/${id}/appeared`} id={`appeared-${id}`} values={{ on: today }}>
            <Field name="link" type="url" label={t.where} hint={t.copyAddressPublishedArticle} maxlength={1_000} />
            <Field name="on" type="date" label={t.on} short />
            <Submit>{t.recordPublication2}</Submit>
          </Form>
        </details>
      )}
    </Thing>
  )
}

/** Editors elsewhere, and what was given to them. */
export function OutletsPage(props: {
  outlets: Outlet[]
  found: Awaited<ReturnType<typeof listContributions>>
  page: number
  groups: { slug: string; name: string }[]
  today: string
}) {
  const { outlets, found, page, groups, today } = props
  return (
    <>
      <Heading title={t.editorsElsewhere} meta={<a href="/news/drafts">{t.draftsAndIssues}</a>} lead={t.sendArticlesEditorsOther}>
        <NewsTabs current="outlets" publishes={groups.length > 0} />
      </Heading>
      <Section title={t.sentArticles}>
        {found.total === 0 && <Empty title={t.noArticlesSentYet}>{t.openAPieceOfNewsAnd}</Empty>}
        <Things label={t.contributions}>
          {found.contributions.map((contribution) => (
            <Given contribution={contribution} today={today} />
          ))}
        </Things>
        <NumberedPager current={page} count={found.pages} hrefFor={(to) => `/news/outlets?page=${to}`} />
      </Section>
      <Listing title={t.editors} none={<Empty title={t.noEditorsYet} />}>
        {outlets.map((outlet) => (
          <Thing
            title={outlet.name}
            meta={
              outlet.kind === 'mail'
                ? t.byMailTo({ editorEmail: outlet.editorEmail })
                : t.asADraftAtAs({ url: outlet.url, username: outlet.username })
            }
            act={
              outlet.closedAt !== null ? (
                <State>{t.closed}</State>
              ) : (
                outlet.mayPublish && (
                  <PostButton action={`/news/outlets/${outlet.id}/close`} kind="quiet" label={t.close({ name: outlet.name })}>
                    {t.close2}
                  </PostButton>
                )
              )
            }
          />
        ))}
      </Listing>
      {groups.length > 0 && (
        <>
          <Section title={t.addEditorByEmail} id="mail">
            <Form action="/news/outlets" id="mail-form" values={{ group: groups[0]?.slug ?? '' }}>
              <Hidden name="kind" value="mail" />
              <GroupField groups={groups} />
              <Field name="name" label={t.newsletter} maxlength={200} />
              <Field name="editorName" label={t.editor} maxlength={200} optional />
              <Field name="editorEmail" type="email" label={t.address} maxlength={254} />
              <Submit>{t.noteIt}</Submit>
            </Form>
          </Section>
          <Section title={t.addWordpressSite} id="wordpress">
            <Form action="/news/outlets" id="wordpress-form" values={{ group: groups[0]?.slug ?? '' }}>
              <Hidden name="kind" value="wordpress" />
              <GroupField groups={groups} />
              <Field name="name" label={t.newsletter} maxlength={200} />
              <Field name="url" type="url" label={t.addressOfTheSite} hint={t.exampleHttpsNewsExampleOrg} maxlength={500} />
              <Field name="username" label={t.accountThere} maxlength={200} autocomplete="off" />
              <Field
                name="password"
                type="password"
                label={t.applicationPassword}
                hint={t.createPasswordWordpress}
                maxlength={200}
                autocomplete="new-password"
              />
              <Submit>{t.addWordpressSite}</Submit>
            </Form>
          </Section>
        </>
      )}
    </>
  )
}

const GroupField = ({ groups }: { groups: { slug: string; name: string }[] }) =>
  groups.length > 1 ? (
    <Select name="group" label={t.group} options={groups.map(({ slug, name }) => ({ value: slug, label: name }))} empty={false} />
  ) : (
    <Hidden name="group" value={groups[0]?.slug ?? ''} />
  )

/** Gives what one is looking at to an editor elsewhere. */
export function GiveSection({ path, outlets }: { path: string; outlets: Outlet[] }) {
  const open = outlets.filter(({ closedAt, mayPublish }) => closedAt === null && mayPublish)
  if (open.length === 0) return null
  return (
    <FormSection title={t.sendToAnotherNewsletter} action={`${path}/contribute`} id="contribute">
      <Select name="outlet" label={t.newsletter} options={open.map(({ id, name }) => ({ value: String(id), label: name }))} empty={false} />
      <TextArea name="note" label={t.noteToTheEditor} hint={t.standsBeforeTextEmail} rows={2} optional />
      <Submit>{t.giveIt}</Submit>
    </FormSection>
  )
}
