import type { DeliveryState } from '../lib/db/schema.ts'
import { textsOf } from '../lib/ui/words.ts'
import type { Letters } from '../signed.ts'
import type { DueFacts } from '../waiting.ts'

export { inZone, nextDaytime } from './choices-rules.ts'

/**
 * Days for which is kept to whom something went and what the server said: of posts, long enough for every bounce, complaint and question; of
 * letters, with the letter itself. What something stands on stays with it.
 */
export const keptDays = { deliveries: 90, letters: 730 } as const

/** What a delivery may have come to. */
export const deliveryStates = ['queued', 'sent', 'deferred', 'failed', 'cancelled'] as const satisfies DeliveryState[]

/** The kinds of letters there are: one that no nameplate names does not compile. */
export type LetterKind = keyof Letters & string

/** The kinds that begin with a name, without it: `opened` of `ballots.opened`. */
export type KindOf<Name extends string> = LetterKind extends infer Kind ? (Kind extends `${Name}.${infer Rest}` ? Rest : never) : never

/** Somebody who gets a letter. */
export interface Addressee {
  id: number
  name: string
  email: string
  locale: string
}

/** The part of a letter that says whose it is. */
export const addressed = ({ id, name, email }: Pick<Addressee, 'id' | 'name' | 'email'>) => ({ to: { name, email }, personId: id })

/** A letter as a domain writes it: plain facts, no headers. */
export interface Letter {
  /** Which notice it is, for the outbox page: `list.confirm-join`. */
  kind: LetterKind
  /**
   * It only repeats what waits for its reader on Today, until a time if it is too late then: it stands in the week's letter, and goes out by itself
   * only where it is due within three days or its reader wants it so. What asks for some thought (`ahead`) is to be read three days before.
   */
  repeats?: { until?: Date | undefined; ahead?: true }
  /**
   * It comes because of the calendar, not of what somebody did just now: it leaves in its reader's day, unless it were too late then, as what
   * `repeats` does.
   */
  byDay?: { until?: Date | undefined }
  /** What it asks for or tells, where that may settle while it waits for the morning: its domain says then whether it still leaves. */
  whileDue?: DueFacts
  /** What it is about, as the journal names things, for who wants to hear nothing of them: `request:3`. */
  about?: string[]
  /**
   * It says the same to whoever reads it, and lets nobody in or act: an alarm, a notice, what was public before. Any other is its reader's
   * alone, and so is one in which a token stands, whatever it says of itself.
   */
  plain?: boolean
  to: { name?: string; email: string }
  personId?: number
  listId?: number
  subject: string
  text: string
  /** The same for who reads HTML. */
  html?: string
  /** The group that writes, by its name; the site itself when nothing is said. */
  group?: string
  /** An address that it comes from, where it can be answered there. */
  from?: { name: string; email: string }
  replyTo?: string
  /** Its reader is asked to write back, and nothing says where to: those who lead a group read it, or those who run the site. */
  asks?: { groupId: number } | 'site'
  /** Message-IDs of what it follows, the one that it answers last: mail programs show it in that thread. */
  follows?: readonly string[]
  /**
   * What it belongs to, `meeting.2027-02-18`: mail programs show all letters of the same together, whatever began them. Where nothing is said, what
   * has a number and a page of its own, to which the letter leads.
   */
  thread?: string
  headers?: Record<string, string>
  attachments?: { filename: string; type: string; content: Uint8Array }[]
  /** An iTIP message as a part of its own (RFC 6047), beside the text and as a file. */
  calendar?: { method: string; content: string }
}

/** The domain of an address in lower case: relay limits are kept by it. */
export const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase()

const t = textsOf('outbox', 'pages')

/** Why mail came back, in words. */
export const classWords: Record<string, string> = t.classes

/** How far a delivery is, in words. */
export const deliveryWords: Record<DeliveryState, string> = t.stateWords
