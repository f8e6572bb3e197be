import { type Probe, probeRelay } from '../../mail/smtp-probe.ts'
import type { Reply } from '../../mail/smtp-reply.ts'
import { type Finding, findingsOf } from './finding.ts'

const say = findingsOf('relay')

/** Whether the relay is there, what it offers, and whether it takes mail in the name of the lists. Sends nothing. */
export async function checkRelay(relay: string | undefined, domain: string): Promise<Finding[]> {
  if (relay === undefined)
    return [say.note('RAPPORT_RELAY is not set: outgoing mail stays in the outbox.', 'Set it to smtp://host:port when mail is to leave.')]
  const shown = URL.parse(relay)?.host ?? 'the relay'
  try {
    // The first is a bounce address with a token, as each recipient's mail has one of its own (VERP).
    const senders = [`doctor-bounces+aaaaaaaaaaaaaaaaaaaaaaaaaa@${domain}`, '']
    const probe = await probeRelay(relay, domain, senders)
    return [
      ...capabilitiesOf(shown, probe),
      ...probe.answers.map((answer, i) => checkSender(domain, senders[i] ?? '', answer)),
      say.note('Whether it leaves the author’s From as it is shows only in a mail that is sent; many rented relays do not.'),
    ]
  } catch (error) {
    return [
      say.wrong(
        `${shown}: ${(error as Error).message}`,
        'See that the relay runs, and that RAPPORT_RELAY names it with the right user and password.',
      ),
    ]
  }
}

function capabilitiesOf(shown: string, { capabilities, encrypted }: Probe): Finding[] {
  const findings = [say.ok(`${shown} answers${encrypted ? ', encrypted' : ''}.`)]
  if (!encrypted && !/^(localhost|127\.|\[::1\])/.test(shown))
    findings.push(say.note('The way to the relay is not encrypted.', 'Use a relay with STARTTLS, or smtps://.'))
  if (!capabilities.pipelining) findings.push(say.note('It does not offer PIPELINING: a post to many takes many times as long.'))
  if (!capabilities.eightBitMime)
    findings.push(
      say.wrong(
        'It does not offer 8BITMIME: what it has to re-code loses its signature.',
        'Use another relay, or have 8BITMIME switched on.',
      ),
    )
  if (!capabilities.smtpUtf8) findings.push(say.note('It does not offer SMTPUTF8: addresses outside ASCII cannot be reached.'))
  return findings
}

function checkSender(domain: string, sender: string, { code, text }: Reply): Finding {
  const who = sender === '' ? 'the empty sender' : `senders like ${sender}`
  if (code >= 200 && code < 300) return say.ok(`It takes ${who}.`)
  return say.wrong(`It refuses ${who}: ${code} ${text}`, `Have it allow every sender of ${domain} to this machine.`)
}
