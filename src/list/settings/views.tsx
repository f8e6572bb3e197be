import { Field, Form, languageOptions, optionsOf, Select } from '../../lib/ui/form.tsx'
import { sayDoor } from '../../lib/ui/history-view.tsx'
import { Pager, Table } from '../../lib/ui/lists.tsx'
import { Empty, Heading, Note, Section, Submit } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { getList } from '../core/queries.ts'
import type { Rule } from '../moderation-rules/rules.ts'
import { sayRule } from '../moderation-rules/views.tsx'
import { LookAfter, SettingsTabs } from '../nav.tsx'
import { noticeKinds, noticeLabels } from '../notices/catalogue.ts'
import { receivingOptions } from '../receiving/views.tsx'
import type { listSettingChanges } from './queries.ts'

const t = textsOf('list', 'settings')

type List = Awaited<ReturnType<typeof getList>>

/** What becomes of files and of HTML. */
export const ContentPage = ({ list }: { list: List }) => (
  <>
    <Heading title={t.filesAndHtml} meta={list.title}>
      <LookAfter list={list} current="settings" />
      <SettingsTabs list={list} current="content" />
    </Heading>
    <Note>{t.changeMessageBreaksAuthors}</Note>
    <Form
      action={`/lists/${list.name}/settings/content`}
      values={{
        html: list.html,
        linkAboveKb: list.linkAboveKb === null ? '' : String(list.linkAboveKb),
        linkTypes: list.linkTypes.join(' '),
        dropTypes: list.dropTypes.join(' '),
      }}
    >
      <Section title={t.files}>
        <Field name="linkAboveKb" label={t.sendFilesLinkKb} inputmode="numeric" short optional hint={t.linkOpensArchiveLeaveEmpty} />
        <Field name="linkTypes" label={t.sendTheseFileTypesLink} optional hint={t.endingsAndMediaTypesWithSpaces} />
        <Field name="dropTypes" label={t.doNotSendTheseFile} optional hint={t.removeTheseFilesMessages} />
      </Section>
      <Section title={t.html}>
        <Select name="html" label={t.messagesWithHtmlOnly} empty={false} options={optionsOf(t.htmlOptions)} />
      </Section>
      <Submit kind="primary">{t.save}</Submit>
    </Form>
  </>
)

const settingWords: Record<string, string> = t.settingWords

/** A setting as the form calls it; the words of a notice are kept as `notice KIND (LANGUAGE)`. */
function nameOf(setting: string): string {
  const [, kind = '', locale = ''] = /^notice (\S+) \((\w+)\)$/.exec(setting) ?? []
  const notice = noticeKinds.find((one) => one === kind)
  if (!notice) return settingWords[setting] ?? setting
  return t.notice({ label: noticeLabels[notice], language: languageOptions.find((one) => one.value === locale)?.label ?? locale })
}

const choices: Record<string, () => { value: string; label: string }[]> = {
  language: () => languageOptions,
  joinPolicy: () => optionsOf(t.joinOptions),
  archive: () => optionsOf(t.archiveOptions),
  repliesTo: () => optionsOf(t.replyOptions),
  receiving: receivingOptions,
  html: () => optionsOf(t.htmlOptions),
}

const days = (count: number): string => t.afterDays({ days: count })
const measures: Record<string, (value: number) => string> = {
  maxSize: (bytes) => t.mb({ size: Math.round(bytes / 1024 / 1024) }),
  remindDays: days,
  expireDays: days,
  digestHour: (hour) => `${String(hour).padStart(2, '0')}:00`,
}

/** A value of a setting as the form says it; of the rules, those that the other side does not have. */
function shown(setting: string, value: unknown, other: unknown): string {
  if (setting === 'rules') return shownRules(value, other)
  if (setting.startsWith('notice ')) return typeof value === 'string' ? value : t.defaultText
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return t.nothing
  if (setting in measures) return measures[setting]?.(Number(value)) ?? ''
  if (typeof value === 'boolean') return value ? t.yes : t.no
  return Array.isArray(value) ? value.join(' ') : (choices[setting]?.().find((one) => one.value === value)?.label ?? String(value))
}

function shownRules(value: unknown, other: unknown): string {
  if (!Array.isArray(value)) return t.defaultRules
  const lines = (rules: unknown) => (Array.isArray(rules) ? (rules as Rule[]).map(sayRule) : [])
  const known = new Set(lines(other))
  const own = lines(value).filter((line) => !known.has(line))
  return own.length > 0 ? own.join('; ') : t.theSameInAnotherOrder
}

type HistoryProps = { list: List; further: boolean } & Awaited<ReturnType<typeof listSettingChanges>>

/** What was set, when, by whom, and what stood there before. */
export const HistoryPage = ({ list, changes, next, further }: HistoryProps) => (
  <>
    <Heading title={t.historyOfSettings2} meta={list.title}>
      <LookAfter list={list} current="settings" />
      <SettingsTabs list={list} current="history" />
    </Heading>
    <Table
      caption={t.changes}
      columns={[{ label: t.setting }, { label: t.before }, { label: t.after }, { label: t.by }, { label: t.when }]}
      rows={changes.map((change) => [
        nameOf(change.setting),
        <span class="break">{shown(change.setting, change.before, change.after)}</span>,
        <span class="break">{shown(change.setting, change.after, change.before)}</span>,
        [change.by ?? t.byProgram, sayDoor(change.via)].filter(Boolean).join(', '),
        <Time at={change.at} />,
      ])}
      none={<Empty title={t.noChangesYet} />}
    />
    <Pager
      older={next === undefined ? undefined : `?before=${next}`}
      first={further && `/lists/${list.name}/settings/history`}
      empty={changes.length === 0}
    />
  </>
)
