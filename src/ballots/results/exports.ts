import { strToU8, zipSync } from 'fflate'
import type { PrintDocument } from '../../lib/print/document.ts'
import { renderPdf } from '../../lib/print/pdf.ts'
import { writeCsv } from '../../lib/sheet/write.ts'
import type { TallyOptions } from '../../lib/tally/election.ts'
import { tieRuleText } from '../../lib/tally/pb-rules.ts'
import { writePb } from '../../lib/tally/write-pb.ts'
import { languageNow } from '../../lib/ui/language.ts'
import { textsOf, wordsOf } from '../../lib/ui/words.ts'
import { utcDay } from '../../time.ts'
import { showReceipt } from '../papers/rules.ts'
import { electionOf, figuresOf, isRule, titleOf } from './count.ts'
import type { Results } from './queries.ts'
import { stepsIn } from './steps.ts'

const t = textsOf('ballots', 'print')

// Files are for whoever counts again, in English as the steps of the count are.
const english = wordsOf('ballots', 'pages')('en')
const nameOfRule = (rule: string): string => (english.rules as Record<string, string>)[rule] ?? rule

const dayOf = (at: Date): string => utcDay(at).split('-').toReversed().join('.')

/** The papers as a .pb file, which public tools read too; winners are marked. */
export function pbOf({ ballot, options, papers, count }: Results): string {
  const election = electionOf(ballot, options, papers)
  if (!isRule(count.rule)) throw new Error(`No rule ${count.rule}`)
  const head = {
    description: ballot.title.replaceAll(/[\r\n]+/g, ' '),
    country: 'International',
    unit: ballot.group,
    instance: `ballot ${ballot.id}`,
    date_begin: dayOf(ballot.openedAt ?? ballot.opensAt),
    date_end: dayOf(ballot.closedAt ?? ballot.closesAt),
  }
  return writePb(election, head, count.rule, count.settings as TallyOptions, count.result.winners)
}

/** What makes `rapport tally` count as we did, beyond what the file says itself. */
export function commandOf({ count }: Results): string {
  const { ties, misfit, minScore, completion, utility, comparison, increment } = count.settings as TallyOptions
  const flags = [
    ties ? `--ties '${tieRuleText(ties)}'` : '',
    misfit ? `--misfit ${misfit}` : '',
    minScore === undefined ? '' : `--min-score ${minScore}`,
    utility ? `--utility ${utility}` : '',
    completion ? `--completion ${completion}` : '',
    comparison ? '--comparison' : '',
    increment === undefined ? '' : `--increment ${increment}`,
  ]
  return ['rapport tally ballot.pb', `--rule ${count.rule}`, ...flags.filter(Boolean)].join(' ')
}

/** Options with what they got, and by which rules they win. */
export function optionsCsv({ options, papers, counts }: Results): string {
  const figures = new Map(figuresOf(options, papers).map((one) => [one.number, one]))
  return writeCsv(
    [
      'Number',
      'Title',
      'Area',
      'Cost',
      'Points',
      'Papers',
      'Must-haves',
      'Variance',
      ...counts.map(({ rule, chosen }) => `${nameOfRule(rule)}${chosen ? ' (the rule)' : ''}`),
    ],
    options.map(({ number, title, area, cost }) => {
      const one = figures.get(String(number))
      return [
        number,
        title,
        area,
        cost,
        one?.total,
        one?.supporters,
        one?.musts,
        one?.variance,
        ...counts.map(({ result }) => (result.winners.includes(String(number)) ? 'yes' : '')),
      ]
    }),
  )
}

/** The published papers, a line each. */
export function papersCsv({ ballot, options, papers }: Results): string {
  const numbers = options.map(({ number }) => String(number))
  const named = ballot.secrecy === 'public' ? ['Voter'] : []
  if (ballot.form === 'yes_no')
    return writeCsv(
      ['Receipt', ...named, 'Answer'],
      papers.map(({ receipt, name, vote }) => [showReceipt(receipt), ...(named.length > 0 ? [name] : []), vote.choice]),
    )
  return writeCsv(
    ['Receipt', ...named, ...numbers],
    papers.map(({ receipt, name, vote }) => [
      showReceipt(receipt),
      ...(named.length > 0 ? [name] : []),
      ...numbers.map((number) =>
        ballot.form === 'ranks' ? (vote.ranks?.includes(number) ? vote.ranks.indexOf(number) + 1 : null) : (vote.points?.[number] ?? null),
      ),
    ]),
  )
}

/** Everything that is needed to count again on another machine, and how. */
export function bundleOf(results: Results): Uint8Array {
  const { ballot, count, account } = results
  const readme = `${ballot.title}

ballot.pb      the votes as counted (format: https://pabulib.org/format); public tools read it
options.csv    the options with their points and votes
papers.csv     the votes by receipt
result.json    the count, step by step

To count again, install Rapport on any computer (npm ci), then run

    ${commandOf(results)}

It prints the same winners in the same order: ${count.result.winners.join(', ') || 'none'}.

Could vote: ${account.voters}. Votes: ${account.cast}. Blank: ${account.blank}. Changed before the close: ${account.changed}.
Too late: ${account.late}. Not countable: ${account.spoilt}.
${ballot.ties === 'lot' ? `\nSeed of the lot: ${ballot.seed}\nSHA-256, published at the opening: ${ballot.seedHash}\n` : ''}`
  // The words of the log are the same in every copy: in English.
  const { said: _, ...counted } = count.result
  const result = { settings: count.settings, ...counted }
  return zipSync({
    'README.txt': strToU8(readme),
    'ballot.pb': strToU8(pbOf(results)),
    'options.csv': strToU8(optionsCsv(results)),
    'papers.csv': strToU8(papersCsv(results)),
    'result.json': strToU8(JSON.stringify(result, null, 2)),
  })
}

/** The result on paper, in the language of whoever fetches it: winners, figures, every step. */
export function pdfOf(results: Results): Buffer {
  const { ballot, options, papers, count, counts, account } = results
  const figures = figuresOf(options, papers)
  const language = languageNow()
  const words = wordsOf('ballots', 'pages')(language)
  const ruleName = (rule: string): string => (words.rules as Record<string, string>)[rule] ?? rule
  const closed = (ballot.closedAt ?? ballot.closesAt).toISOString().slice(0, 16).replace('T', ' ')
  const document: PrintDocument = {
    title: ballot.title,
    subtitle: t.result,
    author: ballot.group,
    language,
    footer: t.footer({ group: ballot.group, closed }),
    date: ballot.closedAt ?? ballot.closesAt,
    blocks: [
      {
        kind: 'facts',
        facts: [
          [t.rule, ruleName(count.rule)],
          [t.votes, t.voteCounts(account)],
          [t.secrecy, words.secrecies[ballot.secrecy]],
          [t.again, commandOf(results)],
        ],
      },
      { kind: 'heading', level: 1, text: t.chosen },
      {
        kind: 'list',
        ordered: true,
        items: count.result.winners.map((number) => [{ kind: 'text', words: `${titleOf(results, number)} (${number})` }]),
      },
      { kind: 'heading', level: 1, text: t.options },
      {
        kind: 'table',
        columns: [
          { title: t.number, width: 'narrow', align: 'end' },
          { title: t.option, width: 5 },
          { title: t.points, align: 'end' },
          { title: t.votes, align: 'end' },
          { title: t.must, align: 'end' },
          { title: t.chosen },
        ],
        rows: options.map(({ number, title: name }, place) => [
          String(number),
          name,
          String(figures[place]?.total ?? 0),
          String(figures[place]?.supporters ?? 0),
          String(figures[place]?.musts ?? 0),
          count.result.winners.includes(String(number)) ? t.yes : '',
        ]),
      },
      { kind: 'heading', level: 1, text: t.others },
      {
        kind: 'list',
        items: counts.map(({ rule, result }) => [{ kind: 'text', words: `${ruleName(rule)}: ${result.winners.join(', ') || t.none}` }]),
      },
      { kind: 'heading', level: 1, text: t.steps },
      { kind: 'list', ordered: true, items: stepsIn(count.result).map(({ text }) => [{ kind: 'text', words: text }]) },
    ],
  }
  return renderPdf(document)
}
