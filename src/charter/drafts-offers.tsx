import { PostButton, Section } from '../lib/ui/parts.tsx'
import { useReader } from '../lib/ui/reader.ts'
import { textsOf } from '../lib/ui/words.ts'
import type { FieldFacts } from './clauses/fields-queries.ts'
import type { Version } from './clauses/queries.ts'
import type { TemplateClause } from './clauses/template-rules.ts'
import { Told } from './clauses/views.tsx'
import { sayMeasure } from './measures/say.ts'

const t = textsOf('charter', 'drafts')

/** Where a draft of a charter stands. */
export const draftPath = (id: number): string => `/charter/drafts/${id}`

/** Clauses about what the group has on record, to add as they are. */
export function Offered({ draft, offered, facts }: { draft: Version; offered: readonly TemplateClause[]; facts: FieldFacts }) {
  const { locale } = useReader()
  return (
    <Section title={t.clausesThatFit}>
      <p class="soft">{t.groupHasRecords}</p>
      <ul class="articles" aria-label={t.clausesThatFit}>
        {offered.map(({ number, text, measures }) => (
          <li>
            <b class="number">{number}</b>
            <div class="stack">
              <Told text={text} facts={facts} days={draft} />
              <ul class="measures" aria-label={t.measuresOfClause({ number })}>
                {measures.map((measure) => (
                  <li class="meta">{sayMeasure(measure, locale)}</li>
                ))}
              </ul>
            </div>
            <div class="beside row">
              <PostButton action={`${draftPath(draft.id)}/offers`} fields={{ number }} label={t.addClauseOf({ number })} text={t.addIt} />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
