import type { listThreads } from '../archive/queries.ts'
import { Field } from '../lib/ui/fields.tsx'
import { Form } from '../lib/ui/form.tsx'
import { formatNumber, type Locale } from '../lib/ui/format.ts'
import type { refusedForm } from '../lib/ui/forms.ts'
import { hideAddresses } from '../lib/ui/hidden.ts'
import { Thing, Things } from '../lib/ui/lists.tsx'
import { MuteGroup } from '../lib/ui/mute.tsx'
import { Button, Empty, Facts, Heading, Note, Panel, PostButton, Section, Split, State, ToSettings } from '../lib/ui/parts.tsx'
import { threadPath } from '../lib/ui/paths.ts'
import { useReader } from '../lib/ui/reader.ts'
import { Time } from '../lib/ui/time.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { BrowserZone } from '../lib/ui/zones.tsx'
import type { findRequest, findSubscription, getList, listLists, listSubscriptionsOf } from './core/queries.ts'
import { LookAfter } from './nav.tsx'
import { listPageWords } from './page-words.ts'

const t = textsOf('list', 'views')
const directoryWords = textsOf('list', 'directory')
const receivingNames = textsOf('list', 'commands').receiving

type Refused = ReturnType<typeof refusedForm>
type List = Awaited<ReturnType<typeof getList>>

/** All lists that somebody may know of. */
export function ListsPage({ lists }: { lists: Awaited<ReturnType<typeof listLists>> }) {
  const { locale } = useReader()
  const words = listPageWords(locale)
  return (
    <>
      <Heading title={words.lists} />
      {lists.length === 0 && <Empty title={words.noLists} />}
      <Things label={words.lists}>
        {lists.map((list) => (
          <Thing
            title={list.title}
            href={`/lists/${list.name}`}
            meta={
              <>
                {list.groupName} · {words.counts({ subscribers: list.subscribers, threads: list.threads })}
                {list.lastAt && (
                  <>
                    , {words.newestOf} <Time at={list.lastAt} style="date" />
                  </>
                )}
              </>
            }
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
    </>
  )
}

/** A list's public page: what it is, who reads it, how one joins. */
export function ListPage({
  list,
  newest = [],
  muted,
  directory,
  waiting,
  mailDomain,
  locale,
  signedIn,
  refused,
}: {
  list: List
  newest?: Awaited<ReturnType<typeof listThreads>>['threads']
  /** Its reader wants to hear nothing of its group; undefined where that is not asked. */
  muted?: boolean | undefined
  /** The address of the directory of its group, for who may see it. */
  directory?: string | undefined
  /** What waits for those who moderate. */
  waiting?: { held: number; requests: number }
  mailDomain: string
  locale: Locale
  signedIn: boolean
  refused?: Refused
}) {
  const words = listPageWords(locale)
  const address = `${list.name}@${mailDomain}`
  return (
    <>
      <Heading
        title={list.title}
        meta={list.groupName}
        lead={list.description}
        actions={
          list.mayRead && (
            <Button href={`/lists/${list.name}/threads`} kind="primary">
              {words.read}
            </Button>
          )
        }
      />
      {list.mayModerate && <LookAfter list={list} waiting={waiting} />}
      <Split
        aside={
          <>
            <Facts
              items={[
                { term: words.address, value: <span class="break">{address}</span> },
                {
                  term: words.subscribers,
                  value: (
                    <>
                      {formatNumber(locale, list.subscribers)} {directory && <a href={directory}>{directoryWords.open}</a>}
                    </>
                  ),
                },
                { term: words.archive, value: words.archives[list.archive] },
                list.closedAt === null && { term: words.joining, value: words.policies[list.joinPolicy] },
              ]}
            />
            {list.subscribed && muted !== undefined && <MuteGroup id={list.groupId} name={list.groupName} muted={muted} />}
          </>
        }
      >
        {list.closedAt !== null ? (
          <Note>
            <p>{words.closedSince({ time: <Time at={list.closedAt} style="date" /> })}</p>
            {list.mayOwn && (
              <PostButton action={`/lists/${list.name}/reopen`} label={words.reopenOf({ list: list.title })}>
                {words.reopen}
              </PostButton>
            )}
          </Note>
        ) : list.subscribed ? (
          <Note mood="good">
            {words.subscribed({ address })} <a href="/me/subscriptions">{words.mine}</a>
          </Note>
        ) : list.joinPolicy === 'closed' ? (
          <Note>{words.closed}</Note>
        ) : (
          <Panel title={words.join({ list: list.title })}>
            <p class="soft">{words.how[list.joinPolicy]}</p>
            <Form action={`/lists/${list.name}/join`} refused={refused}>
              <Field name="name" label={words.name} autocomplete="name" optional />
              <Field name="email" type="email" label={words.email} autocomplete="email" />
              <BrowserZone />
              <div class="row">
                <Button kind="primary">{words.ask}</Button>
              </div>
              <p class="meta">{words.agree({ link: (said) => <a href="/privacy">{said}</a> })}</p>
            </Form>
            {signedIn && (list.joinPolicy === 'open' || list.joinPolicy === 'confirm') && (
              <PostButton action={`/lists/${list.name}/subscribe`}>{words.joinSignedIn}</PostButton>
            )}
            <p class="meta">{words.byMail({ address: `${list.name}-subscribe@${mailDomain}` })}</p>
          </Panel>
        )}
        {newest.length > 0 && (
          <Section title={words.newest} aside={<a href={`/lists/${list.name}/threads`}>{words.all}</a>}>
            <Things label={words.newest}>
              {newest.map((thread) => (
                <Thing
                  title={hideAddresses(thread.subject)}
                  href={threadPath(list.name, thread.root)}
                  fresh={(thread.fresh ?? 0) > 0}
                  meta={
                    <>
                      {words.messages({ count: thread.messages })} · <Time at={thread.lastAt} style="date" />
                    </>
                  }
                />
              ))}
            </Things>
          </Section>
        )}
      </Split>
    </>
  )
}

export function JoinedPage({ list, email, locale }: { list: List; email: string; locale: Locale }) {
  const words = listPageWords(locale)
  return (
    <>
      <Heading title={words.look} />
      <p>{words.sent({ email })}</p>
      <p>
        <a href={`/lists/${list.name}`}>{words.back({ list: list.title })}</a>
      </p>
    </>
  )
}

/** Confirms by a button: opening the link alone changes nothing, since mail scanners open links. */
export function ConfirmPage({
  request,
  confirmed,
  locale,
}: {
  request?: Awaited<ReturnType<typeof findRequest>>
  confirmed?: boolean
  locale: Locale
}) {
  const words = listPageWords(locale)
  if (!request) return <Outdated locale={locale} />
  if (confirmed || request.state !== 'unconfirmed') {
    return (
      <>
        <Heading title={request.state === 'waiting' ? words.waitsTitle : words.joinedTitle({ list: request.title })} />
        <p>
          {request.state === 'waiting'
            ? words.waits({ list: request.title })
            : request.state === 'rejected'
              ? words.rejected({ list: request.title })
              : words.joined({ email: request.email })}
        </p>
        <p>
          <a href={`/lists/${request.list}`}>{words.back({ list: request.title })}</a>
        </p>
      </>
    )
  }
  return (
    <>
      <Heading title={words.confirmTitle({ list: request.title })} lead={request.email} />
      <form method="post">
        <BrowserZone />
        <Button kind="primary">{words.confirm}</Button>
      </form>
    </>
  )
}

function Outdated({ locale }: { locale: Locale }) {
  const words = listPageWords(locale)
  return (
    <>
      <Heading title={words.outdatedTitle} />
      <p>{words.outdated}</p>
    </>
  )
}

export function LeavePage({ subscription, locale }: { subscription?: Awaited<ReturnType<typeof findSubscription>>; locale: Locale }) {
  const words = listPageWords(locale)
  if (!subscription) return <Outdated locale={locale} />
  if (subscription.endedAt) return <LeftPage subscription={subscription} locale={locale} />
  return (
    <>
      <Heading title={words.leaveTitle({ list: subscription.title })} lead={subscription.email} />
      <form method="post">
        <Button kind="primary">{words.leave}</Button>
      </form>
    </>
  )
}

export function LeftPage({
  subscription,
  locale,
}: {
  subscription: NonNullable<Awaited<ReturnType<typeof findSubscription>>>
  locale: Locale
}) {
  const words = listPageWords(locale)
  return (
    <>
      <Heading title={words.leftTitle({ list: subscription.title })} />
      <p>{words.left({ email: subscription.email })}</p>
      <p>
        <a href={`/lists/${subscription.list}`}>{words.comeBack({ list: subscription.title })}</a>
      </p>
    </>
  )
}

export function MySubscriptionsPage({ subscriptions }: { subscriptions: Awaited<ReturnType<typeof listSubscriptionsOf>> }) {
  return (
    <>
      <Heading title={t.mySubscriptions} meta={<ToSettings />} />
      {subscriptions.length === 0 && (
        <Empty title={t.noSubscriptionsYet}>
          <a href="/lists">{t.viewAllLists}</a>
        </Empty>
      )}
      <Things label={t.mySubscriptions}>
        {subscriptions.map((subscription) => (
          <Thing
            title={subscription.title}
            href={`/lists/${subscription.name}`}
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
    </>
  )
}
