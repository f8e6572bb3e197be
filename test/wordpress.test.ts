import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeWorld, type World } from './world.ts'

const plugin = 'contrib/wordpress/rapport/rapport.php'
const hasPhp = spawnSync('php', ['-v']).status === 0

interface Scenario {
  options?: Record<string, unknown>
  /** What the site answers, one after another. */
  answers?: { status: number; body: string }[]
  /** Shortcodes in their order; `later`: what was kept for a while is gone. */
  codes: ({ name: string; attributes?: Record<string, string> } | 'later')[]
}

/** What the plug-in makes of a scenario, on as much of WordPress as it asks for. */
function run(scenario: Scenario) {
  const { status, stdout, stderr } = spawnSync('php', ['test/wordpress/harness.php', plugin], { input: JSON.stringify(scenario) })
  expect([status, String(stderr)]).toEqual([0, ''])
  return JSON.parse(String(stdout)) as {
    said: string[]
    asked: string[]
    scripts: Record<string, string[]>
    oembed: [string, string][]
    kept: number[]
  }
}

const site = 'https://lectio.example'
const options = { rapport_site: `${site}/` }
const news = { name: 'rapport_news' }

describe.skipIf(!hasPhp)(`the plug-in for WordPress${hasPhp ? '' : ' (skipped: there is no php here)'}`, () => {
  let world: World
  let feed = ''
  beforeAll(async () => {
    world = await makeWorld({ alone: true })
    const carla = await world.as(world.carla)
    const page = { title: 'Rules & <b>"quotes"</b>', text: 'Text', language: 'en', slug: 'rules', published: 'on' }
    expect((await carla.post('/site/pages', page)).status).toBe(303)
    feed = await (await (await world.as()).get('/feed.json')).text()
  })
  afterAll(() => world.end())

  test('is PHP without a mistake', () => {
    const { status, stdout } = spawnSync('php', ['-l', plugin])
    expect([status, String(stdout)]).toEqual([0, expect.stringContaining('No syntax errors')])
  })

  test('lists the news of the site’s own feed, each character escaped once, and asks once an hour', () => {
    const { said, asked, kept } = run({ options, answers: [{ status: 200, body: feed }], codes: [news, news] })
    expect(said[0]).toContain('<a href="http://rapport.test/pages/rules">Rules &amp; &lt;b&gt;&quot;quotes&quot;&lt;/b&gt;</a>')
    expect(said[1]).toBe(said[0])
    expect(asked).toEqual([`${site}/feed.json`])
    expect(kept).toEqual([3_600])
  })

  test('shows the last good answer where the site does not answer, and leaves out what is no link', () => {
    const items = [{ url: 'javascript:alert(1)', title: 'No' }, { url: `${site}/news/a`, title: 'Yes' }, { url: 5, title: 'No' }, 'no']
    const answers = [
      { status: 200, body: JSON.stringify({ items }) },
      { status: 502, body: 'Bad gateway' },
      { status: 200, body: '{"items":' },
    ]
    const { said, kept } = run({ options, answers, codes: [news, 'later', news, 'later', news] })
    expect(said[0]).toContain(`<a href="${site}/news/a">Yes</a>`)
    expect(said[0]).not.toContain('javascript')
    expect(said.slice(1)).toEqual([said[0], said[0]])
    expect(kept).toEqual([300])
  })

  test('shows a block in a frame that grows with it, by messages of the site alone', () => {
    const block = (name: string, height = '') => ({ name: 'rapport_block', attributes: { name, ...(height && { height }) } })
    const { said, asked, scripts, oembed } = run({ options, codes: [block('roster', '99999'), block('"><script>'), block('roster')] })
    expect(said[0]).toContain(`<iframe class="rapport-block" src="${site}/embed/roster" title="Roster" height="2000"`)
    expect(said[1]).toBe('')
    expect(asked).toEqual([])
    expect(Object.values(scripts).flat()).toEqual([expect.stringContaining(JSON.stringify(site).replaceAll('/', '\\/'))])
    expect(oembed).toEqual([[`${site}/*`, `${site}/oembed`]])
  })

  test('shows nothing where no site is set', () => {
    const { said, asked, oembed } = run({ options: { rapport_site: 'ftp://lectio.example' }, codes: [news, { name: 'rapport_block' }] })
    expect([said, asked, oembed]).toEqual([['', ''], [], []])
  })
})
