import * as z from 'zod'
import { NotFound } from '../errors.ts'
import { sendFile } from '../lib/ui/download.ts'
import { type FormBody, line, shortName, whole } from '../lib/ui/forms.ts'
import { type C, pageOf, pages, refusable } from '../lib/ui/web.tsx'
import { refusals } from '../lib/ui/words.ts'
import { isAdministrator, leadsOf } from '../policy.ts'
import { todayOf } from '../time.ts'
import { exportDocuments } from './export.ts'
import { countDocuments, type Document, type DocumentFilter, getDocument, listDocuments, listHosts, listReviews } from './queries.ts'
import { DocumentsPage } from './views.tsx'
import { documentWords } from './words.ts'

/** The facts of a document, as its forms have them. */
export const settings = {
  title: line(200),
  category: z.enum(['key', 'minutes', 'report', 'other']),
  ownerRole: z.enum(['coordinator', 'deputy', 'liaison', 'moderator', 'member', 'steering']),
  visibility: z.enum(['public', 'subscribers', 'group']),
  datedOn: z.iso.date(),
  reviewMonths: whole().pipe(z.number().min(1).max(120)).optional(),
  reviewOn: z.iso.date().optional(),
  keepMonths: whole().pipe(z.number().min(1).max(1200)).optional(),
}
const Filter = z.object({
  category: z.enum(['key', 'minutes', 'report', 'other']).optional().catch(undefined),
  state: z.enum(['review', 'approve', 'removal', 'archived', 'withdrawn']).optional().catch(undefined),
  // What is no name is none of a group.
  group: shortName(100).optional().catch('?'),
  q: line(100).optional().catch(undefined),
})

/** The language of who reads. */
export const localeOf = (c: C) => c.var.actor.locale
/** The document that an address speaks of. */
export const slugIn = (c: C): string => c.req.param('document') ?? ''
/** The document of the address, as far as the actor may see it. */
export const documentOf = (c: C) => getDocument(c.var.db, c.var.actor, slugIn(c))
/** Where the document of the address stands. */
export const pathOf = (c: C) => `/documents/${slugIn(c)}`

const filterOf = (c: C): DocumentFilter => {
  const given = Object.fromEntries(Object.entries(c.req.query()).filter(([, value]) => value !== ''))
  return Filter.parse(given)
}

/** The document of the address for who may write it; to others there is no such page. */
export async function writable(c: C): Promise<Document> {
  const document = await documentOf(c)
  if (!document.mayDraft) throw new NotFound(refusals.thereIsNoSuchPage)
  return document
}

/** Does what a form asks for; a refusal shows its page again with everything that was typed. */
export const take = (c: C, again: (c: C) => Promise<Response>, act: (body: FormBody) => Promise<Response>) =>
  refusable(c, () => again(c)).run(act)

const orNull = <T,>(value: T | undefined): T | null => value ?? null

/** What a form says of the facts; an empty field is nothing. */
export const settingsIn = (typed: z.output<z.ZodObject<typeof settings>>) => {
  const { title, category, ownerRole, visibility, datedOn, reviewMonths, reviewOn, keepMonths } = typed
  return {
    title,
    category,
    ownerRole,
    visibility,
    datedOn,
    reviewMonths: orNull(reviewMonths),
    reviewOn: orNull(reviewOn),
    keepMonths: orNull(keepMonths),
  }
}

/** The register of the documents. */
export const documentPages = pages()
  .get('/documents', async (c) => {
    const { db, actor } = c.var
    const filter = filterOf(c)
    const page = pageOf(c)
    const [found, counts, reviews, hosts] = [
      await listDocuments(db, actor, filter, { page }),
      await countDocuments(db, actor),
      await listReviews(db, actor),
      await listHosts(db, actor),
    ]
    const mayImport = isAdministrator(actor) || leadsOf(actor).length > 0
    return c.var.page(
      documentWords(localeOf(c)).documents,
      <DocumentsPage {...{ found, counts, reviews, hosts, filter, page, mayImport }} today={todayOf(c.var.actor)} />,
      { description: documentWords(localeOf(c)).lead },
    )
  })
  .get('/documents/export.zip', async (c) => {
    const name = `documents-${todayOf(c.var.actor)}.zip`
    return sendFile(c, { name, type: 'application/zip' }, exportDocuments(c.var.db, c.var.actor, filterOf(c)))
  })
