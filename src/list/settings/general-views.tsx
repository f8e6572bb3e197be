import { Check, Field, Form, languageOptions, optionsOf, Select, TextArea } from '../../lib/ui/form.tsx'
import { type Locale, languageName } from '../../lib/ui/format.ts'
import { dotted } from '../../lib/ui/lists.tsx'
import { Heading, Submit } from '../../lib/ui/parts.tsx'
import { Setting, SettingLink, Settings } from '../../lib/ui/settings.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { zoneCity } from '../../lib/ui/zone-cities.ts'
import { ZoneSelect } from '../../lib/ui/zones.tsx'
import type { getList } from '../core/queries.ts'
import { LookAfter, SettingsTabs } from '../nav.tsx'
import { receivingOptions } from '../receiving/views.tsx'

const t = textsOf('list', 'settings')
const closing = textsOf('list', 'closing')

type List = Awaited<ReturnType<typeof getList>>

const megabytes = ({ maxSize }: List) => Math.round(maxSize / 1024 / 1024)

const valuesOf = (list: List) => ({
  ...Object.fromEntries(
    (['title', 'description', 'language', 'archive', 'joinPolicy', 'subjectPrefix', 'footer', 'repliesTo', 'receiving'] as const).map(
      (name) => [name, list[name]],
    ),
  ),
  maxSizeMb: String(megabytes(list)),
  remindDays: String(list.remindDays),
  expireDays: String(list.expireDays),
  digestKb: String(list.digestKb),
  digestMessages: String(list.digestMessages),
  digestHour: String(list.digestHour),
  digestZone: list.digestZone,
})

const newcomers = () => receivingOptions().filter(({ value }) => value !== 'none')

/** How each part stands: what most lists differ in, and what is seldom on. */
const standing = (list: List) => ({
  about: dotted([list.title, languageName(list.language as Locale)]),
  joining: dotted([t.now.join[list.joinPolicy], t.now.archive[list.archive]]),
  incoming: dotted([
    t.now.size({ size: megabytes(list) }),
    list.emergency && t.now.emergency,
    list.provenSenders && t.now.proven,
    t.now.expire({ days: list.expireDays }),
  ]),
  outgoing: dotted([
    t.now.replies[list.repliesTo],
    list.subjectPrefix && t.now.prefix({ prefix: list.subjectPrefix }),
    list.footer && t.now.footer,
    list.leaveLine && t.now.leave,
  ]),
  newcomers: dotted([
    newcomers().find(({ value }) => value === list.receiving)?.label,
    t.now.digest({ hour: `${String(list.digestHour).padStart(2, '0')}:00`, zone: zoneCity(list.digestZone) }),
  ]),
})

/** Each part ends with a button; all are of one form, so that what was typed in another part is saved with it. */
const Save = () => <Submit kind="primary">{t.save}</Submit>

const Incoming = ({ list, now }: { list: List; now: ReturnType<typeof standing>['incoming'] }) => (
  <Setting id="incoming" title={t.messagesToTheList} now={now}>
    <Field name="maxSizeMb" label={t.maximumMessageSizeMb} inputmode="numeric" short hint={t.emailRulesDecideLarger} />
    <Check name="emergency" label={t.emergencyModeHoldEvery} hint={t.forAQuarrelOrAFlood} checked={list.emergency} />
    <Check name="provenSenders" label={t.sendMessagesSubscriberOnly} hint={t.byASignatureOrTheSending} checked={list.provenSenders} />
    <Field name="remindDays" label={t.remindModeratorsOfHeldMailAfter} inputmode="numeric" short />
    <Field name="expireDays" label={t.heldMessagesExpireAfterDays} inputmode="numeric" short hint={t.authorGetsEmailExceptWhen} />
    <Save />
  </Setting>
)

/** The general settings of a list: a line for each part, which says how it stands. */
export function SettingsPage({ list }: { list: List }) {
  const now = standing(list)
  return (
    <>
      <Heading title={t.settings} meta={list.title}>
        <LookAfter list={list} current="settings" />
        <SettingsTabs list={list} current="settings" />
      </Heading>
      <Form action={`/lists/${list.name}/settings`} values={valuesOf(list)}>
        <Settings>
          <Setting id="about" title={t.theList} now={now.about}>
            <Field name="title" label={t.listName} hint={t.nameEmailsPages} maxlength={100} />
            <TextArea name="description" label={t.description} rows={4} optional />
            <Select name="language" label={t.language} hint={t.automaticEmailsPeopleWhose} empty={false} options={languageOptions} />
            <Save />
          </Setting>
          <Setting id="joining" title={t.joiningAndReading} now={now.joining}>
            <Select name="joinPolicy" label={t.whoCanJoin} empty={false} options={optionsOf(t.joinOptions)} />
            <Select name="archive" label={t.whoCanReadArchive} empty={false} options={optionsOf(t.archiveOptions)} />
            <Check name="tellChanges" label={t.emailModeratorsAboutNewPast} hint={t.oneEmailDayOnlyWhen} checked={list.tellChanges} />
            <Save />
          </Setting>
          <Incoming list={list} now={now.incoming} />
          <Setting id="outgoing" title={t.messagesFromTheList} now={now.outgoing}>
            <Field name="subjectPrefix" label={t.subjectPrefix} maxlength={30} short optional hint={t.breaksTheSignatureOfTheWriters} />
            <TextArea name="footer" label={t.footer} rows={3} maxlength={2000} optional hint={t.breaksSignaturesTooListAddress} />
            <Check name="leaveLine" label={t.leaveLine} hint={t.leaveLineHint} checked={list.leaveLine} />
            <Select
              name="repliesTo"
              label={t.repliesGoTo}
              empty={false}
              hint={t.repliesListBreakEmail}
              options={optionsOf(t.replyOptions)}
            />
            <Save />
          </Setting>
          <Setting id="newcomers" title={t.newSubscribersAndDigests} now={now.newcomers}>
            <Select name="receiving" label={t.newcomersReceive} empty={false} options={newcomers()} />
            <Field name="digestKb" label={t.maximumDigestSizeKb} inputmode="numeric" short hint={t.largerMessagesAppearText} />
            <Field name="digestMessages" label={t.maximumMessagesDigest} inputmode="numeric" short />
            <Field name="digestHour" label={t.hourOfTheDigest} inputmode="numeric" short hint={t.number023TimeZone} />
            <ZoneSelect name="digestZone" label={t.timeZone} />
            <Save />
          </Setting>
          {list.closedAt === null && <SettingLink href={`/lists/${list.name}/close`} title={closing.close} now={closing.lead} />}
        </Settings>
      </Form>
    </>
  )
}
