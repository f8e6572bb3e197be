import { textsOf } from '../../lib/ui/words.ts'

/** What is said of the site: in the language of whoever reads the page, in English on the command line. */
export const found = textsOf('operations', 'found')

/** One thing that was looked at. */
export interface Finding {
  area: 'database' | 'journal' | 'queue' | 'outgoing' | 'relay' | 'dns' | 'keys' | 'machine' | 'files' | 'archive' | 'backup' | 'versions'
  /** `note`: works, and the operator should know. */
  level: 'ok' | 'note' | 'wrong'
  text: string
  /** What to do about it. */
  todo?: string
}

/** Makes findings of one area. */
export const findingsOf = (area: Finding['area']) => ({
  ok: (text: string): Finding => ({ area, level: 'ok', text }),
  note: (text: string, todo?: string): Finding => ({ area, level: 'note', text, ...(todo ? { todo } : {}) }),
  wrong: (text: string, todo: string): Finding => ({ area, level: 'wrong', text, todo }),
})

/** The name server was silent: whether it is published cannot be known. */
export const unanswered = (name: string, what: 'mx' | 'addresses' | 'reverse' | 'spf' | 'dmarc' | 'record' = 'record'): Finding =>
  findingsOf('dns').wrong(found.dns.unanswered({ what, name }), found.dns.unansweredTodo)

/** What each area is called on the command line: as in the operators' manual. Programs read the short name, which stays. */
const headings: Readonly<Record<Finding['area'], string>> = {
  database: 'database',
  journal: 'activity log',
  queue: 'incoming email',
  outgoing: 'outbox',
  relay: 'relay',
  dns: 'DNS records',
  keys: 'signing key',
  machine: 'this server',
  files: 'files',
  archive: 'database archive',
  backup: 'backups',
  versions: 'versions',
}

const marks = { ok: '  ok   ', note: '  note ', wrong: 'PROBLEM' }

/** The findings as a person reads them, area by area. */
export function inWords(findings: Finding[]): string {
  const areas = Map.groupBy(findings, (finding) => finding.area)
  const lines = [...areas].flatMap(([area, some]) => [
    headings[area],
    ...some.flatMap(({ level, text, todo }) => [
      `${marks[level]} ${text}`,
      ...(todo ? todo.split('\n').map((line) => `         ${line}`) : []),
    ]),
  ])
  const wrong = findings.filter((finding) => finding.level === 'wrong').length
  return [...lines, '', wrong === 0 ? 'No problems found.' : `${wrong} ${wrong === 1 ? 'problem' : 'problems'} found.`, ''].join('\n')
}
