import { NotFound } from '../errors.ts'
import { listCommunities, listOwnOffices } from '../groups/queries.ts'
import { renderPdf } from '../lib/print/pdf.ts'
import { safeName, sendFile } from '../lib/ui/download.ts'
import { type C, pages } from '../lib/ui/web.tsx'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { listOwnNoted } from '../meetings/queries.ts'
import { listAffiliationsOf, listServiceOf } from '../people/queries.ts'
import { isHerself } from '../policy.ts'
import { certificate } from './service-certificate.ts'
import { ServicePage } from './service-views.tsx'

const t = textsOf('reports', 'service')

function selfOf(c: C): number {
  if (c.var.actor.personId === null) throw new NotFound(refusals.thereIsNoSuchPage)
  return c.var.actor.personId
}

/** What somebody has been here, theirs alone: a page, and a certificate of it. */
export const servicePages = pages()
  .get('/me/record', async (c) => {
    const { db, actor } = c.var
    const personId = selfOf(c)
    return c.var.page(
      t.myServiceRecord,
      <ServicePage
        name={actor.name}
        service={await listServiceOf(db, personId)}
        offices={await listOwnOffices(db, actor)}
        affiliations={await listAffiliationsOf(db, personId)}
        noted={await listOwnNoted(db, personId, actor.at)}
      />,
    )
  })
  .get('/me/record.pdf', async (c) => {
    const { db, actor, site } = c.var
    if (!isHerself(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
    const [service, communities] = await Promise.all([listServiceOf(db, actor.personId), listCommunities(db)])
    const issuer = communities.map((one) => one.name).join(', ') || 'Rapport'
    const pdf = renderPdf(certificate({ name: actor.name, service, issuer, baseUrl: site.baseUrl, at: actor.at }))
    return sendFile(c, { name: `${safeName(actor.name, 'service')}.pdf`, type: 'application/pdf', size: pdf.length }, pdf)
  })
