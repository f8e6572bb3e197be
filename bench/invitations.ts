import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { program } from '../src/actor.ts'
import { appoint } from '../src/groups/actions.ts'
import { listGroups } from '../src/groups/queries.ts'
import { arrangeMeeting, cancelMeeting, changeMeeting } from '../src/meetings/core/actions.ts'
import { tell } from '../src/meetings/jobs.ts'
import { ensurePerson } from '../src/people/actions.ts'
import { openBenchGround } from './ground.ts'

// Seconds from a meeting's arrangement until the last invitation stands in the outbox; the same for a new date and for a cancellation.
// node bench/invitations.ts [PEOPLE]; JSON on stdout.

const [people = 400] = process.argv.slice(2).map(Number)
const folder = await mkdtemp(join(tmpdir(), 'rapport-bench-invitations-'))
const { ground } = await openBenchGround(folder)
const { db, write } = ground.database
const now = new Date()
const [group] = await listGroups(db)
const groupId = group?.id ?? 0
const zones = ['Europe/Lisbon', 'Australia/Perth', 'America/Los_Angeles', 'Asia/Tokyo']
const actor = { ...program(now), grants: [{ role: 'administrator' as const, groupId: null, communityId: null }] }

await write(async (tx) => {
  for (let i = 0; i < people; i++) {
    const { personId } = await ensurePerson(tx, program(now), {
      name: `Person ${i}`,
      email: `person${i}@place${i % 90}.example`,
      verified: true,
    })
    await tx
      .updateTable('person')
      .set({ zone: zones[i % 4] ?? 'UTC' })
      .where('id', '=', personId)
      .execute()
    await appoint(tx, program(now), { personId, role: 'member', groupId, fromOn: '2020-01-01' })
  }
})

async function secondsToTell(act: () => Promise<unknown>) {
  const begun = performance.now()
  await act()
  await tell({}, ground.context)
  return Number(((performance.now() - begun) / 1_000).toFixed(2))
}

const startsAt = new Date(now.getTime() + 30 * 86_400_000)
const facts = {
  title: 'A large meeting',
  startsAt,
  endsAt: new Date(startsAt.getTime() + 3_600_000),
  zone: 'Europe/Lisbon',
  place: 'https://meet.example/room',
  public: true,
}
let slug = ''
const invited = await secondsToTell(async () => {
  slug = (await write((tx) => arrangeMeeting(tx, actor, { ...facts, hosts: { groupIds: [groupId], communityIds: [] } }))).slug
})
// They have left: a change is told on top of them, not in their place.
await db.updateTable('delivery').set({ state: 'sent', attempts: 1 }).execute()
const later = { startsAt: new Date(startsAt.getTime() + 86_400_000), endsAt: new Date(startsAt.getTime() + 90_000_000) }
const moved = await secondsToTell(() =>
  write((tx) => changeMeeting(tx, actor, slug, { ...facts, ...later, placeOpen: false, quorumPercent: 0 })),
)
await db.updateTable('delivery').set({ state: 'sent', attempts: 1 }).execute()
const cancelled = await secondsToTell(() => write((tx) => cancelMeeting(tx, actor, slug, 'A bench.')))
const { rows } = await ground.database.pool.query<{ kind: string; count: number }>(
  'select kind, count(*) from letter group by 1 order by 1',
)
const letters = Object.fromEntries(rows.map(({ kind, count }) => [kind, Number(count)]))
process.stdout.write(
  `${JSON.stringify({ people, invitedSeconds: invited, movedSeconds: moved, cancelledSeconds: cancelled, letters }, null, 2)}\n`,
)
await ground.close()
await rm(folder, { recursive: true, force: true })
