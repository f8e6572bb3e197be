// Lighthouse scores of eight public pages of a running demo: performance, accessibility, best practices, search engines, each from 0 to
// 100; the median of the runs. Ends with 1 if one of them is below 95. npx brings Lighthouse; it is not one of our dependencies.
// node bench/lighthouse.ts [BASE] [--runs 3] [--mobile], for instance http://127.0.0.1:8080
import { execFile } from 'node:child_process'
import { loadavg } from 'node:os'
import { parseArgs, promisify } from 'node:util'
import { findChromium } from '../test/browser/browser.ts'
import { percentile } from './ground.ts'

const version = '13.5.0'
const least = 95
const paths = ['/', '/charter', '/roster', '/meetings', '/requests', '/news', '/lists/lectio-l/threads', '/help']

interface Report {
  categories: Record<string, { title: string; score: number | null; auditRefs: { id: string; weight: number }[] }>
  audits: Record<string, { title: string; score: number | null }>
}

const { values, positionals } = parseArgs({
  options: { runs: { type: 'string', default: '3' }, mobile: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const [base = 'http://127.0.0.1:8080'] = positionals
const run = promisify(execFile)

/** Asks once more where the browser lost its trace, which it does on a busy machine. */
async function ask(url: string, tries = 3): Promise<Report> {
  const options = [
    '--output=json',
    '--quiet',
    '--only-categories=performance,accessibility,best-practices,seo',
    '--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-quic',
    ...(values.mobile ? [] : ['--preset=desktop']),
  ]
  try {
    const { stdout } = await run('npx', ['--yes', `lighthouse@${version}`, url, ...options], {
      env: { ...process.env, CHROME_PATH: process.env.CHROME_PATH ?? (await findChromium()) },
      maxBuffer: 64 << 20,
    })
    return JSON.parse(stdout) as Report
  } catch (error) {
    if (tries <= 1) throw error
    return ask(url, tries - 1)
  }
}

const pages: Record<string, Record<string, number>> = {}
const lacking: Record<string, string[]> = {}
for (const path of paths) {
  const reports: Report[] = []
  for (let i = 0; i < Number(values.runs); i++) reports.push(await ask(new URL(path, base).href))
  const [last] = reports.slice(-1)
  if (!last) continue
  pages[path] = Object.fromEntries(
    Object.keys(last.categories).map((name) => {
      const scores = reports.map(({ categories }) => Math.round((categories[name]?.score ?? 0) * 100))
      return [name, percentile(scores, 0.5)]
    }),
  )
  lacking[path] = Object.values(last.categories)
    .flatMap(({ auditRefs }) => auditRefs)
    .flatMap(({ id, weight }) => (weight > 0 && (last.audits[id]?.score ?? 1) < 0.9 ? [id] : []))
}
const low = Object.values(pages).some((scores) => Object.values(scores).some((score) => score < least))
console.log(JSON.stringify({ bench: 'lighthouse', version, load: loadavg()[0], mobile: values.mobile, pages, lacking }, null, 2))
process.exit(low ? 1 : 0)
