import { formatList } from '../lib/ui/format.ts'
import { useReader } from '../lib/ui/reader.ts'
import type { Meeting } from './core/queries.ts'
import { pageWords } from './page-words.ts'
import type { Askable } from './visitors-queries.ts'

/** How somebody comes who is not invited: by registering, or by asking; where to go in is not for the street. */
export function ForGuests({ meeting, open, ask }: { meeting: Meeting; open: boolean; ask: Askable | undefined }) {
  const { locale } = useReader()
  if (!open || !ask) return null
  const words = pageWords(locale).guests
  if (meeting.kind === 'show_and_tell')
    return (
      <p>
        <a href={`/show-and-tell/sessions/${meeting.slug}`}>{words.toRegister}</a>
      </p>
    )
  const who = ask.addresses.length > 0 ? ask.addresses : ask.names
  const href = ask.addresses.length > 0 ? `mailto:${ask.addresses.join(',')}` : '/roster'
  return (
    <p class="soft">
      {words.room} {who.length > 0 && words.ask({ who: formatList(locale, who), link: (text) => <a href={href}>{text}</a> })}
    </p>
  )
}
