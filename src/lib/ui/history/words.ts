import { formatDay } from '../format.ts'

/** What people do, by the journal’s action; their name stands before it. */
export type Verbs = Readonly<Record<string, string>>

/** What happened, in plain words, as the name of who did it goes on; an action of long ago that nobody words any more reads as its name does. */
export const describeAction = (verbs: Verbs, action: string): string =>
  (Object.hasOwn(verbs, action) ? verbs[action] : undefined) ??
  action
    .split('.')
    .toReversed()
    .join(' ')
    .replaceAll(/-|_/g, ' ')
    .replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

type Value = string | number | boolean

const plain = (value: Value): string => String(value).replaceAll('_', ' ')
const counted = (one: string, several: string) => (value: Value) => `${value} ${Number(value) === 1 ? one : several}`
const marked = (yes: string, no: string) => (value: Value) => (value === true ? yes : no)
const dayed = (before: string) => (value: Value) =>
  `${before} ${/^\d{4}-\d\d-\d\d$/.test(String(value)) ? formatDay({ locale: 'en' }, String(value)) : value}`
const oneOf =
  (words: Record<string, string>, other: (value: Value) => string | undefined = plain) =>
  (value: Value) =>
    Object.hasOwn(words, String(value)) ? words[String(value)] : other(value)
const after = (before: string) => (value: Value) => `${before} ${plain(value)}`
const quoted = (value: Value) => `“${value}”`

const roles: Record<string, string> = {
  administrator: 'as administrator',
  steering: 'on the steering committee',
  deputy: 'as deputy coordinator',
  vendor_guest: 'as guest of the vendor',
}
const readers: Record<string, string> = {
  group: 'for the group alone',
  subscribers: 'for subscribers',
  steering: 'for the steering committee',
  public: 'for everyone',
}
const doors: Record<string, string> = {
  web: 'on the site',
  mail: 'by mail',
  sheet: 'by spreadsheet',
  call: 'in a call',
  meeting: 'in a meeting',
  portal: 'in the vendor’s portal',
  import: 'from before',
}
const proofs: Record<string, string> = {
  address: 'the address',
  domain: 'the domain',
  contract: 'the contract',
  vouch: 'a colleague’s word',
  federated: 'the institution’s own sign-in',
  staff_page: 'the staff page',
}
const settings: Record<string, string> = {
  archive: 'who reads the archive',
  join_policy: 'who may join',
  joinPolicy: 'who may join',
  maxSize: 'the largest mail',
  replyTo: 'where answers go',
}

// Each fact says itself in words. What is not here is for programs: a reader is spared it.
const facts: Record<string, (value: Value) => string | undefined> = {
  added: counted('added', 'added'),
  answerBy: dayed('answer by'),
  approval: oneOf({
    never: 'a person decides on each',
    vouched: 'by itself where a colleague vouches',
    recognised: 'by itself where all is recognised',
  }),
  archive: oneOf({ public: 'archive for everyone', subscribers: 'archive for subscribers', group: 'archive for the group alone' }),
  asOne: marked('as one', 'each member for itself'),
  cancelled: counted('meeting cancelled', 'meetings cancelled'),
  cases: counted('user case', 'user cases'),
  cast: counted('paper cast', 'papers cast'),
  changed: counted('changed', 'changed'),
  class: oneOf({ exists: 'exists already', not_product: 'not a product matter' }),
  clauses: counted('clause', 'clauses'),
  commitments: counted('commitment', 'commitments'),
  consent: oneOf({ unasked: 'not asked yet', asked: 'asked', no: 'nobody else', vendor: 'the vendor may', public: 'everyone may' }),
  count: counted('in all', 'in all'),
  counts: counted('counts', 'count'),
  days: counted('day', 'days'),
  device: after('with'),
  does: oneOf({
    accept: 'is let through',
    hold: 'is held',
    reject: 'is rejected',
    discard: 'is discarded',
    nothing: 'is treated as any other',
  }),
  door: oneOf(doors),
  dueOn: dayed('due'),
  edited: (value) => (value === true ? 'in other words' : undefined),
  enabled: marked('switched on', 'switched off'),
  ended: counted('ended', 'ended'),
  events: counted('event', 'events'),
  faults: counted('row not taken', 'rows not taken'),
  found: counted('page found', 'pages found'),
  from: oneOf({ paste: 'from a text', template: 'from a template', current: 'from the one in force', empty: 'from nothing' }),
  fromOn: dayed('from'),
  gone: counted('gone', 'gone'),
  guests: counted('guest of the vendor', 'guests of the vendor'),
  how: oneOf({
    code: 'with the code from a mail',
    passkey: 'with a passkey',
    'job change': 'because of a change of job',
    left: 'because they have left',
    link: 'by the link in a mail',
    mail: 'by mail',
    page: 'on the page of the list',
    owner: 'by those who keep the list',
    undone: 'since the import was taken back',
    meeting: 'at a meeting',
    role: 'by right of the role',
    'own word': 'on their own word',
    same: 'as before',
  }),
  inForceOn: dayed('in force from'),
  institutions: counted('institution', 'institutions'),
  items: counted('item', 'items'),
  joinPolicy: oneOf({ open: 'anybody joins', confirm: 'anybody joins who confirms', vetted: 'joining is vetted', closed: 'nobody joins' }),
  kind: oneOf({ federated: 'from the institution’s own sign-in', oidc: 'OpenID Connect', saml: 'SAML', wordpress: 'WordPress' }),
  late: counted('too late', 'too late'),
  lines: counted('line', 'lines'),
  lists: counted('list', 'lists'),
  locale: oneOf({ en: 'in English', de: 'in German', fr: 'in French', es: 'in Spanish' }),
  lost: counted('paper lost', 'papers lost'),
  messages: counted('message', 'messages'),
  minutes: counted('minute', 'minutes'),
  moved: counted('meeting moved', 'meetings moved'),
  network: after('from the network'),
  newDevice: (value) => (value === true ? 'a device not seen before' : undefined),
  notice: after('letter'),
  number: after('number'),
  offers: counted('offer', 'offers'),
  open: counted('open', 'open'),
  options: counted('option', 'options'),
  origin: oneOf({
    archive: 'from the archive',
    forward: 'from a mail passed on',
    hashtag: 'from its mark',
    web: 'told on the site',
    api: 'by a program',
    import: 'from before',
  }),
  ownerRole: (value) => `kept by the ${plain(value)}`,
  papers: counted('paper', 'papers'),
  perYear: counted('meeting a year', 'meetings a year'),
  phase: plain,
  points: counted('point', 'points'),
  present: counted('was there', 'were there'),
  profileShown: marked('others see the profile', 'the profile is hidden'),
  proved: (value) => {
    const words = String(value).split(' ').filter(Boolean)
    return words.length > 0 ? `proved by ${words.map((word) => proofs[word] ?? plain(word)).join(', ')}` : undefined
  },
  provider: after('through'),
  public: marked('for everyone', 'for the group'),
  readers: oneOf(readers),
  receiving: oneOf({
    each: 'each message by itself',
    none: 'no mail',
    mime_digest: 'a daily digest',
    plain_digest: 'a daily digest in plain text',
    weekly: 'once a week',
  }),
  requests: counted('request', 'requests'),
  reviewOn: dayed('to be looked at again on'),
  role: oneOf(roles, (value) => `as ${plain(value)}`),
  rows: counted('row', 'rows'),
  scope: oneOf({ name: 'the name', words: 'the name and the words' }),
  scopes: (value) => `may ${String(value).split(' ').join(', ')}`,
  score: after('score'),
  seats: counted('seat', 'seats'),
  sessions: counted('session', 'sessions'),
  settings: (value) => {
    const words = String(value).split(' ').filter(Boolean)
    return words.length > 0
      ? `changed: ${words.map((word) => settings[word] ?? plain(word).replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)).join(', ')}`
      : undefined
  },
  sharePercent: (value) => `at ${value} % of them`,
  skipped: counted('row left out', 'rows left out'),
  spoilt: counted('spoilt', 'spoilt'),
  stage: oneOf({ set_aside: 'set aside' }),
  state: oneOf({ open: 'open', waiting: 'waits for the other side', answered: 'answered' }),
  stayed: counted('stays', 'stay'),
  strength: oneOf({ must: 'must have', should: 'should have', not_for_us: 'not for us' }),
  taken: counted('taken', 'taken'),
  telling: oneOf({ each: 'told each time', weekly: 'told once a week', never: 'not told' }),
  there: oneOf({ in_person: 'there in person', online: 'there online', apologies: 'with apologies', absent: 'absent' }),
  things: counted('thing', 'things'),
  title: quoted,
  to: (value) => (value === 'up' || value === 'down' ? plain(value) : undefined),
  todayMail: marked('Today comes by mail', 'Today does not come by mail'),
  toOn: dayed('until'),
  topic: oneOf({ follow: 'follows a topic', mute: 'mutes a topic', none: 'neither follows nor mutes a topic' }),
  verdict: oneOf({ full: 'as agreed', partly: 'in part', no: 'not as agreed' }),
  version: after('version'),
  visibility: oneOf(readers),
  voters: counted('voter', 'voters'),
  why: oneOf({ address: 'the address there is dead', domain: 'the domain is not the institution’s any more' }),
  year: after('for'),
}

/** The facts of a line of the journal that a reader can use, in words; numbers of rows and the like are left out. */
export const describeDetails = (details: unknown): string =>
  Object.entries((details ?? {}) as Record<string, unknown>)
    .flatMap(([name, value]) => {
      const said = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : ''
      return said === '' ? [] : ((Object.hasOwn(facts, name) ? facts[name]?.(said) : undefined) ?? [])
    })
    .join(', ')
