import { Heading, Section } from '../lib/ui/parts.tsx'
import { useReader } from '../lib/ui/reader.ts'
import { useBallotWords } from './page-words.ts'
import { ruleWords } from './rule-words.ts'

const told = ['greedy', 'equal-shares-add1', 'scottish-stv', 'score'] as const

/** The rules that a group may choose, in two sentences each. */
export function RulesPage() {
  const words = ruleWords(useReader().locale)
  const names = useBallotWords().rules
  return (
    <>
      <Heading title={words.title} lead={words.lead} />
      {told.map((rule) => (
        <Section title={names[rule]}>
          <p class="prose">{words.how[rule]}</p>
          <p class="prose soft">{words.promise[rule]}</p>
        </Section>
      ))}
      <Section title={words.secrecy}>
        <div class="prose">
          <p>{words.sealed}</p>
          <p>{words.untilClose}</p>
        </div>
      </Section>
    </>
  )
}
