import { createRoute, z } from '@hono/zod-openapi'
import { cut, does, maybeInstant, needs, Paging, pageOf, routes, says, takes } from '../../lib/ui/api.ts'
import { type Locale, locales } from '../../lib/ui/format.ts'
import { line, lines } from '../../lib/ui/texts.ts'
import { getOwnedList } from '../settings/queries.ts'
import { wordNotice } from './actions.ts'
import { type NoticeKind, noticeKinds, noticeLabels } from './catalogue.ts'
import { listTemplates } from './queries.ts'
import { defaultTemplate, factsOf, neededBy, sampleFacts, sayNotice } from './templates.ts'

const inList = z.object({ list: line(40) })
const kind = z.enum(noticeKinds as [NoticeKind, ...NoticeKind[]])
const oneNotice = inList.extend({ notice: kind, locale: z.enum(locales) })
const Words = z.object({ subject: line(200), body: lines(5_000) })
const Notice = Words.extend({
  notice: kind,
  label: z.string(),
  locale: z.enum(locales),
  own: z.boolean().openapi({ description: 'The list has words of its own; else these are those that Rapport brings.' }),
  changedAt: maybeInstant(),
  facts: z.array(z.string()).openapi({ description: 'What may stand in braces.' }),
  needed: z.array(z.string()).openapi({ description: 'What must stand in it.' }),
  preview: Words.openapi({ description: 'As it reads with made-up facts.' }),
}).openapi('Notice')
const moderate = needs('moderate')

/** The words of a list's notices, for its owners. */
export const noticeApi = routes()

noticeApi.openapi(
  createRoute({
    method: 'get',
    path: '/lists/{list}/notices',
    operationId: 'listNotices',
    summary: 'The notices of a list in each language, with text and preview',
    ...moderate,
    request: { params: inList, query: Paging },
    responses: says(pageOf(Notice), 'The notices.'),
  }),
  async (c) => {
    const { db, actor } = c.var
    const list = await getOwnedList(db, actor, c.req.valid('param').list)
    const own = await listTemplates(db, list.id)
    const items = noticeKinds.flatMap((notice) =>
      locales.map((locale: Locale) => {
        const found = own.find((one) => one.notice === notice && one.locale === locale)
        const { subject, body } = found ?? defaultTemplate(notice, locale)
        const said = sayNotice(notice, locale, { ...sampleFacts, list: list.title }, { subject, body })
        return {
          notice,
          label: noticeLabels[notice],
          locale,
          own: found !== undefined,
          changedAt: found?.changedAt ?? null,
          subject,
          body,
          facts: factsOf(notice),
          needed: [...neededBy(notice)],
          preview: { subject: said.subject, body: said.text },
        }
      }),
    )
    return c.json(cut(c, c.req.valid('query'), z.array(Notice).parse(items)), 200)
  },
)

noticeApi.openapi(
  createRoute({
    method: 'put',
    path: '/lists/{list}/notices/{notice}/{locale}',
    operationId: 'setNotice',
    summary: 'Write the text of a notice',
    ...moderate,
    request: { params: oneNotice, body: takes(Words) },
    responses: does('It says so from now on.'),
  }),
  async (c) => {
    const { write, actor } = c.var
    const { list, notice, locale } = c.req.valid('param')
    const words = c.req.valid('json')
    await write((tx) => wordNotice(tx, actor, list, notice, locale, words))
    return c.body(null, 204)
  },
)

noticeApi.openapi(
  createRoute({
    method: 'delete',
    path: '/lists/{list}/notices/{notice}/{locale}',
    operationId: 'resetNotice',
    summary: 'Restore the standard text of a notice',
    ...moderate,
    request: { params: oneNotice },
    responses: does('It says what Rapport brings.'),
  }),
  async (c) => {
    const { write, actor } = c.var
    const { list, notice, locale } = c.req.valid('param')
    await write((tx) => wordNotice(tx, actor, list, notice, locale, null))
    return c.body(null, 204)
  },
)
