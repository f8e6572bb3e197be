import { program } from '../../src/actor.ts'
import { acceptMail } from '../../src/edges/mailroom/actions.ts'
import { appoint } from '../../src/groups/actions.ts'
import type { Access } from '../access.ts'
import { openBallots } from '../ballots.ts'
import { adoptTemplate, draftNext } from '../charter.ts'
import { openDesk } from '../desk.ts'
import { fillEvents } from '../events-world.ts'
import { mail } from '../mail.ts'
import { openMeetings } from '../meetings-world.ts'
import { fillReports } from '../report-world.ts'
import { fillRequests } from '../requests-world.ts'
import { fillTalks } from '../talks-world.ts'
import type { World } from '../world.ts'
import { apiAccess } from './api.ts'
import { ballotsAccess } from './ballots.ts'
import { bouncesAccess } from './bounces.ts'
import { charterAccess } from './charter.ts'
import { fillVendor } from './desk-things.ts'
import { documentsAccess, fileDocuments } from './documents.ts'
import { eventAccess } from './events.ts'
import { groundAccess } from './ground.ts'
import { guestAccess } from './guests.ts'
import { meetingAccess } from './meetings.ts'
import { movingAccess } from './moving.ts'
import { fillNews, newsAccess } from './news.ts'
import { officeAccess } from './office.ts'
import { peopleAccess } from './people.ts'
import { plant } from './plant.ts'
import { privacyAccess } from './privacy.ts'
import { reportAccess } from './reports.ts'
import { requestsAccess } from './requests.ts'
import { signInAccess } from './sign-in.ts'
import { siteAccess } from './site.ts'
import { talkAccess } from './talks.ts'
import { fillPeople, fillWork } from './things.ts'
import { todayAccess } from './today.ts'
import { vendorAccess } from './vendor.ts'
import { webhooksAccess } from './webhooks.ts'

/** Every address × every role. A domain adds its rows in a file of its own beside this one. */
export const access: Access = {
  ...groundAccess,
  ...guestAccess,
  ...apiAccess,
  ...ballotsAccess,
  ...bouncesAccess,
  ...charterAccess,
  ...eventAccess,
  ...peopleAccess,
  ...reportAccess,
  ...requestsAccess,
  ...signInAccess,
  ...privacyAccess,
  ...officeAccess,
  ...meetingAccess,
  ...documentsAccess,
  ...movingAccess,
  ...talkAccess,
  ...vendorAccess,
  ...todayAccess,
  ...webhooksAccess,
  ...newsAccess,
  ...siteAccess,
}

/** Puts something into the world for the addresses to show: what a domain's rows ask for by number or name. */
export async function furnish(world: World): Promise<void> {
  await openDesk(world)
  await adoptTemplate(world)
  await draftNext(world)
  const raw = mail({
    from: 'Maria <maria@maria.example>',
    subject: 'Hello',
    id: 'first@maria.example',
    text: 'Hello all\n\n> one\n> two\n> three\n> four\n\nYes.',
    attachment: { name: 'a.txt', content: 'An attachment' },
  })
  await acceptMail(world.write, { raw, mailFrom: 'maria@maria.example', rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
  await world.settle()
  await fillRequests(world)
  await openBallots(world)
  await fillTalks(world)
  await fillEvents(world)
  await fillReports(world)
  await fileDocuments(world)
  await openMeetings(world)
  await fillNews(world)
  await fillPeople(world)
  await fillWork(world)
  await plant(world)
}

/** Those whose part in the group is an office: the liaison, the steering committee, the vendor's guest. */
export async function addOffices(world: World) {
  const { groupId, communityId } = world.group
  const [lena, stella, vera] = [
    await world.addPerson('Lena'),
    await world.addPerson('Stella'),
    await world.addPerson('Vera', { email: 'vera@quillon.example' }),
  ]
  await world.give(lena, 'liaison', groupId)
  await world.give(vera, 'vendor_guest', groupId)
  const steering = { personId: stella.personId, role: 'steering' as const, communityId, fromOn: '2026-01-01' }
  await world.write((tx) => appoint(tx, program(world.clock.now), steering))
  await fillVendor(world, vera)
  return { lena, stella, vera }
}
