import { Table } from '../../lib/ui/lists.tsx'
import { Button, Facts, Heading, Section, Toolbar } from '../../lib/ui/parts.tsx'
import { Day, Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { severityNames } from '../../requests/rules.ts'
import type { getVersion } from './queries.ts'
import { type BriefPage, segmentLine } from './rules.ts'
import { Prose } from './views.tsx'

const t = textsOf('advocacy', 'briefs')
const pageTexts = textsOf('advocacy', 'pages')
const { classes } = pageTexts

/** What somebody said in a user case, and who they are. */
export const Quote = ({ quote: { text, who, institution, on } }: { quote: BriefPage['quotes'][number] }) => (
  <figure class="stack">
    <blockquote class="prose">
      <p>{text}</p>
    </blockquote>
    <figcaption class="meta">
      {[who, institution].filter(Boolean).join(', ')}, <Day on={on} />
    </figcaption>
  </figure>
)

const Passage = ({ title, text }: { title: string; text: string }) =>
  text && (
    <>
      <h3>{title}</h3>
      <Prose text={text} />
    </>
  )

/** One request as the vendor reads it. */
export function PageOfBrief({ page }: { page: BriefPage }) {
  const { institutions } = page
  return (
    <Section title={`#${page.requestId} ${page.title}`} id={`r${page.requestId}`}>
      <Facts
        items={[
          { term: t.kind, value: page.kind === 'concern' ? t.technicalConcern : t.idea },
          { term: t.severity, value: page.severity && severityNames[page.severity] },
          { term: t.productVersions, value: page.versions },
          { term: t.yourSupportTickets, value: page.caseNumbers.join(', ') },
        ]}
      />
      <Passage title={t.whatWeAsk} text={page.ask} />
      <Passage title={t.theNeed} text={page.need} />
      <Passage title={t.howToReproduce} text={page.reproduction} />
      <Passage title={t.workaround} text={page.workaround} />
      {page.quotes.length > 0 && (
        <>
          <h3>{t.userCases}</h3>
          {page.quotes.map((quote) => (quote.withdrawn ? <p class="soft">{t.withdrawn}</p> : <Quote quote={quote} />))}
        </>
      )}
      <h3>{t.support}</h3>
      <p>
        {t.institutionsSupportRequest({ institutions: institutions.total, must: institutions.must })} {t.caseCount({ cases: page.cases })}
      </p>
      {institutions.total > 0 && (
        <Table
          caption={t.supportRequestSegment({ requestId: page.requestId })}
          columns={[{ label: t.segment }, { label: t.institutions }]}
          rows={[
            [t.region, segmentLine(institutions.regions)],
            [t.size, segmentLine(institutions.sizes)],
            [t.consortium, segmentLine(institutions.consortia)],
            [t.stageWithTheProduct, segmentLine(institutions.stages)],
          ]}
        />
      )}
      <Passage title={t.evidence} text={page.evidence} />
      {page.past.length > 0 && (
        <>
          <h3>{t.earlierAnswers}</h3>
          <ul class="links">
            {page.past.map((one) => (
              <li>
                <Day on={one.on} />: <b>{classes[one.class]}</b>
                {one.release && ` ${pageTexts.forRelease({ release: one.release })}`}. {one.reason}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

/** A version of a brief: a page for each request. */
export function VersionPage({ version }: { version: Awaited<ReturnType<typeof getVersion>> }) {
  const { content, briefId, number } = version
  const here = `/briefs/${briefId}/versions/${number}`
  return (
    <>
      <Heading
        title={content.title}
        meta={t.packageVersionOf({ group: content.group, briefId, number, time: <Time at={version.madeAt} style="date" /> })}
        lead={t.forAboutChampion({ vendor: content.vendor, product: content.product, champion: content.champion })}
        actions={version.submissionId !== null && <Button href={`/submissions/${version.submissionId}`}>{t.answers}</Button>}
      >
        <Toolbar>
          <a href={`${here}/brief.pdf`}>{t.pdf}</a>
          <a href={`${here}/brief.xlsx`}>{t.spreadsheet}</a>
          {version.inGroup && <a href={`/briefs/${briefId}`}>{t.workOnIt}</a>}
        </Toolbar>
      </Heading>
      {content.purpose && <Prose text={content.purpose} />}
      <nav aria-label={t.requests}>
        <ul class="links">
          {content.pages.map((page) => (
            <li>
              <a href={`#r${page.requestId}`}>
                #{page.requestId} {page.title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {content.pages.map((page) => (
        <PageOfBrief page={page} />
      ))}
    </>
  )
}
