import { composeLetter } from '../../lib/mail/compose.ts'
import { readRelay } from '../../lib/mail/relay.ts'
import type { TokenSettings } from '../../lib/mail/relay-token.ts'
import { createSender } from '../../lib/mail/smtp-client.ts'
import { type Probe, probeRelay } from '../../lib/mail/smtp-probe.ts'
import type { Reply } from '../../lib/mail/smtp-reply.ts'
import { type Finding, findingsOf, found } from './finding.ts'

const say = findingsOf('relay')

interface RelaySettings {
  relay: string | undefined
  relayTokens: TokenSettings | undefined
  mailDomain: string
}

/** Whether the relay is there, what it offers, and whether it takes mail in the name of the lists. Sends nothing. */
export async function checkRelay({ relay, relayTokens, mailDomain: domain }: RelaySettings): Promise<Finding[]> {
  if (relay === undefined) return [say.note(found.relay.unset, found.relay.unsetTodo)]
  const shown = URL.parse(relay)?.host ?? 'the relay'
  try {
    // The first is a bounce address with a token, as each recipient's mail has one of its own (VERP).
    const senders = [verp(domain), '']
    const probe = await probeRelay(readRelay(relay, relayTokens), domain, senders)
    return [
      ...capabilitiesOf(shown, probe),
      ...(relayTokens ? [say.ok(found.relay.token({ host: new URL(relayTokens.url).host }))] : []),
      ...probe.answers.map((answer, i) => checkSender(domain, senders[i] ?? '', answer)),
      say.note(found.relay.author, found.relay.authorTodo),
    ]
  } catch (error) {
    const text = found.relay.unreachable({ host: shown, why: (error as Error).message })
    return [say.wrong(text, relayTokens ? found.relay.tokenTodo : found.relay.passwordTodo)]
  }
}

function capabilitiesOf(shown: string, { capabilities, encrypted }: Probe): Finding[] {
  const findings = [say.ok(found.relay[encrypted ? 'answersEncrypted' : 'answers']({ host: shown }))]
  if (!encrypted && !/^(localhost|127\.|\[::1\])/.test(shown)) findings.push(say.note(found.relay.open, found.relay.openTodo))
  if (!capabilities.pipelining) findings.push(say.note(found.relay.pipelining))
  if (!capabilities.eightBitMime) findings.push(say.wrong(found.relay.eightBit, found.relay.eightBitTodo))
  if (!capabilities.smtpUtf8) findings.push(say.note(found.relay.utf8))
  return findings
}

function checkSender(domain: string, sender: string, { code, text }: Reply): Finding {
  if (code >= 200 && code < 300) return say.ok(found.relay.accepts({ sender }))
  return say.wrong(found.relay.refuses({ sender, code: String(code), text }), found.relay.refusesTodo({ domain }))
}

const verp = (domain: string) => `doctor-bounces+aaaaaaaaaaaaaaaaaaaaaaaaaa@${domain}`

// An author whose domain nobody has (RFC 2606 §3): whatever the relay thinks of it, no person is named.
const author = { name: 'An author elsewhere', address: 'author@example.com' }

/** Sends one mail in the name of an author elsewhere through the relay, from a bounce address with a token, and tells what the relay says. */
export async function probeFrom({ relay, relayTokens, mailDomain: domain }: RelaySettings, to: string, now: Date): Promise<Finding[]> {
  if (relay === undefined) return [say.note('No test email was sent: RAPPORT_RELAY is not set.')]
  const raw = await composeLetter({
    from: author,
    to: { name: '', address: to },
    subject: 'Test email from rapport doctor',
    text: `Check the From of this test email.\n\nIf it is ${author.address}, your mail server does not change authors. You don’t have to do anything.\nIf it is another address, set RAPPORT_RELAY_FROM=own. Every author is then shown as "Name via List".\n\nThis email can arrive as spam, because its author does not exist. That says nothing about your lists.\n`,
    messageId: `doctor-${now.getTime()}@${domain}`,
    date: now,
  })
  const sender = createSender(readRelay(relay, relayTokens))
  try {
    const { ok, code, text } = await sender.send({ from: verp(domain), to }, [raw])
    if (ok)
      return [
        say.ok(
          `The mail server accepted a test email to ${to} with the From of another domain. Read the test email: it says what to check.`,
        ),
      ]
    return [
      say.wrong(
        `The mail server refuses email with the From of another domain: ${code ?? ''} ${text}`.replaceAll('  ', ' '),
        `If it accepts only addresses of ${domain} in From, set RAPPORT_RELAY_FROM=own.`,
      ),
    ]
  } finally {
    await sender.close()
  }
}
