import type { RecordingConsent, TalkState } from '../lib/db/schema.ts'
import { foldAddress } from '../lib/fold.ts'
import { laterDay } from '../lib/typed-day.ts'
import { textsOf } from '../lib/ui/words.ts'

const t = textsOf('talks', 'rules')

/** Who speaks, as far as rules ask. */
export interface SpeakerConsent {
  name: string
  consent: RecordingConsent
}

/** A part of a recording: where it begins, and what it is about. */
export interface Chapter {
  atSeconds: number
  title: string
}

const ways: Record<TalkState, readonly TalkState[]> = {
  proposed: ['accepted', 'declined', 'withdrawn'],
  accepted: ['scheduled', 'declined', 'withdrawn'],
  scheduled: ['accepted', 'given', 'withdrawn'],
  given: [],
  withdrawn: [],
  declined: ['accepted'],
}

/** Why a talk cannot go from where it stands to `to`; undefined where it can. */
export const whyNotGo = (state: TalkState, to: TalkState): string | undefined => (ways[state].includes(to) ? undefined : t[state])

/** So many days after a talk its speakers may take back their consent, where nobody said otherwise. */
export const consentDays = 60

/** The last day on which speakers may take back their consent. */
export const consentUntilOf = (givenOn: string): string => laterDay(givenOn, { days: consentDays })

/**
 * Why somebody cannot say this about the recording of their talk; undefined where they can.
 * @param until the last day on which a consent that was given may be taken back
 */
export function whyNotConsent(consent: RecordingConsent, to: RecordingConsent, until: string | null, today: string): string | undefined {
  if (to === 'open') return t.answerConsent
  if (consent === to) return undefined
  if (consent === 'given' && until !== null && today > until) return t.consentOver({ day: until })
  return undefined
}

/** What is kept when somebody says no: after a yes it is a withdrawal. */
export const decideConsent = (consent: RecordingConsent, agrees: boolean): RecordingConsent =>
  agrees ? 'given' : consent === 'given' || consent === 'withdrawn' ? 'withdrawn' : 'refused'

/** Why the day until which consent may be taken back cannot be that one: it was promised to who has agreed. */
export function whyNotUntil(before: string | null, after: string, speakers: readonly SpeakerConsent[]): string | undefined {
  const promised = before !== null && after < before && speakers.some(({ consent }) => consent === 'given')
  return promised ? t.consentPromised({ day: before }) : undefined
}

/** Who has not agreed to the recording. */
const withoutConsent = (speakers: readonly SpeakerConsent[]): string[] =>
  speakers.flatMap(({ name, consent }) => (consent === 'given' ? [] : [name]))

/** Why a talk's recording may not be linked; undefined where it may. */
export function whyNotRecord(state: TalkState, speakers: readonly SpeakerConsent[]): string | undefined {
  if (state !== 'given') return t.notGiven
  if (speakers.length === 0) return t.noSpeakers
  const lacking = withoutConsent(speakers)
  return lacking.length > 0 ? t.noConsent({ names: lacking.join(', ') }) : undefined
}

/** Why this is no link that a page of ours leads to; undefined where it is one. */
export function whyNotLink(link: string): string | undefined {
  const url = URL.parse(link)
  if (!url) return t.noLink
  if (url.protocol !== 'https:') return t.notHttps
  if (url.username || url.password) return t.removeNamePasswordLink
  return undefined
}

const clock = /^(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)$/

/** Seconds of `5:30` or `1:05:30`; undefined for anything else. */
export function readClock(text: string): number | undefined {
  const [, hours, minutes = '', seconds = ''] = clock.exec(text) ?? []
  if (minutes === '' || (hours !== undefined && Number(minutes) > 59)) return undefined
  return Number(hours ?? 0) * 3_600 + Number(minutes) * 60 + Number(seconds)
}

/** `5:30`, `1:05:30`. */
export function sayClock(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

const mostChapters = 100

const chapterLine = /^([\d:]+)\s*[-–—]?\s*(.*)$/s

/** One line as a chapter, or why it is none. */
function readChapter(text: string, line: number, last: Chapter | undefined, length: number | undefined): Chapter | string {
  const [, time = '', title = ''] = chapterLine.exec(text.trim()) ?? []
  const atSeconds = readClock(time)
  if (atSeconds === undefined) return t.chapter.noTime({ line })
  if (title === '') return t.chapter.noTitle({ line })
  if (title.length > 200) return t.chapter.tooLong({ line })
  if (last && atSeconds <= last.atSeconds) return t.chapter.order({ line, time: sayClock(atSeconds), before: sayClock(last.atSeconds) })
  if (length !== undefined && atSeconds >= length) return t.chapter.afterEnd({ line, end: sayClock(length) })
  return { atSeconds, title }
}

/**
 * Reads chapters, one a line: a time, then a title.
 * @param length of the recording in seconds, where it is known
 * @returns them, or a sentence that names the line
 */
export function readChapters(text: string, length?: number): { chapters: Chapter[] } | { problem: string } {
  const chapters: Chapter[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const read =
      chapters.length === mostChapters
        ? t.chapter.tooMany({ line: index + 1, most: mostChapters })
        : readChapter(line, index + 1, chapters.at(-1), length)
    if (typeof read === 'string') return { problem: read }
    chapters.push(read)
  }
  return { chapters }
}

/** Chapters as they are written. */
export const writeChapters = (chapters: readonly Chapter[]): string =>
  chapters.map(({ atSeconds, title }) => `${sayClock(atSeconds)} ${title}`).join('\n')

/** A recording from a moment on: as a media fragment, which most players understand, or as the large hosts want it. */
export function linkAt(recording: string, seconds: number): string {
  const url = URL.parse(recording)
  if (!url || seconds === 0) return recording
  if (/(^|\.)(youtube\.com|youtu\.be)$/.test(url.hostname)) url.searchParams.set('t', `${seconds}s`)
  else url.hash = `t=${seconds}`
  return url.href
}

/** A title as the last part of an address. */
export const slugOf = (title: string): string => foldAddress(title, 60) || 'talk'

/** Addresses below /show-and-tell that are no talk's. */
export const takenSlugs: ReadonlySet<string> = new Set(['propose', 'sessions'])

/** Of the files that a talk can have by the links of its speakers. */
export const mostSlides = 10
