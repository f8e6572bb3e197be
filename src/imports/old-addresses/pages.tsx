import { getArchive } from '../../archive/queries.ts'
import { missing } from '../../errors.ts'
import { type C, pages } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { getList } from '../../list/queries.ts'
import { findByOldAddress, findMovedList } from './queries.ts'
import { readVolumeName } from './rules.ts'

const t = textsOf('imports', 'oldAddresses')

type Page = C

/** The page of the list, or of one month of its archive, for those who may read it. */
async function toArchive(c: Page, oldName: string, volume: string): Promise<Response> {
  const moved = (await findMovedList(c.var.db, oldName)) ?? missing(t.thereIsNoSuchList)
  const list = await getArchive(c.var.db, c.var.actor, moved.name)
  const month = readVolumeName(volume)
  return c.redirect(`/lists/${list.name}/threads${month ? `?month=${month}` : ''}`, 301)
}

/** The message that stood there, for those who may read it; to others it is not there, whether it is or not. */
async function toMessage(c: Page, oldName: string, path: string): Promise<Response> {
  const found = (await findByOldAddress(c.var.db, oldName, path)) ?? missing(t.thereIsNoSuchMessage)
  const list = await getArchive(c.var.db, c.var.actor, found.name)
  const variant = found.variant > 1 ? `?v=${found.variant}` : ''
  return c.redirect(`/lists/${list.name}/m/${encodeURIComponent(found.messageId)}${variant}`, 301)
}

const fromPipermail = (c: Page): Promise<Response> => {
  const { list = '', volume = '', page = '' } = c.req.param() as Record<string, string>
  const number = /^(\d{6,})\.html$/.exec(page)?.[1]
  return number ? toMessage(c, list, `${volume}/${number}`) : toArchive(c, list, volume)
}
const nameIn = (address: string): string => address.split('@')[0] as string
const fromHyperkitty = (c: Page): Promise<Response> => {
  const { address = '', kind = '', hash = '' } = c.req.param() as Record<string, string>
  return /^(?:message|thread)$/.test(kind) ? toMessage(c, nameIn(address), hash.toUpperCase()) : toArchive(c, nameIn(address), '')
}
const fromListinfo = (c: Page): Promise<Response> => toList(c, (c.req.param('list') ?? '').toLowerCase())

/** The page of the list, for those who may know of it; to others there is none, as at its own address. */
async function toList(c: Page, oldName: string): Promise<Response> {
  const moved = (await findMovedList(c.var.db, nameIn(oldName))) ?? missing(t.thereIsNoSuchList)
  const list = await getList(c.var.db, c.var.actor, moved.name)
  return c.redirect(`/lists/${list.name}`, 301)
}

/** Where pipermail, Mailman and HyperKitty had a list and its messages. */
export const oldAddressPages = pages()
  .get('/pipermail/:list', fromPipermail)
  .get('/pipermail/:list/:volume', fromPipermail)
  .get('/pipermail/:list/:volume/:page', fromPipermail)
  .get('/mailman/private/:list', fromPipermail)
  .get('/mailman/private/:list/:volume', fromPipermail)
  .get('/mailman/private/:list/:volume/:page', fromPipermail)
  .get('/mailman/listinfo/:list', fromListinfo)
  .get('/hyperkitty/list/:address', fromHyperkitty)
  .get('/hyperkitty/list/:address/:kind/:hash', fromHyperkitty)
  .get('/archives/list/:address', fromHyperkitty)
  .get('/archives/list/:address/:kind/:hash', fromHyperkitty)
