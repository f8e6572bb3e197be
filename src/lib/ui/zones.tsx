import type { Child } from 'hono/jsx'
import { countryName } from './countries.ts'
import { type Common, Framed, useField } from './field-parts.tsx'
import { Hidden } from './form.tsx'
import type { Locale } from './format.ts'
import { Button, Fold, PostButton } from './parts.tsx'
import { ReaderContext, useReader } from './reader.ts'
import { textsOf, wordsOf } from './words.ts'
import { zoneCities, zoneCity } from './zone-cities.ts'
import { canonicalZone, countryOfZone, offsetOf, regionOfZone, type ZoneRegion, zoneNames, zoneRegions } from './zone-names.ts'

const t = textsOf('lib', 'zones')
const words = wordsOf('lib', 'zones')

// Those that the runtime names, by their codes (UN M.49, ISO 3166-1); oceans are messages.
const regionCodes: Partial<Record<ZoneRegion, string>> = {
  Africa: '002',
  America: '019',
  Antarctica: 'AQ',
  Asia: '142',
  Australia: 'AU',
  Europe: '150',
}

/** What a part of the world is called in a language. */
export function regionName(region: ZoneRegion, locale: Locale): string {
  const code = regionCodes[region]
  return code === undefined ? words(locale).regions[region as 'other'] : countryName(code, locale)
}

/** City and country; an island that is a country is named once. */
function placeOf(zone: string, locale: Locale): string {
  if (zone === 'UTC') return 'UTC'
  const city = zoneCity(zone, locale)
  const country = countryOfZone(zone)
  const said = country === undefined ? city : countryName(country, locale)
  return city === said ? city : `${city}, ${said}`
}

/** The same with the distance from UTC. */
const labelOf = (zone: string, locale: Locale, offset: string): string => (zone === 'UTC' ? 'UTC' : `${placeOf(zone, locale)} (${offset})`)

interface Zone {
  value: string
  label: string
  /** How English calls it, which many know it by; undefined where that is said already. */
  english: string | undefined
}

interface ZoneGroup {
  label: string
  zones: Zone[]
}

const hour = 3_600_000
const made = new Map<Locale, { at: number; groups: ZoneGroup[] }>()

/** The zones by parts of the world, each with its city, country and distance from UTC in the reader's language; clocks change on the hour. */
function zoneGroups(locale: Locale, now: Date): ZoneGroup[] {
  const at = Math.floor(now.getTime() / hour)
  const last = made.get(locale)
  if (last?.at === at) return last.groups
  const groups = makeGroups(locale, now)
  made.set(locale, { at, groups })
  return groups
}

function makeGroups(locale: Locale, now: Date): ZoneGroup[] {
  const order = new Intl.Collator(locale)
  const groups = Map.groupBy(zoneNames, regionOfZone)
  return zoneRegions.flatMap((region) => {
    const zones = (groups.get(region) ?? []).map((value) => {
      const offset = offsetOf(value, now)
      const [label, english] = [labelOf(value, locale, offset), labelOf(value, 'en', offset)]
      return { value, label, english: english === label ? undefined : english }
    })
    return zones.length === 0 ? [] : [{ label: regionName(region, locale), zones: zones.sort((a, b) => order.compare(a.label, b.label)) }]
  })
}

/**
 * The choice of a time zone: a menu by parts of the world, which a script makes searchable by what it says and by what English calls it.
 * @param none what stands for no zone; without it there has to be one
 */
export function ZoneSelect({ value, none, ...common }: Common & { value?: string; none?: Child }) {
  const field = useField(common)
  const { locale, now } = useReader()
  const typed = field.value ?? value ?? ''
  const chosen = canonicalZone(typed) ?? ''
  return (
    <Framed {...common} id={field.id} error={field.error}>
      <select {...field.control} data-zones data-search={t.search} data-matches={t.matches} data-none={t.noMatch}>
        <option value="">{none ?? t.choose}</option>
        {zoneGroups(locale, now).map(({ label, zones }) => (
          <optgroup label={label}>
            {zones.map((zone) => (
              <option value={zone.value} selected={zone.value === chosen} data-english={zone.english}>
                {zone.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </Framed>
  )
}

/**
 * The same in a form about a time, which begins with a zone that is mostly right: it is said in a line, behind which the menu lies. It is open
 * where there is none, or where it was refused.
 */
export function ZoneFold(common: Common) {
  const field = useField(common)
  const { locale } = useReader()
  const zone = canonicalZone(field.value ?? '')
  return (
    <Fold title={zone ? t.zoneIs({ zone: placeOf(zone, locale) }) : common.label} open={!zone}>
      <ZoneSelect {...common} />
    </Fold>
  )
}

/** What the browser calls its zone, for a form with which somebody comes in or answers. The script fills it; without script it says nothing. */
export const BrowserZone = () => <input type="hidden" name="browserZone" data-browser-zone />

/**
 * Asks once whether a zone that was taken for somebody is right. What is asked for stays as it is until they answer.
 * @param from where it was taken from; none: nowhere yet
 */
export function ZoneOffer({ zone, from, next }: { zone: string; from: 'browser' | 'institution' | 'none'; next: string }) {
  if (from === 'none') return <BrowserZoneOffer next={next} />
  const city = zoneCity(zone)
  return (
    <section class="note zone-offer" aria-label={t.timeZone}>
      <p>{from === 'browser' ? t.fromBrowser({ city }) : t.fromInstitution({ city })}</p>
      <div class="row">
        <PostButton action="/me/zone" fields={{ zone, next }} text={t.useIt({ city })} />
        <Button kind="quiet" href="/me#f-zone" text={t.chooseAnother} />
      </div>
    </section>
  )
}

// What the script puts the browser's city in place of.
const city = '{city}'

/**
 * Offers the browser's zone to somebody who was signed in before they were asked. The script shows it, on one day; without script there is
 * nothing to offer.
 */
const BrowserZoneOffer = ({ next }: { next: string }) => (
  <section class="note zone-offer" aria-label={t.timeZone} data-zone-offer data-cities={JSON.stringify(zoneCities())} hidden>
    <p data-say={t.maybe({ city })} />
    <div class="row">
      <form method="post" action="/me/zone" class="inline">
        <input type="hidden" name="zone" data-browser-zone />
        <Hidden name="next" value={next} />
        <button type="submit" class="button" data-say={t.useIt({ city })} />
      </form>
      <Button kind="quiet" href="/me#f-zone" text={t.chooseAnother} />
    </div>
  </section>
)

/** The hours of a zone, where it is known, around what is in it: for whoever opened a page by their link. */
export const InZone = ({ zone, children }: { zone: string | null | undefined; children?: Child }) => {
  const reader = useReader()
  return (
    <ReaderContext.Provider value={zone ? { ...reader, zone, zoneUnknown: false } : reader}>{children as never}</ReaderContext.Provider>
  )
}
