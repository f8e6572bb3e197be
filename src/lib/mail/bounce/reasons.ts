import type { BounceClass } from './report.ts'

/** One kind of refusal: what a mail administrator calls it, and the words by which servers say it. */
export interface Reason {
  class: BounceClass
  what: string
  says: RegExp
}

/** One phrase a line, as regular expressions over lower-case words; every repetition in them is bounded. */
function phrases({ raw }: TemplateStringsArray): RegExp {
  const lines = (raw[0] ?? '').split('\n').map((line) => line.trim())
  return new RegExp(lines.filter(Boolean).join('|'), 'u')
}

/**
 * Read from the top; the first that fits decides. What the words say goes before the number, because servers put
 * 5.1.1 on a full mailbox and 5.7.1 on an unknown user. The order keeps "the domain of the sender does not exist" or
 * "your server is blocked by the recipient" from being read as a dead recipient.
 */
export const reasons: Reason[] = [
  {
    class: 'transport',
    what: 'the name server did not answer',
    says: phrases`
      not found, try again
      (temporary|malformed|unexpected|timed out).{0,30} (name|dns|lookup)
      dns query failed
      name lookup failure
    `,
  },
  {
    class: 'address',
    what: 'the domain has no route (cPanel)',
    says: phrases`
      account or domain may not exist
    `,
  },
  {
    class: 'mailbox',
    what: 'full',
    says: phrases`
      (?<!relay )quota
      (mailbox|mail box|mailfolder|inbox|account|user) (is |was )?(too |almost )?full
      box space
      (not enough|insufficient|no) (disk |storage |system |mailbox )*space
      insufficient (system )?storage
      storage (limit|exceeded)
      exceed(s|ed) (the )?(allowed|local|storage|mailbox) (size|limit|space)
      boîte .{0,20}pleine
      postfach .{0,10}voll
      buz[oó]n .{0,10}lleno
      ящик переполнен
    `,
  },
  {
    class: 'policy',
    what: 'the sender is refused',
    says: phrases`
      sender (address |domain |e-?mail )?(is |was )?(rejected|refused|denied|blocked|invalid|unknown|not |verif)
      senders not allowed
      domain of (the )?sender
      (sender|mail from|envelope from|from|return[- ]path)('s)? (address |host |domain |name |e-?mail )*(does not|doesn't|could not|couldn't|cannot|can't|can not) (be )?(exist|resolved?|found|verified|validated)
      (does not|doesn't|could not|couldn't|cannot|can't|can not|unable to|failed to) (be )?(exist|resolve|find|verify|validate) (the |your )?(sender|mail from|envelope from|return[- ]path|from (address|domain))
      no such (sender|from)\b
      responsible address
      provide a valid from
      messages? from (\S+ )?(is |are |was |were )?(temporarily )?(blocked|rejected|refused|denied|deferred)
      unauthenticated
      address is not verified
      not (a )?member
      not have permission
      mail to yourself
    `,
  },
  {
    class: 'content',
    what: 'spam, virus, size, form',
    says: phrases`
      \b(spam|mcspam\w{0,20})\b
      \bube\b|unsolicited|bulk e?-?mail
      virus|malware|infected|phishing
      too (large|big)\b
      (message|mail|size) (size )?exceeds
      maximum (message )?size
      message (content|header|filtered)
      its content
      content (rejected|filter|policy)
      header error
      malformed
      duplicate header
      multiple .{0,40}addresses in from
    `,
  },
  {
    class: 'policy',
    what: 'SPF, DKIM, DMARC, authentication',
    says: phrases`
      \b(dmarc|spf|dkim|sender.?id)\b
      authentication (is )?(required|information|failed|checks?)
      without authentication
      smtp auth
    `,
  },
  {
    class: 'policy',
    what: 'relaying',
    says: phrases`
      relay (access )?(denied|not )
      to relay
      mail relay\b
      relaying
    `,
  },
  {
    class: 'policy',
    what: 'block list, reputation, rate',
    says: phrases`
      (black|block|deny|gr[ae]y).?list
      \b(dns|r)bls?\b
      spamhaus|spamcop|sorbs|barracudacentral|abuseat
      blocked (using|by|due|for|because|ip|- see)
      (host|ip|address|server|network) (is |was |has been )?(blocked|banned|listed)
      client host rejected
      banned
      reputation
      reverse dns|\bptr\b
      connection (rate|frequency)
      rate (limit|that prevents)
      too (many|much) (connections|recipients|messages from|sessions|concurrent)
      relay quota
      (unusual|unexpected) (rate|volume)
      complaints
    `,
  },
  {
    class: 'address',
    what: 'moved',
    says: phrases`
      \bmoved\b
      no longer (on|at|with|valid|available|exists|in use|works|active)
      not our (user|customer)
      has left\b
      nicht mehr g[uü]ltig
    `,
  },
  {
    class: 'mailbox',
    what: 'closed for now',
    says: phrases`
      (account|mailbox|user|recipient|address)( \S{1,40}){0,5} (disabled|suspended|inactive|deactivated|locked|restricted|on hold)
      (disabled|suspended|inactive|deactivated) (user|account|mailbox|recipient)
      not accepting (mail|messages)
      has restricted
      on hold
    `,
  },
  {
    class: 'address',
    what: 'no such user',
    says: phrases`
      (user|recipient|receiver|mailbox|address|account|name|customer)s?( \S{1,60}){0,3} (is|was|are|does|do|could)? ?(not|n't|no) (be )?(found|exist|known|recogni[sz]ed|listed|valid|registered|a registered)
      (unknown|invalid|illegal|bad|incorrect|unroute?able|undeliverable|no such|no valid) (or (illegal|unknown|invalid) )?(final |delivery |local |destination |virtual |e-?mail |mail )*(user|recipient|mailbox|address|account|name|alias|person)
      (user|recipient|mailbox|address|account)(s|\(s\))?( \S{1,60}){0,2} (is |was |are )?(unknown|invalid|unroute?able)
      user-?unknown|nosuchuser|recip(ient)?notfound
      no mailbox here
      not listed in
      doesn't have an? (\S{1,60} )?account
      (does not|doesn't|may not|not) exist
      no matches to nameserver query
      wasn't found at
      unknown to address
      recipient address rejected: (access denied|user unknown|unknown)
      destinataire (inconnu|introuvable)
      empf[äa]nger (unbekannt|nicht)
      usuario (desconocido|no existe)
      пользователь не найден
      見つかりません
    `,
  },
  {
    class: 'address',
    what: 'no such host, or one that takes no mail',
    says: phrases`
      null mx
      no smtp service
      (host|domain) (or domain )?(name )?not found
      (unknown|invalid|no such) (host|domain)
      (host|domain) (name )?(is )?unknown
      (host|name) \S{0,80} ?not found
      find (any host|a mail exchanger|a gateway)
      no mx record
      domain is not reachable
      doesn't receive email
    `,
  },
  {
    class: 'transport',
    what: 'network, time, loop',
    says: phrases`
      tim(e|ed)[ -]?out
      \bexpired\b
      connection (refused|reset|dropped|lost|closed)
      lost connection
      (can't|cannot|unable to|could not) (connect|contact|transfer)
      not accept our requests
      socket error
      no route
      (un|not )reachable
      not respond
      too many hops|\bloop
      (maximum delivery|failed \d+) attempts
      not (be )?(collected|delivered) (after|for|within|in)
      aborted after|for the last \d+
      been in the queue
      try (again )?later
      retry
      deferred
      been delayed
      (currently|temporarily) unavailable
      temporary (failure|problem|error)
      remote protocol error
      improper sequence
    `,
  },
]

/** Words so general that a precise code goes before them. */
export const vagueReasons: Reason[] = [
  {
    class: 'policy',
    what: 'refused, without a word about the address',
    says: phrases`
      polic(y|ies)
      denied|refused|rejected|blocked
      not (authori[sz]ed|allowed|permitted|accepted)
      security
      service refuse|mail rejet
      protocol violation
    `,
  },
  {
    class: 'address',
    what: 'SMTP 550 in its standard words',
    says: phrases`
      mailbox (is )?unavailable
      mailbox name not allowed
      recipient not
    `,
  },
  {
    class: 'transport',
    what: 'the server itself',
    says: phrases`
      service unavailable
      command output
    `,
  },
]

/** What a status code says where the words say nothing (RFC 3463 §3, and the registry of RFC 5248). */
export const codes: [RegExp, BounceClass][] = [
  [/^[45]\.1\.(?:1|2|3|4|6|10|351)$/, 'address'],
  [/^[45]\.1\.[789]$/, 'policy'],
  [/^[45]\.2\.[12]$/, 'mailbox'],
  [/^[45]\.(?:2\.3|3\.4)$/, 'content'],
  [/^[45]\.4\.4$/, 'address'],
  [/^[45]\.7\.13$/, 'mailbox'],
  [/^[45]\.(?:4\.\d|[35]\.[1-9])/, 'transport'],
  [/^[45]\.6\./, 'content'],
  [/^[45]\.7\./, 'policy'],
]
