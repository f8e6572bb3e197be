import { Field, Select } from '../../lib/ui/fields.tsx'
import { Form, Hidden } from '../../lib/ui/form.tsx'
import type { Refused } from '../../lib/ui/forms.ts'
import { Button, Heading, Section } from '../../lib/ui/parts.tsx'
import { Day } from '../../lib/ui/time.tsx'
import { rhythmInWords } from '../rules.ts'
import { NewsTabs } from '../tabs.tsx'
import type { Rhythm } from './queries.ts'

/** When the next issue is due, as far as one can say. */
export function NextIssue({ lastTo, dueOn, daysDue }: Pick<Rhythm, 'lastTo' | 'dueOn' | 'daysDue'>) {
  if (lastTo === null) return <>The first issue has still to come out.</>
  if (dueOn === undefined) return <>The next issue comes when there is something to tell.</>
  return (
    <>
      The next issue {daysDue === undefined ? 'is due on ' : 'has been due since '}
      <Day on={dueOn} />.
    </>
  )
}

/** How often the newsletter of each group comes. */
export function RhythmPage(props: { rhythms: readonly Rhythm[]; refused?: { group: string; refused: Refused } | undefined }) {
  const { rhythms, refused } = props
  return (
    <>
      <Heading
        title="Rhythm of the newsletter"
        meta={<a href="/news">News</a>}
        lead="When the next issue is due, it stands on the Today of those who let it out. Two weeks later administrators hear of it as well."
      >
        <NewsTabs current="rhythm" publishes={rhythms.some(({ mayPublish }) => mayPublish)} />
      </Heading>
      {rhythms.map((one) => (
        <Section title={one.name} id={one.slug}>
          <p>
            <NextIssue {...one} />
          </p>
          {one.mayPublish ? (
            <Form
              action="/news/issues/rhythm"
              id={`rhythm-${one.slug}`}
              refused={refused?.group === one.slug ? refused.refused : undefined}
              values={{ every: String(one.every ?? 3), unit: one.every === null ? 'none' : one.unit }}
            >
              <Hidden name="group" value={one.slug} />
              <Field name="every" label="Every" type="number" min={1} max={52} short />
              <Select
                name="unit"
                label="Weeks or months"
                empty={false}
                options={[
                  { value: 'week', label: 'weeks' },
                  { value: 'month', label: 'months' },
                  { value: 'none', label: 'no rhythm: whenever there is something' },
                ]}
              />
              <div class="row">
                <Button kind="primary">Save</Button>
              </div>
            </Form>
          ) : (
            <p class="soft">{rhythmInWords(one)} Those who let the newsletter out decide.</p>
          )}
        </Section>
      ))}
    </>
  )
}
