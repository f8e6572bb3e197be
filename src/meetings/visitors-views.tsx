import { formatList } from '../lib/ui/format.ts'
import { useReader } from '../lib/ui/reader.ts'
import type { Meeting } from './core/queries.ts'
import { pageWords } from './page-words.ts'
import { isPlaceOpen } from './rules.ts'
import type { Askable } from './visitors-queries.ts'

/** How somebody comes who is not invited: by registering, by asking, or, where the page says where it is, just so. */
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
  const placeOpen = isPlaceOpen(meeting)
  if (placeOpen && meeting.place !== '') return <p class="soft">{words.open}</p>
  const who = ask.addresses.length > 0 ? ask.addresses : ask.names
  const href = ask.addresses.length > 0 ? `mailto:${ask.addresses.join(',')}` : '/roster'
  return (
    <p class="soft">
      {!placeOpen && words.room} {who.length > 0 && words.ask({ who: formatList(locale, who), link: (text) => <a href={href}>{text}</a> })}
    </p>
  )
}
