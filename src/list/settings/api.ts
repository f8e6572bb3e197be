import { createRoute, z } from '@hono/zod-openapi'
import { NotFound } from '../../errors.ts'
import { routes, says, takes } from '../../lib/ui/api.ts'
import { locales } from '../../lib/ui/format.ts'
import { refusals } from '../../lib/ui/refusals.ts'
import { line, lines } from '../../lib/ui/texts.ts'
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
    .number()
    .int()
    .min(megabyte)
    .max(35 * megabyte)
    .openapi({ description: 'Bytes.' }),
  language: z.enum(locales),
  emergency: z.boolean().openapi({ description: 'Every mail waits for a moderator.' }),
  provenSenders: z
    .boolean()
    .openapi({ description: 'A mail of a known writer waits unless an aligned signature or SPF proves it, with or without DMARC.' }),
  remindDays: z.number().int().min(1).max(30),
  expireDays: z.number().int().min(2).max(90),
  tellChanges: z.boolean().openapi({ description: 'Moderators hear once a day who joined and who left.' }),
  subjectPrefix: line(30),
  footer: lines(2_000),
  leaveLine: z.boolean().openapi({ description: 'Under each post stands how one leaves.' }),
  repliesTo: z.enum(['author', 'list']),
  receiving: z.enum(['each', 'mime_digest', 'plain_digest', 'weekly', 'none']).openapi({ description: 'What newcomers receive.' }),
  digestKb: z.number().int().min(30).max(5_000),
  digestMessages: z.number().int().min(5).max(500),
  digestHour: z.number().int().min(0).max(23).openapi({ description: 'When the day’s digest goes out, by the clock of digestZone.' }),
  digestZone: zoneText().openapi({ description: 'An IANA time zone.' }),
  html: z.enum(['keep', 'free', 'always', 'text']),
  linkAboveKb: z.number().int().min(1).max(35_000).nullable(),
  linkTypes: z.array(line(60)).max(50),
  dropTypes: z.array(line(60)).max(50),
})
const ListSettings = Settings.openapi('ListSettings')

settingsApi.openapi(
  createRoute({
    method: 'get',
    path: '/lists/{list}/settings',
    operationId: 'getListSettings',
    summary: 'The settings of a list',
    ...moderate,
    request: { params: inList },
    responses: says(ListSettings, 'Its settings.'),
  }),
  async (c) => {
    const list = await getModeratedList(c.var.db, c.var.actor, c.req.valid('param').list)
    if (!mayOwn(c.var.actor, list)) throw new NotFound(refusals.noSuchList)
    return c.json(ListSettings.parse(list), 200)
  },
)

settingsApi.openapi(
  createRoute({
    method: 'patch',
    path: '/lists/{list}/settings',
    operationId: 'updateListSettings',
    summary: 'Change settings of a list',
    ...moderate,
    request: { params: inList, body: takes(Settings.partial()) },
    responses: says(ListSettings, 'The settings as they are now.'),
  }),
  async (c) => {
    const { db, write, actor } = c.var
    const list = await getModeratedList(db, actor, c.req.valid('param').list)
    if (!mayOwn(actor, list)) throw new NotFound(refusals.noSuchList)
    const change = Object.fromEntries(Object.entries(c.req.valid('json')).filter(([, value]) => value !== undefined))
    await write((tx) => changeList(tx, actor, list.name, change))
    const settings = ListSettings.parse({ ...list, ...change })
    return c.json(settings, 200)
  },
)
