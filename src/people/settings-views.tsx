import { Check, Field, languageOptions, Select } from '../lib/ui/fields.tsx'
import { Form } from '../lib/ui/form.tsx'
import type { Refused } from '../lib/ui/forms.ts'
import { Thing, Things } from '../lib/ui/lists.tsx'
import { Button, Heading, Section, Toolbar } from '../lib/ui/parts.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { ZoneOffer, ZoneSelect } from '../lib/ui/zones.tsx'

const t = textsOf('people', 'pages')
const words = textsOf('people', 'settings')

/** Where each thing is set that has more to it than a field: its anchor, and its pages with what each one changes. */
const parts = [
  [
    'mail',
    [
      ['/me/notifications', 'notifications'],
      ['/me/subscriptions', 'lists'],
      ['/me/telling', 'results'],
    ],
  ],
  [
    'access',
    [
      ['/me/addresses', 'addresses'],
      ['/me/sign-in', 'signIn'],
      ['/me/tokens', 'tokens'],
      ['/me/assistants', 'assistants'],
    ],
  ],
  [
    'others',
    [
      ['/me/profile', 'profile'],
      ['/me/move', 'workplace'],
      ['/me/record', 'service'],
    ],
  ],
  ['data', [['/me/privacy', 'privacy']]],
] as const

/** All that somebody sets about themselves, on one page: each with what it does. */
export function SettingsPage({
  values,
  offer,
  refused,
}: {
  values: Record<string, string>
  offer?: Parameters<typeof ZoneOffer>[0] | undefined
  refused?: Refused | undefined
}) {
  return (
    <>
      <Heading title={t.mySettings}>
        <Toolbar>
          <a href="#general">{words.general}</a>
          {parts.map(([name]) => (
            <a href={`#${name}`}>{words.titles[name]}</a>
          ))}
        </Toolbar>
      </Heading>
      {offer && <ZoneOffer {...offer} />}
      <Section title={words.general} id="general">
        <Form action="/me" values={values} refused={refused}>
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
          <div class="row">
            <Button kind="primary">{t.save}</Button>
          </div>
        </Form>
      </Section>
      {parts.map(([name, pages]) => (
        <Section title={words.titles[name]} id={name}>
          <Things label={words.titles[name]}>
            {pages.map(([href, page]) => (
              <Thing title={words.names[page]} href={href}>
                <p class="soft">{words.does[page]}</p>
              </Thing>
            ))}
          </Things>
        </Section>
      ))}
    </>
  )
}
