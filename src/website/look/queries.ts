import { createHash } from 'node:crypto'
import type { Db } from '../../lib/db/rows.ts'
import { accentsOf, type MenuLine, sheetOf } from './rules.ts'

/** How the site looks to the world; what nobody has chosen is empty. */
export interface Look {
  name: string
  tagline: string
  accent: string
  accentDark: string
  logoId: number | null
  imprint: string
}

const plain: Look = { name: '', tagline: '', accent: '', accentDark: '', logoId: null, imprint: '' }

/** How the site looks. */
export const getLook = async (db: Db): Promise<Look> =>
  (await db.selectFrom('siteLook').select(['name', 'tagline', 'accent', 'accentDark', 'logoId', 'imprint']).executeTakeFirst()) ?? plain

/** The lines of the site's own menu; none: the usual places. */
export const listMenu = (db: Db): Promise<MenuLine[]> => db.selectFrom('siteMenu').select(['label', 'path']).orderBy('position').execute()

/** The parts that the site does without. */
export const listUnused = async (db: Db): Promise<string[]> =>
  (await db.selectFrom('siteLook').select('unused').executeTakeFirst())?.unused ?? []

type Style = { path: string; css: string } | undefined

// Worked out once for a look that is kept: colours are tried until they can be read.
const styles = new WeakMap<object, { style: Style }>()

/** The stylesheet with the site's colours and the address that it has while they stay; undefined where they are Rapport's. */
export function styleOf(look: Pick<Look, 'accent' | 'accentDark'>): Style {
  const known = styles.get(look) ?? { style: makeStyle(look) }
  styles.set(look, known)
  return known.style
}

function makeStyle(look: Pick<Look, 'accent' | 'accentDark'>): Style {
  const accents = accentsOf(look)
  if (!accents) return undefined
  const css = sheetOf(accents)
  return { css, path: `/site/${createHash('sha256').update(css).digest('base64url').slice(0, 12)}.css` }
}
