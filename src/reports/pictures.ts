import { monthNames } from '../lib/ui/format.ts'
import { languageNow } from '../lib/ui/language.ts'
import { textsOf } from '../lib/ui/words.ts'
import type { Figure, FigureName } from './figures-rules.ts'

const t = textsOf('reports', 'views')

type Series = Figure & { kind: 'series' }

const safe = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const wide = 480
const round = (value: number): number => Math.round(value * 10) / 10

/** How a picture looks where there is no style sheet. */
const paper = { ink: '#2c5f4c', soft: '#5d5d66', line: '#d9d6cf', font: 'font-family="Source Sans 3, sans-serif" font-size="13"' }

interface Look {
  ink: string
  line: string
  text: string
}

// On a page the style sheet gives the colours of the theme; on paper they are written into the picture.
const looks: Record<'web' | 'print', Look> = {
  web: { ink: 'fill="currentColor"', line: 'class="base"', text: '' },
  print: { ink: `fill="${paper.ink}"`, line: `stroke="${paper.line}"`, text: `fill="${paper.soft}" ${paper.font}` },
}

function columns({ points }: Series, look: Look): { height: number; body: string } {
  const [top, tall] = [22, 130]
  const most = Math.max(1, ...points.map(({ value }) => value))
  const step = wide / points.length
  const bar = Math.min(step * 0.62, 34)
  const body = points.map(({ label, value }, i) => {
    const [x, height] = [round(i * step + (step - bar) / 2), value > 0 ? Math.max(3, round((value / most) * tall)) : 0]
    const middle = round(i * step + step / 2)
    const name = monthNames(languageNow(), 'short')[Number(label.slice(5, 7)) - 1] ?? ''
    const said = points.length <= 14 || label.endsWith('-01') ? (points.length <= 14 ? name : label.slice(0, 4)) : ''
    return [
      height > 0 ? `<rect ${look.ink} x="${x}" y="${round(top + tall - height)}" width="${round(bar)}" height="${height}" rx="2"/>` : '',
      points.length <= 14
        ? `<text ${look.text} x="${middle}" y="${round(top + tall - height - 6)}" text-anchor="middle">${value}</text>`
        : '',
      said ? `<text ${look.text} x="${middle}" y="${top + tall + 20}" text-anchor="middle">${said}</text>` : '',
    ].join('')
  })
  const base = `<line ${look.line} x1="0" x2="${wide}" y1="${top + tall + 0.5}" y2="${top + tall + 0.5}"/>`
  return { height: top + tall + 30, body: body.join('') + base }
}

function bars({ points }: Series, look: Look): { height: number; body: string } {
  const [row, from] = [28, 160]
  const most = Math.max(1, ...points.map(({ value }) => value))
  const body = points.map(({ label, value }, i) => {
    const [y, length] = [i * row, round((value / most) * (wide - from - 40))]
    return `<text ${look.text} x="0" y="${y + 18}">${safe(label)}</text><rect ${look.ink} x="${from}" y="${y + 7}" width="${length}" height="14" rx="3"/><text ${look.text} x="${from + length + 8}" y="${y + 18}">${value}</text>`
  })
  return { height: points.length * row + 4, body: body.join('') }
}

const perRow = 12

function dots({ points }: Series, look: Look): { height: number; body: string } {
  const step = wide / Math.min(perRow, Math.max(6, points.length))
  const row = 52
  const body = points.map(({ label, value }, i) => {
    const [x, y] = [round((i % perRow) * step + step / 2), Math.floor(i / perRow) * row + 16]
    const mark =
      value > 0
        ? `<circle ${look.ink} cx="${x}" cy="${y}" r="10"/>`
        : `<circle ${look.line} fill="none" stroke-width="2" cx="${x}" cy="${y}" r="9"/>`
    const day = `${Number(label.slice(8))} ${monthNames(languageNow(), 'short')[Number(label.slice(5, 7)) - 1] ?? ''}`
    return `${mark}<text ${look.text} x="${x}" y="${y + 28}" text-anchor="middle">${day}</text>`
  })
  return { height: Math.ceil(points.length / perRow) * row + 2, body: body.join('') }
}

/** What a picture says in words. */
function tell(name: FigureName, { points }: Series): string {
  const { chart } = t
  if (name === 'picture.meetings') {
    const held = chart.heldOf({ held: String(points.filter(({ value }) => value > 0).length), of: String(points.length) })
    return `${held}: ${points.map(({ label, value }) => `${label} ${value > 0 ? chart.held : chart.notHeld}`).join(', ')}`
  }
  const what = name === 'picture.messages' ? chart.messages : chart.answers
  return `${what}: ${points.map(({ label, value }) => `${label} ${value}`).join(', ')}`
}

const captions: Partial<Record<FigureName, 'answers' | 'meetings' | 'messages'>> = {
  'picture.messages': 'messages',
  'picture.answers': 'answers',
  'picture.meetings': 'meetings',
}

/** A picture of a figure, for a page or for paper, with its words for who does not see it. */
export function drawPicture(name: FigureName, figure: Series, where: 'web' | 'print'): { svg: string; alt: string; caption: string } {
  const look = looks[where]
  const draw = name === 'picture.messages' ? columns : name === 'picture.answers' ? bars : dots
  const { height, body } = draw(figure, look)
  const alt = tell(name, figure)
  const caption = captions[name]
  const frame =
    where === 'web'
      ? `class="plot told" role="img" aria-label="${safe(alt)}"`
      : `xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${round(height)}"`
  return {
    svg: `<svg ${frame} viewBox="0 0 ${wide} ${round(height)}">${body}</svg>`,
    alt,
    caption: caption === undefined ? '' : t.chart[caption],
  }
}
