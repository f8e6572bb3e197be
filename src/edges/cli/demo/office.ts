import { type Actor, program } from '../../../actor.ts'
import type { Site } from '../../../config.ts'
import { appoint } from '../../../groups/actions.ts'
import { addHolding } from '../../../groups/handover/actions.ts'
import { listCommunities, listGroups, loadActor } from '../../../groups/queries.ts'
import { seat } from '../../../groups/roster/actions.ts'
import { addAction } from '../../../groups/tasks/actions.ts'
import type { Tx } from '../../../lib/db/rows.ts'
import { openAddress } from '../../../list/role-addresses/actions.ts'
import { offer, openCall } from '../../../list/volunteers/actions.ts'
import { findPersonByEmail } from '../../../people/queries.ts'
import { dayOf, rawMail } from './hand.ts'

/** Who served before, in the years that are known. */
const past = [
  { email: 'harriet.cole@fenland.example', role: 'coordinator', from: '2016', to: '2018', how: 'elected' },
  { email: 'p.vanhouten@merwede.example', role: 'coordinator', from: '2019', to: '2021', how: 'elected' },
  { email: 'katrin.seidel@havelstadt.example', role: 'deputy', from: '2019', to: '2021', how: 'appointed by the group' },
  { email: 'sofia.lindqvist@norrvik.example', role: 'member', from: '2017', to: '2020', how: 'volunteer' },
  { email: 'kofi.mensah@voltaplains.example', role: 'member', from: '2018', to: '?', how: 'volunteer' },
  { email: 'rachel.stein@lakeontario.example', role: 'liaison', from: '2020', to: '2022', how: 'named by the steering committee' },
] as const

/** Gives roles an address, writes down what they have elsewhere, what is to be done, who served before, and calls for volunteers. */
export async function loadOffice(tx: Tx, site: Site, at: Date): Promise<void> {
  const actor: Actor = { ...program(at), via: 'cli', grants: [{ role: 'administrator', groupId: null, communityId: null }] }
  const [[group], [community]] = await Promise.all([listGroups(tx), listCommunities(tx)])
  if (!group || !community) return
  const idOf = async (email: string) => (await findPersonByEmail(tx, email))?.id ?? 0
  for (const one of past) await seat(tx, actor, { ...one, groupId: group.id, formal: one.role !== 'member' })
  await appoint(tx, actor, {
    personId: await idOf('samuel.okafor@ghazala.example'),
    role: 'steering',
    communityId: community.id,
    formal: true,
    fromOn: '2024-09-01',
    toOn: '2027-08-31',
  })
  await openAddress(tx, actor, { name: 'lectio-coordinator', title: 'Lectio Coordinator', role: 'coordinator', groupId: group.id }, false)
  const steering = { name: 'lsui-steering', title: 'LSUI Steering Committee', role: 'steering', communityId: community.id } as const
  await openAddress(tx, actor, steering, false)
  for (const holding of [
    { title: 'Meeting account of the secretariat', note: 'Ask the secretariat to add the new coordinator as a host; the room link stays.' },
    { title: 'Login to the vendor’s idea portal', note: 'Quillon changes the name on the account within two days.' },
  ])
    await addHolding(tx, actor, group.id, { role: 'coordinator', ...holding })
  const ines = await idOf('ines.albrecht@oldharbour.example')
  for (const [title, ownerId, days] of [
    ['Ask Quillon for the costs of the top twenty', ines, 6],
    ['Draft the dates of next year’s meetings', await idOf('weilin.tan@straits.example'), 20],
    ['Send the minutes of the last meeting round', await idOf('aoife.lennon@corrib.example'), -3],
  ] as const)
    await addAction(tx, actor, { title, groupId: group.id, ownerId, dueOn: dayOf(at, days) })
  const self = await loadActor(tx, ines, at, 'web')
  if (!self) return
  const call = await openCall(tx, self, site, group, {
    role: 'member',
    seats: 2,
    text: 'Two of our members end their terms. We look for people who use Lectio every week and have about two hours a month: to collate user cases, to test what the vendor delivers, and to bring a Show and Tell session now and then. You need no experience with committees.',
    fromOn: dayOf(at, 45),
    toOn: dayOf(at, 45 + 730),
    closesOn: dayOf(at, 21),
  })
  const maren = await loadActor(tx, await idOf('maren.oduya@northfield.example'), at, 'web')
  if (maren)
    await offer(
      tx,
      maren,
      call,
      'I have run our reading lists since 2019 and moved 1,900 of them to Lectio. I could test releases on our sandbox on Fridays.',
    )
}

/** Letters to the coordinator, as they come by mail. */
export const lettersToCoordinator = (mailDomain: string, at: Date): Buffer[] =>
  [
    {
      from: 'Vera Lindgren <vera.lindgren@quillon.example>',
      subject: 'Dates for the costing talks',
      hours: 26,
      text: 'Dear Ines,\n\nour product team can talk through the costs of the top twenty in the second week of next month. Would Tuesday or Thursday suit the group? An hour and a half should do.\n\nKind regards\nVera Lindgren\nProduct manager, Lectio',
    },
    {
      from: 'Marta Quintela <marta.quintela@quillon-iberia.example>',
      subject: 'Workshop in Porto: a speaker from the working group?',
      hours: 73,
      text: 'Dear coordinator,\n\nwe are planning a workshop for Portuguese libraries and would be glad of a speaker from your group, half an hour on how enhancement requests are collected and voted on. Travel is covered.\n\nWith thanks\nMarta Quintela',
    },
  ].map(({ hours, text, ...letter }, i) =>
    rawMail(
      {
        ...{ ...letter, to: `lectio-coordinator@${mailDomain}` },
        ...{ at: new Date(at.getTime() - hours * 3_600_000), id: `demo-letter-${i + 1}@quillon.example` },
      },
      ...['MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit', '', text, ''],
    ),
  )
