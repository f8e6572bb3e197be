import { renderMarkdown } from '../lib/ui/markdown.ts'
import { About, Titled } from '../lib/ui/parts.tsx'
import { useReader } from '../lib/ui/reader.ts'
import { textsOf } from '../lib/ui/words.ts'
import { type Audience, behind, type Figure, type FigureName, figureNames, reaches } from './figures-rules.ts'
import type { Report, Shown } from './queries.ts'
import { fillIn, tellFigure } from './rules.ts'
import { anchor, reportPath, tellerOf } from './views.tsx'

const t = textsOf('reports', 'views')
const figureWords = textsOf('reports', 'figures')
const words = textsOf('reports', 'pages')

// What is worked on is the group's own; its figures are others' to read, its pages are not.
const opens = (standing: Report['standing'], href: string): boolean => standing === 'group' || !/^\/(?:commitments|cases\/queue)/.test(href)

const readersOf = t.readersOf

type Figures = Shown['figures']

/** Who does not write with the names of figures reads a list once: behind its number. */
const standsBehindOne = (name: FigureName, figures: Figures, standing: Audience): boolean =>
  figureNames.some((number) => {
    const figure = figures[number]
    return behind[number] === name && figure !== undefined && reaches(standing, figure.audience)
  })

/** Of the records that a number counts, those that this reader sees: said where they are fewer, for the number says it already. */
function RecordsBehind({ name, figure, of, count }: { name: FigureName; figure: Figure; of: number; count: number }) {
  const some = figure.kind === 'number' && figure.value === of && count < of
  return (
    <summary class="meta">
      {some ? words.behindSome({ count, of }) : words.behind({ count })}
      <About>{figureWords[name]}</About>
    </summary>
  )
}

/** Every figure of a report, what it counts and the records behind it. */
export function FiguresPage({ report, shown }: { report: Report; shown: Shown }) {
  const reader = useReader()
  const tell = tellerOf(report, reader, shown.edition?.number)
  const inside = report.mayWrite || report.standing === 'group'
  const names = figureNames.filter((name) => {
    const figure = shown.figures[name]
    const told = figure && figure.kind !== 'series' && reaches(report.standing, figure.audience)
    return told && (inside || figure.kind !== 'list' || !standsBehindOne(name, shown.figures, report.standing))
  })
  return (
    <Titled title={words.figures} meta={<a href={reportPath(report.slug)}>{shown.title}</a>} lead={words.figuresLead}>
      <ul class="things" aria-label={words.figures}>
        {names.map((name) => {
          const figure = shown.figures[name]
          const list = behind[name] ? shown.figures[behind[name]] : figure
          const items = list?.kind === 'list' ? list.items.filter(({ audience }) => reaches(report.standing, audience)) : []
          return (
            figure && (
              <li id={anchor(name)}>
                <div class="what">
                  {opens(report.standing, figure.href) ? (
                    <a class="title" href={figure.href}>
                      {figureWords[name]}
                    </a>
                  ) : (
                    <b class="title">{figureWords[name]}</b>
                  )}
                  {inside && (
                    <div class="meta">{t.forIt({ code: <code>{`{{${name}}}`}</code>, readersOf: readersOf[figure.audience] })}</div>
                  )}
                  {items.length > 0 && (
                    <details>
                      <RecordsBehind name={name} figure={figure} of={list?.kind === 'list' ? list.items.length : 0} count={items.length} />
                      <div class="prose" lang={shown.language}>
                        {fillIn(`{{${behind[name] ?? name}}}`, shown.figures, tell).map((part) =>
                          part.kind === 'text' ? renderMarkdown(part.text) : null,
                        )}
                      </div>
                    </details>
                  )}
                </div>
                <div class="act">
                  <b class="n">{tellFigure(figure, tell)}</b>
                </div>
              </li>
            )
          )
        })}
      </ul>
    </Titled>
  )
}
