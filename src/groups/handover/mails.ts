import type { Locale } from '../../lib/ui/format.ts'
import { wordsOf } from '../../lib/ui/words.ts'
import type { Addressee, Letter } from '../../outbox/rules.ts'

const handoverWords = wordsOf('groups', 'handover')

interface Facts {
  giver: string
  taker: string
  group: string
  actions: number
}

/** Tells the two whom it is about that a handover is prepared. */
export function handoverPrepared(to: Addressee, { giver, taker, group }: Facts, link: string): Letter {
  const words = handoverWords(to.locale as Locale)
  const text = words.preparedText({ name: to.name, giver, taker, group, link })
  return { kind: 'office.handover-prepared', to, personId: to.id, group, subject: words.preparedSubject({ group }), text }
}

/** Tells the two what was handed over. */
export function handedOver(to: Addressee, { giver, taker, group, actions }: Facts, link: string): Letter {
  const words = handoverWords(to.locale as Locale)
  const text = words.doneText({ name: to.name, giver, taker, group, actions, link })
  return { kind: 'office.handed-over', to, personId: to.id, group, subject: words.doneSubject({ group }), text }
}
