import type { StatusGroup } from './dsn.ts'
import { phrases, unspaced, wordsOf } from './fold.ts'

// A table of recipients: what became of the mail stands beside each of them, in a word, by a code, or both.

const became: [StatusGroup['outcome'], RegExp[]][] = [
  [
    'delivered',
    [
      phrases`
        (?:successfully )?(?:delivered|relayed|expanded)|success|zugestellt|ausgeliefert|weitergeleitet|remis|distribue|delivre|entregado|reenviado|consegnato|recapitato|inoltrato
        entregue|bezorgd|afgeleverd|doorgestuurd|dostarczono|doreczono|doruceno|levererat?|leveret|levert|toimitettu|kezbesitve|livrat|доставлено|teslim edildi
      `,
      unspaced`
        配信済|送信済|已送达|已送達|전달됨|배달됨
      `,
    ],
  ],
  [
    'delayed',
    [
      phrases`
        (?:is |still )?(?:delayed|deferred|queued|retrying)|verzogert|verspatet|zuruckgestellt|retarde|differe|retrasado|aplazado|ritardato|differito|in ritardo|atrasado|adiado|vertraagd|uitgesteld
        opoznion[ao]|odroczono|zpozdeno|odlozeno|forsenat?|forsinket|utsatt|viivastynyt|kesleltetve|intarziat|задержано|отложено|ertelendi
      `,
      unspaced`
        遅延|保留中|延迟|延遲|지연
      `,
    ],
  ],
  [
    'failed',
    [
      phrases`
        (?:has )?(?:failed|failure|rejected|refused|bounced|undeliverable|undelivered|not delivered|error)|fehlgeschlagen|gescheitert|abgelehnt|unzustellbar|nicht zugestellt|echec|echoue|rejete|refuse|non remis
        fallido|fallo|rechazado|fallito|respinto|rifiutato|falhou|rejeitado|mislukt|geweigerd|onbestelbaar|niedostarczon[ao]|odrzucono|nedoruceno|misslyckat|avvisat|mislykket|fejlet|afvist|epaonnistui|sikertelen|esuat|не доставлено|отклонено|basarisiz
      `,
      unspaced`
        失敗|失败|退回|실패
      `,
    ],
  ],
]

/** A word or two up to a mark, a gap or a code, and then the code. */
const head =
  /^[\s>"')\]*:;,|=–—→-]{0,80}(?:(\p{L}[\p{L} ]{1,30}?)(?=\s{0,9}(?:[^\p{L}\s]|$)|\s{2}))?[\s:;,|=()–—-]{0,40}#?(?:([245])\.\d{1,3}\.\d{1,3}(?![.\d]))?/u
const byClass: Record<string, StatusGroup['outcome']> = { 2: 'delivered', 4: 'delayed', 5: 'failed' }

/** What became of the mail by the line of a table, of which these are the words after the recipient; undefined where it is none. */
export function outcomeIn(line: string): StatusGroup['outcome'] | undefined {
  const [all, word = '', code = ''] = head.exec(line.slice(0, 200)) ?? []
  if (all === undefined) return undefined
  const words = wordsOf(word)
  const [told] = became.find(([, says]) => words && says.some((pattern) => pattern.exec(words)?.[0] === words)) ?? []
  return told ?? (word ? undefined : byClass[code])
}
