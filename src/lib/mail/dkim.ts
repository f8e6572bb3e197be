import { createHash, createPublicKey, generateKeyPair, type KeyObject, sign } from 'node:crypto'
import { promisify } from 'node:util'
import { relaxedBodyHash, relaxedField } from './canonical.ts'
import { fieldsOf } from './header-block.ts'

/**
 * Signed, and once more than they occur: one that is put in later breaks the signature. A reader shows these or acts on them
 * (RFC 6376 §8.15); RFC 8058 §4 wants the last two signed.
 */
const SEALED_FIELDS = [
  ...['from', 'reply-to', 'subject', 'date', 'to', 'cc', 'message-id', 'in-reply-to', 'references'],
  ...['mime-version', 'content-type', 'content-transfer-encoding', 'list-unsubscribe', 'list-unsubscribe-post'],
]

/** Signed as often as they occur: whoever forwards the mail may add one of their own. */
const SIGNED_FIELDS = [
  ...['sender', 'list-id', 'list-help', 'list-subscribe', 'list-post', 'list-owner', 'list-archive'],
  ...['auto-submitted', 'content-disposition', 'feedback-id'],
]

export interface SigningKey {
  /** The domain that answers for the mail (`d=`), in ASCII. */
  domain: string
  /** Where below the domain the public key stands (`s=`). */
  selector: string
  /** RSA of at least 1,024 bits, or Ed25519 (RFC 8463). */
  privateKey: KeyObject
}

/**
 * Signs one post for many recipients: the body is hashed once with `hashBody`, each header block signed with that hash.
 * `headers` is the block as it goes over the wire, a string (UTF-8) or bytes, with or without the empty line at its end; the answer
 * is the field to put on top of it, with its line end.
 */
export interface DkimSigner {
  hashBody(body: Uint8Array): string
  sign(headers: string | Uint8Array, bodyHash: string, at?: Date): string
  /** The same off the event loop, on as many threads as libuv has. */
  signLater(headers: string | Uint8Array, bodyHash: string, at?: Date): Promise<string>
  /** The same for many blocks that begin alike: `head` is read once, what the answer is given stands below it. */
  signBelow(head: Uint8Array, bodyHash: string): (own: Uint8Array, at: Date) => Promise<string>
}

/** Makes a signer (relaxed/relaxed, SHA-256). Throws where the names are no names or the key is of a kind or size that nobody accepts. */
export function createSigner({ domain, selector, privateKey }: SigningKey): DkimSigner {
  for (const name of [domain, selector]) {
    if (!/^[a-z0-9_]([a-z0-9_-]*[a-z0-9])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9])?)*$/i.test(name))
      throw new Error(`DKIM: "${name}" is not a name`)
  }
  const algorithm = algorithmOf(privateKey)
  const digest = algorithm === 'rsa-sha256' ? 'sha256' : null
  const tags = `DKIM-Signature: v=1; a=${algorithm}; c=relaxed/relaxed;\r\n d=${domain}; s=${selector};`

  const prepare = (blocks: Fields[], bodyHash: string, at: Date) => {
    const { names, canonical } = selectFields(blocks)
    const field = `${tags} t=${Math.floor(at.getTime() / 1000)};\r\n bh=${bodyHash};\r\n${foldNames(names)};\r\n b=`
    const text = Buffer.from(`${canonical}${relaxedField(field)}`, 'latin1')
    // Ed25519 signs the hash of the text, not the text (RFC 8463 §3).
    return { field, data: digest ? text : createHash('sha256').update(text).digest() }
  }
  const finish = (field: string, signature: Buffer) => `${field}${signature.toString('base64').replace(/.{72}(?=.)/g, '$&\r\n ')}\r\n`
  const signOffLoop = (blocks: Fields[], bodyHash: string, at: Date): Promise<string> => {
    const { field, data } = prepare(blocks, bodyHash, at)
    return new Promise((resolve, reject) => {
      sign(digest, data, privateKey, (error, signature) => (error ? reject(error) : resolve(finish(field, signature))))
    })
  }

  return {
    hashBody: relaxedBodyHash,
    sign(headers, bodyHash, at = new Date()) {
      const { field, data } = prepare([readFields(headers)], bodyHash, at)
      return finish(field, sign(digest, data, privateKey))
    },
    // Throws as a promise, like everything that it is awaited with.
    async signLater(headers, bodyHash, at = new Date()) {
      return signOffLoop([readFields(headers)], bodyHash, at)
    },
    signBelow(head, bodyHash) {
      const shared = readFields(head)
      return async (own, at) => signOffLoop([readFields(own), shared], bodyHash, at)
    },
  }
}

/**
 * One signature of each signer, the first on top: RSA for everybody, Ed25519 for those who read it (RFC 8463 §5). The body is hashed
 * once, which is why all of them must hash alike, as all that `createSigner` makes do.
 */
export function joinSigners(signers: [DkimSigner, ...DkimSigner[]]): DkimSigner {
  const [first] = signers
  const all = async (fields: Promise<string>[]) => (await Promise.all(fields)).join('')
  return {
    hashBody: first.hashBody,
    sign: (headers, bodyHash, at = new Date()) => signers.map((signer) => signer.sign(headers, bodyHash, at)).join(''),
    signLater: (headers, bodyHash, at = new Date()) => all(signers.map((signer) => signer.signLater(headers, bodyHash, at))),
    signBelow(head, bodyHash) {
      const below = signers.map((signer) => signer.signBelow(head, bodyHash))
      return (own, at) => all(below.map((sign) => sign(own, at)))
    },
  }
}

function algorithmOf(key: KeyObject): 'rsa-sha256' | 'ed25519-sha256' {
  if (key.type !== 'private') throw new Error('DKIM: signing needs a private key')
  if (key.asymmetricKeyType === 'ed25519') return 'ed25519-sha256'
  if (key.asymmetricKeyType !== 'rsa') throw new Error(`DKIM: keys are RSA or Ed25519, not ${key.asymmetricKeyType}`)
  if ((key.asymmetricKeyDetails?.modulusLength ?? 0) < 1024)
    throw new Error('DKIM: an RSA key of less than 1,024 bits is accepted nowhere (RFC 8301)')
  return 'rsa-sha256'
}

/** The fields of a header block in relaxed form, by name; of several of one name the lowest first. One character per byte. */
type Fields = Map<string, string[]>

function readFields(headers: string | Uint8Array): Fields {
  const bytes = typeof headers === 'string' ? Buffer.from(headers) : Buffer.from(headers.buffer, headers.byteOffset, headers.byteLength)
  let end = bytes.length
  while (end > 0 && (bytes[end - 1] === 0x0a || bytes[end - 1] === 0x0d)) end--
  const fields: Fields = new Map()
  for (const { name, line } of fieldsOf(bytes.toString('latin1', 0, end))) {
    const same = fields.get(name)
    if (same) same.push(relaxedField(line))
    else fields.set(name, [relaxedField(line)])
  }
  for (const same of fields.values()) same.reverse()
  return fields
}

/** The fields to sign as `h=` lists them, and their text; the blocks stand bottom first (RFC 6376 §5.4.2). */
function selectFields(blocks: Fields[]): { names: string[]; canonical: string } {
  if (!blocks.some((fields) => fields.has('from'))) throw new Error('DKIM: a mail without From cannot be signed')
  const names: string[] = []
  let canonical = ''
  const take = (name: string) => {
    for (const fields of blocks)
      for (const line of fields.get(name) ?? []) {
        names.push(name)
        canonical += `${line}\r\n`
      }
  }
  for (const name of SEALED_FIELDS) {
    take(name)
    // Nothing is signed under a name that has run out, and nothing may come there (RFC 6376 §3.5).
    names.push(name)
  }
  for (const name of SIGNED_FIELDS) take(name)
  return { names, canonical }
}

/** ` h=a:b:…` in lines of at most 78 characters. */
function foldNames(names: string[]): string {
  let text = ' h='
  let length = text.length
  names.forEach((name, i) => {
    const item = i < names.length - 1 ? `${name}:` : name
    if (length + item.length > 77) {
      text += '\r\n  '
      length = 2
    }
    text += item
    length += item.length
  })
  return text
}

/** What the operator publishes so that others can verify. */
export interface DkimDnsRecord {
  /** `SELECTOR._domainkey.DOMAIN` */
  name: string
  /** The text of the TXT record as one string, as the forms of DNS hosts want it. */
  value: string
  /** The line for a zone file: strings of at most 255 characters (RFC 1035 §3.3.14). */
  zoneLine: string
}

export interface DkimKey {
  privatePem: string
  publicPem: string
  dnsRecord(selector: string, domain: string): DkimDnsRecord
}

const generate = promisify(generateKeyPair)

/** A new key: RSA of 2,048 bits, which everybody verifies, or Ed25519, which few do but those fast. */
export async function generateDkimKey(type: 'rsa' | 'ed25519' = 'rsa'): Promise<DkimKey> {
  const { privateKey, publicKey } = type === 'rsa' ? await generate('rsa', { modulusLength: 2048 }) : await generate('ed25519')
  return {
    privatePem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    dnsRecord: (selector, domain) => dkimDnsRecord(publicKey, selector, domain),
  }
}

/** The DNS record of a key (RFC 6376 §3.6.1); Ed25519 is published bare (RFC 8463 §4). A private key works too. */
export function dkimDnsRecord(key: KeyObject, selector: string, domain: string): DkimDnsRecord {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key
  const der = publicKey.export({ type: 'spki', format: 'der' })
  const [type, bytes] = publicKey.asymmetricKeyType === 'ed25519' ? ['ed25519', der.subarray(-32)] : ['rsa', der]
  const name = `${selector}._domainkey.${domain}`
  const value = `v=DKIM1; k=${type}; p=${bytes.toString('base64')}`
  const strings = (value.match(/.{1,255}/g) ?? []).map((part) => `"${part}"`)
  return { name, value, zoneLine: `${name}. IN TXT ( ${strings.join(' ')} )` }
}
