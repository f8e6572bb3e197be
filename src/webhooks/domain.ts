import { verbsOf } from '../lib/ui/history/words.ts'
import { textsOf } from '../lib/ui/words.ts'
import { type ActionsOf, nameplate, type PayloadsOf } from '../nameplate.ts'
import { hookApi } from './api.ts'
import { webhookConsequences } from './consequences.ts'
import { send, turn } from './jobs.ts'
import { hookPages } from './pages.tsx'

const jobs = {
  'webhooks.send': send,
  'webhooks.turn': turn,
}

const verbs = verbsOf(textsOf('webhooks', 'history'))

declare module '../lib/db/enqueue.ts' {
  interface Jobs extends PayloadsOf<typeof jobs> {}
}

declare module '../journal/actions.ts' {
  interface Actions extends ActionsOf<typeof verbs> {}
}

export const webhooks = nameplate({
  name: 'webhooks',
  about: 'Programs that are told',
  consequences: webhookConsequences,
  tables: ['webhook', 'webhook_delivery'],
  pages: [hookPages],
  api: [hookApi],
  jobs,
  schedule: {
    'webhooks.turn': '* * * * *',
  },
  verbs,
})
