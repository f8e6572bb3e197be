import { trimReply } from '../lib/mail/reply.ts'
import { buildThreads } from '../lib/mail/thread.ts'
import type { ThreadNode } from '../lib/mail/thread-tree.ts'
import { Editor, filesIn } from '../lib/ui/editor.tsx'
import { type Draft, Form, Hidden } from '../lib/ui/form.tsx'
import { hideAddresses } from '../lib/ui/hidden.ts'
import { Letter, MissingLetter } from '../lib/ui/letter.tsx'
import { NumberedPager } from '../lib/ui/lists.tsx'
import { Button, Empty, Facts, Heading, Split, State, Tabs, Toolbar } from '../lib/ui/parts.tsx'
import { messagePath, threadPath } from '../lib/ui/paths.ts'
import { useReader } from '../lib/ui/reader.ts'
import { MailText } from '../lib/ui/text.tsx'
import { Time } from '../lib/ui/time.tsx'
import type { Outcome } from '../offers.ts'
import type { Files, getThread, List, ThreadMessage } from './core/queries.ts'
import type { Erasures } from './erasure-queries.ts'
import { Outcomes } from './outcomes.tsx'
import { archiveWords } from './page-words.ts'
import type { listEdits } from './threading/queries.ts'
import { Split as SplitHere, ThreadChoice, ThreadEdits } from './threading/views.tsx'
import { FileList, Tombstones } from './views.tsx'
import { Written } from './written.tsx'

interface Row {
  message?: ThreadMessage
  depth: number
}

/** The order of a thread: who answers whom, with the depth; what is missing stands in its place. */
function inOrder(messages: ThreadMessage[]): Row[] {
  const rows: Row[] = []
  const inputs = messages.map((message) => ({
    id: message.id,
    messageId: message.messageId,
    inReplyTo: null,
    references: message.refs,
    subject: message.subject,
    date: message.sentAt,
    message,
  }))
  const walk = (nodes: ThreadNode<(typeof inputs)[number]>[], depth: number) => {
    for (const node of nodes) {
      rows.push({ message: node.message?.message, depth })
      walk(node.children, depth + 1)
    }
  }
  walk(buildThreads(inputs), 0)
  return rows
}

interface ThreadProps {
  list: List
  thread: Awaited<ReturnType<typeof getThread>>
  messages: ThreadMessage[]
  files: Files
  page: number
  flat: boolean
  /** The newest message at the reader's last visit; undefined at their first, when nothing is marked. */
  seen?: number
  /** What was taken out of its messages. */
  erasures: Erasures
  mayPost: boolean
  /** What they have begun to answer. */
  draft?: Draft
  mayOwn: boolean
  takesMail: boolean
  /** What the messages have become. */
  outcomes?: Outcome[]
  /** They collect user cases here. */
  mayCapture?: boolean
  personId?: number | null
  /** How its reader wants its messages; undefined where that is not asked. */
  choice?: 'follow' | 'mute' | 'none' | undefined
  /** What moderators made of it, for who may make something of it. */
  edits?: Awaited<ReturnType<typeof listEdits>> | undefined
}

/** A thread, as a tree or by date, with what is new to the reader marked. */
export function ThreadPage(props: ThreadProps) {
  const { list, thread, messages, files, page, flat, seen, erasures, mayPost, mayOwn, takesMail } = props
  const { outcomes = [], mayCapture = false, personId = null, draft, choice, edits } = props
  const words = archiveWords(useReader().locale)
  const [first] = messages
  const last = messages.at(-1)
  if (!first || !last) return <Empty title={words.gone} />
  // A page of a long thread is no tree of its own.
  const byDate = flat || thread.pages > 1
  const rows: Row[] = byDate ? messages.map((message) => ({ message, depth: 0 })) : inOrder(messages)
  const fresh = seen === undefined ? [] : rows.flatMap(({ message }) => (message && message.id > seen ? [message] : []))
  const here = threadPath(list.name, thread.root)
  return (
    <>
      <Heading
        title={hideAddresses(thread.subject)}
        meta={
          <>
            <a href={`/lists/${list.name}/threads`}>{list.title}</a> ·{' '}
            {words.by({ messages: words.messages({ count: thread.messages }), people: words.people({ count: thread.people }) })},{' '}
            <Time at={thread.firstAt} style="date" />
            {thread.messages > 1 && (
              <>
                {' '}
                {words.until} <Time at={thread.lastAt} style="date" />
              </>
            )}
          </>
        }
      />
      {thread.messages > 1 && thread.pages === 1 && (
        <Tabs
          label={words.view}
          items={[
            { href: here, label: words.tree, current: !flat },
            { href: `${here}?view=flat`, label: words.byDate, current: flat },
          ]}
        />
      )}
      <Split aside={<About {...{ list, thread, messages, here, takesMail, choice, edits }} />}>
        {fresh[0] && (
          <p>
            <a href={`#m${fresh[0].id}`}>{words.sinceVisit({ count: fresh.length })}</a>
          </p>
        )}
        <div>
          {rows.map(({ message, depth }) =>
            message ? (
              <ThreadLetter
                {...{ list, thread, message, depth, mayPost, mayOwn, takesMail }}
                erasures={erasures.filter((one) => one.messageId === message.id)}
                files={files.filter((file) => file.messageId === message.id)}
                fresh={seen !== undefined && message.id > seen}
                outcomes={outcomes.filter(({ messageId }) => messageId === message.id)}
                maySplit={edits !== undefined && message.messageId !== thread.root}
                mayCapture={mayCapture || (personId !== null && message.personId === personId)}
              />
            ) : (
              <MissingLetter depth={depth} />
            ),
          )}
        </div>
        <NumberedPager current={page} count={thread.pages} hrefFor={(to) => `${here}?page=${to}`} />
        {mayPost && draft && <Reply list={list} subject={thread.subject} to={last.messageId} draft={draft} />}
      </Split>
    </>
  )
}

function About({
  list,
  thread,
  messages,
  here,
  takesMail,
  choice,
  edits,
}: Pick<ThreadProps, 'list' | 'thread' | 'messages' | 'takesMail' | 'choice' | 'edits'> & { here: string }) {
  const words = archiveWords(useReader().locale)
  const institutions = [...new Set(messages.flatMap((message) => message.institution ?? []))]
  return (
    <>
      <Facts
        items={[
          institutions.length > 0 && {
            term: words.institutions,
            value: (
              <ul class="links">
                {institutions.map((name) => (
                  <li>{name}</li>
                ))}
              </ul>
            ),
          },
          thread.messages > 1 && { term: words.last, value: <Time at={thread.lastAt} /> },
          { term: words.list, value: <a href={`/lists/${list.name}`}>{list.title}</a> },
        ]}
      />
      <Toolbar>
        <a href={`${here}/feed.atom`}>{words.feed}</a>
        {takesMail && <a href={`${here}/mbox`}>{words.mbox}</a>}
      </Toolbar>
      {choice && <ThreadChoice here={here} choice={choice === 'none' ? undefined : choice} subject={hideAddresses(thread.subject)} />}
      {edits && <ThreadEdits list={list.name} here={here} subject={hideAddresses(thread.subject)} edits={edits} />}
    </>
  )
}

function ThreadLetter({
  list,
  thread,
  message,
  depth,
  files,
  fresh,
  erasures,
  mayPost,
  mayOwn,
  takesMail,
  outcomes = [],
  mayCapture = false,
  maySplit,
}: Pick<ThreadProps, 'list' | 'thread' | 'files' | 'erasures' | 'mayPost' | 'mayOwn' | 'takesMail' | 'outcomes' | 'mayCapture'> & {
  message: ThreadMessage
  depth: number
  fresh: boolean
  maySplit: boolean
}) {
  const path = messagePath(list.name, message.messageId, message.variant)
  const name = hideAddresses(message.fromName)
  const words = archiveWords(useReader().locale)
  return (
    <Letter
      id={`m${message.id}`}
      from={{
        name,
        of:
          fresh || message.institution ? (
            <>
              {message.institution} {fresh && <State mood="good">{words.new}</State>}
            </>
          ) : undefined,
      }}
      at={message.sentAt}
      depth={depth}
      href={path}
      meta={
        <>
          <h2 class={differs(message.subject, thread.subject) ? 'h3' : 'away'} dir="auto">
            {differs(message.subject, thread.subject) ? hideAddresses(message.subject) : words.messageOf({ name })}
          </h2>
          <FileList list={list} messageId={message.messageId} variant={message.variant} files={files} />
          <Tombstones erasures={erasures} />
        </>
      }
      actions={
        <>
          {mayPost && (
            <a href={`/lists/${list.name}/write?reply=${encodeURIComponent(message.messageId)}`} aria-label={words.replyTo({ name })}>
              {words.reply}
            </a>
          )}
          {message.hasHtml && <a href={htmlPath(list.name, message)}>{words.html}</a>}
          {takesMail && (
            <a href={rawPath(list.name, message)} class="soft">
              {words.raw}
            </a>
          )}
          {maySplit && <SplitHere here={threadPath(list.name, message.messageId)} name={name} />}
          {mayOwn && (
            <a href={part(list.name, message, 'remove')} class="soft" aria-label={words.takeOutOf({ name })}>
              {words.takeOut}
            </a>
          )}
        </>
      }
    >
      {message.markdown ? <Written list={list.name} message={message} files={files} /> : <Said text={message.text} />}
      <Outcomes outcomes={outcomes} messageId={message.id} from={name} mayCapture={mayCapture} />
    </Letter>
  )
}

// Five hundred long mails on one page would be a page that nobody can open; each message's own page has all of it.
const longestHere = 20_000

/**
 * What somebody says, with a copy of the mail that they answer folded away. Where they answer between the lines, the lines stay:
 * without them the answers say nothing.
 */
function Said({ text }: { text: string }) {
  const { quoted: quotedLines } = archiveWords(useReader().locale)
  const { visible, quoted, signature } = trimReply(text)
  const words = visible.trim()
  const lines = quoted.trim().split('\n').length
  // A line or two is but the introduction of what is answered between the lines.
  if (lines < 3 || !words || !text.includes(words)) return <MailText text={text} addresses="hidden" limit={longestHere} />
  return (
    <>
      <MailText text={signature ? `${words}\n\n${signature}` : words} addresses="hidden" limit={longestHere} />
      <div class="mail">
        <details>
          <summary>{quotedLines({ count: lines })}</summary>
          <blockquote>
            <MailText text={quoted.replaceAll(/^> ?/gm, '')} addresses="hidden" limit={longestHere} />
          </blockquote>
        </details>
      </div>
    </>
  )
}

const part = (list: string, { messageId, variant }: { messageId: string; variant: number }, name: string): string =>
  `${messagePath(list, messageId)}/${name}${variant > 1 ? `?v=${variant}` : ''}`
const rawPath = (list: string, message: ThreadMessage): string => part(list, message, 'raw')
const htmlPath = (list: string, message: ThreadMessage): string => part(list, message, 'html')

const bare = (subject: string): string => subject.replace(/^(?:\s*(?:re|aw|antw|sv|rép|ref|fwd?|wg|tr)\s*(?:\[\d+\])?\s*:)+\s*/i, '').trim()

/** Whether a subject says anything that the thread's does not say already. */
const differs = (subject: string, thread: string): boolean => bare(subject).toLowerCase() !== bare(thread).toLowerCase()

function Reply({ list, subject, to, draft }: { list: List; subject: string; to: string; draft: Draft }) {
  const words = archiveWords(useReader().locale)
  return (
    <Form
      action={`/lists/${list.name}/write`}
      label={words.reply}
      values={{ subject: /^re:/i.test(subject) ? subject : `Re: ${subject}` }}
      draft={draft}
      multipart
    >
      <Hidden name="reply" value={to} />
      <Hidden name="subject" value={/^re:/i.test(subject) ? subject : `Re: ${subject}`} />
      <Editor name="text" label={words.answer} rows={5} preview="/preview?as=post" files={filesIn(draft.fields ?? {})} />
      <div class="row">
        <Button kind="primary">{words.send}</Button>
        <span class="meta">{words.goesOut}</span>
      </div>
    </Form>
  )
}
