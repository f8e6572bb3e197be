import { Bars, Drawing } from '../lib/ui/figures.tsx'
import { Filters, Select } from '../lib/ui/form.tsx'
import { formatDate, formatDay, formatNumber, type Locale } from '../lib/ui/format.ts'
import { NumberedPager, Thing, Things } from '../lib/ui/lists.tsx'
import { renderMarkdown } from '../lib/ui/markdown.ts'
import { Button, Empty, Facts, Heading, Note, Section, Split, State, Titled } from '../lib/ui/parts.tsx'
import { withQuery } from '../lib/ui/paths.ts'
import { type Reader, useReader } from '../lib/ui/reader.ts'
import { textsOf } from '../lib/ui/words.ts'
import { drawPicture } from './pictures.ts'
import type { Edition, listReports, Report, Shown } from './queries.ts'
import { countHidden, type Part, readSections, stateOf, type Tell, type Section as Written } from './rules.ts'

const t = textsOf('reports', 'views')
const reportWords = textsOf('reports', 'pages')

/** What a part of a page shows. */
type Shows = Parameters<typeof Button>[0]['children']

/** Where a report stands. */
export const reportPath = (slug: string): string => `/reports/${slug}`

/** Where a figure stands on the page of its report. */
export const anchor = (name: string): string => name.replaceAll('.', '-')

/** How figures are told to the reader of a page; each leads to what is behind it. */
export const tellerOf = (report: Pick<Report, 'slug' | 'standing'>, { locale }: Pick<Reader, 'locale'>, edition?: number): Tell => ({
  standing: report.standing,
  number: (value) => formatNumber(locale, value),
  day: (on) => formatDay({ locale }, on),
  evidence: (name) => `${reportPath(report.slug)}/figures${edition === undefined ? '' : `?edition=${edition}`}#${anchor(name)}`,
  link: (href) => href,
})

/** How far a report is. */
export function ReportState({ report }: { report: Report }) {
  const state = stateOf(report)
  return <State mood={state === 'final' ? 'good' : 'wait'}>{reportWords.states[state]}</State>
}

const Period = ({ report }: { report: Pick<Report, 'fromOn' | 'toOn'> }) => {
  const reader = useReader()
  return <>{reportWords.period({ from: formatDay(reader, report.fromOn), to: formatDay(reader, report.toOn) })}</>
}

/** All reports that somebody may see. */
export function ReportsPage(props: {
  found: Awaited<ReturnType<typeof listReports>>
  groups: readonly { slug: string; name: string }[]
  group: string | undefined
  page: number
  mayBegin: boolean
}) {
  const { found, groups, group, page, mayBegin } = props
  const at = (to: number) => withQuery('/reports', { group, page: to })
  return (
    <Titled
      title={reportWords.name}
      lead={reportWords.lead}
      actions={mayBegin && <Button kind="primary" href="/reports/new" text={t.startReport} />}
    >
      {groups.length > 1 && (
        <Filters action="/reports" label={reportWords.group} values={{ group: group ?? '' }}>
          <Select
            name="group"
            label={reportWords.group}
            empty={reportWords.anyGroup}
            options={groups.map(({ slug, name }) => ({ value: slug, label: name }))}
          />
        </Filters>
      )}
      <Things label={reportWords.name} of={found.reports} none={<Empty title={reportWords.none}>{reportWords.noneHint}</Empty>}>
        {(report) => (
          <Thing
            title={report.title}
            href={reportPath(report.slug)}
            meta={
              <>
                {report.group} · <Period report={report} />
              </>
            }
            act={<ReportState report={report} />}
          />
        )}
      </Things>
      <NumberedPager current={page} count={found.pages} hrefFor={at} />
    </Titled>
  )
}

/** A picture with its caption; what is told in classes are bars that fit a phone. */
export function Picture({ part, language }: { part: Part & { kind: 'picture' }; language: Locale }) {
  const { svg, caption } = drawPicture(part.name, part.figure, 'web')
  return (
    <figure class="stack plot-figure">
      {part.name === 'picture.answers' ? (
        <div lang={language}>
          <Bars label={caption} items={part.figure.points} />
        </div>
      ) : (
        <Drawing svg={svg} />
      )}
      <figcaption class="meta">{caption}</figcaption>
    </figure>
  )
}

/** A section's words with its figures in their places. */
export const Filled = ({ parts, language }: { parts: readonly Part[]; language: Locale }) => (
  <>
    {parts.map((part) =>
      part.kind === 'text' ? (
        <div class="prose" lang={language}>
          {renderMarkdown(part.text)}
        </div>
      ) : (
        <Picture part={part} language={language} />
      ),
    )}
  </>
)

const sectionId = (at: number): string => `s${at + 1}`

function Sheet({ report, shown, editions, sections }: { report: Report; shown: Shown; editions: readonly Edition[]; sections: Written[] }) {
  const reader = useReader()
  const here = reportPath(report.slug)
  const { edition } = shown
  const which = edition ? `?edition=${edition.number}` : ''
  return (
    <>
      <Facts
        items={[
          { term: reportWords.group, value: report.group },
          edition && {
            term: reportWords.edition({ number: edition.number }),
            value: (
              <>
                {reportWords.finalBy({ day: formatDate(reader, edition.finalAt) })}
                {edition.decisionNumber !== null && (
                  <>
                    {' '}
                    <a href={`/decisions/${edition.decisionId}`}>{reportWords.decision({ number: edition.decisionNumber })}</a>
                  </>
                )}
              </>
            ),
          },
          report.mayWrite && { term: reportWords.readers, value: report.public ? reportWords.everyone : reportWords.inside },
          editions.length > 1 && {
            term: reportWords.editions,
            value: editions.map(({ number }) => (
              <div>
                {number === edition?.number ? (
                  reportWords.edition({ number })
                ) : (
                  <a href={`${here}?edition=${number}`}>{reportWords.edition({ number })}</a>
                )}
              </div>
            )),
          },
          {
            term: reportWords.download,
            value: (
              <span class="row">
                <a href={`${here}/report.pdf${which}`}>{t.pdf}</a>
                <a href={`${here}/report.docx${which}`}>{t.docx}</a>
              </span>
            ),
          },
        ]}
      />
      <Section title={reportWords.contents}>
        <ol class="links">
          {sections.map(({ title }, at) => (
            <li>
              <a href={`#${sectionId(at)}`}>{title}</a>
            </li>
          ))}
        </ol>
      </Section>
      <p>
        <a href={`${here}/figures${which}`}>{reportWords.figures}</a>
      </p>
    </>
  )
}

/** A report as it is read. */
export function ReportPage(props: { report: Report; shown: Shown; editions: readonly Edition[]; acts?: Shows }) {
  const { report, shown, editions, acts } = props
  const tell = tellerOf(report, { locale: shown.language }, shown.edition?.number)
  const read = readSections(shown.sections, shown.figures, tell)
  const sections = read.map(({ section }) => section)
  return (
    <>
      <Heading
        title={shown.title}
        meta={
          <>
            <a href={`/reports?group=${report.groupSlug}`}>{reportWords.name}</a> · {report.group}
          </>
        }
        lead={<Period report={report} />}
        actions={report.mayWrite && !shown.edition && <Button href={`${reportPath(report.slug)}/edit`}>{t.edit}</Button>}
      >
        {!shown.edition && (
          <div>
            <ReportState report={report} />
          </div>
        )}
      </Heading>
      {shown.newer && (
        <Note>{t.approvedEditionViewNext({ link: (reportWords) => <a href={reportPath(report.slug)}>{reportWords}</a> })}</Note>
      )}
      {acts}
      <Split aside={<Sheet report={report} shown={shown} editions={editions} sections={sections} />}>
        {read.map(({ section, parts }, at) => (
          <Section title={section.title} id={sectionId(at)} aside={section.internal ? reportWords.internal : undefined}>
            <Filled parts={parts} language={shown.language} />
          </Section>
        ))}
      </Split>
    </>
  )
}

/** How much of it others than the group will not see, before it is shown to them. */
export function hiddenNote(sections: readonly Written[], shown: Shown): string {
  const [open, steering] = (['public', 'steering'] as const).map((standing) => countHidden(sections, shown.figures, standing))
  const inner = sections.filter(({ internal, leftOut }) => internal && !leftOut).length
  const sentences = [
    t.hiddenFromAll({ lines: open ?? 0 }),
    t.hiddenFromSteering({ lines: steering ?? 0 }),
    inner > 0 && t.innerSections({ inner }),
  ]
  return sentences.filter(Boolean).join(' ')
}
