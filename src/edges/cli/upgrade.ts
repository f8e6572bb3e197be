import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Config, readConfig } from '../../config.ts'
import { connect, type Database } from '../../lib/db/connect.ts'
import { type Migration, planMigration } from '../../lib/db/migrate.ts'
import { readDisk } from '../../lib/disk.ts'
import { sizeInWords } from '../../operations/doctor/sizes.ts'
import { measureKept } from '../../operations/watch/queries.ts'
import { Usage } from './inspect.ts'
import { openDatabase } from './open.ts'

// From src/edges/cli and from dist/edges/cli alike.
const root = resolve(import.meta.dirname, '../../..')
const count = (n: number, one: string, other: string): string => `${n === 1 ? 'One' : n} ${n === 1 ? one : other}`

/**
 * `rapport upgrade --check`: what this version would do to the database that the settings name, and what the way back would be. Changes
 * nothing, and runs beside the version before. Ends with 1 where this version would refuse to start.
 */
export async function upgrade(args: string[]): Promise<number> {
  if (args.length !== 1 || args[0] !== '--check')
    throw new Usage('upgrade takes --check, and changes nothing; docs/operators/upgrade.md says how to change over')
  const config = readConfig()
  const opened = await openDatabase(config, { share: true })
  const { pool, close } = connect(opened.url, { size: 1 })
  try {
    const { version } = JSON.parse(await readFile(resolve(root, 'package.json'), 'utf8')) as { version: string }
    const { due, refusal, unknown } = await planMigration(pool)
    const lines = [
      `Rapport ${version} in ${root}`,
      ...(refusal ? [`It would not start: ${refusal}`] : stepsInWords(due, unknown)),
      ...(await roomInWords(config, pool)),
      ...(refusal ? [] : wayBack(due)),
    ]
    process.stdout.write(`${lines.join('\n')}\n`)
    return refusal ? 1 : 0
  } finally {
    await close()
    await opened.close()
  }
}

function stepsInWords(due: readonly Migration[], unknown: number): string[] {
  const newer =
    unknown > 0
      ? [`${count(unknown, 'step', 'steps')} of a newer version ${unknown === 1 ? 'is' : 'are'} there; this one runs beside.`]
      : []
  if (due.length === 0) return [...newer, 'The database has the schema that it needs: nothing is changed.']
  return [
    ...newer,
    `${count(due.length, 'step', 'steps')} of the schema would be taken at its start, each in a transaction:`,
    ...due.map(({ name, beside }) => `  ${name}${beside ? '' : '  (the version before is not made for it)'}`),
  ]
}

/** What would be kept if all went wrong, and whether there is room. */
async function roomInWords({ dataFolder }: Config, pool: Database['pool']): Promise<string[]> {
  const { bytes, backupHours } = await measureKept(pool)
  const disk = await readDisk(dataFolder)
  return [
    `The database has ${sizeInWords(bytes)}${disk ? `; ${sizeInWords(disk.free)} are free on the disk of ${dataFolder}` : ''}.`,
    backupHours === null || backupHours > 26
      ? 'There is no backup of the schedule of the last day. Take one first: rapport backup FILE'
      : `The newest backup of the schedule is ${count(backupHours, 'hour', 'hours').toLowerCase()} old.`,
  ]
}

/** How to return: by the link alone where the version before can live with the steps, else with a backup. */
function wayBack(due: readonly Migration[]): string[] {
  if (due.every(({ beside }) => beside))
    return ['The way back is the link: set it to the folder of the version before, and restart.', 'Old and new processes may run at once.']
  return [
    'The way back is the backup, restored with the version before into an empty data folder or database.',
    'With several processes: stop all of the version before, then start this one.',
  ]
}
