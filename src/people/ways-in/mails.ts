import type { Locale } from '../../lib/ui/format.ts'
import { sayWhen } from '../../lib/ui/placed.ts'
import { type Addressee, addressed, type Letter } from '../../outbox/rules.ts'
import type { Way } from './rules.ts'
import { changeWords } from './words.ts'

interface Recipient extends Addressee {
  /** Null: it is not known, and instants are said in that of the site. */
  zone: string | null
  home: string
  now: Date
}

/** Where each kind of way in is added and removed. */
const places: Record<Way, string> = {
  passkey: '/me/sign-in',
  'passkey-removed': '/me/sign-in',
  identity: '/me/sign-in',
  'identity-removed': '/me/sign-in',
  token: '/me/tokens',
  program: '/me/tokens',
  address: '/me/addresses',
  'address-removed': '/me/addresses',
}

/**
 * The letter that says that a way into an account has changed.
 * @param opening of an address that waits: from when it opens the account, and where an older one says yes or no
 */
export function waysInLetter(
  baseUrl: string,
  to: Recipient,
  { way, name }: { way: Way; name: string },
  opening: { at: Date; link: string; until: Date } | undefined,
): Letter {
  const words = changeWords(to.locale as Locale)
  const what = words[way]({ name })
  return {
    kind: 'people.new-way-in',
    ...addressed(to),
    subject: way.endsWith('-removed') ? words.removed : words.added,
    text: opening
      ? words.waiting({
          ...{ name: to.name, what, link: opening.link },
          when: sayWhen(to, to.home, opening.at, 'instant', to.now),
          until: sayWhen(to, to.home, opening.until, 'instant', to.now),
        })
      : words.text({ name: to.name, what, undo: baseUrl + places[way], sessions: `${baseUrl}/me/sign-in` }),
  }
}
