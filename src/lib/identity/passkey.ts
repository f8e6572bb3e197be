import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { refused, Untrusted } from './statement.ts'

/** A quarter of all modules of the program hang on it: read when somebody needs it, they keep no start waiting. */
const library = () => import('@simplewebauthn/server')

/** A passkey as it is kept. */
export interface KeptPasskey {
  /** base64url */
  credential: string
  publicKey: Buffer
  counter: number
  transports: string[]
}

export interface NewPasskey extends KeptPasskey {
  /** Kept by a password manager on several devices. */
  synced: boolean
}

const hostOf = (baseUrl: string): string => new URL(baseUrl).hostname

const expectedOf = (baseUrl: string, challenge: string) => ({
  expectedChallenge: challenge,
  expectedOrigin: new URL(baseUrl).origin,
  expectedRPID: hostOf(baseUrl),
  requireUserVerification: true,
})

/** What the browser needs to make a passkey of this person; their other ones are named, so that none is made twice. */
export const askForNew = async (
  baseUrl: string,
  { siteName, person, known }: { siteName: string; person: { id: number; name: string; email: string }; known: KeptPasskey[] },
) =>
  (await library()).generateRegistrationOptions({
    rpName: siteName,
    rpID: hostOf(baseUrl),
    userID: new Uint8Array(Buffer.from(`person:${person.id}`)),
    userName: person.email,
    userDisplayName: person.name,
    attestationType: 'none',
    excludeCredentials: known.map(({ credential, transports }) => ({ id: credential, transports })),
    // It stands alone: the key must name its owner, and the device must know them.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })

/**
 * Checks what a browser made.
 * @throws Untrusted when it is not an answer to this challenge, from this site, by a device that knows its owner
 */
export async function checkNew(baseUrl: string, challenge: string, response: unknown): Promise<NewPasskey> {
  const { verifyRegistrationResponse } = await library()
  const checked = await verifyRegistrationResponse({
    response: response as RegistrationResponseJSON,
    ...expectedOf(baseUrl, challenge),
  }).catch(refused)
  if (!checked.verified) throw new Untrusted('The attestation does not verify.')
  const { credential, credentialBackedUp } = checked.registrationInfo
  return {
    credential: credential.id,
    publicKey: Buffer.from(credential.publicKey),
    counter: credential.counter,
    transports: credential.transports ?? [],
    synced: credentialBackedUp,
  }
}

/** What the browser needs to sign in. No passkey is named: nobody learns who has one. */
export const askForAny = async (baseUrl: string) =>
  (await library()).generateAuthenticationOptions({ rpID: hostOf(baseUrl), userVerification: 'required' })

/** The credential that an answer is of; undefined for what is no answer. */
export const credentialOf = (response: unknown): string | undefined => {
  const id = (response as { id?: unknown } | null)?.id
  return typeof id === 'string' && id.length <= 1_400 ? id : undefined
}

/**
 * Checks a signature.
 * @returns the authenticator's counter after it, 0 where it does not count
 * @throws Untrusted when the signature, challenge, site or counter does not fit
 */
export async function checkSignature(baseUrl: string, challenge: string, response: unknown, passkey: KeptPasskey): Promise<number> {
  const { verifyAuthenticationResponse } = await library()
  const checked = await verifyAuthenticationResponse({
    response: response as AuthenticationResponseJSON,
    ...expectedOf(baseUrl, challenge),
    credential: {
      id: passkey.credential,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: passkey.counter,
      transports: passkey.transports,
    },
  }).catch(refused)
  if (!checked.verified) throw new Untrusted('The signature does not verify.')
  return checked.authenticationInfo.newCounter
}
