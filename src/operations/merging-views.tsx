import { Form, Hidden, Select } from '../lib/ui/form.tsx'
import { formatNumber } from '../lib/ui/format.ts'
import { languageNow } from '../lib/ui/language.ts'
import { Listing, Thing } from '../lib/ui/lists.tsx'
import { Button, Empty, Facts, Submit, Titled } from '../lib/ui/parts.tsx'
import { useRefused } from '../lib/ui/reader.ts'
import { textsOf } from '../lib/ui/words.ts'
import type { Mergeable, Preview } from './merging-queries.ts'

const t = textsOf('operations', 'merging')

/** Which group this one goes into. Nothing happens here. */
export function MergePage({ from, heirs }: { from: Mergeable; heirs: readonly Mergeable[] }) {
  const refused = useRefused()
  return (
    <Titled title={t.mergeOf({ name: from.name })} lead={t.lead}>
      {heirs.length === 0 ? (
        <Empty title={t.noOther} />
      ) : (
        <Form method={refused ? 'post' : 'get'} action={`/groups/${from.slug}/merge`}>
          <Select name="into" label={t.into} options={heirs.map(({ id, name }) => ({ value: String(id), label: name }))} />
          <Submit kind="primary">{t.preview}</Submit>
        </Form>
      )}
    </Titled>
  )
}

/** What will happen, and the button that does it. */
export function PreviewPage({
  from,
  to,
  whyNot,
  people,
  counts,
}: Preview & { from: Mergeable; to: Mergeable; whyNot: string | undefined }) {
  const n = (value: number) => formatNumber(languageNow(), value)
  return (
    <Titled title={t.mergeInto({ from: from.name, to: to.name })} lead={t.whatHappens({ from: from.name, to: to.name })}>
      <Facts
        items={(['lists', 'requests', 'documents', 'meetings', 'ballots'] as const).map((what) => ({
          term: t.counts[what],
          value: n(counts[what]),
        }))}
      />
      <Listing title={t.people} none={<Empty title={t.nobody} />}>
        {people.map(({ name, there, places }) => {
          const roles = places.flatMap(({ role, title }) => [
            ...(there && role === 'member' ? [] : [t.roles[role]]),
            ...(title === null ? [] : [title]),
          ])
          return <Thing title={name} meta={[...new Set([...(there ? [t.isThere] : []), ...roles])].join(' · ')} />
        })}
      </Listing>
      <p class="soft">{t.staysBehind({ from: from.name })}</p>
      <Form action={`/groups/${from.slug}/merge`} id="merge">
        <Hidden name="into" value={String(to.id)} />
        <div class="row">
          <Button kind="danger" {...(whyNot ? { whyNot } : {})} text={t.merge} />
          <Button kind="quiet" href={`/groups/${from.slug}/facts`} text={t.keepBoth} />
        </div>
      </Form>
    </Titled>
  )
}
