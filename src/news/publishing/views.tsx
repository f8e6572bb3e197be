import { Choices, TextArea } from '../../lib/ui/fields.tsx'
import { Form } from '../../lib/ui/form.tsx'
import { plural } from '../../lib/ui/format.ts'
import type { Refused } from '../../lib/ui/forms.ts'
import { Button, Note, Panel, PostButton, Section } from '../../lib/ui/parts.tsx'
import { threadPath } from '../../lib/ui/paths.ts'
import { Time } from '../../lib/ui/time.tsx'
import type { Outlet } from '../outlets/queries.ts'
import { GiveSection } from '../outlets/views.tsx'
import type { listMailings } from '../queries.ts'
import { whyNotMailTo, whyNotPublish } from '../rules.ts'
import type { listMailable, Thing } from './queries.ts'

export interface PublishingProps {
  thing: Thing
  lists: Awaited<ReturnType<typeof listMailable>>
  mailings: Awaited<ReturnType<typeof listMailings>>
  outlets: Outlet[]
  now: Date
  refused?: Refused | undefined
}

const openLists = ({ thing, lists, mailings }: PublishingProps) =>
  lists
    .filter(({ id }) => !mailings.some(({ listId }) => listId === id))
    .map((list) => ({ list, why: whyNotMailTo(thing.visibility, list) }))

function ListChoices(props: PublishingProps) {
  const options = openLists(props).map(({ list, why }) => ({
    value: String(list.id),
    label: list.title,
    hint: why ?? plural('en', list.subscribers, { one: '# person', other: '# people' }),
    disabled: why !== undefined,
  }))
  if (options.length === 0) return null
  return <Choices name="lists" label="Mail it to" hint="Once, as a post of yours." many options={options} />
}

/** What goes out next, and to whom: what stands beside a draft. */
export function PublishingPanel(props: PublishingProps) {
  const { thing, outlets, refused } = props
  const open = thing.mayPublish && thing.state !== 'withdrawn'
  return (
    <>
      <NextStep {...props} />
      {open && <GiveSection path={thing.path} outlets={outlets} refused={refused} />}
    </>
  )
}

function NextStep(props: PublishingProps) {
  const { thing, now, refused } = props
  if (thing.state === 'published') return <Published {...props} />
  if (thing.state === 'withdrawn') return <Note mood="late">Withdrawn: {thing.withdrawnWhy}</Note>
  const later = thing.embargoAt !== null && thing.embargoAt > now
  return (
    <Panel title={thing.scheduledBy === null ? 'Let it out' : 'Scheduled'}>
      {thing.trouble && <Note mood="late">It did not go out: {thing.trouble}</Note>}
      {later && thing.embargoAt && (
        <p>
          {thing.scheduledBy === null ? 'It would go out by itself on ' : 'It goes out by itself on '}
          <Time at={thing.embargoAt} />.
        </p>
      )}
      {thing.scheduledBy !== null && (
        <>
          <Mailings {...props} />
          {thing.mayPublish && <PostButton action={`${thing.path}/unschedule`}>Take that back</PostButton>}
        </>
      )}
      {thing.scheduledBy === null && (
        <>
          {thing.mayPublish && (
            <Form action={`${thing.path}/publish`} id="publish" refused={refused}>
              <ListChoices {...props} />
              <Button kind="primary" whyNot={whyNotPublish(thing)}>
                {later ? 'Schedule it' : 'Publish now'}
              </Button>
            </Form>
          )}
          {!thing.mayPublish && <p class="soft">Those who lead the group let it out.</p>}
          {thing.state === 'draft' ? (
            <PostButton action={`${thing.path}/ready`} fields={{ ready: 'on' }}>
              Mark as ready
            </PostButton>
          ) : (
            <PostButton action={`${thing.path}/ready`} kind="quiet">
              Back to draft
            </PostButton>
          )}
        </>
      )}
    </Panel>
  )
}

/** To which lists it went, or will go. */
function Mailings({ mailings }: PublishingProps) {
  if (mailings.length === 0) return null
  return (
    <ul class="stack">
      {mailings.map(({ list, title, sentAt, messageId, arrived, trouble }) => (
        <li>
          {title}:{' '}
          {trouble ? (
            trouble
          ) : sentAt === null ? (
            'waits'
          ) : arrived === null ? (
            <>
              sent <Time at={sentAt} />
            </>
          ) : (
            <a href={threadPath(list, messageId)}>in its thread</a>
          )}
        </li>
      ))}
    </ul>
  )
}

function Published(props: PublishingProps) {
  const { thing, refused } = props
  const free = openLists(props).filter(({ why }) => why === undefined)
  return (
    <>
      <Panel title="Published">
        {thing.publishedAt && (
          <p>
            <Time at={thing.publishedAt} />
          </p>
        )}
        <p>
          <a href={thing.path}>See it as others do</a>
        </p>
        <Mailings {...props} />
      </Panel>
      {thing.mayPublish && free.length > 0 && (
        <Section title="Mail it">
          <Form action={`${thing.path}/mail`} id="mail" refused={refused}>
            <ListChoices {...props} />
            <Button>Send</Button>
          </Form>
        </Section>
      )}
      {thing.mayPublish && (
        <Section title="Put something right">
          <Form action={`${thing.path}/correct`} id="correct">
            <TextArea name="text" label="Correction" hint="It stands under the text, with today’s date." rows={3} />
            <Button>Note it</Button>
          </Form>
        </Section>
      )}
      {thing.mayPublish && (
        <Section title="Withdraw it">
          <Form action={`${thing.path}/withdraw`} id="withdraw">
            <TextArea name="reason" label="Why" hint="Readers see this in its place. A mail cannot be called back." rows={3} />
            <Button kind="danger">Withdraw</Button>
          </Form>
        </Section>
      )}
    </>
  )
}
