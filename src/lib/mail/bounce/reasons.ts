import { phrases } from './fold.ts'
import { over } from './reasons-absent.ts'
import { closedElsewhere, fullElsewhere, lockedElsewhere } from './reasons-box.ts'
import { attachedElsewhere, largeElsewhere, spamElsewhere } from './reasons-content.ts'
import { neverTakesMail, noSuchHost, noSuchUser } from './reasons-dead.ts'
import { blockedElsewhere, forbiddenElsewhere, limitedElsewhere, networkElsewhere, tooMuchElsewhere } from './reasons-elsewhere.ts'
import { closed, deleted, gone, unused } from './reasons-gone.ts'
import { overAttached, overRate } from './reasons-limits.ts'
import { ownTrouble } from './reasons-own.ts'
import { senderElsewhere, senderRefused, senderUnknown } from './reasons-sender.ts'
import type { Reason } from './reasons-vague.ts'
import { gap, mails, one } from './reasons-words.ts'

/** What keeps mails. */
const store =
  '(?:mail ?box|disk|inbox|account|storage|folder|archive|(?:mail|user) (?:file|database)|(?:mail|message) store|database|archive file)'
/** Words between who keeps and how much; how many are sent is another matter. */
const stored = "(?: (?!rate|send|sent|hour|dai|message|out|per)[a-z']{1,14}){0,6}"

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
      (?:temporary|malformed|unexpected|timed out).{0,30} (?:name|dns|lookup)
      dns query failed
      name lookup failure
      (?:name server|dns server|dns lookup)[^.]{0,30} (?:timeout|timed out|did not respond|servfail)
    `,
  },
  { class: 'transport', what: 'a program or a file of the server is missing or fails', says: ownTrouble },
  {
    class: 'policy',
    what: 'who sends was called back, and did not answer',
    says: phrases`
      verification failed for
      (?:sender|callback|callout) verif~
    `,
  },
  {
    class: 'address',
    what: 'the domain has no route (cPanel), or does not have this user; of a list one is a member as well',
    says: phrases`
      account or domain may not exist
      (?<!(?:you|you are|sender|sender is|from) )not (?:an? )?(?:member|user) of (?:this |the |our |that )?(?:domain|server|system|host)
    `,
  },
  { class: 'policy', what: 'the sender is unknown, or takes no mail', says: senderUnknown },
  { class: 'policy', what: 'more in a time or at once than allowed', passes: true, says: overRate },
  { class: 'content', what: 'more or larger attachments than allowed', says: overAttached },
  {
    class: 'mailbox',
    what: 'full',
    says: [
      phrases`
        (?<!relay )(?<!sending )(?<!rate )(?<!message )(?:over)?quota(?! (?:of|for) (?:messages|e-?mails|mails|connections|recipients))
        ${one}${gap} (?:is |was |are )?(?:too |almost |now |currently )?(?:full|over ?flow(?:ed|ing)?)
        full mail ?box
        box space
        (?:not enough|insufficient|no|out of|lacks?|exceed(?:s|ed)?|does not have enough)(?: (?:free|available|allocated|allotted|more))?(?: (?:disk|storage|system|mailbox|mail))* (?:space|storage)
        no space left
        (?:disk|partition|file ?system|volume|spool) (?:is |was )?full
        out of space
        storage (?:limit|exceeded|allocation)
        (?:exceed(?:s|ed|ing)?|reached|over|above|beyond)(?: [a-z']{1,14}){0,4} (?:storage|mailbox|disk|inbox)(?: [a-z]{1,14}){0,2} (?:size|limit|space|allocation|capacity|maximum)
        ${store}(?: [a-z]{1,14}){0,4} (?:exceed(?:s|ed|ing)?|reached|over|full|at)${stored} (?:size|limit|space|allocation|capacity|maximum|storage)
        ${one}(?:'s)?${stored} (?:reached|exceed(?:s|ed)?|used (?:all|up)|filled|at|over|above|out of|overdrawn on)${stored} (?:limit|maximum|space|storage|capacity|size)(?! of (?:messages|e-?mails))
        (?:storage|space|capacity)${stored} (?:exhausted|depleted|taken|gone|full|overdrawn|[0-9]{2,3} ?%)
        (?:limit|maximum) (?:on|of|for) (?:the |this |that |a )?(?:${store}|user|recipient)${stored} (?:reached|exceeded|hit)
        would (?:exceed|push|put|take)${stored} (?:mailbox|recipient|user|account)(?:'s)?${stored} (?:limit|maximum|capacity|size)
        no (?:capacity|free blocks)|stored messages
        space (?:has been|is) used up|used up (?:all )?(?:[a-z]{1,8} ){0,3}(?:storage|space)
        no (?:more |free )?room(?: left)?(?! for| to)|no (?:more )?room left|storage (?:is )?(?:used up|ceiling|exhausted)|vacation hold
        (?:can not|not able to|unable to) (?:accept|take|receive|hold|store) (?:any )?(?:more|further|additional)(?: (?:e-?mails?|mails?|messages?)|[ .!]{0,3}$)
        (?:over|at|above) (?:its|the|their|his|her|account|mailbox)? ?(?:size |storage )?limits?(?! of)
        ${store}(?: [a-z]{1,14}){0,3} (?:size|limit|space|allocation|capacity|storage)(?: [a-z]{1,14}){0,2} (?:exceeded|reached)
        (?:over|exceed~|beyond|above) (?:the|their|its|his|her)? ?(?:[a-z]{1,12} )?(?:allowance|allotment)|space (?:allotted|allocated)
        (?:mailbox|inbox|user|recipient|account) (?:has|have|holds|contains) too many|clean(?: up)? (?:the|their|his|her) (?:mailbox|inbox)|over (?:his|her|their|its|the) (?:[a-z]{1,12} )?limit
        too many messages (?:stored|(?:on|in) (?:the |this |that )?(?:server|mailbox|account))
      `,
      ...fullElsewhere,
    ],
  },
  { class: 'address', what: 'never takes mail', says: neverTakesMail },
  { class: 'address', what: 'closed since nobody used it', says: unused },
  { class: 'policy', what: 'the sender is refused', says: [senderRefused, ...senderElsewhere] },
  { class: 'content', what: 'what is attached, in other languages: not allowed, as a sender may be, too', says: attachedElsewhere },
  { class: 'policy', what: 'the sender has no right to post there, which may be all that is wrong', says: forbiddenElsewhere },
  {
    class: 'policy',
    what: 'our server stands on a list, whatever for',
    says: phrases`
      (?:your|client|connecting|sending|remote) (?:ip|host|server|mta|mail ?server)(?: address)?[^.a-z]{0,30}(?:is |was |has been )?(?:black|block|deny)[- ]?listed
    `,
  },
  {
    class: 'content',
    what: 'spam, virus, size, form',
    says: [
      phrases`
        spam(?!(?:med|ming)? (?:check|filter|protect|polic|firewall|report))
        scored [0-9]|spammers?|spammy|anti-?spam checks?|mass mail(?:er|ing)s?|advertis(?:ing|ements?)|spamassassin|junk ?mail|junk
        mcspam~
        ube|uce|unsolicited|bulk e?-?mail
        virus(?:es)?(?! ?(?:scan|free|check|protect|filter|wall|gateway|appliance|definition))
        quarantin~|malware|infected|abusive|phishing|trojan|worm|ransomware
        too (?:large|big)|(?:larger|bigger|greater) than (?:the |our )?[0-9]{1,9}
        (?:lines?|headers?|subject) (?:is )?too long|(?:line|header) length
        content of (?:the|your|this) (?:e-?mail|mail|message)
        (?:message|mail|size|e-?mail|email|content) (?:size |length )?(?:exceeds|exceeded|is over|is larger|larger than)
        (?:maximum|max\.?) (?:message |allowed |permitted )*(?:size|length)
        (?:message|mail) size (?:limit|restriction)
        message (?:content|header|filtered|format)
        its content|(?:mail|message) content|messages? containing
        (?:not|never) (?:currently )?accept(?:s|ed|ing)? ${mails}(?: [a-z]{1,12})? (?:with|containing|having)
        (?:found|detected|discovered|identified)(?: [^ ]{1,40}){0,5} in (?:a|an|the|your|this) (?:e-?mail|mail|message|attach~)(?! ?(?:system|database|directory|server|list|folder|box|table|route))
        (?:urls?|uris?|links?|web ?sites?) .{0,80}(?:is|are|was) (?:black)?listed
        content (?:rejected|filter|policy|denied|not (?:allowed|accepted)|is not|restriction|violat)
        (?:missing|invalid|bad|illegal|duplicate|multiple|malformed|no|without|valid|required|two|broken)[^.]{0,30} (?:headers?|mime|date header|message-id|from header)
        header (?:error|is|field|syntax|missing|too)
        (?:invalid|bad|broken|malformed) structure
        malformed
        multiple .{0,40}addresses in from
        bare (?:lf|cr|line ?feeds?|newlines?)
        (?:illegal|bad|dangerous|forbidden|prohibited|disallowed|blocked|executable|suspicious|restricted|banned|unacceptable) (?:file |e-?mail )?(?:attach~|content|extension|file)
        (?:attachments?|file ?(?:types?|formats?))[^.]{0,60} (?:not|forbidden|blocked|blocks|blocking|illegal|prohibited|rejected|denied|is banned)
        banned (?:content|file|attachment|extension)
        (?:forbidden|prohibited|banned|offensive|disallowed) (?:words?|phrases?|terms?|text|strings?)
        rfc ?-?(?:2|5)[38]22
        not (?:rfc|mime)[- ]?(?:[0-9]{3,4} )?complian~
        8-?bit[^.]{0,30} (?:not|data|characters?)
        (?:charset|encoding|body type|boundary)[^.]{0,20} (?:not|missing|invalid|unsupported)
        no boundary
      `,
      ...spamElsewhere,
      ...largeElsewhere,
    ],
  },
  {
    class: 'policy',
    what: 'SPF, DKIM, DMARC, authentication',
    says: phrases`
      p ?= ?(?:reject|quarantine)|dmarc|spf|dkim|sender.?id|arc
      authentication (?:is )?(?:required|information|failed|checks?|mechanism|credential)
      auth fail(?:ed|ure)
      (?:without|requires?|require an?) authentication
      (?:requires?|must (?:issue|use)(?: an?)?|only (?:accepts?|takes?)(?: [a-z]{1,12}){0,2}?) (?:start)?tls
      not (?:been )?authenticated
      (?:smtp|require|turn on) auth~
    `,
  },
  {
    class: 'policy',
    what: 'relaying',
    says: phrases`
      relay (?:access )?(?:denied|not|prohibited|rejected|refused|host)
      not relay
      to relay
      (?:mail|open) relay
      relaying
      not (?:an? )?(?:open|permitted to) relay
      (?<!or user )(?:is not|not) (?:in|on) (?:my|our|the) list of allowed rcpthosts
    `,
  },
  { class: 'policy', what: 'block list, or only from inside, in other languages', says: [...blockedElsewhere, ...limitedElsewhere] },
  {
    class: 'policy',
    what: 'rate, grey list',
    passes: true,
    says: [
      phrases`
      gr[ae]y[- ]?list(?:s|ed|ing)?
      connection (?:rate|frequency|limit|count)
      (?:messages|e-?mails|mails|connections|recipients) (?:per|an?|every) (?:second|minute|hour|day)
      (?:rate|frequency|traffic)[- ](?:limit|that prevents|control)~
      frequency (?:is |was )?(?:too|over|exceed)~|(?:high|excessive|exceed~)(?: [a-z]{1,8}){0,3} frequency
      ratelimit~
      throttl~
      too (?:many|much|fast|frequent)(?: concurrent| simultaneous| open| active| smtp)? (?:connections|recipients|rcpts?|messages from|sessions|concurrent|e-?mails?|mails|messages|smtp)
      relay quota|sending (?:quota|limit)
      trop de (?:connexions|messages)
      slow down
      too much mail
      `,
      ...tooMuchElsewhere,
    ],
  },
  {
    class: 'policy',
    what: 'block list, reputation',
    says: phrases`
      (?:black|block|deny)[- ]?list(?:s|ed|ing)?
      (?:dns|r)bls?
      spamhaus|spamcop|sorbs|barracudacentral|abuseat|uceprotect|cloudmark|senderscore|senderbase
      blocked (?:using|by(?! (?:the |an? |its )?(?:admin|owner|provider|operator|user|recipient))|due|for|because|ip|- see)(?! inactiv)
      (?:client|sending|your|ip|remote|the)(?: (?:host|ip|address|server|network|domain)){0,3}(?: \[?[0-9.]{0,15}\]?)? (?:is |was |has been |temporarily )*(?:blocked|banned|listed|blacklisted|rejected|not allowed)
      (?:host|ip|server|network) (?:is |was |has been )?(?:blocked|banned|listed|blacklisted)
      (?:client|connecting|sending) (?:host|ip|server|mta|system|address)
      banned
      (?:on|in) (?:our|the|a|its|their) (?:[a-z]{1,12} )?(?:list|database) of (?:bad|blocked|banned|spam~|unwanted|known|suspicious|forbidden)
      too (?:many|much|fast|frequent) (?:bad commands|errors|unknown|invalid|hits)
      excessive
      (?:unusual|unexpected|high|suspicious) (?:rate|volume|traffic|activity|number)
      reputation
      reverse-dns|reverse (?:name|lookup|record|mapping)
      (?:reverse|inverse|missing|no|bad|invalid)(?= )[^.]{0,20} (?:dns|ptr|hostname|rdns)
      ptr
      complaints?
      prohibited
      you (?:are|have been) (?:blocked|banned|unknown|not (?:an? )?(?:user|customer|member|client))
      (?:accept~|receiv~|allow~|permit~|access|take) (?:any )?(?:e-?mails?|messages?|mail|connections?|smtp)? ?from (?:your|this|the|that|mail|dynamic|a|an|ip~|network|host|server|unknown)
      (?:dynamic|residential|dial-?up) (?:ips?|hosts?|address~|range|pool|client)
      your (?:ip|isp|network|host|server|mail server|mta|system)
      open proxy
      organi[sz]ation(?:al)? (?:settings?|polic~|rules?)
      invalid ip
      (?:your|its|a|the) (?:hostname|rdns)
    `,
  },
  { class: 'address', what: 'moved, left, deleted, closed for good', says: [...gone, ...deleted, ...closed, ...over, ...closedElsewhere] },
  {
    class: 'mailbox',
    what: 'closed for now',
    says: [
      phrases`
        (?:account|mail ?box|user|recipient|address|inbox|e-?mail|he|she|they)(?:[ :,]{1,2}[^ :,]{1,40}){0,5} (?:disabled?|suspended|locked|frozen|restricted|on hold|blocked by admin~|temporarily (?:closed|inactive|deactivated|unavailable)|not currently active)
        (?:disabled|suspended|locked|frozen|over-?limit) (?:user|account|mail ?box|recipient|address)
        (?:is|are|was|currently) not (?:currently )?accept(?:ing)? ${mails}(?! from)
        (?<!unknown or )not accepting (?:mail|messages)(?! from)
        has restricted
        on hold
        suspends?|(?:not|never) (?:yet |been )*activated|(?<!delivery )temporar(?:y|ily|ly) (?:suspended|locked|disabled|closed|inactive)
        (?<!delivery )(?:currently|temporarily|has been|have been|is|was) (?:suspended|locked|frozen)
      `,
      ...lockedElsewhere,
    ],
  },
  { class: 'address', what: 'no such user', says: noSuchUser },
  { class: 'address', what: 'no such host, or one that takes no mail', says: noSuchHost },
  {
    class: 'transport',
    what: 'network, time, loop',
    says: [
      phrases`
      tim(?:e|ed)[ -]?outs?
      expired
      connection (?:was |has been )?(?:refused|reset|dropped|lost|closed|failed|failure|broken|died|aborted|shut ?down)
      (?:network|host) is down|dns lookup failed
      lost connection
      (?:can not|unable to|could not|failed to|was not able to) (?:connect|contact|transfer|reach|establish)
      not accept our requests
      (?:refused|reset|dropped|closed|broke) (?:the |our |its |every )?connection
      socket error
      no route
      (?:un|not )reachable|unreachable
      (?:did|does|has|have) (?:not|never) (?:respond|answer|repl|react)~|is (?:not|never) (?:respond|answer|reply|react)ing
      (?:they|which|that|(?!this)[a-z]{2,24}s)(?: [^ :,.]{1,24}){0,4} do (?:not|never) (?:respond|answer|repl|react)~
      too many hops|loops?|looping|looped|hop count
      (?:maximum delivery|failed [0-9]{1,5}) attempts
      not (?:be )?(?:collected|delivered) (?:after|for|within|in)
      aborted after|for the last [0-9]{1,9}
      (?:been|still|remains|waiting) in (?:the|our|its) queue
      been failing for
      (?:currently|temporarily) (?:unavailable|busy|overloaded)
      temporary (?:failure|problem|error|lookup)
      remote protocol error
      improper sequence
      interrupted
      certificate|starttls|tls|ssl handshake|(?:session )?encryption (?:is )?(?:required|needed)
      (?:local|system|internal|server)(?: configuration| config| delivery)? (?:error|failure|problem)
      mail for [^ ]{0,80} ?loops
      mailing list expansion
    `,
      ...networkElsewhere,
    ],
  },
]
