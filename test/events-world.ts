import { addEvent, setCall } from '../src/events/actions.ts'
import { proposeForEvent } from '../src/events/call-actions.ts'
import { addEventSession, addSessionFile } from '../src/events/sessions-actions.ts'
import { actorOf } from './requests-world.ts'
import type { World } from './world.ts'

/** A conference to come with a session that has slides, an open call, and a proposal of Susi. */
export async function fillEvents(world: World): Promise<void> {
  const [carla, susi] = [await actorOf(world, world.carla), await actorOf(world, world.susi)]
  await world.write(async (tx) => {
    const hosts = { groupIds: [world.group.groupId], communityIds: [] }
    const slug = await addEvent(tx, carla, hosts, {
      title: 'Sister conference 2026',
      kind: 'conference',
      summary: '',
      firstOn: '2026-12-01',
      lastOn: '2026-12-03',
      zone: 'Europe/Lisbon',
      place: 'Porto',
      online: true,
      website: '',
      public: true,
      expectsFormal: true,
    })
    await setCall(tx, carla, slug, { callText: 'Short talks.', callOpensOn: '2026-10-01', callClosesOn: '2026-11-01' })
    const sessionId = await addEventSession(tx, carla, slug, {
      title: 'What we learned',
      summary: '',
      startsAt: new Date('2026-12-01T10:00:00Z'),
      endsAt: new Date('2026-12-01T11:00:00Z'),
      room: '',
      presented: true,
      talkId: null,
      link: '',
    })
    await addSessionFile(tx, carla, slug, sessionId, { name: 'slides.txt', type: 'text/plain', content: Buffer.from('Another slide') })
    await proposeForEvent(tx, susi, slug, { title: 'Rollover', text: 'How we did it.', withWhom: '', minutes: 30 })
  })
}
