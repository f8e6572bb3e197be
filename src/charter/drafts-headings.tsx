import { Select } from '../lib/ui/fields.tsx'
import { Form, Hidden } from '../lib/ui/form.tsx'
import type { Refused } from '../lib/ui/forms.ts'
import { languageNow } from '../lib/ui/language.ts'
import { Button, Section } from '../lib/ui/parts.tsx'
import { textsOf } from '../lib/ui/words.ts'
import type { Clause } from './clauses/queries.ts'
import { clauseKinds } from './clauses/rules.ts'
import { charterWords } from './clauses/words.ts'

const t = textsOf('charter', 'drafts')

/** The kinds that a clause may be of. */
export const kindOptions = () => {
  const words = charterWords(languageNow())
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
    <Section title={t.typesOfTheseHeadings({ guessed: guessed.size })}>
      <p class="soft">{t.guessedTypeTheseClausesSo}</p>
      {[...guessed].map(([heading, under], at) => (
        <Form
          action={`${path}/headings`}
          id={`heading-${at}`}
          label={heading}
          values={{ kind: under[0]?.kind ?? 'duty' }}
          refused={[refused?.typed.heading ?? []].flat()[0] === heading ? refused : undefined}
        >
          <Hidden name="heading" value={heading} />
          <Select name="kind" label={t.oneClause({ heading, n: under.length })} options={kindOptions()} empty={false} />
          <div class="row">
            <Button>{t.saveType}</Button>
          </div>
        </Form>
      ))}
    </Section>
  )
}
