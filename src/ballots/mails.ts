import type { BallotForm } from '../lib/db/schema.ts'
import { formatDate, formatDay, type Locale } from '../lib/ui/format.ts'
import { sayKept } from '../lib/ui/kept.ts'
import { sayWhen } from '../lib/ui/placed.ts'
import type { KindOf, Letter } from '../outbox/rules.ts'
import { howToVote } from './papers/reply.ts'
import type { PaperFault } from './papers/rules.ts'
import { ballotWords } from './words.ts'

/** Whom a letter is for. */
export interface Recipient {
  personId: number
  name: string
  email: string
  locale: string
  /** Null: it is not known. */
  zone: string | null
}

/** The group whose ballot a letter is about. */
export interface Holder {
  groupId: number
  group: string
}

/** What every letter of a ballot says of it. */
export interface About extends Holder {
  title: string
  /** Its page. */
  link: string
  /** The zone that the ballot is kept in. */
  zone: string
}

export type Words = ReturnType<typeof ballotWords>

/**
 * An instant as the reader says it, with their zone.
 * @param zone that of the ballot, which it is said in to whoever's own is not known
 */
export const when = (to: Pick<Recipient, 'locale' | 'zone'>, zone: string, at: Date): string => sayWhen(to, zone, at)

/** The day of an instant, short enough for a subject. */
export const dateFor = (to: Pick<Recipient, 'locale' | 'zone'>, zone: string, at: Date): string =>
  formatDate({ locale: to.locale as Locale, zone: to.zone ?? zone, now: at }, at, 'date')

/** A day as this reader writes it. */
export const dayFor = (to: Pick<Recipient, 'locale'>, day: string): string => formatDay({ locale: to.locale as Locale }, day)

/** A letter in the reader's language: greeting, what it says, who says it. */
export function ballotLetter(
  kind: KindOf<'ballots'>,
  to: Recipient,
  { groupId, group }: Holder,
  write: (words: Words) => { subject: string; text: string } & Partial<Letter>,
): Letter {
  const words = ballotWords(to.locale as Locale)
  const { text, ...more } = write(words)
  return {
    kind: `ballots.${kind}`,
    to: { name: to.name, email: to.email },
    personId: to.personId,
    group,
    about: [`group:${groupId}`],
    text: `${words.greeting({ name: to.name })}\n\n${text}\n\n${words.sign({ group })}\n`,
    ...more,
  }
}

/** A subject and a text that say the same facts. */
export const saying = <S, T>(
  { subject, text }: { subject: (facts: S) => string; text: (facts: T) => string },
  facts: S & T,
): { subject: string; text: string } => ({ subject: subject(facts), text: text(facts) })

/** Why an answer was not taken; `faults` says which options, never what stood there. */
export type MailProblem = 'late' | 'calledOff' | 'sender' | 'nothing' | 'notYours' | { faults: PaperFault[] }

/** The same in words. */
export const sayProblem = ({ refused }: Words, problem: MailProblem): string =>
  typeof problem === 'string'
    ? refused[problem]
    : `${refused.faults({ count: problem.faults.length })}\n${problem.faults.map((fault) => `- ${fault.problem}`).join('\n')}`

/** What came of a count: what a motion decided, or how many options were chosen, and which. */
export type Outcome = { decision: string } | { kind: string; chosen: readonly string[] }

// So many are named; the page has them all.
const named = 20

function sayOutcome({ counted }: Words, outcome: Outcome, locale: Locale): string {
  if ('decision' in outcome) return sayKept(outcome.decision, locale)
  const { kind, chosen } = outcome
  const said = counted.chosen({ kind, n: chosen.length, first: chosen[0] ?? '' })
  if (chosen.length < 2) return said
  const more = chosen.length > named ? [`- ${counted.more({ n: chosen.length - named })}`] : []
  return [said, ...chosen.slice(0, named).map((one) => `- ${one}`), ...more].join('\n')
}

/**
 * Tells who could vote what came of it.
 * @param outcome undefined for who may not read it
 */
export const countedLetter = (to: Recipient, about: Omit<About, 'zone'>, outcome: Outcome | undefined): Letter =>
  ballotLetter('counted', to, about, (words) =>
    saying(words.counted, {
      title: about.title,
      outcome: outcome === undefined ? undefined : sayOutcome(words, outcome, to.locale as Locale),
      link: about.link,
    }),
  )

/** The form of a ballot with how it is filled in: what a motion asks stands above. */
export const sayForm = (words: Words, facts: { form: BallotForm; budget: number | null; lines: string; question?: string }): string =>
  `${facts.question ? `${facts.question}\n\n` : ''}${howToVote(words, facts)}\n\n${facts.lines}`

/** The personal ballot mail: a link to the paper, and the paper itself, to be answered. */
export function openedLetter(
  to: Recipient,
  about: About,
  facts: {
    /** For whom it is cast; undefined where it is the reader's own. */
    voter: string | undefined
    closesAt: Date
    form: BallotForm
    budget: number | null
    lines: string
    replyTo: string
    motion?: { question: string }
  },
): Letter {
  const closes = dateFor(to, about.zone, facts.closesAt)
  return ballotLetter('opened', to, about, (words) => {
    return {
      subject: facts.motion
        ? words.motion.vote({ title: about.title, closes })
        : words.opened.subject({ title: about.title, voter: facts.voter, closes }),
      text: `${words.opened.text({ title: about.title, voter: facts.voter, closes: when(to, about.zone, facts.closesAt), link: about.link })}\n\n${sayForm(words, { ...facts, ...facts.motion })}`,
      replyTo: facts.replyTo,
      repeats: { until: facts.closesAt, ahead: true },
    }
  })
}
