import { phrases } from './fold.ts'

const tool =
  '(?:commands?|programs?|scripts?|executables?|interpreters?|(?:forward|filter|include|sieve|config(?:uration)?|lock|map) ?(?:files?|scripts?))'

/** What is missing there is not the recipient: programs, and the words of the system about its files. */
export const ownTrouble = phrases`
  ${tool}(?:[ ,]{1,2}[^ :,.]{1,40}){0,3} (?:does not exist|do not exist|not found|is missing|not available|not executable)
  unable to (?:exec|execute|read|open|chdir|lock)(?: to)? [^ ]{0,40} ?(?:file|directory|maildir)
  broken pipe|input/output error|read-only file system|too many open files|can not allocate memory|lock failure
  maildir:? permission denied
`
