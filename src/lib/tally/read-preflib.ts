import { BadElection, checkElection } from './check.ts'
import type { Election, Option, Paper } from './election.ts'
import { firstTwice, type Reading } from './reading.ts'

/**
 * Reads PrefLib's ordinal (.soc .soi .toc .toi) and categorical (.cat) files (https://preflib.github.io): each line a number of papers
 * and tiers of alternatives. In a .cat file the first category is what is approved. There are no costs and no seats in them.
 * @throws BadElection with the line
 */
export function readPreflib(text: string, categorical: boolean): Reading {
  const options: Option[] = []
  const numbers = new Map<string, number>()
  const papers: Paper[] = []
  const ids = new Set<string>()
  for (const [i, raw] of modern(text.replace(/^\uFEFF/, '').split(/\r\n?|\n/)).entries()) {
    const line = raw.trim()
    const name = /^#\s*ALTERNATIVE NAME (\d+):\s*(.*)$/s.exec(line)
    const number = /^#\s*(NUMBER [A-Z ]+):\s*(\d+)/.exec(line)
    if (name) {
      options.push({ id: name[1] as string, name: (name[2] as string) || (name[1] as string), cost: 1 })
      ids.add(name[1] as string)
    } else if (number) numbers.set(number[1] as string, Number(number[2]))
    else if (line !== '' && !line.startsWith('#')) papers.push(readLine(line, i + 1, ids, categorical))
  }
  // Test and hand-made files number fewer alternatives than they name in gaps; what they name is what there is.
  if (options.length === 0) throw new BadElection('the file names no alternatives.')
  const voters = papers.reduce((sum, { count = 1 }) => sum + count, 0)
  const said = numbers.get('NUMBER VOTERS') ?? voters
  if (said !== voters) throw new BadElection(`NUMBER VOTERS is ${said}, but there are ${voters}.`)
  const election: Election = { options, papers }
  checkElection(election)
  return { election, named: { why: 'a PrefLib file names no rule' }, meta: {} }
}

/** Until 2022 a file began with the number of alternatives, a name a line, and the sums; here they are said as today. */
function modern(lines: string[]): string[] {
  const alternatives = /^\s*\d{1,5}\s*$/.test(lines[0] ?? '') ? Number(lines[0]) : 0
  if (alternatives === 0) return lines
  return lines.map((line, i) => {
    if (i === 0) return ''
    if (i <= alternatives) return line.replace(/^\s*(\d+)\s*,/, '# ALTERNATIVE NAME $1:')
    return i === alternatives + 1 ? line.replace(/^\s*(\d+).*$/s, '# NUMBER VOTERS: $1') : line.replace(/^\s*(\d+)\s*,/, '$1:')
  })
}

function readLine(line: string, number: number, ids: ReadonlySet<string>, categorical: boolean): Paper {
  const refuse = (why: string): never => {
    throw new BadElection(`line ${number}: ${why}`)
  }
  const [, times, order = ''] = /^(\d+)\s*:\s*(.*)$/s.exec(line) ?? refuse(`"${line}" is not a number of papers, a colon and an order.`)
  if (/[{}]/.test(order.replace(/\{[^{}]*\}/g, ''))) refuse('a bracket is not closed.')
  const ranks: string[][] = []
  for (const [tier, several, one] of order.matchAll(/\{([^{}]*)\}|([^,{}]+)/g))
    if (tier.trim() !== '') ranks.push((several ?? one ?? '').split(',').flatMap((id) => (id.trim() === '' ? [] : [id.trim()])))
  const named = ranks.flat()
  const unknown = named.find((id) => !ids.has(id))
  if (unknown !== undefined) refuse(`"${unknown}" is not one of the alternatives.`)
  const twice = firstTwice(named)
  if (twice !== undefined) refuse(`alternative ${twice} is there twice.`)
  const paper = { id: `line ${number}`, count: Number(times) }
  if (paper.count < 1) refuse('the line stands for no paper.')
  return categorical ? { ...paper, approvals: ranks[0] ?? [] } : { ...paper, ranks: ranks.filter((tier) => tier.length > 0) }
}
