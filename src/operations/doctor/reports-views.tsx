import { formatList } from '../../lib/ui/format.ts'
import { languageNow } from '../../lib/ui/language.ts'
import { Table } from '../../lib/ui/lists.tsx'
import type { Child } from '../../lib/ui/message.ts'
import { Empty, Section } from '../../lib/ui/parts.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { reportsAddress } from '../../list/rules.ts'
import type { ReportsOfOthers } from './queries.ts'

const t = textsOf('operations', 'doctor').reports

const named = (reporters: string[]): string => formatList(languageNow(), reporters)

/** How much of what was reported was as it should be, and who says so. */
const Share = ({ title, says, reporters, children }: { title: string; says: string; reporters: string[]; children?: Child }) => (
  <Section title={title} within>
    <p>{says}</p>
    <p class="meta">{t.by({ reporters: named(reporters) })}</p>
    {children}
  </Section>
)

const Sources = ({ sources }: { sources: ReportsOfOthers['sent']['sources'] }) => (
  <>
    <Table
      caption={t.sources}
      showCaption
      columns={[
        { label: t.server },
        { label: t.emails, numeric: true },
        { label: t.refusedOf, numeric: true },
        { label: t.why },
        { label: t.reporters },
      ]}
      rows={sources.map(({ source, bad, refused, dkim, spf, reporters }) => [
        <span class="break">{source}</span>,
        bad,
        refused,
        `SPF ${spf}, DKIM ${dkim}`,
        named(reporters),
      ])}
    />
    <p class="soft">{t.sourcesLead}</p>
  </>
)

const Failures = ({ failures }: { failures: ReportsOfOthers['encryption']['failures'] }) => (
  <Table
    caption={t.failures}
    showCaption
    columns={[{ label: t.reason }, { label: t.server }, { label: t.failed, numeric: true }, { label: t.reporters }]}
    rows={failures.map(({ kind, host, count, reporters }) => [
      t.kinds({ kind: kind.replaceAll('-', '_'), words: kind }),
      host,
      count,
      named(reporters),
    ])}
  />
)

/** What other servers reported of the mail of this domain. */
export function Reports({ domain, reports: { sent, encryption } }: { domain: string; reports: ReportsOfOthers }) {
  const [mails, connections] = [sent.good + sent.bad, encryption.good + encryption.bad]
  if (mails + connections === 0)
    return (
      <Section title={t.title} id="reports">
        <Empty title={t.none}>{t.noneLead({ address: reportsAddress(domain) })}</Empty>
      </Section>
    )
  return (
    <Section title={t.title} id="reports">
      <p class="soft">{t.lead}</p>
      {mails > 0 && (
        <Share
          title={t.sent({ domain })}
          says={t.sentSays({ good: sent.good, all: mails, refused: sent.refused })}
          reporters={sent.reporters}
        >
          {sent.sources.length > 0 && <Sources sources={sent.sources} />}
        </Share>
      )}
      {connections > 0 && (
        <Share
          title={t.encryption({ domain })}
          says={t.encryptionSays({ good: encryption.good, all: connections })}
          reporters={encryption.reporters}
        >
          {encryption.failures.length > 0 && <Failures failures={encryption.failures} />}
        </Share>
      )}
    </Section>
  )
}
