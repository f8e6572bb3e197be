import { readConfig } from '../../config.ts'
import { type Ground, openGround } from '../../ground.ts'
import { quiet, requireDatabase } from './open.ts'

/** Does the work of a command on the ground, beside a Rapport that may be running. */
export async function withGround<T>(work: (ground: Ground) => Promise<T>, connections?: number): Promise<T> {
  const config = readConfig()
  requireDatabase(config)
  const ground = await openGround(quiet(config), { connections, share: true })
  try {
    return await work(ground)
  } finally {
    await ground.close()
  }
}
