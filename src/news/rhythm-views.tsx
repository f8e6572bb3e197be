import { Field, Form, Hidden, Select } from '../lib/ui/form.tsx'
import { Heading, Section, Submit } from '../lib/ui/parts.tsx'
import { Day } from '../lib/ui/time.tsx'
import { textsOf } from '../lib/ui/words.ts'
import type { Rhythm } from './rhythm-queries.ts'
import { rhythmInWords } from './rules.ts'
import { NewsTabs } from './tabs.tsx'

const t = textsOf('news', 'rhythm')

/** When the next issue is due, as far as one can say. */
export function NextIssue({ lastTo, dueOn, daysDue }: Pick<Rhythm, 'lastTo' | 'dueOn' | 'daysDue'>) {
  if (lastTo === null) return <>{t.noIssuePublishedYet}</>
  if (dueOn === undefined) return <>{t.nextIssueHasNoDue}</>
  return <>{t.nextIssueDue({ late: daysDue !== undefined && daysDue > 0, day: <Day on={dueOn} /> })}</>
}

/** How often the newsletter of each group comes. */
export const RhythmPage = ({ rhythms }: { rhythms: readonly Rhythm[] }) => (
  <>
    <Heading title={t.newsletterSchedule} meta={<a href="/news">{t.news}</a>} lead={t.remindPeopleWhoPublish}>
      <NewsTabs current="rhythm" publishes={rhythms.some(({ mayPublish }) => mayPublish)} />
    </Heading>
    {rhythms.map((one) => (
      <Section title={one.name} id={one.slug}>
        <p>
          <NextIssue {...one} />
        </p>
        {one.mayPublish ? (
          <Form
            keeps
            action="/news/issues/rhythm"
            id={`rhythm-${one.slug}`}
            values={{ every: String(one.every ?? 3), unit: one.every === null ? 'none' : one.unit }}
          >
            <Hidden name="group" value={one.slug} />
            <Field name="every" label={t.every} type="number" min={1} max={52} short />
            <Select
              name="unit"
              label={t.unit}
              empty={false}
              options={[
                { value: 'week', label: t.weeks },
                { value: 'month', label: t.months },
                { value: 'none', label: t.noFixedSchedule },
              ]}
            />
            <Submit kind="primary" label={`${t.save}: ${one.name}`}>
              {t.save}
            </Submit>
          </Form>
        ) : (
          <p class="soft">{rhythmInWords(one)}</p>
        )}
      </Section>
    ))}
  </>
)
