import { Field } from '../../lib/ui/fields.tsx'
import { Form } from '../../lib/ui/form.tsx'
import { formatNumber, plural } from '../../lib/ui/format.ts'
import type { refusedForm } from '../../lib/ui/forms.ts'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Confirm, Empty, Facts, Heading, Note, PostButton, Section, Split, State } from '../../lib/ui/parts.tsx'
import { MailText } from '../../lib/ui/text.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { LookAfter, SettingsTabs } from '../../list/nav.tsx'
import type { findFollow, listNotices } from './queries.ts'

interface List {
  name: string
  mayOwn: boolean
  title: string
}

/** How a list that is still hosted elsewhere is followed, and the move itself. */
export function FollowPage({
  list,
  follow,
  address,
  notices,
  refused,
}: {
  list: List
  follow?: NonNullable<Awaited<ReturnType<typeof findFollow>>>
  /** Ours, on the list elsewhere. */
  address: string
  notices: Awaited<ReturnType<typeof listNotices>>
  refused?: ReturnType<typeof refusedForm>
}) {
  const at = (part: string) => `/lists/${list.name}/follow${part}`
  if (!follow)
    return (
      <>
        <Heading
          title="Follow it elsewhere"
          meta={list.title}
          lead="As long as the list is hosted elsewhere, Rapport can read along there as a subscriber: what comes is archived, and nothing is sent on. Mail to the list here waits meanwhile."
        >
          <LookAfter list={list} current="settings" />
        </Heading>
        <SettingsTabs list={list} current="follow" />
        <Form action={at('')} refused={refused}>
          <Field name="address" type="email" label="Its address elsewhere" hint="For instance lectio-l@lists.elsewhere.example" />
          <div class="row">
            <Button kind="primary">Follow it</Button>
          </div>
        </Form>
      </>
    )
  return (
    <>
      <Heading
        title={follow.movedAt ? 'The list has moved here' : 'Followed elsewhere'}
        meta={list.title}
        actions={
          !follow.movedAt && (
            <Button kind="primary" href={at('/move')}>
              Move it here now
            </Button>
          )
        }
      >
        <LookAfter list={list} current="settings" />
      </Heading>
      <SettingsTabs list={list} current="follow" />
      <Split
        aside={
          <Facts
            items={[
              { term: 'Elsewhere', value: <span class="break">{follow.address}</span> },
              { term: 'Our address there', value: <span class="break">{address}</span> },
              { term: 'Since', value: <Time at={follow.begunAt} style="date" /> },
              { term: 'Archived', value: formatNumber('en', follow.archived) },
              { term: 'Last', value: follow.lastAt ? <Time at={follow.lastAt} relative /> : 'nothing yet' },
              follow.movedAt !== null && { term: 'Moved', value: <Time at={follow.movedAt} /> },
            ]}
          />
        }
      >
        {follow.movedAt ? (
          <Note mood="good">Mail to the list goes out from here. What still comes from elsewhere is archived.</Note>
        ) : (
          follow.archived === 0 && (
            <Note>
              Subscribe the address beside to the list elsewhere: on its page, through its owners, or by mail with the button. Its question
              whether you want that appears below; answer it there. <PostButton action={at('/ask')}>Ask to join by mail</PostButton>
            </Note>
          )
        )}
        <Section title="Mail of its host">
          {notices.length === 0 && <Empty title="Nothing has come.">Questions and notices that are no posts stand here.</Empty>}
          <Things label="Mail of its host">
            {notices.map((notice) => (
              <Thing
                title={notice.subject || '(no subject)'}
                meta={
                  <>
                    <span class="break">{notice.fromEmail}</span>, <Time at={notice.cameAt} />
                  </>
                }
                act={
                  notice.answeredAt ? (
                    <State mood="good">Answered</State>
                  ) : (
                    <PostButton action={at(`/notices/${notice.id}/answer`)} label={`Answer “Yes”: ${notice.subject}`}>
                      Answer “Yes”
                    </PostButton>
                  )
                }
              >
                <MailText text={notice.text} />
              </Thing>
            ))}
          </Things>
        </Section>
        {!follow.movedAt && (
          <Section title="Or not">
            <p class="soft">What was archived stays. Rapport leaves the list elsewhere.</p>
            <PostButton action={at('/give-up')} kind="quiet">
              Follow it no more
            </PostButton>
          </Section>
        )}
      </Split>
    </>
  )
}

/** Before the switch: what it does. */
export const MovePage = ({ list, from, subscribers }: { list: List; from: string; subscribers: number }) => (
  <Confirm
    title={`Move ${list.title} here now?`}
    action={`/lists/${list.name}/follow/move`}
    yes="Move it here"
    backHref={`/lists/${list.name}/follow`}
  >
    <p>
      From now on, mail to the list goes out from here, to {plural('en', subscribers, { one: '# subscriber', other: '# subscribers' })}.
      Rapport leaves {from}.
    </p>
    <p>Close the list there first, so that nobody writes to both, and have its old address forwarded to the new one.</p>
    {subscribers === 0 && <p>Nobody is subscribed here yet: import the members before.</p>}
  </Confirm>
)
