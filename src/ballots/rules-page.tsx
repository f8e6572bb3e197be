import { Section, Titled } from '../lib/ui/parts.tsx'
import { textsOf } from '../lib/ui/words.ts'

const names = textsOf('ballots', 'pages').rules
const words = textsOf('ballots', 'rule')

const told = ['greedy', 'equal-shares-add1', 'scottish-stv', 'score'] as const

/** The rules that a group may choose, in two sentences each. */
export const RulesPage = () => (
  <Titled title={words.title} lead={words.lead}>
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
  </Titled>
)
