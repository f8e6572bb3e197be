// What the description says of every operation and field alike, so that nobody writes it 500 times.
import { leftOut } from '../../lib/ui/left-out.ts'
import { inWords, nameParameter, type Parameter } from './describe-parameters.ts'

/** What a field of that name is, wherever its schema says nothing more exact. */
const fields: Readonly<Record<string, string>> = {
  id: 'Its number.',
  ids: 'Their numbers.',
  slug: 'Its name in addresses.',
  title: 'What it is called.',
  name: 'What it is called, or a person’s name.',
  label: 'What a person reads for it.',
  items: 'What the page of the collection holds.',
  next: 'The cursor of the next page; null on the last.',
  total: 'How many there are in all.',
  count: 'How many.',
  text: 'Its text.',
  body: 'Its text, in Markdown.',
  lead: 'The sentence that stands first.',
  summary: 'It in a few sentences.',
  description: 'What it is, in a few sentences.',
  kind: 'Which kind it is.',
  state: 'Where it stands.',
  stage: 'Where a request stands on its way.',
  status: 'Where it stands.',
  reason: 'Why, in words for whoever reads it.',
  why: 'Why, in words for whoever reads it.',
  note: 'A remark for colleagues.',
  comment: 'A remark.',
  group: 'The name of the group in addresses.',
  list: 'The name of the list.',
  lists: 'The names of lists.',
  community: 'A user group.',
  role: 'Which role.',
  roles: 'Roles.',
  person: 'A person.',
  people: 'People.',
  author: 'Who wrote it.',
  owner: 'Who answers for it.',
  champion: 'Who speaks for the request.',
  institution: 'An institution, by its name.',
  organisation: 'An organisation.',
  country: 'A country by two letters (ISO 3166-1).',
  email: 'An email address.',
  subject: 'The subject of an email.',
  from: 'Where it begins, or who sent it.',
  to: 'Where it ends, or whom it goes to.',
  language: 'A language by its tag (BCP 47).',
  locale: 'A language by its tag (BCP 47).',
  zone: 'A time zone by its IANA name.',
  visibility: 'Who can read it.',
  readers: 'Who can read it.',
  public: 'Whether everyone can read it.',
  minutes: 'How long, in minutes.',
  number: 'Its number within its kind.',
  version: 'The version that you have read; another one now is a conflict.',
  versions: 'Versions.',
  file: 'A file.',
  filename: 'What the file is called.',
  size: 'How large, in bytes.',
  type: 'Which kind it is.',
  answer: 'The answer.',
  answers: 'Answers.',
  question: 'What is asked.',
  decision: 'What was decided, or what you decide.',
  place: 'Where it happens.',
  room: 'In which room.',
  online: 'The address of the online meeting.',
  link: 'A web address.',
  links: 'Web addresses.',
  url: 'A web address.',
  href: 'Where it is on this site.',
  path: 'Where it is on this site.',
  website: 'The address of its website.',
  area: 'A product area.',
  topic: 'A topic.',
  product: 'A product of the vendor.',
  release: 'A release of the product.',
  vendor: 'The vendor.',
  request: 'A request, by its number.',
  requests: 'Requests.',
  cases: 'User cases.',
  meeting: 'A meeting.',
  seats: 'Seats.',
  year: 'A year.',
  years: 'By year.',
  days: 'How many days.',
  points: 'How many points.',
  cost: 'What it costs, in the points of the vote.',
  budget: 'How much can be given in all.',
  capacity: 'How much the vendor can do in the year.',
  likeness: 'How alike they are, from 0 to 1.',
  outcome: 'What became of it.',
  error: 'What went wrong.',
  secrecy: 'Whether votes are secret.',
  tagline: 'What stands below the name of the site.',
  frequency: 'How often it happens.',
  problem: 'What goes wrong or is missing.',
  workaround: 'What helps meanwhile.',
  reproduction: 'How to make it happen again.',
  severity: 'How bad it is.',
  abstract: 'What it is about.',
  speakers: 'Who speaks.',
  ror: 'Its identifier in the Research Organization Registry.',
  domains: 'Domains of email addresses.',
  upload: 'A file that was handed in before.',
  seen: 'What the preview named; another one now is a conflict.',
  back: 'Where the page goes afterwards; programs leave it out.',
  asShown: 'What the page showed of it; programs leave it out.',
  staying: 'The number of the one that stays.',
  internal: 'Whether only the group reads it.',
  formal: 'Whether it is one of the formal roles.',
  hosts: 'Who invites.',
  act: 'Which of the things that the form does.',
  how: 'How it is done.',
  receiving: 'Whether and how its mail comes.',
  answerBy: 'By which day an answer is expected: YYYY-MM-DD.',
  choice: 'What was chosen.',
  everyN: 'Every how many weeks or months.',
  everyUnit: 'Weeks or months.',
  weekday: 'The day of the week, 1 for Monday.',
  until: 'The last day: YYYY-MM-DD.',
  on: 'The day: YYYY-MM-DD.',
  at: 'The time: UTC, ISO 8601.',
  day: 'The day: YYYY-MM-DD.',
  since: 'Since when.',
  late: 'How many are late.',
  value: 'The value.',
  of: 'What it belongs to.',
  about: 'What it is about.',
  class: 'Which kind of answer it is.',
  theme: 'Light, dark, or as the device has it.',
  words: 'The words that are used.',
  position: 'Where it stands in order, from 0.',
  votesFor: 'Votes for it.',
  votesAgainst: 'Votes against it.',
  abstained: 'Abstentions.',
  quorum: 'How many must take part.',
  rule: 'The rule of the count.',
  ties: 'How ties are broken.',
  purpose: 'What it is for.',
  evidence: 'What shows it.',
  footer: 'What stands below every post.',
  subjectPrefix: 'What stands before every subject.',
  joinPolicy: 'Who can join.',
  archive: 'Who can read the archive.',
  attempts: 'How often it was tried.',
  detail: 'What is wrong with it.',
  field: 'The name of the field.',
  errors: 'Each field that cannot be taken.',
  messages: 'How many messages, or the messages.',
  threads: 'Threads.',
  attachments: 'Files that came with it.',
  address: 'An email address.',
  account: 'An account elsewhere.',
  questions: 'Questions.',
  meetings: 'Meetings.',
  ballots: 'Ballots.',
  commitments: 'What the vendor has promised.',
  deliveries: 'What was delivered.',
  sessions: 'Sessions.',
  clause: 'A clause of the charter.',
  talk: 'A talk.',
  edition: 'The number of the edition.',
  picture: 'A picture.',
  pictureAlt: 'What the picture shows, for who cannot see it.',
  consent: 'Whether the person agrees.',
  papers: 'Votes, one each voter.',
  nextReview: 'The day of the next review: YYYY-MM-DD.',
}

/** What the end of a name says of the field. */
const endings: readonly (readonly [RegExp, (stem: string) => string])[] = [
  [/At$/, (stem) => `The time of “${stem}”: UTC, ISO 8601.`],
  [/On$|Day$/, (stem) => `The day of “${stem}”: YYYY-MM-DD.`],
  [/Ids$/, (stem) => `Numbers of ${stem}.`],
  [/Id$/, (stem) => `The number of the ${stem}.`],
  [/Days$/, (stem) => `${stem}: how many days.`],
  [/Kb$/, (stem) => `${stem}: how many kilobytes.`],
  [/Percent$/, (stem) => `${stem}: per cent.`],
]

/** What a field is by its name; undefined where the name says all that there is to say. */
export function wordsOfField(name: string): string | undefined {
  if (Object.hasOwn(fields, name)) return fields[name]
  for (const [ending, say] of endings) if (ending.test(name)) return say(inWords(name.replace(ending, '')))
  return undefined
}

/** Says what tools misread in words that all of them know. */
function plainly(one: Schema): void {
  // A form's number comes as text; a pattern says nothing of the number that a program sends.
  if (one.type === 'integer') delete one.pattern
  // Who checks patterns need not know of Unicode's classes (JSON Schema 2020-12, 6.3.3): to them p, C and c would be forbidden.
  if (typeof one.pattern === 'string') one.pattern = one.pattern.replaceAll('\\p{Cc}', '\\u0000-\\u001f\\u007f-\\u009f')
  // Beside named fields, those of any other name have a type that most languages cannot say.
  if (typeof one.additionalProperties === 'object' && Object.keys(one.properties ?? {}).length > 0) one.additionalProperties = true
}

/** Puts words to every field of a schema, and of those within, that has none. */
export function nameFields(schema: unknown): void {
  if (typeof schema !== 'object' || schema === null) return
  const one = schema as Schema
  plainly(one)
  const { properties } = one
  for (const [name, field] of Object.entries(properties ?? {})) {
    // A form sends an empty field where there is none; a program leaves it out.
    if (field.format === 'uri' && field.default === '') delete field.default
    if (field.$ref !== undefined || field.description !== undefined) continue
    const words = wordsOfField(name)
    if (words !== undefined) field.description = words
  }
  for (const inner of Object.values(schema)) nameFields(inner)
}

/** What an example says in a field of that name. */
const samples: Readonly<Record<string, unknown>> = {
  email: 'maria.keller@stadtbibliothek.example',
  address: 'maria.keller@stadtbibliothek.example',
  zone: 'Europe/Dublin',
  country: 'IE',
  language: 'en',
  locale: 'en',
  title: 'Keep the order of sections',
  subject: 'Keep the order of sections',
  name: 'Maria Keller',
  text: 'We sort them anew after each rollover.',
  body: 'We sort them anew after each rollover.',
  reason: 'It costs us two days each year.',
  url: 'https://www.example.org/page',
  link: 'https://www.example.org/page',
  website: 'https://www.example.org/',
  slug: 'keep-the-order',
}

interface Schema {
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  items?: Schema
  required?: string[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  minimum?: number
  exclusiveMinimum?: number
  maximum?: number
  minItems?: number
  maxLength?: number
  minLength?: number
  pattern?: string
  example?: unknown
  properties?: Record<string, Schema>
  additionalProperties?: boolean | Schema
  description?: string
  format?: string
  default?: unknown
  $ref?: string
}

const sampleOfFormat: Readonly<Record<string, string>> = {
  date: '2026-03-15',
  'date-time': '2027-03-15T10:00:00Z',
  email: 'maria.keller@stadtbibliothek.example',
  uri: 'https://www.example.org/page',
}

/** What fits a pattern of ours, by what stands in it. */
const sampleOfPattern: readonly (readonly [part: RegExp, sample: string])[] = [
  [/@/, 'maria.keller@stadtbibliothek.example'],
  [/2\[0-3\]/, '10:00'],
  [/\[gc\]/, 'g1'],
  [/c\\d/, 'c1'],
  [/community-/, 'institutions'],
  [/message\|/, 'message'],
  [/a-z0-9/, 'keep-the-order'],
  [/\\d/, '12'],
]

/** What a field says by the end of its name. */
const sampleOfEnding: readonly (readonly [ending: RegExp, sample: string])[] = [
  [/On$|Day$|^(?:on|day|from|until)$/, '2026-03-15'],
  [/(?:At|Until)$/, '2027-03-15T10:00'],
  [/[zZ]one$/, 'Europe/Dublin'],
  [/Email$/, 'maria.keller@stadtbibliothek.example'],
  [/^accent/, '#1b5e4b'],
]

const sampleIn = (pairs: readonly (readonly [RegExp, string])[], text: string) => pairs.find(([part]) => part.test(text))?.[1]

function sampleText(name: string, { format = '', maxLength = 1_000, minLength = 0, pattern = '' }: Schema): string {
  const named = typeof samples[name] === 'string' ? samples[name] : undefined
  const text = sampleOfFormat[format] ?? sampleIn(sampleOfPattern, pattern) ?? named ?? sampleIn(sampleOfEnding, name) ?? inWords(name)
  // What ends does so after it began.
  const later = /(?:^|-)(?:closes|ends?|to|until|last)(?:At|On|$)/.test(name) ? text.replace(/-15(?!\d)/, '-16') : text
  return later.slice(0, maxLength).padEnd(minLength, 'a')
}

type Schemas = Readonly<Record<string, Schema>>

/** By the type of the field. */
const sampleOfType: Readonly<Record<string, (name: string, schema: Schema, all: Schemas) => unknown>> = {
  integer: (_, schema) => Math.min(Math.max(schema.minimum ?? 1, schema.exclusiveMinimum ?? 0, 1), schema.maximum ?? 1),
  number: (_, schema) => Math.min(Math.max(schema.minimum ?? 1, 1), schema.maximum ?? 1),
  boolean: (_, schema) => schema.default ?? true,
  array: (name, { items = {}, minItems = 0 }, all) =>
    minItems > 0 || !name.endsWith('Ids') ? [sampleOf(name.replace(/s$/, ''), items, all)] : [],
  object: (_, schema, all) => sampleObject(schema, all),
}

/** The schema that is meant where several may be. */
const oneOfMany = ({ anyOf = [], oneOf = [], allOf = [] }: Schema): Schema | undefined =>
  [...anyOf, ...oneOf].find(({ type }) => type !== 'null') ?? allOf[0]

/** A value that fits a schema. */
function sampleOf(name: string, schema: Schema, all: Schemas): unknown {
  if (schema.$ref !== undefined) return sampleOf(name, all[schema.$ref.split('/').at(-1) ?? ''] ?? {}, all)
  const said = schema.example ?? schema.const ?? schema.enum?.[0]
  if (said !== undefined) return said
  const inner = oneOfMany(schema)
  if (inner) return sampleOf(name, inner, all)
  const type = [schema.type].flat().find((one) => one !== 'null') ?? ''
  return sampleOfType[type]?.(name, schema, all) ?? sampleText(name, schema)
}

/** What must be said, and what a reader would say besides. */
function sampleObject({ properties = {}, required = [] }: Schema, all: Schemas): Record<string, unknown> {
  const said = Object.entries(properties).filter(([name]) => required.includes(name) || Object.hasOwn(samples, name))
  return Object.fromEntries(said.map(([name, field]) => [name, sampleOf(name, field, all)]))
}

interface Described {
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { schema?: Schema; example?: unknown; examples?: unknown }> }
  summary?: string
  description?: string
  security?: Record<string, string[]>[]
  'x-scope'?: string
  responses: Record<string, unknown>
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

const scopeOf = ({ security = [] }: Described): string => security.flatMap(({ token = [] }) => token).join(', ')

/** What an operation asks for, in a sentence. */
function sayNeed(one: Described): string {
  const [scope, { security = [] }] = [scopeOf(one), one]
  if (scope === '') return 'Needs no token.'
  return security.some((one) => !('token' in one))
    ? `Needs no token for what is public; a token with the scope \`${scope}\` sees what its person may see.`
    : `Needs a token with the scope \`${scope}\`.`
}

/** Does it change something of which what is left out stays? A field with a value that stands for it is said anew each time. */
function keepsRest(one: Described, method: string, all: Schemas): boolean {
  const schemas = Object.values(one.requestBody?.content ?? {}).flatMap(({ schema }) => schema ?? [])
  return schemas.some((given) => {
    const { properties = {}, required = [] } = given.$ref === undefined ? given : (all[given.$ref.split('/').at(-1) ?? ''] ?? {})
    return Object.entries(properties).some(
      ([name, field]) =>
        field.description?.includes(leftOut.stays) ||
        (/^(?:put|patch)$/.test(method) && !required.includes(name) && field.default === undefined),
    )
  })
}

function completeOperation(one: Described, method: string, path: string, all: Schemas): void {
  const form = path.startsWith('/acts/') ? ` Does what the form of the pages at \`${path.slice('/acts'.length)}\` does.` : ''
  const keeps = keepsRest(one, method, all) ? ' What is left out stays as it is.' : ''
  for (const parameter of one.parameters ?? []) nameParameter(parameter)
  one.description ??= `${one.summary}. ${sayNeed(one)}${form}${keeps}`.replaceAll('..', '.')
  // Scopes are for OAuth alone in what linters know of OpenAPI: of other tokens they stand beside.
  one['x-scope'] ??= scopeOf(one)
  one.security = one.security?.map((need) => ('token' in need ? { token: [] } : need)) ?? []
  // A class of status (4XX) would say more at once, but is no number: generators of clients write it into types as one.
  one.responses[401] ??= one.responses.default
  const body = one.requestBody?.content['application/json']
  if (body?.schema && !body.examples) body.example ??= sampleOf('', body.schema, all)
}

/** Completes a description in place: what each operation needs, its refusals, and words for every field and every part of an address. */
export function completeDescription(document: {
  paths?: Record<string, Partial<Record<(typeof methods)[number], unknown>>>
  components?: { schemas?: unknown }
}): void {
  const all = (document.components?.schemas ?? {}) as Schemas
  for (const [path, item] of Object.entries(document.paths ?? {}))
    for (const method of methods) if (item[method]) completeOperation(item[method] as Described, method, path, all)
  nameFields(document.paths)
  nameFields(document.components?.schemas)
}
