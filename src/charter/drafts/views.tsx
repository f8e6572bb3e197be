import { Difference } from '../../lib/ui/difference.tsx'
import { Field, Select, TextArea } from '../../lib/ui/fields.tsx'
import { Form, Hidden } from '../../lib/ui/form.tsx'
import type { Refused } from '../../lib/ui/forms.ts'
import { Button, Empty, Facts, Heading, PostButton, Section, Split, State } from '../../lib/ui/parts.tsx'
import { useReader } from '../../lib/ui/reader.ts'
import { Day } from '../../lib/ui/time.tsx'
import type { CharterGroup, Clause, FieldFacts, getVersionById, Version } from '../clauses/queries.ts'
import { fields, nextNumber } from '../clauses/rules.ts'
import { beginsHeading, ComparedClauses, charterPath, Headed, Told } from '../clauses/views.tsx'
import { charterWords } from '../clauses/words.ts'
import { DecisionFields, type Decisions } from '../findings/forms.tsx'
import { type Suggestion, suggestMeasures } from '../measures/rules.ts'
import { sayMeasure } from '../measures/say.ts'
import { measureFields } from '../measures/views.tsx'
import { GuessedHeadings, kindOptions } from './headings.tsx'

type Draft = Awaited<ReturnType<typeof getVersionById>>

export const draftPath = (id: number): string => `/charter/drafts/${id}`

const count = (n: number, one: string, many: string): string => (n === 1 ? `One ${one}` : `${n} ${many}`)

function ReviewForm({ version, refused }: { version: Version; refused?: Refused | undefined }) {
  return (
    <Form action={`/charter/versions/${version.id}/review`} id="review" refused={refused} values={{ reviewOn: version.reviewOn ?? '' }}>
      <Field name="reviewOn" type="date" label="Look at it again on" hint="You are reminded two months before, and Today says so." short />
      <div class="row">
        <Button>Save</Button>
      </div>
    </Form>
  )
}

/** Where the next version begins. */
export function StartPage(props: {
  group: CharterGroup
  current: Version | undefined
  refused?: { form: string; refused: Refused } | undefined
}) {
  const { group, current, refused } = props
  const refusedBy = (form: string) => (refused?.form === form ? refused.refused : undefined)
  const start = (from: string, label: string, primary = false) => (
    <PostButton action="/charter/drafts" fields={{ group: group.slug, from }} kind={primary ? 'primary' : 'plain'}>
      {label}
    </PostButton>
  )
  return (
    <>
      <Heading
        title={current ? 'The next version of the charter' : 'Write the charter'}
        meta={<a href={charterPath(group.slug)}>{group.name}</a>}
        lead="You work on a draft that the group can read. Nothing is public until it is adopted."
      />
      {current && (
        <Section title="From the version in force">
          <p>Its clauses and measures are taken over; you change what has changed.</p>
          {start('in_force', `Begin with version ${current.number}`, true)}
        </Section>
      )}
      <Section title="From the charter of a product working group">
        <p>
          Twenty-nine clauses that groups like yours have, in plain words, each with what it is measured by. Dates, people and links fill
          themselves in. Take out what does not fit.
        </p>
        {start('template', 'Begin with this template', !current)}
      </Section>
      <Section title="From your terms of reference">
        <Form action="/charter/drafts" id="paste" refused={refusedBy('paste')} label="Paste your terms of reference">
          <Hidden name="group" value={group.slug} />
          <Hidden name="from" value="paste" />
          <TextArea
            name="text"
            label="Paste the text"
            hint="Headings, numbers and points become clauses; a title is none. Headings that are not ours stay, and you say what they are about. For each clause measures are suggested; you confirm them one by one."
            rows={10}
            maxlength={200_000}
          />
          <div class="row">
            <Button>Split it into clauses</Button>
          </div>
        </Form>
      </Section>
      <Section title="From nothing">{start('empty', 'Begin with an empty draft')}</Section>
      {current && (
        <Section title="The version in force">
          <ReviewForm version={current} refused={refusedBy('review')} />
        </Section>
      )}
    </>
  )
}

function Suggested({ clause, suggestions }: { clause: Clause; suggestions: readonly Suggestion[] }) {
  return (
    <ul class="suggested" aria-label={`Suggested for ${clause.number}`}>
      {suggestions.map(({ measure, why }) => (
        <li>
          <span class="meta">
            {why} {sayMeasure(measure, 'en')}
          </span>
          <PostButton
            action="/charter/measures"
            kind="quiet"
            fields={{ clause: String(clause.id), ...measureFields(measure) }}
            label={`${clause.number}: measure it so: ${sayMeasure(measure, 'en')}`}
          >
            Measure it so
          </PostButton>
        </li>
      ))}
    </ul>
  )
}

function DraftClause(props: {
  draft: Draft
  clause: Clause
  facts: FieldFacts
  mayKeep: boolean
  first: boolean
  last: boolean
  /** It is the first under its heading. */
  headed: boolean
}) {
  const { draft, clause, facts, mayKeep, first, last, headed } = props
  const path = `${draftPath(draft.id)}/clauses/${clause.id}`
  const move = (to: 'up' | 'down') => (
    <PostButton action={`${path}/move`} kind="quiet" fields={{ to }} label={`Move ${clause.number} ${to}`}>
      {to === 'up' ? '↑' : '↓'}
    </PostButton>
  )
  return (
    <li id={clause.number}>
      <b class="number">{clause.number}</b>
      <div class="stack">
        {headed && <Headed>{clause.heading}</Headed>}
        <Told text={clause.text} facts={facts} days={draft} />
        {clause.measures.length > 0 ? (
          <ul class="measures" aria-label={`What ${clause.number} is measured by`}>
            {clause.measures.map((measure) => (
              <li class="meta">
                {mayKeep ? <a href={`/charter/measures/${measure.id}`}>{sayMeasure(measure, 'en')}</a> : sayMeasure(measure, 'en')}
              </li>
            ))}
          </ul>
        ) : (
          mayKeep && <Suggested clause={clause} suggestions={suggestMeasures(clause.text)} />
        )}
      </div>
      {mayKeep && (
        <div class="beside row">
          {!first && move('up')}
          {!last && move('down')}
          <a href={`/charter/measures/new?clause=${clause.id}`} aria-label={`${clause.number}: add a measure`}>
            Measure
          </a>
          <a href={path} aria-label={`Edit ${clause.number}`}>
            Edit
          </a>
        </div>
      )}
    </li>
  )
}

const FieldHelp = ({ lists }: { lists: readonly { name: string; title: string }[] }) => (
  <details>
    <summary>Fields that fill themselves in</summary>
    <Facts
      items={[
        ...Object.entries(fields).map(([name, what]) => ({ term: what, value: <code>{`{{${name}}}`}</code> })),
        ...lists.map(({ name, title }) => ({ term: `A link to ${title}`, value: <code>{`{{list:${name}}}`}</code> })),
        { term: 'The address of a role', value: <code>{'{{address:coordinator}}'}</code> },
      ]}
    />
  </details>
)

/** A draft with its clauses, what each is measured by, and what is suggested. */
export function DraftPage(props: {
  draft: Draft
  clauses: readonly Clause[]
  facts: FieldFacts
  mayKeep: boolean
  refused?: { form: string; refused: Refused } | undefined
}) {
  const { draft, clauses, facts, mayKeep, refused } = props
  const { locale } = useReader()
  const words = charterWords(locale)
  const path = draftPath(draft.id)
  const bare = clauses.filter(({ measures }) => measures.length === 0)
  const sure = bare.filter(({ text }) => suggestMeasures(text).length > 0).length
  const refusedBy = (form: string) => (refused?.form === form ? refused.refused : undefined)
  return (
    <>
      <Heading
        title={`${words.draft}, ${words.version({ n: draft.number }).toLowerCase()}`}
        meta={<a href={charterPath(draft.group.slug)}>{words.of({ group: draft.group.name })}</a>}
        lead={`${count(clauses.length, 'clause', 'clauses')}. ${bare.length === 0 ? 'Each has a measure.' : `${count(bare.length, 'has', 'have')} no measure.`}`}
        actions={
          mayKeep && (
            <>
              {sure > 0 && <PostButton action={`${path}/measures`}>Attach what is suggested</PostButton>}
              <Button kind="primary" href={`${path}/adopt`}>
                Adopt it
              </Button>
            </>
          )
        }
      />
      <Split aside={mayKeep && <FieldHelp lists={facts.lists} />}>
        {draft.preamble && <Told text={draft.preamble} facts={facts} days={draft} />}
        {mayKeep && <GuessedHeadings path={path} clauses={clauses} refused={refusedBy('heading')} />}
        {clauses.length === 0 && <Empty title="It has no clause yet." />}
        <ol class="articles" aria-label="Clauses">
          {clauses.map((clause, at) => (
            <DraftClause
              {...{ draft, clause, facts, mayKeep }}
              first={at === 0}
              last={at === clauses.length - 1}
              headed={beginsHeading(clauses, at)}
            />
          ))}
        </ol>
        {mayKeep && (
          <>
            <Section title="Add a clause">
              <Form action={`${path}/clauses`} id="add" refused={refusedBy('add')} label="Add a clause">
                <Select name="kind" label="What it is about" options={kindOptions()} />
                <Field
                  name="number"
                  label="Number"
                  hint={`Empty: the next one, such as ${nextNumber(
                    'duty',
                    clauses.map(({ number }) => number),
                  )}.`}
                  short
                  optional
                />
                <TextArea name="text" label="What it says" hint="Markdown. Fields such as {{coordinator}} fill themselves in." rows={4} />
                <div class="row">
                  <Button kind="primary">Add it</Button>
                </div>
              </Form>
            </Section>
            <Section title="Around the clauses">
              <Form action={path} id="around" refused={refusedBy('around')} values={{ preamble: draft.preamble, note: draft.note }}>
                <TextArea name="preamble" label="Before the clauses" rows={3} optional />
                <TextArea
                  name="note"
                  label="What is new in this version"
                  hint="Shown to who compares it with the one before."
                  rows={2}
                  optional
                />
                <div class="row">
                  <Button>Save</Button>
                </div>
              </Form>
            </Section>
            <Section title="Throw the draft away">
              <p class="soft">What is in force stays in force. The draft cannot be brought back.</p>
              <PostButton action={`${path}/discard`} kind="danger">
                Throw it away
              </PostButton>
            </Section>
          </>
        )}
      </Split>
    </>
  )
}

/** One clause of a draft, to change or take out; with what a colleague wrote meanwhile where two were at it. */
export function ClausePage(props: { draft: Draft; clause: Clause; facts: FieldFacts; refused?: Refused | undefined; theirs?: boolean }) {
  const { draft, clause, facts, refused, theirs } = props
  const path = `${draftPath(draft.id)}/clauses/${clause.id}`
  return (
    <>
      <Heading title={`Edit ${clause.number}`} meta={<a href={`${draftPath(draft.id)}#${clause.number}`}>Back to the draft</a>} />
      <Split aside={<FieldHelp lists={facts.lists} />}>
        <Form
          action={path}
          refused={refused}
          values={{ number: clause.number, kind: clause.kind, text: clause.text, heading: clause.heading }}
        >
          <Hidden name="revision" value={String(clause.revision)} />
          <Field name="number" label="Number" short />
          <Select name="kind" label="What it is about" options={kindOptions()} empty={false} />
          <Field name="heading" label="Heading above it" hint="Besides the name of its kind." maxlength={200} optional />
          <TextArea name="text" label={theirs ? 'What you wrote' : 'What it says'} rows={8} />
          {theirs && (
            <Section title="What your colleague wrote">
              <p>{clause.text}</p>
              <p class="soft">From your colleague’s to yours:</p>
              <Difference before={clause.text} after={[refused?.typed.text ?? ''].flat().join('\n')} />
            </Section>
          )}
          <div class="row">
            <Button kind="primary">Save</Button>
          </div>
        </Form>
        <Section title="As it reads today">
          <Told text={clause.text} facts={facts} days={draft} />
        </Section>
        <Section title="Take it out">
          <p class="soft">Earlier versions keep it, with all that was found.</p>
          <PostButton action={`${path}/remove`} kind="danger">
            Take {clause.number} out
          </PostButton>
        </Section>
      </Split>
    </>
  )
}

/** What adopting means, by which decision and from when. */
export function AdoptPage(props: {
  draft: Draft
  clauses: Clause[]
  current: { version: Version; clauses: Clause[] } | undefined
  decisions: Decisions
  facts: FieldFacts
  today: string
  refused?: Refused | undefined
}) {
  const { draft, clauses, current, decisions, facts, today, refused } = props
  const bare = clauses.filter(({ measures }) => measures.length === 0).length
  const guessed = clauses.filter(({ kindGuessed }) => kindGuessed).length
  return (
    <>
      <Heading
        title={`Adopt version ${draft.number}`}
        meta={<a href={draftPath(draft.id)}>Back to the draft</a>}
        lead="From the day that you give, this is the charter that everyone reads. What it says stays as it is; the next change is the next version."
      />
      {bare > 0 && (
        <p>
          <State mood="wait">{count(bare, 'clause has', 'clauses have')} no measure</State>{' '}
          <span class="soft">They will say “not measured”. You can add measures later.</span>
        </p>
      )}
      {guessed > 0 && (
        <p>
          <State mood="wait">{count(guessed, 'clause has', 'clauses have')} a kind that was guessed</State>{' '}
          <span class="soft">The draft asks what their headings are about.</span>
        </p>
      )}
      <Split
        aside={
          current && (
            <Facts
              items={[
                { term: 'It takes the place of', value: `Version ${current.version.number}` },
                current.version.inForceOn !== null && { term: 'In force since', value: <Day on={current.version.inForceOn} /> },
              ]}
            />
          )
        }
      >
        <Form action={`${draftPath(draft.id)}/adopt`} refused={refused} values={{ inForceOn: today }}>
          <Field
            name="inForceOn"
            type="date"
            label="In force from"
            hint="For a charter from before Rapport: the day that it was adopted."
            short
          />
          <Field name="reviewOn" type="date" label="Look at it again on" short optional />
          <DecisionFields decisions={decisions} />
          <div class="row">
            <Button kind="primary">Adopt it</Button>
          </div>
        </Form>
        {current && (
          <Section title="What changes">
            <ComparedClauses before={{ clauses: current.clauses, days: current.version }} after={{ clauses, days: draft }} facts={facts} />
          </Section>
        )}
      </Split>
    </>
  )
}
