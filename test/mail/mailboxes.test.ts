import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { contentHash, stableMessageId } from '../../src/lib/mail/identity.ts'
import { type MboxEntry, readMbox } from '../../src/lib/mail/mbox.ts'
import { readMessage } from '../../src/lib/mail/parse.ts'
import { sharedData } from '../shared.ts'

const threading = sharedData('threading') ?? ''
const migration = sharedData('mailman-migration') ?? ''

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()

/** The entries of a file, after a look that no byte of it is missing. */
async function readWhole(file: string): Promise<MboxEntry[]> {
  const entries = await Array.fromAsync(readMbox(file))
  const bytes = readFileSync(file)
  const size = file.endsWith('.gz') ? gunzipSync(bytes).length : bytes.length
  let at = entries[0]?.offset ?? 0
  for (const { offset, length } of entries) {
    expect([file, offset]).toEqual([file, at])
    at += length
  }
  expect([file, at]).toEqual([file, size])
  return entries
}

/** A message by what it is, whichever archive it is from. */
function identify({ raw }: MboxEntry): string {
  const message = readMessage(raw)
  return `${stableMessageId(message, raw)} ${contentHash(message).toString('hex')}`
}

describe.skipIf(!threading)('mailboxes of many kinds', () => {
  // Messages in each; a mailbox of old archives is counted by its headers, seen by eye.
  const counts: Record<string, number> = {
    'bigbang/3GPP_TSG_SA_ITUT_AHG.LOG1703B': 1,
    'bigbang/3GPP_TSG_SA_ITUT_AHG.LOG1711C': 1,
    'bigbang/3GPP_TSG_SA_ITUT_AHG.LOG1905D': 1,
    'bigbang/3GPP_TSG_SA_WG2_MTCE.LOG1308A': 1,
    'bigbang/3GPP_TSG_SA_WG4_EVS.mbox': 50,
    // A table of addresses, no mail.
    'bigbang/address_header_test_file.yaml': 0,
    'bigbang/bigbang-dev-test.txt': 6,
    'ietf-mailarchive/duplicate_tests.mbox': 10,
    'ietf-mailarchive/export.mbox': 21,
    'ietf-mailarchive/mailbox-x-envelope-from': 4,
    'ietf-mailarchive/mailbox_date': 1,
    'ietf-mailarchive/mailbox_envelope-to': 2,
    'ietf-mailarchive/mailbox_mbox': 1,
    'ietf-mailarchive/mailbox_received': 1,
    'ietf-mailarchive/mailbox_to': 15,
    'ietf-mailarchive/mailbox_year': 4,
    'ietf-mailarchive/mbox.1': 1,
    'ietf-mailarchive/private.mbox': 1,
    'ietf-mailarchive/search_api.mbox': 4,
    'ietf-mailarchive/urlize.mbox': 1,
    'ietf-mailarchive/windows1252.mbox': 1,
    'imap-thread/thread-orderedsubject2.mbox': 8,
    'imap-thread/thread.mbox': 3,
    'imap-thread/thread7.mbox': 4,
    'mox/imaptest.mbox': 48,
    'mox/importtest.mbox': 2,
    'perceval/mbox_complex.mbox': 2,
    'perceval/mbox_iso8859_encoding.mbox': 1,
    'perceval/mbox_no_fields.mbox': 6,
    'perceval/mbox_unknown_encoding.mbox': 1,
    'perceval/nntp_1.txt': 1,
    'perceval/nntp_2.txt': 1,
    'ponymail/httpd-dev-28428.mbox': 1,
    'ponymail/httpd-users-200606-part.mbox': 12,
    'ponymail/nexus-html-only.mbox': 3,
    'ponymail/ponymail-dev-1080-listsao.mbox': 1,
    'ponymail/ponymail-dev-1080-mailarchiesao.mbox': 1,
    'ponymail/ponymail-dev-1080-mboxvm.mbox': 1,
    'ponymail/tomcat-ancient-boundary.mbox': 1,
  }

  test.each(Object.entries(counts))('%s holds %d messages, and every byte of it is in one of them', async (file, count) => {
    const entries = await readWhole(join(threading, file))
    expect(entries.filter((entry) => entry.kind === 'message')).toHaveLength(count)
  })

  test.each(['bigbang', 'ietf-mailarchive', 'mox', 'perceval', 'ponymail'])('each mailbox of %s is counted here', (suite) => {
    expect(filesBelow(join(threading, suite)).filter((file) => counts[`${suite}/${file}`] === undefined)).toEqual([])
  })

  test.each(['mu', 'notmuch'])(
    'each file of the maildirs of %s is one message, kept to the byte, whether or not one says so',
    async (suite) => {
      for (const file of filesBelow(join(threading, suite))) {
        const path = join(threading, suite, file)
        for (const options of [{}, { single: true }]) {
          const [only, ...others] = await Array.fromAsync(readMbox(path, options))
          expect([file, others.length, only!.kind]).toEqual([file, 0, 'message'])
          expect(only!.raw.equals(readFileSync(path))).toBe(true)
        }
      }
    },
  )

  test('three archives of one list month have the same messages', async () => {
    const exports = ['listsao', 'mailarchiesao', 'mboxvm'].map((name) => join(threading, `ponymail/ponymail-dev-1080-${name}.mbox`))
    const sets = await Promise.all(exports.map(async (file) => (await readWhole(file)).map(identify).sort()))
    expect(new Set(sets.map((set) => JSON.stringify(set))).size).toBe(1)
    // What differs is how the mail came: From line, Return-Path, Delivered-To, Received.
    const raws = await Promise.all(exports.map(async (file) => (await readWhole(file))[0]!.raw.toString('latin1')))
    expect(new Set(raws).size).toBe(3)
    const trace = /^(?:return-path|x-original-to|delivered-to|received)$/
    const written = raws.map((raw) => readMessage(Buffer.from(raw, 'latin1')).headers.filter((field) => !trace.test(field.name)))
    expect(written[1]).toEqual(written[0])
    expect(written[2]).toEqual(written[0])
  })
})

describe.skipIf(!migration)('the months of pipermail archives', () => {
  // Messages that the month's pages count and that its text file holds, where these differ: the archive was made anew from other mail
  // (or twice over) without its text files, or the file has a message twice that the pages show once.
  const differences: Record<string, [pages: number, file: number]> = {
    'divunal-author/1999-August': [28, 42],
    'divunal-author/1999-September': [42, 63],
    'divunal-author/2000-February': [1, 2],
    'divunal-list/1999-August': [10, 5],
    'divunal-list/1999-June': [42, 21],
    'divunal-list/2007-February': [25, 21],
    'inheritance/2006-August': [252, 253],
    'inheritance/2007-February': [1082, 1083],
    'inheritance/2008-April': [642, 634],
    'inheritance/2008-February': [565, 568],
  }
  const root = join(migration, 'pipermail')
  const lists = migration ? readdirSync(root).filter((name) => statSync(join(root, name)).isDirectory()) : []

  test.each(lists)('%s: every month has the messages that its pages count', async (list) => {
    const pages: Record<string, number> = JSON.parse(readFileSync(join(root, `${list}.messages.json`), 'utf8'))
    for (const file of readdirSync(join(root, list)).filter((name) => /\.txt(?:\.gz)?$/.test(name))) {
      const month = file.replace(/\.txt(?:\.gz)?$/, '')
      const entries = await readWhole(join(root, list, file))
      const found = [pages[month], entries.filter((entry) => entry.kind === 'message').length]
      expect([list, month, ...found]).toEqual([list, month, ...(differences[`${list}/${month}`] ?? [pages[month], pages[month]])])
    }
  })
})
