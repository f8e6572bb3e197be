import { sameWords } from './rules.ts'

/** What columns of family names are called, and of given ones; `Name` alone can be either, beside the other. */
export const familyNames = [
  'last name',
  'family name',
  'surname',
  'lastname',
  'nachname',
  'familienname',
  'nom de famille',
  'apellido',
  'apellidos',
  'cognome',
] as const
export const givenNames = [
  'first name',
  'firstname',
  'given name',
  'forename',
  'vorname',
  'prénom',
  'nombre de pila',
  'nome di battesimo',
] as const

// What stands after a comma and is no given name.
const title = /^(?:ph\.?\s?d|m\.?\s?a|m\.?\s?sc|b\.?\s?a|b\.?\s?sc|mba|mls|mlis|m\.?\s?ed|ed\.?\s?d|dr|prof|jr|sr|ii|iii|iv|esq)\.?$/i

/** A name as lists by family names have it, `Bergström, Agnes`, as it is said. */
function turnedName(name: string): string {
  const [family = '', given = '', ...more] = name.split(',').map((part) => part.trim())
  return more.length > 0 || family === '' || given === '' || title.test(given) ? name : `${given} ${family}`
}

/**
 * The name of somebody whose name stands in two columns. A column “Name” is the family name beside a given one (Vorname, Name), and the given name
 * beside a family one (Cognome, Nome), unless it has both.
 */
export function wholeName({ name, family, given }: { name: string; family: string; given: string }): string {
  const [first, last, whole] = [given.trim(), family.trim(), name.trim()]
  const has = (part: string) => sameWords(whole).includes(sameWords(part))
  if (first !== '' && last !== '') return `${first} ${last}`
  if (first !== '') return has(first) ? turnedName(whole) : `${first} ${whole}`.trim()
  if (last !== '') return has(last) ? turnedName(whole) : `${whole} ${last}`.trim()
  return turnedName(whole)
}
