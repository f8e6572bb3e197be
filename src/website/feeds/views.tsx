import type { Happening } from '../../happening.ts'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { About, Heading, Raw, Section } from '../../lib/ui/parts.tsx'
import { useReader } from '../../lib/ui/reader.ts'
import { MeetingTime, Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { Home } from '../home-queries.ts'
import { People } from '../home-views.tsx'
import { SiteTabs } from '../look/views.tsx'
import { siteWords } from '../words.ts'
import { type BlockName, blocks, frameOf } from './rules.ts'

const t = textsOf('website', 'feeds')

/** A block as another site shows it; its links open in the whole window, with us. */
export function Block(props: { block: BlockName; homes: readonly Home[]; happenings: readonly Happening[]; baseUrl: string }) {
  const { block, homes, happenings, baseUrl } = props
  const words = siteWords(useReader().locale)
  if (block === 'roster')
    return (
      <>
        {homes.map((home) => (
          <People {...home} {...(homes.length > 1 ? { title: home.group?.name } : {})} />
        ))}
      </>
    )
  if (block === 'next-meeting') {
    const meeting = homes[0]?.meeting
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
  const words = siteWords(useReader().locale)
  return (
    <>
      <Heading title={t.publicWebsite} lead={t.showPartsSiteAnotherWebsite}>
        <SiteTabs current="embed" />
      </Heading>
      {blocks.map((block) => (
        <Section
          title={words.blocks[block]}
          aside={
            <a href={`/embed/${block}`}>
              {t.lookAtIt}
              <About>{words.blocks[block]}</About>
            </a>
          }
        >
          <Raw label={words.blocks[block]}>{frameOf(baseUrl, block, words.blocks[block])}</Raw>
        </Section>
      ))}
      <Section title={t.linkPreviews}>
        <p>{t.programsThatKnowOembedShowMore}</p>
        <Raw label={t.oembed}>{`${baseUrl}/oembed?url=${encodeURIComponent(`${baseUrl}/meetings`)}`}</Raw>
      </Section>
      <Section title={t.feeds}>
        <p>{t.feedsLead}</p>
        <ul class="links">
          <li>
            <a href="/feed.atom">{`${baseUrl}/feed.atom`}</a>
          </li>
          <li>
            <a href="/feed.json">{`${baseUrl}/feed.json`}</a>
          </li>
        </ul>
      </Section>
      <Section title={t.wordpress}>
        <p>{t.thePlugInInContribWordpress}</p>
      </Section>
    </>
  )
}
