import { chooseStatus, classify, isSummedUp, passes, reasonIn, type Stage } from './classify.ts'
import type { StatusGroup } from './dsn.ts'
import { deniesDelivery, tellsArrival } from './failure.ts'
import { wordsOf } from './fold.ts'
import { type Named, readNotice, wordsAbout } from './notice.ts'
import type { Report, ReportedRecipient } from './report.ts'
import { outcomeIn } from './table.ts'
import { answerIn, joined, splitNotice, tidy, withoutName } from './text.ts'
import { findOrigins } from './whom.ts'

const stillTrying =
  /gr[ae]y-?list|will (?:be retried|retry|continue|keep trying|try again)|(?<!no (?:further|more|other) )attempts will|warning (?:message )?only|just a warning|delivery incomplete|(?:been|was|is) (?:being )?(?:delayed|postponed|queued)|next (?:delivery )?attempt|(?:not|n't) (?:need to )?resend|wird (?:es )?weiter(?:hin)? versuch|nicht erneut (?:zu )?send|verzögert|sera retent|a été retardé|pas nécessaire de (?:le |la )?renvoy|no es necesario (?:re|volver a )envi|se ha retrasado|non è necessario (?:re)?invi|non è necessario rispedi|ritardat|não é necessário (?:re|en)envi|foi atrasad|is vertraagd|niet opnieuw (?:te )?(?:ver)?zend|opóźnion|задерж|затрим|gecik|yeniden göndermenize gerek|zpožděn|késik|késés|întârzi|försena|forsink|viiväst|καθυστερ|遅延|遅れ|延迟|延遲|지연|מתעכב|تأخ|tertunda/i
/** Not yet: nobody says so who has given up. */
const notYet =
  /noch nicht (?:zugestellt|ausgeliefert)|pas encore (?:été )?(?:remis|distribu|délivr)|(?:todavía|aún) no (?:se )?(?:ha )?(?:sido |podido )?entreg|non (?:è )?(?:stato )?ancora (?:stato )?(?:consegnat|recapitat)|ainda não (?:foi )?entreg|nog niet (?:bezorgd|afgeleverd)|jeszcze nie (?:został[ao]? )?d(?:ostarcz|oręcz)|(?:ještě|dosud) neby|ännu inte (?:har )?(?:kunnat )?leverer|(?:endnu|ennå|enda) ikke (?:blevet |blitt )?leveret?|vielä ei|ei ole vielä|még nem|încă nu|ещё не|еще не|ще не достав|henüz|ακόμη δεν|まだ|尚未|还未|아직/iu
const givenUp = /permanent(?:ly)? (?:error|failed)|failed permanently|giv(?:en|ing) up|not going to try again/i

/** Nobody tries again, in any language: said of now only beside an answer that ends it, since a warning says so of later. */
const triesNoMore =
  /\b(?:no (?:further|more|other|additional) (?:delivery )?attempts|permanent failure|will not (?:be (?:retried|tried again)|try again|retry)|(?:been|was|is) returned|(?:keine|kein) weiteren? (?:zustell|sende)?versuche?|auc?une? (?:autre |nouvelle )?tentative|no se (?:har[áa]n?|realizar[áa]n?|intentar[áa]) (?:(?:m[áa]s|otros|nuevos) )?|(?:nessun altro|nessun ulteriore) tentativo|nenhuma (?:outra |nova )?tentativa|geen (?:verdere|nieuwe) pogingen|inga (?:fler|ytterligare) försök|ingen (?:flere|yderligere) forsøg|żadnych (?:dalszych|kolejnych) prób)|(?:повторн|дальнейш)\p{L}{2,3} попыт\p{L}{1,3} не|これ以上.{0,6}(?:試行|再送)/iu
const endsIt = /(?:^|[\s:>(])5\d\d[ -](?:#?5\.\d{1,3}\.\d{1,3}\b|\p{L})/u
const leavesOpen = /(?:^|[\s:>(])4\d\d[ -]#?4\.\d/

const forGood =
  /permanent|for good|definitiv|endgültig|définiti|definitief|окончательно|остаточно|ostatecznie|trvale|definitywn|végleg|lopullis|kalıcı|οριστικ|完全|恒久|永久|영구/iu

/** Whether a report calls a delay what its own words and the server's answer end. */
const endedAll = (diagnostic: string, text: string) =>
  endsIt.test(diagnostic) &&
  !leavesOpen.test(diagnostic) &&
  (givenUp.test(text) || (!stillTrying.test(text) && forGood.test(text) && deniesDelivery(text)) || triesNoMore.test(text))

/** Whether who reports goes on trying. */
const goesOn = (text: string) =>
  (stillTrying.test(text) || notYet.test(text)) &&
  !givenUp.test(text) &&
  !(triesNoMore.test(text) && endsIt.test(text) && !leavesOpen.test(text))

/** The server answered to the message itself, after it had taken the address. Sendmail says so by not repeating the address. */
const afterContent =
  /after end of data|end of DATA command|after I sent the message|for TEXT command|SMTP command DATA|>>> DATA <<< 5\d\d .{0,300}?554 5\.0\.0 Service unavailable/i

const bareUnknown = /^[\d .-]*(?:unknown user|user unknown)\b/i

/** It had seen no more of us than our address and the name that we gave. */
const atGreeting =
  /(?:in reply to|in response to|after(?: pipelined| sending)?|during|command:?) (?:the )?(?:EHLO|HELO|LHLO|CONNECT|initial connection)\b|in (?:reply|response) to (?:the |our )?(?:initial )?(?:connection|greeting|banner)\b|protocol to start[^<>]{0,100}<-- ?[45]\d\d|greeting failed|name was rejected|refused to talk to me|(?:>>>|-->) ?(?:EHLO|HELO|LHLO)\b[^<>]{0,200}<(?:<<|--) ?[45]\d\d|\b(?:helo|ehlo) (?:command|name|argument)\b/i

/** It had seen our sender, and no recipient. */
const atSender =
  /(?:[Ii]n reply to|[Ii]n response to|[Aa]fter(?: pipelined| sending)?|[Dd]uring|[Cc]ommand:?) (?:the )?MAIL\b|[Ss]ender was rejected|(?:>>>|-->) ?MAIL F(?:ROM|rom):? ?<[^>]{0,300}>[^<>]{0,100}<(?:<<|--) ?[45]\d\d/

/** In the transcript of a session a refusal stands first; another host may have been asked after that. */
const refusedFirst = /while talking to [^\s<>]{1,255}\s{0,9}<<< ?5\d\d/i
const askedMore = />>> ?(?:RCPT|DATA)\b/i

/** It was asked for the recipient. */
const atRecipient = /(?:in reply to|in response to|after(?: pipelined| sending)?|command:?) (?:the )?RCPT\b/i

/** How far the session had come, by the words about it. What the answer says itself goes before those of others around it. */
function stageIn(said: string, notice: string): Stage {
  const words = `${said} ${notice}`
  if (afterContent.test(words)) return 'content'
  if (atRecipient.test(said) && !atGreeting.test(said)) return 'unknown'
  if (atGreeting.test(words) || (refusedFirst.test(words) && !askedMore.test(words))) return 'greeting'
  return atSender.test(words) ? 'sender' : 'unknown'
}

/** What is known of the report beside the recipients. */
export interface Around {
  /** The text of the report. */
  lines: string[]
  /** Recipients that its header names (`X-Failed-Recipients`). */
  failed: string[]
  /** To whom the report was sent, in lower case. */
  own: string[]
  /** Whom it is about by all but its words. */
  beside?: string | undefined
}

/**
 * One recipient, from what is said about it in particular and, where that says nothing, from the notice; one that is not `alone` has no part
 * in what that says besides.
 */
function describe(
  address: string,
  outcome: StatusGroup['outcome'],
  words: string,
  field: string | null,
  notice: { text: string; alone: boolean },
  named = false,
): ReportedRecipient {
  const own = withoutName(words, address)
  const said = /\p{L}{4}/u.test(own) ? own : ''
  const status = chooseStatus(said, field, notice.text)
  const around = notice.alone || !reasonIn(wordsOf(said)) ? notice.text : ''
  const kind = classify(said, around, status, stageIn(said, notice.text), { named, summedUp: isSummedUp(said, status) })
  // Whoever tries again has met no more than a hindrance, and so has who did until the time ran out.
  const hindered =
    kind === 'unknown'
      ? outcome === 'delayed' || status?.startsWith('4.')
      : kind === 'policy' && outcome === 'failed' && passes(said || notice.text, status)
  return {
    address,
    permanent: outcome === 'failed',
    class: outcome === 'delivered' ? 'unknown' : hindered ? 'transport' : kind,
    status,
    diagnostic: tidy(said || answerIn(notice.text)),
  }
}

/** The recipients under the addresses that were written to. */
function writtenTo(recipients: ReportedRecipient[], notice: string[]): ReportedRecipient[] {
  const origins = findOrigins(notice)
  return onlyOnce(recipients.map((one) => ({ ...one, address: origins.get(one.address.toLowerCase()) ?? one.address })))
}

/** Each recipient once, as it was named first. */
function onlyOnce<T extends { address: string }>(recipients: T[]): T[] {
  const seen = new Map<string, T>()
  for (const recipient of recipients) {
    const key = recipient.address.toLowerCase()
    if (!seen.has(key)) seen.set(key, recipient)
  }
  return [...seen.values()]
}

/**
 * The report that the fields of a delivery status notification make, with the notice in words beside them. Nobody
 * named gives `nameless`, or undefined without it. All delivered: an `auto-reply`, since it says nothing against anyone.
 */
export function describeStatus(groups: StatusGroup[], { lines, failed, own, beside }: Around, nameless?: string): Report | undefined {
  const { notice } = splitNotice(lines)
  const named = groups.every(({ address }) => address)
    ? []
    : failed.length
      ? failed
      : readNotice(notice, own, beside).map(({ address }) => address)
  const whole = joined(notice)
  const told = groups.every(({ outcome, diagnostic }) => outcome === 'delayed' && endedAll(diagnostic, whole))
    ? groups.map((group): StatusGroup => ({ ...group, outcome: 'failed', status: null }))
    : groups
  const notDelivered = told.filter(({ outcome }) => outcome !== 'delivered')
  const known = onlyOnce(
    (notDelivered.length ? notDelivered : told).flatMap((group) => {
      const address = group.address ?? named[0] ?? nameless
      return address === undefined ? [] : [{ ...group, address }]
    }),
  )
  if (!known.length) return undefined

  const about = new Map(
    wordsAbout(
      notice,
      known.map(({ address }) => address),
    ).map(({ address, words }) => [address, words]),
  )
  const alone = known.length === 1
  const recipients = known.map(({ address, outcome, status, diagnostic }) => {
    const words = about.get(address) ?? ''
    // The server's own answer, after the message, may still tell of whom it does not know. Bare "Unknown user" is what filters say.
    const named =
      (diagnostic.toLowerCase().includes(address.toLowerCase()) || /mail ?box/i.test(diagnostic)) && !bareUnknown.test(diagnostic)
    // What is said of several at once goes behind the code of each.
    const shared = !diagnostic && status && known.some((one) => one.address !== address && about.get(one.address) === words)
    return describe(
      address,
      outcome,
      diagnostic || (shared ? '' : words),
      status,
      { text: alone ? whole : shared ? '' : words, alone },
      named,
    )
  })
  return { kind: kindOf(known.map(({ outcome }) => outcome)), recipients: writtenTo(recipients, notice) }
}

function kindOf(outcomes: StatusGroup['outcome'][]): Report['kind'] {
  if (outcomes.includes('failed')) return 'bounce'
  return outcomes.includes('delayed') ? 'delay' : 'auto-reply'
}

/** The report that a notice in plain words makes about these recipients; nobody named gives undefined. */
export function describeWords(named: Named[], lines: string[]): Report | undefined {
  if (!named.length) return undefined
  const text = joined(lines)
  const otherwise = goesOn(text) ? 'delayed' : 'failed'
  const known = onlyOnce(named)
  const outcomes = known.map(({ address, words }) => {
    const beside = withoutName(words, address)
    const told = beside === words ? undefined : outcomeIn(beside)
    return told === 'delayed' && givenUp.test(text) ? 'failed' : (told ?? otherwise)
  })
  const recipients = known.map(({ address, words }, at) =>
    describe(address, outcomes[at] ?? otherwise, words, null, { text: named.length === 1 ? text : words, alone: true }),
  )
  const arrived = recipients.filter(
    (one, at) =>
      outcomes[at] === 'delivered' || (one.class === 'unknown' && tellsArrival(recipients.length === 1 ? text : (known[at]?.words ?? ''))),
  )
  if (arrived.length === recipients.length)
    return { kind: 'auto-reply', recipients: recipients.map((one) => ({ ...one, permanent: false })) }
  return {
    kind: kindOf(outcomes.filter((_, at) => !arrived.includes(recipients[at] as ReportedRecipient))),
    recipients: writtenTo(
      recipients.filter((one) => !arrived.includes(one)),
      lines,
    ),
  }
}

/** The recipients that a notice names, by its header or in its words. */
export function namedIn(lines: string[], { failed, own, beside }: Around): Named[] {
  return failed.length ? wordsAbout(lines, failed) : readNotice(lines, own, beside)
}
