import { buildThreads } from '../lib/mail/thread.ts'
import type { ThreadNode } from '../lib/mail/thread-tree.ts'
import { Editor, filesIn } from '../lib/ui/editor.tsx'
import type { Draft } from '../lib/ui/field-parts.tsx'
import { Form, Hidden } from '../lib/ui/form.tsx'
import { formatDate } from '../lib/ui/format.ts'
import { hideAddresses } from '../lib/ui/hidden.ts'
import { MissingLetter } from '../lib/ui/letter.tsx'
import { NumberedPager } from '../lib/ui/lists.tsx'
import { Button, Empty, Facts, Note, Split, Tabs, Titled, Toolbar } from '../lib/ui/parts.tsx'
import { threadPath } from '../lib/ui/paths.ts'
import { useReader } from '../lib/ui/reader.ts'
import { Time } from '../lib/ui/time.tsx'
import { textsOf } from '../lib/ui/words.ts'
import type { Outcome } from '../offers.ts'
import type { List, ThreadMessage } from './core/queries.ts'
import { archiveWords } from './page-words.ts'
import { type LetterProps, ThreadLetter } from './thread-letter.tsx'
import type { listEdits } from './threading/queries.ts'
import { ThreadChoice, ThreadEdits } from './threading/views.tsx'
import { JoinToReply } from './views.tsx'

interface Row {
  message?: ThreadMessage
  depth: number
  /** The subject that stands above already: of the message it answers, or, by date, of the one before. */
  above: string
}

/** The order of a thread: who answers whom, with the depth; what is missing stands in its place. */
function inOrder(messages: ThreadMessage[], subject: string): Row[] {
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
  const walk = (nodes: ThreadNode<(typeof inputs)[number]>[], depth: number, above: string) => {
    for (const node of nodes) {
      const message = node.message?.message
      rows.push({ message, depth, above })
      walk(node.children, depth + 1, message?.subject ?? above)
    }
  }
  walk(buildThreads(inputs), 0, subject)
  return rows
}

/** Below which message each request is told of first, as they are read. */
function firstOf(rows: Row[], outcomes: Outcome[]): Map<number, number> {
  const first = new Map<number, number>()
  for (const { message } of rows)
    for (const { messageId, requestId } of message ? outcomes : [])
      if (messageId === message?.id && requestId !== null && !first.has(requestId)) first.set(requestId, messageId)
  return first
}

interface ThreadProps extends LetterProps {
  messages: ThreadMessage[]
  page: number
  flat: boolean
  /** The newest message at the reader's last visit; undefined at their first, when nothing is marked. */
  seen?: number
  /** What they have begun to answer. */
  draft?: Draft
  personId?: number | null
  /** How its reader wants its messages; undefined where that is not asked. */
  choice?: 'follow' | 'mute' | 'none' | undefined
  /** What moderators made of it, for who may make something of it. */
  edits?: Awaited<ReturnType<typeof listEdits>> | undefined
  /** A moderator sees answers before its readers do. */
  held?: boolean
}

/** A thread, as a tree or by date, with what is new to the reader marked. */
export function ThreadPage(props: ThreadProps) {
  const { list, thread, messages, files, page, flat, seen, erasures, mayPost, mayOwn, mayAsk = false, takesMail, writers } = props
  const { outcomes = [], mayCapture = false, personId = null, draft, choice, edits, held = false } = props
  const reader = useReader()
  const words = archiveWords(reader.locale)
  const [first] = messages
  const last = messages.at(-1)
  const here = threadPath(list.name, thread.root)
  const pager = <NumberedPager current={page} count={thread.pages} hrefFor={(to) => `${here}?page=${to}`} />
  // Where the thread ends before this page, the pager says so.
  if (!first || !last) return page > 1 ? pager : <Empty title={words.gone} />
  // A page of a long thread is no tree of its own.
  const byDate = flat || thread.pages > 1
  const rows: Row[] = byDate
    ? messages.map((message, at) => ({ message, depth: 0, above: messages[at - 1]?.subject ?? thread.subject }))
    : inOrder(messages, thread.subject)
  const told = firstOf(rows, outcomes)
  // What its reader wrote themselves is not new to them.
  const isFresh = ({ id, personId: by }: (typeof messages)[number]) => seen !== undefined && id > seen && (by === null || by !== personId)
  const fresh = rows.flatMap(({ message }) => (message && isFresh(message) ? [message] : []))
  return (
    <Titled
      title={hideAddresses(thread.subject)}
      meta={
        <>
          <a href={`/lists/${list.name}/threads`}>{list.title}</a> ·{' '}
          {words.by({ messages: words.messages({ count: thread.messages }), people: words.people({ count: thread.people }) })},{' '}
          <Time at={thread.firstAt} style="date" />
          {formatDate(reader, thread.firstAt) !== formatDate(reader, thread.lastAt) && (
            <>
              {' '}
              {words.until} <Time at={thread.lastAt} style="date" />
            </>
          )}
        </>
      }
      actions={
        choice && <ThreadChoice here={here} choice={choice === 'none' ? undefined : choice} subject={hideAddresses(thread.subject)} />
      }
    >
      {thread.messages > 1 && thread.pages === 1 && (
        <Tabs
          label={words.view}
          items={[
            { href: here, label: words.tree, current: !flat },
            { href: `${here}?view=flat`, label: words.byDate, current: flat },
          ]}
        />
      )}
      <Split aside={<About {...{ list, thread, messages, here, takesMail, edits }} />}>
        {fresh[0] && (
          <p>
            <a href={`#m${fresh[0].id}`}>{words.sinceVisit({ count: fresh.length })}</a>
          </p>
        )}
        <div>
          {rows.map(({ message, depth, above }) =>
            message ? (
              <ThreadLetter
                {...{ list, thread, message, depth, above, mayPost, mayOwn, mayAsk, takesMail, writers, personId, told }}
                erasures={erasures.filter((one) => one.messageId === message.id)}
                files={files.filter((file) => file.messageId === message.id)}
                fresh={isFresh(message)}
                outcomes={outcomes.filter(({ messageId }) => messageId === message.id)}
                maySplit={edits !== undefined && message.messageId !== thread.root}
                mayCapture={mayCapture || (personId !== null && message.personId === personId)}
              />
            ) : (
              <MissingLetter depth={depth} />
            ),
          )}
        </div>
        {pager}
        {mayPost && held && <Note>{textsOf('archive', 'threading').answersHeld}</Note>}
        {mayPost && draft && <Reply {...{ list, draft, held }} subject={thread.subject} to={last.messageId} />}
        {!mayPost && <JoinToReply list={list} />}
      </Split>
    </Titled>
  )
}

function About(props: Pick<ThreadProps, 'list' | 'thread' | 'messages' | 'takesMail' | 'edits'> & { here: string }) {
  const { list, thread, messages, here, takesMail, edits } = props
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
        ]}
      />
      <Toolbar>
        <a href={`${here}/feed.atom`}>{words.feed}</a>
        {takesMail && <a href={`${here}/mbox`}>{words.mbox}</a>}
      </Toolbar>
      {edits && <ThreadEdits list={list.name} here={here} subject={hideAddresses(thread.subject)} edits={edits} />}
    </>
  )
}

function Reply({ list, subject, to, draft, held }: { list: List; subject: string; to: string; draft: Draft; held: boolean }) {
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
        {!held && <span class="meta">{words.goesOut}</span>}
      </div>
    </Form>
  )
}
