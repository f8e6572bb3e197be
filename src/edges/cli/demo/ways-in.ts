import { createHash, generateKeyPairSync } from 'node:crypto'
import type { Actor } from '../../../actor.ts'
import { loadActor } from '../../../groups/queries.ts'
import { dropJobs } from '../../../lib/db/enqueue.ts'
import type { Tx } from '../../../lib/db/rows.ts'
import { findPersonByEmail } from '../../../people/queries.ts'
import { addPasskey } from '../../../people/sign-in/actions.ts'
import { makeToken } from '../../../people/tokens-actions.ts'

const day = 86_400_000

const keys = [
  { email: 'ines.albrecht@oldharbour.example', name: 'Laptop at the library', daysAgo: 410, transports: ['internal'], synced: false },
  { email: 'ines.albrecht@oldharbour.example', name: 'Phone', daysAgo: 62, transports: ['internal', 'hybrid'], synced: true },
  { email: 'ruth.adeyemi@lsui.example', name: 'Security key in the desk', daysAgo: 700, transports: ['usb'], synced: false },
]

const tokens = [
  { email: 'ines.albrecht@oldharbour.example', name: 'Figures for the annual report', scopes: ['read'] as const, days: 365, daysAgo: 120 },
  { email: 'ruth.adeyemi@lsui.example', name: 'Nightly copy of the outbox figures', scopes: ['read'] as const, days: 180, daysAgo: 20 },
]

/** A public key as an authenticator gives it: COSE, ES256. */
function coseKey(): Buffer {
  const { x = '', y = '' } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' })
  const bytes = (text: string) => Buffer.from(text, 'base64url')
  return Buffer.concat([Buffer.from('a5010203262001215820', 'hex'), bytes(x), Buffer.from('225820', 'hex'), bytes(y)])
}

/** Passkeys and tokens that people of the demo made over the years. Nobody holds the other half of these keys. */
export async function loadWaysIn(tx: Tx, now: Date): Promise<void> {
  const actorOf = async (email: string, daysAgo: number): Promise<Actor | undefined> => {
    const person = await findPersonByEmail(tx, email)
    return person && loadActor(tx, person.id, new Date(now.getTime() - daysAgo * day), 'web')
  }
  for (const { email, name, daysAgo, transports, synced } of keys) {
    const actor = await actorOf(email, daysAgo)
    const credential = createHash('sha256').update(`${email} ${name}`).digest('base64url')
    if (actor) await addPasskey(tx, actor, { credential, publicKey: coseKey(), counter: 0, transports, synced }, name)
  }
  for (const { email, name, scopes, days, daysAgo } of tokens) {
    const actor = await actorOf(email, daysAgo)
    if (actor?.personId) await makeToken(tx, actor, { personId: actor.personId, name, scopes: [...scopes], days })
  }
  // Nobody is told today of what was made long ago.
  await dropJobs(tx, 'people.newWayIn')
}
