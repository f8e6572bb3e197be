import type { SupportStrength } from '../../lib/db/schema.ts'
import { textsOf } from '../../lib/ui/words.ts'

/** From the strongest to the refusal. */
export const strengths = ['must', 'should', 'would_like', 'not_for_us'] as const satisfies SupportStrength[]

/** In the language of whoever is answered. */
export const strengthNames: Record<SupportStrength, string> = textsOf('requests', 'support').strengths

/**
 * What an institution says, by the voices of its people: each counts once, the most frequent word wins, and of two that are as
 * frequent the weaker, so that nobody's single "must" speaks for a house that disagrees.
 * @returns undefined without voices
 */
export function institutionSays(voices: SupportStrength[]): SupportStrength | undefined {
  const counts = strengths.map((strength) => voices.filter((voice) => voice === strength).length)
  const most = Math.max(...counts)
  if (most === 0) return undefined
  return strengths[counts.lastIndexOf(most)]
}

const europe =
  'AD AL AM AT AX AZ BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GE GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM TR UA VA XK'
const regions: Record<string, string[]> = {
  Europe: europe.split(' '),
  'North America': 'BM CA GL PM US'.split(' '),
  'Latin America':
    'AG AR AW BB BO BR BS BZ CL CO CR CU CW DM DO EC FK GD GF GP GT GY HN HT JM KN KY LC MQ MX NI PA PE PR PY SR SV SX TC TT UY VC VE VG VI'.split(
      ' ',
    ),
  'Asia-Pacific':
    'AF AS AU BD BN BT CK CN FJ FM GU HK ID IN JP KG KH KI KP KR KZ LA LK MH MM MN MO MP MV MY NC NP NR NU NZ PF PG PH PK PW SB SG TH TJ TL TM TO TV TW UZ VN VU WF WS'.split(
      ' ',
    ),
  'Middle East and Africa':
    'AE AO BF BH BI BJ BW CD CF CG CI CM CV DJ DZ EG ER ET GA GH GM GN GQ GW IL IQ IR JO KE KM KW LB LR LS LY MA MG ML MR MU MW MZ NA NE NG OM PS QA RE RW SA SC SD SL SN SO SS ST SY SZ TD TG TN TZ UG YE ZA ZM ZW'.split(
      ' ',
    ),
}

/** The region of the world that a country (ISO 3166-1, two letters) lies in, by its English name, which is kept in packages. */
export const regionOf = (country: string | null): string =>
  Object.entries(regions).find(([, countries]) => country !== null && countries.includes(country))?.[0] ?? 'Not known'

/** The size of an institution by its students, in English, as it is kept in packages. */
export function sizeOf(students: number | null): string {
  if (students === null) return 'Not known'
  if (students < 5_000) return 'Below 5,000 students'
  return students < 20_000 ? '5,000 to 20,000' : 'Above 20,000'
}

/** Those who stand behind it, by some order: the most first, what is not known last. */
export function countBy<T extends { strength: SupportStrength }>(
  supporters: T[],
  nameOf: (one: T) => string,
): { label: string; total: number; musts: number }[] {
  const behind = supporters.filter(({ strength }) => strength !== 'not_for_us')
  return [...Map.groupBy(behind, nameOf)]
    .map(([label, ones]) => ({ label, total: ones.length, musts: ones.filter(({ strength }) => strength === 'must').length }))
    .sort((a, b) => Number(a.label === 'Not known') - Number(b.label === 'Not known') || b.total - a.total || (a.label < b.label ? -1 : 1))
}
