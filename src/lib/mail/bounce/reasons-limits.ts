import { phrases } from './fold.ts'

// How many, and not how much: limits that no mailbox is full by. Folded: lower case, no accents (see `fold`).

const limit =
  '(?:limit|quota|maxim|exceed|reached|allowance|kontingent|grenze|hochst|uberschritt|uberschreit|depass|atteint|superad|superat|massim|overschred|przekrocz|prekroc|overskrid|overskred|превыш|перевищ|лимит|ліміт)\\p{L}{0,12}'
const each =
  "(?:(?:per|an) (?:second|minute|hour|day)|hourly|daily|(?:pro|je) (?:sekunde|minute|stunde|tag)|par (?:seconde|minute|heure|jour)|por (?:segundo|minuto|hora|dia)|all'ora|al (?:giorno|minuto|secondo)|per (?:uur|dag|minuut|timme|time)|na (?:godzine|dzien|minute)|za (?:hodinu|den|minutu)|в (?:час|день|минуту)|на (?:годину|день))"
const counted = '(?:connections|sessions|verbindungen|connexions|conexiones|connessioni|conexoes|verbindingen)'
const attached = '(?:attach|anhang|anlagen|pieces? jointe|adjunt|allegat|anexo|bijlag|zalaczn|priloh|вложен|bilag)\\p{L}{0,8}'

/** So many in a time, or at once. */
export const overRate = [
  phrases`
    ${limit}[^.]{0,80} ${each}|${each}[^.]{0,60} ${limit}
    ${limit}[^.]{0,40} ${counted}|${counted}[^.]{0,20} ${limit}
    (?:rate|frequency|sending)(?: [a-z]{1,10}){0,3} ${limit}|${limit}(?: [a-z]{1,10}){0,4} (?:outgoing|outbound)
  `,
]

/** So many, or so large, beside a mail. */
export const overAttached = [
  phrases`
    ${attached}[^.]{0,40} ${limit}|${limit}[^.]{0,40} ${attached}
  `,
]
