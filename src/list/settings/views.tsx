import { Check, Field, languageOptions, Select, TextArea } from '../../lib/ui/fields.tsx'
import { Form } from '../../lib/ui/form.tsx'
import type { Refused } from '../../lib/ui/forms.ts'
import { doors } from '../../lib/ui/history/view.tsx'
import { Pager, Table } from '../../lib/ui/lists.tsx'
import { Button, Empty, Heading, Note, Section } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import type { Rule } from '../moderation-rules/rules.ts'
import { sayRule } from '../moderation-rules/views.tsx'
import { LookAfter, SettingsTabs } from '../nav.tsx'
import { notices } from '../notices/catalogue.ts'
import type { getList } from '../queries.ts'
import { receivingOptions } from '../receiving/views.tsx'
import type { listSettingChanges } from './queries.ts'
import { zones } from './rules.ts'

type List = Awaited<ReturnType<typeof getList>>

const joinOptions = [
  { value: 'open', label: 'Anybody, at once where the address is proven' },
  { value: 'confirm', label: 'Anybody, after confirming the address' },
  { value: 'vetted', label: 'After a decision by the moderators' },
  { value: 'closed', label: 'By invitation only' },
]
const archiveOptions = [
  { value: 'public', label: 'Everybody' },
  { value: 'subscribers', label: 'Subscribers and the group' },
  { value: 'group', label: 'The group alone' },
]
const replyOptions = [
  { value: 'author', label: 'Whom the writer says, mostly the writer' },
  { value: 'list', label: 'The list' },
]
const htmlOptions = [
  { value: 'free', label: 'Gets a text part where no signature breaks by it' },
  { value: 'always', label: 'Always gets a text part' },
  { value: 'text', label: 'All mail leaves as text, without HTML' },
  { value: 'keep', label: 'Stays as it is' },
]

/** The general settings of a list, in groups. */
export function SettingsPage({ list, refused }: { list: List; refused?: Refused }) {
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
      <Heading title="Settings" meta={list.title}>
        <LookAfter list={list} current="settings" />
      </Heading>
      <SettingsTabs list={list} current="settings" />
      <Form action={`/lists/${list.name}/settings`} values={values} refused={refused}>
        <Section title="The list">
          <Field name="title" label="Name of the list" hint="As it stands in mails and pages." maxlength={100} />
          <TextArea name="description" label="What it is for" rows={4} optional />
          <Select
            name="language"
            label="Language"
            hint="Of notices to people whose own language is not known."
            empty={false}
            options={languageOptions}
          />
        </Section>
        <Section title="Joining and reading">
          <Select name="joinPolicy" label="How one joins" empty={false} options={joinOptions} />
          <Select name="archive" label="Who reads the archive" empty={false} options={archiveOptions} />
          <Check
            name="tellChanges"
            label="Tell moderators who joined and who left"
            hint="One letter a day, where there is something to tell."
            checked={list.tellChanges}
          />
        </Section>
        <Section title="Mail to the list">
          <Field
            name="maxSizeMb"
            label="Largest mail, in MB"
            inputmode="numeric"
            short
            hint="What becomes of larger ones, the rules say."
          />
          <Check
            name="emergency"
            label="Emergency: every mail waits for a moderator"
            hint="For a quarrel, or a flood. Switch it off when it is over."
            checked={list.emergency}
          />
          <Field name="remindDays" label="Remind moderators of held mail after days" inputmode="numeric" short />
          <Field
            name="expireDays"
            label="Held mail expires after days"
            inputmode="numeric"
            short
            hint="Its writer is told, where the mail is not disowned by the writer’s domain."
          />
        </Section>
        <Section title="Mail from the list">
          <Field
            name="subjectPrefix"
            label="Prefix of subjects"
            placeholder="[Lectio]"
            maxlength={30}
            short
            optional
            hint="Breaks the signature of the writer’s domain; where that domain insists on it, From becomes the list’s own."
          />
          <TextArea
            name="footer"
            label="Footer"
            rows={3}
            maxlength={2000}
            optional
            hint="Breaks signatures too. {list}, {address}, {page} and {archive} are filled in. The way out stands in the header of every mail already."
          />
          <Select
            name="repliesTo"
            label="Answers go to"
            empty={false}
            hint="The list breaks signatures as well, and private answers have gone to everybody this way."
            options={replyOptions}
          />
        </Section>
        <Section title="Newcomers and digests">
          <Select
            name="receiving"
            label="Newcomers receive"
            empty={false}
            options={receivingOptions.filter(({ value }) => value !== 'none')}
          />
          <Field
            name="digestKb"
            label="A digest is full at kB"
            inputmode="numeric"
            short
            hint="A larger post is in it as its text, with links to its files."
          />
          <Field name="digestMessages" label="or at posts" inputmode="numeric" short />
          <Field
            name="digestHour"
            label="The day’s digest goes out at hour"
            inputmode="numeric"
            short
            hint="0 to 23, by the clock of the zone below. It comes within minutes of the hour."
          />
          <Select name="digestZone" label="Time zone" empty={false} options={zones.map((zone) => ({ value: zone, label: zone }))} />
        </Section>
        <div class="row">
          <Button kind="primary">Save</Button>
        </div>
      </Form>
    </>
  )
}

/** What becomes of files and of HTML. */
export function ContentPage({ list, refused }: { list: List; refused?: Refused }) {
  return (
    <>
      <Heading title="Files and HTML" meta={list.title}>
        <LookAfter list={list} current="settings" />
      </Heading>
      <SettingsTabs list={list} current="content" />
      <Note>
        What changes a mail breaks the signature of its writer’s domain. Where that domain insists on it, From becomes the list’s own, and
        answers still reach the writer.
      </Note>
      <Form
        action={`/lists/${list.name}/settings/content`}
        refused={refused}
        values={{
          html: list.html,
          linkAboveKb: list.linkAboveKb === null ? '' : String(list.linkAboveKb),
          linkTypes: list.linkTypes.join(' '),
          dropTypes: list.dropTypes.join(' '),
        }}
      >
        <Section title="Files">
          <Field
            name="linkAboveKb"
            label="Files above so many kB leave as a link"
            inputmode="numeric"
            short
            optional
            hint="The link leads into the archive, for those who may read it. Empty: all files go along."
          />
          <Field
            name="linkTypes"
            label="Files of these types leave as a link"
            placeholder=".zip video/*"
            optional
            hint="Endings and media types, with spaces between."
          />
          <Field
            name="dropTypes"
            label="Files of these types do not leave at all"
            placeholder=".exe application/x-msdownload"
            optional
            hint="Neither in mails nor from the archive; a line says that one was left out. To look at such mail first, use the rules."
          />
        </Section>
        <Section title="HTML">
          <Select name="html" label="Mail that is HTML alone" empty={false} options={htmlOptions} />
        </Section>
        <div class="row">
          <Button kind="primary">Save</Button>
        </div>
      </Form>
    </>
  )
}

const settingWords: Record<string, string> = {
  title: 'Name of the list',
  description: 'What it is for',
  language: 'Language',
  archive: 'Who reads the archive',
  joinPolicy: 'How one joins',
  maxSize: 'Largest mail',
  emergency: 'Emergency',
  remindDays: 'Reminder of held mail',
  expireDays: 'Expiry of held mail',
  tellChanges: 'Letter about who joined and who left',
  subjectPrefix: 'Prefix of subjects',
  footer: 'Footer',
  repliesTo: 'Answers go to',
  receiving: 'Newcomers receive',
  digestKb: 'Fullness of a digest, in kB',
  digestMessages: 'Fullness of a digest, in posts',
  digestHour: 'Hour of the digest',
  digestZone: 'Time zone of the digest',
  html: 'Mail that is HTML alone',
  linkAboveKb: 'Files that leave as a link, above kB',
  linkTypes: 'Types that leave as a link',
  dropTypes: 'Types that do not leave',
  rules: 'Rules for mail',
}

/** A setting as the form calls it; the words of a notice are kept as `notice KIND (LANGUAGE)`. */
function nameOf(setting: string): string {
  const [, kind = '', locale = ''] = /^notice (\S+) \((\w+)\)$/.exec(setting) ?? []
  const notice = Object.entries(notices).find(([key]) => key === kind)?.[1]
  if (!notice) return settingWords[setting] ?? setting
  return `Notice “${notice.label}”, ${languageOptions.find((one) => one.value === locale)?.label ?? locale}`
}

const choices: Record<string, { value: string; label: string }[]> = {
  language: languageOptions,
  joinPolicy: joinOptions,
  archive: archiveOptions,
  repliesTo: replyOptions,
  receiving: receivingOptions,
  html: htmlOptions,
}

const days = (count: number): string => (count === 1 ? 'after a day' : `after ${count} days`)
const measures: Record<string, (value: number) => string> = {
  maxSize: (bytes) => `${Math.round(bytes / 1024 / 1024)} MB`,
  remindDays: days,
  expireDays: days,
  digestHour: (hour) => `${String(hour).padStart(2, '0')}:00`,
}

/** A value of a setting as the form says it; of the rules, those that the other side does not have. */
function shown(setting: string, value: unknown, other: unknown): string {
  if (setting === 'rules') return shownRules(value, other)
  if (setting.startsWith('notice ')) return typeof value === 'string' ? value : 'As Rapport brings it'
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return 'nothing'
  if (setting in measures) return measures[setting]?.(Number(value)) ?? ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return Array.isArray(value) ? value.join(' ') : (choices[setting]?.find((one) => one.value === value)?.label ?? String(value))
}

function shownRules(value: unknown, other: unknown): string {
  if (!Array.isArray(value)) return 'As Rapport brings them'
  const lines = (rules: unknown) => (Array.isArray(rules) ? (rules as Rule[]).map(sayRule) : [])
  const known = new Set(lines(other))
  const own = lines(value).filter((line) => !known.has(line))
  return own.length > 0 ? own.join('; ') : 'The same in another order'
}

/** What was set, when, by whom, and what stood there before. */
export function HistoryPage({ list, changes, next }: { list: List } & Awaited<ReturnType<typeof listSettingChanges>>) {
  return (
    <>
      <Heading title="History of the settings" meta={list.title}>
        <LookAfter list={list} current="settings" />
      </Heading>
      <SettingsTabs list={list} current="history" />
      {changes.length === 0 ? (
        <Empty title="Nothing was changed yet." />
      ) : (
        <Table
          caption="Changes"
          hideCaption
          columns={[{ label: 'Setting' }, { label: 'Before' }, { label: 'After' }, { label: 'By' }, { label: 'When' }]}
          rows={changes.map((change) => [
            nameOf(change.setting),
            <span class="break">{shown(change.setting, change.before, change.after)}</span>,
            <span class="break">{shown(change.setting, change.after, change.before)}</span>,
            [change.by ?? 'the program', doors[change.via]].filter(Boolean).join(', '),
            <Time at={change.at} />,
          ])}
        />
      )}
      <Pager older={next === undefined ? undefined : `?before=${next}`} />
    </>
  )
}
