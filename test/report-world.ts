import { approveReport, startReport } from '../src/reports/actions.ts'
import { carlaOf } from './charter.ts'
import type { World } from './world.ts'

/** A report of last year that everyone may read, and a draft of the running one. */
export async function fillReports(world: World): Promise<void> {
  const carla = await carlaOf(world)
  await world.write(async (tx) => {
    await startReport(tx, carla, { group: 'lectio', fromOn: '2025-01-01', toOn: '2025-12-31' })
    await approveReport(tx, carla, 'lectio-2025', { public: true })
    await startReport(tx, carla, { group: 'lectio', fromOn: '2026-01-01', toOn: '2026-12-31' })
  })
}
