import { Heading, Section } from '../ui/parts.tsx'
import { ruleNames } from './rules.ts'

const ruleTexts: [string, string, string][] = [
  [
    'greedy',
    'Points are added up; the wish with most points comes first, then the next, as long as the capacity reaches.',
    'Easy to check by hand. A majority that agrees can take everything.',
  ],
  [
    'equal-shares',
    'Each paper gets the same share of the capacity and spends it only on what it supports; what gives its supporters most for their money is bought first.',
    'A tenth of the papers decides over a tenth of the capacity. Often something stays unspent.',
  ],
  [
    'equal-shares-add1',
    'As Equal Shares, with the shares raised step by step until what they buy would not fit any more.',
    'As Equal Shares, and little stays unspent.',
  ],
  [
    'scottish-stv',
    'Who reaches the quota is elected; what she has beyond it goes to the next names, and so do the papers of who is excluded.',
    'Groups are represented by their size; no vote is wasted.',
  ],
  [
    'score',
    'A motion passes when more say yes than no, and enough have voted.',
    'Who abstains is counted for the quorum and for nothing else.',
  ],
]

/** The rules that a group may choose, in two sentences each. */
export const RulesPage = () => (
  <>
    <Heading
      title="How ballots are counted"
      lead="The rule is chosen before the round. The same papers are counted by the others too, to compare."
    />
    {ruleTexts.map(([rule, how, promise]) => (
      <Section title={ruleNames[rule] ?? rule}>
        <p class="prose">{how}</p>
        <p class="prose soft">{promise}</p>
      </Section>
    ))}
    <Section title="Secrecy, plainly">
      <div class="prose">
        <p>
          A paper is sealed to the key of its round when it is cast. The close opens all papers at once, copies them in random order without
          times and voters, counts them, and deletes the sealed ones with the key. A backup never holds the key.
        </p>
        <p>
          Until the close, whoever has both the running database and the secret of this installation could open papers with a program of
          their own, and whoever changes the program could watch. After the close nobody can tell whose a paper is, but the voter who kept
          her receipt.
        </p>
      </div>
    </Section>
  </>
)
