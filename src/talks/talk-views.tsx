import { Chain } from '../lib/ui/chain.tsx'
import { formatBytes, formatDay, formatList } from '../lib/ui/format.ts'
import { languageNow } from '../lib/ui/language.ts'
import { dotted } from '../lib/ui/lists.tsx'
import { renderMarkdown } from '../lib/ui/markdown.ts'
import { Button, Facts, Heading, placeOf, Section, Split } from '../lib/ui/parts.tsx'
import { useReader } from '../lib/ui/reader.ts'
import { Day, MeetingTime } from '../lib/ui/time.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { recordingOf, type Talk, type TalkFile } from './queries.ts'
import { type Chapter, linkAt, sayClock } from './rules.ts'
import { namesOf, TalkState } from './views.tsx'

const t = textsOf('talks', 'views')
const words = textsOf('talks', 'pages')

function Recording({ talk, chapters }: { talk: Talk; chapters: Chapter[] }) {
  const url = recordingOf(talk)
  if (!url) return talk.state === 'given' ? <p class="soft">{words.noRecording}</p> : null
  return (
    <>
      <p>
        <Button kind="primary" href={url}>
          {words.watch}
          {talk.recordingSeconds !== null && `, ${sayClock(talk.recordingSeconds)}`}
        </Button>
      </p>
      {chapters.length > 0 && (
        <Section title={words.chapters}>
          <ol class="chapters">
            {chapters.map(({ atSeconds, title }) => (
              <li>
                <a href={linkAt(url, atSeconds)}>
                  <span class="n">{sayClock(atSeconds)}</span> {title}
                </a>
              </li>
            ))}
          </ol>
        </Section>
      )}
    </>
  )
}

function Slides({ talk, files }: { talk: Talk; files: TalkFile[] }) {
  const { locale } = useReader()
  if (files.length === 0) return null
  return (
    <Section title={words.slides}>
      <ul class="links">
        {files.map((file) => (
          <li>
            <a href={`/show-and-tell/${talk.slug}/files/${file.id}`}>{file.name}</a>{' '}
            <span class="meta">{formatBytes(locale, file.size)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Beside({ talk }: { talk: Talk }) {
  const slot = talk.meetingSlug && {
    href: talk.meetingKind === 'show_and_tell' ? `/show-and-tell/sessions/${talk.meetingSlug}` : `/meetings/${talk.meetingSlug}`,
    title: talk.meetingTitle,
  }
  return (
    <Facts
      items={[
        talk.meetingPlace && talk.state === 'scheduled' ? { term: words.where, value: placeOf(talk.meetingPlace) } : undefined,
        talk.givenOn ? { term: words.states.given, value: <Day on={talk.givenOn} /> } : undefined,
        slot ? { term: words.session, value: <a href={slot.href}>{slot.title}</a> } : undefined,
        { term: words.length, value: words.minutes({ count: talk.minutes }) },
        talk.sourcePath ? { term: words.source, value: <a href={talk.sourcePath}>{words.sourceMessage}</a> } : undefined,
      ]}
    />
  )
}

const stationsOf = (talk: Talk, hasSlides: boolean) => {
  const order = ['proposed', 'accepted', 'scheduled', 'given'] as const
  const shown = [recordingOf(talk) && t.recording, hasSlides && t.slides].filter(Boolean).join(', ')
  // A talk whose recording or slides are here has come to its last station.
  const at = talk.state === 'given' && shown ? order.length : order.indexOf(talk.state as (typeof order)[number])
  const state = (index: number) => (index < at ? ('done' as const) : index === at ? ('now' as const) : undefined)
  const station = (index: number, label: string, detail?: string) => {
    const now = state(index)
    return { label, ...(detail ? { detail } : {}), ...(now ? { state: now } : {}) }
  }
  return [
    station(0, t.stations.proposed, talk.proposer ?? undefined),
    station(1, t.stations.accepted),
    station(2, t.stations.slot, talk.meetingTitle ?? undefined),
    station(3, t.stations.given, talk.givenOn ? formatDay({ locale: languageNow() }, talk.givenOn) : undefined),
    station(4, t.stations.shown, shown || undefined),
  ].map(({ label, detail, ...rest }) => ({ label, ...(detail ? { detail } : {}), ...rest }))
}

/** A talk: what, who, when; afterwards the recording and the slides. What those who keep it do stands below (`tools`). */
export function TalkPage(props: { talk: Talk; chapters: Chapter[]; files: TalkFile[]; tools?: Parameters<typeof Split>[0]['children'] }) {
  const { talk, chapters, files, tools } = props
  const { locale, alone } = useReader()
  const kept = talk.mine || talk.inside || talk.mayArrange
  return (
    <>
      <Heading
        title={talk.title}
        meta={dotted([<a href="/show-and-tell">{words.name}</a>, talk.group !== alone && talk.group])}
        lead={dotted([
          formatList(locale, namesOf(talk.speakers)),
          talk.state === 'scheduled' && talk.startsAt && talk.zone && <MeetingTime at={talk.startsAt} zone={talk.zone} />,
        ])}
        actions={kept && talk.state !== 'given' && <TalkState talk={talk} />}
      >
        {kept && talk.state !== 'withdrawn' && talk.state !== 'declined' && <Chain stations={stationsOf(talk, files.length > 0)} />}
      </Heading>
      <Split aside={<Beside talk={talk} />}>
        {talk.abstract && <div class="prose stack">{renderMarkdown(talk.abstract)}</div>}
        <Recording talk={talk} chapters={chapters} />
        <Slides talk={talk} files={files} />
        {tools}
      </Split>
    </>
  )
}
