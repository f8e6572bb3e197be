// Largest contentful paint of five public pages of a running demo, in a desktop browser with an empty cache at each load.
// JSON; medians of the runs, in milliseconds.
// node bench/paint.ts [BASE] [--runs 5], for instance http://127.0.0.1:8080
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { startBrowser } from '../test/browser/browser.ts'
import { percentile } from './ground.ts'

// In the browser's words, which the types of Node do not know.
const largestPaint = `new Promise((resolve) => new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? NaN))
  .observe({ type: 'largest-contentful-paint', buffered: true }))`

const { values, positionals } = parseArgs({ options: { runs: { type: 'string', default: '5' } }, allowPositionals: true })
const [base = 'http://127.0.0.1:8080'] = positionals
const load = loadavg()[0]

const browser = await startBrowser()
const pages: Record<string, { median: number; lowest: number; highest: number }> = {}
for (const path of ['/', '/charter', '/lists/lectio-l/threads', '/requests', '/news']) {
  const times: number[] = []
  for (let run = 0; run < Number(values.runs); run++) {
    // Each page has a context, and so a cache, of its own.
    const page = await browser.openPage(base + path)
    times.push(await page.evaluate<number>(largestPaint))
    await page.close()
  }
  const [median = 0, lowest = 0, highest = 0] = [percentile(times, 0.5), Math.min(...times), Math.max(...times)].map(Math.round)
  pages[path] = { median, lowest, highest }
}
await browser.close()
console.log(JSON.stringify({ bench: 'paint', runs: Number(values.runs), load, largestPaintMs: pages }))
process.exit(0)
