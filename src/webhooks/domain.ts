import { verbsOf } from '../lib/ui/history-words.ts'
import { textsOf } from '../lib/ui/words.ts'
import { type ActionsOf, type KindsOfLetters, type LettersOf, nameplate, type PayloadsOf } from '../nameplate.ts'
import { hookApi } from './api.ts'
import { webhookConsequences } from './consequences.ts'
import { send, turn } from './jobs.ts'
import { hookPages } from './pages.tsx'
import { listHookTasks } from './waiting-queries.ts'

const jobs = { 'webhooks.send': send, 'webhooks.turn': turn }

const verbs = verbsOf(textsOf('webhooks', 'history'))

const letters = { 'webhooks.paused': 'operation' } as const satisfies KindsOfLetters

declare module '../signed.ts' {
  interface Jobs extends PayloadsOf<typeof jobs> {}
  interface Actions extends ActionsOf<typeof verbs> {}
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
  waiting: [{ kind: 'group', list: listHookTasks }],
})
