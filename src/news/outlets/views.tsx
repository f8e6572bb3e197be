import { Field, Select, TextArea } from '../../lib/ui/fields.tsx'
import { Form, Hidden } from '../../lib/ui/form.tsx'
import type { Refused } from '../../lib/ui/forms.ts'
import { NumberedPager, Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, Heading, type Mood, PostButton, Section, State } from '../../lib/ui/parts.tsx'
import { Day, Time } from '../../lib/ui/time.tsx'
import { NewsTabs } from '../tabs.tsx'
import type { Contribution, listContributions, Outlet } from './queries.ts'
import { contributionNames } from './rules.ts'

const moods: Record<Contribution['state'], Mood | undefined> = { waiting: 'wait', sent: undefined, failed: 'late', appeared: 'good' }

const pathOf = ({ slug, number }: Contribution): string => (slug === null ? `/news/issues/${number}` : `/news/${slug}`)

function Given({ contribution, today, refused }: { contribution: Contribution; today: string; refused: Refused | undefined }) {
  const { id, state, answer, remoteLink, correspondenceId, appearedLink, appearedOn, attestedByName } = contribution
  return (
    <Thing
      title={contribution.title}
      href={pathOf(contribution)}
      meta={
        <>
          To {contribution.outlet}, by {contribution.askedByName ?? 'somebody'} on <Time at={contribution.askedAt} style="date" />
          {answer && ` · ${answer}`}
          {remoteLink && (
            <>
              {' '}
              <a href={remoteLink} rel="nofollow noopener">
                The draft
              </a>
            </>
          )}
          {correspondenceId !== null && ' It is in the correspondence.'}
        </>
      }
      act={
        <div class="row">
          <State mood={moods[state]}>{contributionNames[state]}</State>
          {state === 'failed' && (
            <PostButton action={`/news/contributions/${id}/retry`} label={`Try again: ${contribution.title}`}>
              Try again
            </PostButton>
          )}
        </div>
      }
    >
      {state === 'appeared' && appearedOn && (
        <p class="meta">
          <a href={appearedLink} rel="nofollow noopener">
            Appeared
          </a>{' '}
          on <Day on={appearedOn} />, says {attestedByName ?? 'somebody'}.
        </p>
      )}
      {(state === 'sent' || state === 'failed') && (
        <details open={refused !== undefined}>
          <summary>It has appeared</summary>
          <Form action={`/news/contributions/${id}/appeared`} id={`appeared-${id}`} values={{ on: today }} refused={refused}>
            <Field name="link" type="url" label="Where" hint="The address, as you see it there." maxlength={1_000} />
            <Field name="on" type="date" label="On" short />
            <div class="row">
              <Button>I have seen it there</Button>
            </div>
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
  refused?: { kind: 'mail' | 'wordpress'; refused: Refused } | { id: number; refused: Refused } | undefined
}) {
  const { outlets, found, page, groups, today, refused } = props
  const formOf = (kind: 'mail' | 'wordpress') => (refused && 'kind' in refused && refused.kind === kind ? refused.refused : undefined)
  return (
    <>
      <Heading
        title="Editors elsewhere"
        meta={<a href="/news/drafts">Drafts and issues</a>}
        lead="Where the newsletter is somebody else’s, a contribution goes to its editor. What appeared there counts as evidence by the word of who saw it."
      >
        <NewsTabs current="outlets" publishes={groups.length > 0} />
      </Heading>
      <Section title="What was given">
        {found.total === 0 && (
          <Empty title="Nothing was given to an editor yet.">Open a piece of news, and give it to one of the editors below.</Empty>
        )}
        <Things label="Contributions">
          {found.contributions.map((contribution) => (
            <Given
              contribution={contribution}
              today={today}
              refused={refused && 'id' in refused && refused.id === contribution.id ? refused.refused : undefined}
            />
          ))}
        </Things>
        <NumberedPager current={page} count={found.pages} hrefFor={(to) => `/news/outlets?page=${to}`} />
      </Section>
      <Section title="Editors">
        {outlets.length === 0 && <Empty title="No editor is noted yet." />}
        <Things label="Editors">
          {outlets.map((outlet) => (
            <Thing
              title={outlet.name}
              meta={outlet.kind === 'mail' ? `By mail to ${outlet.editorEmail}` : `As a draft at ${outlet.url}, as ${outlet.username}`}
              act={
                outlet.closedAt !== null ? (
                  <State>Closed</State>
                ) : (
                  outlet.mayPublish && (
                    <PostButton action={`/news/outlets/${outlet.id}/close`} kind="quiet" label={`Close ${outlet.name}`}>
                      Close
                    </PostButton>
                  )
                )
              }
            />
          ))}
        </Things>
      </Section>
      {groups.length > 0 && (
        <>
          <Section title="An editor who takes mail" id="mail">
            <Form action="/news/outlets" id="mail-form" refused={formOf('mail')} values={{ group: groups[0]?.slug ?? '' }}>
              <Hidden name="kind" value="mail" />
              <GroupField groups={groups} />
              <Field name="name" label="Newsletter" maxlength={200} />
              <Field name="editorName" label="Editor" maxlength={200} optional />
              <Field name="editorEmail" type="email" label="Address" maxlength={254} />
              <div class="row">
                <Button>Note it</Button>
              </div>
            </Form>
          </Section>
          <Section title="A WordPress that takes drafts" id="wordpress">
            <Form action="/news/outlets" id="wordpress-form" refused={formOf('wordpress')} values={{ group: groups[0]?.slug ?? '' }}>
              <Hidden name="kind" value="wordpress" />
              <GroupField groups={groups} />
              <Field name="name" label="Newsletter" maxlength={200} />
              <Field name="url" type="url" label="Address of the site" hint="It begins with https://." maxlength={500} />
              <Field name="username" label="Account there" maxlength={200} autocomplete="off" />
              <Field
                name="password"
                type="password"
                label="Application password"
                hint="Made there in the account’s profile. It is kept encrypted and never shown again."
                maxlength={200}
                autocomplete="new-password"
              />
              <div class="row">
                <Button>Note it</Button>
              </div>
            </Form>
          </Section>
        </>
      )}
    </>
  )
}

const GroupField = ({ groups }: { groups: { slug: string; name: string }[] }) =>
  groups.length > 1 ? (
    <Select name="group" label="Group" options={groups.map(({ slug, name }) => ({ value: slug, label: name }))} empty={false} />
  ) : (
    <Hidden name="group" value={groups[0]?.slug ?? ''} />
  )

/** Gives what one is looking at to an editor elsewhere. */
export function GiveSection({ path, outlets, refused }: { path: string; outlets: Outlet[]; refused?: Refused | undefined }) {
  const open = outlets.filter(({ closedAt, mayPublish }) => closedAt === null && mayPublish)
  if (open.length === 0) return null
  return (
    <Section title="Give it to an editor">
      <Form action={`${path}/contribute`} id="contribute" refused={refused}>
        <Select name="outlet" label="Editor" options={open.map(({ id, name }) => ({ value: String(id), label: name }))} empty={false} />
        <TextArea name="note" label="A word to the editor" hint="Goes before the text, where it goes by mail." rows={2} optional />
        <div class="row">
          <Button>Give it</Button>
        </div>
      </Form>
    </Section>
  )
}
