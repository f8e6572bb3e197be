import { Editor } from '../lib/ui/editor.tsx'
import { type Draft, MoreFields } from '../lib/ui/field-parts.tsx'
import { Check, Field, Form, Hidden, Select, TextArea } from '../lib/ui/form.tsx'
import type { Locale } from '../lib/ui/format.ts'
import type { Typed } from '../lib/ui/forms.ts'
import { dotted } from '../lib/ui/lists.tsx'
import { renderMarkdown } from '../lib/ui/markdown.ts'
import { Button, Facts, Heading, Note, Split, Submit } from '../lib/ui/parts.tsx'
import { ofGroup } from '../lib/ui/paths.ts'
import { unlessAlone } from '../lib/ui/reader.ts'
import { Time } from '../lib/ui/time.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { EmbargoFields, embargoValues, ReaderFields } from './fields.tsx'
import { PublishingPanel, type PublishingProps } from './publishing-views.tsx'
import type { Item, listCorrections, listIssuesOf, listLinks, listMailings } from './queries.ts'
import { whyNotEdit, writeLinks } from './rules.ts'
import { Corrections, MailedTo, NewsState, Withdrawn } from './views.tsx'

const t = textsOf('news', 'views')
const words = textsOf('news', 'pages')
/** One piece of news. */
export function ItemPage(props: {
  item: Item
  links: Awaited<ReturnType<typeof listLinks>>
  corrections: Awaited<ReturnType<typeof listCorrections>>
  issues: Awaited<ReturnType<typeof listIssuesOf>>
  mailings: Awaited<ReturnType<typeof listMailings>>
}) {
  const { item, links, corrections, issues, mailings } = props
  if (item.state === 'withdrawn' && !item.mayWrite) return <Withdrawn {...item} />
  return (
    <>
      <Heading
        title={<span lang={item.language}>{item.title}</span>}
        meta={dotted([
          <a href="/news">{words.news}</a>,
          unlessAlone(item.groupName) && <a href={ofGroup('/news', item.group)}>{item.groupName}</a>,
          item.publishedAt && <Time at={item.publishedAt} style="date" />,
          item.byline && words.by({ name: item.byline }),
        ])}
        actions={item.mayWrite && !whyNotEdit(item) && <Button href={`/news/${item.slug}/edit`}>{t.edit}</Button>}
      >
        {item.mayWrite && (
          <p>
            <NewsState {...item} />
          </p>
        )}
      </Heading>
      {item.state === 'withdrawn' && <Note mood="late">{t.withdrawn({ withdrawnWhy: item.withdrawnWhy })}</Note>}
      <Split aside={<ItemAside {...{ item, links, issues, mailings }} />}>
        {item.pictureId !== null && <img class="picture" src={`/news/${item.slug}/picture`} alt={item.pictureAlt} />}
        <div class="prose" lang={item.language} dir="auto">
          {renderMarkdown(item.text)}
        </div>
        <Corrections corrections={corrections} />
      </Split>
    </>
  )
}

const ItemAside = ({ item, links, issues, mailings }: Pick<Parameters<typeof ItemPage>[0], 'item' | 'links' | 'issues' | 'mailings'>) => (
  <>
    <Facts
      items={[
        { term: words.area, value: item.area },
        {
          term: words.tellsOf,
          value: links.length > 0 && (
            <ul>
              {links.map(({ path, title }) => (
                <li>
                  <a href={path} rel={path.startsWith('/') ? undefined : 'nofollow noopener ugc'}>
                    {title || path}
                  </a>
                </li>
              ))}
            </ul>
          ),
        },
        {
          term: words.inIssues,
          value: issues.length > 0 && issues.map(({ number, title }) => <a href={`/news/issues/${number}`}>{title}</a>),
        },
      ].filter(({ value }) => value)}
    />
    <MailedTo mailings={mailings} />
  </>
)

const valuesOf = (item: Item, links: Awaited<ReturnType<typeof listLinks>>): Typed => ({
  title: item.title,
  text: item.text,
  language: item.language,
  visibility: item.visibility,
  areaId: String(item.areaId ?? ''),
  links: writeLinks(links),
  pictureAlt: item.pictureAlt,
  ...embargoValues(item.embargoAt, item.embargoZone),
})

interface ItemFormProps {
  item?: Item
  links?: Awaited<ReturnType<typeof listLinks>>
  groups: { slug: string; name: string }[]
  areas: { id: number; name: string }[]
  zone: string
  locale: Locale
  publishing?: PublishingProps
  draft: Draft
}

/** The page on which an item is written or changed. */
export function ItemFormPage(props: ItemFormProps) {
  const { item, publishing } = props
  const why = item && whyNotEdit(item)
  return (
    <>
      <Heading title={item ? item.title : t.writeNews} meta={<a href="/news/drafts">{t.draftsAndIssues}</a>}>
        {item && (
          <p>
            <NewsState {...item} />
          </p>
        )}
      </Heading>
      <Split aside={publishing && <PublishingPanel {...publishing} />}>{why ? <Note>{why}</Note> : <ItemForm {...props} />}</Split>
    </>
  )
}

/** The form of an item, new or not. */
function ItemForm({ item, links = [], groups, areas, zone, locale, draft }: ItemFormProps) {
  const [group] = groups
  const values = item
    ? valuesOf(item, links)
    : { language: locale, visibility: 'public', group: group?.slug ?? '', ...embargoValues(null, zone) }
  return (
    <Form keeps={item !== undefined} action={item ? `/news/${item.slug}` : '/news'} values={values} draft={draft} multipart>
      {item && <Hidden name="version" value={String(item.version)} />}
      {!item && (
        <Select name="group" label={t.group} options={groups.map(({ slug, name }) => ({ value: slug, label: name }))} empty={false} />
      )}
      <Field name="title" label={t.title} maxlength={200} />
      <Editor name="text" label={t.text} rows={12} files="text" />
      <ReaderFields />
      {areas.length > 0 && (
        <Select
          name="areaId"
          label={t.productArea}
          options={areas.map(({ id, name }) => ({ value: String(id), label: name }))}
          empty={t.noProductArea}
          optional
        />
      )}
      <MoreFields title={t.pictureAndMore} names={['links', 'picture', 'pictureAlt']} values={{ picture: item?.pictureId?.toString() }}>
        <Field name="picture" type="file" label={t.picture} accept="image/png,image/jpeg,image/gif,image/webp" hint={t.most5Mb} optional />
        <Field name="pictureAlt" label={t.pictureDescription} hint={t.peopleWhoCannotSeePicture} maxlength={500} optional />
        {item?.pictureId !== undefined && item.pictureId !== null && <Check name="removePicture" label={t.removePicture} />}
        <TextArea name="links" label={t.relatedPages} hint={t.oneALineTheAddressOf} rows={3} optional />
      </MoreFields>
      {item?.state !== 'published' && <EmbargoFields />}
      {item?.state === 'published' && <Hidden name="embargoZone" value={item.embargoZone} />}
      <Submit kind="primary">{t.saveDraft({ saved: item !== undefined && item.state !== 'draft' })}</Submit>
    </Form>
  )
}
