import { Difference } from '../lib/ui/difference.tsx'
import { Field, Form, Hidden, optionsById, Select, TextArea } from '../lib/ui/form.tsx'
import { Button, Empty, Facts, FormSection, PostButton, Section, Split, State, Submit, Titled } from '../lib/ui/parts.tsx'
import { useReader, useRefused } from '../lib/ui/reader.ts'
import { Day } from '../lib/ui/time.tsx'
import { textsOf } from '../lib/ui/words.ts'
import type { FieldFacts } from './clauses/fields-queries.ts'
import type { CharterGroup, Clause, getVersionById, Version } from './clauses/queries.ts'
import { fields, nextNumber } from './clauses/rules.ts'
import type { TemplateClause } from './clauses/template-rules.ts'
import { beginsHeading, ComparedClauses, charterPath, Headed, Told } from './clauses/views.tsx'
import { GuessedHeadings, kindOptions } from './drafts-headings.tsx'
import { draftPath, Offered } from './drafts-offers.tsx'
import { DecisionFields, type Decisions } from './findings/forms.tsx'
import { type Suggestion, suggestMeasures } from './measures/rules.ts'
import { sayMeasure } from './measures/say.ts'
import { measureFields } from './measures/views.tsx'

const t = textsOf('charter', 'drafts')
const fieldNames = textsOf('charter', 'fields')
const words = textsOf('charter', 'clauses')

type Draft = Awaited<ReturnType<typeof getVersionById>>

const ReviewForm = ({ version }: { version: Version }) => (
  <Form action={`/charter/versions/${version.id}/review`} id="review" values={{ reviewOn: version.reviewOn ?? '' }}>
    <Field name="reviewOn" type="date" label={t.nextReviewOn} hint={t.remindEmail60DaysBefore} short />
    <Submit>{t.saveReview}</Submit>
  </Form>
)

/** Where the next version begins. */
export function StartPage(props: {
  group: CharterGroup
  /** With how many clauses a new group begins. */
  few: number
  current: Version | undefined
  /** Other groups that have a charter. */
  others: readonly Pick<CharterGroup, 'id' | 'name'>[]
}) {
  const { group, few, current, others } = props
  const start = (from: string, label: string, primary = false) => (
    <PostButton action="/charter/drafts" fields={{ group: group.slug, from }} kind={primary ? 'primary' : 'plain'} text={label} />
  )
  return (
    <Titled
      title={current ? t.startNextVersion : t.writeCharter}
      meta={<a href={charterPath(group.slug)}>{group.name}</a>}
      lead={t.groupCanReadDraftEveryone}
    >
      {current && (
        <Section title={t.copyCurrentVersion}>
          <p>{t.copyAllClausesMeasuresChange}</p>
          {start('in_force', t.copyVersion({ number: current.number }), true)}
        </Section>
      )}
      {!current && (
        <Section title={t.newGroup}>
          <p>{t.useFewClauses({ n: few })}</p>
          {start('few', t.useFew({ n: few }), true)}
        </Section>
      )}
      <Section title={t.templateForWorkingGroups}>
        <p>{t.use29ClausesPlainWords}</p>
        {start('template', t.useTemplate)}
      </Section>
      {others.length > 0 && (
        <FormSection title={t.charterOfOther} action="/charter/drafts" id="other" label={t.charterOfOther}>
          <Hidden name="group" value={group.slug} />
          <Hidden name="from" value="other" />
          <Select name="other" label={t.group} hint={t.copyOtherHint} options={optionsById(others)} />
          <Submit>{t.copyOther}</Submit>
        </FormSection>
      )}
      <FormSection title={t.yourOwnText} action="/charter/drafts" id="paste" label={t.pasteYourOwnText}>
        <Hidden name="group" value={group.slug} />
        <Hidden name="from" value="paste" />
        <TextArea name="text" label={t.text} hint={t.pasteCharterTermsReference} rows={10} maxlength={200_000} />
        <Submit>{t.splitIntoClauses}</Submit>
      </FormSection>
      <Section title={t.fromNothing}>{start('empty', t.createEmptyDraft)}</Section>
      {current && (
        <Section title={t.currentVersion}>
          <ReviewForm version={current} />
        </Section>
      )}
    </Titled>
  )
}

function Suggested({ clause, suggestions }: { clause: Clause; suggestions: readonly Suggestion[] }) {
  const { locale } = useReader()
  return (
    <ul class="suggested" aria-label={t.suggestedFor({ number: clause.number })}>
      {suggestions.map(({ measure, why }) => (
        <li>
          <span class="meta">
            {why} {sayMeasure(measure, locale)}
          </span>
          <PostButton
            action="/charter/measures"
            kind="quiet"
            fields={{ clause: String(clause.id), ...measureFields(measure) }}
            label={t.addMeasureTo({ number: clause.number, measure: sayMeasure(measure, locale) })}
            text={t.addMeasure}
          />
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
  const { locale } = useReader()
  const path = `${draftPath(draft.id)}/clauses/${clause.id}`
  const move = (to: 'up' | 'down') => (
    <PostButton
      action={`${path}/move`}
      kind="quiet"
      fields={{ to }}
      label={t.move({ number: clause.number, to })}
      text={to === 'up' ? '↑' : '↓'}
    />
  )
  return (
    <li id={clause.number}>
      <b class="number">{clause.number}</b>
      <div class="stack">
        {headed && <Headed>{clause.heading}</Headed>}
        <Told text={clause.text} facts={facts} days={draft} />
        {clause.measures.length > 0 ? (
          <ul class="measures" aria-label={t.measuresOfClause({ number: clause.number })}>
            {clause.measures.map((measure) => (
              <li class="meta">
                {mayKeep ? <a href={`/charter/measures/${measure.id}`}>{sayMeasure(measure, locale)}</a> : sayMeasure(measure, locale)}
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
          <a href={`/charter/measures/new?clause=${clause.id}`} aria-label={t.addMeasureToClause({ number: clause.number })}>
            {t.measure}
          </a>
          <a href={path} aria-label={t.edit({ number: clause.number })}>
            {t.edit2}
          </a>
        </div>
      )}
    </li>
  )
}

const FieldHelp = ({ lists }: { lists: readonly { name: string; title: string }[] }) => (
  <details>
    <summary>{t.automaticFields}</summary>
    <Facts
      items={[
        ...fields.map((name) => ({ term: fieldNames[name], value: <code>{`{{${name}}}`}</code> })),
        ...lists.map(({ name, title }) => ({ term: t.aLinkTo({ title }), value: <code>{`{{list:${name}}}`}</code> })),
        { term: t.theAddressOfARole, value: <code>{'{{address:coordinator}}'}</code> },
      ]}
    />
  </details>
)

/** A draft with its clauses, what each is measured by, and what is suggested. */
export function DraftPage(props: {
  draft: Draft
  clauses: readonly Clause[]
  offered: readonly TemplateClause[]
  facts: FieldFacts
  mayKeep: boolean
}) {
  const { draft, clauses, offered, facts, mayKeep } = props
  const path = draftPath(draft.id)
  const bare = clauses.filter(({ measures }) => measures.length === 0)
  const sure = bare.filter(({ text }) => suggestMeasures(text).length > 0).length
  return (
    <Titled
      title={t.draftVersion({ number: draft.number })}
      meta={<a href={charterPath(draft.group.slug)}>{words.of({ group: draft.group.name })}</a>}
      lead={`${t.clauseCount({ n: clauses.length })} ${bare.length === 0 ? t.allMeasured : t.unmeasured({ n: bare.length })}`}
      actions={
        mayKeep && (
          <>
            {sure > 0 && (
              <PostButton kind="primary" action={`${path}/measures`}>
                {t.addSuggestedMeasures}
              </PostButton>
            )}
            <Button kind={sure > 0 ? 'plain' : 'primary'} href={`${path}/adopt`} text={t.adoptIt} />
          </>
        )
      }
    >
      <Split aside={mayKeep && <FieldHelp lists={facts.lists} />}>
        {draft.preamble && <Told text={draft.preamble} facts={facts} days={draft} />}
        {mayKeep && <GuessedHeadings path={path} clauses={clauses} />}
        {clauses.length === 0 && <Empty title={t.noClausesYet} />}
        <ol class="articles" aria-label={t.clauses}>
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
            {offered.length > 0 && <Offered draft={draft} offered={offered} facts={facts} />}
            <FormSection title={t.addClause} action={`${path}/clauses`} id="add" label={t.addClause}>
              <Select name="kind" label={t.type} options={kindOptions()} />
              <Field
                name="number"
                label={t.number}
                hint={t.leaveEmptyUseNextNumber({
                  nextNumber: nextNumber(
                    'duty',
                    clauses.map(({ number }) => number),
                  ),
                })}
                short
                optional
              />
              <TextArea name="text" label={t.text2} hint={t.canUseMarkdownFieldsLike({ field: '{{coordinator}}' })} rows={4} />
              <Submit kind="primary">{t.addIt}</Submit>
            </FormSection>
            <FormSection
              keeps
              title={t.introductionAndChanges}
              action={path}
              id="around"
              values={{ preamble: draft.preamble, note: draft.note }}
            >
              <TextArea name="preamble" label={t.introduction} rows={3} optional />
              <TextArea name="note" label={t.changesInThisVersion} hint={t.readersSeeWhenTheyCompare} rows={2} optional />
              <Submit>{t.saveTexts}</Submit>
            </FormSection>
            <Section title={t.deleteDraft}>
              <p class="soft">{t.currentVersionStaysForce}</p>
              <PostButton action={`${path}/discard`} kind="danger" text={t.deleteDraft2} />
            </Section>
          </>
        )}
      </Split>
    </Titled>
  )
}

/** One clause of a draft, to change or take out; with what a colleague wrote meanwhile where two were at it. */
export function ClausePage({ draft, clause, facts, theirs }: { draft: Draft; clause: Clause; facts: FieldFacts; theirs?: boolean }) {
  const refused = useRefused()
  const path = `${draftPath(draft.id)}/clauses/${clause.id}`
  return (
    <Titled title={t.edit({ number: clause.number })} meta={<a href={`${draftPath(draft.id)}#${clause.number}`}>{t.backToTheDraft}</a>}>
      <Split aside={<FieldHelp lists={facts.lists} />}>
        <Form keeps action={path} values={{ number: clause.number, kind: clause.kind, text: clause.text, heading: clause.heading }}>
          <Hidden name="revision" value={String(clause.revision)} />
          <Field name="number" label={t.number} short />
          <Select name="kind" label={t.type} options={kindOptions()} empty={false} />
          <Field name="heading" label={t.heading} hint={t.shownAboveClauseBelowName} maxlength={200} optional />
          <TextArea name="text" label={theirs ? t.yourText : t.text2} rows={8} />
          {theirs && (
            <Section title={t.yourColleaguesText}>
              <p>{clause.text}</p>
              <p class="soft">{t.fromYourColleaguesToYours}</p>
              <Difference before={clause.text} after={[refused?.typed.text ?? ''].flat().join('\n')} />
            </Section>
          )}
          <Submit kind="primary">{t.saveClause}</Submit>
        </Form>
        <Section title={t.preview}>
          <Told text={clause.text} facts={facts} days={draft} />
        </Section>
        <Section title={t.removeClause}>
          <p class="soft">{t.earlierVersionsKeepClauseIts}</p>
          <PostButton action={`${path}/remove`} kind="danger" text={t.takeOut({ number: clause.number })} />
        </Section>
      </Split>
    </Titled>
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
}) {
  const { draft, clauses, current, decisions, facts, today } = props
  const bare = clauses.filter(({ measures }) => measures.length === 0).length
  const guessed = clauses.filter(({ kindGuessed }) => kindGuessed).length
  return (
    <Titled
      title={t.adoptVersion({ number: draft.number })}
      meta={<a href={draftPath(draft.id)}>{t.backToTheDraft}</a>}
      lead={t.fromTheDayThatYouGive}
    >
      {bare > 0 && (
        <p>
          <State mood="wait">{t.unmeasured({ n: bare })}</State> <span class="soft">{t.theirStatusWillNotMeasured}</span>
        </p>
      )}
      {guessed > 0 && (
        <p>
          <State mood="wait">{t.guessedKinds({ n: guessed })}</State> <span class="soft">{t.checkTypesDraft}</span>
        </p>
      )}
      <Split
        aside={
          current && (
            <Facts
              items={[
                { term: t.replaces, value: words.version({ n: current.version.number }) },
                current.version.inForceOn !== null && { term: t.inForceSince, value: <Day on={current.version.inForceOn} /> },
              ]}
            />
          )
        }
      >
        <Form
          action={`${draftPath(draft.id)}/adopt`}
          values={{ inForceOn: today, decisionText: decisions.length === 0 ? t.adoptsCharter({ n: draft.number }) : '' }}
        >
          <Field name="inForceOn" type="date" label={t.inForceFrom} hint={t.olderCharterEnterDayAdopted} short />
          <Field name="reviewOn" type="date" label={t.nextReviewOn} short optional />
          <DecisionFields decisions={decisions} />
          <Submit kind="primary">{t.adoptIt}</Submit>
        </Form>
        {current && (
          <Section title={t.whatChanges}>
            <ComparedClauses before={{ clauses: current.clauses, days: current.version }} after={{ clauses, days: draft }} facts={facts} />
          </Section>
        )}
      </Split>
    </Titled>
  )
}
