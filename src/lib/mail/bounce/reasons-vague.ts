import { phrases, unspaced } from './fold.ts'
import { unknownElsewhere } from './reasons-elsewhere.ts'
import type { BounceClass } from './report.ts'

/** One kind of refusal: what a mail administrator calls it, and the words by which servers say it. */
export interface Reason {
  class: BounceClass
  what: string
  says: RegExp | RegExp[]
  /** It holds for a while, and nobody has to do anything. */
  passes?: true
}

/** Words so general that a precise code goes before them. */
export const vagueReasons: Reason[] = [
  {
    class: 'address',
    what: 'SMTP 550, all that it may mean',
    says: phrases`
      mail ?box unavailable or access denied
      rejected (?:all |the |your |these |both )?recipients?
    `,
  },
  {
    class: 'transport',
    what: 'not now',
    says: phrases`
      (?:try|come back)(?: again)? later
      retry|retried
      deferred
      been delayed
    `,
  },
  {
    class: 'policy',
    what: 'refused, without a word about the address',
    says: phrases`
      polic(?:y|ies)
      administrative prohibition
      denied|refused|rejected|blocked|barred|disallowed|bloque|rejete|abgelehnt|rechazado|respinto|rejeitad~|geweigerd|odrzucon~|отклонен~
      refuse~|interdit~|verweiger~|verboten|untersagt|nicht (?:erlaubt|gestattet|zulassig)
      denegad~|prohibid~|bloquead~|rifiutat~|negat[oa]|vietat~|recusad~|negad[oa]|proibid~|verboden
      zabronion~|odmitnut~|zamitnut~|zakazan~|отказано|запрещен~|заборонен~|відхилен~|отхвърлен~|zavrnjen~|odbijen~
      nekad~|avvisad~|avvist|afvist|hylatty|kielletty|estetty|elutasit~|visszautasit~|tilos|reddedil~|engellen~|απορριφθ~|απαγορευ~|respins~|refuzat~|interzis~
      not (?:authori[sz]ed|allowed|permitted|accepted|welcome|trusted)|no permit
      not an? (?:mail )?(?:gateway|relay)
      (?:kein|keine|pas de|nessun|geen|sin|sem) relay~
      (?:not|no|never|unable to|can ?not|open|without) relay~|relay(?:ing)? (?:not|prohibited|disabled|attempt~)
      blockiert~|bloccat~|zablokow~|blokovan~|заблокир~|заблоков~|blockera~|blokker~|blokere~|geblokkeerd|letilt~|blocat~|μπλοκ~|נחסמ~|حظر~
      security
      service refuse|mail rejet
      protocol violation
      access denied|go away|unacceptable
      white-?list~|(?:can|may|must) not (?:post|send|write)
    `,
  },
  {
    class: 'policy',
    what: 'refused, in scripts without blanks',
    says: unspaced`
      拒绝|拒絕|拒否|被拒|拒收|拒信|ブロックされ|屏蔽|拦截|攔截|거부|거절|차단
    `,
  },
  {
    class: 'content',
    what: 'how large it may be',
    says: phrases`
      [0-9]{1,9} ?(?:[kmg]i?b|[kmg]o|мб|кб)
    `,
  },
  {
    class: 'address',
    what: 'SMTP 550 in its standard words',
    says: phrases`
      (?:mail ?box|recipient|user|account) (?:is )?(?:unavailable|not available)
      unavailable (?:mail |e-?mail )?(?:mail ?box|recipient|user|account)
      ^[^\p{L}]{0,80}(?:is )?(?:unknown|invalid|not found|no such)[^\p{L}]{0,20}$
      ^invalid e-?mail$
      (?:hard|permanent)[- ]?bounced?
      recipient not
      unable to receive mail
      (?:not|never) a local (?:address|domain)
    `,
  },
  { class: 'address', what: 'unknown, in one word', says: unknownElsewhere },
  {
    class: 'transport',
    what: 'the server itself',
    says: phrases`
      service (?:is )?(?:currently )?(?:unavailable|not available)
      command output
      unknown mailer error
    `,
  },
]

/** What a status code says where the words say nothing (RFC 3463 §3, and the registry of RFC 5248). */
export const codes: [RegExp, BounceClass][] = [
  [/^[45]\.1\.(?:1|2|3|4|6|10|351)$/, 'address'],
  [/^[45]\.1\.[789]$/, 'policy'],
  [/^[45]\.2\.[12]$/, 'mailbox'],
  [/^[45]\.(?:2\.3|3\.4)$/, 'content'],
  [/^[45]\.4\.(?:4|310)$/, 'address'],
  // Disabled for now; its owner, or the owner of its domain, is somebody else now (RFC 7293).
  [/^[45]\.7\.13$/, 'mailbox'],
  [/^[45]\.7\.1[78]$/, 'address'],
  [/^[45]\.5\.3$/, 'policy'],
  [/^[45]\.(?:4\.\d|[235]\.[1-9])/, 'transport'],
  [/^[45]\.6\./, 'content'],
  [/^[45]\.7\./, 'policy'],
]
