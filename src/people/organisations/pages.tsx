import * as z from 'zod'
import { NotFound } from '../../errors.ts'
import type { Db, Tx } from '../../lib/db/rows.ts'
import { isCountry } from '../../lib/ui/countries.ts'
import { keeping, line, lines, orNone, tick, whole } from '../../lib/ui/forms.ts'
import { act, type C, done, doneIf, idOf, pageOf, pages, refusable } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { mayKeepRegister } from '../../policy.ts'
import { todayOf } from '../../time.ts'
import { findInstitution, listDomainNames, searchInstitutions, usesDirectories } from '../directory-queries.ts'
import { addBelonging, addContract, addMembership, changeTerm, endTerm, nameReferent, saveOrganisation, setStage } from './actions.ts'
import { listLikeDomains } from './alike.ts'
import { EditPage } from './edit-views.tsx'
import { NewPage } from './forms.tsx'
import { countMembers, getOrganisation, listCountries, listOrganisations, listRegisterChoices } from './queries.ts'
import { kinds, stages } from './rules.ts'
import { DirectoryPage, OrganisationPage } from './views.tsx'

const t = textsOf('people', 'organisations')

const oneOf = <const T extends string>(values: readonly T[], value: string | undefined): T | undefined =>
  values.find((one) => one === value)

const period = { fromOn: z.iso.date(), toOn: z.iso.date().optional() }
const FactsForm = z.object({
  name: line(300),
  kind: z.enum(kinds),
  country: line(2)
    .refine(isCountry, { error: () => t.errors.country })
    .optional(),
  website: z
    .url({ protocol: /^https?$/, error: () => t.errors.website })
    .max(500)
    .default(''),
  ror: line(100).optional(),
  parentId: whole().optional(),
  domains: lines(20_000).default(''),
})
const ChangeForm = z.object(keeping(FactsForm.shape))
/** The domains that a field names, where it is there. */
const domainsIn = (text: string | undefined) => text?.split(/[\s,;]+/).filter(Boolean)
const MembershipForm = z.object({ communityId: whole(), ...period })
const BelongingForm = z.object({ parentId: whole(), ...period })
const ContractForm = z.object({ productId: whole(), ...period })
const StageForm = z.object({ productId: whole(), stage: orNone(z.enum(stages)) })
const ReferentForm = z.object({ email: line(254), communityId: whole(), standIn: tick(), ...period })
const DaysForm = z.object(keeping(period))
const EndForm = z.object({ toOn: z.iso.date() })

const terms = { memberships: 'membership', contracts: 'contract', referents: 'appointment', consortia: 'belonging' } as const

/** Those whose days are the register's own. How long somebody is a referent is a matter of their appointment. */
const ownTerms = { memberships: 'membership', contracts: 'contract', consortia: 'belonging' } as const

/** For which domains of other organisations these can be taken, said by its form. */
async function carefulOf(db: Db, domains: readonly string[], organisationId?: number): Promise<string[]> {
  return domains.length === 0 ? [] : listLikeDomains(domains, await listDomainNames(db), organisationId).map(t.domainLooksLike)
}

const pathOf = (id: number): string => `/organisations/${id}`

async function showEdit(c: C, id: number) {
  const { db, actor } = c.var
  const organisation = await getOrganisation(db, actor, id)
  if (!organisation.mayEdit) throw new NotFound(t.noSuchOrganisation)
  return c.var.page(
    t.edit2({ name: organisation.name }),
    <EditPage
      organisation={organisation}
      choices={await listRegisterChoices(db, actor)}
      directories={await usesDirectories(db)}
      today={todayOf(actor)}
      careful={await carefulOf(db, organisation.domains, id)}
    />,
  )
}

/** The part of the edit page that a form below the organisation's own address is of. */
function anchorOf(c: C): string {
  const part = c.req.path.split('/')[3]
  return part === undefined ? '' : `#${part === 'stage' ? 'stages' : part}`
}

/**
 * Does what one of the edit page's forms asks for; a refusal shows the page again, with its reason beside the field.
 * @param act answers `false` where it was so already
 * @param careful what is said besides, once it is done
 */
async function takeForm<S extends z.ZodType>(
  c: C,
  form: string | undefined,
  schema: S,
  act: (tx: Tx, typed: z.output<S>) => Promise<unknown>,
  careful: (typed: z.output<S>) => Promise<string[]> = async () => [],
): Promise<Response> {
  return refusable(c, () => showEdit(c, idOf(c, 'organisation')), form).take(schema, async (typed) => {
    const did = await c.var.write((tx) => act(tx, typed))
    const said = [t.saved, ...(await careful(typed))].join(' ')
    return doneIf(c, did !== false, `${pathOf(idOf(c, 'organisation'))}/edit${anchorOf(c)}`, said)
  })
}

export const organisationPages = pages()
  .get('/organisations', async (c) => {
    const { db, actor } = c.var
    if (actor.personId === null) throw new NotFound(refusals.thereIsNoSuchPage)
    const query = c.req.query()
    const filter = {
      search: query.q?.trim() || undefined,
      country: query.country || undefined,
      kind: oneOf(kinds, query.kind),
      stage: oneOf(stages, query.stage),
      members: query.members === 'on' || undefined,
    }
    const page = pageOf(c)
    return c.var.page(
      t.organisations,
      <DirectoryPage
        filter={filter}
        page={page}
        found={await listOrganisations(db, actor, { ...filter, page })}
        counts={await countMembers(db, actor, filter)}
        countries={await listCountries(db)}
        mayEdit={mayKeepRegister(actor)}
      />,
    )
  })
  .get('/organisations/new', async (c) => {
    const { db, actor } = c.var
    if (!mayKeepRegister(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
    const search = c.req.query('q')?.trim() ?? ''
    const pick = Number(c.req.query('pick')) || 0
    const [choices, directories, suggestions, picked] = await Promise.all([
      listRegisterChoices(db, actor),
      usesDirectories(db),
      search.length >= 2 ? searchInstitutions(db, search) : [],
      pick > 0 ? findInstitution(db, pick) : undefined,
    ])
    // What an application says of a workplace that is not in the register.
    const { name = '', domain = '' } = c.req.query()
    const said = { name: name.slice(0, 300), domains: domain.slice(0, 300) }
    const careful = await carefulOf(db, picked?.domains ?? domainsIn(said.domains) ?? [])
    return c.var.page(t.newOrganisation, <NewPage {...{ choices, directories, search, suggestions, picked, said, careful }} />)
  })
  .post('/organisations', act('work', 'createOrganisation', 'Add an organisation', FactsForm), async (c) => {
    const { db, write, actor } = c.var
    if (!mayKeepRegister(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
    return refusable(c, async () => {
      const [choices, directories] = [await listRegisterChoices(db, actor), await usesDirectories(db)]
      return c.var.page(t.newOrganisation, <NewPage {...{ choices, directories }} />)
    }).take(FactsForm, async ({ domains, ...facts }) => {
      const id = await write((tx) => saveOrganisation(tx, actor, undefined, { ...facts, domains: domainsIn(domains) }))
      const careful = await carefulOf(db, domainsIn(domains) ?? [], id)
      return done(c, pathOf(id), [t.isInTheRegister({ name: facts.name }), ...careful].join(' '))
    })
  })
  .get('/organisations/:organisation', async (c) => {
    const { db, actor, offers } = c.var
    const organisation = await getOrganisation(db, actor, idOf(c, 'organisation'))
    const supported = await offers.listSupported(db, actor, organisation.id)
    return c.var.page(organisation.name, <OrganisationPage {...{ organisation, supported }} day={todayOf(actor)} />)
  })
  .get('/organisations/:organisation/edit', (c) => showEdit(c, idOf(c, 'organisation')))
  .post('/organisations/:organisation', act('work', 'editOrganisation', 'Edit an organisation', ChangeForm), (c) =>
    takeForm(
      c,
      undefined,
      ChangeForm,
      (tx, { domains, ...facts }) => saveOrganisation(tx, c.var.actor, idOf(c, 'organisation'), { ...facts, domains: domainsIn(domains) }),
      ({ domains }) => carefulOf(c.var.db, domainsIn(domains) ?? [], idOf(c, 'organisation')),
    ),
  )
  .post('/organisations/:organisation/memberships', act('work', 'addMembership', 'Add a membership', MembershipForm), (c) =>
    takeForm(c, 'membership', MembershipForm, (tx, membership) => addMembership(tx, c.var.actor, idOf(c, 'organisation'), membership)),
  )
  .post('/organisations/:organisation/consortia', act('work', 'addParentOrganisation', 'Add a parent organisation', BelongingForm), (c) =>
    takeForm(c, 'belonging', BelongingForm, (tx, belonging) => addBelonging(tx, c.var.actor, idOf(c, 'organisation'), belonging)),
  )
  .post('/organisations/:organisation/contracts', act('work', 'addContract', 'Add a contract', ContractForm), (c) =>
    takeForm(c, 'contract', ContractForm, (tx, contract) => addContract(tx, c.var.actor, idOf(c, 'organisation'), contract)),
  )
  .post('/organisations/:organisation/stage', act('work', 'setProductStage', 'Set the stage with a product', StageForm), (c) =>
    takeForm(c, 'stage', StageForm, (tx, { productId, stage }) => setStage(tx, c.var.actor, idOf(c, 'organisation'), productId, stage)),
  )
  .post('/organisations/:organisation/referents', act('work', 'addReferent', 'Add a referent', ReferentForm), (c) =>
    takeForm(c, 'referent', ReferentForm, (tx, referent) =>
      nameReferent(tx, c.var.actor, c.var.consequences, idOf(c, 'organisation'), referent),
    ),
  )
  .post(
    '/organisations/:organisation/:terms/:term/days',
    act('work', 'changeOrganisationTerm', 'Correct the days of a membership, contract or parent organisation', DaysForm),
    (c) => {
      const what = ownTerms[c.req.param('terms') as keyof typeof ownTerms]
      if (!what) throw new NotFound(refusals.thereIsNoSuchPage)
      return takeForm(c, undefined, DaysForm, (tx, days) =>
        changeTerm(tx, c.var.actor, idOf(c, 'organisation'), what, idOf(c, 'term'), days),
      )
    },
  )
  .post(
    '/organisations/:organisation/:terms/:term/end',
    act('work', 'endOrganisationTerm', 'End a membership, contract or referent', EndForm),
    (c) => {
      const what = terms[c.req.param('terms') as keyof typeof terms]
      if (!what) throw new NotFound(refusals.thereIsNoSuchPage)
      return takeForm(c, undefined, EndForm, (tx, { toOn }) =>
        endTerm(tx, c.var.actor, c.var.consequences, idOf(c, 'organisation'), what, idOf(c, 'term'), toOn),
      )
    },
  )
