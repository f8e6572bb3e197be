import type { ClaimedMail } from '../../archive/inbound-actions.ts'
import { type Authentication, authenticate } from '../../lib/mail/authenticate.ts'
import { countAuthors } from '../../lib/mail/authors.ts'
import { isAutomatic, isAutoReply } from '../../lib/mail/automatic.ts'
import { oneSpelling } from '../../lib/mail/domain.ts'
import type { ParsedMessage } from '../../lib/mail/message.ts'
import { lendToParse } from '../../lib/mail/parse-pool.ts'
import { judgeSender, type Proof } from '../../lib/mail/proof-rules.ts'
import type { TaskContext } from '../../task.ts'

/** A mail as far as it can be judged without the database. */
export interface ReadMail {
  mail: ClaimedMail
  message: ParsedMessage
  /** In lower case, its domain as its owner writes it; '' where there is none. */
  from: string
  /** Why it counts as written by a program, if it does. */
  automatic: string | undefined
  autoReply: boolean
  /** How far it is proven that it comes from whom it names. */
  proof: Proof
  /** How many From names. */
  authors: number
  /** What is kept with a post; who decides asks `proof`. */
  authentication: Authentication | undefined
}

/**
 * Parses and authenticates. What was written on the web is authenticated by its session.
 * Larger mails are parsed in a worker, which is ended when one takes too long or too much memory.
 * @throws Error when the mail cannot be parsed within these bounds
 */
export async function readMail(claimed: ClaimedMail, { resolver, parser, authserv, site }: TaskContext): Promise<ReadMail> {
  const { message, raw } = await lendToParse(parser, claimed.raw)
  const mail = { ...claimed, raw }
  const byMail = mail.via === 'mail'
  const automatic = !byMail ? undefined : mail.mailFrom === '' ? 'the sender is empty' : isAutomatic(message)
  const authentication = byMail
    ? await authenticate(mail.raw, {
        // Behind an MTA the peer is that MTA: what it says about SPF would be about itself.
        ip: mail.byFront ? undefined : (mail.peer ?? undefined),
        helo: mail.helo ?? undefined,
        mailFrom: mail.mailFrom,
        resolver,
        authserv: site.mailDomain,
        trustedAuthserv: mail.byFront ? authserv : undefined,
        at: mail.receivedAt,
        timeLimitMs: 5_000,
      })
    : undefined
  const autoReply = byMail && (mail.mailFrom === '' || isAutoReply(message))
  const from = oneSpelling(message.from?.address.toLowerCase() ?? '')
  const authors = countAuthors(message.headers)
  return { mail, message, autoReply, from, automatic, authentication, authors, proof: judgeSender(authentication, from, authors) }
}
