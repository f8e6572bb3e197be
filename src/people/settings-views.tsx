import { Check, Field, Form, languageOptions, Select } from '../lib/ui/form.tsx'
import { type Locale, languageName } from '../lib/ui/format.ts'
import { dotted } from '../lib/ui/lists.tsx'
import { Heading, PostButton, Submit } from '../lib/ui/parts.tsx'
import { Setting, SettingLink, Settings } from '../lib/ui/settings.tsx'
import type { SettingsName, ShownSettings } from '../lib/ui/variables.ts'
import { textsOf } from '../lib/ui/words.ts'
import { zoneCity } from '../lib/ui/zone-cities.ts'
import { ZoneOffer, ZoneSelect } from '../lib/ui/zones.tsx'

const t = textsOf('people', 'pages')
const words = textsOf('people', 'settings')

/** What has a page of its own, since there is more to it than a setting. */
const elsewhere = { service: '/me/record', assistants: '/me/assistants' } as const

const isElsewhere = (name: string): name is keyof typeof elsewhere => name in elsewhere

/** The parts of the page in their order: how much mail comes first, what only programs need last. */
const order: readonly (SettingsName | keyof typeof elsewhere)[] = [
  'lists',
  'notifications',
  'results',
  'push',
  'calendar',
  'addresses',
  'sign-in',
  'profile',
  'workplace',
  'service',
  'privacy',
  'tokens',
  'assistants',
]

/** What somebody sets about themselves everywhere. */
export interface General {
  values: Record<'name' | 'locale' | 'zone' | 'theme' | 'singleKeys', string>
  offer?: Parameters<typeof ZoneOffer>[0] | undefined
  /** Have they hidden sentences that explain a place? */
  hidden: boolean
}

const GeneralForm = ({ values }: Pick<General, 'values'>) => (
  <Form action="/me" values={values}>
    <Field name="name" label={t.name} autocomplete="name" hint={t.everyoneSeesNameNextMessages} />
    <Select name="locale" label={t.languageOfMailsAndPages} hint={words.language} options={languageOptions} />
    <ZoneSelect name="zone" label={t.timeZone} none={t.notMine} hint={t.zoneHint} optional />
    <Select
      name="theme"
      label={t.colours}
      hint={words.colours}
      options={[
        { value: 'system', label: t.sameAsMyDevice },
        { value: 'light', label: t.light },
        { value: 'dark', label: t.dark },
      ]}
    />
    <Check name="singleKeys" label={t.keyboardShortcutsOneKey} hint={t.pressSearchJKMove} />
    <Submit kind="primary">{t.save}</Submit>
  </Form>
)

const generalNow = ({ values: { name, locale, zone, theme } }: General) =>
  dotted([name, languageName(locale as Locale), zone && zoneCity(zone), theme === 'light' ? t.light : theme === 'dark' && t.dark])

/** The parts of the page by their names, for who looks for one; by what they do as well. */
export function settingPlaces(): { href: string; label: string; does?: string }[] {
  const general = [t.languageOfMailsAndPages, t.timeZone, t.colours, t.keyboardShortcutsOneKey].map((label) => ({
    label,
    at: 'general',
    does: '',
  }))
  const parts = order.map((name) => ({ label: words.names[name], at: name, does: words.does[name] }))
  return [...general, ...parts].map(({ label, at, does }) => ({ href: `/me#${at}`, label: `${t.mySettings}: ${label}`, does }))
}

interface SettingsProps {
  general: General
  parts: ReadonlyMap<SettingsName, ShownSettings>
}

/** All that somebody sets about themselves, on one page: a line for each, which says how it is and unfolds to what it can be. */
export const SettingsPage = ({ general, parts }: SettingsProps) => (
  <>
    <Heading title={t.mySettings} />
    {general.offer && <ZoneOffer {...general.offer} />}
    <Settings>
      <Setting id="general" title={words.general} now={generalNow(general)}>
        <GeneralForm {...general} />
        {general.hidden && (
          <div class="row">
            <span class="soft">{words.hints}</span>
            <PostButton action="/me/hints" fields={{ hint: 'none' }} text={words.showHints} />
          </div>
        )}
      </Setting>
      {order.map((name) => {
        if (isElsewhere(name)) return <SettingLink id={name} href={elsewhere[name]} title={words.names[name]} now={words.does[name]} />
        const part = parts.get(name)
        return (
          <Setting id={name} title={words.names[name]} now={part?.now}>
            <p class="soft">{words.does[name]}</p>
            {part?.content}
          </Setting>
        )
      })}
    </Settings>
  </>
)
