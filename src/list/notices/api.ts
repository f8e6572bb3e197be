import { z } from '@hono/zod-openapi'
import { does, lists, maybeInstant, routes } from '../../lib/ui/api.ts'
import { type Locale, locales } from '../../lib/ui/format.ts'
import { line, lines } from '../../lib/ui/forms.ts'
import { inList, moderate } from '../moderation/api.ts'
import { getOwnedList } from '../settings/queries.ts'
import { wordNotice } from './actions.ts'
import { type NoticeKind, noticeKinds, noticeLabels } from './catalogue.ts'
import { listTemplates } from './queries.ts'
import { defaultTemplate, factsOf, neededBy, sampleFacts, sayNotice } from './templates.ts'

const kind = z.enum(noticeKinds as [NoticeKind, ...NoticeKind[]])
const oneNotice = { ...inList, notice: kind, locale: z.enum(locales) }
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

/** The words of a list's notices, for its owners. */
export const noticeApi = routes()

noticeApi.operation('listNotices', 'GET /lists/{list}/notices', {
  summary: 'The notices of a list in each language, with text and preview',
  may: moderate,
  params: inList,
  answers: lists(Notice, 'The notices.'),
  run: async ({ db, actor, params }) => {
    const list = await getOwnedList(db, actor, params.list)
    const own = await listTemplates(db, list.id)
    return noticeKinds.flatMap((notice) =>
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
  },
})

noticeApi.operation('setNotice', 'PUT /lists/{list}/notices/{notice}/{locale}', {
  summary: 'Write the text of a notice',
  may: moderate,
  params: oneNotice,
  body: Words,
  answers: does('It says so from now on.'),
  run: ({ write, actor, params: { list, notice, locale }, body: words }) =>
    write((tx) => wordNotice(tx, actor, list, notice, locale, words)),
})

noticeApi.operation('resetNotice', 'DELETE /lists/{list}/notices/{notice}/{locale}', {
  summary: 'Restore the standard text of a notice',
  may: moderate,
  params: oneNotice,
  answers: does('It says what Rapport brings.'),
  run: ({ write, actor, params: { list, notice, locale } }) => write((tx) => wordNotice(tx, actor, list, notice, locale, null)),
})
