import { program } from '../../src/actor.ts'
import { turn } from '../../src/ballots/jobs.ts'
import { putMotion } from '../../src/ballots/motions/actions.ts'
import type { Ground } from '../../src/ground.ts'
import { appoint, foundGroup } from '../../src/groups/actions.ts'
import { loadActor } from '../../src/groups/queries.ts'
import { openList, subscribe } from '../../src/list/actions.ts'
import { ensurePerson } from '../../src/people/actions.ts'
import { makeToken } from '../../src/people/tokens-actions.ts'

/** Who may write to the list. */
export const writer = 'maria@maria.example'

/** A group with one list, `lectio-l`, its subscribers, and a coordinator who hears of what is held. */
export async function found({ context }: Ground, subscribers: string[]) {
  const actor = program(new Date())
  return context.write(async (tx) => {
    const { groupId, communityId } = await foundGroup(tx, actor, {
      community: { slug: 'c', name: 'C' },
      vendor: 'V',
      product: 'P',
      group: { slug: 'g', name: 'G' },
    })
    const listId = await openList(tx, actor, { groupId, communityIds: [communityId], name: 'lectio-l', title: 'Lectio-L' })
    for (const email of [writer, ...subscribers])
      await subscribe(tx, actor, { listId, groupId, ...(await ensurePerson(tx, actor, { name: email, email, verified: true })) })
    const { personId } = await ensurePerson(tx, actor, { name: 'Carla', email: 'carla@carla.example', verified: true })
    await appoint(tx, actor, { personId, role: 'coordinator', groupId, fromOn: '2026-01-01' })
    return { groupId, personId }
  })
}

/** The coordinator at her browser: signed in, with a motion to vote on. */
export async function seatCoordinator({ context }: Ground, { groupId, personId }: { groupId: number; personId: number }) {
  const actor = await loadActor(context.db, personId, new Date(), 'web')
  if (!actor) throw new Error('the coordinator is not there')
  const closesAt = new Date(Date.now() + 7 * 86_400_000)
  const ballotId = await context.write((tx) =>
    putMotion(tx, actor, {
      groupId,
      title: 'Monthly',
      question: 'Each month?',
      closesAt,
      byConsent: false,
      secrecy: 'public',
      zone: 'UTC',
    }),
  )
  await turn({}, context)
  const voter = await context.db
    .selectFrom('voter')
    .select('id')
    .where('ballotId', '=', ballotId)
    .where('personId', '=', personId)
    .executeTakeFirstOrThrow()
  const made = await context.auth.createCode('carla@carla.example')
  const { headers } = await context.auth.signIn('carla@carla.example', made?.code ?? '', new Headers())
  const cookie = headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  return { cookie, paper: `/ballots/${ballotId}/papers/${voter.id}`, hosts: `g${groupId}` }
}

/** The token of an administrator, who has what is parked tried again. */
export async function seatAdministrator({ context }: Ground): Promise<string> {
  const actor = program(new Date())
  return context.write(async (tx) => {
    const { personId } = await ensurePerson(tx, actor, { name: 'Ada', email: 'ada@ada.example', verified: true })
    await appoint(tx, actor, { personId, role: 'administrator', fromOn: '2026-01-01' })
    return (await makeToken(tx, actor, { personId, name: 'What is parked', scopes: ['admin'], days: 30 })).token
  })
}
