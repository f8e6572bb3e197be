import { Choices, Field, TextArea } from '../../ui/fields.tsx'
import { Meter } from '../../ui/figures.tsx'
import { Form, Hidden } from '../../ui/form.tsx'
import { formatNumber, plural } from '../../ui/format.ts'
import type { Refused } from '../../ui/forms.ts'
import { Table } from '../../ui/lists.tsx'
import { Button, Empty, Heading, Note, Section, State } from '../../ui/parts.tsx'
import { useReader } from '../../ui/reader.ts'
import { Time } from '../../ui/time.tsx'
import type { BallotOption } from '../queries.ts'
import { ruleNames, secrecyNames } from '../rules.ts'
import type { PaperPageData } from './queries.ts'
import { type Need, showReceipt, sumOf, type Vote } from './rules.ts'

type Child = Parameters<typeof Heading>[0]['title']

/** What a paper's fields hold: as typed after a refusal, else as drafted or cast. */
export interface Filled {
  vote: Vote
  typed?: Record<string, string>
  faults?: Record<string, string>
  message?: string
}

export interface PaperView {
  q?: string
  compare?: string[]
  /** The option whose button was pressed: the focus goes back there. */
  at?: string
}

const needWords: Record<Need, string> = { must: 'must have', want: 'would like', no: 'do not need' }

/** Does it touch the voter: she asked for it, or uses its area? */
const isMine = (option: BallotOption, { voter, profile }: Pick<PaperPageData, 'voter' | 'profile'>): boolean =>
  asked(option, voter.organisationId) || profile.areas.includes(option.area)

const asked = (option: BallotOption, organisationId: number | null): boolean =>
  organisationId !== null && option.askedBy.some((id) => Number(id) === organisationId)

// A reader takes in some 230 words a minute, and gives half a minute to each decision that matters.
const minutesFor = (options: BallotOption[]): number =>
  Math.max(
    1,
    Math.round(options.reduce((sum, { text, solution }) => sum + `${text} ${solution}`.split(/\s+/).length, 0) / 230 + options.length / 6),
  )

/** A ballot paper: mine first, then by area; what is left stays in sight and is read out. */
export function PaperPage({ data, filled, view }: { data: PaperPageData; filled: Filled; view: PaperView }) {
  const { ballot, voter, paper, draft, whyNot } = data
  const path = `/ballots/${ballot.id}/papers/${voter.id}`
  return (
    <>
      <Heading
        title={`The ballot of ${voter.name}`}
        meta={
          <>
            <a href={`/ballots/${ballot.id}`}>{ballot.title}</a> · counted by {(ruleNames[ballot.rule] ?? ballot.rule).toLowerCase()}
          </>
        }
        lead={
          <>
            {whyNot ? (
              whyNot
            ) : (
              <>
                Closes on <Time at={ballot.closesAt} style="full" />. You can change it until then; the last one counts.
              </>
            )}{' '}
            {secrecyNames[ballot.secrecy]}.
          </>
        }
      />
      {ballot.rehearsalOf !== null && <Note mood="late">A rehearsal: what is cast here counts for nothing and is thrown away.</Note>}
      {paper && (
        <Note mood="good">
          {voter.casts && 'Cast'} by {paper.castBy ?? 'a delegate'}
          {paper.via === 'mail' && ' by mail'}, <Time at={paper.castAt} />. Its receipt:{' '}
          <code class="receipt">{showReceipt(paper.receipt)}</code>. Write it down: it finds your paper among those that are published, and
          after the close nobody can tell you which one it was.
        </Note>
      )}
      {draft && !whyNot && (
        <p class="meta" id="draft">
          A draft of {draft.savedBy ?? 'a colleague'} was saved <Time at={draft.savedAt} />.
          {paper && ' What was cast stays as it is until you cast the draft.'}
        </p>
      )}
      {view.compare && view.compare.length > 0 && <Compared data={data} numbers={view.compare} path={path} />}
      {ballot.form === 'yes_no' ? (
        <MotionForm data={data} filled={filled} path={path} />
      ) : (
        <PaperForm data={data} filled={filled} view={view} path={path} />
      )}
      <Beside data={data} path={path} />
    </>
  )
}

/** Options that somebody wants to see side by side. */
function Compared({ data, numbers, path }: { data: PaperPageData; numbers: string[]; path: string }) {
  const options = data.options.filter(({ number }) => numbers.includes(String(number)))
  return (
    <Section title="Side by side" aside={<a href={path}>Close</a>}>
      <Table
        caption="The wishes that you chose to compare"
        hideCaption
        columns={[
          { label: 'Wish' },
          { label: 'Area' },
          { label: 'What it is' },
          { label: 'What the vendor would build' },
          { label: 'Cost', numeric: true },
        ]}
        rows={options.map((option) => [`${option.number}. ${option.title}`, option.area, option.text, option.solution, option.cost ?? ''])}
      />
    </Section>
  )
}

function PaperForm({ data, filled, view, path }: { data: PaperPageData; filled: Filled; view: PaperView; path: string }) {
  const { ballot, voter, options, whyNot } = data
  const wanted = view.q?.toLowerCase()
  const shown = wanted
    ? options.filter(({ title, text, area, number }) => `${number} ${title} ${text} ${area}`.toLowerCase().includes(wanted))
    : options
  const hidden = options.filter((option) => !shown.includes(option))
  const mine = shown.filter((option) => isMine(option, data))
  const others = shown.filter((option) => !isMine(option, data))
  const areas = [...new Set(others.map(({ area }) => area))].sort((a, b) => a.localeCompare(b, 'en'))
  const facts = { data, filled, view }
  return (
    <form class="ballot stack-l" method="post" action={path} data-ballot={ballot.form} data-budget={ballot.budget ?? ''} novalidate>
      <Hidden name="seen" value={String(data.paper?.version ?? 0)} />
      {view.q && <Hidden name="was" value={view.q} />}
      {/* Enter in a field saves: the first button of a form is the one that Enter presses. */}
      <button type="submit" name="act" value="save" class="away" tabindex={-1}>
        Save
      </button>
      <Rest data={data} filled={filled} />
      {filled.message && (
        <div class="note late problems" role="alert" tabindex={-1} autofocus>
          <h2 class="h3">{filled.message}</h2>
          <ul>
            {Object.entries(filled.faults ?? {}).map(([name, problem]) => (
              <li>{name === 'o-' ? problem : <a href={`#${name}`}>{problem}</a>}</li>
            ))}
          </ul>
        </div>
      )}
      <div class="row tools">
        <label class="away" for="find">
          Search this ballot
        </label>
        <input id="find" name="q" type="search" value={view.q} placeholder="Search this ballot" />
        <Button name="act" value="find">
          Find
        </Button>
        <Button name="act" value="compare">
          Compare the ticked ones
        </Button>
        <span class="meta">
          {plural('en', shown.length, { one: '# wish', other: '# wishes' })}, about{' '}
          {plural('en', minutesFor(shown), { one: '# minute', other: '# minutes' })}
        </span>
      </div>
      {hidden.map((option) => (
        <Hidden name={`v-${option.number}`} value={fieldValue(facts, option)} />
      ))}
      {shown.length === 0 && <Empty title="Nothing on this ballot fits." />}
      {ballot.form === 'ranks' && filled.vote.ranks && filled.vote.ranks.length > 0 && <Order {...facts} />}
      {mine.length > 0 && (
        <Section
          title="What touches you first"
          aside={`${mine.length} of ${shown.length}, by the areas that you use and what you asked for`}
        >
          <OptionList {...facts} options={mine} label="What touches you" />
        </Section>
      )}
      {areas.map((area) => (
        <Section
          title={area || (mine.length > 0 || areas.length > 1 ? 'Without an area' : ballot.kind === 'election' ? 'Candidates' : 'Wishes')}
        >
          <OptionList {...facts} options={others.filter((option) => option.area === area)} label={area || 'Wishes'} />
        </Section>
      ))}
      {voter.casts && !whyNot && (
        <div class="row">
          <Button kind="primary" name="act" value="cast">
            {data.paper ? 'Cast it again' : 'Cast the ballot'}
          </Button>
          <Button name="act" value="save">
            Save the draft
          </Button>
        </div>
      )}
    </form>
  )
}

interface OptionFacts {
  data: PaperPageData
  filled: Filled
  view: PaperView
}

const fieldValue = ({ data, filled }: Pick<OptionFacts, 'data' | 'filled'>, { number }: Pick<BallotOption, 'number'>): string => {
  const typed = filled.typed?.[String(number)]
  if (typed !== undefined) return typed
  if (data.ballot.form === 'ranks') {
    const place = filled.vote.ranks?.indexOf(String(number)) ?? -1
    return place < 0 ? '' : String(place + 1)
  }
  const points = filled.vote.points?.[String(number)]
  return points ? String(points) : ''
}

/** What is left, always in sight; a screen reader says it whenever it changes. */
function Rest({ data, filled }: { data: PaperPageData; filled: Filled }) {
  const { locale } = useReader()
  const { ballot, voter, whyNot } = data
  const spent = sumOf(filled.vote)
  const budget = ballot.budget ?? 0
  const named = filled.vote.ranks?.length ?? 0
  const text =
    ballot.form === 'ranks'
      ? plural('en', named, { zero: 'No place given yet', one: '# place given', other: '# places given' })
      : spent > budget
        ? plural('en', spent - budget, { one: '# point too many', other: '# points too many' })
        : `${formatNumber(locale as 'en', budget - spent)} of ${formatNumber(locale as 'en', budget)} points left`
  return (
    <div class="rest row apart">
      <output class="left" aria-live="polite" aria-atomic="true">
        {text}
      </output>
      {ballot.form === 'points' && <Meter value={spent} of={budget} label={`${spent} of ${budget} points spent`} />}
      {voter.casts && !whyNot && (
        <span class="row">
          <span class="meta saved" />
          <Button name="act" value="save">
            Save
          </Button>
          <Button kind="primary" name="act" value="cast">
            Cast
          </Button>
        </span>
      )}
    </div>
  )
}

/** The order as it stands, first choice first; dragged with a mouse, moved by buttons with anything. */
function Order({ data, filled }: OptionFacts) {
  const byNumber = new Map(data.options.map((option) => [String(option.number), option]))
  return (
    <Section title="Your order" aside="Drag, or use the buttons">
      <ol class="order">
        {(filled.vote.ranks ?? []).map((number) => (
          <li data-number={number}>
            <span>{byNumber.get(number)?.title}</span>
          </li>
        ))}
      </ol>
    </Section>
  )
}

function OptionList({ options, label, ...facts }: OptionFacts & { options: BallotOption[]; label: string }) {
  return (
    <ul class="things" aria-label={label}>
      {options.map((option) => (
        <OptionLine {...facts} option={option} />
      ))}
    </ul>
  )
}

function OptionLine({ option, ...facts }: OptionFacts & { option: BallotOption }) {
  const { data, filled } = facts
  const { number, title, text, solution, cost } = option
  const error = filled.faults?.[`o-${number}`]
  const before = option.wishId === null ? undefined : data.before.get(option.wishId)
  const changed = before && (before.title !== title || before.text !== text)
  return (
    <li id={`option-${number}`}>
      <div class="what">
        <span class="title" id={`t-${number}`} dir="auto">
          <span class="soft">{number}.</span> {title}
        </span>
        <div class="meta">{joined(factsOf(option, data))}</div>
        {(text || solution || before) && (
          <details>
            <summary>{cost === null ? 'More about it' : 'What the vendor would build, and more'}</summary>
            <div class="prose">
              {text && <p dir="auto">{text}</p>}
              {solution && (
                <p dir="auto">
                  <b>What the vendor would build:</b> {solution}
                </p>
              )}
              {before && (
                <p class="meta">
                  Since round one:{' '}
                  {[
                    `it had ${before.total ?? 0} points there`,
                    changed ? `its words have changed; they were “${before.title}”` : 'its words are the same',
                    cost === null ? '' : `it costs ${cost}`,
                  ]
                    .filter(Boolean)
                    .join('; ')}
                  .
                </p>
              )}
              {option.requestId !== null && (
                <p>
                  <a href={`/requests/${option.requestId}`}>The request and the user cases behind it</a>
                </p>
              )}
            </div>
          </details>
        )}
        <label class="check meta">
          <input
            type="checkbox"
            name="c"
            value={String(number)}
            aria-label={`Compare ${number}`}
            checked={facts.view.compare?.includes(String(number))}
          />
          <span>compare</span>
        </label>
        {error && (
          <span class="error" id={`e-${number}`}>
            {error}
          </span>
        )}
      </div>
      <div class="act">
        <Stepper {...facts} option={option} error={error} />
      </div>
    </li>
  )
}

const joined = (parts: Child[]): Child => parts.flatMap((part, place) => (place === 0 ? [part] : [' · ', part]))

function factsOf(option: BallotOption, { voter, voices, profile }: PaperPageData): Child[] {
  const musts = voices.filter(({ needs }) => needs[String(option.number)] === 'must').length
  const wants = voices.filter(({ needs }) => needs[String(option.number)] === 'want').length
  const others = option.askedBy.length
  return [
    ...(asked(option, voter.organisationId) ? [<b>You asked for it</b>] : []),
    ...(profile.areas.includes(option.area) ? ['an area that you use'] : []),
    ...(others > 0 ? [plural('en', others, { one: 'asked for by # institution', other: 'asked for by # institutions' })] : []),
    ...(option.area ? [option.area] : []),
    ...(option.cost === null
      ? []
      : [
          <>
            costs <b>{option.cost}</b>
          </>,
        ]),
    ...(musts + wants > 0
      ? [<b>your colleagues: {[musts > 0 && `${musts} must`, wants > 0 && `${wants} would like`].filter(Boolean).join(', ')}</b>]
      : []),
  ]
}

/** Less, the number itself, more; for an order: up, the place, down. */
function Stepper({ data, filled, view, option, error }: OptionFacts & { option: BallotOption; error: string | undefined }) {
  const { ballot, voter, whyNot } = data
  const { number } = option
  const ranks = ballot.form === 'ranks'
  const off = !voter.casts || Boolean(whyNot)
  const focus = view.at === String(number)
  return (
    <span class="points">
      <button
        type="submit"
        name="act"
        value={`${ranks ? 'up' : 'less'}:${number}`}
        disabled={off}
        aria-label={ranks ? `Higher: ${number}` : `Less for ${number}`}
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
        aria-label={`${ranks ? 'Place' : 'Points'} for ${number}. ${option.title}`}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `e-${number}` : undefined}
        autofocus={focus}
      />
      <button
        type="submit"
        name="act"
        value={`${ranks ? 'down' : 'more'}:${number}`}
        disabled={off}
        aria-label={ranks ? `Lower: ${number}` : `More for ${number}`}
      >
        {ranks ? '↓' : '+'}
      </button>
    </span>
  )
}

/** Yes, no, or neither. */
function MotionForm({ data, filled, path }: { data: PaperPageData; filled: Filled; path: string }) {
  const { ballot, paper, whyNot } = data
  const refused: Refused | undefined = filled.message
    ? { message: filled.message, fields: { choice: filled.faults?.['o-'] ?? filled.message }, typed: {} }
    : undefined
  return (
    <Form action={path} refused={refused} values={filled.vote.choice ? { choice: filled.vote.choice } : {}}>
      <p class="prose">{ballot.question}</p>
      <Hidden name="seen" value={String(paper?.version ?? 0)} />
      <Choices
        name="choice"
        label="Your answer"
        options={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
          { value: 'abstain', label: 'I abstain' },
        ]}
      />
      <div class="row">
        <Button kind="primary" name="act" value="cast" whyNot={whyNot}>
          {paper ? 'Cast it again' : 'Cast the ballot'}
        </Button>
      </div>
    </Form>
  )
}

/** What belongs to the paper and is not on it: spreadsheet, colleagues, the institution itself. */
function Beside({ data, path }: { data: PaperPageData; path: string }) {
  const { ballot, voter, options, profile, poll, voices, whyNot } = data
  if (ballot.form === 'yes_no') return null
  const areas = [...new Set(options.map(({ area }) => area))].filter(Boolean).sort((a, b) => a.localeCompare(b, 'en'))
  return (
    <div class="columns">
      {voter.casts && (
        <Section title="In a spreadsheet, on paper">
          <p class="toolbar row">
            <a href={`${path}/sheet`}>Download as XLSX</a>
          </p>
          {!whyNot && (
            <Form action={`${path}/sheet`} multipart id="sheet">
              <Field
                name="file"
                type="file"
                label="Take in a filled-in sheet"
                accept=".xlsx,.csv"
                hint="It becomes your draft; you look at it before you cast it."
              />
              <div class="row">
                <Button>Take it in</Button>
              </div>
            </Form>
          )}
          <p class="meta">To have it on paper, print this page.</p>
        </Section>
      )}
      {voter.organisationId !== null && !whyNot && <Voices data={data} path={path} />}
      {voter.casts && voter.organisationId !== null && !whyNot && (
        <Section title={`About ${voter.name}`}>
          <Form action={`${path}/profile`} id="profile" values={{ areas: profile.areas, ...(profile.size ? { size: profile.size } : {}) }}>
            {areas.length > 0 && (
              <Choices
                name="areas"
                label="Areas that you use"
                many
                hint="Their wishes come first."
                options={areas.map((area) => ({ value: area, label: area }))}
              />
            )}
            <Choices
              name="size"
              label="Size"
              hint="The result is told by size, never by one institution."
              options={[
                { value: 'small', label: 'Below 5,000 students' },
                { value: 'medium', label: '5,000 to 20,000' },
                { value: 'large', label: 'More than 20,000' },
              ]}
            />
            <div class="row">
              <Button>Save</Button>
            </div>
          </Form>
        </Section>
      )}
      {poll && voter.casts && voices.length > 0 && (
        <Section title="What your colleagues said">
          <Table
            caption="Voices"
            hideCaption
            columns={[{ label: 'Who' }, { label: 'Needs' }, { label: 'Note' }]}
            rows={voices.map(({ name, needs, note }) => [
              name,
              Object.entries(needs)
                .filter(([, need]) => need !== 'no')
                .map(([number, need]) => `${number}: ${needWords[need]}`)
                .join(', '),
              note,
            ])}
          />
        </Section>
      )}
    </div>
  )
}

/** A referent asks her colleagues; a colleague says what she needs. */
function Voices({ data, path }: { data: PaperPageData; path: string }) {
  const { voter, poll, voices, proposal, ballot } = data
  const takes = Object.keys(proposal.points ?? {}).length + (proposal.ranks?.length ?? 0)
  if (!voter.casts) return <VoiceForm data={data} path={path} />
  return (
    <Section title="Ask your colleagues first">
      {poll && (
        <p>
          {poll.closedAt ? <State mood="good">Over</State> : <State mood="wait">Open</State>}{' '}
          {plural('en', voices.length, {
            zero: 'Nobody has answered yet.',
            one: 'One colleague has answered.',
            other: '# colleagues have answered.',
          })}
        </p>
      )}
      {takes > 0 && (
        <form method="post" action={path}>
          <Hidden name="seen" value={String(data.paper?.version ?? 0)} />
          <Button name="act" value="propose">
            Take their result over into the draft
          </Button>
        </form>
      )}
      <Form action={`${path}/poll`} id="poll">
        <Field name="closesAt" type="datetime-local" label={`They can answer until (${ballot.zone})`} short />
        <TextArea name="note" label="A word to them" rows={3} optional maxlength={1000} />
        <div class="row">
          <Button>{poll ? 'Ask again' : 'Ask them by mail'}</Button>
        </div>
      </Form>
    </Section>
  )
}

function VoiceForm({ data, path }: { data: PaperPageData; path: string }) {
  const { options, voices, voter } = data
  const own = voices.find(({ personId }) => personId === data.readerId)
  return (
    <Section title="What do you need?">
      <p>The referent of {voter.name} casts the ballot. Tell her what you must have; only your own people see it.</p>
      <form method="post" action={`${path}/voice`} class="stack">
        <ul class="things" aria-label="What you need">
          {options.map(({ number, title }) => (
            <li>
              <div class="what">
                <span class="title">
                  <span class="soft">{number}.</span> {title}
                </span>
              </div>
              <div class="act">
                <label class="away" for={`n-${number}`}>
                  Need for {number}. {title}
                </label>
                <select id={`n-${number}`} name={`n-${number}`}>
                  <option value="">—</option>
                  {(['must', 'want', 'no'] as const).map((need) => (
                    <option value={need} selected={own?.needs[String(number)] === need}>
                      {needWords[need]}
                    </option>
                  ))}
                </select>
              </div>
            </li>
          ))}
        </ul>
        <div class="field">
          <label for="voice-note">A word to her (optional)</label>
          <input id="voice-note" name="note" maxlength={500} value={own?.note} />
        </div>
        <div class="row">
          <Button kind="primary">Tell her</Button>
        </div>
      </form>
    </Section>
  )
}
