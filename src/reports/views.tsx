import { Select } from '../lib/ui/fields.tsx'
import { Bars, Drawing } from '../lib/ui/figures.tsx'
import { Filters } from '../lib/ui/form.tsx'
import { formatDate, formatDay, formatNumber, type Locale } from '../lib/ui/format.ts'
import { NumberedPager, Thing, Things } from '../lib/ui/lists.tsx'
import { renderMarkdown } from '../lib/ui/markdown.ts'
import { Button, Empty, Facts, Heading, Note, Section, Split, State } from '../lib/ui/parts.tsx'
import { type Reader, useReader } from '../lib/ui/reader.ts'
import { textsOf } from '../lib/ui/words.ts'
import { drawPicture } from './pictures.ts'
import type { Edition, listReports, Report, Shown } from './queries.ts'
import { countHidden, type Part, readSections, stateOf, type Tell, type Section as Written } from './rules.ts'
import { reportWords } from './words.ts'

const t = textsOf('reports', 'views')

/** What a part of a page shows. */
type Shows = Parameters<typeof Button>[0]['children']

export const reportPath = (slug: string): string => `/reports/${slug}`

export const anchor = (name: string): string => name.replaceAll('.', '-')

/** How figures are told to the reader of a page; each leads to what is behind it. */
export const tellerOf = (report: Pick<Report, 'slug' | 'standing'>, { locale }: Pick<Reader, 'locale'>, edition?: number): Tell => ({
  standing: report.standing,
  number: (value) => formatNumber(locale, value),
  day: (on) => formatDay({ locale }, on),
  evidence: (name) => `${reportPath(report.slug)}/figures${edition === undefined ? '' : `?edition=${edition}`}#${anchor(name)}`,
  link: (href) => href,
})

export function ReportState({ report }: { report: Report }) {
  const words = reportWords(useReader().locale)
  const state = stateOf(report)
  return <State mood={state === 'final' ? 'good' : 'wait'}>{words.states[state]}</State>
}

const Period = ({ report }: { report: Pick<Report, 'fromOn' | 'toOn'> }) => {
  const reader = useReader()
  return <>{reportWords(reader.locale).period({ from: formatDay(reader, report.fromOn), to: formatDay(reader, report.toOn) })}</>
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
  const words = reportWords(useReader().locale)
  const at = (to: number) => `/reports?${new URLSearchParams({ ...(group ? { group } : {}), page: String(to) })}`
  return (
    <>
      <Heading
        title={words.name}
        lead={words.lead}
        actions={
          mayBegin && (
            <Button kind="primary" href="/reports/new">
              {t.startReport}
            </Button>
          )
        }
      />
      {groups.length > 1 && (
        <Filters action="/reports" label={words.group} values={{ group: group ?? '' }}>
          <Select
            name="group"
            label={words.group}
            empty={words.anyGroup}
            options={groups.map(({ slug, name }) => ({ value: slug, label: name }))}
          />
        </Filters>
      )}
      {found.reports.length === 0 && <Empty title={words.none}>{words.noneHint}</Empty>}
      <Things label={words.name}>
        {found.reports.map((report) => (
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
        ))}
      </Things>
      <NumberedPager current={page} count={found.pages} hrefFor={at} />
    </>
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
export function Filled({ parts, language }: { parts: readonly Part[]; language: Locale }) {
  return (
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
}

const sectionId = (at: number): string => `s${at + 1}`

function Sheet({ report, shown, editions, sections }: { report: Report; shown: Shown; editions: readonly Edition[]; sections: Written[] }) {
  const reader = useReader()
  const words = reportWords(reader.locale)
  const here = reportPath(report.slug)
  const { edition } = shown
  const which = edition ? `?edition=${edition.number}` : ''
  return (
    <>
      <Facts
        items={[
          { term: words.group, value: report.group },
          edition && {
            term: words.edition({ number: edition.number }),
            value: (
              <>
                {words.finalBy({ day: formatDate(reader, edition.finalAt) })}
                {edition.decisionNumber !== null && (
                  <>
                    {' '}
                    <a href={`/decisions/${edition.decisionId}`}>{words.decision({ number: edition.decisionNumber })}</a>
                  </>
                )}
              </>
            ),
          },
          report.mayWrite && { term: words.readers, value: report.public ? words.everyone : words.inside },
          editions.length > 1 && {
            term: words.editions,
            value: editions.map(({ number }) => (
              <div>
                {number === edition?.number ? (
                  words.edition({ number })
                ) : (
                  <a href={`${here}?edition=${number}`}>{words.edition({ number })}</a>
                )}
              </div>
            )),
          },
          {
            term: words.download,
            value: (
              <span class="row">
                <a href={`${here}/report.pdf${which}`}>{t.pdf}</a>
                <a href={`${here}/report.docx${which}`}>{t.docx}</a>
              </span>
            ),
          },
        ]}
      />
      <Section title={words.contents}>
        <ol class="links">
          {sections.map(({ title }, at) => (
            <li>
              <a href={`#${sectionId(at)}`}>{title}</a>
            </li>
          ))}
        </ol>
      </Section>
      <p>
        <a href={`${here}/figures${which}`}>{words.figures}</a>
      </p>
    </>
  )
}

/** A report as it is read. */
export function ReportPage({
  report,
  shown,
  editions,
  acts,
}: {
  report: Report
  shown: Shown
  editions: readonly Edition[]
  acts?: Shows
}) {
  const reader = useReader()
  const words = reportWords(reader.locale)
  const tell = tellerOf(report, { locale: shown.language }, shown.edition?.number)
  const read = readSections(shown.sections, shown.figures, tell)
  const sections = read.map(({ section }) => section)
  return (
    <>
      <Heading
        title={shown.title}
        meta={
          <>
            <a href={`/reports?group=${report.groupSlug}`}>{words.name}</a> · {report.group}
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
      {shown.newer && <Note>{t.approvedEditionViewNext({ link: (words) => <a href={reportPath(report.slug)}>{words}</a> })}</Note>}
      {acts}
      <Split aside={<Sheet report={report} shown={shown} editions={editions} sections={sections} />}>
        {read.map(({ section, parts }, at) => (
          <Section title={section.title} id={sectionId(at)} aside={section.internal ? words.internal : undefined}>
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
