import type { Figures } from './figures.ts'

const [width, height, left, gap] = [760, 96, 44, 58]

/** The bound of a role's week in minutes, where there is one. */
const bounds: Record<string, number> = { coordinator: 30, moderator: 10 }

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function panel(role: string, seconds: readonly number[], of: { median: number; worst: number }, top: number): string {
  const minutes = seconds.map((one) => one / 60)
  const bound = bounds[role]
  const most = Math.max(5, ...minutes, bound ?? 0)
  const step = (width - left) / Math.max(1, minutes.length)
  const y = (value: number) => top + height - (value / most) * height
  const bars = minutes.map(
    (value, at) =>
      `<rect x="${(left + at * step + 1).toFixed(1)}" y="${y(value).toFixed(1)}" width="${(step - 2).toFixed(1)}" height="${(top + height - y(value)).toFixed(1)}"><title>Week ${at + 1}: ${value.toFixed(1)} min</title></rect>`,
  )
  const line =
    bound === undefined
      ? ''
      : `<line class="bound" x1="${left}" x2="${width}" y1="${y(bound)}" y2="${y(bound)}"/><text class="soft" x="${width}" y="${y(bound) - 4}" text-anchor="end">${bound} min</text>`
  const weeks = minutes.map((_, at) => at + 1).filter((week) => week === 1 || week % 13 === 0)
  const figures = `median ${of.median}, worst ${of.worst} minutes`
  return `<g><text x="0" y="${top - 18}"><tspan class="role">${escaped(role)}</tspan> <tspan class="soft" dx="6">${figures}</tspan></text>
<text class="soft" x="${left - 6}" y="${top + 10}" text-anchor="end">${Math.round(most)}</text><text class="soft" x="${left - 6}" y="${top + height}" text-anchor="end">0</text>
${bars.join('')}${line}<line class="base" x1="${left}" x2="${width}" y1="${top + height}" y2="${top + height}"/>
${weeks.map((week) => `<text class="soft" x="${(left + (week - 0.5) * step).toFixed(1)}" y="${top + height + 15}" text-anchor="middle">${week}</text>`).join('')}</g>`
}

/** Minutes per week, one panel for each role, each on its own scale. */
export function plotOf({ byWeek, weeks, roles }: Figures): string {
  const shown = Object.entries(byWeek)
  const total = shown.length * (height + gap) + 20
  const panels = shown.map(([role, ones], at) =>
    panel(
      role,
      ones.map(({ seconds }) => seconds),
      roles[role as keyof typeof roles].minutes,
      64 + at * (height + gap),
    ),
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-16 -8 ${width + 32} ${total + 24}" role="img" aria-label="Minutes of work per week and role">
<style>svg{font:13px system-ui,sans-serif;color-scheme:light dark;background:light-dark(#fff,#17191c)}text{fill:light-dark(#1b1e22,#e6e8ea)}.role{font-weight:600}.soft{fill:light-dark(#5b636c,#a3abb3);font-size:11px}rect{fill:light-dark(#2f6f8f,#6db3d3)}.bound{stroke:light-dark(#b0472e,#e58a70);stroke-dasharray:4 3}.base{stroke:light-dark(#9aa2aa,#5b636c)}</style>
<text x="0" y="18" font-size="15">Minutes of work a week, ${weeks} weeks; each role on its own scale</text>
${panels.join('\n')}
</svg>
`
}
