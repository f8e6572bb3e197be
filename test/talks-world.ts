import { decideTalk, proposeTalk } from '../src/talks/actions.ts'
import { arrangeSession } from '../src/talks/sessions-actions.ts'
import { addSlides } from '../src/talks/slides-actions.ts'
import { giveSlot } from '../src/talks/slots-actions.ts'
import { actorOf } from './requests-world.ts'
import type { World } from './world.ts'

const facts = { abstract: 'What we did.', minutes: 20, language: 'en', visibility: 'public' as const }

/** A talk that Maria gave at a session last month, with slides; a session to come; a proposal of Susi that waits. */
export async function fillTalks(world: World): Promise<void> {
  const [carla, maria, susi] = [await actorOf(world, world.carla), await actorOf(world, world.maria), await actorOf(world, world.susi)]
  const { groupId } = world.group
  const hosts = { groupIds: [groupId], communityIds: [] }
  const session = (day: string) => ({
    title: 'Show and Tell',
    hosts,
    startsAt: new Date(`${day}T13:00:00Z`),
    endsAt: new Date(`${day}T14:00:00Z`),
    zone: 'Europe/Lisbon',
    place: 'https://meet.example/show',
    public: true,
  })
  await world.write(async (tx) => {
    const before = { ...carla, at: new Date('2026-09-01T09:00:00Z') }
    const past = await arrangeSession(tx, before, session('2026-09-18'))
    const slug = await proposeTalk(tx, { ...maria, at: before.at }, groupId, { ...facts, title: 'Rollover in a weekend' })
    await decideTalk(tx, before, slug, 'accepted', '')
    await giveSlot(tx, before, slug, { meetingId: past.id, place: 1, was: null })
    await addSlides(tx, maria, slug, { name: 'slides.txt', type: 'text/plain', content: Buffer.from('One slide') })
    await tx.updateTable('talk').set({ state: 'given', givenOn: '2026-09-18' }).where('slug', '=', slug).execute()
    await arrangeSession(tx, carla, session('2026-11-20'))
    await proposeTalk(tx, susi, groupId, { ...facts, title: 'An open proposal' })
  })
}
