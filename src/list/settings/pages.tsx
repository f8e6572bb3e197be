import * as z from 'zod'
import { locales } from '../../lib/ui/format.ts'
import { line, lines, tick, whole } from '../../lib/ui/forms.ts'
import { type C, doneIf, moderatorAct, pages, refusable } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { zoneText } from '../../lib/ui/zone-field.ts'
import { receivings } from '../receiving/rules.ts'
import { changeList } from './actions.ts'
import { SettingsPage } from './general-views.tsx'
import { getOwnedList, listSettingChanges } from './queries.ts'
import type { ListSettings } from './rules.ts'
import { ContentPage, HistoryPage } from './views.tsx'

const t = textsOf('list', 'settings')

const number = (least: number, most: number) =>
  whole().pipe(
    z
      .number()
      .min(least, { message: t.atLeast({ least }) })
      .max(most, { message: t.atMost({ most }) }),
  )
const types = line(500)
  .default('')
  .transform((text) => [
    ...new Set(
      text
        .toLowerCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
    ),
  ])

const SettingsForm = z.object({
  title: line(100),
  description: lines(5_000).default(''),
  language: z.enum(locales).optional(),
  archive: z.enum(['public', 'subscribers', 'group']),
  joinPolicy: z.enum(['open', 'confirm', 'vetted', 'closed']),
  maxSizeMb: whole().pipe(
    z
      .number()
      .int()
      .min(1, { error: () => t.atLeast({ least: 1 }) })
      .max(35, { error: () => t.atMost({ most: 35 }) }),
  ),
  emergency: tick(),
  provenSenders: tick(),
  remindDays: number(1, 30).optional(),
  expireDays: number(2, 90).optional(),
  tellChanges: tick(),
  savedReplies: lines(10_000).optional(),
  subjectPrefix: line(30).default(''),
  footer: lines(2_000).default(''),
  leaveLine: tick(),
  repliesTo: z.enum(['author', 'list']).optional(),
  receiving: z.enum(receivings).optional(),
  digestKb: number(30, 5_000).optional(),
  digestMessages: number(5, 500).optional(),
  digestHour: number(0, 23).optional(),
  digestZone: zoneText().optional(),
})
const ContentForm = z.object({
  html: z.enum(['keep', 'free', 'always', 'text']),
  linkAboveKb: number(1, 35_000).optional(),
  linkTypes: types,
  dropTypes: types,
})

const listOf = (c: C): string => c.req.param('list') ?? ''

async function showSettings(c: C) {
  const list = await getOwnedList(c.var.db, c.var.actor, listOf(c))
  return c.var.page(t.settingsOf({ title: list.title }), <SettingsPage list={list} />)
}

async function showContent(c: C) {
  const list = await getOwnedList(c.var.db, c.var.actor, listOf(c))
  return c.var.page(t.filesAndHtml2({ title: list.title }), <ContentPage list={list} />)
}

/** The settings of a list, by their groups, and what they were. */
export const settingsPages = pages()
  .get('/lists/:list/settings', (c) => showSettings(c))
  .post('/lists/:list/settings', moderatorAct('setListSettings', 'Change the settings of a list', SettingsForm), async (c) => {
    const { db, write, actor } = c.var
    await getOwnedList(db, actor, listOf(c))
    return refusable(c, () => showSettings(c)).take(SettingsForm, async ({ maxSizeMb, ...settings }) => {
      // What the form does not carry stays as it is.
      const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)) as Partial<ListSettings>
      const changed = await write((tx) => changeList(tx, actor, listOf(c), { ...given, maxSize: maxSizeMb * 1024 * 1024 }))
      return doneIf(c, changed, `/lists/${listOf(c)}/settings`, t.saved)
    })
  })
  .get('/lists/:list/settings/content', (c) => showContent(c))
  .post(
    '/lists/:list/settings/content',
    moderatorAct('setListContentRules', 'Set what a list does with files and HTML', ContentForm),
    async (c) => {
      const { db, write, actor } = c.var
      await getOwnedList(db, actor, listOf(c))
      return refusable(c, () => showContent(c)).take(ContentForm, async ({ linkAboveKb = null, ...content }) => {
        const changed = await write((tx) => changeList(tx, actor, listOf(c), { ...content, linkAboveKb }))
        return doneIf(c, changed, `/lists/${listOf(c)}/settings/content`, t.saved)
      })
    },
  )
  .get('/lists/:list/settings/history', async (c) => {
    const list = await getOwnedList(c.var.db, c.var.actor, listOf(c))
    const before = Number(c.req.query('before') ?? 0) || undefined
    return c.var.page(
      t.historyOfSettings({ title: list.title }),
      <HistoryPage list={list} further={before !== undefined} {...(await listSettingChanges(c.var.db, list.id, { before }))} />,
    )
  })
