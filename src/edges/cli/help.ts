const text = `rapport COMMAND

  serve [--roles web,smtp,worker]     runs until it is told to stop
  demo                                the same, with an invented group
  upgrade --check                     what this version would do to the database that the settings name; changes nothing
  migrate                             brings the database up to date, and ends

  doctor [--json] [--probe ADDRESS]   says what has to be mended; 1 where something is wrong; --probe sends a mail
  backup FILE                         all of Rapport in one file, while it runs
  restore [--check] [--erasures LEDGER] FILE   a backup into an empty database; or only whether it is whole
  rebuild [--list LIST]               makes text and threads anew from raw mail, and what search finds
  sign-in EMAIL                       prints a link that signs this person in
  token EMAIL [--scope S] [--days N]  prints a token for this person's programs
  act ADDRESS --as EMAIL [NAME=VALUE ...]   does what a form of the pages does: found, close, merge, rename
  import mbox FILE... --list LIST     brings old mail in
  import mailman DIR|config.pck|URL   brings a list of Mailman in; --dry-run says what becomes what
  import members FILE --list LIST     subscribes people; --dry-run says who, and which lines are wrong
  import register|roster FILE         members and terms from a spreadsheet; --dry-run says what would change
  import institutions FILE...         names and domains by Hipo or ROR, to pick from
  import correspondence FILE... --address NAME   an old mailbox of a role
  import documents FOLDER --group GROUP   old minutes and documents; --dry-run says what becomes of each
  import undo move-NUMBER|mail-NUMBER     takes an import into a list back; --dry-run says what goes, what stays
  import site [--check] FILE|FOLDER   an export of a whole site into an empty Rapport
  export site FILE.zip|FOLDER         all of Rapport as open files, to take elsewhere
  export archive FOLDER               what everybody may read, as pages that need no server; --members for each audience
  import wordpress FILE [--group SLUG]   pages and news of an old site; --dry-run says what becomes what
  import portal FILE [--group SLUG]   what the vendor's portal says: an export or a feed
  export list LIST --to FOLDER        takes mails, members and settings of a list out

  inspect message|bounce|auth|threads|reply|calendar FILE...
  tally FILE --rule RULE              counts a ballot

Settings are environment variables: docs/operators/configuration.md.
`

/** `rapport help` */
export function help(): number {
  process.stdout.write(text)
  return 0
}
