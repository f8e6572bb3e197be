import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import { preparePost } from '../src/lib/mail/compose.ts'
import { readMessage } from '../src/lib/mail/parse.ts'
import { sharedData } from './shared.ts'

const folder = sharedData('mime')
const files = folder ? globSync('**/*.{eml,msg,txt}', { cwd: folder }) : []
const list = {
  name: 'Leganto',
  id: 'leganto-l.lists.example.org',
  address: 'leganto-l@lists.example.org',
  page: 'https://lists.example.org/l',
}
const recipient = { unsubscribeUrl: 'https://lists.example.org/u/abc' }

function compose(raw: Uint8Array, options = {}) {
  return Buffer.concat(preparePost({ raw, list, ...options }).forRecipient(recipient))
}

/** Line ends are what composing may change. */
const lines = (content: Uint8Array) =>
  Buffer.from(content)
    .toString('latin1')
    .replace(/\r+\n?|\n/g, '\n')
    .trimEnd()

const seen = (raw: Uint8Array) => {
  const { from, subject, messageId, text, attachments } = readMessage(raw)
  return {
    from,
    subject,
    messageId,
    text: text.replace(/\s+/g, ' ').trim(),
    attachments: attachments.map(({ filename, content }) => [filename, lines(content)]),
  }
}

const headerEnds =
  'a line of its header is no field: mail servers end the header there, and so does what we send; our reader passes over the line and reads on'

/** Mails that read otherwise once composed, and why. */
const otherwise: Record<string, string> = {
  'mimekit/messages/issue358.txt': headerEnds,
  'mime4j/testmsgs/malformedHeader-nocrlfcrlf.msg': headerEnds,
  'mime4j/testmsgs/malformedHeaderStartsBody-nocrlfcrlf.msg': headerEnds,
  'mime4j/testmsgs/obsolete.msg': headerEnds,
  'mime4j/testmsgs/very-long-boundary_decoded_1_1.txt': headerEnds,
  'mime4j/testmsgs/very-very-long-boundary_decoded_1_1.txt': headerEnds,
  'mime4j/testmsgs/weird-boundary_decoded_1_1.txt': headerEnds,
  'mime4j/testmsgs/very-very-long-boundary.msg': 'its boundary is longer than the longest line that SMTP carries',
}

describe.skipIf(!folder)('mail of every kind', () => {
  test('can be sent by SMTP once composed, with one set of list fields', () => {
    expect(files.length).toBeGreaterThan(300)
    for (const file of files) {
      const text = compose(readFileSync(join(folder ?? '', file))).toString('latin1')
      expect(text, file).not.toMatch(/\r(?!\n)|(?<!\r)\n|\0/)
      expect(text.slice(0, text.indexOf('\r\n\r\n')).match(/^list-id:/gim), file).toHaveLength(1)
    }
  })

  test('says the same as before, whatever had to be mended', () => {
    const different = files.filter((file) => {
      const raw = readFileSync(join(folder ?? '', file))
      return !isDeepStrictEqual(seen(compose(raw)), seen(raw))
    })
    expect(different.sort()).toEqual(Object.keys(otherwise).sort())
  })

  test('keeps its text when a footer is added', () => {
    const footer = 'To leave the list: grüße'
    const without = files.filter((file) => {
      const { text } = readMessage(compose(readFileSync(join(folder ?? '', file)), { footer }))
      return !text.includes(footer)
    })
    // Of its two Content-Types the last one counts when it is read; the footer is a part of what the first one says.
    expect(without).toEqual(['mime4j/mimetools-testmsgs/multi-bad.msg'])
  })
})
