import type { Happening } from '../../happening.ts'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { Heading, Raw, Section } from '../../lib/ui/parts.tsx'
import { useReader } from '../../lib/ui/reader.ts'
import { MeetingTime, Time } from '../../lib/ui/time.tsx'
import type { Home } from '../home/queries.ts'
import { People } from '../home/views.tsx'
import { SiteTabs } from '../look/views.tsx'
import { siteWords } from '../words.ts'
import { type BlockName, blocks, frameOf } from './rules.ts'

/** A block as another site shows it; its links open in the whole window, with us. */
export function Block(props: { block: BlockName; home: Home; happenings: readonly Happening[]; baseUrl: string }) {
  const { block, home, happenings, baseUrl } = props
  const words = siteWords(useReader().locale)
  if (block === 'roster') return <People {...home} />
  if (block === 'next-meeting') {
    const { meeting } = home
    return (
      <Section title={words.home.next}>
        {meeting ? (
          <Things label={words.home.next}>
            <Thing
              title={meeting.title}
              href={`${baseUrl}/meetings/${meeting.slug}`}
              meta={<MeetingTime at={meeting.startsAt} zone={meeting.zone} />}
            />
          </Things>
        ) : (
          <p class="soft">{words.home.noMeeting}</p>
        )}
      </Section>
    )
  }
  return (
    <Section title={words.blocks[block]}>
      {happenings.length === 0 && <p class="soft">{words.home.nothingNew}</p>}
      <Things label={words.blocks[block]}>
        {happenings.slice(0, 6).map((one) => (
          <Thing title={one.title} href={`${baseUrl}${one.path}`} meta={<Time at={one.at} style="date" />} />
        ))}
      </Things>
    </Section>
  )
}

/** How to show what is here elsewhere, ready to be copied. */
export function EmbedHelpPage({ baseUrl }: { baseUrl: string }) {
  const words = siteWords('en')
  return (
    <>
      <Heading title="The public site" lead="Show what is here on another site. Only what everybody may see leaves.">
        <SiteTabs current="embed" />
      </Heading>
      {blocks.map((block) => (
        <Section title={words.blocks[block]} aside={<a href={`/embed/${block}`}>Look at it</a>}>
          <Raw label={words.blocks[block]}>{frameOf(baseUrl, block, words.blocks[block])}</Raw>
        </Section>
      ))}
      <Section title="Links that unfold">
        <p>Programs that know oEmbed show more than an address of ours. They find this by themselves:</p>
        <Raw label="oEmbed">{`${baseUrl}/oembed?url=${encodeURIComponent(`${baseUrl}/meetings`)}`}</Raw>
      </Section>
      <Section title="Feeds">
        <ul class="links">
          <li>
            <a href="/feed.atom">{`${baseUrl}/feed.atom`}</a>
          </li>
          <li>
            <a href="/feed.json">{`${baseUrl}/feed.json`}</a>
          </li>
        </ul>
      </Section>
      <Section title="WordPress">
        <p>The plug-in in contrib/wordpress/rapport shows the same blocks as shortcodes. It asks us once an hour and sends us nothing.</p>
      </Section>
    </>
  )
}
