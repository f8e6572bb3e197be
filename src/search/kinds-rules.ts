import { slipOf } from './words-rules.ts'

/** Kinds of things that can be found: what `is:` knows. */
export const kindsFound: readonly string[] = [
  'message',
  'request',
  'case',
  'story',
  'brief',
  'answer',
  'commitment',
  'cycle',
  'wish',
  'ballot',
  'meeting',
  'minutes',
  'minutes-inside',
  'decision',
  'document',
  'talk',
  'event',
  'clause',
  'report',
  'news',
  'news-issue',
  'page',
  'person',
  'organisation',
  'correspondence',
]

/** What the group itself wrote down, as one of its records: by a word of the title, people look for these sooner than for mail about them. */
export const ownRecords: readonly string[] = [
  'request',
  'decision',
  'ballot',
  'cycle',
  'meeting',
  'minutes',
  'minutes-inside',
  'document',
  'brief',
  'report',
  'talk',
  'event',
  'story',
]

const otherWords: Readonly<Record<string, string>> = {
  people: 'person',
  stories: 'story',
  wishes: 'wish',
  'user-case': 'case',
  mail: 'message',
  letter: 'correspondence',
  charter: 'clause',
  issue: 'news-issue',
  package: 'brief',
  promise: 'commitment',
  submission: 'wish',
  newsletter: 'news-issue',
  mailbox: 'correspondence',
}

// What the pages call a kind, where its name here is another.
const asShown: Readonly<Record<string, string>> = {
  case: 'user-case',
  brief: 'package',
  commitment: 'promise',
  wish: 'submission',
  'news-issue': 'newsletter',
  correspondence: 'mailbox',
}

/** The kinds as people are told to type them: in the words of the pages. */
export const kindsToType: readonly string[] = kindsFound.filter((kind) => kind !== 'minutes-inside').map((kind) => asShown[kind] ?? kind)

/** A kind as people type it: `is:people`, `is:messages`. */
function readKind(value: string): string {
  const word = value.toLowerCase()
  const known = kindsFound
  const one = word.replace(/s$/, '')
  return otherWords[word] ?? otherWords[one] ?? (known.includes(word) || !known.includes(one) ? word : one)
}

/**
 * The kinds that are meant by a word; none where there is no such kind. Who asks for minutes means what of them stays in the group, too.
 * @param forgiving the word may have slips
 */
export function readKinds(value: string, forgiving = false): string[] {
  const read = readKind(value)
  const kind = kindsFound.includes(read) || !forgiving ? read : slipOf(read, kindsFound)
  if (kind === undefined || !kindsFound.includes(kind)) return []
  return kind === 'minutes' ? ['minutes', 'minutes-inside'] : [kind]
}
