import { readdir, stat } from 'node:fs/promises'
import type { Actor } from '../../actor.ts'
import type { ImportList } from '../../archive/import/actions.ts'
import { type Imported, importMailbox, type Mailbox, openMailbox, tryMailbox } from '../../archive/import/mailbox-actions.ts'
import { type Balance, type Finding, found, nothing, sumOf } from '../../archive/import/rules.ts'
import { Refusal } from '../../errors.ts'
import type { Ground } from '../../ground.ts'
import { listGroups } from '../../groups/queries.ts'
import { namesCharset } from '../../lib/mail/charset.ts'
import { isMailFolder } from '../../lib/mail/mail-folder.ts'
import { sayKept } from '../../lib/ui/kept.ts'
import { openList } from '../../list/actions.ts'
import { findListsByName } from '../../list/queries.ts'
import { number, onGround, readWords } from './import/ground.ts'
import { flags, texts, Usage } from './inspect.ts'
import { say } from './open.ts'
import { showProgress } from './progress.ts'

const usage = 'import mbox FILE|FOLDER... --list NAME [--group SLUG] [--charset NAME] [--dry-run] [--all]'

interface Wish {
  files: string[]
  list: string
  group: string | undefined
  dryRun: boolean
  /** Print every finding, not the first ones alone. */
  all: boolean
  /** Of header lines that are no ASCII and name none. */
  charset: string
}

/** @throws Usage where nobody knows a charset of this name */
export function requireCharset(name: string | undefined): void {
  if (name !== undefined && !namesCharset(name))
    throw new Usage(`--charset ${name}: there is no such character set; use, for example, koi8-r, shift_jis, gb2312, iso-8859-2`)
}

function readWish(args: string[]): Wish {
  const options = { ...texts('charset', 'list', 'group'), ...flags('dry-run', 'all') }
  const { kind, names: files, values } = readWords(args, options, usage)
  if (kind !== 'mbox') throw new Usage(`import: there is no kind "${kind}"; rapport help import shows all kinds`)
  if (files.length === 0) throw new Usage(`import mbox: name at least one file; usage: ${usage}`)
  if (!values.list) throw new Usage(`import mbox: name the list with --list; usage: ${usage}`)
  requireCharset(values.charset)
  return {
    files,
    charset: values.charset ?? '',
    list: values.list.toLowerCase(),
    group: values.group,
    dryRun: values['dry-run'] ?? false,
    all: values.all ?? false,
  }
}

async function openMailboxes(files: string[]): Promise<Mailbox[]> {
  const mailboxes: Mailbox[] = []
  for (const file of files) {
    try {
      const found = await stat(file)
      if (!found.isFile() && !(found.isDirectory() && isMailFolder(await readdir(file, { withFileTypes: true }))))
        throw new Error('this is not a file, a Maildir or a folder with a mail in each file')
      mailboxes.push(await openMailbox(file))
    } catch (error) {
      throw new Usage(`${file}: ${(error as Error).message}`)
    }
  }
  return mailboxes
}

/** The list to import into; one that is not there yet is opened, and only its subscribers read it. */
export async function ensureList(
  { database: { db, write } }: Ground,
  actor: Actor,
  { list: name, group: slug, dryRun }: Pick<Wish, 'list' | 'group' | 'dryRun'>,
) {
  const [list] = await findListsByName(db, [name])
  if (list) return list
  const groups = await listGroups(db)
  const group = slug === undefined && groups.length === 1 ? groups[0] : groups.find((one) => one.slug === slug)
  if (!group) {
    const known = groups.map((one) => one.slug).join(', ')
    throw new Usage(
      groups.length === 0
        ? `there is no list "${name}", and no group yet to create it in`
        : `there is no list "${name}"; to create it, name its group with --group (${known})`,
    )
  }
  if (dryRun) return undefined
  try {
    await write((tx) => openList(tx, actor, { groupId: group.id, communityIds: [], name, title: name, archive: 'subscribers' }))
  } catch (error) {
    // The name itself breaks a rule of the table.
    throw error instanceof Refusal || (error as { code?: string }).code === '23514' ? new Usage(`a list cannot be called "${name}"`) : error
  }
  say(`Created the list ${name} of ${group.name}. Only its subscribers and the group can read its archive.`)
  return (await findListsByName(db, [name]))[0]
}

/** `rapport import mbox FILE... --list NAME`: imports mailboxes, and ends with a balance sheet. Nobody is mailed. */
export async function importMail(args: string[]): Promise<number> {
  const wish = readWish(args)
  const mailboxes = await openMailboxes(wish.files)
  return onGround(async (ground, actor) => {
    const list = await ensureList(ground, actor, wish)
    let total = nothing
    const seen = new Set<string>()
    for (const mailbox of mailboxes) {
      const done = await importOne(ground, actor, list, mailbox, wish, seen)
      total = sumOf(total, done.balance)
      printSheet(mailbox.name, done, wish.all)
    }
    if (mailboxes.length > 1) say(`\nAll files\n${lines(total).join('\n')}`)
    if (wish.dryRun) say('\nThis was a dry run: nothing was changed.')
  })
}

async function importOne(
  { database }: Ground,
  actor: Actor,
  list: ImportList | undefined,
  opened: Mailbox,
  { dryRun, charset }: Wish,
  seen: Set<string>,
): Promise<Imported> {
  const mailbox = { ...opened, charset }
  const progress = await showProgress(mailbox)
  try {
    return dryRun || !list
      ? await tryMailbox(database, actor.at, list?.id, mailbox, seen, progress.tell)
      : await importMailbox(database, actor, list, mailbox, progress.tell)
  } finally {
    progress.end()
  }
}

/** A balance, a line each. */
export const lines = (balance: Balance): string[] =>
  (
    [
      ['imported', balance.imported],
      ['repaired', balance.repaired],
      ['duplicate', balance.duplicate],
      ['quarantined', balance.quarantined],
      ['found', found(balance)],
    ] as const
  ).map(([name, count]) => `  ${name.padEnd(12)} ${number.format(count).padStart(10)}`)

// What fits on a screen; the database keeps all of them.
const shown = 10

/** What became of a mailbox: its balance, and what was found in it. */
export function printSheet(
  name: string,
  { importId = null, balance, findings }: { importId?: number | null; balance: Balance; findings: Finding[] },
  all = false,
): void {
  say(`\n${name}${importId === null ? '' : ` (mail-${importId})`}`)
  for (const line of lines(balance)) say(line)
  for (const [outcome, group] of Map.groupBy(findings, (finding) => finding.outcome)) {
    const some = all ? group : group.slice(0, shown)
    say(`  ${outcome}:`)
    for (const { offset, reason } of some) say(`    at byte ${offset}: ${sayKept(reason)}`)
    if (some.length < group.length) say(`    and ${number.format(group.length - some.length)} more; --all prints them`)
  }
}
