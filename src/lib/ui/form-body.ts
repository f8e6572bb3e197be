import type { HonoRequest } from 'hono'
import { Invalid } from '../../errors.ts'
import type { FormBody } from './forms.ts'
import { textsOf } from './words.ts'

const t = textsOf('lib', 'texts')

/** More than the longest form has: one of two megabytes may have a million, and each costs time before anybody knows what it is. */
const mostFields = 20_000
/** What is open to everybody has a few dozen. */
const mostOfStrangers = 1_000

function countOf(bytes: Uint8Array, sign: string, most: number): number {
  const sought = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let count = 0
  for (let at = sought.indexOf(sign); at >= 0 && count <= most; at = sought.indexOf(sign, at + sign.length)) count++
  return count
}

/** What comes between two fields, as the form says itself; undefined for what is no form. */
function betweenFields(contentType: string): string | undefined {
  if (/^\s*application\/x-www-form-urlencoded\b/i.test(contentType)) return '&'
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^\s;"]+))/i.exec(contentType) ?? []
  return /^\s*multipart\/form-data\b/i.test(contentType) && (quoted ?? plain) ? `--${quoted ?? plain}` : undefined
}

/**
 * What a form sent, of a bounded number of fields.
 * @param known who sent it is signed in, or has a token
 * @throws Invalid where it has more, or is cut off
 */
export async function readFields(req: HonoRequest, known: boolean): Promise<FormBody> {
  const between = betweenFields(req.header('content-type') ?? '')
  const most = known ? mostFields : mostOfStrangers
  if (between !== undefined && countOf(new Uint8Array(await req.arrayBuffer()), between, most) > most) throw new Invalid(t.tooManyFields)
  try {
    return (await req.parseBody({ all: true })) as FormBody
  } catch (error) {
    if (error instanceof TypeError) throw new Invalid(t.formCutOff)
    throw error
  }
}
