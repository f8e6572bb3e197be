import { Form, Hidden, optionsOf, Select } from '../lib/ui/form.tsx'
import { Section, Submit } from '../lib/ui/parts.tsx'
import { useRefused } from '../lib/ui/reader.ts'
import { textsOf } from '../lib/ui/words.ts'
import type { Clause } from './clauses/queries.ts'
import { clauseKinds } from './clauses/rules.ts'

const t = textsOf('charter', 'drafts')
const words = textsOf('charter', 'clauses')

/** The kinds that a clause may be of. */
export const kindOptions = () => optionsOf(words.kinds, clauseKinds)

/** Headings of a text that was pasted and that are none of ours: somebody says what each is about. */
export function GuessedHeadings({ path, clauses }: { path: string; clauses: readonly Clause[] }) {
  const guessed = Map.groupBy(
    clauses.filter(({ kindGuessed }) => kindGuessed),
    ({ heading }) => heading,
  )
  const refused = useRefused()
  if (guessed.size === 0) return null
  // All are sent to one address, as `heading`: the one that was refused is called so.
  const idOf = (heading: string, at: number) =>
    refused?.form === 'heading' && refused.typed.heading === heading ? 'heading' : `heading-${at}`
  return (
    <Section title={t.typesOfTheseHeadings({ guessed: guessed.size })}>
      <p class="soft">{t.guessedTypeTheseClausesSo}</p>
      {[...guessed].map(([heading, under], at) => (
        <Form action={`${path}/headings`} id={idOf(heading, at)} label={heading} values={{ kind: under[0]?.kind ?? 'duty' }}>
          <Hidden name="heading" value={heading} />
          <Select name="kind" label={t.oneClause({ heading, n: under.length })} options={kindOptions()} empty={false} />
          <Submit>{t.saveType}</Submit>
        </Form>
      ))}
    </Section>
  )
}
