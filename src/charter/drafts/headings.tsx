import { Select } from '../../lib/ui/fields.tsx'
import { Form, Hidden } from '../../lib/ui/form.tsx'
import type { Refused } from '../../lib/ui/forms.ts'
import { Button, Section } from '../../lib/ui/parts.tsx'
import type { Clause } from '../clauses/queries.ts'
import { clauseKinds } from '../clauses/rules.ts'
import { charterWords } from '../clauses/words.ts'

/** The kinds that a clause may be of. */
export const kindOptions = () => {
  const words = charterWords('en')
  return clauseKinds.map((value) => ({ value, label: words.kinds[value] }))
}

/** Headings of a text that was pasted and that are none of ours: somebody says what each is about. */
export function GuessedHeadings({ path, clauses, refused }: { path: string; clauses: readonly Clause[]; refused: Refused | undefined }) {
  const guessed = Map.groupBy(
    clauses.filter(({ kindGuessed }) => kindGuessed),
    ({ heading }) => heading,
  )
  if (guessed.size === 0) return null
  return (
    <Section title={guessed.size === 1 ? 'What is this heading about?' : 'What are these headings about?'}>
      <p class="soft">The kind of what stands under them is a guess. A charter stands in the order of the kinds; the heading stays.</p>
      {[...guessed].map(([heading, under], at) => (
        <Form
          action={`${path}/headings`}
          id={`heading-${at}`}
          label={heading}
          values={{ kind: under[0]?.kind ?? 'duty' }}
          refused={[refused?.typed.heading ?? []].flat()[0] === heading ? refused : undefined}
        >
          <Hidden name="heading" value={heading} />
          <Select
            name="kind"
            label={`“${heading}”, ${under.length === 1 ? 'one clause' : `${under.length} clauses`}`}
            options={kindOptions()}
            empty={false}
          />
          <div class="row">
            <Button>Save</Button>
          </div>
        </Form>
      ))}
    </Section>
  )
}
