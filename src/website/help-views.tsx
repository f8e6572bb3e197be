import { Field, Filters } from '../lib/ui/form.tsx'
import type { HelpHit } from '../lib/ui/help-find.ts'
import { type HelpTopic, readTopic } from '../lib/ui/help-manual.ts'
import { Thing, Things } from '../lib/ui/lists.tsx'
import { Empty, Section, Split, Titled } from '../lib/ui/parts.tsx'
import { useReader } from '../lib/ui/reader.ts'
import { textsOf } from '../lib/ui/words.ts'
import { type HelpPart, helpParts } from './help-rules.ts'

const t = textsOf('website', 'help')
const glossary = textsOf('website', 'glossary')

const ToHelp = () => <a href="/help">{t.title}</a>

/** The language of what is not the reader's. */
const otherThan = (language: string, locale: string) => (language === locale ? undefined : language)

const Find = ({ q = '' }: { q?: string }) => (
  <Filters action="/help" label={t.search} values={{ q }} submit={t.find}>
    <Field name="q" type="search" label={t.search} maxlength={200} />
  </Filters>
)

function Topic({ name }: { name: string }) {
  const { locale } = useReader()
  const topic = readTopic(name, locale)
  if (!topic) return null
  return (
    <section lang={otherThan(topic.language, locale)} dir="auto">
      <h3>
        <a href={`/help/${name}`}>{topic.title}</a>
      </h3>
      <ul class="links">
        {topic.sections.slice(1).map(({ anchor, title }) => (
          <li>
            <a href={`/help/${name}#${anchor}`}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** All pages of the help with their sections, which on a phone stand first on the page of each. */
export const HelpPage = () => (
  <Titled title={t.title} lead={t.lead}>
    <Find />
    {(Object.keys(helpParts) as HelpPart[]).map((part) => (
      <Section title={t.parts[part]} id={part}>
        <div class="help-index">
          {helpParts[part].map((name) => (
            <Topic name={name} />
          ))}
        </div>
      </Section>
    ))}
    <p>
      <a href="/help/words">{glossary.title}</a>
    </p>
  </Titled>
)

/** What was found in the help. */
export function HelpFoundPage({ q, hits }: { q: string; hits: readonly HelpHit[] }) {
  const { locale } = useReader()
  return (
    <Titled title={t.found({ q })} meta={<ToHelp />}>
      <Find q={q} />
      <Things
        label={t.found({ q })}
        none={
          <Empty title={t.nothing}>
            {t.nothingHow({ link: (words) => <a href={`/search?${new URLSearchParams({ q })}`}>{words}</a> })}
          </Empty>
        }
      >
        {hits.map(({ href, topic, title, snippet, language }) => (
          <Thing
            title={<span lang={otherThan(language, locale)}>{title || topic}</span>}
            href={href}
            meta={title ? <span lang={otherThan(language, locale)}>{topic}</span> : undefined}
          >
            <p class="snippet" lang={otherThan(language, locale)} dir="auto">
              {snippet}
            </p>
          </Thing>
        ))}
      </Things>
    </Titled>
  )
}

/** A page of the help, with its sections beside it. */
export function HelpTopicPage({ topic }: { topic: HelpTopic }) {
  const { locale } = useReader()
  const language = otherThan(topic.language, locale)
  const sections = topic.sections.slice(1)
  return (
    <Titled title={<span lang={language}>{topic.title}</span>} meta={<ToHelp />} lead={language && t.inEnglish}>
      <Split
        first
        aside={
          sections.length > 1 && (
            <nav aria-label={t.onThisPage} class="stack">
              <h2 class="h3">{t.onThisPage}</h2>
              <ul class="links" lang={language}>
                {sections.map(({ anchor, title }) => (
                  <li>
                    <a href={`#${anchor}`}>{title}</a>
                  </li>
                ))}
              </ul>
            </nav>
          )
        }
      >
        <div class="prose manual" lang={language} dir="auto">
          {topic.html}
        </div>
      </Split>
    </Titled>
  )
}
