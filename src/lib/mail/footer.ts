import { isAscii } from 'node:buffer'
import { createHash } from 'node:crypto'
import iconv from 'iconv-lite'
import { encode as encodeQp, wrap as wrapQp } from 'nodemailer/lib/qp'
import { parseParameters } from './parameters.ts'
import { fieldValue, type RawField } from './raw.ts'

interface Content {
  fields: RawField[]
  body: Buffer
}

/**
 * Adds a text below a mail: to the text itself where the whole mail is one plain text and its charset has all the characters, else as a
 * part of its own, the original wrapped untouched beside it where it is not multipart/mixed, so that what is signed inside (PGP, S/MIME)
 * stays valid. A DKIM signature over the body does not survive this.
 */
export function withFooter({ fields, body }: Content, footer: string): Content {
  const text = `${withoutEmptyEnd(footer.replace(/\r\n?|\n/g, '\n')).replaceAll('\n', '\r\n')}\r\n`
  const { value: type, parameters } = parseParameters(valueIn(fields, 'content-type') || 'text/plain')
  if (type === 'text/plain' && !isAttachment(fields)) {
    const appended = appendText({ fields, body }, text, parameters.charset ?? '')
    if (appended) return appended
  }
  // Readers disagree on boundaries that are against the rules (RFC 2046 §5.1.1).
  const boundary = /^[\w'()+,./:=? -]{0,69}[\w'()+,./:=?-]$/.exec(parameters.boundary ?? '')?.[0]
  return type === 'multipart/mixed' && boundary ? { fields, body: addPart(body, boundary, textPart(text)) } : wrap({ fields, body }, text)
}

function withoutEmptyEnd(text: string): string {
  let end = text.length
  while (text[end - 1] === '\n') end--
  return text.slice(0, end)
}

function valueIn(fields: RawField[], name: string): string {
  const found = fields.find((field) => field.name === name)
  return found ? fieldValue(found) : ''
}

const isAttachment = (fields: RawField[]): boolean => /^attachment/i.test(valueIn(fields, 'content-disposition'))

/** Undefined where the text cannot be written in the mail's charset or transfer encoding. */
function appendText({ fields, body }: Content, text: string, charset: string): Content | undefined {
  const bytes = inCharset(`\r\n${text}`, charset)
  if (!bytes) return undefined
  const encoding = valueIn(fields, 'content-transfer-encoding').toLowerCase() || '7bit'
  if (encoding === 'quoted-printable') return { fields, body: Buffer.concat([body, Buffer.from(quotedPrintable(bytes))]) }
  if (encoding === 'base64') {
    const whole = Buffer.concat([Buffer.from(body.toString('latin1'), 'base64'), bytes])
    return { fields, body: Buffer.from(whole.toString('base64').replace(/.{1,76}/g, '$&\r\n')) }
  }
  if (!/^(?:7bit|8bit|binary)$/.test(encoding)) return undefined
  const appended = Buffer.concat([body, bytes])
  if (encoding !== '7bit' || isAscii(bytes)) return { fields, body: appended }
  const others = fields.filter(({ name }) => name !== 'content-transfer-encoding' && name !== 'mime-version')
  return { fields: [...others, line('MIME-Version', '1.0'), line('Content-Transfer-Encoding', '8bit')], body: appended }
}

/** ASCII suits every charset whose text may stand in a mail as it is, UTF-16 and its kin not; without a charset only ASCII is sure. */
function inCharset(text: string, charset: string): Buffer | undefined {
  if (/^(?:utf-?(?:16|32|7)|ucs)/i.test(charset)) return undefined
  if (isAscii(Buffer.from(text))) return Buffer.from(text, 'latin1')
  if (!iconv.encodingExists(charset)) return undefined
  const bytes = iconv.encode(text, charset)
  return iconv.decode(bytes, charset) === text ? bytes : undefined
}

/** The part goes before the closing delimiter, or last where that is missing. */
function addPart(body: Buffer, boundary: string, part: string): Buffer {
  const close = `--${boundary}--`
  const at = body.lastIndexOf(`\r\n${close}`)
  const added = `\r\n--${boundary}\r\n${part}`
  if (at < 0) return Buffer.concat([body, Buffer.from(`${added}\r\n${close}\r\n`)])
  return Buffer.concat([body.subarray(0, at), Buffer.from(added), body.subarray(at)])
}

function wrap({ fields, body }: Content, text: string): Content {
  // From the content, so that composing again gives the same bytes.
  const boundary = `=_${createHash('sha256').update(body).update(text).digest('base64url').slice(0, 32)}`
  const inner = fields.filter(({ name }) => name.startsWith('content-'))
  const outer = fields.filter(({ name }) => !name.startsWith('content-') && name !== 'mime-version')
  return {
    fields: [
      ...outer,
      line('MIME-Version', '1.0'),
      line('Content-Type', `multipart/mixed; boundary="${boundary}"`),
      ...(isAscii(body) ? [] : [line('Content-Transfer-Encoding', '8bit')]),
    ],
    body: Buffer.concat([
      Buffer.from(`--${boundary}\r\n`),
      ...inner.map(({ bytes }) => bytes),
      Buffer.from('\r\n'),
      body,
      Buffer.from(`\r\n--${boundary}\r\n${textPart(text)}\r\n--${boundary}--\r\n`),
    ]),
  }
}

/** A text as a part of its own, header and all, without a line end behind it. */
export function textPart(text: string): string {
  const seven = isAscii(Buffer.from(text))
  return [
    `Content-Type: text/plain; charset=${seven ? 'us-ascii' : 'utf-8'}`,
    `Content-Transfer-Encoding: ${seven ? '7bit' : 'quoted-printable'}`,
    'Content-Disposition: inline',
    '',
    seven ? text : quotedPrintable(Buffer.from(text)),
  ].join('\r\n')
}

const quotedPrintable = (bytes: Buffer): string => wrapQp(encodeQp(bytes))

const line = (name: string, value: string): RawField => ({ name: name.toLowerCase(), bytes: Buffer.from(`${name}: ${value}\r\n`) })
