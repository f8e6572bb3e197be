import type { RequestStage } from '../lib/db/schema.ts'
import { chromeWords } from '../lib/ui/chrome-words.ts'
import { formatDate, formatDay, type Locale } from '../lib/ui/format.ts'
import type { KindOf, Letter } from '../outbox/rules.ts'
import { requestWords } from './words.ts'

/** The group that a letter speaks for, with the list at whose owners' address answers arrive. */
export interface Sender {
  groupId?: number
  groupName: string
  /** Where the group is at home: for those whose own zone is not known. */
  zone: string
  /** Of its first list; undefined for a group without one. */
  list?: { id: number; name: string }
  baseUrl: string
  mailDomain: string
}

/** Whom a letter is for. */
export interface Recipient {
  personId?: number
  name: string
  email: string
  locale: string
  zone?: string
}

/** What a letter of news is about, for who wants to hear nothing of it. */
const aboutGroup = ({ groupId }: Sender): string[] => (groupId === undefined ? [] : [`group:${groupId}`])

type Notice = { subject: string; text: string }

/** A letter of a group; `token` makes an answer to it mean something. */
export function letter(kind: KindOf<'requests'>, from: Sender, to: Recipient, { subject, text }: Notice, token?: string): Letter {
  const words = requestWords(to.locale as Locale)
  return {
    kind: `requests.${kind}`,
    to: { name: to.name, email: to.email },
    personId: to.personId,
    listId: from.list?.id,
    group: from.groupName,
    about: aboutGroup(from),
    from: from.list && { name: from.groupName, email: `${from.list.name}-owner@${from.mailDomain}` },
    subject,
    text: `${words.greeting({ name: to.name })}\n\n${text}\n\n${words.sign({ group: from.groupName })}\n`,
    ...(token ? { replyTo: `reply+${token}@${from.mailDomain}` } : {}),
  }
}

const wordsOf = (to: Recipient) => requestWords(to.locale as Locale)

/** Their own words, with when they said them; long ones are cut. */
export function saidBy(from: Sender, to: Recipient, { excerpt, saidAt }: { excerpt: string; saidAt: Date }): string {
  const short = excerpt.length > 600 ? `${excerpt.slice(0, excerpt.lastIndexOf(' ', 600))} …` : excerpt
  return wordsOf(to).said({
    when: formatDate({ locale: to.locale as Locale, zone: to.zone ?? from.zone, now: new Date(0) }, saidAt, 'date'),
    quote: short
      .split('\n')
      .map((line) => `> ${line}`)
      .join('\n'),
  })
}

/** Their mail program shows it where they wrote; what came another way is no mail of theirs. */
const below = (mailId: string | undefined): Partial<Letter> => (mailId ? { follows: [mailId] } : {})

/** Tells an author that their words became a user case; an answer says who may quote them. */
export function caseCaptured(
  from: Sender,
  to: Recipient,
  facts: { title: string; excerpt: string; saidAt: Date; mailId: string | undefined; link: string; token: string },
): Letter {
  const { subject, text } = wordsOf(to).captured
  const said = { subject: subject(facts), text: text({ said: saidBy(from, to, facts), link: facts.link }) }
  return { ...letter('case-captured', from, to, said, facts.token), ...below(facts.mailId) }
}

/** Tells who asked on a list of requests for the same; each is a sentence with what became of it. */
export function mayHelp(
  from: Sender,
  to: Recipient,
  facts: { subject: string; mailId: string; requests: { id: number; title: string; stage: RequestStage; link: string }[] },
): Letter {
  const { states, subject, text } = wordsOf(to).mayHelp
  const requests = facts.requests.map(({ link, stage, ...one }) => `${states[stage](one)}\n${link}`).join('\n\n')
  return { ...letter('may-help', from, to, { subject: subject(facts), text: text({ ...facts, requests }) }), ...below(facts.mailId) }
}

/** The answer to who forwarded a mail to the address for user cases. */
export function caseForwarded(from: Sender, to: Recipient, facts: { title: string; link: string; known: boolean }): Letter {
  const { known, subject, text } = wordsOf(to).forwarded
  return letter('case-forwarded', from, to, { subject: (facts.known ? known : subject)(facts), text: text(facts) })
}

/** The letter that tells an author in which request their words stand. */
export function caseCollated(from: Sender, to: Recipient, facts: { title: string; excerpt: string; saidAt: Date; link: string }): Letter {
  const { subject, text } = wordsOf(to).collated
  return letter('case-collated', from, to, { subject: subject(facts), text: text({ ...facts, said: saidBy(from, to, facts) }) })
}

/** The letter that tells of a user case that was taken back. */
export function caseWithdrawn(from: Sender, to: Recipient, facts: { title: string; requests: { title: string; link: string }[] }): Letter {
  const { subject, text } = wordsOf(to).withdrawn
  const requests = facts.requests.map(({ title, link }) => `  ${title}\n  ${link}`).join('\n')
  return letter('case-withdrawn', from, to, { subject: subject(facts), text: text({ ...facts, requests }) })
}

/** Tells a writer that their message is told as a story. */
export function storyTold(from: Sender, to: Recipient, facts: { title: string; link: string }): Letter {
  const { subject, text } = wordsOf(to).story
  return letter('story-told', from, to, { subject: subject(facts), text: text(facts) })
}

/** The letter to who looks after a request now. */
export function championed(from: Sender, to: Recipient, facts: { title: string; link: string }): Letter {
  const { subject, text } = wordsOf(to).championed
  return letter('championed', from, to, { subject: subject(facts), text: text(facts) })
}

/** A comment goes to who follows a request; an answer becomes the next comment. */
export function commented(
  from: Sender,
  to: Recipient,
  facts: { id: number; title: string; who: string; text: string; link: string; stop: string; token: string },
): Letter {
  const words = wordsOf(to).comment
  const text = `${words.text(facts)}\n\n${words.stop({ link: facts.stop })}`
  const about = [`request:${facts.id}`, ...aboutGroup(from)]
  return { ...letter('comment', from, to, { subject: words.subject(facts), text }, facts.token), about }
}

type Strength = keyof ReturnType<typeof requestWords>['strengths']

/** Asks a referent whether their institution stands behind a request. */
export function confirmSupport(
  from: Sender,
  to: Recipient,
  facts: { who: string; institution: string; strength: Strength; title: string; reason: string; link: string; token: string },
): Letter {
  const words = wordsOf(to)
  const text = words.confirm.text({ ...facts, strength: words.strengths[facts.strength] })
  const subject = words.confirm.subject(facts)
  return { ...letter('confirm-support', from, to, { subject, text }, facts.token), repeats: {} }
}

/** Asks an institution what it still stands behind. */
export function affirmSupport(
  from: Sender,
  to: Recipient,
  facts: {
    institution: string
    name: string
    requests: { id: number; title: string; strength: Strength }[]
    day: string
    link: string
    token: string
  },
): Letter {
  const words = wordsOf(to)
  const list = facts.requests.map(({ id, title, strength }) => `  ${id}  ${title} (${words.strengths[strength]})`).join('\n')
  const day = formatDay({ locale: to.locale as Locale }, facts.day, 'date')
  const text = words.affirm.text({ ...facts, list, day })
  const subject = words.affirm.subject({ ...facts, day })
  return { ...letter('affirm-support', from, to, { subject, text }, facts.token), repeats: { until: new Date(`${facts.day}T23:59:59Z`) } }
}

interface MergeSide {
  title: string
  institutions: number
  cases: number
}

/** Tells somebody concerned of a proposed merge: all that is theirs, and what stands behind both sides. One click keeps it where it is. */
export function mergeProposed(
  from: Sender,
  to: Recipient,
  facts: {
    source: string
    target: string
    why: string
    yours: { organisation: string | null; case: string | null }[]
    picture: { source: MergeSide; target: MergeSide; together: MergeSide }
    day: string
    link: string
    both: string
    token: string
  },
): Letter {
  const words = wordsOf(to).merge
  const yours = facts.yours.map((one) =>
    one.organisation ? words.support({ institution: one.organisation }) : words.case({ title: one.case ?? '' }),
  )
  const behind = (side: MergeSide) => words.behind(side)
  const { colon } = chromeWords(to.locale as Locale)
  const { source, target, together } = facts.picture
  const picture = [
    `  ${source.title}${colon} ${behind(source)}`,
    `  → ${target.title}${colon} ${behind(target)}`,
    `  = ${words.together({ behind: behind(together) })}`,
  ].join('\n')
  const day = formatDay({ locale: to.locale as Locale }, facts.day, 'date')
  const text = words.text({ ...facts, picture, day, keep: facts.both, yours: yours.map((one) => `- ${one}`).join('\n') })
  return letter('merge-proposed', from, to, { subject: words.subject(facts), text }, facts.token)
}

const settledAs = { merged: ['merged', 'merged'], undone: ['unmerged', 'unmerged'], dropped: ['merge-dropped', 'mergeDropped'] } as const

/** Tells those concerned that it was done, let go or undone. */
export function mergeSettled(
  from: Sender,
  to: Recipient,
  { state, ...facts }: { source: string; target: string; state: keyof typeof settledAs; link: string | undefined },
) {
  const [kind, name] = settledAs[state]
  const { subject, text } = wordsOf(to)[name]
  return letter(kind, from, to, { subject: subject(facts), text: text(facts) })
}
