import { isDeepStrictEqual } from 'node:util'
import type { Actor } from '../../actor.ts'
import { Invalid, NotFound } from '../../errors.ts'
import { keepFile } from '../../files/actions.ts'
import type { LookedAt } from '../../files/queries.ts'
import { record } from '../../journal/actions.ts'
import { insertAll, type Tx } from '../../lib/db/rows.ts'
import { locales } from '../../lib/ui/format.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { withSaid } from '../../lib/with-said.ts'
import { mayKeepSite } from '../../policy.ts'
import { siteWords } from '../words.ts'
import { getLook, type Look, listMenu, listUnused } from './queries.ts'
import { placeNames, readMenu, type SparePart, whyNotAccent, whyNotLogo, withHidden, withoutOwnNames } from './rules.ts'

const t = textsOf('website', 'look')

/** What somebody decides about the look; the logo is a file of its own. */
export type LookFacts = Omit<Look, 'logoId'>

function check({ accent, accentDark }: LookFacts): void {
  const fields: Record<string, string> = {}
  const light = accent === '' ? undefined : whyNotAccent(accent, 'light')
  if (light) fields.accent = light
  const dark = accentDark === '' ? undefined : whyNotAccent(accentDark, 'dark')
  if (dark) fields.accentDark = dark
  if (accent === '' && accentDark !== '') fields.accent = t.lightToo
  if (Object.keys(fields).length > 0) throw new Invalid(refusals.pleaseLookAgain, fields)
}

/**
 * Decides how the site looks; what is left out stays.
 * @param logo a new one; `null` takes it away, undefined leaves it
 * @returns whether that changed anything
 * @throws Invalid for a colour that cannot be read on the pages, or a file that is no logo
 */
export async function setLook(tx: Tx, actor: Actor, said: Partial<LookFacts>, logo?: LookedAt | null): Promise<boolean> {
  if (!mayKeepSite(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  const before = await getLook(tx)
  check(withSaid(before, said))
  let logoId: number | null | undefined
  if (logo === null) logoId = null
  else if (logo) {
    const kept = await keepFile(tx, { ...logo, personId: actor.personId, at: actor.at, field: 'logo' })
    const why = whyNotLogo(kept)
    if (why) throw new Invalid(refusals.pleaseLookAgain, { logo: why })
    logoId = kept.id
  }
  const change = { ...said, ...(logoId === undefined ? {} : { logoId }) }
  if (isDeepStrictEqual(withSaid(before, change), before)) return false
  await keep(tx, actor, change)
  await record(tx, actor, { action: 'site.look_changed', subject: 'site:look' })
  return true
}

async function keep(tx: Tx, actor: Actor, change: Partial<LookFacts> & { logoId?: number | null; unused?: SparePart[] }): Promise<void> {
  const row = { ...change, changedAt: actor.at, changedBy: actor.personId }
  await tx
    .insertInto('siteLook')
    .values(row)
    .onConflict((conflict) => conflict.column('one').doUpdateSet(row))
    .execute()
}

/**
 * Decides what the menu of public pages leads to; empty: the usual places.
 * @returns whether that changed anything
 * @throws Invalid naming the line that cannot be read
 */
export async function setMenu(tx: Tx, actor: Actor, text: string): Promise<boolean> {
  if (!mayKeepSite(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  const read = readMenu(text)
  if ('problem' in read) throw new Invalid(refusals.pleaseLookAgain, { menu: read.problem })
  const reserved = locales.flatMap((locale) => [false, true].map((several) => placeNames(siteWords(locale), several)))
  const lines = withHidden(withoutOwnNames(read.lines, reserved), await listMenu(tx), await listUnused(tx))
  if (isDeepStrictEqual(lines, await listMenu(tx))) return false
  await tx.deleteFrom('siteMenu').execute()
  await insertAll(
    tx.insertInto('siteMenu'),
    lines.map((line, i) => ({ ...line, position: i + 1 })),
  )
  await record(tx, actor, { action: 'site.menu_changed', subject: 'site:menu', details: { lines: lines.length } })
  return true
}

/** Decides which parts the site does without: they leave the menus and the first page, and stay at their addresses. @returns whether that changed anything */
export async function setUnused(tx: Tx, actor: Actor, unused: SparePart[]): Promise<boolean> {
  if (!mayKeepSite(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  if (isDeepStrictEqual(unused, await listUnused(tx))) return false
  await keep(tx, actor, { unused })
  await record(tx, actor, { action: 'site.menu_changed', subject: 'site:menu', details: { unused: unused.join(' ') } })
  return true
}
