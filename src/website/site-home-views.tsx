import { formatList } from '../lib/ui/format.ts'
import { Listing, Thing } from '../lib/ui/lists.tsx'
import { useReader } from '../lib/ui/reader.ts'
import { Time } from '../lib/ui/time.tsx'
import { textsOf } from '../lib/ui/words.ts'
import type { SiteHome } from './home-queries.ts'
import { News, NextMeeting } from './home-views.tsx'

const words = textsOf('website', 'pages').home

type Told = SiteHome['sections'][number]['groups'][number]

/** What of a working group is for everybody: what it is for, its lists, its next meeting. */
function GroupLine({ group }: { group: Told }) {
  const { lists, meeting } = group
  return (
    <Thing title={group.name} href={`/groups/${group.slug}`} meta={`${group.product} · ${group.vendor}`}>
      {group.tagline && <p dir="auto">{group.tagline}</p>}
      {(lists.length > 0 || meeting) && (
        <p class="meta">
          {lists.map((list, at) => (
            <>
              {at > 0 && ' · '}
              <a href={`/lists/${list.name}`}>{list.title}</a>
            </>
          ))}
          {lists.length > 0 && meeting && ' · '}
          {meeting && (
            <>
              {words.next}: <a href={`/meetings/${meeting.slug}`}>{<Time at={meeting.startsAt} style="date" />}</a>
            </>
          )}
        </p>
      )}
    </Thing>
  )
}

/** The first page of a site with several groups: who is here, what comes next, what is new. */
export function SiteHomePage(home: SiteHome) {
  const { locale } = useReader()
  const { look, name, userGroups, sections } = home
  // What stands as a list in the header is a sentence’s words here.
  const named = look.name || userGroups.length === 0 || name !== userGroups.join(' · ') ? name : formatList(locale, userGroups)
  const count = sections.reduce((sum, { groups }) => sum + groups.length, 0)
  return (
    <>
      <section class="hero">
        <div class="stack">
          <h1 dir="auto">{look.tagline || named}</h1>
          <p class="lead soft">{words.siteLead({ count })}</p>
        </div>
      </section>
      {sections.map(({ communities, groups }) => {
        const title = communities.length > 0 ? formatList(locale, [...communities]) : words.groups
        return (
          <Listing title={title}>
            {groups.map((group) => (
              <GroupLine group={group} />
            ))}
          </Listing>
        )
      })}
      <div class="columns">
        <NextMeeting {...home} all={(path) => path} several />
        <News {...home} all={(path) => path} several />
      </div>
    </>
  )
}
