import { Check, Field, languageOptions, Select, TextArea } from '../../lib/ui/fields.tsx'
import { Form, Hidden } from '../../lib/ui/form.tsx'
import type { Refused, Typed } from '../../lib/ui/forms.ts'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { renderMarkdown } from '../../lib/ui/markdown.ts'
import { Button, Empty, Heading, Section, State } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { SiteTabs } from '../look/views.tsx'
import type { getOwnPage, listOwnPages, listOwnVersions } from './queries.ts'

type Page = Awaited<ReturnType<typeof getOwnPage>>

/** A page of the site's own, as everybody reads it. */
export const OwnPage = ({ page, mayEdit }: { page: Page; mayEdit: boolean }) => (
  <article class="stack-l" lang={page.language}>
    <Heading
      title={page.title}
      meta={!page.published && <State mood="wait">A draft: only those who keep the site see it</State>}
      actions={mayEdit && <Button href={`/site/pages/${page.slug}`}>Edit</Button>}
    />
    <div class="prose">{renderMarkdown(page.text)}</div>
  </article>
)

/** All pages of the site's own, for those who keep them. */
export const OwnPagesPage = ({ pages }: { pages: Awaited<ReturnType<typeof listOwnPages>> }) => (
  <>
    <Heading
      title="The public site"
      lead="Pages that you write yourselves. Put them into the menu by their address."
      actions={
        <Button kind="primary" href="/site/pages/new">
          Write a page
        </Button>
      }
    >
      <SiteTabs current="pages" />
    </Heading>
    {pages.length === 0 && <Empty title="There is no page yet.">How to join, whom to write to: what people ask first.</Empty>}
    <Things label="Pages">
      {pages.map((page) => (
        <Thing
          title={page.title}
          href={`/site/pages/${page.slug}`}
          meta={
            <>
              /pages/{page.slug} · {languageOptions.find(({ value }) => value === page.language)?.label ?? page.language} ·{' '}
              <Time at={page.changedAt} style="date" />
            </>
          }
          act={page.published ? <State mood="good">Published</State> : <State mood="wait">Draft</State>}
        />
      ))}
    </Things>
  </>
)

/** Writes a page, with a look at it before it is kept. */
export function EditOwnPage(props: {
  page?: Page
  versions?: Awaited<ReturnType<typeof listOwnVersions>>
  refused?: Refused | undefined
  preview?: string | undefined
  values: Typed
}) {
  const { page, versions = [], refused, preview, values } = props
  return (
    <>
      <Heading title={page?.title ?? 'A new page'} actions={page && <Button href={`/pages/${page.slug}`}>Look at it</Button>}>
        <SiteTabs current="pages" />
      </Heading>
      {preview !== undefined && (
        <Section title="Preview" aside="Nothing is saved yet.">
          <div class="prose panel">{renderMarkdown(preview)}</div>
        </Section>
      )}
      <Form action={page ? `/site/pages/${page.slug}` : '/site/pages'} refused={refused} values={values}>
        {page && <Hidden name="version" value={[values.version ?? page.version].flat().join('')} />}
        <Field name="title" label="Title" maxlength={200} />
        {!page && <Field name="slug" label="Address" hint="What stands behind /pages/: small letters, digits and hyphens." short />}
        <TextArea name="text" label="Text" hint="In Markdown: a blank line between paragraphs, ## before a heading." rows={16} optional />
        <Select name="language" label="Language" empty={false} options={languageOptions} />
        <Check name="published" label="Everybody may read it" />
        <div class="row">
          <Button kind="primary">Save</Button>
          <Button name="do" value="preview">
            Preview
          </Button>
        </div>
      </Form>
      {versions.length > 0 && (
        <Section title="How it stood before">
          {versions.map((one) => (
            <details>
              <summary>
                Version {one.number}, <Time at={one.changedAt} />
                {one.by && `, ${one.by}`}
              </summary>
              <h3>{one.title}</h3>
              <div class="prose">{renderMarkdown(one.text)}</div>
            </details>
          ))}
        </Section>
      )}
    </>
  )
}
