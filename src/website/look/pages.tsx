import * as z from 'zod'
import { visitor } from '../../actor.ts'
import { listShowing } from '../../advocacy/queries.ts'
import { Invalid, NotFound } from '../../errors.ts'
import { listFiles, lookAt, readFileBytes } from '../../files/queries.ts'
import { ifSent, line, lines, many, orEmpty, readForm, tick } from '../../lib/ui/forms.ts'
import { renderMarkdown } from '../../lib/ui/markdown.ts'
import { Titled } from '../../lib/ui/parts.tsx'
import { act, type C, doneIf, pages, refusable } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { mayKeepSite } from '../../policy.ts'
import { listOwnPages } from '../own-pages/queries.ts'
import { siteWords } from '../words.ts'
import { setLook, setMenu, setUnused } from './actions.ts'
import { getLook, listMenu, listUnused, styleOf } from './queries.ts'
import { colourPattern, largestLogo, openPlaces, placeNames, spareParts, targetsOf } from './rules.ts'
import { LookPage, MenuPage } from './views.tsx'

const t = textsOf('website', 'look')

const colour = () =>
  line(7)
    .transform((text) => text.toLowerCase())
    .pipe(z.string().regex(colourPattern, { error: () => t.enterColourExample1b5e4b }))
const LookForm = z.object({
  name: orEmpty(line(120)),
  tagline: orEmpty(line(200)),
  accent: orEmpty(colour()),
  accentDark: orEmpty(colour()),
  imprint: orEmpty(lines(20_000)),
  noLogo: tick(),
})
const MenuForm = z.object({ menu: orEmpty(lines(4_000)) })
const PartsForm = z.object({ used: ifSent(many(z.enum(spareParts))) })

function assertKeeper(c: C): void {
  if (!mayKeepSite(c.var.actor)) throw new NotFound(refusals.thereIsNoSuchPage)
}

async function showLook(c: C) {
  assertKeeper(c)
  return c.var.page(t.designOfTheWebsite, <LookPage look={await getLook(c.var.db)} />)
}

async function showMenu(c: C) {
  assertKeeper(c)
  const { db, actor } = c.var
  const [menu, pages, showing, unused] = await Promise.all([
    listMenu(db),
    listOwnPages(db, visitor(actor.at)),
    listShowing(db),
    listUnused(db),
  ])
  const names = placeNames(siteWords(actor.locale), !actor.soleGroup)
  const targets = targetsOf(menu, { names, open: openPlaces(showing.length > 0, unused), pages })
  return c.var.page(t.menuOfTheWebsite, <MenuPage {...{ menu, names, targets, unused }} />)
}

/** The logo of a form, where one was brought. */
async function logoIn(file: unknown) {
  if (!(file instanceof File) || file.size === 0) return undefined
  if (file.size > largestLogo) throw new Invalid(refusals.pleaseLookAgain, { logo: t.choosePictureMost512Kb })
  return lookAt(file)
}

/** How the site looks, and who decides about it. */
export const lookPages = pages()
  .get('/site/look', (c) => showLook(c))
  .post('/site/look', act('work', 'saveSiteLook', 'Save the design of the public website', LookForm, { files: ['logo'] }), async (c) => {
    assertKeeper(c)
    return refusable(c, () => showLook(c)).run(async (body) => {
      const { noLogo, ...facts } = readForm(LookForm, body)
      const logo = noLogo ? null : await logoIn(body.logo)
      const changed = await c.var.write((tx) => setLook(tx, c.var.actor, facts, logo))
      return doneIf(c, changed, '/site/look', t.savedPublicPagesShowItNow)
    })
  })
  .get('/site/menu', (c) => showMenu(c))
  .post('/site/menu', act('work', 'saveSiteMenu', 'Save the menu of the public website', MenuForm), async (c) => {
    assertKeeper(c)
    return refusable(c, () => showMenu(c)).take(MenuForm, async ({ menu }) => {
      const changed = menu !== undefined && (await c.var.write((tx) => setMenu(tx, c.var.actor, menu)))
      return doneIf(c, changed, '/site/menu', t.savedPublicPagesShowItNow)
    })
  })
  .post('/site/parts', act('work', 'saveSiteParts', 'Choose which parts of the site are used', PartsForm), async (c) => {
    assertKeeper(c)
    return refusable(c, () => showMenu(c)).take(PartsForm, async ({ used }) => {
      const unused = used && spareParts.filter((part) => !used.includes(part))
      const changed = unused !== undefined && (await c.var.write((tx) => setUnused(tx, c.var.actor, unused)))
      return doneIf(c, changed, '/site/menu', t.partsSaved)
    })
  })
  .get('/site/logo/:file', async (c) => {
    const { logoId } = await getLook(c.var.db)
    if (logoId === null || String(logoId) !== c.req.param('file')) throw new NotFound(refusals.thereIsNoSuchFile)
    const [file] = await listFiles(c.var.db, [logoId])
    if (!file) throw new NotFound(refusals.thereIsNoSuchFile)
    return c.body(ReadableStream.from(readFileBytes(c.var.db, logoId)), 200, {
      'content-type': file.type,
      'content-length': String(file.size),
      'cache-control': 'public, max-age=86400, immutable',
      'content-security-policy': "sandbox; default-src 'none'",
    })
  })
  .get('/site/:sheet{[\\w-]{12}\\.css}', async (c) => {
    // A page that was open while the colours changed gets today's, but does not keep them.
    const style = styleOf(await getLook(c.var.db))
    return c.body(style?.css ?? '', 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': style?.path === c.req.path ? 'public, max-age=31536000, immutable' : 'no-cache',
    })
  })
  .get('/imprint', async (c) => {
    const { imprint } = await getLook(c.var.db)
    if (!imprint) throw new NotFound(refusals.thereIsNoSuchPage)
    const title = siteWords(c.var.actor.locale as never).imprint
    return c.var.page(
      title,
      <Titled title={title}>
        <div class="prose">{renderMarkdown(imprint)}</div>
      </Titled>,
      { kind: 'public' },
    )
  })
