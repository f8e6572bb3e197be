import * as z from 'zod'
import { Invalid, NotFound } from '../../errors.ts'
import { foldAddress } from '../../lib/fold.ts'
import { locales } from '../../lib/ui/format.ts'
import { keeping, line, lines, tick, typedIn, whole } from '../../lib/ui/forms.ts'
import { act, bodyOf, type C, done, pages, refusable } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { mayKeepSite } from '../../policy.ts'
import { addOwnPage, changeOwnPage } from './actions.ts'
import { getOwnPage, listOwnPages, listOwnVersions } from './queries.ts'
import { describe } from './rules.ts'
import { EditOwnPage, OwnPage, OwnPagesPage } from './views.tsx'

const t = textsOf('website', 'ownPages')

const facts = { title: line(200), text: lines(100_000).default(''), language: z.enum(locales), published: tick() }
const NewForm = z.object({
  ...facts,
  slug: line(60)
    .regex(/^[a-z0-9][a-z0-9-]*$/, { error: () => t.slugFault })
    .optional(),
})
const ChangeForm = z.object({ ...keeping(facts), version: whole() })
/** The button that only shows what was written. */
const button = { do: z.enum(['preview']).optional() }

function assertKeeper(c: C): void {
  if (!mayKeepSite(c.var.actor)) throw new NotFound(refusals.thereIsNoSuchPage)
}

const showNew = (c: C, preview?: string) => {
  assertKeeper(c)
  return c.var.page(t.aNewPage, <EditOwnPage preview={preview} values={{ language: 'en' }} />)
}

async function showEdit(c: C, typed?: ReturnType<typeof typedIn>) {
  assertKeeper(c)
  const page = await getOwnPage(c.var.db, c.var.actor, c.req.param('slug') ?? '')
  const { title, text, language, version, published } = page
  const values = typed ?? { title, text, language, version: String(version), ...(published ? { published: 'on' } : {}) }
  return c.var.page(
    t.edit({ title }),
    <EditOwnPage
      page={page}
      versions={await listOwnVersions(c.var.db, page.id)}
      preview={typed && [typed.text ?? ''].flat()[0]}
      values={values}
    />,
  )
}

/** Pages of the site's own: read by everybody, written by those who keep the site. */
export const ownPages = pages()
  .get('/pages/:slug{.+}', async (c) => {
    const page = await getOwnPage(c.var.db, c.var.actor, c.req.param('slug'))
    return c.var.page(page.title, <OwnPage page={page} mayEdit={mayKeepSite(c.var.actor)} />, {
      kind: 'public',
      description: describe(page.text),
      language: page.language,
    })
  })
  .get('/site/pages', async (c) => {
    assertKeeper(c)
    return c.var.page(t.extraPages, <OwnPagesPage pages={await listOwnPages(c.var.db, c.var.actor)} />)
  })
  .get('/site/pages/new', (c) => showNew(c))
  .post('/site/pages', act('work', 'addSitePage', 'Create an extra page', NewForm.extend(button)), async (c) => {
    assertKeeper(c)
    const body = await bodyOf(c)
    if (body.do === 'preview')
      return c.var.page(t.aNewPage, <EditOwnPage preview={[typedIn(body).text ?? ''].flat()[0]} values={typedIn(body)} />)
    return refusable(c, () => showNew(c)).take(NewForm, async ({ slug: typed, ...page }) => {
      const slug = typed ?? foldAddress(page.title, 60)
      if (slug === '') throw new Invalid(refusals.pleaseLookAgain, { slug: t.slugFault })
      await c.var.write((tx) => addOwnPage(tx, c.var.actor, { ...page, slug }))
      return done(c, `/pages/${slug}`, page.published ? t.pagePublishedEveryoneCanRead : t.pageSavedDraft)
    })
  })
  .get('/site/pages/:slug{.+}', (c) => showEdit(c))
  .post('/site/pages/:slug{.+}', act('work', 'editSitePage', 'Edit an extra page', ChangeForm.extend(button)), async (c) => {
    assertKeeper(c)
    const slug = c.req.param('slug')
    await getOwnPage(c.var.db, c.var.actor, slug)
    const body = await bodyOf(c)
    if (body.do === 'preview') return showEdit(c, typedIn(body))
    return refusable(c, () => showEdit(c)).take(ChangeForm, async ({ version, ...page }) => {
      const { published } = await c.var.write((tx) => changeOwnPage(tx, c.var.actor, slug, version, page))
      return done(c, `/pages/${slug}`, published ? t.savedEverybodyCanReadIt : t.savedAsADraft)
    })
  })
