import { Check, Field, Form, languageOptions, Select } from '../lib/ui/form.tsx'
import { Button, Heading, PostButton, Section, Submit, Toolbar } from '../lib/ui/parts.tsx'
import type { SettingsName } from '../lib/ui/variables.ts'
import { textsOf } from '../lib/ui/words.ts'
import { ZoneOffer, ZoneSelect } from '../lib/ui/zones.tsx'

const t = textsOf('people', 'pages')
const words = textsOf('people', 'settings')

/** What has a page of its own, since there is more to it than a setting. */
const elsewhere = { service: '/me/record', assistants: '/me/assistants' } as const

/** The parts of the page in their order. */
const order: readonly (SettingsName | keyof typeof elsewhere)[] = [
  'notifications',
  'push',
  'calendar',
  'lists',
  'results',
  'addresses',
  'sign-in',
  'tokens',
  'assistants',
  'profile',
  'workplace',
  'service',
  'privacy',
]

/** What somebody sets about themselves everywhere. */
export interface General {
  values: Record<string, string>
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
  parts: ReadonlyMap<SettingsName, Parameters<typeof Heading>[0]['title']>
}

/** All that somebody sets about themselves, on one page: each with what it does. */
export const SettingsPage = ({ general, parts }: SettingsProps) => (
  <div class="settings stack-l">
    <Heading title={t.mySettings}>
      <Toolbar>
        <a href="#general">{words.general}</a>
        {order.map((name) => (
          <a href={`#${name}`}>{words.names[name]}</a>
        ))}
      </Toolbar>
    </Heading>
    {general.offer && <ZoneOffer {...general.offer} />}
    <Section title={words.general} id="general">
      <GeneralForm {...general} />
      {general.hidden && (
        <div class="row">
          <span class="soft">{words.hints}</span>
          <PostButton action="/me/hints" fields={{ hint: 'none' }} text={words.showHints} />
        </div>
      )}
    </Section>
    {order.map((name) => (
      <Section title={words.names[name]} id={name}>
        <p class="soft">{words.does[name]}</p>
        {name in elsewhere ? (
          <p>
            <Button href={elsewhere[name as keyof typeof elsewhere]}>{words.open[name as keyof typeof elsewhere]}</Button>
          </p>
        ) : (
          parts.get(name as SettingsName)
        )}
      </Section>
    ))}
  </div>
)
