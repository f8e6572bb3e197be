import { z } from '@hono/zod-openapi'
import { NotFound } from '../../errors.ts'
import { routes, says } from '../../lib/ui/api.ts'
import { locales } from '../../lib/ui/format.ts'
import { line, lines } from '../../lib/ui/forms.ts'
import { refusals } from '../../lib/ui/words.ts'
import { zoneText } from '../../lib/ui/zone-field.ts'
import { mayOwn } from '../../policy.ts'
import { getModeratedList } from '../core/queries.ts'
import { inList, moderate } from '../moderation/api.ts'
import { changeList } from './actions.ts'

export const settingsApi = routes()

const megabyte = 1024 * 1024
const Settings = z.object({
  title: line(100).min(1),
  description: lines(5_000),
  archive: z.enum(['public', 'subscribers', 'group']),
  joinPolicy: z.enum(['open', 'confirm', 'vetted', 'closed']),
  maxSize: z
    .int()
    .min(megabyte)
    .max(35 * megabyte)
    .openapi({ description: 'Bytes.' }),
  language: z.enum(locales),
  emergency: z.boolean().openapi({ description: 'Every mail waits for a moderator.' }),
  provenSenders: z
    .boolean()
    .openapi({ description: 'A mail of a known writer waits unless an aligned signature or SPF proves it, with or without DMARC.' }),
  remindDays: z.int().min(1).max(30),
  expireDays: z.int().min(2).max(90),
  tellChanges: z.boolean().openapi({ description: 'Moderators hear once a day who joined and who left.' }),
  savedReplies: lines(10_000).openapi({ description: 'Texts for rejecting messages, a paragraph each.' }),
  subjectPrefix: line(30),
  footer: lines(2_000),
  leaveLine: z.boolean().openapi({ description: 'Under each post stands how one leaves.' }),
  repliesTo: z.enum(['author', 'list']),
  receiving: z.enum(['each', 'mime_digest', 'plain_digest', 'weekly', 'none']).openapi({ description: 'What newcomers receive.' }),
  digestKb: z.int().min(30).max(5_000),
  digestMessages: z.int().min(5).max(500),
  digestHour: z.int().min(0).max(23).openapi({ description: 'When the day’s digest goes out, by the clock of digestZone.' }),
  digestZone: zoneText().openapi({ description: 'An IANA time zone.' }),
  html: z.enum(['keep', 'free', 'always', 'text']),
  linkAboveKb: z.int().min(1).max(35_000).nullable(),
  linkTypes: z.array(line(60)).max(50),
  dropTypes: z.array(line(60)).max(50),
})
const ListSettings = Settings.openapi('ListSettings')
const shown = <L extends { language: string }>(list: L) => ({ ...list, language: Settings.shape.language.parse(list.language) })

settingsApi.operation('getListSettings', 'GET /lists/{list}/settings', {
  summary: 'The settings of a list',
  may: moderate,
  params: inList,
  answers: says(ListSettings, 'Its settings.'),
  run: async ({ db, actor, params }) => {
    const list = await getModeratedList(db, actor, params.list)
    if (!mayOwn(actor, list)) throw new NotFound(refusals.noSuchList)
    return shown(list)
  },
})

settingsApi.operation('updateListSettings', 'PATCH /lists/{list}/settings', {
  summary: 'Change settings of a list',
  may: moderate,
  params: inList,
  body: Settings.partial(),
  answers: says(ListSettings, 'The settings as they are now.'),
  run: async ({ db, write, actor, params, body }) => {
    const list = await getModeratedList(db, actor, params.list)
    if (!mayOwn(actor, list)) throw new NotFound(refusals.noSuchList)
    await write((tx) => changeList(tx, actor, list.name, body))
    return shown({ ...list, ...body })
  },
})
