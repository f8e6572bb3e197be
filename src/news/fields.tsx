import * as z from 'zod'
import { Invalid } from '../errors.ts'
import { MoreFields } from '../lib/ui/field-parts.tsx'
import { Field, languageOptions, Select } from '../lib/ui/form.tsx'
import { locales } from '../lib/ui/format.ts'
import type { Typed } from '../lib/ui/forms.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { zoneField } from '../lib/ui/zone-field.ts'
import { ZoneSelect } from '../lib/ui/zones.tsx'
import { DoubtfulTime, instantOf } from '../meetings/rules.ts'

const t = textsOf('news', 'fields')

/** What both forms, of an item and of an issue, ask in the same words. */
export const visibilityOptions = () => (['public', 'subscribers', 'group'] as const).map((value) => ({ value, label: t.readers[value] }))

/** When an embargo ends on its day where nobody says it. */
const usualTime = '09:00'

/** The fields of the embargo and whose words it is in. */
export const embargoShape = {
  embargo: z.iso.date().optional(),
  embargoTime: z.iso.time({ precision: -1 }).default(usualTime),
  embargoZone: zoneField(() => t.noZone),
}
export const language = z.enum(locales)
export const visibility = z.enum(['group', 'subscribers', 'public'])

/** The instant of an embargo as it was typed; what a clock change makes doubtful is said beside it. */
export function readEmbargo(props: { embargo?: string | undefined; embargoTime: string; embargoZone: string }) {
  const { embargo, embargoTime, embargoZone } = props
  if (embargo === undefined) return { embargoAt: null, embargoZone }
  try {
    return { embargoAt: instantOf(embargo, embargoTime, embargoZone), embargoZone }
  } catch (error) {
    if (!(error instanceof DoubtfulTime)) throw error
    throw new Invalid(refusals.pleaseLookAgain, { embargoTime: error.message })
  }
}

/** An embargo as its fields hold it. */
export function embargoValues(at: Date | null, zone: string): Typed {
  if (at === null) return { embargoZone: zone, embargoTime: usualTime }
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
  return {
    embargo: local.toPlainDate().toString(),
    embargoTime: local.toPlainTime().toString({ smallestUnit: 'minute' }),
    embargoZone: zone,
  }
}

interface TypedEmbargo {
  embargo?: string | null | undefined
  embargoTime?: string | null | undefined
  embargoZone: string
}

/** The fields of an embargo with what somebody typed: what they left out stays as it is, and without its day there is none. */
export function embargoWith(held: { embargoAt: Date | null }, typed: TypedEmbargo) {
  const { embargo = null, embargoTime } = embargoValues(held.embargoAt, typed.embargoZone) as Partial<TypedEmbargo>
  const day = typed.embargo === undefined ? embargo : typed.embargo
  return { embargo: day ?? undefined, embargoTime: (typed.embargoTime === undefined ? embargoTime : typed.embargoTime) ?? usualTime }
}

/** Until when news are kept back. */
export const EmbargoFields = () => (
  <MoreFields title={t.embargo} names={['embargo', 'embargoTime']} usual={{ embargoTime: usualTime }}>
    <p class="hint">{t.noOneOutsideGroupCan}</p>
    <div class="columns">
      <Field name="embargo" type="date" label={t.notBefore} optional />
      <Field name="embargoTime" type="time" label={t.at} optional />
      <ZoneSelect name="embargoZone" label={t.timeZone} />
    </div>
  </MoreFields>
)

/** Who reads news. */
export const ReaderFields = () => (
  <div class="columns">
    <Select name="language" label={t.language} options={languageOptions} empty={false} />
    <Select name="visibility" label={t.whoCanReadThis} options={visibilityOptions()} empty={false} />
  </div>
)
