import { NotFound } from '../../errors.ts'
import { iconSizes } from '../../lib/print/card.ts'
import { NotDrawn } from '../../lib/print/card-drawing.ts'
import { iconOf } from '../../lib/print/cards.ts'
import { pages } from '../../lib/ui/web.tsx'
import { refusals } from '../../lib/ui/words.ts'
import { findSiteName } from '../../outbox/queries.ts'
import { getLook } from './queries.ts'

const green = '#2f8f6c'
const paper = '#fdfcfa'

/** The site as an app on somebody's home screen: iPhones give notifications to no other. It is the same pages; nothing of it works offline. */
export const appPages = pages()
  .get('/manifest.webmanifest', async (c) => {
    const { db } = c.var
    const [{ accent }, name] = await Promise.all([getLook(db), findSiteName(db)])
    const manifest = {
      id: '/',
      name,
      short_name: name,
      start_url: '/today',
      scope: '/',
      display: 'standalone',
      background_color: paper,
      theme_color: accent || green,
      icons: iconSizes.map((size) => ({
        src: `/site/icons/${size}`,
        sizes: `${size}x${size}`,
        type: 'image/png',
        purpose: size === 180 ? 'any' : 'any maskable',
      })),
    }
    return c.body(JSON.stringify(manifest), 200, { 'content-type': 'application/manifest+json', 'cache-control': 'public, max-age=3600' })
  })
  .get('/site/icons/:size', async (c) => {
    const size = iconSizes.find((one) => String(one) === c.req.param('size'))
    if (size === undefined) throw new NotFound(refusals.thereIsNoSuchFile)
    const { accent } = await getLook(c.var.db)
    try {
      const bytes = await iconOf({ size, accent: accent || green })
      return c.body(bytes, 200, { 'content-type': 'image/png', 'cache-control': 'public, max-age=86400' })
    } catch (error) {
      if (!(error instanceof NotDrawn)) throw error
      return c.body(null, 503, { 'retry-after': '10' })
    }
  })
