import { Usage } from './inspect.ts'

// What is typed after `rapport`, what it does, and its options and examples, a line each.
type Entry = [use: string, what: string, ...more: [string, string][]]

const dryRun: [string, string] = ['--dry-run', 'shows what would happen and changes nothing']
const all: [string, string] = ['--all', 'prints every finding, not only the first ones']
const skipWrong: [string, string] = ['--skip-wrong', 'leaves out rows with errors and imports the others']
const charset: [string, string] = ['--charset NAME', 'the character set of old emails that name none, for example iso-8859-2']
const group: [string, string] = ['--group SLUG', 'short name of the group; needed if the site has several groups']
const sheet: [string, string][] = [
  ['--header LINE', 'the line with the names of the columns, if Rapport does not find it'],
  ['--column FIELD=COLUMN', 'the column for a field, if Rapport does not find it; can be repeated'],
  skipWrong,
  ['--faults FILE', 'writes the rows with errors to a file that you can correct'],
  dryRun,
  all,
]

const sections: Record<string, Entry[]> = {
  'Run the site': [
    [
      'serve',
      'start the site; it runs until you stop it',
      ['--roles web,smtp,worker', 'start only these parts: web pages, incoming email, background jobs'],
    ],
    ['demo', 'start the site with an invented group, to try it'],
    ['upgrade --check', 'show what this version would change in your database; change nothing'],
    ['migrate', 'update the database to this version, then exit'],
  ],
  'Check, back up, repair': [
    [
      'doctor',
      'check the site and say what to fix',
      ['--json', 'prints the results as JSON'],
      ['--probe ADDRESS', 'also sends one test email to this address'],
      ['exit code', '0: no problems found; 1: at least one problem'],
    ],
    [
      'backup FILE',
      'save everything in one file, while the site runs',
      ['--files FOLDER', 'saves the contents of files in this folder instead, each only once for all backups'],
    ],
    [
      'restore FILE',
      'load a backup into an empty database',
      ['--check', 'only checks that the backup is complete; changes nothing'],
      ['--erasures LEDGER', 'also erases again the people who were erased after the backup'],
      ['--files FOLDER', 'the folder with the contents of files (default: files, beside the backup)'],
    ],
    [
      'restore --until TIME',
      'bring the embedded database back as it was at a time, from the archive of its write-ahead log',
      ['TIME', 'for example 2026-01-31T12:30:00Z; last: as late as the archive goes'],
      ['--from FOLDER', 'the archive (default: RAPPORT_WAL_TO)'],
    ],
    [
      'files move --to s3|database',
      'move large files to the object storage, or back into the database, while the site runs',
      ['interrupted', 'run it again: it continues where it stopped'],
    ],
    [
      'journal move --before YEAR --to FOLDER|s3',
      'move old years of the activity log out of the database, into files that prove themselves',
      ['interrupted', 'run it again: it continues where it stopped'],
    ],
    [
      'journal bring-back YEAR',
      'bring the activity log of this year and of later ones back into the database',
      ['--from FOLDER', 'the folder with the files (default: where they were moved to)'],
    ],
    [
      'journal verify [FILE...]',
      'check that no entry of the activity log was changed',
      ['FILE', 'only this file, without a database'],
      ['--in FOLDER', 'the folder with the files (default: where they were moved to)'],
    ],
    [
      'rebuild',
      'create the archive pages, the threads and the search index again from the original emails',
      ['--list LIST', 'only the archive of this list, without the search index'],
    ],
  ],
  'People and programs': [
    ['sign-in EMAIL', 'print a link that signs this person in'],
    [
      'token EMAIL',
      'print an API token, with which a program acts for this person',
      ['--scope SCOPES', 'what the program can do: read,propose,write,moderate,admin (default: read)'],
      ['--days N', 'the token works for so many days (default: 90)'],
      ['--name NAME', 'the name of the token in the settings of the person'],
    ],
    [
      'act ADDRESS --as EMAIL [NAME=VALUE...]',
      'send a form of the website as this person',
      ['ADDRESS', 'the address of the form, for example /admin/products/new'],
      ['NAME=VALUE', 'a field of the form; repeat the name if a field has several values'],
      ['for example', 'rapport act /admin/products/new --as ruth@example.org product=Examina vendor=Quillon'],
    ],
  ],
  'Import data (no one gets an email)': [
    [
      'import mailman FOLDER|config.pck|URL',
      'a list from Mailman: settings, subscribers, archive',
      ['--from NAME', 'the name of the list there, if the folder has several lists'],
      ['--list NAME', 'the name of the list here'],
      group,
      ['--mbox FILE', 'a file with the archive of the list; can be repeated'],
      charset,
      ['--keep-settings', 'keeps the settings that the list has here'],
      dryRun,
      all,
    ],
    ['import mbox FILE|FOLDER... --list NAME', 'old emails into the archive of a list', group, charset, dryRun, all],
    [
      'import members FILE --list NAME',
      'subscribers of a list',
      ['--digest', 'they get a daily digest'],
      ['--nomail', 'they get no email'],
      ['--sync', 'removes subscribers who are not in the file'],
      skipWrong,
      ['--rows', 'prints what happens to each row'],
      dryRun,
      all,
    ],
    ['import register FILE', 'members of the user group with their contracts, from a spreadsheet', ...sheet],
    ['import roster FILE', 'people, roles and terms, from a spreadsheet', group, ...sheet],
    ['import institutions FILE...', 'names and domains from Hipo or ROR, as suggestions for the directory'],
    [
      'import correspondence FILE... --address NAME',
      'an old mailbox into a role mailbox',
      ['--own ADDRESS', 'an address that the role had before; can be repeated'],
      dryRun,
      all,
    ],
    [
      'import documents FOLDER',
      'old minutes and documents',
      group,
      ['--dates FILE.csv', 'a table with the date of each file, with the columns file and day'],
      ['--readers WHO', 'who can read them: public, subscribers or group (default: group)'],
      dryRun,
    ],
    ['import wordpress FILE', 'pages and news of an old website', group, dryRun],
    ['import portal FILE', 'the requests on the vendor’s portal, from an export or a feed', group],
    [
      'import site FILE.zip|FOLDER',
      'the export of a whole site, into an empty Rapport',
      ['--check', 'only checks that the export is complete; changes nothing'],
    ],
    ['import undo move-NUMBER|mail-NUMBER', 'undo an import into a list; the page “Imports” of the list shows the number', dryRun],
  ],
  'Export data': [
    ['export site FILE.zip|FOLDER', 'everything, as open files for another program'],
    [
      'export archive FOLDER',
      'the public pages, as files that need no server',
      ['--language LANG', 'the language of the pages (default: en)'],
      ['--members', 'the pages of subscribers and groups instead, encrypted; needs --recipient'],
      ['--recipient age1...', 'a public key of age that can open them; can be repeated'],
      ['--key', 'prints the public key that signs archives, and exports nothing'],
    ],
    ['export list LIST --to FOLDER', 'one list: emails, subscribers, settings'],
  ],
  'Look into files (the site does not need to run)': [
    ['inspect KIND FILE...', 'show how Rapport reads an email', ['KIND', 'message, bounce, auth, threads, reply or calendar']],
    [
      'tally FILE --rule RULE',
      'count a ballot',
      ['--rule RULE', 'a counting rule, or: file (the rule that the file names)'],
      ['--ties RULE', 'how ties are broken: order, order:ID,..., lot:SEED or drawn:ID,...'],
      ['--seats N, --capacity N', 'how many win, or what they can cost together'],
      ['and more', 'docs/ballots/rules.md explains every option'],
    ],
  ],
}

const entries = Object.values(sections).flat()

function overview(): string {
  const width = Math.max(...entries.map(([use]) => use.length)) + 2
  const lines = Object.entries(sections).map(
    ([title, some]) => `${title}\n${some.map(([use, what]) => `  ${use.padEnd(width)}${what}`).join('\n')}\n`,
  )
  const end =
    'For the options of a command: rapport help COMMAND, for example: rapport help import mbox\nThe version of this program: rapport --version\nSettings are environment variables: see docs/operators/configuration.md\n'
  return `Usage: rapport COMMAND\n\n${lines.join('\n')}\n${end}`
}

function explained([use, what, ...more]: Entry): string {
  const width = Math.max(0, ...more.map(([name]) => name.length)) + 2
  const options = more.map(([name, says]) => `  ${name.padEnd(width)}${says}\n`).join('')
  return `rapport ${use}\n\n${what.charAt(0).toUpperCase()}${what.slice(1)}.\n${options && `\n${options}`}`
}

/** The commands that begin with these words: `import mbox` is one, `import` are all of them. */
const named = (words: string[]) => {
  const begins = ([use]: Entry, n: number) => use.split(' ').slice(0, n).join(' ') === words.slice(0, n).join(' ')
  const two = words.length > 1 ? entries.filter((entry) => begins(entry, 2)) : []
  return two.length > 0 ? two : entries.filter((entry) => begins(entry, 1))
}

/** `rapport help [COMMAND]`, and a command with `--help`. */
export function help(words: string[] = []): number {
  const found = named(words)
  if (words.length > 0 && found.length === 0) throw new Usage(`there is no command "${words[0]}"; rapport help shows all`)
  process.stdout.write(words.length === 0 ? overview() : found.map(explained).join('\n'))
  return 0
}
