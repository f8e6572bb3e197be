import { FormContext } from '../lib/ui/field-parts.tsx'
import { Field, Hidden, TextArea } from '../lib/ui/form.tsx'
import type { Refused } from '../lib/ui/forms.ts'
import { dotted, Listing, Thing, Things } from '../lib/ui/lists.tsx'
import { Button, Empty, PostButton, Section, State } from '../lib/ui/parts.tsx'
import { useReader, useRefused } from '../lib/ui/reader.ts'
import { Time } from '../lib/ui/time.tsx'
import { type Choice, choices } from '../lib/ui/waits.ts'
import type { listDecided } from './decisions-queries.ts'
import { whatIsMissing } from './decisions-rules.ts'
import type { JustPutOff, Numbered } from './queries.ts'
import { todayWords } from './words.ts'

type PageWords = ReturnType<typeof todayWords>['page']

interface WhyProps {
  entry: Numbered
  choice: Choice
  does: string
  /** What is typed there goes to others as it is; else it says why. */
  says: boolean
  look: '' | 'primary'
  words: PageWords
}

/** What a row asks for with words, a reason or an answer: it folds out below the buttons, with its own button. */
function Why({ entry, choice, does, says, look, words }: WhyProps) {
  const sent = useRefused()
  const refused = sent?.typed.key === entry.key ? sent : undefined
  const state = { values: refused?.typed ?? {}, prefix: `d${entry.n}`, labels: new Map<string, string>(), ...(refused && { refused }) }
  return (
    <details class="why" open={refused?.fields.reason !== undefined}>
      <summary
        class={look ? 'button primary' : 'button'}
        aria-label={`${says ? words.writeAnswer : does}: ${entry.title}`}
        data-decides={choice}
      >
        {says ? words.writeAnswer : does}
      </summary>
      <div class="reason">
        <FormContext.Provider value={state as never}>
          {says ? (
            <TextArea name="reason" label={words.answer} hint={words.answerHint} rows={4} />
          ) : (
            <Field name="reason" label={words.reason} hint={words.reasonHint} />
          )}
        </FormContext.Provider>
        <div class="row">
          <Button kind="primary" name="choice" value={choice} text={does} />
        </div>
      </div>
    </details>
  )
}

/** The buttons of a row: each choice, and later, which stays beside the last. Where nothing can be decided here a button leads to the page. */
function Decide({ entry, first, mayDecide, words }: RowProps) {
  const { question, key, href, button, title } = entry
  const look = first ? 'primary' : 'plain'
  if (!mayDecide) return <Button kind={look} href={href} label={`${button}: ${title}`} text={button} />
  const buttons = question
    ? choices.flatMap((choice) => {
        const does = entry[choice]
        if (does === undefined) return []
        const missing = whatIsMissing(question, choice, '')
        return missing === undefined ? (
          <Button
            kind={choice === 'yes' ? look : 'plain'}
            name="choice"
            value={choice}
            label={`${does}: ${title}`}
            {...{ 'data-decides': choice }}
          >
            {does}
          </Button>
        ) : (
          <Why {...{ entry, choice, does, words }} says={missing === 'wordsMissing'} look={choice === 'yes' && first ? 'primary' : ''} />
        )
      })
    : [<Button kind={look} href={href} label={`${button}: ${title}`} text={button} />]
  return (
    <form method="post" action="/today/decide" class="decide" novalidate>
      <Hidden name="key" value={key} />
      {buttons.slice(0, -1)}
      <div class="last">
        {buttons.at(-1)}
        <Button kind="quiet" name="choice" value="later" label={`${words.later}: ${title}`} {...{ 'data-decides': 'later' }}>
          {words.later}
        </Button>
      </div>
    </form>
  )
}

/** Why what was decided in a row cannot be; what its own field does not ask for is asked on its page. */
const WhyRefused = ({ entry, refused }: { entry: Numbered; refused: Refused }) => (
  <p class="note late" role="alert" tabindex={-1} autofocus>
    {refused.fields.reason ?? refused.message}{' '}
    {refused.fields.reason === undefined && entry.question && entry.button && <a href={entry.href}>{entry.button}</a>}
  </p>
)

/** What is to be known of a thing before it is decided, beside its words: how it begins, and whether to be careful. */
type HintOf = (entry: Numbered) => { begins?: string | undefined; warning?: string | undefined }

interface RowProps {
  entry: Numbered
  first: boolean
  /** They are themselves: nobody decides in another's name. */
  mayDecide: boolean
  words: PageWords
}

/** One thing that waits, with the number that it has in the week's letter; it is decided here. */
const Row = (props: RowProps & { hint: HintOf }) => {
  const { entry, words } = props
  const { begins, warning } = props.hint(entry)
  const sent = useRefused()
  const refused = sent?.typed.key === entry.key ? sent : undefined
  return (
    <Thing
      id={entry.key}
      number={entry.n}
      title={entry.title}
      href={entry.href}
      meta={
        <>
          {entry.late && <State mood="late">{words.late}</State>}{' '}
          {dotted([entry.until && words.until({ time: <Time at={entry.until} /> }), entry.whose, entry.meta])}
        </>
      }
      act={<Decide {...props} />}
    >
      {begins && (
        <div class="meta break" dir="auto">
          {begins}
        </div>
      )}
      {warning && (
        <div class="meta break">
          <State mood="late">{warning}</State>
        </div>
      )}
      {refused && <WhyRefused entry={entry} refused={refused} />}
    </Thing>
  )
}

/** Everything that waits, by the parts of the work, in the order of the letter. */
export const Waits = ({ entries, ...props }: Pick<RowProps, 'mayDecide' | 'words'> & { entries: readonly Numbered[]; hint: HintOf }) => {
  const { words } = props
  return (
    <Section title={words.waiting} aside={entries.length > 1 ? words.count({ n: entries.length }) : undefined}>
      {entries.length === 0 && <Empty title={words.none} />}
      {[...Map.groupBy(entries, ({ kind }) => kind)].map(([kind, ones]) => (
        <section class="kind">
          <h3>{words.kinds[kind]}</h3>
          <Things label={words.kinds[kind]}>
            {ones.map((entry) => (
              <Row entry={entry} first={entry === entries[0]} {...props} />
            ))}
          </Things>
        </section>
      ))}
    </Section>
  )
}

interface TakeBackProps {
  batch: number
  title: string
  next?: string
  words: PageWords
}

const fieldsOf = ({ batch, next }: TakeBackProps) => ({ batch: String(batch), ...(next === undefined ? {} : { next }) })

/** Takes back what was decided or put off a moment ago. */
const Undo = (props: TakeBackProps) => (
  <PostButton action="/today/undo" fields={fieldsOf(props)} label={`${props.words.undo}: ${props.title}`} {...{ 'data-decides': 'undo' }}>
    {props.words.undo}
  </PostButton>
)

/** What can be done with a decision that waits: undo it, or not wait. */
function TakeBack(props: TakeBackProps) {
  const { title, words } = props
  const fields = fieldsOf(props)
  return (
    <>
      <Undo {...props} />
      <PostButton action="/today/now" fields={fields} kind="quiet" label={`${words.now}: ${title}`} text={words.now} />
    </>
  )
}

/** What was decided, as the button said it; of before it was kept, yes or no. */
const saidOf = ({ choice, does }: { choice: string; does: string }) => ({ choice: does === '' ? choice : 'said', does })

/** The latest of what somebody decided a moment ago, above the page on which they are; what else there is, Today has. */
export function JustDecided({ decided, next }: { decided: Awaited<ReturnType<typeof listDecided>>; next: string }) {
  const [last, ...more] = decided
  const words = todayWords(useReader().locale).page
  if (!last) return null
  const { batch, title, runsAt } = last
  return (
    <section class="note wait row apart" aria-label={words.decided}>
      <span>
        <b>{title}</b> · {words.isDone({ ...saidOf(last), time: <Time at={runsAt} style="time" /> })}
      </span>
      <div class="row">
        {more.length > 0 && <a href="/today#decided">{words.moreDecided({ n: more.length })}</a>}
        <TakeBack {...{ batch, title, next, words }} />
      </div>
    </section>
  )
}

interface DecidedProps {
  decided: Awaited<ReturnType<typeof listDecided>>
  putOff: readonly JustPutOff[]
  words: PageWords
}

/** What somebody decided a moment ago: it is done at a time, and can be taken back until then; and what they put off. */
export function Decided({ decided, putOff, words }: DecidedProps) {
  if (decided.length + putOff.length === 0) return null
  return (
    <Listing title={words.decided} id="decided">
      {decided.map(({ batch, title, runsAt, ...one }) => (
        <Thing
          title={title}
          meta={words.isDone({ ...saidOf(one), time: <Time at={runsAt} style="time" /> })}
          act={<TakeBack {...{ batch, title, words }} />}
        />
      ))}
      {putOff.map(({ batch, title }) => (
        <Thing title={title} meta={words.isPutOff} act={<Undo {...{ batch, title, words }} />} />
      ))}
    </Listing>
  )
}
