import type { listThreads } from '../archive/queries.ts'
import { MoreFields } from '../lib/ui/field-parts.tsx'
import { Field, Form, TextArea } from '../lib/ui/form.tsx'
import { formatNumber } from '../lib/ui/format.ts'
import { languageNow } from '../lib/ui/language.ts'
import { dotted, Listing, Thing, Things } from '../lib/ui/lists.tsx'
import { MuteGroup } from '../lib/ui/mute.tsx'
import { Button, Empty, Facts, Fold, Note, Panel, PostButton, Split, State, Submit, Titled } from '../lib/ui/parts.tsx'
import { threadPath } from '../lib/ui/paths.ts'
import { Offered } from '../lib/ui/picker.tsx'
import { useReader } from '../lib/ui/reader.ts'
import { Time } from '../lib/ui/time.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { BrowserZone } from '../lib/ui/zones.tsx'
import type { findRequest, findSubscription, getList, listLists, listSubscriptionsOf } from './core/queries.ts'
import { LookAfter } from './nav.tsx'

const t = textsOf('list', 'views')
const words = textsOf('list', 'pages')
const evidence = textsOf('list', 'vetting')
const directoryWords = textsOf('list', 'directory')
const receivingNames = textsOf('list', 'commands').receiving
const receivingWords = textsOf('list', 'receiving')

type List = Awaited<ReturnType<typeof getList>>

/** All lists that somebody may know of. */
export function ListsPage({ lists }: { lists: Awaited<ReturnType<typeof listLists>> }) {
  const { alone } = useReader()
  return (
    <Titled title={words.lists}>
      <Things label={words.lists} none={<Empty title={words.noLists} />}>
        {lists.map((list) => (
          <Thing
            title={list.title}
            href={`/lists/${list.name}`}
            meta={dotted([
              list.groupName !== alone && list.groupName,
              words.counts({ subscribers: list.subscribers, threads: list.threads }),
              list.lastAt && (
                <>
                  {words.newestOf} <Time at={list.lastAt} style="date" />
                </>
              ),
            ])}
            act={
              list.closedAt !== null ? (
                <State>{words.isClosed}</State>
              ) : list.subscribed ? (
                <State mood="good">{words.onIt}</State>
              ) : undefined
            }
          />
        ))}
      </Things>
    </Titled>
  )
}

type Rule = { number: string; text: string }[]

/** The rule of the charter: who may join. */
const Rules = ({ list, rule }: { list: List; rule: Rule }) => (
  <>
    {rule.map(({ number, text }) => (
      <p>
        {text} <a href={`/groups/${list.groupSlug}/charter#${number}`}>{words.clause({ number })}</a>
      </p>
    ))}
  </>
)

/** How one joins, or why not, or that one has. */
function Joining(props: {
  list: List
  application: string | undefined
  mailDomain: string
  joiner: Record<string, string> | undefined
  left: Date | null | undefined
  rule: Rule
}) {
  const { list, application, mailDomain, joiner, left, rule } = props
  if (list.closedAt !== null)
    return (
      <Note>
        <p>{words.closedSince({ time: <Time at={list.closedAt} style="date" /> })}</p>
        {list.mayOwn && (
          <PostButton action={`/lists/${list.name}/reopen`} label={words.reopenOf({ list: list.title })} text={words.reopen} />
        )}
      </Note>
    )
  if (list.subscribed)
    return (
      <p class="soft">
        {words.subscribed} <a href="/me#lists">{words.mine}</a>
      </p>
    )
  if (list.joinPolicy === 'closed') return <Note>{words.closed}</Note>
  if (application !== undefined)
    return (
      <Note>
        {words.applied} <a href={application}>{words.viewApplication}</a>
      </Note>
    )
  if (left && list.joinPolicy === 'vetted')
    return (
      <Panel title={words.join({ list: list.title })}>
        <p>{words.leftOn({ time: <Time at={left} style="date" /> })}</p>
        <PostButton action={`/lists/${list.name}/subscribe`} kind="primary" text={words.joinAgain} />
      </Panel>
    )
  return (
    <Panel title={words.join({ list: list.title })}>
      {/* Before the form: nobody fills in what is of no use to them. */}
      <Rules list={list} rule={rule} />
      <p class="soft">{words.how[list.joinPolicy]}</p>
      <Form action={`/lists/${list.name}/join`} values={joiner}>
        <Field name="name" label={words.name} autocomplete="name" optional />
        <Field name="email" type="email" label={words.email} autocomplete="email" />
        {list.joinPolicy === 'vetted' && <Grounds list={list.name} />}
        <BrowserZone />
        <Submit kind="primary">{list.joinPolicy === 'vetted' ? words.apply : words.ask}</Submit>
        <p class="meta">{words.agree({ link: (said) => <a href="/privacy">{said}</a> })}</p>
      </Form>
      {joiner && (list.joinPolicy === 'open' || list.joinPolicy === 'confirm') && (
        <PostButton action={`/lists/${list.name}/subscribe`}>{words.joinSignedIn}</PostButton>
      )}
      <p class="meta">{words.byMail({ address: `${list.name}-subscribe@${mailDomain}` })}</p>
    </Panel>
  )
}

interface ListProps {
  list: List
  newest?: Awaited<ReturnType<typeof listThreads>>['threads']
  /** Somebody had no answer. */
  unanswered?: boolean
  /** Who may join, in the words of the group's charter. */
  joining?: Rule
  /** Where its reader sees how their own application stands. */
  application?: string | undefined
  /** Its reader wants to hear nothing of its group; undefined where that is not asked. */
  muted?: boolean | undefined
  /** The address of the directory of its group, for who may see it. */
  directory?: string | undefined
  /** What waits for those who moderate. */
  waiting?: { held: number; requests: number }
  mailDomain: string
  joiner: Record<string, string> | undefined
  /** When its reader left it, who may come back without an application. */
  left?: Date | null | undefined
}

const MoreThreads = ({ list, unanswered }: { list: string; unanswered: boolean }) =>
  dotted([
    unanswered && <a href={`/lists/${list}/threads?unanswered`}>{words.unanswered}</a>,
    <a href={`/lists/${list}/threads`}>{words.all}</a>,
  ])

/** A list's public page: what it is, who reads it, how one joins. */
export function ListPage({
  list,
  newest = [],
  unanswered = false,
  joining = [],
  application,
  muted,
  directory,
  waiting,
  mailDomain,
  joiner,
  left,
}: ListProps) {
  const address = `${list.name}@${mailDomain}`
  const asked = list.mayPost || (list.closedAt === null && !list.subscribed && list.joinPolicy !== 'closed')
  return (
    <Titled
      title={list.title}
      meta={list.groupName !== useReader().alone && list.groupName}
      lead={list.description}
      actions={
        <>
          {list.mayRead && <Button href={`/lists/${list.name}/threads`} kind={asked ? 'plain' : 'primary'} text={words.read} />}
          {list.mayPost && <Button href={`/lists/${list.name}/write`} kind="primary" text={words.write} />}
        </>
      }
    >
      {list.mayModerate && <LookAfter list={list} waiting={waiting} />}
      <Split
        aside={
          <>
            <Facts
              items={[
                // What is sent to a closed list comes back.
                list.closedAt === null && { term: words.address, value: <span class="break">{address}</span> },
                {
                  term: words.subscribers,
                  value: (
                    <>
                      {formatNumber(languageNow(), list.subscribers)} {directory && <a href={directory}>{directoryWords.open}</a>}
                    </>
                  ),
                },
                { term: words.archive, value: words.archives[list.archive] },
                list.closedAt === null && !list.subscribed && { term: words.joining, value: words.policies[list.joinPolicy] },
              ]}
            />
            {list.closedAt === null && list.subscribed && joining.length > 0 && (
              <Fold title={words.whoMayJoin}>
                <Rules list={list} rule={joining} />
              </Fold>
            )}
            {list.subscribed && muted !== undefined && (
              <MuteGroup id={list.groupId} name={list.groupName} muted={muted} next={`/lists/${list.name}`} />
            )}
          </>
        }
      >
        <Joining {...{ list, application, mailDomain, joiner, left, rule: joining }} />
        <Listing title={words.newest} aside={<MoreThreads list={list.name} unanswered={unanswered} />} of={newest} none={null}>
          {(thread) => (
            <Thing
              title={thread.subject}
              href={threadPath(list.name, thread.root)}
              fresh={(thread.fresh ?? 0) > 0}
              meta={dotted([words.messages({ count: thread.messages }), <Time at={thread.lastAt} style="date" />])}
            />
          )}
        </Listing>
      </Split>
    </Titled>
  )
}

/** Where an applicant works, and what shows it; all of it helps, nothing of it must be. */
const Grounds = ({ list }: { list: string }) => (
  <>
    <Offered name="institution" label={evidence.institution} from={`/lists/${list}/institutions`} maxlength={300} optional />
    <Field
      name="occupation"
      label={evidence.occupation}
      hint={words.occupationHint}
      autocomplete="organization-title"
      maxlength={200}
      optional
    />
    <MoreFields title={words.showWork} names={['staffPage', 'colleague', 'note']}>
      <Field name="staffPage" type="url" label={evidence.staffPage} hint={evidence.staffPageHint} optional />
      <Field name="colleague" type="email" label={evidence.colleague} hint={words.colleagueHint} optional />
      <TextArea name="note" label={evidence.note} rows={3} optional />
    </MoreFields>
    <p class="meta">{evidence.deleted}</p>
  </>
)

const ToList = ({ name, children }: { name: string; children: string }) => (
  <p>
    <a href={`/lists/${name}`}>{children}</a>
  </p>
)

/** What a visitor sees who asked to join: a mail is on its way. */
export const JoinedPage = ({ list, email }: { list: List; email: string }) => (
  <Titled title={words.look}>
    <p>{words.sent({ email })}</p>
    <ToList name={list.name}>{words.back({ list: list.title })}</ToList>
  </Titled>
)

interface ConfirmProps {
  request: NonNullable<Awaited<ReturnType<typeof findRequest>>>
  confirmed?: boolean
  /** Where they see how it stands. */
  application?: string
}

/** Confirms by a button: opening the link alone changes nothing, since mail scanners open links. */
export function ConfirmPage({ request, confirmed, application }: ConfirmProps) {
  if (confirmed || request.state !== 'unconfirmed') {
    const { title: list, email } = request
    const said = {
      waiting: [words.waitsTitle, words.waits({ list })],
      rejected: [evidence.title({ list }), words.rejected({ list })],
      joined: [words.joinedTitle({ list }), words.joined({ email })],
    }
    const [title, text] = said[request.state === 'waiting' || request.state === 'rejected' ? request.state : 'joined']
    return (
      <Titled title={title}>
        <p>{text}</p>
        {request.state === 'waiting' && application !== undefined && (
          <p>
            <a href={application}>{words.viewApplication}</a>
          </p>
        )}
        <ToList name={request.list}>{words.back({ list: request.title })}</ToList>
      </Titled>
    )
  }
  return (
    <Titled title={words.confirmTitle({ list: request.title })} lead={request.email}>
      <form method="post">
        <BrowserZone />
        <Button kind="primary">{words.confirm}</Button>
      </form>
    </Titled>
  )
}

type Subscription = NonNullable<Awaited<ReturnType<typeof findSubscription>>>

/** What a link in a letter leads to: leaving a list, by a button. */
export function LeavePage({ subscription }: { subscription: Subscription }) {
  if (subscription.endedAt) return <LeftPage subscription={subscription} />
  return (
    <Titled title={words.leaveTitle({ list: subscription.title })} lead={subscription.email}>
      <form method="post">
        <Button kind="primary">{words.leave}</Button>
      </form>
    </Titled>
  )
}

/** What whoever left a list sees. */
export const LeftPage = ({ subscription }: { subscription: Subscription }) => (
  <Titled title={words.leftTitle({ list: subscription.title })}>
    <p>{words.left({ email: subscription.email })}</p>
    <ToList name={subscription.list}>{words.comeBack({ list: subscription.title })}</ToList>
  </Titled>
)

interface Received {
  subscriptions: Awaited<ReturnType<typeof listSubscriptionsOf>>
  now: Date
}

/** What somebody receives, in a line; what stopped is said there as well. */
export const SubscriptionsNow = ({ subscriptions, now }: Received) =>
  dotted([
    ...(subscriptions.length > 3
      ? [t.subscriptionsNow({ n: subscriptions.length })]
      : subscriptions.map(({ title, receiving, pausedUntil }) => (
          <>
            {title}:{' '}
            {pausedUntil && pausedUntil > now
              ? receivingWords.pausedUntil({ time: <Time at={pausedUntil} style="date" /> })
              : receivingNames[receiving]}
          </>
        ))),
    subscriptions.length === 0 && t.noSubscriptions,
    subscriptions.some(({ suspendedAt, reached }) => suspendedAt || !reached) && <State mood="late">{t.emailStopped}</State>,
  ])

/** The lists that somebody receives, each with the way to change that. */
export const Subscriptions = ({ subscriptions, now }: Received) => (
  <Things
    label={t.mySubscriptions}
    none={
      <Empty title={t.noSubscriptions}>
        <a href="/lists">{t.viewAllLists}</a>
      </Empty>
    }
  >
    {subscriptions.map((subscription) => (
      <Thing
        title={subscription.title}
        {...(subscription.reached ? { href: `/lists/${subscription.name}` } : {})}
        meta={t.atSince({
          receiving: receivingNames[subscription.receiving],
          email: subscription.email,
          time: <Time at={subscription.since} style="date" />,
        })}
        act={
          <>
            <Button href={`/me/subscriptions/${subscription.id}`} label={t.changeSettingsFor({ title: subscription.title })}>
              {t.change}
            </Button>
            <PostButton action={`/me/subscriptions/${subscription.id}/end`} kind="quiet" label={t.leave({ title: subscription.title })}>
              {t.leave2}
            </PostButton>
          </>
        }
      >
        {subscription.pausedUntil && subscription.pausedUntil > now && (
          <p class="meta">{receivingWords.pausedUntil({ time: <Time at={subscription.pausedUntil} style="date" /> })}</p>
        )}
        {!subscription.reached && <p class="meta">{t.notForVendor}</p>}
        {subscription.suspendedAt && (
          <div class="note late stack">
            <p>{t.stoppedSendingEmailAddress({ time: <Time at={subscription.suspendedAt} style="date" /> })}</p>
            <blockquote>{subscription.suspendedWords || t.serverGaveNoReason}</blockquote>
            <PostButton action={`/me/subscriptions/${subscription.id}/resume`}>{t.restartSubscription}</PostButton>
          </div>
        )}
      </Thing>
    ))}
  </Things>
)
