import { thinChanges } from '../src/archive/page-versions-actions.ts'
import { loadDemo } from '../src/edges/cli/demo/load.ts'
import { copyFilled } from './database.ts'
import { openWorld } from './world.ts'

/** A world with the demo group in it, all that follows from it done. It is loaded once a run, and each gets a copy. */
export async function makeDemoWorld() {
  const { url } = await copyFilled('demo', async (fresh) => {
    const world = openWorld(fresh)
    try {
      await loadDemo(world.ground)
      await world.settle()
      // As the job would each five minutes: every page reads them.
      await thinChanges(world.db)
      return {}
    } finally {
      await world.leave()
    }
  })
  return openWorld(url)
}
