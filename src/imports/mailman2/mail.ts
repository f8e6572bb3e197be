import { PickleObject, type PickleValue } from '../../lib/pickle/value.ts'
import { entriesOf } from './fields.ts'

const deepest = 50

/** The bytes of text: what Python 2 kept as bytes is one character a byte, what it kept as Unicode goes out as UTF-8. */
const bytesOf = (text: string): Buffer => Buffer.from(text, /[^\0-\xff]/.test(text) ? 'utf8' : 'latin1')

const boundaryIn = (header: string): string | undefined =>
  /;\s*boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(header)?.slice(1).find(Boolean)

/**
 * The bytes of a mail that Mailman 2.1 kept as a Python object (`email.Message`): its fields in their order, its parts between their
 * boundary. It reads as the mail did; whether each byte is where it was only its writer's signature could say.
 * @returns undefined for anything else
 */
export function mailOf(value: PickleValue | undefined, depth = 0): Buffer | undefined {
  if (!(value instanceof PickleObject) || depth > deepest) return undefined
  const state = new Map(entriesOf(value.state))
  const headers = state.get('_headers')
  if (!Array.isArray(headers)) return undefined
  const fields = headers.flatMap((header) =>
    Array.isArray(header) && typeof header[0] === 'string' && typeof header[1] === 'string' ? [[header[0], header[1]] as const] : [],
  )
  const head = fields.map(([name, text]) => `${name}: ${text.replaceAll(/\r?\n(?![ \t])/g, '\n ')}\n`).join('')
  const type = fields.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  const body = bodyOf(state, boundaryIn(type), depth)
  return body && Buffer.concat([bytesOf(`${head}\n`), body])
}

function bodyOf(state: Map<string, PickleValue>, boundary: string | undefined, depth: number): Buffer | undefined {
  const payload = state.get('_payload')
  if (payload === null || payload === undefined) return Buffer.alloc(0)
  if (typeof payload === 'string') return bytesOf(payload)
  if (!Array.isArray(payload)) return undefined
  const parts = payload.map((part) => mailOf(part, depth + 1))
  if (parts.some((part) => part === undefined)) return undefined
  // A forwarded mail is a mail in a mail, without a boundary (RFC 2046 §5.2.1).
  if (boundary === undefined) return parts.length === 1 ? parts[0] : undefined
  const [before, after] = ['preamble', 'epilogue'].map((name) => state.get(name))
  return Buffer.concat([
    ...(typeof before === 'string' ? [bytesOf(before), Buffer.from('\n')] : []),
    ...parts.flatMap((part) => [Buffer.from(`--${boundary}\n`), part as Buffer, Buffer.from('\n')]),
    Buffer.from(`--${boundary}--\n`),
    ...(typeof after === 'string' ? [bytesOf(after)] : []),
  ])
}
