import { Table } from '../../lib/ui/lists.tsx'
import { Button, Facts, Heading, Section, Toolbar } from '../../lib/ui/parts.tsx'
import { Day, Time } from '../../lib/ui/time.tsx'
import { classNames } from '../answers/rules.ts'
import { count } from '../parts.tsx'
import type { getVersion } from './queries.ts'
import { type BriefPage, segmentLine, withdrawnWords } from './rules.ts'
import { Prose } from './views.tsx'

/** One request as the vendor reads it. */
export function PageOfBrief({ page }: { page: BriefPage }) {
  const { institutions } = page
  return (
    <Section title={`#${page.requestId} ${page.title}`} id={`r${page.requestId}`}>
      <Facts
        items={[
          { term: 'Kind', value: page.kind === 'concern' ? 'Technical concern' : 'Idea' },
          { term: 'Severity', value: page.severity },
          { term: 'Versions', value: page.versions },
          { term: 'Your support cases', value: page.caseNumbers.join(', ') },
        ]}
      />
      <h3>The ask</h3>
      <Prose text={page.ask} />
      {page.need && (
        <>
          <h3>The need</h3>
          <Prose text={page.need} />
        </>
      )}
      {page.reproduction && (
        <>
          <h3>How to see it</h3>
          <Prose text={page.reproduction} />
        </>
      )}
      {page.workaround && (
        <>
          <h3>What people do instead</h3>
          <Prose text={page.workaround} />
        </>
      )}
      {page.quotes.length > 0 && (
        <>
          <h3>In their words</h3>
          {page.quotes.map((quote) =>
            quote.withdrawn ? (
              <p class="soft">{withdrawnWords}</p>
            ) : (
              <figure class="stack">
                <blockquote class="prose">
                  <p>{quote.text}</p>
                </blockquote>
                <figcaption class="meta">
                  {[quote.who, quote.institution].filter(Boolean).join(', ')}, <Day on={quote.on} />
                </figcaption>
              </figure>
            ),
          )}
        </>
      )}
      <h3>Who stands behind it</h3>
      <p>
        {count(institutions.total, 'institution', 'institutions')}, {institutions.must} of them with “must”;{' '}
        {count(page.cases, 'user case', 'user cases')} on record.
      </p>
      {institutions.total > 0 && (
        <Table
          caption={`Institutions behind #${page.requestId} by segment`}
          hideCaption
          columns={[{ label: 'Segment' }, { label: 'Institutions' }]}
          rows={[
            ['Region', segmentLine(institutions.regions)],
            ['Size', segmentLine(institutions.sizes)],
            ['Consortium', segmentLine(institutions.consortia)],
            ['Stage with the product', segmentLine(institutions.stages)],
          ]}
        />
      )}
      {page.evidence && (
        <>
          <h3>Evidence</h3>
          <Prose text={page.evidence} />
        </>
      )}
      {page.past.length > 0 && (
        <>
          <h3>Earlier answers</h3>
          <ul class="links">
            {page.past.map((one) => (
              <li>
                <Day on={one.on} />: <b>{classNames[one.class]}</b>
                {one.release && ` for ${one.release}`}. {one.reason}
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
        meta={
          <>
            {content.group} · brief {briefId}, version {number} of <Time at={version.madeAt} style="date" />
          </>
        }
        lead={`For ${content.vendor}, about ${content.product}. Champion: ${content.champion}.`}
        actions={version.submissionId !== null && <Button href={`/submissions/${version.submissionId}`}>Answers</Button>}
      >
        <Toolbar>
          <a href={`${here}/brief.pdf`}>PDF</a>
          <a href={`${here}/brief.xlsx`}>Spreadsheet</a>
          {version.inGroup && <a href={`/briefs/${briefId}`}>Work on it</a>}
        </Toolbar>
      </Heading>
      {content.purpose && <Prose text={content.purpose} />}
      <nav aria-label="Requests">
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
