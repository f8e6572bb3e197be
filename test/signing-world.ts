import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { mail } from './mail.ts'
import { signed, signing } from './mail-door.ts'
import { letterTo, makeVendorWorld, type VendorWorld } from './vendor-world.ts'
import type { Person } from './world.ts'

const domains = ['quillon.example', 'carla.example', 'maria.example', 'otto.example']

/** The world with a vendor in which every domain signs its mail and disowns all other. */
export const makeSigningWorld = (): Promise<VendorWorld> =>
  makeVendorWorld({ answers: Object.assign({}, ...domains.map((domain) => signing(domain, 'reject'))) })

/** A mail of this person, signed by their domain, to a reply address. @returns what became of it */
export async function replyTo(
  world: VendorWorld,
  person: Person,
  to: string,
  text: string,
  by = person.email.split('@')[1] ?? '',
): Promise<string> {
  const raw = signed(by, mail({ from: `<${person.email}>`, to, text, subject: 'Re: Confirm' }))
  await acceptMail(world.write, { raw, mailFrom: person.email, rcptTo: [to], via: 'mail' })
  await world.settle()
  const row = await world.db.selectFrom('inbound').select(['fate', 'state']).orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()
  return row.fate ?? row.state
}

/** Carla records that the vendor has promised it. @returns its path */
export async function promise(world: VendorWorld, requestId: number, points = 8): Promise<string> {
  const carla = await world.as(world.carla)
  const product = await world.db.selectFrom('product').select('id').orderBy('id').executeTakeFirstOrThrow()
  const form = { group: 'lectio', requestId: String(requestId), productId: String(product.id), year: '2027', points: String(points) }
  const made = await carla.post('/commitments', form)
  if (made.status !== 303) throw new Error(`${made.status} ${await made.text()}`)
  return made.headers.get('location') ?? ''
}

/** The number of the newest word on a thing, as its page's forms carry it, and how it reads. */
export async function lastWord(world: VendorWorld, path: string): Promise<{ id: number; act: string; side: string }> {
  const id = Number(/\d+/.exec(path)?.[0])
  return world.db
    .selectFrom('signingWord')
    .select(['id', 'act', 'side'])
    .where(path.startsWith('/answers/') ? 'answerId' : 'commitmentId', '=', id)
    .where('undoneAt', 'is', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
}

/** Says something of a thing on the web. */
export async function say(world: VendorWorld, person: Person, path: string, act: string, more: Record<string, string> = {}) {
  const { id } = await lastWord(world, path)
  return (await world.as(person)).post(`${path}/sign`, { word: String(id), act, ...more })
}

export { letterTo }
