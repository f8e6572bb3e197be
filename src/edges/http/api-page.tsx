import { Table } from '../../lib/ui/lists.tsx'
import { Fold, Heading, Section } from '../../lib/ui/parts.tsx'
import { pages } from '../../lib/ui/web.tsx'
import { type createApi, describeApi } from './api.ts'

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

/** Every operation with its scope, in the order of the description; acts are tagged. */
function listOperations(document: ReturnType<typeof describeApi>) {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const { summary, security = [], tags = [] } = item[method] ?? {}
      const scope = security.flatMap((requirement) => requirement.token ?? []).join(', ')
      const open = security.some((requirement) => !('token' in requirement))
      return item[method]
        ? [
            {
              address: `${method.toUpperCase()} ${path}`,
              thing: path.replace(/^\/acts/, '').split('/')[1] ?? '',
              summary,
              isAct: tags.includes('acts'),
              scope: open ? `${scope}, or no token` : scope,
            },
          ]
        : []
    }),
  )
}

type Operations = ReturnType<typeof listOperations>

/** Operations by the thing that their address begins with; each folds away, so that the page can be overlooked. */
function Things({ operations }: { operations: Operations }) {
  const things = [...Map.groupBy(operations, ({ thing }) => thing)].sort(([a], [b]) => a.localeCompare(b))
  return (
    <div>
      {things.map(([thing, of]) => (
        <Fold
          title={
            <>
              <code>/{thing}</code> <span class="meta">{of.length}</span>
            </>
          }
        >
          <Table
            caption={`Addresses that begin with /${thing}`}
            hideCaption
            columns={[{ label: 'Address' }, { label: 'What it does' }, { label: 'Scope' }]}
            rows={of.map(({ address, summary, scope }) => [<code class="break">{address}</code>, summary, scope])}
          />
        </Fold>
      ))}
    </div>
  )
}

/** What the API can do, in a table made from its own description. */
export const apiPages = (api: ReturnType<typeof createApi>) =>
  pages().get('/api', (c) =>
    c.var.page({
      title: 'For programs',
      kind: 'public',
      // Its words are those of the description, which is in English.
      children: (
        <div class="stack-l" lang="en">
          <Heading title="For programs" lead="What people do on the pages, as JSON, below /api/v1." />
          <div class="prose">
            <p>
              Its description is <a href="/api/v1/openapi.json">OpenAPI 3.1</a>. Make a token on <a href="/me/tokens">My tokens</a> and send
              it as <code>Authorization: Bearer …</code>. A token may what its person may, within its scopes; what is public needs none.
            </p>
            <p>
              A collection names its next page in <code>next</code> and in a Link header. A POST with an <code>Idempotency-Key</code>{' '}
              happens once, however often it is sent in 24 hours. Refusals are problem+json (RFC 9457) and name the fields.
            </p>
          </div>
          <Section title="Addresses">
            <Things operations={listOperations(describeApi(api, c.var.site.baseUrl)).filter((one) => !one.isAct)} />
          </Section>
          <Section title="Acts">
            <div class="prose">
              <p>
                Each form of the pages that has no address above is an act: send its fields as JSON, and hear where its page would go on.
              </p>
            </div>
            <Things operations={listOperations(describeApi(api, c.var.site.baseUrl)).filter((one) => one.isAct)} />
          </Section>
        </div>
      ),
    }),
  )
