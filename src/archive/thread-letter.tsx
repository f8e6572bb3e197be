import { saidApart } from '../lib/mail/folds.ts'
import { baseSubject } from '../lib/mail/subject.ts'
import { hideAddresses } from '../lib/ui/hidden.ts'
import { Letter } from '../lib/ui/letter.tsx'
import { State } from '../lib/ui/parts.tsx'
import { messagePath, threadPath } from '../lib/ui/paths.ts'
import { useReader } from '../lib/ui/reader.ts'
import { MailText } from '../lib/ui/text.tsx'
import type { Outcome } from '../offers.ts'
import type { Files, List, ThreadMessage, ThreadPage } from './core/queries.ts'
import type { Erasures } from './erasure-queries.ts'
import { Captures, MoreCaptures, Outcomes } from './outcomes.tsx'
import { archiveWords } from './page-words.ts'
import { Split as SplitHere } from './threading/views.tsx'
import { FileList, Tombstones, WriteTo, writerPath } from './views.tsx'
import { Written } from './written.tsx'

/** What a letter of a thread shows of it, and what its reader may do with it. */
export interface LetterProps {
  list: List
  thread: ThreadPage['thread']
  files: Files
  /** What was taken out of its messages. */
  erasures: Erasures
  mayPost: boolean
  mayOwn: boolean
  /** They moderate, and others delete what a message says. */
  mayAsk?: boolean
  takesMail: boolean
  /** Those who wrote here and whose pages its reader may open. */
  writers: ReadonlySet<number>
  /** What the messages have become. */
  outcomes?: Outcome[]
  /** They collect user cases here. */
  mayCapture?: boolean
}

/** A message within its thread: what is said, its files, and what its reader may do with it. */
export function ThreadLetter(
  props: LetterProps & {
    message: ThreadMessage
    depth: number
    /** The subject that stands above already. */
    above: string
    fresh: boolean
    maySplit: boolean
    personId: number | null
    /** Below which message each request is told of first. */
    told: ReadonlyMap<number, number>
  },
) {
  const {
    list,
    message,
    depth,
    above,
    told,
    files,
    fresh,
    erasures,
    mayPost,
    mayOwn,
    mayAsk = false,
    takesMail,
    writers,
    personId,
    outcomes = [],
    mayCapture = false,
    maySplit,
  } = props
  const path = messagePath(list.name, message.messageId, message.variant)
  const name = hideAddresses(message.fromName)
  const words = archiveWords(useReader().locale)
  return (
    <Letter
      id={`m${message.id}`}
      from={{
        name,
        href: writerPath(message, writers),
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
          {differs(message.subject, above) && <h3 dir="auto">{hideAddresses(message.subject)}</h3>}
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
          {mayCapture && <Captures outcomes={outcomes} messageId={message.id} from={name} />}
        </>
      }
      more={
        <>
          {mayCapture && <MoreCaptures outcomes={outcomes} messageId={message.id} from={name} />}
          {takesMail && <WriteTo list={list.name} message={message} reader={personId} />}
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
          {mayAsk && (
            <a href={`${path}#ask`} class="soft" aria-label={words.askOutOf({ name })}>
              {words.askOut}
            </a>
          )}
        </>
      }
    >
      {message.markdown ? <Written list={list.name} message={message} files={files} /> : <Said {...message} />}
      <Outcomes outcomes={outcomes} told={told} />
    </Letter>
  )
}

// Five hundred long mails on one page would be a page that nobody can open; each message's own page has all of it.
const longestHere = 20_000

/**
 * What somebody says, with a copy of the mail that they answer folded away. Where they answer between the lines, the lines stay:
 * without them the answers say nothing.
 */
function Said({ text, folds }: Pick<ThreadMessage, 'text' | 'folds'>) {
  const { quoted: quotedLines } = archiveWords(useReader().locale)
  const whole = () => <MailText text={text} addresses="hidden" limit={longestHere} />
  const apart = saidApart(text, folds)
  if (!apart) return whole()
  const { visible: words, quoted, signature, lines } = apart
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

/** Whether a subject says anything that the one above it does not say already. */
const differs = (subject: string, above: string): boolean =>
  // Nearly all are one of these two; to take a subject apart takes long.
  subject !== above && subject !== `Re: ${above}` && baseSubject(subject).toLowerCase() !== baseSubject(above).toLowerCase()
