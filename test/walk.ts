import type { Locale } from '../src/lib/ui/format.ts'
import { access } from './access/table.ts'
import type { Person, World } from './world.ts'

/** Those who between them see every page, who sees most of them first. */
const readers = ['carla', 'ada', 'susi', 'vera', 'lena', 'stella', 'maria'] as const
type Reader = (typeof readers)[number]

export interface Walked {
  address: string
  path: string
  name: Reader
  html: string
}

/**
 * Every page of the access table in a language.
 * @param names who looks; each page is opened by the first of them who may, or by `each`
 */
export async function walk(world: World, language: Locale, { names = readers as readonly Reader[], each = false } = {}): Promise<Walked[]> {
  await world.db.updateTable('person').set({ locale: language }).execute()
  const pages: Walked[] = []
  const opened = new Set<string>()
  for (const name of names) {
    const browser = await world.as((world as unknown as Record<string, Person>)[name])
    for (const [address, { path, expect }] of Object.entries(access)) {
      if (!address.startsWith('GET ') || address.includes('/api/') || (expect[name] ?? expect.others) !== 200) continue
      if (opened.has(address) && !each) continue
      await world.db.deleteFrom('rateWindow').execute()
      const response = await browser.get(path(world), { 'accept-language': language })
      if (response.status !== 200 || !response.headers.get('content-type')?.startsWith('text/html')) continue
      opened.add(address)
      pages.push({ address, path: path(world), name, html: await response.text() })
    }
  }
  return pages
}

/** Text of a page as it was before it was written as HTML. */
export const decode = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
