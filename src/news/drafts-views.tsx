import { Listing, Thing } from '../lib/ui/lists.tsx'
import { Button, Empty, Heading } from '../lib/ui/parts.tsx'
import { Time } from '../lib/ui/time.tsx'
import { textsOf } from '../lib/ui/words.ts'
import type { listIssueDrafts } from './issues/queries.ts'
import type { listDrafts } from './queries.ts'
import type { Rhythm } from './rhythm-queries.ts'
import { NextIssue } from './rhythm-views.tsx'
import { NewsTabs } from './tabs.tsx'
import { NewsState, Period } from './views.tsx'

const t = textsOf('news', 'views')

/** What is being written: items, and issues of the newsletter. */
export function DraftsPage(props: {
  drafts: Awaited<ReturnType<typeof listDrafts>>
  issues: Awaited<ReturnType<typeof listIssueDrafts>>
  rhythms: readonly Rhythm[]
}) {
  const { drafts, issues, rhythms } = props
  const [next] = rhythms
  const open = drafts.filter(({ state }) => state !== 'withdrawn')
  const gone = drafts.filter(({ state }) => state === 'withdrawn')
  const openIssues = issues.filter(({ state }) => state !== 'withdrawn')
  return (
    <>
      <Heading
        title={t.draftsAndIssues}
        meta={<a href="/news">{t.news}</a>}
        lead={t.onlyGroupCanSeeDrafts}
        actions={<Button href="/news/new">{t.writeNews}</Button>}
      >
        <NewsTabs current="drafts" publishes={rhythms.some(({ mayPublish }) => mayPublish)} />
      </Heading>
      <Listing
        title={t.newsletter}
        aside={next && <NextIssue {...next} />}
        label={t.issues}
        none={
          <Empty title={t.noIssueInProgress}>
            <p>{t.suggestSentencesAboutWhat}</p>
            <Button kind="primary" href="/news/issues/new" text={t.startIssue} />
          </Empty>
        }
      >
        {openIssues.map((issue) => (
          <Thing
            title={issue.title}
            href={`/news/issues/${issue.number}/compose`}
            meta={
              <>
                {t.number({ number: issue.number })} <Period {...issue} />
              </>
            }
            act={<NewsState {...issue} />}
          />
        ))}
      </Listing>
      <Listing title={t.news} label={t.drafts} none={<Empty title={t.noDraftsYet} />}>
        {open.map((item) => (
          <Thing
            title={item.title}
            href={`/news/${item.slug}/edit`}
            meta={t.changed({ byline: item.byline || t.nobodyNamed, time: <Time at={item.changedAt} style="date" /> })}
            act={<NewsState {...item} />}
          />
        ))}
      </Listing>
      <Listing title={t.withdrawn2} of={gone} none={null}>
        {(item) => <Thing title={item.title} href={`/news/${item.slug}`} meta={item.withdrawnWhy} />}
      </Listing>
    </>
  )
}
