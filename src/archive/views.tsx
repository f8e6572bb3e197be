import { buildThreads } from '../mail/thread.ts'
import type { ThreadNode } from '../mail/thread-tree.ts'
import { TextArea } from '../ui/fields.tsx'
import { Form, Hidden } from '../ui/form.tsx'
import { formatBytes, formatNumber } from '../ui/format.ts'
import { Letter, MissingLetter } from '../ui/letter.tsx'
import { MonthIndex, Pager, Thing, Things } from '../ui/lists.tsx'
import { Button, Empty, Facts, Heading, Note, Split, Tabs } from '../ui/parts.tsx'
import { messagePath, threadPath } from '../ui/paths.ts'
import { MailText } from '../ui/text.tsx'
import { Time } from '../ui/time.tsx'
import type { getArchive, getMessage, listAttachments, listMonths, listThreads, ThreadMessage } from './queries.ts'

type List = Awaited<ReturnType<typeof getArchive>>
type Files = Awaited<ReturnType<typeof listAttachments>>

const count = (value: number, one: string, other: string): string => (value === 1 ? `1 ${one}` : `${formatNumber('en', value)} ${other}`)

/** The threads of a list, newest first, with the months beside them. */
export function ThreadsPage({
  list,
  threads,
  months,
  month,
  older,
}: {
  list: List
  threads: Awaited<ReturnType<typeof listThreads>>['threads']
  months: Awaited<ReturnType<typeof listMonths>>
  month?: string
  older?: string
}) {
  const years = [...Map.groupBy(months, (entry) => Number(entry.month.slice(0, 4)))].map(([year, entries]) => ({
    year,
    months: entries.map((entry) => ({
      month: Number(entry.month.slice(5)),
      count: entry.messages,
      href: `/lists/${list.name}/threads?month=${entry.month}`,
    })),
  }))
  return (
    <>
      <Heading
        title={list.title}
        meta={month ? `Threads with messages of ${month}` : list.groupName}
        actions={
          <>
            <Button href={`/lists/${list.name}`}>About the list</Button>
            {month && <Button href={`/lists/${list.name}/threads`}>All threads</Button>}
          </>
        }
      />
      <Split aside={years.length > 0 && <MonthIndex label="Messages by month" years={years} />}>
        {threads.length === 0 && <Empty title="No messages yet.">The first mail to the list begins the archive.</Empty>}
        <Things label="Threads">
          {threads.map((thread) => (
            <Thing
              title={thread.subject}
              href={threadPath(list.name, thread.root)}
              meta={
                <>
                  {count(thread.messages, 'message', 'messages')} by {count(thread.people, 'person', 'people')}: {thread.names.join(', ')}
                  {thread.people > thread.names.length && ' and others'} · <Time at={thread.lastAt} style="date" />
                </>
              }
            />
          ))}
        </Things>
        <Pager older={older} />
      </Split>
    </>
  )
}

function FileList({ list, messageId, variant, files }: { list: List; messageId: string; variant: number; files: Files }) {
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

/** The order of a thread: who answers whom, with the depth; what is missing stands in its place. */
function inOrder(messages: ThreadMessage[]): { message?: ThreadMessage; depth: number }[] {
  const rows: { message?: ThreadMessage; depth: number }[] = []
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

export function ThreadPage({
  list,
  messages,
  files,
  flat,
  mayPost,
  signedIn,
}: {
  list: List
  messages: ThreadMessage[]
  files: Files
  flat: boolean
  mayPost: boolean
  signedIn: boolean
}) {
  const [first] = messages
  const last = messages.at(-1)
  if (!first || !last) return <Empty title="This thread has no messages any more." />
  const rows = flat ? messages.map((message) => ({ message, depth: 0 })) : inOrder(messages)
  const institutions = [...new Set(messages.flatMap((message) => message.institution ?? []))]
  const people = new Set(messages.map((message) => message.fromEmail)).size
  return (
    <>
      <Heading
        title={first.subject}
        meta={
          <>
            <a href={`/lists/${list.name}/threads`}>{list.title}</a> · {count(messages.length, 'message', 'messages')} by{' '}
            {count(people, 'person', 'people')}, <Time at={first.sentAt} style="date" />
            {messages.length > 1 && (
              <>
                {' '}
                to <Time at={last.sentAt} style="date" />
              </>
            )}
          </>
        }
      />
      <Tabs
        label="View"
        items={[
          { href: threadPath(list.name, first.messageId), label: 'As a tree', current: !flat },
          { href: `${threadPath(list.name, first.messageId)}?view=flat`, label: 'By date', current: flat },
        ]}
      />
      <Split
        aside={
          institutions.length > 0 && (
            <Facts
              items={[
                { term: 'Institutions', value: institutions.join(', ') },
                messages.length > 1 && { term: 'Last message', value: <Time at={last.sentAt} /> },
              ]}
            />
          )
        }
      >
        <div>
          {rows.map(({ message, depth }) =>
            message ? (
              <Letter
                id={`m${message.id}`}
                from={{ name: message.fromName, of: message.institution ?? undefined }}
                at={message.sentAt}
                depth={depth}
                href={messagePath(list.name, message.messageId, message.variant)}
                meta={
                  <>
                    {message.subject !== first.subject && <h2 class="h3">{message.subject}</h2>}
                    <FileList
                      list={list}
                      messageId={message.messageId}
                      variant={message.variant}
                      files={files.filter((file) => file.messageId === message.id)}
                    />
                  </>
                }
                actions={
                  <>
                    {mayPost && <a href={`/lists/${list.name}/write?reply=${encodeURIComponent(message.messageId)}`}>Reply</a>}
                    {signedIn && (
                      <a href={`/lists/${list.name}/m/${encodeURIComponent(message.messageId)}/raw`} class="soft">
                        Raw
                      </a>
                    )}
                  </>
                }
              >
                <MailText text={message.text} addresses="hidden" />
              </Letter>
            ) : (
              <MissingLetter depth={depth} />
            ),
          )}
        </div>
        {mayPost && (
          <Form action={`/lists/${list.name}/write`} label="Reply">
            <Hidden name="reply" value={last.messageId} />
            <Hidden name="subject" value={/^re:/i.test(first.subject) ? first.subject : `Re: ${first.subject}`} />
            <TextArea name="text" label="Reply to the list" rows={5} />
            <div class="row">
              <Button kind="primary">Send</Button>
              <span class="meta">Goes out as mail to all subscribers.</span>
            </div>
          </Form>
        )}
      </Split>
    </>
  )
}

export function MessagePage({
  list,
  message,
  files,
  signedIn,
}: {
  list: List
  message: Awaited<ReturnType<typeof getMessage>>
  files: Files
  signedIn: boolean
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
          from={{ name: message.fromName }}
          at={message.sentAt}
          meta={<FileList list={list} messageId={message.messageId} variant={message.variant} files={files} />}
          actions={
            <>
              {message.hasHtml && <a href={at('html')}>As HTML</a>}
              {signedIn && (
                <a href={at('raw')} class="soft">
                  Raw
                </a>
              )}
            </>
          }
        >
          <MailText text={message.text} addresses="hidden" />
        </Letter>
      </Split>
    </>
  )
}
