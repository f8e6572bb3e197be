import { composeLetter } from '../../lib/mail/compose.ts'
import { createSender } from '../../lib/mail/smtp-client.ts'
import { type Probe, probeRelay } from '../../lib/mail/smtp-probe.ts'
import type { Reply } from '../../lib/mail/smtp-reply.ts'
import { type Finding, findingsOf } from './finding.ts'

const say = findingsOf('relay')

/** Whether the relay is there, what it offers, and whether it takes mail in the name of the lists. Sends nothing. */
export async function checkRelay(relay: string | undefined, domain: string): Promise<Finding[]> {
  if (relay === undefined)
    return [say.note('RAPPORT_RELAY is not set: outgoing mail stays in the outbox.', 'Set it to smtp://host:port when mail is to leave.')]
  const shown = URL.parse(relay)?.host ?? 'the relay'
  try {
    // The first is a bounce address with a token, as each recipient's mail has one of its own (VERP).
    const senders = [verp(domain), '']
    const probe = await probeRelay(relay, domain, senders)
    return [
      ...capabilitiesOf(shown, probe),
      ...probe.answers.map((answer, i) => checkSender(domain, senders[i] ?? '', answer)),
      say.note(
        'Whether it leaves the author’s From as it is shows only in a mail that is sent; many rented relays do not.',
        'rapport doctor --probe YOUR-ADDRESS sends one.',
      ),
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

const verp = (domain: string) => `doctor-bounces+aaaaaaaaaaaaaaaaaaaaaaaaaa@${domain}`

// An author whose domain nobody has (RFC 2606 §3): whatever the relay thinks of it, no person is named.
const author = { name: 'An author elsewhere', address: 'author@example.com' }

/** Sends one mail in the name of an author elsewhere through the relay, from a bounce address with a token, and tells what the relay says. */
export async function probeFrom(relay: string | undefined, domain: string, to: string, now: Date): Promise<Finding[]> {
  if (relay === undefined) return [say.note('Nothing was sent: RAPPORT_RELAY is not set.')]
  const raw = await composeLetter({
    from: author,
    to: { name: '', address: to },
    subject: 'A test of your relay by rapport doctor',
    text: `This mail was sent by rapport doctor.\n\nLook at its From. If it says ${author.address}, the relay leaves authors as they are, and all is well.\nIf it says anything else, set RAPPORT_RELAY_FROM=own, so that every author stands as "Name via List".\n\nIf the mail lies among spam, that says nothing about your lists: this author does not exist.\n`,
    messageId: `doctor-${now.getTime()}@${domain}`,
    date: now,
  })
  const sender = createSender(relay)
  try {
    const { ok, code, text } = await sender.send({ from: verp(domain), to }, [raw])
    if (ok) return [say.ok(`It took a mail with a foreign From for ${to}. Look at its From when it arrives; it says what to do.`)]
    return [
      say.wrong(
        `It refuses a mail with a foreign From: ${code ?? ''} ${text}`.replaceAll('  ', ' '),
        `Where it takes no From but those of ${domain}, set RAPPORT_RELAY_FROM=own.`,
      ),
    ]
  } finally {
    await sender.close()
  }
}
