import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Config, readConfig } from '../../config.ts'
import type { Database } from '../../lib/db/connect.ts'
import { type Migration, planMigration } from '../../lib/db/migrate.ts'
import { readDisk } from '../../lib/disk.ts'
import { sizeInWords } from '../../operations/doctor/sizes.ts'
import { measureKept } from '../../operations/watch/queries.ts'
import { Usage } from './inspect.ts'
import { counted, say, withDatabase } from './open.ts'

// From src/edges/cli and from dist/edges/cli alike.
const root = resolve(import.meta.dirname, '../../..')
const count = (n: number, one: string, other: string): string => counted(n, one, other).replace(/^1 /, 'One ')

/**
 * `rapport upgrade --check`: what this version would do to the database that the settings name, and what the way back would be. Changes
 * nothing, and runs beside the version before. Ends with 1 where this version would refuse to start.
 */
export async function upgrade(args: string[]): Promise<number> {
  if (args.length !== 1 || args[0] !== '--check')
    throw new Usage('upgrade needs --check: it shows what would change. To upgrade, see docs/operators/upgrade.md')
  const config = readConfig()
  return withDatabase(config, 1, async ({ pool }) => {
    const { version } = JSON.parse(await readFile(resolve(root, 'package.json'), 'utf8')) as { version: string }
    const { due, refusal, unknown } = await planMigration(pool)
    const lines = [
      `Rapport ${version} in ${root}`,
      ...(refusal ? [`This version would not start: ${refusal}`] : stepsInWords(due, unknown)),
      ...(await roomInWords(config, pool)),
      ...(refusal ? [] : wayBack(due)),
    ]
    say(lines.join('\n'))
    return refusal ? 1 : 0
  })
}

function stepsInWords(due: readonly Migration[], unknown: number): string[] {
  const newer =
    unknown > 0
      ? [
          `The database already has ${count(unknown, 'update', 'updates').toLowerCase()} of a newer version. This version can run beside it.`,
        ]
      : []
  if (due.length === 0) return [...newer, 'The database is up to date: nothing would change.']
  return [
    ...newer,
    `${count(due.length, 'update', 'updates')} of the database when this version starts, each in a transaction:`,
    ...due.map(({ name, beside }) => `  ${name}${beside ? '' : '  (the previous version cannot run with it)'}`),
  ]
}

/** What would be kept if all went wrong, and whether there is room. */
async function roomInWords({ dataFolder }: Config, pool: Database['pool']): Promise<string[]> {
  const { bytes, backupHours } = await measureKept(pool)
  const disk = await readDisk(dataFolder)
  return [
    `Size of the database: ${sizeInWords(bytes)}.${disk ? ` Free on the disk of ${dataFolder}: ${sizeInWords(disk.free)}.` : ''}`,
    backupHours === null || backupHours > 26
      ? 'There is no scheduled backup of the last day. Make one first: rapport backup FILE'
      : `The newest scheduled backup is ${count(backupHours, 'hour', 'hours').toLowerCase()} old.`,
  ]
}

/** How to return: by the link alone where the version before can live with the steps, else with a backup. */
function wayBack(due: readonly Migration[]): string[] {
  if (due.every(({ beside }) => beside))
    return ['To go back: set the link to the folder of the previous version, and restart.', 'Both versions can run at the same time.']
  return [
    'To go back: restore a backup with the previous version into an empty data folder or database.',
    'If you run several processes: stop all of the previous version before you start this one.',
  ]
}
