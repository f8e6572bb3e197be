import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import packed from '@sparticuz/chromium'
import { type Browser, chromium, type Page } from 'playwright-core'

const require = createRequire(import.meta.url)
const cache = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url))
const packageFile = join(dirname(require.resolve('@sparticuz/chromium')), '../package.json')
const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }

const args = [
  // Tests may run as root, in a container without user namespaces; the pages are our own.
  '--no-sandbox',
  '--disable-setuid-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-gpu',
  '--font-render-hinting=none',
  '--no-default-browser-check',
  '--no-pings',
]

// For each thing that is waited for, in milliseconds: it ends what hangs, and measures no machine.
const patience = 120_000

/** Runs something while the temporary folder is another one. The unpacker of Chromium changes the mode of that folder. */
async function within<T>(folder: string, run: () => Promise<T>): Promise<T> {
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  try {
    return await run()
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}

/** Chromium as npm brought it, unpacked once a version; two test files that begin together do not disturb each other. */
export async function findChromium(): Promise<string> {
  const folder = join(cache, `chromium-${version}`)
  const binary = join(folder, 'chromium')
  if (existsSync(binary)) return binary
  await mkdir(cache, { recursive: true })
  const fresh = await mkdtemp(join(cache, 'unpacking-'))
  await within(fresh, () => packed.executablePath())
  await rename(fresh, folder).catch(async (error: NodeJS.ErrnoException) => {
    await rm(fresh, { recursive: true, force: true })
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
  })
  return binary
}

/** Notes what a page lets go with what is dragged, from now on: after the page's own listeners, while it may still be read. */
export const noteCargo = (page: Page): Promise<unknown> =>
  page.evaluate(`addEventListener('dragstart', ({ dataTransfer }) => {
    document.body.dataset.cargo = dataTransfer.getData('text/plain')
  })`)

/** What went with what was dragged last. */
export const cargo = (page: Page): Promise<string | null> => page.locator('body').getAttribute('data-cargo')

export interface View {
  /** Of the window, in CSS pixels; below 600 a phone is told to pages. */
  width?: number
  height?: number
  dark?: boolean
  /** False: as for who has switched scripts off. */
  javaScript?: boolean
  /** Cookies by name, for a signed-in person. */
  cookies?: Record<string, string>
  zone?: string
  reducedMotion?: boolean
}

export interface TestBrowser {
  /** A page of its own, with its own cookies, at an address. */
  openPage(url: string, view?: View): Promise<Page>
  close(): Promise<void>
}

/**
 * Starts a browser; close it in afterAll.
 * @param program another Chromium than npm's, which shows no notifications
 */
export async function startBrowser(program?: string): Promise<TestBrowser> {
  const executablePath = program ?? (await findChromium())
  const own = await mkdtemp(join(tmpdir(), 'rapport-browser-'))
  const env = { ...process.env, TMPDIR: own, HOME: own } as Record<string, string>
  const browser: Browser = await chromium.launch({ executablePath, args, headless: true, env, timeout: patience })
  return {
    async openPage(url, view = {}) {
      const width = view.width ?? 1280
      const context = await browser.newContext({
        viewport: { width, height: view.height ?? (width < 600 ? 800 : 900) },
        colorScheme: view.dark ? 'dark' : 'light',
        javaScriptEnabled: view.javaScript ?? true,
        timezoneId: view.zone ?? 'Europe/Lisbon',
        locale: 'en-GB',
        reducedMotion: view.reducedMotion === false ? 'no-preference' : 'reduce',
      })
      const cookies = Object.entries(view.cookies ?? {}).map(([name, value]) => ({ name, value, url: new URL('/', url).href }))
      if (cookies.length > 0) await context.addCookies(cookies)
      context.setDefaultTimeout(patience)
      const page = await context.newPage()
      page.once('close', () => context.close().catch(() => undefined))
      await page.goto(url, { waitUntil: 'load' })
      return page
    },
    async close() {
      await browser.close()
      // What it was made of may write for a moment longer than it.
      await rm(own, { recursive: true, force: true, maxRetries: 20 })
    },
  }
}

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

/** What axe judges by how a page looks, and not by what stands in it. */
const byLook = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size']

/**
 * What axe finds, a line each, against WCAG 2.2 AA and its own best practice, in the page as it stands, but for what is `without`. Empty is good.
 * @param onlyLook where the same page was read in another width or theme before: what depends on these alone
 */
export async function axe(page: Page, { without = [] as string[], onlyLook = false } = {}): Promise<string[]> {
  // Evaluated by the debugger, so that the page's own policy stays as strict as it is; there the browser knows the script again.
  if (!(await page.evaluate('Boolean(globalThis.axe)'))) {
    const session = await page.context().newCDPSession(page)
    await session.send('Runtime.evaluate', { expression: `${axeSource};0` })
    await session.detach()
  }
  return await page.evaluate(
    async ({ exclude, rules }) => {
      interface Found {
        id: string
        help: string
        nodes: { html: string; failureSummary?: string; target: unknown[] }[]
      }
      const { axe } = globalThis as unknown as { axe: { run(context: object, options: object): Promise<{ violations: Found[] }> } }
      const context = { include: ['html'], exclude }
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
      const runOnly = rules ? { type: 'rule', values: rules } : { type: 'tag', values: tags }
      const result = await axe.run(context, { runOnly, resultTypes: ['violations'] })
      return result.violations.flatMap((one) =>
        one.nodes.map((node) => `${one.id}: ${one.help}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
      )
    },
    { exclude: without, rules: onlyLook ? byLook : undefined },
  )
}

/**
 * What axe leaves aside in a part of a page: ids that stand there twice, so that labels and links lead to the first; and buttons or folds of the
 * same words that do different things, which nobody can tell apart who meets them alone.
 */
export const alike = (page: Page, part: string): Promise<string[]> =>
  page.evaluate(`(() => {
    const twice = (names) => names.filter((name, at) => names.indexOf(name) !== at)
    const ids = Array.from(document.querySelectorAll('[id]'), ({ id }) => 'the id ' + id + ' stands there twice')
    const shown = [...document.querySelectorAll('${part} :is(button, summary)')].filter((one) => one.checkVisibility())
    const called = (one) => (one.ariaLabel ?? one.textContent).trim()
    // What is sent by it, and where; each fold is one of its own.
    const doneBy = (one) =>
      one.localName === 'summary'
        ? shown.indexOf(one)
        : [one.formAction, one.name, one.value, ...Array.from(one.form?.querySelectorAll('[type=hidden]') ?? [], ({ value }) => value)].join(' ')
    const things = new Map(shown.map((one) => [called(one) + ' ' + doneBy(one), called(one)]))
    return [...new Set([...twice(ids), ...twice([...things.values()]).map((name) => 'what does different things is called “' + name + '”')])]
  })()`)

/** Which elements of a part of a page are shown, each by a sign: where none differs, it is the same to whoever has it read to them. */
export const shownIn = (page: Page, part: string): Promise<string> =>
  page.evaluate(
    `Array.from(document.querySelectorAll('${part}, ${part} *'), (one) => (one.checkVisibility({ visibilityProperty: true }) ? 1 : 0)).join('')`,
  )

/** How many pixels wider than its window a page is; 0 means that nobody has to scroll sideways. */
export async function overflow(page: Page): Promise<number> {
  return await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
}

/** A picture of the whole page, where `RAPPORT_SCREENSHOTS` names a folder for them. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const folder = process.env.RAPPORT_SCREENSHOTS
  if (!folder) return
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}
