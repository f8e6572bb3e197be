import { dotted } from '../../lib/ui/lists.tsx'
import { About, type Heading } from '../../lib/ui/parts.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { BallotOption } from '../core/queries.ts'
import { OptionText, sinceThen } from '../options-view.tsx'
import type { PaperPageData } from './queries.ts'
import type { Vote } from './rules.ts'

const t = textsOf('ballots', 'papers')

/** What a paper's fields hold: as typed after a refusal, else as drafted or cast. */
export interface Filled {
  vote: Vote
  typed?: Record<string, string>
  faults?: Record<string, string>
  message?: string
  /** The question to the colleagues, which could not be put as it was typed. */
}

export interface PaperView {
  q?: string
  compare?: string[]
  /** The option whose button was pressed: the focus goes back there. */
  at?: string
}

/** Does it touch the voter: they asked for it, or use its area? */
export const isMine = (option: BallotOption, { voter, profile }: Pick<PaperPageData, 'voter' | 'profile'>): boolean =>
  asked(option, voter.organisationId) || profile.areas.includes(option.area)

/** Whether this institution asked for what the option stands for. */
export const asked = (option: BallotOption, organisationId: number | null): boolean =>
  organisationId !== null && option.askedBy.some((id) => Number(id) === organisationId)

/** So many options are looked through and compared without help. */
export const seenAtOnce = 6

// With so few, each area would be a heading of one or two.
const inOneList = 10

/**
 * A handful of options, or a few of which none touches the voter more than the others: nothing parts them, they stand in the order of their
 * numbers, and each says its area and what touches the voter itself.
 */
export const isOneList = (data: PaperPageData): boolean =>
  data.options.length <= seenAtOnce || (data.options.length <= inOneList && !data.options.some((option) => isMine(option, data)))

export interface OptionFacts {
  data: PaperPageData
  filled: Filled
  view: PaperView
}

/** What stands in the field of an option: what was just sent, or else what is saved. */
export const fieldValue = ({ data, filled }: Pick<OptionFacts, 'data' | 'filled'>, { number }: Pick<BallotOption, 'number'>): string => {
  const typed = filled.typed?.[String(number)]
  if (typed !== undefined) return typed
  if (data.ballot.form === 'ranks') {
    const place = filled.vote.ranks?.indexOf(String(number)) ?? -1
    return place < 0 ? '' : String(place + 1)
  }
  const points = filled.vote.points?.[String(number)]
  return points ? String(points) : ''
}

/** The options of a paper as a list, each with its facts. */
export const OptionList = ({ options, label, ...facts }: OptionFacts & { options: BallotOption[]; label: string }) => (
  <ul class="things" aria-label={label}>
    {options.map((option) => {
      const error = facts.filled.faults?.[`o-${option.number}`]
      const compare = facts.data.options.length > seenAtOnce ? (facts.view.compare ?? []) : undefined
      return (
        <OptionLine data={facts.data} {...{ option, error, compare }}>
          <Stepper {...facts} option={option} error={error} />
        </OptionLine>
      )
    })}
  </ul>
)

interface Line {
  data: PaperPageData
  option: BallotOption
  error?: string | undefined
  /** Those that are ticked to be compared, where there are enough of them. */
  compare?: string[] | undefined
  /** What this person does about it. */
  children: Child
}

/** An option with what there is to know of it, and what may be done about it at its end. */
export function OptionLine({ data, option, error, compare, children }: Line) {
  const { number, title, text, solution } = option
  const readable = data.stages.has(option.requestId ?? 0)
  const before = option.wishId === null ? undefined : data.before.get(option.wishId)
  return (
    <li id={`option-${number}`}>
      <div class="what">
        <span class="title" id={`t-${number}`} dir="auto">
          <span class="soft">{number}.</span> {title}
        </span>
        <div class="row facts-line">
          <span class="meta">{dotted(factsOf(option, data))}</span>
          {compare && (
            <label class="check meta">
              <input
                type="checkbox"
                name="c"
                value={String(number)}
                aria-label={t.compare({ number })}
                checked={compare.includes(String(number))}
              />
              <span>{t.compare2}</span>
            </label>
          )}
        </div>
        {solution && (
          <p class="snippet" dir="auto">
            <b>{t.whatTheVendorWouldBuild}</b> {solution}
          </p>
        )}
        {before && <SinceRoundOne option={option} before={before} />}
        {(text || readable) && (
          <details>
            <summary>
              {t.whatIsAskedFor({ isElection: data.ballot.kind === 'election' })}
              <About>{title}</About>
            </summary>
            <div class="prose">
              <OptionText {...option} />
              {readable && (
                <p>
                  <a href={`/requests/${option.requestId}`}>{t.theRequestAndTheUserCases}</a>
                </p>
              )}
            </div>
          </details>
        )}
        {error && (
          <span class="error" id={`e-${number}`}>
            {error}
          </span>
        )}
      </div>
      <div class="act">{children}</div>
    </li>
  )
}

type Before = NonNullable<ReturnType<PaperPageData['before']['get']>>

/** What it got in round one, and whether its words have changed since. */
function SinceRoundOne({ option, before }: { option: BallotOption; before: Before }) {
  const changed = before.title !== option.title || before.text !== option.text
  const parts = [
    before.form === 'points' ? t.itHadPointThere({ total: before.total }) : t.paperNamedItThere({ total: before.total }),
    changed ? t.textChanged({ title: before.title }) : t.textSame,
  ]
  return <p class="meta">{parts.join(' · ')}</p>
}

function factsOf(option: BallotOption, facts: PaperPageData): Child[] {
  const { voter, voices, profile } = facts
  const musts = voices.filter(({ needs }) => needs[String(option.number)] === 'must').length
  const wants = voices.filter(({ needs }) => needs[String(option.number)] === 'want').length
  const others = option.askedBy.length
  const since = sinceThen(facts.stages.get(option.requestId ?? 0))
  return [
    ...(asked(option, voter.organisationId) ? [<b>{t.youAskedForIt}</b>] : []),
    ...(profile.areas.includes(option.area) ? [t.yourArea] : []),
    ...(others > 0 ? [t.askedForByInstitution({ others })] : []),
    // Elsewhere its area stands above it.
    ...(option.area && (isMine(option, facts) || isOneList(facts)) ? [option.area] : []),
    ...(since ? [since] : []),
    ...(option.cost === null ? [] : [t.costs({ n: option.cost })]),
    ...(musts + wants > 0
      ? [
          <b>
            {t.yourColleagues({ value: [musts > 0 && t.must({ musts }), wants > 0 && t.wouldLike({ wants })].filter(Boolean).join(', ') })}
          </b>,
        ]
      : []),
  ]
}

/** Less, the number itself, more; for an order: up, the place, down. */
function Stepper({ data, filled, view, option, error }: OptionFacts & { option: BallotOption; error: string | undefined }) {
  const { ballot, whyNot } = data
  const { number } = option
  const ranks = ballot.form === 'ranks'
  const off = Boolean(whyNot)
  const focus = view.at === String(number)
  return (
    <span class="points">
      <button
        type="submit"
        name="act"
        value={`${ranks ? 'up' : 'less'}:${number}`}
        disabled={off}
        aria-label={ranks ? t.higher({ number }) : t.lessFor({ number })}
      >
        {ranks ? '↑' : '−'}
      </button>
      <input
        id={`o-${number}`}
        name={`v-${number}`}
        inputmode="numeric"
        autocomplete="off"
        value={fieldValue({ data, filled }, option)}
        readonly={off}
        aria-label={t.hasranksSelectTrueOtherFor({ hasRanks: ranks, number, title: option.title })}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `e-${number}` : undefined}
        autofocus={focus}
      />
      <button
        type="submit"
        name="act"
        value={`${ranks ? 'down' : 'more'}:${number}`}
        disabled={off}
        aria-label={ranks ? t.lower({ number }) : t.moreFor({ number })}
      >
        {ranks ? '↓' : '+'}
      </button>
    </span>
  )
}

type Child = Parameters<typeof Heading>[0]['title']
