import { basename } from 'node:path'
import type { Actor } from '../../../actor.ts'
import type { Ground } from '../../../ground.ts'
import type { PlanRow } from '../../../imports/plan-rules.ts'
import { listLeftItems } from '../../../imports/queries.ts'
import { type Moved, moveIn, planOf, type Step, tryArchive } from '../../../imports/run.ts'
import { openMembers, openSource, type Source } from '../../../imports/source.ts'
import { sayKept } from '../../../lib/ui/kept.ts'
import { findLeavers, findMembers } from '../../../list/import-queries.ts'
import { findListsByName } from '../../../list/queries.ts'
import { ensureList, lines, requireCharset } from '../import.ts'
import { flags, texts, Usage } from '../inspect.ts'
import { progressLine, say } from '../open.ts'
import { bytesOf, number, onGround, onlyOne, readWords } from './ground.ts'

const usage =
  'import mailman DIR|config.pck|URL [--from NAME] [--list NAME] [--group SLUG] [--mbox FILE]... [--charset NAME] [--keep-settings] [--dry-run] [--all] | import members FILE --list NAME [--digest|--nomail] [--sync] [--skip-wrong] [--dry-run] [--all] [--rows]'

const options = {
  ...texts('from', 'list', 'group', 'charset'),
  ...flags('keep-settings', 'digest', 'nomail', 'sync', 'skip-wrong', 'dry-run', 'all', 'rows'),
  mbox: { type: 'string', multiple: true },
} as const

function read(args: string[]) {
  const { kind, names, values } = readWords(args, options, usage)
  requireCharset(values.charset)
  return { kind, place: onlyOne(names, 'source', usage), values }
}

type Wish = ReturnType<typeof read>

const count = (n: number, one: string, other: string): string => `${number.format(n)} ${n === 1 ? one : other}`

async function open({ kind, place, values }: Wish): Promise<Source> {
  if (kind === 'mailman') return openSource(place, { from: values.from, mailboxes: values.mbox ?? [] })
  if (!values.list) throw new Usage(`import members: name the list with --list; usage: ${usage}`)
  return openMembers(
    basename(place),
    await bytesOf(place),
    values.list.toLowerCase(),
    values.nomail ? 'none' : values.digest ? 'mime' : 'each',
  )
}

/** `rapport import mailman …` and `rapport import members …`: shows what becomes what, then does it, and ends with a balance sheet. */
export async function importList(args: string[]): Promise<number> {
  const wish = read(args)
  const { values } = wish
  const source = await open(wish)
  const progress = progressLine()
  return onGround(async (ground, actor) => {
    const { db } = ground.database
    const name = values.list?.toLowerCase() ?? source.departing.name
    const [known] = await findListsByName(db, [name])
    const choices = { settings: !values['keep-settings'] && source.departing.program !== 'file', sync: values.sync ?? false }
    const plan = planOf(source, known !== undefined, choices)
    printPlan(source, name, plan.rows)
    printWrong(source, values.all ?? false)
    printRows(source, values.rows ?? false)
    if (wish.kind === 'members') await printChange(db, known?.id, source, choices.sync)
    if (values['dry-run']) return printTry(ground, actor, known?.id, source, values.charset)
    if (source.wrong.length > 0 && !values['skip-wrong']) {
      say(
        `\nNothing was changed: ${count(source.wrong.length, 'line is', 'lines are')} wrong. Correct the file, or take the rest with --skip-wrong.`,
      )
      return 1
    }
    const list = await ensureList(ground, actor, { list: name, group: values.group, dryRun: false })
    if (!list) throw new Usage(`there is no list "${name}"`)
    const moved = await moveIn(ground.database, actor, list, source, plan, {
      choices,
      mailDomain: ground.context.site.mailDomain,
      charset: values.charset,
      tell: (step) => progress.say(stepInWords(step)),
    })
    progress.clear()
    await printBalance(db, moved, values.all ?? false)
  }).finally(progress.clear)
}

/** What the mail of a source would come to. */
async function printTry({ database }: Ground, actor: Actor, listId: number | undefined, source: Source, charset: string | undefined) {
  for (const { name, imported } of await tryArchive(database, actor.at, listId, source, charset))
    say(`\n${name}\n${lines(imported.balance).join('\n')}`)
  say('\nThis was a dry run: nothing was changed.')
}

const stepInWords = ({ what, done, of }: Step): string =>
  `${sayKept(what)}: ${number.format(done)}${of === undefined ? '' : ` of ${number.format(of)}`}`

const marks: Record<PlanRow['how'], string> = { taken: 'taken', changed: 'changed', left: 'left', clash: 'CLASH' }

function printPlan({ name, mailboxes, volumes }: Source, list: string, rows: PlanRow[]): void {
  say(`${name} → ${list}\n`)
  const cells = rows.map(({ what, was, becomes, how }) => [marks[how], sayKept(what), sayKept(was).slice(0, 48), sayKept(becomes)])
  const widths = [0, 1, 2].map((i) => Math.max(0, ...cells.map((row) => (row[i] as string).length)))
  for (const row of cells) say(`  ${row.map((cell, i) => (i < 3 ? cell.padEnd(widths[i] as number) : cell)).join('  ')}`)
  if (mailboxes.length > 0) say(`\n  Mail is read from: ${mailboxes.map((path) => basename(path)).join(', ')}`)
  if (volumes.length > 0) say(`  Old addresses of ${count(volumes.length, 'volume', 'volumes')} of pipermail lead on to the messages.`)
}

const shown = 10

function printWrong({ wrong }: Source, all: boolean): void {
  if (wrong.length === 0) return
  say(`\n  ${count(wrong.length, 'line is', 'lines are')} wrong:`)
  for (const { line, reason } of all ? wrong : wrong.slice(0, shown)) say(`    line ${line}: ${sayKept(reason)}`)
  if (!all && wrong.length > shown) say(`    and ${number.format(wrong.length - shown)} more; --all prints them`)
}

/** What becomes of each row of a file of members. */
function printRows({ rows }: Source, wanted: boolean): void {
  if (!wanted) return
  say('')
  for (const { line, email, how, becomes } of rows)
    say(`  line ${line}  ${marks[how].padEnd(7)}  ${email}: ${becomes.map((one) => sayKept(one)).join(' ')}`)
}

/** Who would come, and who would go. */
async function printChange(db: Parameters<typeof findMembers>[0], listId: number | undefined, { departing }: Source, sync: boolean) {
  const emails = departing.members.map(({ email }) => email)
  const here = listId === undefined ? new Set<string>() : await findMembers(db, listId, emails)
  say(`\n  ${count(emails.length - here.size, 'is', 'are')} new, ${count(here.size, 'is', 'are')} already on the list.`)
  if (!sync || listId === undefined) return
  const leaving = await findLeavers(db, listId, emails)
  say(`  ${count(leaving.length, 'is', 'are')} on the list and not in the file; with --sync they leave it:`)
  for (const { email } of leaving.slice(0, shown)) say(`    ${email}`)
  if (leaving.length > shown) say(`    and ${number.format(leaving.length - shown)} more`)
}

const kinds: Record<string, string> = {
  member: 'members',
  line: 'lines',
  leaver: 'left the list',
  ban: 'bans',
  stranger: 'strangers',
  held: 'held mail',
  applicant: 'requests',
  address: 'old addresses',
}
const outcomes = { added: 'added', known: 'here already', left: 'left out', wrong: 'wrong' } as const

async function printBalance(db: Parameters<typeof listLeftItems>[0], { moveId, counts, mail, mailboxes, addresses }: Moved, all: boolean) {
  say(`\nImport move-${moveId}\n`)
  for (const { kind, outcome, items } of counts)
    say(`  ${(kinds[kind] ?? kind).padEnd(16)} ${outcomes[outcome].padEnd(14)} ${number.format(items).padStart(10)}`)
  if (mailboxes.length > 0) say(`\n  Archive\n${lines(mail).join('\n')}`)
  if (addresses.kept + addresses.lost > 0)
    say(
      `\n  ${count(addresses.kept, 'old address leads to its message', 'old addresses lead to their messages')}, ${count(addresses.lost, 'does', 'do')} not.`,
    )
  const left = await listLeftItems(db, moveId, all ? 1_000_000 : shown)
  for (const { kind, key, reason } of left) say(`    ${kind} ${key}: ${sayKept(reason)}`)
  say('\nNobody was mailed.')
}
