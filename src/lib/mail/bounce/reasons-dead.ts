import { phrases } from './fold.ts'
import { deadElsewhere } from './reasons-elsewhere.ts'
import { gap, mails, notYours, one } from './reasons-words.ts'

const kinds =
  '(?: (?:or|and) [a-z]{1,20})?(?: (?:final|delivery|local|remote|destination|virtual|internet|envelope|e-?mail|email|mail|smtp|rcpt|to|the|your|this))*'
const bad = '(?:unknown|invalid|illegal|bad|incorrect|wrong|non-?exist[ae]nt|no such|unroute?able|undeliverable|unrecogni[sz]ed|undefined)'
const existing =
  '(?:be )?(?:exists?|existing|found|known|recogni[sz]ed|listed|valid|registered|located|present|resolved|identified|hosted|assigned|allocated|in (?:use|service)|on (?:file|this (?:server|system|host)))'
const domain = '(?:hosts?(?:/domain names?)?|domains?|mail ?hosts?|mail domains?|domain names?|host names?|mail exchangers?|mail servers?)'

/** There is no such user. */
export const noSuchUser = [
  phrases`
        ${notYours}${one}${gap} (?:is |was |are |does |do |did |could |can |has |have |were |may )?(?:not|no|never)(?: been| currently)? (?:a |an |any |in )?(?:valid |registered |known |local )?${existing}
        ${notYours}${one}${gap} (?:is |was |are )?not (?:a |an |one of )?(?:our |valid|known|registered|local|existing|active)
        ${bad}${kinds} ${one}
        ${notYours}${one}${gap} (?:has |have )?(?:was |were )?never (?:existed|had|been created|created|been registered)
        no (?:such )?(?:user|mail ?box|recipient|account)s?(?: [^ ]{1,40})?[ .!]{0,3}$
        ${notYours}${one}${gap} not (?:(?!accept|allow|permit|welcome|authori|deliver)[a-z]{1,12} )?here
        not one of (?:our|my|the) ${one}
        not (?:a |an )?${one}(?: [^ ]{1,20}){0,3} (?:know|recogni[sz]e|host|have|serve)
    ${notYours}${one}${gap} not (?:(?:been )?provisioned|(?:configured|set ?up|defined)(?! (?:to|for|correct|proper))|belong|associated|linked|connected|taken|used|claimed)
    no ${one} (?:is |was |has been )?(?:associated|linked|connected|assigned|registered|configured|set up)
    ${one} (?:is |was |are )?un(?:registered|assigned|allocated|used|claimed|listed)
        (?:there is|there are|have|has|find|found|with) no (?:record|trace|information|entry|entries|match|${one})(?: of| for| on| with| by| matching| under)?
        no (?:record|trace|entry) (?:of|for|on)|no (?:directory )?entr(?:y|ies) (?:match|found|exist)~
        no ${one} (?:with|by|under|for|named|called|matching)
        ${notYours}${one}${gap} (?:is |was |are |seems |appears )?(?:to be )?(?:an? )?(?:unknown|invalid|unroute?able|undeliverable|incorrect|illegal|non-?exist[ae]nt|wrong)
        (?:not|never) (?:a |an )?(?:valid|known|registered|local|existing|hosted|active)(?: e-?mail| mail| local)? ${one}
        no(?: such| valid| matching| known| active)?(?: e-?mail| mail| local)? (?:mail ?box|users?|accounts?|person|one|body|recipients?|alias|address|name|inbox|subscribers?)(?: [^ ]{1,40}){0,4}? (?:here|by that name|by this name|of that name|with that name|at this|at that|on this|named|called|found|available|exists?|were found|for this|under)
        (?:nobody|no one|no-one) (?:here )?(?:by|with|of|at|here|called)
        no (?:valid|such|known|matching|acceptable) (?:recipients?|users?|mail ?box|accounts?|person|address~)
        no mail ?box here
        (?:could not|can not|unable to|failed to|did not|not able to) (?:be )?(?:find|found|locate|resolve|look ?up|match|identify|recogni[sz]e)(?! (?:your|the sender|sender|client))(?: [^ ]{1,30}){0,3} ${one}
        user-?unknown|nosuchuser|recip(?:ient)?notfound|unrecogni[sz]ed-or-name|unknownrecipient|cuda nsu
        not (?:a |an )?valid e-?mail
        unrecogni[sz]ed recipient
        not (?:listed )?in (?:my|our|the|this|local|domino|company)(?: [^ ]{1,30}){0,3} (?:validrcptto|directory|address book|user list|database|recipient table|mailbox table|alias table)
        not listed in
        no [^ ]{1,40} in (?:the |our )?(?:[a-z]{1,12} )?directory|no such (?:id|login|entry|customer|subscriber|person|employee|student)
        ${one}${gap} (?:is |was |are )?unrecogni[sz]ed
        misspell?ed|mistyped|nobody (?:receives|reads|has|uses|answers)
        mailbox name (?:is )?(?:not allowed|invalid)
        badr?e?c?i?p?i?e?n?t?rcptto|badrecipientto
        does not have (?:an? )?(?:[^ ]{1,60} )?(?:account|mail ?box)
        (?:does not|may not|do not|did not) exists?
        is not known (?:here|to|at|by|on)
        no matches to nameserver query
        was not found at
        missing home directory
        user is not in my list
        ^bounced address|(?:previously|already|recently|repeatedly) (?:hard[- ]?)?bounced|history of (?:hard )?bounc~
        recipient has been denied
        recipients? (?:address(?:es)? )?(?:can|could) not be verified
        (?:can not|could not|unable to|failed to) verify (?:the |this |that |your )?(?:recipient|address|user|mailbox|account)(?! of)
        (?:user|address|person|recipient|he|she) (?:is |was )?not a (?:customer|subscriber|client)
        can not deliver (?:any |e-?)?(?:mail|messages?) (?:for|to)(?! you)
        unknown to address
        unknown local[- ]?part
        recipient address(?:es)? rejected ?: (?:access denied|user unknown|unknown|address|undeliverable|invalid|mailbox|unverified)
        recipient (?:refused|is not accepted|unknown)
        (?:address|recipient|rcpt)(?: is| was)? (?:rejected|unknown|refused|undeliverable)\.?$
        not a (?:deliverable|valid|working) (?:address|mailbox|recipient)
        verify (?:the )?(?:address|recipient) and try
        can not (?:be )?accept(?:ed)? user
      `,
  ...deadElsewhere,
]

/** There is no such host, or it takes no mail. */
export const noSuchHost = phrases`
      nxdomain
      (?<!(?:certificate|records?|keys?) (?:for|of) (?:the |your )?)${domain}(?: or domain)?(?: name)?(?: [^ ]{1,80}){0,3} (?:is |was |were |does |could |can |did |must )?(?:not|no|never) (?:be )?(?:found|exist|known|resolved?|registered|located|valid|recogni[sz]ed)
      (?:unknown|invalid|illegal|no such|non-?exist[ae]nt|unroute?able|bad destination|bad) (?:mail |destination |recipient |internet |e-?mail )*${domain}
      ${domain} (?:name )?(?:is |was )?(?:unknown|invalid|unroute?able|non-?exist[ae]nt)
      (?<!for )(?:host|name) [^ ]{0,80} ?not found
      name or service not known
      find (?:any host|a mail exchanger|a gateway|an mx|any mx)
      no (?:valid )?mail (?:exchangers?|servers?)
  (?:no|without|any|valid) (?:valid )?mx(?: record| host| server)?s?(?! list)
      mx records? (?:point|indicated)[^.]{0,20} (?:non-?exist~|no )
      all relevant mx
      infodomainnonexistent
      ${domain}(?: [^ ]{1,80}){0,2} (?:is |was )?(?:not|never|no longer) (?:hosted|served|handled|ours|here|local|configured|one of)
      not (?:handle|host|serve|process|run|take)(?: any)?(?: e-?mails?| mails?| messages?)?(?: for)? (?:this|that|the|your|such)?(?: [a-z]{1,14})? ?${domain}
      domain is not reachable
      (?:not|no longer) hosted (?:here|by|on|with|at)
      e-?mail (?:is|has been|was) (?:switched|turned) off
      does not receive e?-?mail
      (?:could not|can not|unable to|failed to) (?:be )?(?:find|resolve|locate|look ?up)(?: [^ ]{1,40}){0,3} (?:host|domain|mx|mail exchanger|mail server)
      unrouteable (?:mail )?domain
      domain (?:has |is )?(?:expired|lapsed|been suspended)
    `

/** The host, or the address, is not there to take mail. */
export const neverTakesMail = phrases`
  null ?mx
  no smtp service(?! bad| not)
  (?:does not|do not|never|will never|can not) (?:ever )?(?:accepts?|receives?|takes?|handles?) ${mails}(?! (?:from|by|that|with|containing|having|without|above|over|if|when|unless|larger|at this|now|right|for|of|to|at present|at the moment|until|via|because|or|and))
  (?:not|never) (?:configured|set up|able|intended|meant) to (?:receive|accept) ${mails}
  (?:send|outgoing)[- ]only
  (?:accepts?|takes?|receives?|handles?) no (?:incoming |inbound )?(?:e-?mails?|mails?|messages?)(?! (?:from|with|larger|by|of|over))
  mail receiving disabled
  no mail (?:is )?accepted here
  does not have any? mail (?:service|server)
  unattended mailbox
`
