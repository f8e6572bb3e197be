import { keepFile } from '../../src/files/actions.ts'
import { addOwnPage } from '../../src/website/own-pages/actions.ts'
import { carlaOf } from '../charter.ts'
import type { World } from '../world.ts'

/** The logo of the site, once a row has made one. */
export const keptSite = { logo: 999_999 }

// A picture that is one: a dot.
const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

/** The site as Carla made it look: with a logo, and with an imprint. */
export async function lookAgain({ db, write, clock, carla }: World): Promise<void> {
  await db.deleteFrom('siteLook').execute()
  const logo = await write((tx) =>
    keepFile(tx, { name: 'logo.png', type: 'image/png', content: dot, personId: carla.personId, at: clock.now }),
  )
  await db
    .insertInto('siteLook')
    .values({ logoId: logo.id, imprint: 'Carla answers for this site.', changedAt: clock.now, changedBy: carla.personId })
    .execute()
  keptSite.logo = logo.id
}

/** A page of the site's own that Carla wrote, for everybody or still a draft. */
export async function ownPageAgain(world: World, published: boolean): Promise<void> {
  await world.db.deleteFrom('sitePage').where('slug', '=', 'joining').execute()
  const carla = { ...(await carlaOf(world)), soleGroup: true }
  const facts = { slug: 'joining', title: 'How to join us', text: 'Write to us.', language: 'en' as const, published }
  await world.write((tx) => addOwnPage(tx, carla, facts))
}
