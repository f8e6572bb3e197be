import { keepMails } from '../../../archive/inbound-actions.ts'
import type { Ground } from '../../../ground.ts'
import { ParsePool } from '../../../lib/mail/parse-pool.ts'
import type { Sender } from '../../../lib/mail/smtp-client.ts'
import type { Outcome } from '../../../lib/mail/smtp-outcome.ts'
import { weigh } from '../../../list/bounces/jobs.ts'
import { findListsByName } from '../../../list/queries.ts'
import { ensureSigningKeys, queuePosts } from '../../../outbox/actions.ts'
import { Composer } from '../../../outbox/compose.ts'
import { deliver } from '../../../outbox/jobs.ts'
import { sortMails } from '../../mailroom/jobs.ts'
import { rawMail } from './hand.ts'

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]

/** Addresses whose server takes the mail and sends it back later; from which day on, counted back from now, and until which. */
const returning = [
  // Has left their library: on three days nobody of this name was there, the probe came back too, and the list pauses for them.
  {
    email: 'claire.vasseur@saint-aubin.example',
    from: 10,
    to: 0,
    status: '5.1.1',
    words: 'Recipient address rejected: User unknown in virtual mailbox table',
  },
  // One day is no evidence yet.
  {
    email: 'tanya.whitfield@swanriver.example',
    from: 3.65,
    to: 3.55,
    status: '5.1.1',
    words: 'The email account that you tried to reach does not exist',
  },
  { email: 'lars.holm@norrvik.example', from: 8.9, to: 3.4, status: '5.2.2', words: 'The mailbox is over quota; please try again later' },
]

/** Libraries whose mail one provider takes in, and the words with which it refused what was written at a domain with p=reject. */
const hosted = ['merwede', 'glanteifi', 'lakeontario', 'tewhanga', 'drakensberg', 'havelstadt', 'kivulakes'].map(
  (name) => `${name}.example`,
)
const strictOn = { from: 9.2, to: 8.95 }
const taken: Outcome = { ok: true, state: 'accepted', code: 250, enhanced: '2.0.0', text: '2.0.0 Ok: queued', phase: 'end' }
const refusal = 'Access denied, sending domain northfield.example does not pass DMARC verification and has a DMARC policy of reject.'
const refused: Outcome = { ok: false, state: 'refused', code: 550, enhanced: '5.7.509', text: refusal, phase: 'end' }

interface Returned {
  /** The envelope's sender, which knows the delivery. */
  verp: string
  trouble: (typeof returning)[number]
}

/** What the world outside does with mail: it takes nearly all of it, refuses some at once, and sends some back. */
function outside(ago: () => number, author: () => string): Sender & { returned: Returned[] } {
  const returned: Returned[] = []
  const isNow = ({ from, to }: { from: number; to: number }) => ago() <= from && ago() >= to
  return {
    returned,
    send: ({ from, to }) => {
      const trouble = returning.find((one) => one.email === to && isNow(one))
      if (trouble) returned.push({ verp: from, trouble })
      const strict = author().endsWith('@northfield.example') && isNow(strictOn) && hosted.includes(to.slice(to.indexOf('@') + 1))
      return Promise.resolve(strict ? refused : taken)
    },
    state: () => ({ waiting: 0, inFlight: 0, connections: 0 }),
    close: () => Promise.resolve(),
  }
}

/** A report as mail servers send it (RFC 3464). */
function report({ verp, trouble: { email, status, words } }: Returned, at: Date): Buffer {
  const domain = email.slice(email.indexOf('@') + 1)
  const head = {
    from: `MAILER-DAEMON@mx1.${domain} (Mail Delivery System)`,
    ...{ to: verp, subject: 'Undelivered Mail Returned to Sender', at, id: `${at.getTime()}.${email.slice(0, 4)}@mx1.${domain}` },
  }
  return rawMail(
    head,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="report"',
    '',
    '--report',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    `This is the mail system at host mx1.${domain}.`,
    '',
    'I am sorry to have to inform you that your message could not be delivered to one or more recipients.',
    '',
    `<${email}>: 550 ${status} ${words}`,
    '',
    '--report',
    'Content-Type: message/delivery-status',
    '',
    `Reporting-MTA: dns; mx1.${domain}`,
    `Arrival-Date: ${at.toUTCString().replace('GMT', '+0000')}`,
    '',
    `Final-Recipient: rfc822; ${email}`,
    'Action: failed',
    `Status: ${status}`,
    `Diagnostic-Code: smtp; 550 ${status} ${words}`,
    '',
    '--report--',
    '',
  )
}

/**
 * Sends the posts of the last days to their subscribers, as a relay would have seen it, and takes in what came back: by the delivery, the
 * sorting and the weighing of every day, each at its hour. To be called while nothing else waits to go out.
 */
export async function loadUndelivered({ context }: Ground): Promise<void> {
  const now = context.now()
  const [list] = await findListsByName(context.db, ['lectio-l'])
  if (!list) return
  const posts = await context.db
    .selectFrom('message')
    .select(['id', 'receivedAt', 'fromEmail'])
    .where('listId', '=', list.id)
    .where('receivedAt', '>', new Date(now.getTime() - 10 * day))
    .orderBy('receivedAt')
    .execute()
  let [at, author] = [now, '']
  const then = { ...context, now: () => at }
  const relay = outside(
    () => (now.getTime() - at.getTime()) / day,
    () => author,
  )
  await context.write((tx) => ensureSigningKeys(tx, context.site, now))
  const composer = new Composer(then)
  const goOn = async (after: number): Promise<void> => {
    while ((await deliver(then, relay, composer)) > 0);
    at = new Date(at.getTime() + after)
    const back = relay.returned.splice(0)
    if (back.length > 0)
      await context.write(async (tx) => {
        const by = { mailFrom: '', peer: '192.0.2.25', helo: 'mx1.example', via: 'mail' as const }
        const reports = back.map((one) => ({ ...by, raw: report(one, at), rcptTo: [one.verp] }))
        const ids = await keepMails(tx, reports)
        await tx.updateTable('inbound').set({ receivedAt: at }).where('id', 'in', ids).execute()
      })
    while ((await sortMails(then)) > 0);
    await weigh({}, then)
  }
  for (const post of posts) {
    at = new Date(post.receivedAt.getTime() + minute)
    author = post.fromEmail
    await context.write((tx) => queuePosts(tx, list.id, [post.id], at))
    await goOn(20 * minute)
    // The probe, and what the owners are told.
    await goOn(10 * minute)
  }
}

/** Two mails that no parser reads in the time that it is given: they are parked, and go through at the next try. */
export async function loadParked({ context }: Ground, mailDomain: string): Promise<void> {
  const at = new Date(context.now().getTime() - 3 * hour)
  const parser = new ParsePool({ milliseconds: 5 })
  const mail = (from: string, subject: string, id: string, cell: string) => {
    const page = `<html><body><table>${`<tr><td>${cell}</td><td>&nbsp;</td></tr>\r\n`.repeat(60_000)}</table></body></html>`
    const head = { from, to: `Lectio-L <lectio-l@${mailDomain}>`, subject, at, id }
    const raw = rawMail(head, 'MIME-Version: 1.0', 'Content-Type: text/html; charset=utf-8', '', page, '')
    return { raw, mailFrom: /<(.*)>/.exec(from)?.[1] ?? '' }
  }
  const lars = 'Lars Holm <lars.holm@norrvik.example>'
  const gwen = 'Gwen Prosser <g.prosser@glanteifi.example>'
  const links = 'broken-links@mail.glanteifi.example'
  const mails = [
    mail(lars, 'All reading lists of the autumn as one table', 'the-table@mail.norrvik.example', 'SOC 1020'),
    mail(gwen, 'Export of broken links, rows unsorted', links, 'https://glanteifi.example/'),
  ]
  const rcptTo = [`lectio-l@${mailDomain}`]
  await context.write(async (tx) => {
    const arrived = mails.map((one) => ({ ...one, rcptTo, via: 'mail' as const, peer: '192.0.2.30', helo: 'mail.example' }))
    const ids = await keepMails(tx, arrived)
    await tx.updateTable('inbound').set({ receivedAt: at }).where('id', 'in', ids).execute()
  })
  try {
    while ((await sortMails({ ...context, parser })) > 0);
  } finally {
    await parser.close()
  }
}
