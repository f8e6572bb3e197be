import { Meter } from '../../lib/ui/figures.tsx'
import { Choices, Field, Form, Hidden } from '../../lib/ui/form.tsx'
import { formatNumber } from '../../lib/ui/format.ts'
import { dotted, Table } from '../../lib/ui/lists.tsx'
import { Button, Empty, Fold, FormFold, type Heading, Note, PostButton, Section, Submit, Titled } from '../../lib/ui/parts.tsx'
import { sayPlaced } from '../../lib/ui/placed.ts'
import { unlessAlone, useReader } from '../../lib/ui/reader.ts'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { BallotOption } from '../core/queries.ts'
import { OptionText } from '../options-view.tsx'
import { onBehalfOf, ruleName, secrecyNames } from '../rules.ts'
import { needWords, Voice, Voices } from './colleagues.tsx'
import { type Filled, fieldValue, isMine, isOneList, type OptionFacts, OptionList, type PaperView, seenAtOnce } from './options.tsx'
import type { PaperPageData } from './queries.ts'
import { isBlank, showReceipt, sumOf } from './rules.ts'

const t = textsOf('ballots', 'papers')

// A reader takes in some 230 words a minute, and gives half a minute to each decision that matters.
const minutesFor = (options: BallotOption[]): number =>
  Math.max(
    1,
    Math.round(options.reduce((sum, { text, solution }) => sum + `${text} ${solution}`.split(/\s+/).length, 0) / 230 + options.length / 6),
  )

/** A ballot paper: mine first, then by area; what is left stays in sight and is read out. A colleague only says what they need. */
export function PaperPage({ data, filled, view }: { data: PaperPageData; filled: Filled; view: PaperView }) {
  const { ballot, voter, whyNot } = data
  const path = `/ballots/${ballot.id}/papers/${voter.id}`
  const time = <Time at={ballot.closesAt} style="full" />
  const open = voter.casts ? t.closesOnYouCanChangeIt({ time }) : t.closesOn({ time })
  return (
    <Titled
      title={ballot.title}
      meta={dotted([unlessAlone(ballot.group), whose(data), <a href={`/ballots/${ballot.id}`}>{t.aboutBallot}</a>])}
      lead={
        <>
          {whyNot ?? open} {secrecyNames[ballot.secrecy]}.
        </>
      }
    >
      {ballot.rehearsalOf !== null && <Note mood="late">{t.aRehearsalWhatIsCastHere}</Note>}
      {voter.casts ? <OwnPaper {...{ data, filled, view, path }} /> : <Voice data={data} path={path} />}
    </Titled>
  )
}

/** What somebody who votes has cast and drafted, and fills in. */
function OwnPaper({ data, filled, view, path }: { data: PaperPageData; filled: Filled; view: PaperView; path: string }) {
  const { ballot, paper, draft, whyNot } = data
  return (
    <>
      {paper && (
        <Note mood="good">
          <p>
            {t.voted({
              by: paper.castBy ?? t.someone,
              byEmail: paper.via === 'mail',
              time: <Time at={paper.castAt} />,
              code: <code class="receipt">{showReceipt(paper.receipt)}</code>,
            })}
          </p>
          {isBlank(paper.vote) && <p>{t.voteIsBlank({ ranks: ballot.form === 'ranks' })}</p>}
          {!whyNot && <PostButton action={`${path}/receipt`}>{t.emailReceipt}</PostButton>}
        </Note>
      )}
      <Limits data={data} />
      {draft && !whyNot && (
        <p class="meta" id="draft">
          {t.aDraftOfWasSavedWhat({ by: draft.savedBy ?? t.someone, time: <Time at={draft.savedAt} />, hasPaper: Boolean(paper) })}
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

/** For whom it is: said as what is still to do only while nobody has voted; a person who votes for themselves needs no word. */
function whose({ voter, paper, whyNot }: PaperPageData): string {
  if (voter.organisationId !== null && voter.casts && !paper && !whyNot) return t.youVoteFor({ name: voter.name })
  return t.theBallotOf({ name: onBehalfOf(voter) })
}

/** What may be filled in, how many are chosen and by which rule, before the first field. */
function Limits({ data: { ballot, options } }: { data: PaperPageData }) {
  const { form, budget, most, capacity, seats } = ballot
  const sentences: Parameters<typeof Heading>[0]['title'][] = [
    form === 'ranks'
      ? t.limits.ranks
      : form === 'yes_no'
        ? t.limits.yesNo
        : most === null || most >= (budget ?? 0)
          ? t.limits.points({ budget: budget ?? 0 })
          : t.limits.mostPoints({ most, budget: budget ?? 0 }),
    ...(form === 'yes_no' ? [] : [t.limits.blank({ ranks: form === 'ranks' })]),
    ...(capacity === null ? [] : [t.limits.capacity({ capacity })]),
    // Where there are no more options than places, all of them go on.
    ...(seats === null || seats >= options.length || ballot.kind === 'motion' ? [] : [t.limits.seats({ seats, kind: ballot.kind })]),
    t.limits.rule({ rule: ruleName(ballot.rule), link: (words) => <a href="/ballots/rules">{words}</a> }),
  ]
  return <p class="prose limits">{sentences.flatMap((sentence, place) => (place === 0 ? [sentence] : [' ', sentence]))}</p>
}

/** Options that somebody wants to see side by side. */
function Compared({ data, numbers, path }: { data: PaperPageData; numbers: string[]; path: string }) {
  const options = data.options.filter(({ number }) => numbers.includes(String(number)))
  const costed = options.some(({ cost }) => cost !== null)
  return (
    <Section title={t.sideBySide} aside={<a href={path}>{t.close}</a>}>
      <Table
        caption={t.theWishesThatYouChoseTo}
        columns={[
          { label: t.wish },
          { label: t.area },
          { label: t.whatItIs },
          ...(costed ? [{ label: t.whatTheVendorWouldBuild2 }, { label: t.cost, numeric: true }] : []),
        ]}
        rows={options.map((option) => [
          `${option.number}. ${option.title}`,
          <span class="whole">{option.area}</span>,
          <OptionText {...option} />,
          ...(costed ? [option.solution, option.cost ?? ''] : []),
        ])}
      />
    </Section>
  )
}

/** Enter in a field saves, or looks for what is typed where nothing can be saved: it presses the first button of a form. */
const EnterKey = ({ off }: { off: boolean }) => (
  <button type="submit" name="act" value={off ? 'find' : 'save'} class="away" tabindex={-1}>
    {off ? t.find : t.save}
  </button>
)

function PaperForm({ data, filled, view, path }: { data: PaperPageData; filled: Filled; view: PaperView; path: string }) {
  const { ballot, options, whyNot } = data
  const long = options.length > seenAtOnce
  const wanted = view.q?.toLowerCase()
  const shown = wanted
    ? options.filter(({ title, text, area, number }) => `${number} ${title} ${text} ${area}`.toLowerCase().includes(wanted))
    : options
  const hidden = options.filter((option) => !shown.includes(option))
  const oneList = isOneList(data)
  const mine = oneList ? [] : shown.filter((option) => isMine(option, data))
  const others = shown.filter((option) => !mine.includes(option))
  const areaOf = ({ area }: (typeof options)[number]) => (oneList ? '' : area)
  const areas = [...new Set(others.map(areaOf))].sort((a, b) => a.localeCompare(b, 'en'))
  const facts = { data, filled, view }
  return (
    <form class="ballot stack-l" method="post" action={path} data-ballot={ballot.form} data-budget={ballot.budget ?? ''} novalidate>
      <Hidden name="seen" value={String(data.paper?.version ?? 0)} />
      {view.q && <Hidden name="was" value={view.q} />}
      <EnterKey off={Boolean(whyNot)} />
      <Rest data={data} filled={filled} />
      {filled.message && (
        <div class="note late problems" role="alert" tabindex={-1} autofocus>
          <h2 class="h3">{filled.message}</h2>
          <ul>
            {Object.entries(filled.faults ?? {}).map(([name, problem]) => {
              const option = options.find(({ number }) => name === `o-${number}`)
              return <li>{option ? <a href={`#${name}`}>{`${option.number}. ${option.title}: ${problem}`}</a> : problem}</li>
            })}
          </ul>
        </div>
      )}
      {(long || view.q) && (
        <div class="row tools">
          <label class="away" for="find">
            {t.searchThisBallot}
          </label>
          <input id="find" name="q" type="search" maxlength={200} value={view.q} placeholder={t.searchThisBallot} />
          <Button name="act" value="find" text={t.find} />
          <Button name="act" value="compare" text={t.compareTheTickedOnes} />
          <span class="meta">{t.wishAboutMinute({ shown: shown.length, minutes: minutesFor(shown) })}</span>
        </div>
      )}
      {hidden.map((option) => (
        <Hidden name={`v-${option.number}`} value={fieldValue(facts, option)} />
      ))}
      {shown.length === 0 && <Empty title={t.nothingOnThisBallotFits} />}
      {ballot.form === 'ranks' && <Order {...facts} />}
      {mine.length > 0 && (
        <Section
          title={mine.length === options.length ? t.options : t.whatTouchesYouFirst}
          aside={mine.length === options.length ? undefined : t.ofByTheAreasThatYou({ mine: mine.length, shown: shown.length })}
        >
          <OptionList {...facts} options={mine} label={t.whatTouchesYou} />
        </Section>
      )}
      {areas.map((area) => (
        <Section
          title={area || (mine.length > 0 || areas.length > 1 ? t.withoutAnArea : ballot.kind === 'election' ? t.candidates : t.options)}
        >
          <OptionList {...facts} options={others.filter((option) => areaOf(option) === area)} label={area || t.options} />
        </Section>
      ))}
      {!whyNot && (
        <div class="row">
          <Button kind="primary" name="act" value="cast" text={t.castTheBallot({ hasPaper: Boolean(data.paper) })} />
          <Button name="act" value="save" text={t.saveTheDraft} />
        </div>
      )}
    </form>
  )
}

/** What is left, always in sight; a screen reader says it whenever it changes. */
function Rest({ data, filled }: { data: PaperPageData; filled: Filled }) {
  const { locale, zone } = useReader()
  const { ballot, whyNot } = data
  const spent = sumOf(filled.vote)
  const budget = ballot.budget ?? 0
  const named = filled.vote.ranks?.length ?? 0
  const text =
    ballot.form === 'ranks'
      ? t.placeGiven({ named: formatNumber(locale, named) })
      : spent > budget
        ? t.pointTooMany({ over: formatNumber(locale, spent - budget) })
        : t.ofPointsLeft({ left: formatNumber(locale, budget - spent), budget: formatNumber(locale, budget) })
  return (
    <div class="rest row apart">
      <output
        class="left"
        aria-live="polite"
        aria-atomic="true"
        data-ranked={t.placeGiven({ named: '%' })}
        data-left={t.ofPointsLeft({ left: '%', budget: formatNumber(locale, budget) })}
        data-over={t.pointTooMany({ over: '%' })}
      >
        {text}
      </output>
      <span class="away" role="status" data-moved />
      {ballot.form === 'points' && <Meter value={spent} of={budget} label={t.ofPointsSpent({ spent, budget })} />}
      {!whyNot && (
        <span class="row">
          <span
            class="meta saved"
            role="status"
            data-saved={t.draftSaved({ time: sayPlaced(locale, zone, '%') })}
            data-zone={zone}
            data-unsaved={t.draftNotSaved}
            data-offline={t.draftOffline}
          />
          <Button name="act" value="save" text={t.save} />
          <Button kind="primary" name="act" value="cast" text={t.castTheBallot({ hasPaper: Boolean(data.paper) })} />
        </span>
      )}
    </div>
  )
}

/** The order as it stands, first choice first; dragged with a mouse, moved by buttons with anything. It shows once something has a place. */
function Order({ data, filled }: OptionFacts) {
  const byNumber = new Map(data.options.map((option) => [String(option.number), option]))
  const ranks = filled.vote.ranks ?? []
  return (
    <Section title={t.yourOrder} aside={t.dragOrUseTheButtons} hidden={ranks.length === 0}>
      <ol class="order">
        {ranks.map((number) => (
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
  return (
    <Form action={path} values={filled.vote.choice ? { choice: filled.vote.choice } : {}}>
      <p class="prose as-written" dir="auto">
        {ballot.question}
      </p>
      <Hidden name="seen" value={String(paper?.version ?? 0)} />
      <Choices
        name="choice"
        label={t.yourAnswer}
        options={[
          { value: 'yes', label: t.yes },
          { value: 'no', label: t.no },
          { value: 'abstain', label: t.iAbstain },
        ]}
      />
      <div class="row">
        <Button kind="primary" name="act" value="cast" whyNot={whyNot} text={t.castTheBallot({ hasPaper: Boolean(paper) })} />
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
    <div class="stack">
      <Fold title={t.inASpreadsheetOnPaper} id="in-a-sheet">
        <p class="toolbar row">
          <a href={`${path}/sheet`}>{t.downloadAsXlsx}</a>
        </p>
        {!whyNot && (
          <Form action={`${path}/sheet`} multipart id="sheet">
            <Field name="file" type="file" label={t.takeInAFilledInSheet} accept=".xlsx,.csv" hint={t.itBecomesYourDraftYouLook} />
            <Submit>{t.takeItIn}</Submit>
          </Form>
        )}
        <p class="meta">{t.toHaveItOnPaperPrint}</p>
      </Fold>
      {voter.organisationId !== null && !whyNot && <Voices {...{ data, path }} />}
      {voter.organisationId !== null && !whyNot && (
        <FormFold
          title={t.about({ name: voter.name })}
          action={`${path}/profile`}
          id="profile"
          values={{ areas: profile.areas, ...(profile.size ? { size: profile.size } : {}) }}
        >
          {areas.length > 0 && (
            <Choices
              name="areas"
              label={t.areasThatYouUse}
              many
              hint={t.theirWishesComeFirst}
              options={areas.map((area) => ({ value: area, label: area }))}
            />
          )}
          <Choices
            name="size"
            label={t.size}
            hint={t.theResultIsToldBySize}
            options={[
              { value: 'small', label: t.fewerThan5000 },
              { value: 'medium', label: t.n5000To20000 },
              { value: 'large', label: t.moreThan20000 },
            ]}
          />
          <Submit>{t.saveProfile}</Submit>
        </FormFold>
      )}
      {poll && voices.length > 0 && (
        <Section title={t.whatYourColleaguesSaid}>
          <Table
            caption={t.voices}
            columns={[{ label: t.who }, { label: t.needs }, { label: t.note }]}
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
