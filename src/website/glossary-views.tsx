import { Facts, Section, Titled } from '../lib/ui/parts.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { groupNouns, type Noun, nouns } from './glossary-rules.ts'

const t = textsOf('website', 'glossary')

const Nouns = ({ list, linked }: { list: readonly Noun[]; linked: boolean }) => (
  <Facts
    items={list.map(({ name, href }) => ({
      term: linked && href ? <a href={href}>{t.terms[name]}</a> : t.terms[name],
      value: t.means[name],
    }))}
  />
)

/** The few words that one has to know here, each with a sentence and the way to it. */
export const GlossaryPage = ({ inGroup }: { inGroup: boolean }) => (
  <Titled title={t.title} lead={t.lead}>
    <Section title={t.forAll}>
      <Nouns list={nouns} linked />
    </Section>
    <Section title={t.forTheGroup}>
      <Nouns list={groupNouns} linked={inGroup} />
    </Section>
  </Titled>
)
