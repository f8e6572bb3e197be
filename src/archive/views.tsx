import { formatBytes, formatNumber, monthNames } from '../ui/format.ts'
import { Letter } from '../ui/letter.tsx'
import { MonthIndex, Pager, Thing, Things } from '../ui/lists.tsx'
import { Button, Empty, Facts, Heading, Note, Split, State, Toolbar } from '../ui/parts.tsx'
import { threadPath } from '../ui/paths.ts'
import { MailText } from '../ui/text.tsx'
import { Time } from '../ui/time.tsx'
import type { Erasures } from './erasure/queries.ts'
import { shownName } from './feed.tsx'
import { type OutcomeRow, Outcomes } from './outcomes.tsx'
import type { Files, getMessage, List, listMonths, listThreads } from './queries.ts'

export const count = (value: number, one: string, other: string): string =>
  value === 1 ? `1 ${one}` : `${formatNumber('en', value)} ${other}`

type ThreadRow = Awaited<ReturnType<typeof listThreads>>['threads'][number]

/** `2026-03` as `March 2026`. */
const monthName = (month: string): string => `${monthNames('en', 'long')[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`

/** The threads of a list, newest first, with the months beside them. */
export function ThreadsPage({
  list,
  threads,
  months,
  month,
  older,
  signedIn,
}: {
  list: List
  threads: ThreadRow[]
  months: Awaited<ReturnType<typeof listMonths>>
  month?: string
  older?: string
  signedIn: boolean
}) {
  const here = `/lists/${list.name}`
  const years = [...Map.groupBy(months, (entry) => Number(entry.month.slice(0, 4)))].map(([year, entries]) => ({
    year,
    months: entries.map((entry) => ({
      month: Number(entry.month.slice(5)),
      count: entry.messages,
      href: `${here}/threads?month=${entry.month}`,
    })),
  }))
  const total = months.reduce((sum, entry) => sum + entry.messages, 0)
  return (
    <>
      <Heading
        title={month ? `${list.title}, ${monthName(month)}` : list.title}
        meta={list.groupName}
        lead={
          month
            ? `${count(months.find((entry) => entry.month === month)?.messages ?? 0, 'message', 'messages')} in this month`
            : `${count(total, 'message', 'messages')} in the archive`
        }
        actions={
          <>
            {month && <Button href={`${here}/threads`}>All threads</Button>}
            <Button href={here}>About the list</Button>
          </>
        }
      />
      <Split
        aside={
          years.length > 0 && (
            <>
              <MonthIndex label="Messages by month" years={years} />
              <Toolbar>
                <a href={`${here}/feed.atom`}>Atom feed</a>
                {signedIn && (
                  <a href={month ? `${here}/mbox?month=${month}` : `${here}/mbox`}>Download {month ? 'this month' : 'all'} as mbox</a>
                )}
              </Toolbar>
            </>
          )
        }
      >
        {threads.length === 0 && <Empty title="No messages yet.">The first mail to the list begins the archive.</Empty>}
        <Things label="Threads">
          {threads.map((thread) => (
            <ThreadThing list={list} thread={thread} />
          ))}
        </Things>
        <Pager older={older} />
      </Split>
    </>
  )
}

function ThreadThing({ list, thread }: { list: List; thread: ThreadRow }) {
  const fresh = thread.fresh ?? 0
  return (
    <Thing
      title={thread.subject}
      href={threadPath(list.name, thread.root)}
      fresh={fresh > 0}
      meta={
        <>
          {count(thread.messages, 'message', 'messages')} · {thread.names.map(shownName).join(', ')}
          {thread.people > thread.names.length && ` and ${thread.people - thread.names.length} more`} ·{' '}
          <Time at={thread.lastAt} style="date" />
        </>
      }
      act={fresh > 0 && <State mood="good">{fresh === 1 ? '1 new' : `${formatNumber('en', fresh)} new`}</State>}
    />
  )
}

/** What hangs on a message, each a download. */
export function FileList({ list, messageId, variant, files }: { list: List; messageId: string; variant: number; files: Files }) {
  if (files.length === 0) return null
  return (
    <ul class="row">
      {files.map((file) => (
        <li>
          <a
            href={`/lists/${list.name}/m/${encodeURIComponent(messageId)}/a/${file.position}${variant > 1 ? `?v=${variant}` : ''}`}
            download=""
          >
            {file.filename || file.type}
          </a>{' '}
          <span class="meta">{formatBytes('en', file.size)}</span>
        </li>
      ))}
    </ul>
  )
}

const whatWent = { person: 'A name was', message: 'This message was', words: 'Words were', attachment: 'An attachment was' }

/** What was taken out of a message, when, by whom and why. */
export function Tombstones({ erasures }: { erasures: Erasures }) {
  return (
    <>
      {erasures.map((one) => (
        <p class="meta">
          {whatWent[one.kind]} removed{one.by && ` by ${one.by}`} on <Time at={one.at} style="date" />
          {one.reason && `: ${one.reason}`}
        </p>
      ))}
    </>
  )
}

/** One message, whole. */
export function MessagePage({
  list,
  message,
  files,
  erasures,
  mayPost,
  mayOwn,
  signedIn,
  outcomes,
  mayCapture,
}: {
  list: List
  message: Awaited<ReturnType<typeof getMessage>>
  files: Files
  erasures: Erasures
  mayPost: boolean
  mayOwn: boolean
  signedIn: boolean
  outcomes: OutcomeRow[]
  mayCapture: boolean
}) {
  const at = (part: string) =>
    `/lists/${list.name}/m/${encodeURIComponent(message.messageId)}/${part}${message.variant > 1 ? `?v=${message.variant}` : ''}`
  return (
    <>
      <Heading
        title={message.subject}
        meta={
          <>
            <a href={`/lists/${list.name}/threads`}>{list.title}</a> ·{' '}
            <a href={`${threadPath(list.name, message.messageId)}#m${message.id}`}>In its thread</a>
          </>
        }
      />
      {message.variants > 1 && (
        <Note>
          Another message came with the same Message-ID; this is number {message.variant} of {message.variants}.
        </Note>
      )}
      <Split
        aside={
          <Facts
            items={[
              { term: 'Message-ID', value: <span class="break">{message.messageId}</span> },
              message.defects.length > 0 && { term: 'Read in spite of', value: message.defects.join('; ') },
            ]}
          />
        }
      >
        <Letter
          id={`m${message.id}`}
          from={{ name: shownName(message.fromName) }}
          at={message.sentAt}
          meta={
            <>
              <h2 class="away">Message of {shownName(message.fromName)}</h2>
              <FileList list={list} messageId={message.messageId} variant={message.variant} files={files} />
              <Tombstones erasures={erasures} />
            </>
          }
          actions={
            <>
              {mayPost && <a href={`/lists/${list.name}/write?reply=${encodeURIComponent(message.messageId)}`}>Reply</a>}
              {message.hasHtml && <a href={at('html')}>As HTML</a>}
              {signedIn && (
                <a href={at('raw')} class="soft">
                  Raw
                </a>
              )}
              {mayOwn && (
                <a href={at('remove')} class="soft">
                  Take something out
                </a>
              )}
            </>
          }
        >
          <MailText text={message.text} addresses="hidden" />
          <Outcomes outcomes={outcomes} messageId={message.id} from={shownName(message.fromName)} mayCapture={mayCapture} />
        </Letter>
      </Split>
    </>
  )
}
