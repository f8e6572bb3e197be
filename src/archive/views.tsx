import { isContainer } from '../lib/mail/packed.ts'
import { formatBytes, formatList, type Locale, monthNames } from '../lib/ui/format.ts'
import { hideAddresses } from '../lib/ui/hidden.ts'
import { sayKept } from '../lib/ui/kept.ts'
import { Letter } from '../lib/ui/letter.tsx'
import { dotted, Pager, Thing, Things } from '../lib/ui/lists.tsx'
import { MonthIndex } from '../lib/ui/month-index.tsx'
import { once } from '../lib/ui/once.ts'
import { Button, Empty, Facts, Note, Split, State, Tabs, Titled, Toolbar } from '../lib/ui/parts.tsx'
import { messagePath, threadPath } from '../lib/ui/paths.ts'
import { useReader } from '../lib/ui/reader.ts'
import { MailText } from '../lib/ui/text.tsx'
import { Time } from '../lib/ui/time.tsx'
import { textsOf } from '../lib/ui/words.ts'
import type { Outcome } from '../offers.ts'
import type { Files, getMessage, List } from './core/queries.ts'
import type { listMonths, listThreads } from './core/threads-queries.ts'
import type { Erasures } from './erasure-queries.ts'
import { Captures, MoreCaptures, Outcomes } from './outcomes.tsx'
import { archiveWords } from './page-words.ts'
import { Written } from './written.tsx'

const t = textsOf('archive', 'views')

type ThreadRow = Awaited<ReturnType<typeof listThreads>>['threads'][number]

/** `2026-03` as `March 2026`. */
const monthName = (locale: Locale, month: string): string =>
  `${monthNames(locale, 'long')[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`

interface ThreadsProps {
  list: List
  threads: ThreadRow[]
  months: Awaited<ReturnType<typeof listMonths>>
  month?: string
  /** Those alone in which one person wrote. */
  unanswered: boolean
  older?: string
  /** It is looked at from a place in it, not from its newest thread. */
  further: boolean
  takesMail: boolean
}

/** The threads of a list, newest first, with the months beside them. */
export function ThreadsPage({ list, threads, months, month, unanswered, older, further, takesMail }: ThreadsProps) {
  const { locale, alone } = useReader()
  const words = archiveWords(locale)
  const here = `/lists/${list.name}`
  const total = months.reduce((sum, entry) => sum + entry.messages, 0)
  return (
    <Titled
      title={month ? `${list.title}, ${monthName(locale, month)}` : list.title}
      meta={list.groupName !== alone && list.groupName}
      lead={
        month
          ? words.inMonth({ messages: words.messages({ count: months.find((entry) => entry.month === month)?.messages ?? 0 }) })
          : words.inArchive({ messages: words.messages({ count: total }) })
      }
      actions={
        <>
          {month && <Button href={`${here}/threads`}>{words.all}</Button>}
          <Button href={here}>{words.about}</Button>
          {months.length > 1 && (
            <a class="further-down" href="#by-month">
              {words.byMonth}
            </a>
          )}
        </>
      }
    >
      <Split
        aside={
          months.length > 0 && (
            <>
              <Months months={months} month={month} />
              <Toolbar>
                <a href={`${here}/feed.atom`}>{words.feed}</a>
                {takesMail && (
                  <a href={month ? `${here}/mbox?month=${month}` : `${here}/mbox`}>{month ? words.mboxMonth : words.mboxAll}</a>
                )}
              </Toolbar>
            </>
          )
        }
      >
        {!month && total > 0 && <Which here={here} unanswered={unanswered} />}
        <Things label={words.threadList} none={<NoThreads unanswered={unanswered} month={month} />}>
          {threads.map((thread) => (
            <ThreadThing list={list} thread={thread} />
          ))}
        </Things>
        <Pager
          older={older}
          first={further && `${here}/threads${month ? `?month=${month}` : unanswered ? '?unanswered' : ''}`}
          empty={threads.length === 0}
        />
      </Split>
    </Titled>
  )
}

/** All threads, or those that wait for somebody. */
function Which({ here, unanswered }: { here: string; unanswered: boolean }) {
  const words = archiveWords(useReader().locale)
  const items = [
    { href: `${here}/threads`, label: words.all, current: !unanswered },
    { href: `${here}/threads?unanswered`, label: words.unanswered, current: unanswered },
  ]
  return <Tabs label={words.threadList} items={items} />
}

function NoThreads({ unanswered, month }: Pick<ThreadsProps, 'unanswered' | 'month'>) {
  const words = archiveWords(useReader().locale)
  if (month) return <Empty title={words.noneInMonth} />
  return unanswered ? <Empty title={words.noneUnanswered} /> : <Empty title={words.none}>{words.noneYet}</Empty>
}

type Months = Awaited<ReturnType<typeof listMonths>>

/** Made anew when mail came, for each year that is looked at. */
function Months({ months, month = '' }: { months: Months; month?: string | undefined }) {
  const year = month.slice(0, 4)
  const open = months.some((entry) => entry.month.startsWith(`${year}-`)) ? Number(year) : undefined
  return once(months, `months ${open}`, () => <EveryMonth months={months} open={open} />)
}

function EveryMonth({ months, open }: { months: Months; open: number | undefined }) {
  const years = [...Map.groupBy(months, (entry) => Number(entry.month.slice(0, 4)))].map(([year, entries]) => ({
    year,
    months: entries.map((entry) => ({
      month: Number(entry.month.slice(5)),
      count: entry.messages,
      // There are some hundred on each page: none is longer than it must be.
      href: `?month=${entry.month}`,
    })),
  }))
  return <MonthIndex label={archiveWords(useReader().locale).byMonth} years={years} open={open} />
}

function ThreadThing({ list, thread }: { list: List; thread: ThreadRow }) {
  const words = archiveWords(useReader().locale)
  const fresh = thread.fresh ?? 0
  return (
    <Thing
      title={thread.subject}
      href={threadPath(list.name, thread.root)}
      fresh={fresh > 0}
      meta={dotted([
        words.messages({ count: thread.messages }),
        `${thread.names.join(', ')}${
          thread.people > thread.names.length ? ` ${words.more({ count: thread.people - thread.names.length })}` : ''
        }`,
        <Time at={thread.lastAt} style="date" />,
      ])}
      act={fresh > 0 && <State mood="good">{words.fresh({ count: fresh })}</State>}
    />
  )
}

/** What hangs on a message, each a download; not what only held others of them, which stays in the mail itself. */
export function FileList({ list, messageId, variant, files }: { list: List; messageId: string; variant: number; files: Files }) {
  const { locale } = useReader()
  const shown = files.filter((file) => !(file.inline && isContainer(file)))
  if (shown.length === 0) return null
  return (
    <ul class="row">
      {shown.map((file) => (
        <li>
          <a
            href={`/lists/${list.name}/m/${encodeURIComponent(messageId)}/a/${file.position}${variant > 1 ? `?v=${variant}` : ''}`}
            download=""
          >
            {hideAddresses(file.filename) || file.type}
          </a>{' '}
          <span class="meta">{formatBytes(locale, file.size)}</span>
        </li>
      ))}
    </ul>
  )
}

/** What was taken out of a message, when, by whom and why. */
export function Tombstones({ erasures }: { erasures: Erasures }) {
  const words = archiveWords(useReader().locale)
  return (
    <>
      {erasures.map((one) => (
        <p class="meta">
          {words.removed[one.kind]({ by: one.by ?? '' })} <Time at={one.at} style="date" />
          {one.reason && `: ${sayKept(one.reason)}`}
        </p>
      ))}
    </>
  )
}

/** The page of whoever wrote a message, where its reader may open it. */
export const writerPath = ({ personId }: { personId: number | null }, writers: ReadonlySet<number>): string | undefined =>
  personId !== null && writers.has(personId) ? `/people/${personId}` : undefined

/** Leads to an answer that goes to whoever wrote a message and not to the list: for those who get addresses. */
export function WriteTo({ list, message, reader }: { list: string; message: WrittenBy; reader: number | null }) {
  const { fromEmail, fromName, personId, messageId, variant } = message
  // Who is erased has no address any more, and nobody writes to themselves.
  if (fromEmail === '' || (personId !== null && personId === reader)) return null
  const href = `${messagePath(list, messageId)}/author${variant > 1 ? `?v=${variant}` : ''}`
  return <a href={href}>{archiveWords(useReader().locale).writeTo({ name: hideAddresses(fromName) })}</a>
}

/** Names to a moderator who can delete what a message says, and leads to a mail to them that names the message. */
export function AskOut({ path, subject, deleters }: { path: string; subject: string; deleters: { name: string; email: string }[] }) {
  const { locale } = useReader()
  const words = archiveWords(locale)
  if (deleters.length === 0) return null
  const to = deleters.map(({ email }) => encodeURIComponent(email).replace('%40', '@')).join(',')
  const asked = `subject=${encodeURIComponent(words.askOutSubject({ subject }))}&body=${encodeURIComponent(words.askOutText({ link: path }))}`
  const names = formatList(
    locale,
    deleters.map(({ name }) => name),
  )
  return (
    <p class="soft" id="ask">
      {words.whoTakesOut({ names, link: (said) => <a href={`mailto:${to}?${asked}`}>{said}</a> })}
    </p>
  )
}

/** Says to who may not write to a list how they come to. */
export function JoinToReply({ list }: { list: List }) {
  const words = archiveWords(useReader().locale)
  if (list.closedAt !== null || list.joinPolicy === 'closed') return null
  return <p class="soft">{words.joinToReply({ list: list.title, link: (said) => <a href={`/lists/${list.name}`}>{said}</a> })}</p>
}

type WrittenBy = Pick<Awaited<ReturnType<typeof getMessage>>, 'fromEmail' | 'fromName' | 'personId' | 'messageId' | 'variant'>

interface MessageProps {
  list: List
  message: Awaited<ReturnType<typeof getMessage>>
  files: Files
  erasures: Erasures
  mayPost: boolean
  mayOwn: boolean
  takesMail: boolean
  /** Whoever wrote it, where its reader may open their page. */
  writers: ReadonlySet<number>
  personId: number | null
  outcomes: Outcome[]
  mayCapture: boolean
  /** Whom a moderator asks to delete what it says, and its address on the web; undefined for who can do it, or moderates nothing. */
  askOut?: { path: string; deleters: { name: string; email: string }[] } | undefined
}

/** One message, whole. */
export function MessagePage(props: MessageProps) {
  const { list, message, files, erasures, mayPost, mayOwn, takesMail, writers, personId, outcomes, mayCapture, askOut } = props
  const words = archiveWords(useReader().locale)
  const name = hideAddresses(message.fromName)
  const at = (part: string) =>
    `/lists/${list.name}/m/${encodeURIComponent(message.messageId)}/${part}${message.variant > 1 ? `?v=${message.variant}` : ''}`
  return (
    <Titled
      title={hideAddresses(message.subject)}
      meta={dotted([
        <a href={`/lists/${list.name}/threads`}>{list.title}</a>,
        <a href={`${threadPath(list.name, message.messageId)}#m${message.id}`}>{words.inThread}</a>,
      ])}
    >
      {message.variants > 1 && <Note>{words.variant({ number: message.variant, of: message.variants })}</Note>}
      <Split
        aside={
          <Facts
            items={[
              { term: t.messageId, value: <span class="break">{message.messageId}</span> },
              message.defects.length > 0 && { term: words.defects, value: message.defects.join('; ') },
            ]}
          />
        }
      >
        <Letter
          id={`m${message.id}`}
          from={{ name, href: writerPath(message, writers) }}
          at={message.sentAt}
          meta={
            <>
              <FileList list={list} messageId={message.messageId} variant={message.variant} files={files} />
              <Tombstones erasures={erasures} />
            </>
          }
          actions={
            <>
              {mayPost && <a href={`/lists/${list.name}/write?reply=${encodeURIComponent(message.messageId)}`}>{words.reply}</a>}
              {mayCapture && <Captures outcomes={outcomes} messageId={message.id} from={name} />}
            </>
          }
          more={
            <>
              {mayCapture && <MoreCaptures outcomes={outcomes} messageId={message.id} from={name} />}
              {takesMail && <WriteTo list={list.name} message={message} reader={personId} />}
              {message.hasHtml && <a href={at('html')}>{words.html}</a>}
              {takesMail && (
                <a href={at('raw')} class="soft">
                  {words.raw}
                </a>
              )}
              {mayOwn && (
                <a href={at('remove')} class="soft">
                  {words.takeOut}
                </a>
              )}
            </>
          }
        >
          {message.markdown ? (
            <Written list={list.name} message={message} files={files} whole />
          ) : (
            <MailText text={message.text} addresses="hidden" />
          )}
          <Outcomes outcomes={outcomes} />
        </Letter>
        {askOut && <AskOut {...askOut} subject={hideAddresses(message.subject)} />}
        {!mayPost && <JoinToReply list={list} />}
      </Split>
    </Titled>
  )
}
