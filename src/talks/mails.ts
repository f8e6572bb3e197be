import type { PrintDocument } from '../lib/print/document.ts'
import { formatDate, formatDay, type Locale, locales } from '../lib/ui/format.ts'
import { sayPlaced } from '../lib/ui/placed.ts'
import { wordsOf } from '../lib/ui/words.ts'
import type { Letter, LetterKind } from '../outbox/rules.ts'
import { dayIn, startOfDay } from '../time.ts'

const talkWords = wordsOf('talks', 'letters')

/** Who is written to. */
export interface Addressee {
  personId?: number
  name: string
  email: string
  locale: string
  /** Null: it is not known. */
  zone: string | null
}

const localeOf = (text: string): Locale => locales.find((one) => one === text) ?? 'en'

/** What is said of one talk, by its page. */
function threadOf(paragraphs: (string | false)[]): Pick<Letter, 'thread'> {
  const slug = /\/show-and-tell\/([a-z0-9-]+)$/m.exec(paragraphs.filter(Boolean).join('\n'))?.[1]
  return slug ? { thread: `talk.${slug}` } : {}
}

/** A letter of a group: greets its reader, and says what is said of its paragraphs. */
const letter = (kind: LetterKind, to: Addressee, group: string, subject: string, paragraphs: (string | false)[]): Letter => ({
  kind,
  to: { name: to.name, email: to.email },
  ...(to.personId === undefined ? {} : { personId: to.personId }),
  group,
  subject,
  ...threadOf(paragraphs),
  text: `${[talkWords(localeOf(to.locale)).hello({ name: to.name }), ...paragraphs].filter(Boolean).join('\n\n')}\n`,
})

/** Tells those who decide that somebody has proposed a talk. */
export function proposalCame(to: Addressee, facts: { title: string; group: string; who: string; link: string }): Letter {
  const words = talkWords(localeOf(to.locale))
  const { title, group, who, link } = facts
  const paragraphs = [words.openProposed({ who, title }), words.decide({ link })]
  return { ...letter('talks.proposed', to, group, words.proposed({ title }), paragraphs), repeats: {} }
}

/** Tells who proposed or speaks what became of a proposal, and why. */
export function proposalDecided(
  to: Addressee,
  facts: { title: string; group: string; groupId: number; state: 'accepted' | 'declined' | 'withdrawn'; reason: string; link: string },
): Letter {
  const words = talkWords(localeOf(to.locale))
  const { title, group, state, reason, link } = facts
  const opening = {
    accepted: words.openAccepted({ group, title }),
    declined: words.openDeclined({ group, title }),
    withdrawn: words.openWithdrawn({ title }),
  }[state]
  // A reason often asks something.
  const asks = state === 'declined' ? { groupId: facts.groupId } : undefined
  const why = state === 'withdrawn' && reason !== '' ? words.reason({ reason }) : reason
  const paragraphs = [opening, why, asks !== undefined && words.askBack, words.page({ link })]
  return { ...letter(`talks.${state}`, to, group, words[state]({ title }), paragraphs), asks }
}

/** When a talk is given, as somebody is told of it. */
export interface ToldDate {
  title: string
  group: string
  minutes: number
  startsAt: Date
  zone: string
  page: string
  /** They were told of another time before. */
  moved: boolean
}

/** A slot as its speakers are told of it. */
export interface ToldSlot extends ToldDate {
  place: string
  consentUntil: string | null
  /** Where they say yes or no to the recording. */
  consentLink: string
  consentOpen: boolean
  hasSlides: boolean
}

function whenLines(to: Addressee, { startsAt, zone }: ToldDate): string {
  const locale = localeOf(to.locale)
  const said = (place: string) => formatDate({ locale, zone: place, now: startsAt }, startsAt, 'full')
  const wall = (place: string) => Temporal.Instant.fromEpochMilliseconds(startsAt.getTime()).toZonedDateTimeISO(place).toPlainDateTime()
  const own = to.zone === null || wall(zone).equals(wall(to.zone)) ? [] : [to.zone]
  return [zone, ...own].map((place) => `  ${sayPlaced(locale, place, said(place))}`).join('\n')
}

const factLines = (to: Addressee, date: ToldDate): string =>
  `  ${date.title}\n${whenLines(to, date)}\n  ${talkWords(localeOf(to.locale)).minutes({ count: date.minutes })}`

/** Tells who proposed a talk, and does not speak in it, when it is given. */
export function scheduledLetter(to: Addressee, date: ToldDate): Letter {
  const locale = localeOf(to.locale)
  const words = talkWords(locale)
  const { title, group, startsAt, zone, moved, page } = date
  const when = formatDate({ locale, zone: to.zone ?? zone, now: startsAt }, startsAt, 'date')
  const opening = words[moved ? 'openScheduledMoved' : 'openScheduled']({ group })
  const subject = words[moved ? 'scheduledMoved' : 'scheduled']({ title, when })
  return letter('talks.scheduled', to, group, subject, [`${opening}\n\n${factLines(to, date)}`, words.page({ link: page })])
}

/** Tells a speaker of their slot, or reminds them of it a week and a day before; asks for what is missing. */
export function slotLetter(to: Addressee, slot: ToldSlot, kind: 'slot' | 'week' | 'day'): Letter {
  const locale = localeOf(to.locale)
  const words = talkWords(locale)
  const zone = to.zone ?? slot.zone
  const short = formatDate({ locale, zone, now: slot.startsAt }, slot.startsAt, 'date')
  const name = kind === 'slot' && slot.moved ? 'slotMoved' : kind
  // What they have answered is not asked again.
  const openSlot = slot.consentOpen ? words.openSlot : slot.moved ? words.openSlotMoved : words.openSlotKnown
  const opening = { slot: openSlot({ group: slot.group }), week: words.openWeek, day: words.openDay }[kind]
  const until = slot.consentUntil === null ? '' : formatDay({ locale }, slot.consentUntil)
  const sent = letter(`talks.${kind}`, to, slot.group, words[name]({ title: slot.title, when: short }), [
    `${opening}\n\n${factLines(to, slot)}`,
    slot.place && words.place({ place: slot.place }),
    kind === 'slot' && slot.consentOpen && words.consent({ link: slot.consentLink, day: until }),
    kind !== 'slot' && slot.consentOpen && words.consentOpen({ link: slot.consentLink }),
    slot.hasSlides ? words.slidesThere : words.slides({ link: slot.page }),
    kind === 'slot' && slot.hasSlides && !slot.consentOpen && words.page({ link: slot.page }),
  ])
  if (kind === 'slot') return sent
  return { ...sent, byDay: kind === 'day' ? { until: startOfDay(dayIn(slot.startsAt, zone), zone) } : {} }
}

/** Thanks a speaker, with their certificate. */
export function thankYou(to: Addressee, facts: { title: string; group: string; page: string }, certificate: Uint8Array): Letter {
  const words = talkWords(localeOf(to.locale))
  const { title, group, page } = facts
  return {
    ...letter('talks.thanks', to, group, words.thanks({ title }), [words.openThanks({ title }), words.page({ link: page })]),
    attachments: [{ filename: `${words.certificate.file}.pdf`, type: 'application/pdf', content: certificate }],
  }
}

/** Tells those who arrange where a recording lies that must go. */
export function recordingGone(to: Addressee, facts: { title: string; group: string; who: string; url: string; page: string }): Letter {
  const words = talkWords(localeOf(to.locale))
  const { title, group, who, url, page } = facts
  const paragraphs = [words.openGone({ who, title }), `  ${url}`, words.page({ link: page })]
  return letter('talks.recording-withdrawn', to, group, words.gone({ title }), paragraphs)
}

/** The certificate of a speaker, as it is printed. */
export function certificateOf(
  locale: string,
  facts: { name: string; from: string; title: string; group: string; session: string; givenOn: string; minutes: number; page: string },
): PrintDocument {
  const language = localeOf(locale)
  const words = talkWords(language).certificate
  const day = formatDay({ locale: language }, facts.givenOn)
  return {
    title: words.title,
    subtitle: facts.group,
    author: facts.group,
    language,
    footer: `${facts.group} · ${day}`,
    date: new Date(`${facts.givenOn}T00:00:00Z`),
    blocks: [
      { kind: 'text', words: [{ text: words.spoke({ name: facts.name }), strong: true }] },
      {
        kind: 'facts',
        facts: [
          [words.talk, facts.title],
          ...(facts.from ? [[words.institution, facts.from] as const] : []),
          [words.day, day],
          ...(facts.session ? [[words.session, facts.session] as const] : []),
          [words.minutes, words.length({ count: facts.minutes })],
          [words.group, facts.group],
        ],
      },
      { kind: 'rule' },
      { kind: 'note', words: words.check({ link: facts.page }) },
    ],
  }
}
