import { z } from '@hono/zod-openapi'
import { needs, routes, says } from '../lib/ui/api.ts'
import { locales } from '../lib/ui/format.ts'
import { line } from '../lib/ui/forms.ts'
import { changeSettings } from './actions.ts'
import { zone } from './settings-pages.tsx'

const Settings = z.object({
  name: line(200).min(1),
  locale: z.enum(locales),
  zone: zone.nullable().openapi({ description: 'Null where none is known: times are shown in the place of what they belong to.' }),
  theme: z.enum(['system', 'light', 'dark']),
  singleKeys: z.boolean(),
})

/** The settings of the person whom a token speaks for. */
export const peopleApi = routes()

peopleApi.operation('updateMe', 'PATCH /me', {
  summary: 'Change my settings',
  may: needs('write', 'will'),
  body: Settings.partial(),
  answers: says(Settings.openapi('Settings'), 'The settings as they are now.'),
  run: async ({ write, actor, body }) => {
    const settings = Settings.parse({ ...actor, zone: actor.zoneKnown ? actor.zone : null, ...body })
    await write((tx) => changeSettings(tx, actor, settings))
    return settings
  },
})
