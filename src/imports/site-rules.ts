import { Refusal } from '../errors.ts'
import { foldAddress } from '../lib/fold.ts'

/** The form of what leaves: raised when an older Rapport could not read it any more. */
export const formatVersion = 1
export const formatName = 'rapport-site'

/** An export that is none, was edited, or cannot be taken in here. The message is a sentence for the operator. */
export class SiteError extends Refusal {}

const secrets = {
  api_answer: 'Answers kept for programs that repeat a request.',
  api_token: 'Tokens of programs: each person makes new ones.',
  auth_account: 'Sign-in.',
  auth_session: 'Sessions: everybody signs in anew.',
  auth_user: 'Sign-in; made anew when somebody signs in.',
  auth_verification: 'Codes for signing in.',
  device: 'Browsers that people signed in with.',
  ballot_key: 'The key of an open ballot: sealed papers stay sealed, and who had voted is asked again.',
  news_outlet_key: 'Passwords at newsletters elsewhere: whoever leads the group notes those editors again.',
  oauth_artefact: 'What programs and other sites were given; each asks again.',
  oauth_client: 'Programs and sites that may ask who somebody is: the administrator enters them again, with new secrets.',
  oauth_key: 'The key that signs who somebody is: the new site makes its own.',
  oauth_setting: 'Whether programs may introduce themselves: the administrator says so again.',
  push_device: 'Devices that are told what is due: they know the old site by its key.',
  push_setting: 'That key, and whether devices are told: the administrator says so again.',
  push_told: 'What devices were told.',
  parked_letter: 'Letters that could not be composed: they are sealed with the secret of the old site.',
  passkey: 'Passkeys belong to the address of a site: everybody makes a new one.',
  sign_in_code: 'Codes for signing in.',
  sign_in_flow: 'Sign-ins that are under way.',
  sign_in_try: 'What was tried at codes for signing in.',
  federation: 'Federations: they know the old site by its address, and the administrator sets them up again.',
  federation_idp: 'What federations say; it is read again.',
  saml_key: 'Keys for other sites: the new site makes its own.',
  saml_self: 'How the old site presented itself.',
  sign_in_provider: 'Identity providers: the administrator enters them again, with their secrets.',
  webhook: 'Their secrets are of the old site: whoever has one makes it again.',
  webhook_delivery: 'What webhooks were told.',
  signing_key: 'Keys that sign mail: the new site makes its own, to be published in its DNS.',
}

const passing = {
  alarm: 'What stalled on the old site.',
  begun: 'What mails and letters are under way.',
  backup_run: 'Backups of the old site.',
  mail_taken: 'Answers by mail that were taken: reply addresses of the old site lead nowhere on the new one.',
  file_object: 'What lies in the object storage of the old site: its files leave with the others.',
  job_end: 'How tries of jobs ended.',
  likeness_index: 'What is compared of requests: the new site reads them anew.',
  migration: 'The steps of the schema stand in manifest.json.',
  move_file: 'Files of an import that is under way.',
  move_upload: 'Imports that are under way.',
  upload: 'Uploads that are under way.',
  rate_window: 'Counts of the last minutes, against abuse.',
  relay_hour: 'What the relay took in the last hours.',
  relay_pause: 'Whether the relay of the old site was resting.',
  shown_change: 'Says which public pages to make anew.',
}

/** Tables that do not leave, and why. Every other table does: one that comes later is exported unless it is named here. */
export const leftBehind: Readonly<Record<string, string>> = { ...secrets, ...passing }

/** Do the rows of a table hold what opens doors? The export says so to who takes it in. */
export const isSecret = (table: string): boolean => table in secrets

/** Columns whose bytes stand in files of their own, where any program can read them. */
export const elsewhere: Readonly<Record<string, string>> = { raw_mail: 'bytes' }

/** Tables that are nothing but the bytes of files. */
export const asFiles: ReadonlySet<string> = new Set(['file_chunk'])

/** Columns that are emptied, as what they point to or hold stays behind. */
export const emptied: Readonly<Record<string, readonly string[]>> = { acting: ['session_id'], file_content: ['stored_at'] }

/** What the manifest says of one file. */
export interface BundleEntry {
  name: string
  bytes: number
  lines: number
  sha256: string
}

/** `manifest.json`: what the export holds, and what it does not. */
export interface Manifest {
  format: string
  version: number
  rapport: string
  createdAt: string
  address: string
  migrations: { id: number; name: string; sha256: string }[]
  counters: { table: string; column: string; last: number }[]
  journal: { position: number; hash: string } | null
  leftBehind: { table: string; why: string }[]
  notes: string[]
  files: BundleEntry[]
}

type Parts = Record<string, 'string' | 'number'>

const isMadeOf = (value: unknown, parts: Parts): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(parts).every(([name, type]) => typeof (value as Record<string, unknown>)[name] === type)

// What the lists of a manifest are made of.
const listed: Record<string, Parts> = {
  files: { name: 'string', sha256: 'string' },
  migrations: { id: 'number', name: 'string', sha256: 'string' },
  counters: { table: 'string', column: 'string', last: 'number' },
  leftBehind: { table: 'string', why: 'string' },
}

/** Why this cannot be the manifest of an export that this program reads. */
export function whyNotRead(manifest: unknown): string | undefined {
  if (!isMadeOf(manifest, { format: 'string' })) return 'manifest.json is not that of an export of Rapport.'
  const { format, version, journal, notes, ...parts } = manifest as Record<string, unknown>
  if (format !== formatName) return 'manifest.json is not that of an export of Rapport.'
  if (typeof version !== 'number' || version > formatVersion)
    return `The export has format ${String(version)}, this Rapport reads ${formatVersion}: install a newer one.`
  const edited = Object.entries(listed).find(([name, of]) => {
    const list = parts[name]
    return !Array.isArray(list) || !list.every((one) => isMadeOf(one, of))
  })
  if (edited) return `manifest.json was edited: “${edited[0]}” is not what an export writes.`
  if (!isMadeOf(parts, { rapport: 'string', createdAt: 'string', address: 'string' }) || !Array.isArray(notes))
    return 'manifest.json was edited: it does not say what it is of.'
  if (journal !== null && !isMadeOf(journal, { position: 'number', hash: 'string' }))
    return 'manifest.json was edited: “journal” is not what an export writes.'
  return undefined
}

/** The name of a row's file, as people find it. */
export function textName(table: string, id: unknown, title: string): string {
  const words = foldAddress(title, 50)
  return `text/${table}/${String(id)}${words ? `-${words}` : ''}.md`
}

const heading = (column: string): string => {
  const words = column.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A row as Markdown: its title, its short values as a list, its texts under headings of their own. */
export function asMarkdown(title: string, row: Record<string, unknown>, texts: readonly string[]): string {
  const facts = Object.entries(row)
    .filter(([name, value]) => !texts.includes(name) && name !== 'title' && (typeof value === 'string' || typeof value === 'number'))
    .filter(([, value]) => String(value).length <= 100 && !String(value).startsWith('\\x'))
    .map(([name, value]) => `- ${heading(name)}: ${String(value)}`)
  const parts = texts.flatMap((name) => {
    const value = row[name]
    return typeof value === 'string' && value.trim() !== '' ? [`## ${heading(name)}\n\n${value.trim()}`] : []
  })
  return `${[`# ${title.replaceAll(/\s+/g, ' ').trim()}`, facts.join('\n'), ...parts].filter(Boolean).join('\n\n')}\n`
}

/** Does a mail begin with a field of its header? Only then does every reader of an mbox find where it begins. */
export const beginsAsMail = (raw: Uint8Array): boolean => /^[!-9;-~]+[ \t]*:/.test(Buffer.from(raw.subarray(0, 200)).toString('latin1'))
