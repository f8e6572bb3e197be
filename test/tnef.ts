/** One value of a message or a file as MAPI writes it: text in UTF-16, bytes, or an object that is a mail. */
export interface MapiValue {
  id: number
  value: string | Buffer | { mail: Buffer }
}

const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
const u16 = (value: number): Buffer => u32(value).subarray(0, 2)

function mapi(values: MapiValue[]): Buffer {
  const one = ({ id, value }: MapiValue) => {
    const isMail = typeof value === 'object' && 'mail' in value
    const bytes = isMail
      ? Buffer.concat([messageInterface, value.mail])
      : typeof value === 'string'
        ? Buffer.from(`${value}\0`, 'utf16le')
        : value
    const kind = isMail ? 0x0d : typeof value === 'string' ? 0x1f : 0x102
    return Buffer.concat([u16(kind), u16(id), u32(1), u32(bytes.length), bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])
  }
  return Buffer.concat([u32(values.length), ...values.map(one)])
}

const messageInterface = Buffer.from('0703020000000000c000000000000046', 'hex')

/** One attribute (MS-OXTNEF §2.1.3.1). */
export const attribute = (level: 1 | 2, id: number, data: Buffer): Buffer =>
  Buffer.concat([Buffer.of(level), u32(id), u32(data.length), data, u16(data.reduce((sum, byte) => sum + byte, 0) & 0xffff)])

/** A `winmail.dat`: its letter and its files. A file is named by its title alone, as Outlook did, where it has no values. */
export function winmail(letter: MapiValue[], files: { title: string; content: Buffer; values?: MapiValue[] }[], codepage = 1252): Buffer {
  return Buffer.concat([
    u32(0x223e9f78),
    u16(1),
    attribute(1, 0x00069007, Buffer.concat([u32(codepage), u32(0)])),
    attribute(1, 0x00069003, mapi(letter)),
    ...files.flatMap(({ title, content, values = [] }) => [
      attribute(2, 0x00069002, Buffer.alloc(14)),
      ...(content.length > 0 ? [attribute(2, 0x0006800f, content)] : []),
      attribute(2, 0x00018010, Buffer.from(`${title}\0`, 'latin1')),
      attribute(2, 0x00069005, mapi(values)),
    ]),
  ])
}

/** The numbers of what a letter and a file are made of. */
export const mapiIds = {
  subject: 0x37,
  body: 0x1000,
  rtf: 0x1009,
  html: 0x1013,
  data: 0x3701,
  longName: 0x3707,
  type: 0x370e,
  contentId: 0x3712,
}

/** A mail with such a file, and a text before it. */
export const withWinmail = (text: string, packed: Buffer): Buffer =>
  Buffer.from(
    `${[
      'From: Anna <anna@uni.example>',
      'To: lectio-l@lists.example',
      'Subject: Minutes',
      'Date: Fri, 6 Nov 2026 10:00:00 +0100',
      'Message-ID: <minutes@uni.example>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      '',
      text,
      '--b',
      'Content-Type: application/ms-tnef; name="winmail.dat"',
      'Content-Transfer-Encoding: base64',
      '',
      packed.toString('base64').replace(/.{76}/g, '$&\r\n'),
      '--b--',
    ].join('\r\n')}\r\n`,
  )

/** Bytes as uuencode writes them into a text. */
export function uuencode(name: string, content: Buffer): string {
  const sign = (value: number) => String.fromCharCode(value === 0 ? 0x60 : value + 32)
  const lines: string[] = []
  for (let at = 0; at < content.length; at += 45) {
    const bytes = content.subarray(at, at + 45)
    const groups = Array.from({ length: Math.ceil(bytes.length / 3) }, (_, i) => {
      const three = ((bytes[i * 3] ?? 0) << 16) | ((bytes[i * 3 + 1] ?? 0) << 8) | (bytes[i * 3 + 2] ?? 0)
      return [18, 12, 6, 0].map((shift) => sign((three >> shift) & 63)).join('')
    })
    lines.push(sign(bytes.length) + groups.join(''))
  }
  return [`begin 644 ${name}`, ...lines, '`', 'end'].join('\n')
}
