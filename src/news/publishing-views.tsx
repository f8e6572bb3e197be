import { Choices, Form, TextArea } from '../lib/ui/form.tsx'
import { sayKept } from '../lib/ui/kept.ts'
import type { Child } from '../lib/ui/message.ts'
import { Button, FormSection, Note, Panel, PostButton } from '../lib/ui/parts.tsx'
import { threadPath } from '../lib/ui/paths.ts'
import { Time } from '../lib/ui/time.tsx'
import { textsOf } from '../lib/ui/words.ts'
import type { Outlet } from './outlets/queries.ts'
import { GiveSection } from './outlets/views.tsx'
import type { listMailable, Thing } from './publishing-queries.ts'
import type { listMailings } from './queries.ts'
import { whyNotMailTo, whyNotPublish } from './rules.ts'

const t = textsOf('news', 'publishing')

export interface PublishingProps {
  thing: Thing
  lists: Awaited<ReturnType<typeof listMailable>>
  mailings: Awaited<ReturnType<typeof listMailings>>
  outlets: Outlet[]
  /** Why it cannot go out yet, and where on the page that is set right. */
  obstacles: { why: string; place: string }[]
  now: Date
  /** What is not decided yet, and so does not come out. */
  left?: Child
}

const openLists = ({ thing, lists, mailings }: PublishingProps) =>
  lists
    .filter(({ id }) => !mailings.some(({ listId }) => listId === id))
    .map((list) => ({ list, why: whyNotMailTo(thing.visibility, list) }))

function ListChoices(props: PublishingProps) {
  const options = openLists(props).map(({ list, why }) => ({
    value: String(list.id),
    label: list.title,
    hint: why ?? t.person({ subscribers: list.subscribers }),
    disabled: why !== undefined,
  }))
  if (options.length === 0) return null
  return <Choices name="lists" label={t.mailItTo} hint={t.eachListGetsOneMessage} many options={options} />
}

/** What goes out next, and to whom: what stands beside a draft. */
export function PublishingPanel(props: PublishingProps) {
  const { thing, outlets } = props
  const open = thing.mayPublish && thing.state !== 'withdrawn'
  return (
    <>
      <NextStep {...props} />
      {open && <GiveSection path={thing.path} outlets={outlets} />}
    </>
  )
}

/** What is to be done before it can go out. */
const Obstacles = ({ obstacles }: Pick<PublishingProps, 'obstacles'>) =>
  obstacles.length > 0 && (
    <Note>
      <p>{t.before}</p>
      <ul>
        {obstacles.map(({ why, place }) => (
          <li>
            <a href={`#${place}`}>{why}</a>
          </li>
        ))}
      </ul>
    </Note>
  )

/** Where something stands in the way, it says what instead of the button. */
const PublishForm = ({ later, ...props }: PublishingProps & { later: boolean }) => (
  <Form action={`${props.thing.path}/publish`} id="publish">
    {props.left && <p>{props.left}</p>}
    <ListChoices {...props} />
    {props.obstacles.length > 0 ? (
      <Obstacles {...props} />
    ) : (
      <Button kind="primary" whyNot={whyNotPublish(props.thing)} text={t.publishNow({ later })} />
    )}
  </Form>
)

function NextStep(props: PublishingProps) {
  const { thing, now } = props
  if (thing.state === 'published') return <Published {...props} />
  if (thing.state === 'withdrawn') return <Note mood="late">{t.withdrawn({ withdrawnWhy: thing.withdrawnWhy })}</Note>
  const later = thing.embargoAt !== null && thing.embargoAt > now
  const decides = thing.mayPublish && thing.scheduledBy === null
  return (
    <Panel title={thing.scheduledBy === null ? t.letItOut : t.scheduled}>
      {thing.trouble && <Note mood="late">{t.notPublished({ trouble: sayKept(thing.trouble) })}</Note>}
      {!decides && <Obstacles {...props} />}
      {later && thing.embargoAt && (
        <p>{(thing.scheduledBy === null ? t.embargoUntilSchedule : t.publishedOn)({ time: <Time at={thing.embargoAt} /> })}</p>
      )}
      {thing.scheduledBy !== null && (
        <>
          <Mailings {...props} />
          {thing.mayPublish && <PostButton action={`${thing.path}/unschedule`}>{t.cancelSchedule}</PostButton>}
        </>
      )}
      {thing.scheduledBy === null && (
        <>
          {decides && <PublishForm {...props} later={later} />}
          {!thing.mayPublish && <p class="soft">{t.coordinatorDeputyPublishes}</p>}
          {thing.state === 'draft' ? (
            <PostButton action={`${thing.path}/ready`} fields={{ ready: 'on' }} text={t.markAsReady} />
          ) : (
            <PostButton action={`${thing.path}/ready`} kind="quiet" text={t.changeToDraft} />
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
            sayKept(trouble)
          ) : sentAt === null ? (
            t.waits
          ) : arrived === null ? (
            t.sent({ time: <Time at={sentAt} /> })
          ) : (
            <a href={threadPath(list, messageId)}>{t.viewThread}</a>
          )}
        </li>
      ))}
    </ul>
  )
}

function Published(props: PublishingProps) {
  const { thing } = props
  const free = openLists(props).filter(({ why }) => why === undefined)
  return (
    <>
      <Panel title={t.published}>
        {thing.publishedAt && (
          <p>
            <Time at={thing.publishedAt} />
          </p>
        )}
        <p>
          <a href={thing.path}>{t.viewPublicPage}</a>
        </p>
        <Mailings {...props} />
      </Panel>
      {thing.mayPublish && free.length > 0 && (
        <FormSection title={t.mailIt} action={`${thing.path}/mail`} id="mail">
          <ListChoices {...props} />
          <Button>{t.send}</Button>
        </FormSection>
      )}
      {thing.mayPublish && (
        <FormSection title={t.correction2} action={`${thing.path}/correct`} id="correct">
          <TextArea name="text" label={t.correction} hint={t.readersSeeCorrectionBelow} rows={3} />
          <Button>{t.noteIt}</Button>
        </FormSection>
      )}
      {thing.mayPublish && (
        <FormSection title={t.withdrawIt} action={`${thing.path}/withdraw`} id="withdraw">
          <TextArea name="reason" label={t.why} hint={t.readersSeeReasonInsteadText} rows={3} />
          <Button kind="danger">{t.withdraw}</Button>
        </FormSection>
      )}
    </>
  )
}
