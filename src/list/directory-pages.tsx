import { Field, Filters } from '../lib/ui/form.tsx'
import { NumberedPager, Thing, Things } from '../lib/ui/lists.tsx'
import { Empty, Titled } from '../lib/ui/parts.tsx'
import { pageOf, pages } from '../lib/ui/web.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { getDirectory } from './directory-queries.ts'

const t = textsOf('list', 'directory')

/** Who is on the lists of a group, for those to whom it shows them. */
export const directoryPages = pages().get('/directory/:group', async (c) => {
  const search = (c.req.query('q') ?? '').trim().slice(0, 100)
  const page = pageOf(c)
  const { group, people, total, pages: count } = await getDirectory(c.var.db, c.var.actor, c.req.param('group'), { search, page })
  const at = `/directory/${group.slug}`
  return c.var.page(
    t.title,
    <Titled title={t.title} meta={group.name} lead={t.lead({ link: (words) => <a href="/me/profile">{words}</a> })}>
      <Filters action={at} label={t.find} values={{ q: search }}>
        <Field name="q" type="search" label={t.name} optional />
      </Filters>
      <Things label={t.people({ total })} none={<Empty title={search ? t.noMatch : t.none} />}>
        {people.map(({ id, name, about }) => (
          <Thing title={name} href={`/people/${id}`} meta={about.split('\n', 1)[0]?.slice(0, 120)} />
        ))}
      </Things>
      <NumberedPager
        current={page}
        count={count}
        hrefFor={(to) => `${at}?${new URLSearchParams({ ...(search ? { q: search } : {}), page: String(to) })}`}
      />
    </Titled>,
  )
})
