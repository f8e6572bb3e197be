import type { Letter } from '../../outbox/rules.ts'
import { ballotLetter, type Holder, type Recipient } from '../mails.ts'
import { callingOffWords } from './words.ts'

/**
 * Tells whoever is concerned that a ballot was called off: what happened and why, then that there is nothing to do.
 * @param voted people may have voted in it
 */
export const calledOffLetter = (to: Recipient, about: Holder & { title: string; reason: string; link: string }, voted: boolean): Letter =>
  ballotLetter('called-off', to, about, () => {
    const words = callingOffWords(to.locale as Parameters<typeof callingOffWords>[0])
    const { title, reason, link } = about
    return { subject: words.subject({ title }), text: words.text({ title, reason, voted, link }) }
  })
