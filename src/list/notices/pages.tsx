import * as z from 'zod'
import { Invalid, NotFound } from '../../errors.ts'
import { Field, Form, languageOptions, TextArea } from '../../lib/ui/form.tsx'
import type { Locale } from '../../lib/ui/format.ts'
import { line, lines, readForm } from '../../lib/ui/forms.ts'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { Buttons, Heading, PostButton, Section, State, Tabs, Titled } from '../../lib/ui/parts.tsx'
import { MailText } from '../../lib/ui/text.tsx'
import { bodyOf, type C, done, moderatorAct, pages, refusable } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { LookAfter, SettingsTabs } from '../nav.tsx'
import { getOwnedList } from '../settings/queries.ts'
import { listWords } from '../words.ts'
import { wordNotice } from './actions.ts'
import { type NoticeKind, noticeKinds, noticeLabels } from './catalogue.ts'
import { listTemplates } from './queries.ts'
import { defaultTemplate, factsOf, findTemplateFaults, neededBy, sampleFacts, sayNotice, type Template } from './templates.ts'

const t = textsOf('list', 'notices')

const ResetForm = z.object({ language: line(10).optional() })
const TemplateForm = z.object({ subject: line(200), body: lines(5_000), do: z.enum(['save', 'preview']).default('save') })

type List = Awaited<ReturnType<typeof getOwnedList>>

const NoticesPage = ({ list, own }: { list: List; own: Awaited<ReturnType<typeof listTemplates>> }) => (
  <>
    <Heading title={t.notices} meta={list.title}>
      <LookAfter list={list} current="settings" />
      <SettingsTabs list={list} current="notices" />
    </Heading>
    <p class="prose soft">{t.emailsListSendsItselfCan}</p>
    <Things label={t.notices}>
      {noticeKinds.map((kind) => {
        const languagesOf = own.filter((one) => one.notice === kind).map((one) => one.locale)
        return (
          <Thing
            title={noticeLabels[kind]}
            href={`/lists/${list.name}/notices/${kind}?language=${list.language}`}
            meta={
              <span lang={list.language}>{defaultTemplate(kind, list.language as Locale).subject.replaceAll('{list}', list.title)}</span>
            }
            act={languagesOf.length > 0 ? <State mood="good">{t.yourWords({ languages: languagesOf.join(', ') })}</State> : undefined}
          />
        )
      })}
    </Things>
  </>
)

interface NoticeProps {
  list: List
  kind: NoticeKind
  locale: Locale
  template: Template
  own: boolean
}

function NoticePage({ list, kind, locale, template, own }: NoticeProps) {
  const at = `/lists/${list.name}/notices/${kind}?language=${locale}`
  const faults = findTemplateFaults(kind, template)
  const preview = sayNotice(kind, locale, { ...sampleFacts, list: list.title }, template)
  const words = listWords(locale)
  return (
    <Titled title={noticeLabels[kind]} meta={<a href={`/lists/${list.name}/notices`}>{t.noticesOf({ title: list.title })}</a>}>
      <Tabs
        label={t.language}
        items={languageOptions.map(({ value, label }) => ({
          href: `/lists/${list.name}/notices/${kind}?language=${value}`,
          label,
          current: value === locale,
        }))}
      />
      <Form action={at} values={{ subject: template.subject, body: template.body }}>
        <Field name="subject" label={t.subject} maxlength={200} lang={locale} />
        <TextArea
          name="body"
          lang={locale}
          label={t.text}
          rows={12}
          maxlength={5000}
          hint={t.factsNeededGreetingAndSignature({
            facts: factsOf(kind)
              .map((name) => `{${name}}`)
              .join(', '),
            needed: neededBy(kind)
              .map((name) => `{${name}}`)
              .join(', '),
          })}
        />
        <Buttons name="do" values={{ save: t.save, preview: t.preview }} kinds={{ save: 'primary' }} />
      </Form>
      {own && (
        <PostButton action={`/lists/${list.name}/notices/${kind}/reset`} kind="quiet" fields={{ language: locale }}>
          {t.restoreDefaultText}
        </PostButton>
      )}
      {Object.keys(faults).length === 0 && (
        <Section title={t.preview2} id="preview">
          <div class="stack" lang={locale}>
            <p>
              <b>{preview.subject}</b>
            </p>
            <MailText
              text={`${words.greeting({ name: sampleFacts.name ?? '' })}\n\n${preview.text}\n\n${words.sign({ list: list.title })}`}
            />
          </div>
        </Section>
      )}
    </Titled>
  )
}

const kindOf = (c: C): NoticeKind => {
  const kind = noticeKinds.find((one) => one === c.req.param('notice'))
  if (!kind) throw new NotFound(t.automaticEmailNotFound)
  return kind
}
const localeOf = (text: unknown): Locale => languageOptions.find(({ value }) => value === text)?.value ?? 'en'

async function show(c: C, more: { typed?: Template } = {}) {
  const { db, actor } = c.var
  const list = await getOwnedList(db, actor, c.req.param('list') ?? '')
  const kind = kindOf(c)
  const locale = localeOf(c.req.query('language'))
  const own = (await listTemplates(db, list.id)).find((one) => one.notice === kind && one.locale === locale)
  const template = more.typed ?? own ?? defaultTemplate(kind, locale)
  return c.var.page(noticeLabels[kind], <NoticePage {...{ list, kind, locale, template }} own={own !== undefined} />)
}

/** The words of a list's notices. */
export const noticePages = pages()
  .get('/lists/:list/notices', async (c) => {
    const list = await getOwnedList(c.var.db, c.var.actor, c.req.param('list'))
    return c.var.page(t.noticesOf({ title: list.title }), <NoticesPage list={list} own={await listTemplates(c.var.db, list.id)} />)
  })
  .get('/lists/:list/notices/:notice', (c) => show(c))
  .post('/lists/:list/notices/:notice', moderatorAct('writeNotice', 'Write the text of a notice', TemplateForm), async (c) => {
    const { db, write, actor } = c.var
    const list = await getOwnedList(db, actor, c.req.param('list'))
    const kind = kindOf(c)
    const locale = localeOf(c.req.query('language'))
    return refusable(c, () => show(c)).take(TemplateForm, async ({ do: wanted, ...typed }) => {
      if (wanted === 'preview') {
        const fields = findTemplateFaults(kind, typed)
        if (Object.keys(fields).length > 0) throw new Invalid(t.checkTheMarkedFields, fields)
        return show(c, { typed })
      }
      await write((tx) => wordNotice(tx, actor, list.name, kind, locale, typed))
      return done(c, `/lists/${list.name}/notices/${kind}?language=${locale}`, t.saved)
    })
  })
  .post(
    '/lists/:list/notices/:notice/reset',
    moderatorAct('restoreNotice', 'Restore the standard text of a notice', ResetForm),
    async (c) => {
      const { db, write, actor } = c.var
      const list = await getOwnedList(db, actor, c.req.param('list'))
      const kind = kindOf(c)
      const locale = localeOf(readForm(ResetForm, await bodyOf(c)).language)
      await write((tx) => wordNotice(tx, actor, list.name, kind, locale, null))
      return done(c, `/lists/${list.name}/notices/${kind}?language=${locale}`, t.defaultTextRestored)
    },
  )
