import { Table } from '../../lib/ui/lists.tsx'
import { About, Facts, Fold, Heading, Section } from '../../lib/ui/parts.tsx'
import { pages } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { describeApi } from './api.ts'
import { type ProblemName, problemKinds } from './problems.ts'

const t = textsOf('edges', 'http')

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

/** Every operation with its scope, in the order of the description; acts are tagged. */
function listOperations(document: ReturnType<typeof describeApi>) {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const { operationId, summary, security = [], 'x-scope': scope = '' } = item[method] ?? {}
      const open = security.some((requirement) => !('token' in requirement))
      return item[method]
        ? [
            {
              address: `${method.toUpperCase()} ${path}`,
              thing: path.replace(/^\/acts/, '').split('/')[1] ?? '',
              name: operationId ?? '',
              summary,
              isAct: path.startsWith('/acts/'),
              scope: open ? t.orNoToken({ scope }) : scope,
            },
          ]
        : []
    }),
  )
}

type Operations = ReturnType<typeof listOperations>

/** Operations by the thing that their address begins with; each folds away, so that the page can be overlooked. */
function Things({ operations, of: what }: { operations: Operations; of: string }) {
  const things = [...Map.groupBy(operations, ({ thing }) => thing)].sort(([a], [b]) => a.localeCompare(b))
  return (
    <div>
      {things.map(([thing, of]) => (
        <Fold
          title={
            <>
              <code>/{thing}</code> <span class="meta">{of.length}</span>
              <About>{what}</About>
            </>
          }
        >
          <Table
            caption={t.addressesThatBeginWith({ thing })}
            texts
            columns={[{ label: t.operation }, { label: t.whatItDoes }, { label: t.scope }]}
            rows={of.map(({ name, address, summary, scope }) => [
              <>
                <code>{name}</code>
                <br />
                <code class="meta break">{address}</code>
              </>,
              summary,
              scope,
            ])}
          />
        </Fold>
      ))}
    </div>
  )
}

/** What the API can do, in a table made from its own description. */
export const apiPages = pages()
  .get('/api', (c) =>
    c.var.page(
      t.forPrograms,
      <div class="stack-l" lang="en">
        <Heading title={t.forPrograms} lead={t.whatPeopleDoOnThePages} />
        <div class="prose">
          <p>
            {t.readOpenapi31Description({
              link: (words) => <a href="/api/v1/openapi.json">{words}</a>,
              link2: (words) => <a href="/me/tokens">{words}</a>,
              code: (words) => <code>{words}</code>,
            })}
          </p>
          <p>{t.aCollectionNamesItsNextPage({ code: (words) => <code>{words}</code> })}</p>
        </div>
        <Section title={t.addresses}>
          <Things of={t.addresses} operations={listOperations(describeApi(c.var.site.baseUrl)).filter((one) => !one.isAct)} />
        </Section>
        <Section title={t.acts}>
          <div class="prose">
            <p>{t.formWithoutAddressAboveAct}</p>
          </div>
          <Things of={t.acts} operations={listOperations(describeApi(c.var.site.baseUrl)).filter((one) => one.isAct)} />
        </Section>
      </div>,
      { kind: 'public' },
    ),
  )
  .get('/api/problems/:kind', (c) => {
    const name = c.req.param('kind')
    if (!Object.hasOwn(problemKinds, name)) return c.notFound()
    const kind = problemKinds[name as ProblemName]
    return c.var.page(
      t.forPrograms,
      <div class="stack-l" lang="en">
        <Heading title={kind.title} lead={kind.means} />
        <p>{kind.next}</p>
        <Facts
          items={[
            { term: t.status, value: <code>{kind.status}</code> },
            { term: t.problemType, value: <code class="break">{`${c.var.site.baseUrl}/api/problems/${name}`}</code> },
          ]}
        />
        <p>
          <a href="/api">{t.forPrograms}</a>
        </p>
      </div>,
      { kind: 'public' },
    )
  })
