import type { KeyObject } from 'node:crypto'
import { Readable } from 'node:stream'
import { createSeal } from 'mailauth/lib/arc/index.js'
import type { ArcVerdict } from './authenticate.ts'

/**
 * What the message signature of the set covers: what is the same for all recipients. List-Unsubscribe carries a token of each and is
 * signed by DKIM, after this.
 */
const SEALED_FIELDS = [
  ...['DKIM-Signature', 'From', 'Sender', 'Reply-To', 'Subject', 'Date', 'Message-ID', 'To', 'Cc'],
  ...['MIME-Version', 'Content-Type', 'Content-Transfer-Encoding', 'In-Reply-To', 'References'],
  ...['List-Id', 'List-Help', 'List-Subscribe', 'List-Post', 'List-Owner', 'List-Archive'],
]

export interface SealOptions {
  domain: string
  selector: string
  /** RSA or Ed25519. */
  key: KeyObject
  /** The value of Authentication-Results as the mail came in: `Authentication.header`. */
  authResults: string
  /** What the chain was worth as the mail came in: `Authentication.arc.result`. */
  chain: ArcVerdict
  at?: Date
  /** Field names for the message signature, where the default does not fit. */
  fields?: string[]
}

const piece = 64 * 1024

function* piecesOf(parts: Uint8Array[]): Generator<Buffer> {
  for (const part of parts) {
    for (let at = 0; at < part.length; at += piece) yield Buffer.from(part.buffer, part.byteOffset + at, Math.min(piece, part.length - at))
  }
}

/**
 * Makes the next ARC set (RFC 8617 §5.1) over a composed message, whole or in parts that follow each other: the block of ARC-Seal, ARC-Message-Signature and
 * ARC-Authentication-Results to put on top of it, or '' where no set may be added: the last seal says `cv=fail`, there are fifty, or
 * the sets on the message do not go with `chain`. Throws where the key cannot sign.
 */
export async function sealArc(message: Uint8Array | Uint8Array[], options: SealOptions): Promise<string> {
  const { headers, errors } = await createSeal(Readable.from(piecesOf(Array.isArray(message) ? message : [message])), {
    strict: true,
    seal: {
      signingDomain: options.domain,
      selector: options.selector,
      privateKey: options.key.export({ type: 'pkcs8', format: 'pem' }).toString(),
      headerList: options.fields ?? SEALED_FIELDS,
      cv: options.chain,
      authResults: options.authResults,
      signTime: options.at ?? new Date(),
    },
  })
  const [refusal] = errors
  if (refusal && !['EARCCHAINFAILED', 'EINVALIDINSTANCE', 'EINVALIDCV'].includes(refusal.err.code ?? '')) throw refusal.err
  return headers.map((field) => `${field}\r\n`).join('')
}
