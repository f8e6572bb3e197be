import { made } from '../meetings-world.ts'
import { makeWorldWith, type WorldOptions } from '../world.ts'
import { programme } from './kept-programme.ts'
import { keptSite } from './kept-site.ts'
import { kept } from './kept-things.ts'
import { buried } from './plant.ts'
import { addOffices, furnish } from './table.ts'
import { things } from './things.ts'

// What the rows of the access table ask for by number: it goes with the world, into whichever file opens it.
const numbers = { buried, kept, keptSite, made, programme, things }

/** The world that the access table is about, with the people of its offices. It is furnished once a run, and each gets a copy. */
export async function makeFurnishedWorld(options: WorldOptions = {}) {
  const { world, known } = await makeWorldWith(
    'furnished',
    async (fresh) => {
      await furnish(fresh)
      const offices = await addOffices(fresh)
      return { offices, numbers, now: fresh.clock.now.toISOString() }
    },
    options,
  )
  for (const [name, held] of Object.entries(numbers)) Object.assign(held, known.numbers[name as keyof typeof numbers])
  world.clock.now = new Date(known.now)
  return { ...world, ...known.offices }
}
