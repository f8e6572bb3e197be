import * as z from 'zod'
import { locales } from '../../lib/ui/format.ts'
import { ifSent, line, lines, orEmpty, orNone, tick, whole } from '../../lib/ui/forms.ts'
import { type C, doneIf, moderatorAct, pages, refusable } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { zoneText } from '../../lib/ui/zone-field.ts'
import { receivings } from '../receiving/rules.ts'
import { changeList } from './actions.ts'
import { SettingsPage } from './general-views.tsx'
import { getOwnedList, listSettingChanges } from './queries.ts'
import { ContentPage, HistoryPage } from './views.tsx'

const t = textsOf('list', 'settings')

const number = (least: number, most: number) =>
  whole().pipe(
    z
      .number()
      .min(least, { error: () => t.atLeast({ least }) })
      .max(most, { error: () => t.atMost({ most }) }),
  )
/** The types of files that a field names, where it is there. */
const typesIn = (text: string | undefined): string[] | undefined =>
  text === undefined
    ? undefined
    : [
        ...new Set(
          text
            .toLowerCase()
            .split(/[\s,;]+/)
            .filter(Boolean),
        ),
      ]

const SettingsForm = z.object({
  title: line(100),
  description: orEmpty(lines(5_000)),
  language: ifSent(z.enum(locales)),
  archive: z.enum(['public', 'subscribers', 'group']),
  joinPolicy: z.enum(['open', 'confirm', 'vetted', 'closed']),
  maxSizeMb: number(1, 35),
  emergency: ifSent(tick()),
  provenSenders: ifSent(tick()),
  remindDays: ifSent(number(1, 30)),
  expireDays: ifSent(number(2, 90)),
  tellChanges: ifSent(tick()),
  subjectPrefix: orEmpty(line(30)),
  footer: orEmpty(lines(2_000)),
  leaveLine: ifSent(tick()),
  repliesTo: ifSent(z.enum(['author', 'list'])),
  receiving: ifSent(z.enum(receivings)),
  digestKb: ifSent(number(30, 5_000)),
  digestMessages: ifSent(number(5, 500)),
  digestHour: ifSent(number(0, 23)),
  digestZone: ifSent(zoneText()),
})
const ContentForm = z.object({
  html: z.enum(['keep', 'free', 'always', 'text']),
  linkAboveKb: orNone(number(1, 35_000)),
  linkTypes: orEmpty(line(500)),
  dropTypes: orEmpty(line(500)),
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
      const changed = await write((tx) => changeList(tx, actor, listOf(c), { ...settings, maxSize: maxSizeMb * 1024 * 1024 }))
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
      return refusable(c, () => showContent(c)).take(ContentForm, async ({ linkTypes, dropTypes, ...content }) => {
        const types = { linkTypes: typesIn(linkTypes), dropTypes: typesIn(dropTypes) }
        const changed = await write((tx) => changeList(tx, actor, listOf(c), { ...content, ...types }))
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
