import { Check, Field, Form, languageOptions, optionsOf, Select, TextArea } from '../../lib/ui/form.tsx'
import { sayDoor } from '../../lib/ui/history-view.tsx'
import { Pager, Table } from '../../lib/ui/lists.tsx'
import { Button, Empty, Heading, Note, Section, Submit } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { ZoneSelect } from '../../lib/ui/zones.tsx'
import type { getList } from '../core/queries.ts'
import type { Rule } from '../moderation-rules/rules.ts'
import { sayRule } from '../moderation-rules/views.tsx'
import { LookAfter, SettingsTabs } from '../nav.tsx'
import { noticeKinds, noticeLabels } from '../notices/catalogue.ts'
import { receivingOptions } from '../receiving/views.tsx'
import type { listSettingChanges } from './queries.ts'

const t = textsOf('list', 'settings')
const closing = textsOf('list', 'closing')

type List = Awaited<ReturnType<typeof getList>>

/** The general settings of a list, in groups. */
export function SettingsPage({ list }: { list: List }) {
  const values = {
    ...Object.fromEntries(
      (['title', 'description', 'language', 'archive', 'joinPolicy', 'subjectPrefix', 'footer', 'repliesTo', 'receiving'] as const).map(
        (name) => [name, list[name]],
      ),
    ),
    maxSizeMb: String(Math.round(list.maxSize / 1024 / 1024)),
    remindDays: String(list.remindDays),
    expireDays: String(list.expireDays),
    digestKb: String(list.digestKb),
    digestMessages: String(list.digestMessages),
    digestHour: String(list.digestHour),
    digestZone: list.digestZone,
  }
  return (
    <>
      <Heading title={t.settings} meta={list.title}>
        <LookAfter list={list} current="settings" />
        <SettingsTabs list={list} current="settings" />
      </Heading>
      <Form action={`/lists/${list.name}/settings`} values={values}>
        <Section title={t.theList}>
          <Field name="title" label={t.listName} hint={t.nameEmailsPages} maxlength={100} />
          <TextArea name="description" label={t.description} rows={4} optional />
          <Select name="language" label={t.language} hint={t.automaticEmailsPeopleWhose} empty={false} options={languageOptions} />
        </Section>
        <Section title={t.joiningAndReading}>
          <Select name="joinPolicy" label={t.whoCanJoin} empty={false} options={optionsOf(t.joinOptions)} />
          <Select name="archive" label={t.whoCanReadArchive} empty={false} options={optionsOf(t.archiveOptions)} />
          <Check name="tellChanges" label={t.emailModeratorsAboutNewPast} hint={t.oneEmailDayOnlyWhen} checked={list.tellChanges} />
        </Section>
        <Section title={t.messagesToTheList}>
          <Field name="maxSizeMb" label={t.maximumMessageSizeMb} inputmode="numeric" short hint={t.emailRulesDecideLarger} />
          <Check name="emergency" label={t.emergencyModeHoldEvery} hint={t.forAQuarrelOrAFlood} checked={list.emergency} />
          <Check name="provenSenders" label={t.sendMessagesSubscriberOnly} hint={t.byASignatureOrTheSending} checked={list.provenSenders} />
          <Field name="remindDays" label={t.remindModeratorsOfHeldMailAfter} inputmode="numeric" short />
          <Field name="expireDays" label={t.heldMessagesExpireAfterDays} inputmode="numeric" short hint={t.authorGetsEmailExceptWhen} />
        </Section>
        <Section title={t.messagesFromTheList}>
          <Field name="subjectPrefix" label={t.subjectPrefix} maxlength={30} short optional hint={t.breaksTheSignatureOfTheWriters} />
          <TextArea name="footer" label={t.footer} rows={3} maxlength={2000} optional hint={t.breaksSignaturesTooListAddress} />
          <Check name="leaveLine" label={t.leaveLine} hint={t.leaveLineHint} checked={list.leaveLine} />
          <Select name="repliesTo" label={t.repliesGoTo} empty={false} hint={t.repliesListBreakEmail} options={optionsOf(t.replyOptions)} />
        </Section>
        <Section title={t.newSubscribersAndDigests}>
          <Select
            name="receiving"
            label={t.newcomersReceive}
            empty={false}
            options={receivingOptions().filter(({ value }) => value !== 'none')}
          />
          <Field name="digestKb" label={t.maximumDigestSizeKb} inputmode="numeric" short hint={t.largerMessagesAppearText} />
          <Field name="digestMessages" label={t.maximumMessagesDigest} inputmode="numeric" short />
          <Field name="digestHour" label={t.hourOfTheDigest} inputmode="numeric" short hint={t.number023TimeZone} />
          <ZoneSelect name="digestZone" label={t.timeZone} />
        </Section>
        <Submit kind="primary">{t.save}</Submit>
      </Form>
      {list.closedAt === null && (
        <Section title={closing.close}>
          <p class="soft">{closing.lead}</p>
          <div class="row">
            <Button href={`/lists/${list.name}/close`}>{closing.close}</Button>
          </div>
        </Section>
      )}
    </>
  )
}

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
