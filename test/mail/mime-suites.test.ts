import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { defaultLimits } from '../../src/lib/mail/limits.ts'
import { MimeReader, type Part } from '../../src/lib/mail/mime.ts'
import { readMessage } from '../../src/lib/mail/parse.ts'
import { decodeTransfer } from '../../src/lib/mail/transfer.ts'
import { sharedData } from '../shared.ts'

const mime = sharedData('mime')
const suites = mime ? readdirSync(mime).filter((name) => statSync(join(mime, name)).isDirectory()) : []

/** The mails of a file: one, or those of a mailbox. Cut crudely, since any cut must be read. */
function mails(file: string): Buffer[] {
  const raw = readFileSync(file)
  const isMailbox = /mbox/i.test(file) || raw.toString('latin1', 0, 5) === 'From '
  if (!isMailbox) return [raw]
  return raw
    .toString('latin1')
    .split(/^(?=From )/m)
    .map((mail) => Buffer.from(mail, 'latin1'))
}

describe.skipIf(!mime)('every file of the mime data is read', () => {
  test.each(suites)('%s', (suite) => {
    const files = readdirSync(join(mime!, suite), { recursive: true, encoding: 'utf8' })
      .map((file) => join(mime!, suite, file))
      .filter((file) => statSync(file).isFile())
    let slowest = 0
    for (const file of files) {
      for (const mail of mails(file)) {
        const started = performance.now()
        const message = readMessage(mail)
        slowest = Math.max(slowest, performance.now() - started)
        expect(`${message.text}${message.subject}${message.html ?? ''}`, file).not.toContain('\0')
        expect(message.text, file).not.toContain('\r')
      }
    }
    console.log(`${suite}: ${files.length} files, the slowest mail ${slowest.toFixed(0)} ms`)
  })
})

/** The decoded leaves of a mail, those of forwarded mails included. */
function leaves(raw: Buffer, depth = 0): Buffer[] {
  const walk = (part: Part): Buffer[] => {
    if (part.children) return part.children.flatMap(walk)
    const body = decodeTransfer(raw.subarray(part.start, part.end), part.encoding)
    return part.type === 'message/rfc822' && depth < 10 ? leaves(body, depth + 1) : [body]
  }
  return walk(new MimeReader(raw, defaultLimits, () => {}).read())
}

const spaces = 'A boundary that ends in blanks, which RFC 2046 forbids; transports drop them, so the lines without them count, too.'
const lineEnds = 'mime4j writes CRLF where the quoted-printable text has LF; here the bytes stay.'

/** Bodies of mime4j that are read otherwise here, with the reason. */
const differences: Record<string, string> = {
  'badbound.msg': 'No delimiter is ever met: mime4j sees no part, here the text is shown.',
  'empty-preamble.msg': lineEnds,
  'frag.msg': 'The base64 ends amid a group: mime4j drops its two bytes, here every byte is kept.',
  'hdr-fakeout.msg': 'The empty line has a blank in it: mime4j sees no text, here it is shown.',
  'jt-0498.msg': lineEnds,
  'malformedHeaderStartsBody-nocrlfcrlf.msg':
    'A line amid the header that is no field: passed over, as the same mail has it in malformedHeader-nocrlfcrlf.',
  'malformedHeaderStartsBody-noheader.msg': 'mime4j loses the second line of a text without a header.',
  'missing-boundary.msg': 'No boundary is named: mime4j sees no part, here the text is shown.',
  'missing-inner-boundary.msg': 'The inner multipart names no boundary: mime4j sees no part in it, here its text is shown.',
  'missing-inner-start-boundary.msg': 'The inner multipart has no delimiter: mime4j sees no part in it, here its text is shown.',
  'multi-bad.msg': 'Two Content-Types in one header: mime4j counts the first, here the last counts, as in the mail-parser suite.',
  'very-long-boundary.msg': spaces,
  'very-very-long-boundary.msg': spaces,
  'weird-boundary.msg': spaces,
}

describe.skipIf(!mime)('the bodies of the mime4j mails', () => {
  test('are the same to the byte, but for the differences named here', () => {
    const found: string[] = []
    let bodies = 0
    for (const folder of ['mimetools-testmsgs', 'testmsgs']) {
      const path = (name: string) => join(mime!, 'mime4j', folder, name)
      for (const file of readdirSync(path('')).filter((name) => name.endsWith('.msg'))) {
        const tree = readFileSync(path(file.replace('.msg', '_decoded.xml')), 'utf8')
        const want = [...tree.matchAll(/<(?:text|binary)-body name="([^"]+)"/g)].map(([, name]) => readFileSync(path(name!)))
        const got = leaves(readFileSync(path(file)))
        bodies += want.length
        if (got.length !== want.length || want.some((body, i) => !body.equals(got[i]!))) found.push(file)
      }
    }
    console.log(`mime4j: ${bodies} bodies, ${found.length} mails with a difference`)
    expect(found.sort()).toEqual(Object.keys(differences).sort())
  })
})
