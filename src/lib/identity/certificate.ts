import { createPrivateKey, generateKeyPair, randomBytes, sign } from 'node:crypto'
import { promisify } from 'node:util'

const lengthOf = (length: number): Buffer => {
  if (length < 128) return Buffer.from([length])
  const bytes = Buffer.from(length.toString(16).padStart(length > 0xffff ? 6 : length > 0xff ? 4 : 2, '0'), 'hex')
  return Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes])
}

/** One value in DER (X.690): its tag, its length and what is in it. */
const der = (tag: number, ...parts: Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content])
}

const sequence = (...parts: Uint8Array[]) => der(0x30, ...parts)
// Until 2049 with two digits of the year (RFC 5280, 4.1.2.5).
const time = (at: Date) => {
  const text = `${at.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}Z`
  return at.getUTCFullYear() < 2050 ? der(0x17, Buffer.from(text.slice(2))) : der(0x18, Buffer.from(text))
}
const sha256WithRsa = sequence(Buffer.from('06092a864886f70d01010b0500', 'hex'))
const commonName = Buffer.from('0603550403', 'hex')

/** A certificate as base64, as PEM. */
export const pemOf = (certificate: string): string =>
  ['-----BEGIN CERTIFICATE-----', ...(certificate.match(/.{1,64}/g) ?? []), '-----END CERTIFICATE-----'].join('\n')

/** A key with a certificate of its own. */
export interface KeyPair {
  /** PEM. */
  privateKey: string
  /** DER, as base64. */
  certificate: string
}

/**
 * Makes an RSA key of 3072 bits and a certificate for it that it signs itself, for twenty years: federations believe the certificates in
 * metadata, whoever signed them and whenever they end.
 * @param host what the certificate is called
 */
export async function makeKeyPair(host: string, at: Date): Promise<KeyPair> {
  const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 3072,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  const name = sequence(der(0x31, sequence(commonName, der(0x0c, Buffer.from(host.slice(0, 64))))))
  const until = new Date(at)
  until.setUTCFullYear(until.getUTCFullYear() + 20)
  const serial = randomBytes(16)
  serial[0] = ((serial[0] as number) & 0x7f) | 0x40
  const said = sequence(
    ...[der(0xa0, der(0x02, Buffer.from([2]))), der(0x02, serial), sha256WithRsa],
    ...[name, sequence(time(at), time(until)), name, publicKey],
  )
  const signature = sign('sha256', said, createPrivateKey(privateKey))
  const certificate = sequence(said, sha256WithRsa, der(0x03, Buffer.from([0]), signature))
  return { privateKey, certificate: certificate.toString('base64') }
}
