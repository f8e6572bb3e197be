import type { ParsedMessage } from '../message.ts'
import { phrases, wordsOf } from './fold.ts'

// Reports of what became of a stream of mails, which no single delivery fails by.

/** The subject of RFC 7489 §7.2.1.1 and RFC 8460 §5.3. */
const subjectOfDomain = /\breport[\s_-]{0,3}domain\s?:.{0,300}\b(?:submitter|report-?id)\s?:/i
const reportType = /\breport-type\s?=\s?"?(?:tlsrpt|dmarc)/i
const partType = /^application\/tlsrpt/
/** `receiver!domain!begin!end.xml.gz` */
const fileName = /^[^!\s]{1,255}![^!\s]{1,255}!\d{9,11}!\d{9,11}(?:![^!\s]{1,64})?\.(?:xml|json|zip|gz)/i

const standard = '(?:dmarc|tls-?rpt|smtp[- ]tls|mta-?sts|tls)'
const sum =
  '(?:aggreg|agreg|aggr|zusammenfass|summar|sammel|samenvat|сводн|агрегир|zbiorcz|souhrn|sammanstall|sammendrag|recopil|resumen|resum|riepilog|resumo)'
/** A report of that kind says what it is. */
const saysSo = phrases`
  ${sum}\p{L}{0,16}(?: [^ .]{1,24}){0,3} ${standard}(?:-\p{L}{2,16})?
  ${standard}(?:-\p{L}{2,16})?(?: [^ .]{1,24}){0,3} ${sum}~
  (?:dmarc|tls-?rpt)[- ](?:report|bericht|rapport|rapporto|informe|relatorio|raport|zprava|отчет|звіт)~
`
const longest = 1000
/** The answer of a server, about one mail. */
const reply = /(?:^|[\s:>(])[45]\d\d[ -]#?[45]\.\d/

/**
 * Whether a mail is a report about a stream of mails: of DMARC or TLS. `subject` and first words tell, or its form; what holds the fields of
 * one delivery is none.
 */
export function isAboutStream({ subject, text, attachments, headers }: ParsedMessage): boolean {
  if (attachments.some(({ type }) => /^message\/(?:(?:global-)?delivery-status|feedback-report)$/.test(type))) return false
  const form = headers.find(({ name }) => name === 'content-type')?.value ?? ''
  return (
    subjectOfDomain.test(subject.slice(0, longest)) ||
    reportType.test(form.slice(0, longest)) ||
    attachments.some(({ type, filename }) => partType.test(type) || fileName.test(filename)) ||
    (!reply.test(text.slice(0, longest)) && [subject, text].some((said) => saysSo.test(wordsOf(said.slice(0, 300)))))
  )
}
