import { Meter } from '../../lib/ui/figures.tsx'
import { Field, Form, Hidden } from '../../lib/ui/form.tsx'
import { formatNumber } from '../../lib/ui/format.ts'
import { languageNow } from '../../lib/ui/language.ts'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { About, Button, Facts, Heading, type Mood, PostButton, Section, State, Submit, Tabs } from '../../lib/ui/parts.tsx'
import { useRefused } from '../../lib/ui/reader.ts'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { StepPicture } from './pictures.tsx'
import { firstWeeksPath, type getFirstWeeks, type Step } from './queries.ts'
import { brought, isLeft, type StepState } from './rules.ts'

const t = textsOf('operations', 'firstWeeks')

const words: Record<StepState, string> = t.words
const moods: Record<StepState, Mood | undefined> = { open: undefined, done: 'wait', confirmed: 'good', skipped: undefined }

type FirstWeeks = Awaited<ReturnType<typeof getFirstWeeks>>

/** The first weeks of a group, with the others that somebody sees to. */
export const FirstWeeksPage = ({ groups, ...shown }: FirstWeeks) => (
  <>
    <Heading title={t.firstWeeks} lead={t.whatNewGroupImportsStarts}>
      {groups.length > 1 && (
        <Tabs
          label={t.groups}
          items={groups.map((one) => ({ href: firstWeeksPath(one), label: one.name, current: one.id === shown.group.id }))}
        />
      )}
    </Heading>
    <GroupSteps {...shown} />
  </>
)

function GroupSteps({ group, steps }: Omit<FirstWeeks, 'groups'>) {
  const settled = steps.filter(({ state }) => !isLeft(state)).length
  // One button does the next thing: what was done wants to be looked at first, then the first step which nobody began.
  const next = (steps.find(({ state }) => state === 'done') ?? steps.find(({ state }) => state === 'open'))?.key
  const progress = t.ofSettled({ settled, steps: steps.length })
  return (
    <Section
      title={group.name}
      aside={
        <>
          {progress} <Meter value={settled} of={steps.length} label={progress} />
        </>
      }
    >
      {steps.filter(({ key, state }) => brought.includes(key) && state === 'open').length > 1 && (
        <div class="row">
          <PostButton action={`/first-weeks/${group.slug}/start-new`} label={t.startNewOf({ name: group.name })} text={t.startNew} />
          <span class="meta">{t.startNewHint}</span>
        </div>
      )}
      <Things label={t.stepsOf({ name: group.name })}>
        {steps.map((step) => (
          <StepRow step={step} path={`/first-weeks/${group.slug}/${step.key}`} next={step.key === next} />
        ))}
      </Things>
    </Section>
  )
}

/** What a step has come to, in numbers, and the way back while nobody has said that it is right. */
function SheetOf({ step: { title, facts, sheet, state } }: { step: Step }) {
  if (facts.done === undefined || !sheet.counts.some(({ count }) => count > 0)) return null
  return (
    <div class="sheet">
      <Facts items={sheet.counts.map(({ what, count }) => count > 0 && { term: what, value: formatNumber(languageNow(), count) })} />
      {state === 'done' && sheet.undo && (
        <p class="meta">
          <a href={sheet.undo} aria-label={t.undo({ title })}>
            {t.undo2}
          </a>
        </p>
      )}
      {state === 'done' && sheet.whyNot && <p class="meta">{sheet.whyNot}</p>}
    </div>
  )
}

/** What a part of a page shows. */
type Shows = Parameters<typeof Button>[0]['children']

/** The button that begins a step, for who may; others read whose it is. */
const Begin = ({ href, kind, children }: { href: string | undefined; kind: 'primary' | 'plain'; children?: Shows }) =>
  href === undefined ? <span class="meta">{t.notYours}</span> : <Button kind={kind} href={href} text={children} />

function StepRow({ step, path, next }: { step: Step; path: string; next: boolean }) {
  const refused = useRefused()
  const { key, title, why, button, href, facts, state, reason, by, at } = step
  return (
    <Thing
      title={
        <>
          <StepPicture step={key} /> {title}
        </>
      }
      href={facts.done === undefined ? href : (facts.evidence ?? href)}
      meta={
        <>
          <State mood={moods[state]}>{words[state]}</State> · {facts.done ?? why}
          {at !== null && (
            <>
              {' '}
              · {by ?? t.someone}, <Time at={at} style="date" />
              {reason && <> · {reason}</>}
            </>
          )}
        </>
      }
      act={
        state === 'open' ? (
          <Begin href={href} kind={next ? 'primary' : 'plain'}>
            {button}
          </Begin>
        ) : state === 'done' ? (
          <PostButton action={path} fields={{ verdict: 'confirmed' }} label={t.confirmStep({ title })} kind={next ? 'primary' : 'plain'}>
            {t.confirmStep2}
          </PostButton>
        ) : (
          <PostButton action={`${path}/reopen`} label={t.takeBack({ title })} text={t.reopenStep} />
        )
      }
    >
      <SheetOf step={step} />
      {state === 'open' && (
        <details open={refused?.form === `skip-${key}`}>
          <summary>
            {t.skipStep}
            <About>{title}</About>
          </summary>
          <Form action={path} id={`skip-${key}`}>
            <Hidden name="verdict" value="skipped" />
            <Field name="reason" label={t.why} hint={t.futureCoordinatorsCanRead} maxlength={500} />
            <Submit>{t.skipStep}</Submit>
          </Form>
        </details>
      )}
    </Thing>
  )
}
