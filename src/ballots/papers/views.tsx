import { Choices, Field } from '../../lib/ui/fields.tsx'
import { Meter } from '../../lib/ui/figures.tsx'
import { Form, Hidden } from '../../lib/ui/form.tsx'
import { formatNumber, plural } from '../../lib/ui/format.ts'
import type { Refused } from '../../lib/ui/forms.ts'
import { Table } from '../../lib/ui/lists.tsx'
import { Button, Empty, Heading, Note, Section } from '../../lib/ui/parts.tsx'
import { useReader } from '../../lib/ui/reader.ts'
import { Time } from '../../lib/ui/time.tsx'
import type { BallotOption } from '../queries.ts'
import { ruleName, secrecyNames } from '../rules.ts'
import { needWords, Voices } from './colleagues.tsx'
import { type Filled, fieldValue, isMine, type OptionFacts, OptionList, type PaperView } from './options.tsx'
import type { PaperPageData } from './queries.ts'
import { showReceipt, sumOf } from './rules.ts'

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
            <a href={`/ballots/${ballot.id}`}>{ballot.title}</a> · counted by {ruleName(ballot.rule).toLowerCase()}
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
      <Beside data={data} path={path} asking={filled.asking} />
    </>
  )
}

/** Options that somebody wants to see side by side. */
function Compared({ data, numbers, path }: { data: PaperPageData; numbers: string[]; path: string }) {
  const options = data.options.filter(({ number }) => numbers.includes(String(number)))
  const costed = options.some(({ cost }) => cost !== null)
  return (
    <Section title="Side by side" aside={<a href={path}>Close</a>}>
      <Table
        caption="The wishes that you chose to compare"
        hideCaption
        columns={[
          { label: 'Wish' },
          { label: 'Area' },
          { label: 'What it is' },
          ...(costed ? [{ label: 'What the vendor would build' }, { label: 'Cost', numeric: true }] : []),
        ]}
        rows={options.map((option) => [
          `${option.number}. ${option.title}`,
          <span class="whole">{option.area}</span>,
          option.text,
          ...(costed ? [option.solution, option.cost ?? ''] : []),
        ])}
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
        <input id="find" name="q" type="search" maxlength={200} value={view.q} placeholder="Search this ballot" />
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
function Beside({ data, path, asking }: { data: PaperPageData; path: string; asking: Refused | undefined }) {
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
      {voter.organisationId !== null && !whyNot && <Voices {...{ data, path, asking }} />}
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
