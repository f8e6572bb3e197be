import * as z from 'zod'
import type { Actor } from '../actor.ts'
import { NotFound } from '../errors.ts'
import { locales } from '../lib/ui/format.ts'
import { ifSent, line, orNone, readForm, tick } from '../lib/ui/forms.ts'
import { inLanguage } from '../lib/ui/language.ts'
import type { SettingsName, ShownSettings } from '../lib/ui/variables.ts'
import { act, bodyOf, type C, done, doneIf, ownPath, pages, refusable } from '../lib/ui/web.tsx'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { zoneCity } from '../lib/ui/zone-cities.ts'
import { zoneField } from '../lib/ui/zone-field.ts'
import { isHerself } from '../policy.ts'
import { changeSettings, hideHint } from './actions.ts'
import { SettingsPage } from './settings-views.tsx'
import { PasskeyScripts } from './sign-in/views.tsx'
import { keepZone } from './zones-actions.ts'

const t = textsOf('people', 'pages')

/** A time zone by its IANA name, kept by that of today. */
export const zone = zoneField(() => t.unknownZone)
const SettingsForm = z.object({
  name: line(200),
  locale: z.enum(locales),
  zone: orNone(zone),
  theme: z.enum(['system', 'light', 'dark']),
  singleKeys: ifSent(tick()),
})
const ZoneForm = z.object({ zone, next: line(2_000).optional() })
const HintForm = z.object({ hint: z.string().regex(/^[a-zA-Z]{1,40}$/), next: line(2_000).optional() })

const settingsOf = (actor: Actor) => ({
  name: actor.name,
  locale: actor.locale,
  zone: actor.zoneKnown ? actor.zone : '',
  theme: actor.theme,
  singleKeys: actor.singleKeys ? 'on' : '',
})

/** The zone that was taken for them, while they have not said whether it is right. */
const offerOf = (actor: Actor) =>
  isHerself(actor) && actor.zoneGuess ? { zone: actor.zone, from: actor.zoneGuess, next: '/me' } : undefined

const requireSelf = ({ personId }: Actor): void => {
  if (personId === null) throw new NotFound(refusals.thereIsNoSuchPage)
}

/** The page of a person's settings. */
export async function showSettings(c: C): Promise<Response> {
  const { actor, settingsParts } = c.var
  requireSelf(actor)
  const shown = await Promise.all(
    settingsParts.map(async ({ name, show }): Promise<[SettingsName, ShownSettings]> => [name, await show(c)]),
  )
  const general = {
    values: settingsOf(actor),
    offer: c.var.refused ? undefined : offerOf(actor),
    hidden: (actor.hiddenHints ?? []).length > 0,
  }
  return c.var.page(t.mySettings, <SettingsPage general={general} parts={new Map(shown)} />, {
    head: <PasskeyScripts />,
  })
}

/** What people set about themselves. */
export const settingsPages = pages()
  .get('/me', (c) => showSettings(c))
  .post('/me', act('will', 'editMySettings', 'Change my settings', SettingsForm), async (c) => {
    const { write, actor } = c.var
    requireSelf(actor)
    return refusable(c, () => c.var.settings()).take(SettingsForm, async ({ zone: said, ...settings }) => {
      // An empty field says that none is to be kept.
      const before = actor.zoneKnown ? actor.zone : null
      const changed = await write((tx) => changeSettings(tx, actor, { ...settings, zone: said === undefined ? before : said }))
      // The page that comes next is in the language that was just chosen.
      return doneIf(
        c,
        changed,
        '/me',
        inLanguage(settings.locale, () => t.saved),
      )
    })
  })
  .post('/me/hints', act('will', 'hideHint', 'Hide the hint of a page', HintForm), async (c) => {
    requireSelf(c.var.actor)
    const { hint, next } = readForm(HintForm, await bodyOf(c), c.var.actor.locale)
    await c.var.write((tx) => hideHint(tx, c.var.actor, hint))
    return done(c, ownPath(next, '/me'), hint === 'none' ? t.hintsShown : undefined)
  })
  .post('/me/zone', act('will', 'setMyZone', 'Set my time zone', ZoneForm), async (c) => {
    const { write, actor } = c.var
    requireSelf(actor)
    return refusable(c, () => c.var.settings(), 'f').take(ZoneForm, async ({ zone: said, next }) => {
      await write((tx) => keepZone(tx, actor, said))
      return done(c, ownPath(next, '/me'), t.zoneKept({ city: zoneCity(said) }))
    })
  })
