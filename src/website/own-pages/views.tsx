import { Check, Field, Form, Hidden, languageOptions, Select, TextArea } from '../../lib/ui/form.tsx'
import type { Typed } from '../../lib/ui/forms.ts'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { renderMarkdown } from '../../lib/ui/markdown.ts'
import { Button, Empty, Heading, Section, State } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { SiteTabs } from '../look/views.tsx'
import type { getOwnPage, listOwnPages, listOwnVersions } from './queries.ts'

const t = textsOf('website', 'ownPages')

type Page = Awaited<ReturnType<typeof getOwnPage>>

/** A page of the site's own, as everybody reads it. */
export const OwnPage = ({ page, mayEdit }: { page: Page; mayEdit: boolean }) => (
  <article class="stack-l" lang={page.language}>
    <Heading
      title={page.title}
      meta={!page.published && <State mood="wait">{t.draftOnlyAdministratorsSee}</State>}
      actions={mayEdit && <Button href={`/site/pages/${page.slug}`}>{t.edit2}</Button>}
    />
    <div class="prose">{renderMarkdown(page.text)}</div>
  </article>
)

/** All pages of the site's own, for those who keep them. */
export const OwnPagesPage = ({ pages }: { pages: Awaited<ReturnType<typeof listOwnPages>> }) => (
  <>
    <Heading
      title={t.publicWebsite}
      lead={t.writePagesOwnAddTheir}
      actions={<Button kind="primary" href="/site/pages/new" text={t.createPage} />}
    >
      <SiteTabs current="pages" />
    </Heading>
    <Things label={t.pages} none={<Empty title={t.noExtraPagesYet}>{t.createPageSaysHowJoin}</Empty>}>
      {pages.map((page) => (
        <Thing
          title={page.title}
          href={`/site/pages/${page.slug}`}
          meta={t.pages2({
            slug: page.slug,
            label: languageOptions.find(({ value }) => value === page.language)?.label ?? page.language,
            time: <Time at={page.changedAt} style="date" />,
          })}
          act={page.published ? <State mood="good">{t.published}</State> : <State mood="wait">{t.draft}</State>}
        />
      ))}
    </Things>
  </>
)

/** Writes a page, with a look at it before it is kept. */
export function EditOwnPage(props: {
  page?: Page
  versions?: Awaited<ReturnType<typeof listOwnVersions>>
  preview?: string | undefined
  values: Typed
}) {
  const { page, versions = [], preview, values } = props
  return (
    <>
      <Heading title={page?.title ?? t.aNewPage} actions={page && <Button href={`/pages/${page.slug}`}>{t.lookAtIt}</Button>}>
        <SiteTabs current="pages" />
      </Heading>
      {preview !== undefined && (
        <Section title={t.preview} aside={t.notSavedYet}>
          <div class="prose panel">{renderMarkdown(preview)}</div>
        </Section>
      )}
      <Form keeps={page !== undefined} action={page ? `/site/pages/${page.slug}` : '/site/pages'} values={values}>
        {page && <Hidden name="version" value={[values.version ?? page.version].flat().join('')} />}
        <Field name="title" label={t.title} maxlength={200} />
        {!page && <Field name="slug" label={t.address} hint={t.partAfterPagesSmallLetters} optional short />}
        <TextArea name="text" label={t.text} hint={t.writeMarkdownEmptyLine} rows={16} optional />
        <Select name="language" label={t.language} empty={false} options={languageOptions} />
        <Check name="published" label={t.publishForEveryone} />
        <div class="row">
          <Button kind="primary">{t.save}</Button>
          <Button name="do" value="preview" text={t.showPreview} />
        </div>
      </Form>
      {versions.length > 0 && (
        <Section title={t.earlierVersions}>
          {versions.map((one) => (
            <details>
              <summary>{t.version({ number: one.number, time: <Time at={one.changedAt} />, by: one.by })}</summary>
              <h3>{one.title}</h3>
              <div class="prose">{renderMarkdown(one.text)}</div>
            </details>
          ))}
        </Section>
      )}
    </>
  )
}
