import type { ByteWindow } from './byte-window.ts'

/** What is known about a line that may begin a message; `more`: not without the bytes that follow. */
export type Verdict = 'yes' | 'no' | 'more'

/** A line that stands before each message of a mailbox. */
export interface Separator {
  /** How the line begins, after the line break before it. */
  marker: Buffer
  /** Whether the line at `at` begins a message; `start` is where the message before it does. */
  judge(window: ByteWindow, at: number, start: number): Verdict
  /** Whether the line belongs to the mailbox and not to the message. */
  apart: boolean
}

const weekday = '(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*'
const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*'
const clock = String.raw`\d{1,2}:\d{2}(?::\d{2})?`
const dates = [
  // As ctime(3) writes it, with a zone before or after the year where a mailer adds one.
  String.raw`${weekday},?\s+${month}\s+\d{1,2}\s+${clock}(?:\s+[a-z0-9+-]{1,6}){0,2}\s+\d{4}\b`,
  String.raw`(?:${weekday},?\s+)?\d{1,2}[\s-]+${month}[\s-]+\d{2,4}\s+${clock}`,
  String.raw`\d{4}-\d{2}-\d{2}[t\s]${clock}`,
].join('|')
// The sender may be missing, `-`, an address, `user at domain`, or several words.
const datedLine = new RegExp(String.raw`^From(?:\s+\S+){0,6}?\s+(?:${dates})`, 'i')
const undatedLine = /^From <?[^\s<>@]+@[^\s<>@]+>?$/
// A patch made by git begins like a message, and is often pasted into one.
const gitLine = /^From [0-9a-f]{40} Mon Sep 17 00:00:00 2001$/
/** How entries of true mboxrd begin here and in public-inbox: every line of theirs that begins with `From ` is quoted. */
export const mboxrdSender = 'From mboxrd@z '

const known =
  /^(?:received|return-path|delivered-to|envelope-to|x-envelope-[a-z]+|x-original-to|from|to|cc|subject|date|message-id|mime-version|content-type|reply-to|sender|in-reply-to|references|path|newsgroups|list-[a-z]+)[ \t]*:/i
const field = /^[!-9;-~]+[ \t]*:(?:[ \t\r]|$)/

/** Whether a line can be the first of a message's header. Some mailers put their own `>From ` line there. */
const isHeaderLine = (line: string): boolean => known.test(line) || field.test(line) || /^>From /.test(line)

/** No mailer writes a longer From line, nor needs a longer look at the line after it. */
const longestLine = 1000
const lf = 10

/** The line at `at`, without its break, and where the next one begins; undefined where that is not known yet. */
export function lineAt(window: ByteWindow, at: number): { line: string; next: number } | undefined {
  const end = window.indexOf(lf, at)
  if (end < 0 && !window.ended && window.end - at < longestLine) return undefined
  const stop = end < 0 ? window.end : end
  const line = window.slice(at, Math.min(stop, at + longestLine)).toString('latin1')
  return { line: line.endsWith('\r') ? line.slice(0, -1) : line, next: end < 0 ? window.end : end + 1 }
}

/** Whether the lines before `at` are `count` empty ones, or the message before it has no bytes. */
function emptyBefore(window: ByteWindow, at: number, start: number, count: number): boolean {
  let position = at
  for (let found = 0; found < count && position > start; found++) {
    const before = window.slice(position - 3, position).toString('latin1')
    if (before.endsWith('\n\r\n')) position -= 2
    else if (before.endsWith('\n\n')) position -= 1
    else return false
  }
  return true
}

/** How much a line by itself says that it is a From line. */
function readFromLine(line: string, patches: boolean): 'mboxrd' | 'dated' | 'undated' | undefined {
  if (line.startsWith(mboxrdSender)) return 'mboxrd'
  if (line.length >= longestLine || (gitLine.test(line) && !patches)) return undefined
  return datedLine.test(line) ? 'dated' : undatedLine.test(line) ? 'undated' : undefined
}

function judgeFromLine(window: ByteWindow, at: number, start: number, patches: boolean): Verdict {
  const from = lineAt(window, at)
  if (!from) return 'more'
  const looks = readFromLine(from.line, patches)
  // The first line of a file has no text before it that it could belong to.
  if (looks === 'mboxrd' || (looks === 'dated' && at === start)) return 'yes'
  const alone = emptyBefore(window, at, start, 1)
  if (looks === undefined || (looks === 'undated' && !alone)) return 'no'
  const after = lineAt(window, from.next)
  if (!after) return 'more'
  // A mailbox can be cut right behind the line.
  if (from.next === after.next) return looks === 'dated' && alone ? 'yes' : 'no'
  return (looks === 'dated' ? isHeaderLine(after.line) : known.test(after.line)) ? 'yes' : 'no'
}

/** The From line of an mbox; `patches`: also that of a git patch. */
export const fromSeparator = (patches: boolean): Separator => ({
  marker: Buffer.from('From '),
  judge: (window, at, start) => judgeFromLine(window, at, start, patches),
  apart: true,
})

/** A line that is always the same: that of `=` in the notebooks of LISTSERV, that of MMDF. */
const ruleSeparator = (rule: string, mayFollow: (line: string) => boolean): Separator => ({
  marker: Buffer.from(rule),
  judge(window, at) {
    const line = lineAt(window, at)
    const after = line && lineAt(window, line.next)
    if (!after) return 'more'
    return line.line === rule && mayFollow(after.line) ? 'yes' : 'no'
  },
  apart: true,
})

/** The line that MMDF writes before and behind each message: four times ^A. The one behind stays with the message, and is taken off. */
export const mmdfMark = Buffer.from('\u0001\u0001\u0001\u0001\n')

const longestHeader = 1 << 16

/** Old archives without From lines: empty lines, then a header that begins as the first one does, or a line with the year. */
const headerSeparator = (first: string, apart: boolean): Separator => ({
  marker: Buffer.from(first),
  judge(window, at, start) {
    if (!emptyBefore(window, at, start, 2)) return 'no'
    if (at === start) return 'yes'
    const line = lineAt(window, at)
    if (!line) return 'more'
    if (apart && line.line !== first) return 'no'
    const end = [window.indexOf(Buffer.from('\n\n'), at), window.indexOf(Buffer.from('\n\r\n'), at)].filter((found) => found >= 0)
    if (end.length === 0 && !window.ended && window.end - at < longestHeader) return 'more'
    const header = window.slice(at, Math.min(...end, at + longestHeader, window.end)).toString('latin1')
    return /^from[ \t]*:/im.test(header) && /^(?:date|message-id)[ \t]*:/im.test(header) ? 'yes' : 'no'
  },
  apart,
})

/** Whether a header says what only the header of a mail says. */
export const isMailHeader = (header: string): boolean => header.split('\n').some((line) => known.test(line))

// Not `From:`, which also begins what Outlook quotes.
const separatingField = /^(?:x-envelope-from|x-envelope-to|envelope-to|return-path|delivered-to|received|date|to|path|message-id):/i

/** What separates the messages of a mailbox whose first line with content, at `at`, this is. */
export function separatorsFor(line: string): Separator[] {
  if (line === mmdfMark.toString('latin1', 0, 4)) return [ruleSeparator(line, (after) => isHeaderLine(after) || after.startsWith('From '))]
  if (/^={60,}$/.test(line)) return [ruleSeparator(line, (after) => known.test(after))]
  const from = fromSeparator(gitLine.test(line))
  if (/^(?:19|20)\d\d$/.test(line)) return [from, headerSeparator(line, true)]
  const name = separatingField.exec(line)
  return name ? [from, headerSeparator(name[0], false)] : [from]
}
