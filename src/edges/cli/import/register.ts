import { stat, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Actor } from '../../../actor.ts'
import { found, nothing, sumOf } from '../../../archive/import/rules.ts'
import { findOwn, importCorrespondence } from '../../../correspondence/import.ts'
import type { Ground } from '../../../ground.ts'
import { applyRoster } from '../../../groups/roster-import/actions.ts'
import { rosterFields } from '../../../groups/roster-import/cells-rules.ts'
import { planRosterTable } from '../../../groups/roster-import/queries.ts'
import { record } from '../../../journal/actions.ts'
import { readTable } from '../../../lib/sheet/read.ts'
import {
  checkMapping,
  faultyRows,
  guessMapping,
  headerWords,
  type Mapping,
  type RowProblem,
  rowsBy,
  type SheetField,
} from '../../../lib/sheet/rules.ts'
import type { Table } from '../../../lib/sheet/table.ts'
import { writeCsv } from '../../../lib/sheet/write.ts'
import { findAddressesByName } from '../../../list/role-addresses/queries.ts'
import { keepInstitutions } from '../../../people/directory-actions.ts'
import { readInstitutions } from '../../../people/directory-rules.ts'
import { applyRegister } from '../../../people/register/actions.ts'
import { registerFields } from '../../../people/register/file-rules.ts'
import { planTable } from '../../../people/register/queries.ts'
import { noteSheet, settleSheet } from '../../../people/sheets-actions.ts'
import { consequences } from '../../consequences.ts'
import { lines, printSheet } from '../import.ts'
import { flags, texts, Usage } from '../inspect.ts'
import { say } from '../open.ts'
import { bytesOf, number, onGround, readWords } from './ground.ts'
import { groupOf } from './group.ts'

const usages = {
  institutions: 'import institutions FILE...',
  register: 'import register FILE [--header LINE] [--column FIELD=COLUMN]... [--skip-wrong] [--faults FILE] [--dry-run] [--all]',
  roster: 'import roster FILE [--group SLUG] [--header LINE] [--column FIELD=COLUMN]... [--skip-wrong] [--faults FILE] [--dry-run] [--all]',
  correspondence: 'import correspondence FILE... --address NAME [--own ADDRESS]... [--dry-run] [--all]',
}
type RegisterKind = keyof typeof usages

const options = {
  ...texts('group', 'address', 'header', 'faults'),
  ...flags('skip-wrong', 'dry-run', 'all'),
  own: { type: 'string', multiple: true },
  column: { type: 'string', multiple: true },
} as const

function read(kind: RegisterKind, args: string[]) {
  const { values, names: files } = readWords(args, options, usages[kind])
  if (files.length === 0) throw new Usage(`name at least one file; usage: ${usages[kind]}`)
  return { files, values }
}
type Wish = ReturnType<typeof read>

/** `--column name=Bibliothek`: what guessing would not find. */
function mappingOf(table: Table, fields: readonly SheetField[], given: string[] = []): Mapping {
  const mapping = guessMapping(table.header, fields)
  for (const pair of given) {
    const [name = '', ...column] = pair.split('=')
    if (!fields.some((field) => field.name === name))
      throw new Usage(`--column ${pair}: use one of ${fields.map((field) => field.name).join(', ')}`)
    mapping[name] = column.join('=')
  }
  const [wrong] = Object.entries(checkMapping(table.header, fields, mapping))
  if (wrong) throw new Usage(`${wrong[0]}: ${wrong[1]} The file has: ${table.header.join(', ')}`)
  return mapping
}

const shown = 20

function printProblems(file: string, problems: RowProblem[], all = false, skipped = false): void {
  for (const { line, column, problem } of all ? problems : problems.slice(0, shown))
    process.stderr.write(`${file}: line ${line}${column ? `, ${column}` : ''}: ${problem}\n`)
  if (skipped) {
    say(`${file}: ${number.format(problems.length)} ${problems.length === 1 ? 'row is' : 'rows are'} left out.`)
    return
  }
  throw new Usage(
    `${file}: ${problems.length === 1 ? 'a row is' : `${number.format(problems.length)} rows are`} wrong; nothing was changed`,
  )
}

async function importInstitutions({ database: { write } }: Ground, actor: Actor, { files }: Wish): Promise<void> {
  for (const file of files) {
    const { source, institutions, skipped } = readInstitutions((await bytesOf(file)).toString('utf8'))
    const { added, known, gone } = await write((tx) => keepInstitutions(tx, actor, source, institutions))
    say(`${file} (${source === 'ror' ? 'ROR' : 'Hipo'})`)
    for (const [word, count] of [
      ['new', added],
      ['known', known],
      ['gone', gone],
      ['no records', skipped],
    ] as const)
      say(`  ${word.padEnd(12)} ${number.format(count).padStart(10)}`)
  }
  say('These are suggestions. The directory was not changed.')
}

const onlyFile = ({ files }: Wish, kind: RegisterKind): string => {
  if (files.length > 1) throw new Usage(`name only one file; usage: ${usages[kind]}`)
  return files[0] as string
}

/** The table of a file, with the header that was named, or the one that looks most like one. */
async function tableOf(file: string, fields: readonly SheetField[], { values: { header } }: Wish): Promise<Table> {
  const line = Number(header)
  if (header !== undefined && !(Number.isSafeInteger(line) && line > 0)) throw new Usage(`--header ${header}: enter the number of a line`)
  return readTable(await bytesOf(file), { header: header === undefined ? { words: headerWords(fields) } : { line } })
}

/** Says which rows have a problem, and writes them into a file to be mended, where one was named; ends it where they are not to be left out. */
async function sayProblems(file: string, table: Table, problems: RowProblem[], { values }: Wish): Promise<void> {
  if (values.faults) {
    const { titles, rows } = faultyRows(table, problems)
    await writeFile(values.faults, writeCsv(titles, rows), { mode: 0o600 })
  }
  printProblems(file, problems, values.all, values['skip-wrong'])
}

async function importRegister({ database: { db, write } }: Ground, actor: Actor, wish: Wish): Promise<void> {
  const file = onlyFile(wish, 'register')
  const table = await tableOf(file, registerFields, wish)
  const mapping = mappingOf(table, registerFields, wish.values.column)
  const plan = await planTable(db, actor, table, mapping)
  if (plan.problems.length > 0) await sayProblems(file, table, plan.problems, wish)
  if (wish.values['dry-run']) {
    const fresh = plan.changes.filter((change) => change.fresh).length
    say(`${file}: ${fresh} would be added, ${plan.changes.length - fresh} changed, ${plan.unchanged} stay as they are.`)
    say('This was a dry run: nothing was changed.')
    return
  }
  const { added, changed, unchanged } = await write((tx) =>
    applyRegister(tx, actor, consequences, rowsBy(registerFields, table, mapping), { skipWrong: wish.values['skip-wrong'] }),
  )
  say(`${file}: ${number.format(added)} added, ${number.format(changed)} changed, ${number.format(unchanged)} as they were.`)
}

async function importRoster(ground: Ground, actor: Actor, wish: Wish): Promise<void> {
  const { db, write } = ground.database
  const file = onlyFile(wish, 'roster')
  const group = await groupOf(ground, wish.values.group, usages.roster)
  const table = await tableOf(file, rosterFields, wish)
  const mapping = mappingOf(table, rosterFields, wish.values.column)
  const plan = await planRosterTable(db, actor, group.id, table, mapping)
  if (plan.problems.length > 0) await sayProblems(file, table, plan.problems, wish)
  if (wish.values['dry-run']) {
    say(
      `${file}: ${plan.changes.length} ${plan.changes.length === 1 ? 'term' : 'terms'} would be added or ended, ${plan.unchanged} ${plan.unchanged === 1 ? 'stays as it is' : 'stay as they are'}.`,
    )
    say('This was a dry run: nothing was changed.')
    return
  }
  const { added, ended, unchanged, people } = await write(async (tx) => {
    const sheetId = await noteSheet(tx, actor, { groupId: group.id, filename: basename(file) })
    const balance = await applyRoster(
      tx,
      actor,
      group.id,
      { table, mapping },
      {
        sheetId,
        skipWrong: wish.values['skip-wrong'],
      },
    )
    await settleSheet(tx, actor, sheetId, balance)
    return balance
  })
  say(
    `${file}: ${number.format(added)} ${added === 1 ? 'term' : 'terms'} added, ${number.format(ended)} ended, ${number.format(unchanged)} as they were; ${number.format(people)} new ${people === 1 ? 'person' : 'people'}.`,
  )
}

async function importMailboxes(ground: Ground, actor: Actor, { files, values }: Wish): Promise<void> {
  const { db } = ground.database
  if (!values.address) throw new Usage(`name the role mailbox with --address; usage: ${usages.correspondence}`)
  const name = values.address.toLowerCase().split('@')[0] ?? ''
  const [desk] = await findAddressesByName(db, [name])
  if (!desk) throw new Usage(`there is no role mailbox "${name}"; create it first on the page /role-addresses`)
  const own = await findOwn(db, desk, ground.context.site.mailDomain, values.own ?? [])
  let total = nothing
  for (const file of files) {
    // A name that is none stops it before anything is kept.
    await stat(file).catch((error: Error) => {
      throw new Usage(`${file}: ${error.message}`)
    })
    const done = await importCorrespondence(ground.database, actor, desk, file, { own, dryRun: values['dry-run'] })
    total = sumOf(total, done.balance)
    printSheet(file, done, values.all)
  }
  if (files.length > 1) say(`\nAll files\n${lines(total).join('\n')}`)
  if (values['dry-run']) say('\nThis was a dry run: nothing was changed.')
  else if (found(total) > 0)
    await ground.database.write((tx) =>
      record(tx, actor, {
        action: 'correspondence.imported',
        subject: `role-address:${desk.id}`,
        groupId: desk.groupId ?? undefined,
        details: { ...total },
      }),
    )
}

const commands: Record<RegisterKind, (ground: Ground, actor: Actor, wish: Wish) => Promise<void>> = {
  institutions: importInstitutions,
  register: importRegister,
  roster: importRoster,
  correspondence: importMailboxes,
}

/** `rapport import institutions|register|roster|correspondence`: what a user group has kept elsewhere. Nobody is mailed. */
export async function importRegisterCommand(args: string[]): Promise<number> {
  const kind = args[0] as RegisterKind
  const wish = read(kind, args)
  return onGround((ground, actor) => commands[kind](ground, actor, wish), { administrator: true })
}
