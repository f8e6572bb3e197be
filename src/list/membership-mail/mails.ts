import { chromeWords } from '../../lib/ui/chrome-words.ts'
import type { Locale } from '../../lib/ui/format.ts'
import type { Letter } from '../../outbox/rules.ts'
import { letter, type Recipient, type Sender } from '../mails.ts'
import { comingsWords } from './words.ts'

interface Someone {
  name: string
  email: string
  /** How the subscription ended; null while it goes on. */
  how: string | null
}

/** Who joined a list and who left it since the letter before. */
export interface Changes {
  joined: Someone[]
  left: Someone[]
}

// So many are named in a letter; the page has them all.
const named = 50

/** Tells one of those who look after a list who joined it and who left it. */
export function comingsAndGoings(list: Sender, to: Recipient, { joined, left }: Changes): Letter {
  const words = comingsWords(to.locale as Locale)
  const line = ({ name, email }: Someone) => `- ${name} <${email}>`
  const lastLine = (one: Someone) => `${line(one)}${one.how === 'owner' ? ` (${words.takenOff})` : ''}`
  const part = (title: string, people: Someone[], say: (one: Someone) => string) =>
    people.length === 0
      ? []
      : [
          [
            `${title}${chromeWords(to.locale as Locale).colon}`,
            ...people.slice(0, named).map(say),
            ...(people.length > named ? [`- ${words.more({ people: people.length - named })}`] : []),
          ].join('\n'),
        ]
  const counts = [
    ...(joined.length > 0 ? [words.joinedCount({ people: joined.length })] : []),
    ...(left.length > 0 ? [words.leftCount({ people: left.length })] : []),
  ]
  return letter('comings-moderators', list, to, {
    counts: counts.join(', '),
    changes: [...part(words.joined, joined, line), ...part(words.left, left, lastLine)].join('\n\n'),
    link: `${list.baseUrl}/lists/${list.name}/subscribers`,
  })
}
