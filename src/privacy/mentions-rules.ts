import { findWords, type Needle, replaceSpans } from '../lib/mail/find-words.ts'

/** A column that holds words: a text, a list of texts, or a document of them. */
export interface WordColumn {
  table: string
  column: string
  type: 'text' | 'text[]' | 'jsonb'
}

/** What somebody is called, and what stands in its place. */
export interface Traces {
  /** Their names of two words and more: of one word alone nobody is known. */
  needles: readonly Needle[]
  /** Their names as they are written, of whatever length: they count where a field of a row of theirs holds nothing else. */
  names: ReadonlySet<string>
  /** Their addresses, each with what nobody has. */
  emails: ReadonlyMap<string, string>
  called: string
}

/**
 * Where words stay as they are when a person is erased, by table or by table and column, and why. Every other column of words in the database
 * is looked through: a domain that comes later is not forgotten.
 */
export const untouched: Readonly<Record<string, string>> = {
  journal: 'Append-only, chained by hash, and holds numbers, no names.',
  migration: 'The program’s own.',
  message: 'Cut with its raw mail, in the threads that the person wrote in; what others wrote elsewhere is theirs.',
  thread: 'Follows its messages.',
  attachment: 'Follows its messages.',
  ghost: 'Message-IDs hold threads together and name nobody.',
  search_document: 'Cut on its own, since its index has to follow.',
  file_text: 'The same.',
  person: 'Emptied on its own.',
  address: 'Emptied on its own.',
  known_institution: 'A published directory of institutions.',
  federation_idp: 'What a federation publishes of its institutions.',
  signing_key: 'Keys of the site.',
}

/** Columns of bytes that are no hash: what is in them, and what becomes of it when a person is erased. */
export const sealed: Readonly<Record<string, string>> = {
  'raw_mail.bytes': 'Mails: cut, or emptied, by eraseRaw.',
  'letter.bytes': 'Letters to the person are emptied; letters to others are theirs, and go by the rule of keeping.',
  'parked_letter.sealed':
    'A letter that could not be composed; what it says is forgotten after 90 days, and at once where it is the person’s.',
  'file_chunk.bytes': 'Files as they were handed in: a paper of the group stays until its owner removes it. The person’s copies go.',
  'sheet_import.bytes': 'A sheet that is being read; it goes when it is applied.',
  'likeness_index.data': 'Words of requests, packed; all of it goes with every erasure, and is made anew of what is left.',
  'search_meaning.meaning':
    'Where a text stands among others: 64 numbers and no word. It goes with the text, and is made anew of what is left.',
  'api_answer.request': 'A hash of what a program asked.',
  'api_token.agreement': 'A hash of what somebody agreed to; it is revoked.',
  'oauth_artefact.agreement': 'A hash.',
  'oauth_artefact.sealed': 'What programs and sites were given, by numbers; it goes with what was agreed to, a question within an hour.',
  'oauth_key.sealed': 'A key of the site.',
  'ballot.public_key': 'A key.',
  'ballot_key.sealed': 'A key.',
  'news_outlet_key.sealed': 'A key.',
  'paper.sealed': 'A paper: opened, the secrecy of the ballot would break.',
  'paper_draft.sealed': 'Like the paper.',
  'voice.sealed': 'Like the paper.',
  'passkey.public_key': 'A way to sign in; it goes.',
  'sign_in_code.who': 'A keyed hash, for two hours.',
  'sign_in_code.code': 'A keyed hash, for two hours.',
  'sign_in_code.key': 'A hash, for two hours.',
  'sign_in_flow.browser': 'A way to sign in; it goes.',
  'push_device.sealed': 'Where a device is told; it goes.',
  'push_setting.sealed': 'A key of the site.',
  'saml_key.sealed': 'A key of the site.',
  'sign_in_provider.sealed': 'A secret of the site.',
  'signing_key.private_key': 'A key of the site.',
  'webhook.sealed': 'A secret of a program.',
  'webhook.sealed_before': 'A secret of a program; it goes.',
  'webhook.sealed_token': 'A secret of a chat; it goes.',
}

// What threads hang together by, and what addresses and links are made of: changed, they would lead nowhere.
const identifier = /^(?:message_id|refs|root|credential|selector|seed|seed_hash|receipt|public_key|uid)$/
const technical =
  /^(?:slug|key|id|path|source|source_path|old_path|link|url|website|website_url|recording_url|remote_link|appeared_link|site_url|ror|kind|state|rule|token|value|identifier|address|view|old_list)$/

/** Why a column of words is not looked through; undefined: it is. */
export const whyUntouched = (table: string, column: string): string | undefined =>
  untouched[table] ?? untouched[`${table}.${column}`] ?? (identifier.test(column) ? 'Holds threads and proofs together.' : undefined)

/** Is a column made of words that people read? In others addresses alone are looked for: a name in a link leads somewhere. */
export const isRead = (column: string): boolean => !technical.test(column)

const quote = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

// An address ends where no character of an address follows: \`anna.susi@…\` is somebody else's.
const inside = '[\\p{L}\\p{N}._%+-]'

/** A text without somebody's addresses and names. */
export function replaceIn(text: string, traces: Traces, read: boolean): string {
  let result = text
  for (const [email, instead] of traces.emails)
    if (result.toLowerCase().includes(email))
      result = result.replace(new RegExp(`(?<!${inside})${quote(email)}(?![\\p{L}\\p{N}-]|\\.[\\p{L}\\p{N}])`, 'giu'), instead)
  return read ? replaceSpans(result, findWords(result, traces.needles), traces.called) : result
}

/** A value of a column without somebody's names: through lists and documents, their keys too. */
export function replaceWithin(value: unknown, traces: Traces, { read, theirs }: { read: boolean; theirs: boolean }): unknown {
  if (typeof value === 'string') return theirs && read && traces.names.has(value) ? traces.called : replaceIn(value, traces, read)
  if (Array.isArray(value)) return value.map((one) => replaceWithin(one, traces, { read, theirs }))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      replaceIn(key, traces, false),
      // A document says by its keys, too, what is no word to read.
      replaceWithin(one, traces, { read: read && isRead(key), theirs }),
    ]),
  )
}

/** Their names and addresses as one pattern that PostgreSQL looks for, whatever stands between the words. */
export function patternOfTraces(names: readonly string[], emails: readonly string[]): string | undefined {
  const parts = [
    ...names.map((name) => name.split(' ').join('[^[:alnum:]]+')),
    ...emails.map((email) => email.replace(/[^\p{L}\p{N}@-]/gu, '\\$&')),
  ]
  return parts.length === 0 ? undefined : parts.map((part) => `(?:${part})`).join('|')
}
