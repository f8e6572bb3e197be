import { renderMarkdown } from '../lib/ui/markdown.ts'
import { Empty, Section } from '../lib/ui/parts.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { CorrectionsFirst } from './minutes/finish-views.tsx'
import type { Item } from './minutes/queries.ts'

const words = textsOf('meetings', 'pages')

const sum = (items: readonly Item[]) => items.reduce((total, { minutes }) => total + (minutes ?? 0), 0)

interface AgendaProps {
  items: Item[]
  /** Where the pages of its talks are, by the numbers of their items, as far as its reader may see them. */
  talks?: ReadonlyMap<number, string>
  add?: string | undefined
}

/** What is on the agenda; `add` leads whoever may add to it there, while it is empty. */
export function Agenda({ items, talks, add }: AgendaProps) {
  const standing = items.filter(({ state }) => state !== 'proposed' && state !== 'dropped')
  return (
    <Section title={words.agenda} aside={sum(standing) > 0 && words.minutesLong({ n: sum(standing) })}>
      {standing.length === 0 && <Empty title={words.noAgenda}>{add && <a href={add}>{words.addAgendaItem}</a>}</Empty>}
      <ol class="stack">
        {standing.map((item) => (
          <li>
            <b>{talks?.has(item.id) ? <a href={talks.get(item.id)}>{item.title}</a> : item.title}</b>
            {item.minutes && <span class="meta"> {words.minutesLong({ n: item.minutes })}</span>}
            {item.internal && !talks?.has(item.id) && <span class="meta"> · {words.inside}</span>}
            {item.note && <div class="prose soft">{renderMarkdown(item.note)}</div>}
            <CorrectionsFirst item={item} />
          </li>
        ))}
      </ol>
    </Section>
  )
}
