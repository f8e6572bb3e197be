import { figures } from '../figure.ts'
import { verbsOf } from '../lib/ui/history-words.ts'
import { textsOf } from '../lib/ui/words.ts'
import { type ActionsOf, nameplate, type PayloadsOf } from '../nameplate.ts'
import { outboxApi } from './api.ts'
import { outboxConsequences } from './consequences.ts'
import { emptyLetters, lookAgain, prune } from './jobs.ts'
import { outboxPages } from './pages.tsx'
import { countDeliveries, mostCounted } from './queries.ts'

const jobs = { 'outbox.emptyLetters': emptyLetters, 'outbox.lookAgain': lookAgain, 'outbox.prune': prune }

const verbs = verbsOf(textsOf('outbox', 'history'))

declare module '../signed.ts' {
  interface Jobs extends PayloadsOf<typeof jobs> {}
  interface Actions extends ActionsOf<typeof verbs> {}
}

export const outbox = nameplate({
  name: 'outbox',
  about: 'Letters and deliveries',
  consequences: outboxConsequences,
  tables: [
    'bounce',
    'delivery',
    'letter',
    'letter_choice',
    'letter_mute',
    'message_authentication',
    'parked_letter',
    'post',
    'relay_hour',
    'relay_pause',
    'sending',
    'signing_key',
    'week_choice',
    'week_line',
  ],
  published: ['shared_bounce', 'shared_delivery', 'shared_letter'],
  pages: [outboxPages],
  api: [outboxApi],
  jobs,
  schedule: { 'outbox.emptyLetters': '*/5 * * * *', 'outbox.prune': '37 2 * * *' },
  verbs,
  figures: [
    figures({ deliveries: [`Deliveries by state, counted up to ${mostCounted}`, 'state'] }, async (db) => ({
      deliveries: await countDeliveries(db),
    })),
  ],
})
