/** What those who belong to a user group are called, in one language. */
export interface Noun {
  one: string
  many: string
  /** Only where the language asks for it; English does not. */
  gender: 'm' | 'f' | 'n'
}

/** All that a message may say with the word, by the argument's name. */
export type Forms = Readonly<Record<string, string>>

/** Is an argument of a message filled in by the word for a member, and not by whoever says it? */
export const isForm = (name: string): boolean => /^[Mm]embers?(_[a-z]+)*$/.test(name)

type Say = (name: string, text: string) => void

const startsWithVowel = (word: string): boolean => /^[aeiouœh]/i.test(word.normalize('NFD'))

function english({ one, many }: Noun, say: Say, joined: string): void {
  // By the letter, as most words are said; “a university” and “an hour” are not.
  const article = /^(?:[aio]|e(?!u)|u(?!ni|s[aeiou]|ti))/i.test(one) || /^(?:hour|honou?r)/i.test(one) ? 'an' : 'a'
  say(`member${joined}_a`, `${joined ? 'a' : article} ${one}`)
  say(`members${joined}`, many)
}

const cases = ['', '_acc', '_dat', '_gen'] as const
const endings = {
  the: { m: ['der', 'den', 'dem', 'des'], f: ['die', 'die', 'der', 'der'], n: ['das', 'das', 'dem', 'des'] },
  each: { m: ['jeder', 'jeden', 'jedem', 'jedes'], f: ['jede', 'jede', 'jeder', 'jeder'], n: ['jedes', 'jedes', 'jedem', 'jedes'] },
  this: {
    m: ['dieser', 'diesen', 'diesem', 'dieses'],
    f: ['diese', 'diese', 'dieser', 'dieser'],
    n: ['dieses', 'dieses', 'diesem', 'dieses'],
  },
} as const
const bare = { m: ['', 'en', 'em', 'es'], f: ['e', 'e', 'er', 'er'], n: ['', '', 'em', 'es'] } as const
const stems = { a: 'ein', no: 'kein', my: 'mein', your: 'Ihr', our: 'unser', their: 'ihr' } as const
const several = {
  the: ['die', 'die', 'den', 'der'],
  this: ['diese', 'diese', 'diesen', 'dieser'],
  no: ['keine', 'keine', 'keinen', 'keiner'],
  your: ['Ihre', 'Ihre', 'Ihren', 'Ihrer'],
  our: ['unsere', 'unsere', 'unseren', 'unserer'],
} as const

function german({ one, many, gender }: Noun, say: Say, joined: string): void {
  const genitive = gender === 'f' ? one : /[sßxz]$/.test(one) ? `${one}es` : `${one}s`
  const dative = /[ns]$/.test(many) ? many : `${many}n`
  cases.forEach((name, at) => {
    const single = name === '_gen' ? genitive : one
    const plural = name === '_dat' ? dative : many
    say(`member${joined}${name}`, single)
    say(`members${joined}${name}`, plural)
    for (const [word, forms] of Object.entries(endings)) say(`member${joined}_${word}${name}`, `${forms[gender][at]} ${single}`)
    for (const [word, stem] of Object.entries(stems)) say(`member${joined}_${word}${name}`, `${stem}${bare[gender][at]} ${single}`)
    for (const [word, forms] of Object.entries(several)) say(`members${joined}_${word}${name}`, `${forms[at]} ${plural}`)
  })
  say(`member${joined}_to_the`, `${gender === 'f' ? 'zur' : 'zum'} ${one}`)
  say(`member${joined}_in_the`, `${gender === 'f' ? 'in der' : 'im'} ${one}`)
}

function french({ one, many, gender }: Noun, say: Say, joined: string): void {
  // Before a vowel, before a feminine noun, before a masculine one.
  const by = (vowel: string, she: string, he: string) => `${startsWithVowel(one) ? vowel : gender === 'f' ? she : he}${one}`
  const agreeing = (she: string, he: string) => `${gender === 'f' ? she : he} ${one}`
  const member = `member${joined}`
  say(`${member}_the`, by('l’', 'la ', 'le '))
  say(`${member}_of_the`, by('de l’', 'de la ', 'du '))
  say(`${member}_to_the`, by('à l’', 'à la ', 'au '))
  say(`${member}_of`, by('d’', 'de ', 'de '))
  say(`${member}_a`, agreeing('une', 'un'))
  say(`${member}_no`, agreeing('aucune', 'aucun'))
  say(`${member}_this`, gender === 'f' ? `cette ${one}` : by('cet ', '', 'ce '))
  say(`${member}_my`, by('mon ', 'ma ', 'mon '))
  say(`members${joined}_of`, `${startsWithVowel(many) ? 'd’' : 'de '}${many}`)
}

function spanish({ one, many, gender }: Noun, say: Say, joined: string): void {
  const she = gender === 'f'
  const member = `member${joined}`
  say(`${member}_the`, `${she ? 'la' : 'el'} ${one}`)
  say(`${member}_of_the`, `${she ? 'de la' : 'del'} ${one}`)
  say(`${member}_to_the`, `${she ? 'a la' : 'al'} ${one}`)
  say(`${member}_a`, `${she ? 'una' : 'un'} ${one}`)
  say(`${member}_no`, `${she ? 'ninguna' : 'ningún'} ${one}`)
  say(`${member}_this`, `${she ? 'esta' : 'este'} ${one}`)
  say(`${member}_other`, `${she ? 'otra' : 'otro'} ${one}`)
  // “Cargos e instituciones”, “grupo u organización”: before the same sound, as “hi-” and “ho-” are.
  say(`${member}_or`, `${/^h?[oó]/i.test(one) ? 'u' : 'o'} ${one}`)
  say(`members${joined}_and`, `${/^h?[ií](?![eé])/i.test(many) ? 'e' : 'y'} ${many}`)
  say(`members${joined}_the`, `${she ? 'las' : 'los'} ${many}`)
  say(`members${joined}_our`, `${she ? 'nuestras' : 'nuestros'} ${many}`)
  say(`members${joined}_all`, `${she ? 'todas las' : 'todos los'} ${many}`)
}

function italian({ one, many, gender }: Noun, say: Say, joined: string): void {
  const she = gender === 'f'
  // “Lo studio, gli studi”: before s with a consonant, z, gn, ps, x and y.
  const hard = /^(?:s[^aeiou]|z|gn|ps|x|y)/i.test(one)
  const vowel = startsWithVowel(one)
  const by = (elided: string, feminine: string, harder: string, other: string) =>
    `${vowel ? elided : she ? feminine : hard ? harder : other}${one}`
  const several = (feminine: string, harder: string, other: string) => `${she ? feminine : vowel || hard ? harder : other} ${many}`
  const agreeing = (feminine: string, masculine: string) => (she ? feminine : masculine)
  const [member, members] = [`member${joined}`, `members${joined}`]
  say(`${member}_the`, by('l’', 'la ', 'lo ', 'il '))
  say(`${member}_of_the`, by('dell’', 'della ', 'dello ', 'del '))
  say(`${member}_a`, by(she ? 'un’' : 'un ', 'una ', 'uno ', 'un '))
  say(`${member}_this`, by('quest’', 'questa ', 'questo ', 'questo '))
  for (const [name, feminine, masculine] of [
    ['', 'la', 'il'],
    ['_of', 'della', 'del'],
    ['_to', 'alla', 'al'],
    ['_in', 'nella', 'nel'],
  ] as const) {
    say(`${member}_your${name}`, `${agreeing(`${feminine} sua`, `${masculine} suo`)} ${one}`)
    say(`${member}_my${name}`, `${agreeing(`${feminine} mia`, `${masculine} mio`)} ${one}`)
  }
  say(`${members}_the`, several('le', 'gli', 'i'))
  say(`${members}_of_the`, several('delle', 'degli', 'dei'))
  say(`${members}_to_the`, several('alle', 'agli', 'ai'))
  say(`${members}_their`, `${agreeing('le sue', 'i suoi')} ${many}`)
  say(`${members}_our`, `${agreeing('le nostre', 'i nostri')} ${many}`)
  say(`${members}_our_of`, `${agreeing('delle nostre', 'dei nostri')} ${many}`)
  say(`${members}_our_by`, `${agreeing('dalle nostre', 'dai nostri')} ${many}`)
}

interface Grammar {
  inflect(noun: Noun, say: Say, joined: string): void
  /** One that belongs to the user group: “member institution”. */
  join(noun: Noun): Noun
}

const after = (word: string, plural: string) => (noun: Noun) =>
  noun.one.endsWith(` ${word}`) ? noun : { ...noun, one: `${noun.one} ${word}`, many: `${noun.many} ${plural}` }
const before = (prefix: string, begins: RegExp, lower: boolean) => (noun: Noun) => {
  const put = (word: string) => (lower ? `${prefix}${word.slice(0, 1).toLowerCase()}${word.slice(1)}` : `${prefix}${word}`)
  return begins.test(noun.one) ? noun : { ...noun, one: put(noun.one), many: put(noun.many) }
}

const grammars: Record<string, Grammar> = {
  en: { inflect: english, join: before('member ', /^member /i, false) },
  de: { inflect: german, join: before('Mitglieds', /^Mitglieds/, true) },
  fr: { inflect: french, join: after('membre', 'membres') },
  es: { inflect: spanish, join: after('miembro', 'miembro') },
  it: { inflect: italian, join: after('membro', 'membro') },
}
const plain: Grammar = { inflect: ({ one }, say, joined) => say(`member${joined}_a`, one), join: (noun) => noun }

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/**
 * All forms of a noun in a language: `member`, `members`, with what stands before it (`member_the_dat`), as one that belongs to the user group
 * (`member_joined`), with a capital (`Member_the`), and its gender for what agrees with it (`member_gender`). A language of which nothing is known here
 * has the word alone.
 */
export function formsOf(language: string, noun: Noun): Forms {
  const forms: Record<string, string> = { member_gender: noun.gender }
  const say: Say = (name, text) => {
    forms[name] = text
    forms[capital(name)] = capital(text)
  }
  const grammar = grammars[language.split('-', 1)[0] ?? ''] ?? plain
  for (const [joined, one] of [
    ['', noun],
    ['_joined', grammar?.join(noun) ?? noun],
  ] as const) {
    say(`member${joined}`, one.one)
    say(`members${joined}`, one.many)
    grammar.inflect(one, say, joined)
  }
  return forms
}
