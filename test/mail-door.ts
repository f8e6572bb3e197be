import { createPrivateKey } from 'node:crypto'
import { startMailServer } from '../src/edges/smtp/server.ts'
import { createSigner, generateDkimKey } from '../src/lib/mail/dkim.ts'
import { greet } from './dialogue.ts'
import { mail } from './mail.ts'
import { makeWorld } from './world.ts'

const { privatePem, dnsRecord } = await generateDkimKey('ed25519')
const privateKey = createPrivateKey(privatePem)

/** What the name server says for a domain that signs its mail; with a policy, also that it disowns all other mail. */
export function signing(domain: string, policy?: 'none' | 'reject'): Record<string, unknown> {
  const { name, value } = dnsRecord('k1', domain)
  return { [name]: { TXT: [value] }, ...(policy ? { [`_dmarc.${domain}`]: { TXT: [`v=DMARC1; p=${policy}`] } } : {}) }
}

/** A mail as that domain signs it. */
export function signed(domain: string, raw: Buffer): Buffer {
  const signer = createSigner({ domain, selector: 'k1', privateKey })
  const end = raw.indexOf('\r\n\r\n') + 4
  const at = new Date('2026-10-16T08:00:00Z')
  return Buffer.concat([Buffer.from(signer.sign(raw.subarray(0, end), signer.hashBody(raw.subarray(end)), at)), raw])
}

/** A world whose mail comes in by a real SMTP server. */
export async function openMailDoor(answers: Record<string, unknown>) {
  const world = await makeWorld({ answers })
  const { config, database, context } = world
  const server = await startMailServer({ host: '127.0.0.1', port: 0 }, { config, database, log: context.log, wake: () => {} })
  /** Hands a mail over and has it sorted. @returns what became of it */
  async function deliver(raw: Buffer, to: string, envelope: string): Promise<string> {
    const client = await greet(server.port)
    const said = await client.send({ from: envelope, to: [to], data: raw })
    client.hangUp()
    if (!said.startsWith('250')) throw new Error(said)
    await world.settle()
    const row = await world.db.selectFrom('inbound').select(['fate', 'state']).orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()
    return row.fate ?? row.state
  }
  return {
    world,
    deliver,
    /** A mail of this address; `by` signs it. */
    async send(email: string, to: string, { by, ...parts }: Partial<Parameters<typeof mail>[0]> & { by?: string } = {}): Promise<string> {
      const raw = mail({ from: `<${email}>`, to, ...parts })
      return deliver(by ? signed(by, raw) : raw, to, email)
    },
    async end() {
      await server.close()
      await world.end()
    },
  }
}

export type MailDoor = Awaited<ReturnType<typeof openMailDoor>>
