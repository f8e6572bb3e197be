import { foldWords } from '../fold.ts'
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

// What stands beside a comma and is no part of a name, folded: degrees and titles, legal forms, and what institutions and places are called.
const noNames = new RegExp(
  `(?:^|[\\s.-])(?:${[
    'ph ?d|m ?a|m ?sc|b ?a|b ?sc|mba|mls|mlis|m ?ed|ed ?d|dr|prof(?:essor)?|jr|sr|i{2,3}|iv|esq|mr|mrs|ms|mme|herr|frau|sig(?:ra)?|ing|dipl',
    'gmbh|mbh|ag|kg|e ?v|inc|ltd|llc|corp|plc|co|s ?a|s ?a ?s|s ?r ?l|sarl|spa|bv|b ?v|ab|oy',
    'librar(?:y|ies)|bibliothek\\w*|\\w*bibliothek|bibliothe(?:que|k)s?|bibliotecas?|biblioteche|universi\\w*|uni|\\w*hochschule',
    'college|school|schule|ecole|escuela|scuola|institut\\w*|department|dept|abteilung|departement|departamento|dipartimento',
    'hospital|klinik\\w*|klinikum|hopital|ospedale|museum|musee|museo|archiv\\w*|faculty|fakultat|faculte|facultad|facolta|centre|center|zentrum',
    'group|gruppe|groupe|grupo|gruppo|team|office|buro|bureau|oficina|ufficio|support|admin\\w*|info|of|und|and|et|the|chair|coordinator',
  ].join('|')})(?=$|[\\s.-])`,
  'i',
)
const manyLetters = /^[\p{L}\p{M}’'. -]{1,60}$/u

/** Whether one side of a comma can be a family name or a given one: up to four words of letters, none of which is something else. */
const looksLikeName = (side: string): boolean =>
  manyLetters.test(side) &&
  side.split(/\s+/).length <= 4 &&
  !noNames.test(foldWords(side)) &&
  // Particles are small (`van der Berg`), a name is not; scripts without capitals have neither.
  side.split(/[\s-]+/).some((word) => !/^\p{Ll}/u.test(word))

const isLoud = (side: string): boolean => /\p{Lu}{2}/u.test(side) && !/\p{Ll}/u.test(side)

/**
 * A name as lists by family names have it, `Bergström, Agnes`, as it is said: only where it is safe, with one comma between two sides that look
 * like names. Anything else stays as it is.
 */
export function turnedName(name: string): string {
  const [family = '', given = '', ...more] = name.split(',').map((part) => part.trim())
  // `Zürich, ETH` is no person; `BERGSTRÖM, Agnes` is.
  const isSafe =
    more.length === 0 && family.length > 1 && looksLikeName(family) && looksLikeName(given) && (isLoud(family) || !isLoud(given))
  return isSafe ? `${given} ${family}` : name
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
