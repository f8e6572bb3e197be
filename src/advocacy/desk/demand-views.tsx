import { Field, Filters, optionsOf, Select } from '../../lib/ui/form.tsx'
import { Table } from '../../lib/ui/lists.tsx'
import type { Child } from '../../lib/ui/message.ts'
import { Empty, FormFold, Panel, PostButton, Section, State, Submit } from '../../lib/ui/parts.tsx'
import { Day, Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { severityNames } from '../../requests/rules.ts'
import { readClass } from '../answers/rules.ts'
import type { DeskGroup } from '../queries.ts'
import { ItemBadge } from './badge.tsx'
import type { Draft } from './demand-queries.ts'
import { type Demand, type DemandOrder, demandOrders, usualOrder } from './demand-rules.ts'

const t = textsOf('advocacy', 'demand')
const { classes, forRelease } = textsOf('advocacy', 'pages')

/** What the vendor calls a request itself. */
interface Tracked {
  trackerNumber: string
  trackerLink: string
}

/**
 * What the vendor calls it in its own tracker, with the way there.
 * @param props.named where a label says already whose number it is
 */
export function Tracker({ trackerNumber, trackerLink, named = false }: Tracked & { named?: boolean }) {
  const numbered = named || !trackerNumber ? trackerNumber : t.trackerShown({ number: trackerNumber })
  const shown = numbered || (trackerLink && t.trackerLinkShown)
  if (!shown) return null
  return trackerLink ? <a href={trackerLink}>{shown}</a> : <span>{shown}</span>
}

/** What stands in the line of a request: its title leads a guest to the form where it waits for them. */
function rowOf(one: Demand, group: DeskGroup): Child[] {
  const path = `/submissions/${one.submissionId}`
  return [
    <>
      <a href={group.guest && one.state !== 'answered' ? `${path}/requests/${one.requestId}` : `${path}#r${one.requestId}`}>
        #{one.requestId} {one.title}
      </a>
      {(one.trackerNumber || one.trackerLink) && (
        <span class="meta">
          {' '}
          <Tracker {...one} />
        </span>
      )}
    </>,
    one.institutions,
    one.must,
    one.severity ? <span class="nowrap">{severityNames[one.severity]}</span> : '',
    one.days,
    <Day on={one.dueOn} />,
    group.guest && one.draft ? <State mood="wait">{one.reviewed ? t.draftReviewed : t.draft}</State> : <ItemBadge state={one.state} />,
  ]
}

/** All that was handed over and waits, by what asks most. */
export function DemandSection(props: { group: DeskGroup; demand: readonly Demand[]; order: DemandOrder; all: boolean }) {
  const { group, demand, order, all } = props
  return (
    <Section title={all ? t.allRequests : t.openRequests} aside={demand.length > 0 ? String(demand.length) : undefined} id="demand">
      <Filters
        action="/desk"
        label={t.filterAndSort}
        values={{ order, all: all ? 'on' : '' }}
        narrowed={all || order !== usualOrder(group.guest)}
        hidden={{ group: group.slug }}
      >
        <Select name="order" label={t.order} empty={false} options={optionsOf(t.orders, demandOrders)} />
        <Select name="all" label={t.show} empty={t.onlyOpen} options={[{ value: 'on', label: t.answeredToo }]} />
      </Filters>
      <Table
        caption={t.openRequests}
        terse
        columns={[
          { label: t.request },
          { label: t.institutions, numeric: true },
          { label: t.must, numeric: true },
          { label: t.severity },
          { label: t.days, numeric: true },
          { label: t.due },
          { label: t.state, short: '' },
        ]}
        rows={demand.map((one) => rowOf(one, group))}
        none={<Empty title={t.nothingOpen} />}
      />
    </Section>
  )
}

/** An answer that is not published: what it will say, who wrote it, and who has read it. */
export function DraftPanel({ path, draft, personId }: { path: string; draft: Draft; personId: number | null }) {
  const given = draft.given as { class: string; reason: string; release: string }
  const read = readClass(given.class)
  return (
    <Panel title={t.preview}>
      <p>
        <b>{read ? classes[read.class] : t.noClass}</b>
        {given.release && ` ${forRelease({ release: given.release })}`}
      </p>
      {given.reason && <p class="prose">{given.reason}</p>}
      <p class="meta">
        {t.written({ writer: draft.writer ?? '–', time: <Time at={draft.writtenAt} /> })}{' '}
        {draft.reviewedAt ? t.reviewed({ reviewer: draft.reviewer ?? '–', time: <Time at={draft.reviewedAt} /> }) : t.notReviewed}
      </p>
      <div class="row">
        {draft.authorId !== personId && !draft.reviewedAt && (
          <PostButton action={`${path}/review`} fields={{ written: draft.writtenAt.toISOString() }} text={t.review} />
        )}
        <PostButton kind="quiet" action={`${path}/discard`} text={t.discard} />
      </div>
    </Panel>
  )
}

/** Where the vendor says what it calls a request itself. */
export const TrackerForm = ({ path, item }: { path: string; item: Tracked }) => {
  return (
    <FormFold
      keeps
      title={t.tracker}
      id="tracker"
      action={`${path}/tracker`}
      values={{ trackerNumber: item.trackerNumber, trackerLink: item.trackerLink }}
      label={t.tracker}
    >
      <Field name="trackerNumber" label={t.trackerNumber} optional short maxlength={60} hint={t.trackerHint} />
      <Field name="trackerLink" type="url" label={t.trackerLink} optional maxlength={500} />
      <Submit>{t.saveTracker}</Submit>
    </FormFold>
  )
}
