import { verbsOf } from '../lib/ui/history-words.ts'
import { textsOf } from '../lib/ui/words.ts'
import { type ActionsOf, type KindsOfLetters, type LettersOf, nameplate, type PayloadsOf } from '../nameplate.ts'
import { hookApi } from './api.ts'
import { webhookConsequences } from './consequences.ts'
import { send, turn } from './jobs.ts'
import { hookPages } from './pages.tsx'

const jobs = { 'webhooks.send': send, 'webhooks.turn': turn }

const verbs = verbsOf(textsOf('webhooks', 'history'))

declare module '../lib/db/enqueue.ts' {
  interface Jobs extends PayloadsOf<typeof jobs> {}
}

declare module '../journal/actions.ts' {
  interface Actions extends ActionsOf<typeof verbs> {}
}

const letters = { 'webhooks.paused': 'operation' } as const satisfies KindsOfLetters

declare module '../outbox/rules.ts' {
  interface Letters extends LettersOf<typeof letters> {}
}

export const webhooks = nameplate({
  name: 'webhooks',
  about: 'Programs that are told',
  consequences: webhookConsequences,
  tables: ['webhook', 'webhook_delivery'],
  letters,
  pages: [hookPages],
  api: [hookApi],
  jobs,
  schedule: { 'webhooks.turn': '* * * * *' },
  verbs,
})
