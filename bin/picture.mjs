#!/usr/bin/env node
// Draws the picture of the house (docs/images/house.svg): the domains in their order, and what each uses. Reads the build and the imports
// of src.
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { domains } from '../dist/domains.js'

const root = join(import.meta.dirname, '..')
const names = domains.map(({ name }) => name)
const edges = ['http', 'smtp', 'mailroom', 'jobs', 'cli']
const ground = ['main', 'config', 'actor', 'policy', 'errors', 'time', 'token']
const libraries = ['db', 'mail', 'ui', 'tally', 'sheet', 'print', 'zip', 'pickle', 'reading', 'identity', 'similar']

const uses = new Map()
for (const file of globSync('src/**/*.{ts,tsx}', { cwd: root, exclude: (name) => /\.test\.tsx?$/.test(name) })) {
  const from = file.split('/')[1] ?? ''
  if (!names.includes(from)) continue
  for (const [, path = ''] of readFileSync(join(root, file), 'utf8').matchAll(/from '(\.[^']+)'/g)) {
    const to = join(dirname(file), path).split('/')[1] ?? ''
    if (to === from || !names.includes(to)) continue
    const pair = `${from} ${to}`
    uses.set(pair, (uses.get(pair) ?? 0) + 1)
  }
}

const [row, left, top] = [26, 24, 96]
const yOf = (name) => top + (names.length - 1 - names.indexOf(name)) * row
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const counted = (count, one, several = `${one}s`) => (count === 0 ? [] : [`${count} ${count === 1 ? one : several}`])
const band = (y, title, words) =>
  `<rect class="band" x="${left}" y="${y}" width="1032" height="30" rx="6"/><text class="name" x="${left + 12}" y="${y + 20}">${title}</text><text class="about" x="${left + 140}" y="${y + 20}">${words.join(' · ')}</text>`

const rows = domains.map(({ name, about, tables = [], pages = [], jobs = {} }) => {
  const forms = pages.reduce((sum, { routes }) => sum + new Set(routes.map(({ method, path }) => `${method} ${path}`)).size, 0)
  const figures = [...counted(tables.length, 'table'), ...counted(forms, 'address', 'addresses'), ...counted(Object.keys(jobs).length, 'job')]
  const y = yOf(name)
  return `<text class="name" x="${left + 12}" y="${y + 17}">${name}</text><text class="about" x="${left + 140}" y="${y + 17}">${escaped(about)}</text><text class="figures" x="${left + 852}" y="${y + 17}" text-anchor="end">${figures.join(', ')}</text><circle class="dot" cx="${left + 868}" cy="${y + 13}" r="3"/>`
})
const arcs = [...uses]
  .toSorted(([, one], [, other]) => one - other)
  .map(([pair, count]) => {
    const [from, to] = pair.split(' ').map((name) => yOf(name) + 13)
    const x = left + 868
    const reach = Math.min(150, 14 + Math.abs(to - from) * 0.24)
    return `<path class="${to > from ? 'down' : 'up'}" d="M${x} ${from}C${x + reach} ${from} ${x + reach} ${to} ${x} ${to}" stroke-width="${(0.4 + Math.sqrt(count) * 0.35).toFixed(2)}"><title>${pair.replace(' ', ' uses ')}: ${count}</title></path>`
  })
const height = top + names.length * row + 104
const style = `
    text{font:13px system-ui,sans-serif;fill:#1d2433}.title{font-size:17px;font-weight:600}.name{font-weight:600}.about{fill:#4a5468}.figures{fill:#6b7588;font-size:12px}
    .band{fill:#eef1f6}.dot{fill:#2f5fb3}path{fill:none}.down{stroke:#2f5fb3;stroke-opacity:.4}.up{stroke:#b3402f}.paper{fill:#fff}
    @media (prefers-color-scheme:dark){.paper{fill:#14181f}text{fill:#e6e9ef}.about{fill:#aab3c3}.figures{fill:#8d97a9}.band{fill:#212835}.dot{fill:#8fb4ff}.down{stroke:#8fb4ff}.up{stroke:#ff9d8a}}`
writeFileSync(
  join(root, 'docs/images/house.svg'),
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1080 ${height}" role="img" aria-label="The house: edges, domains in their order, libraries">
  <style>${style}
  </style>
  <rect class="paper" width="1080" height="${height}"/>
  <text class="title" x="${left}" y="32">The house</text><text class="about" x="${left + 110}" y="32">A domain uses what stands below it. Lines: how often, in imports; red where one still climbs.</text>
  ${band(50, 'edges', edges)}
  ${rows.join('\n  ')}
  ${arcs.join('\n  ')}
  ${band(top + names.length * row + 14, 'libraries', libraries)}
  ${band(top + names.length * row + 54, 'ground', ground)}
</svg>
`,
)
