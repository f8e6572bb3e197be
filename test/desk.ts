import { program } from '../src/actor.ts'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { openAddress } from '../src/list/role-addresses/actions.ts'
import { mail } from './mail.ts'
import type { World } from './world.ts'

export const deskAddress = 'lectio-coordinator@lists.localhost'

/** The coordinator's address of the Lectio group, and one mail to it. */
export async function openDesk(world: World): Promise<void> {
  const actor = { ...program(world.clock.now), grants: [{ role: 'administrator' as const, groupId: null, communityId: null }] }
  await world.write((tx) =>
    openAddress(
      tx,
      actor,
      { name: 'lectio-coordinator', title: 'Lectio Coordinator', role: 'coordinator', groupId: world.group.groupId },
      false,
    ),
  )
  await sendToDesk(world, { from: 'Vera Vogel <vera@quillon.example>', subject: 'Costs of the top twenty', id: 'costs@quillon.example' })
}

/** A mail to the coordinator, as the vendor's server hands it over. */
export async function sendToDesk(world: World, parts: Parameters<typeof mail>[0] & { to?: string; mailFrom?: string }): Promise<void> {
  const { mailFrom = /<?([^<>\s]+@[^<>\s]+)>?$/.exec(parts.from)?.[1] ?? '', to = deskAddress, ...rest } = parts
  const raw = mail({ ...rest, to })
  await acceptMail(world.write, { raw, mailFrom, rcptTo: [to], via: 'mail', peer: '203.0.113.9', helo: 'mail.quillon.example' })
  await world.settle()
}
