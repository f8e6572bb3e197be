import { Bars, Figures } from '../../lib/ui/figures.tsx'
import { Filters, Form, Hidden, optionsOf, Select } from '../../lib/ui/form.tsx'
import { formatDay, formatShare } from '../../lib/ui/format.ts'
import { languageNow } from '../../lib/ui/language.ts'
import { NumberedPager, Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, PostButton, Section, Submit, Titled } from '../../lib/ui/parts.tsx'
import { withQuery } from '../../lib/ui/paths.ts'
import { monthsOf, Quarters } from '../../lib/ui/quarters.tsx'
import { useRefused } from '../../lib/ui/reader.ts'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { dayIn } from '../../time.ts'
import { groupChoice } from '../group-choice.tsx'
import type { DeskGroup } from '../queries.ts'
import type { countPromises, listOtherMeetings, meetingRhythm } from './queries.ts'
import { type Moment, type MomentKind, momentKinds, type OwnWait, type Picture } from './rules.ts'

const t = textsOf('advocacy', 'relationship')

const { classes, verdicts } = textsOf('advocacy', 'pages')

const days = (value: number): string => t.days({ days: Math.round(value * 10) / 10 })
const share = (part: number, of: number): string => (of === 0 ? '–' : formatShare(languageNow(), part / of))

const kindNames: Record<MomentKind, string> = t.kindNames

const words: Record<MomentKind, (detail: string) => string> = {
  handed: (detail) => t.handedOver({ requests: Number(detail) }),
  answer: (detail) => t.answered({ answer: classes[detail as keyof typeof classes] ?? detail }),
  question: () => t.questionFromTheVendor,
  commitment: (detail) => {
    const [points = 0, year = 0] = detail.split('/').map(Number)
    return t.committed({ points, year })
  },
  dropped: (detail) => t.commitmentDropped({ reason: detail }),
  delivery: (detail) => t.deliveredWith({ release: detail }),
  checked: (detail) => t.checkedByTheGroup({ verdict: verdicts[detail as keyof typeof verdicts] ?? detail }),
  told: (detail) => t.reportedBackTo({ list: detail }),
  meeting: (detail) => {
    const [guests = '0'] = detail.split('/')
    return guests === '0' ? t.meetingWithTheVendor : t.meetingOfTheVendorInvited({ guests: Number(guests) })
  },
}

/** Quarters: up what was handed over, down what was answered. */
function QuartersPlot({ quarters }: { quarters: Picture['quarters'] }) {
  const shown = quarters.slice(-16)
  return (
    <Quarters
      label={t.byQuarter({
        shown: shown
          .map(({ name, ...of }) => t.sentAnswered({ name: `${monthsOf(name, languageNow())} ${name.slice(0, 4)}`, ...of }))
          .join('; '),
      })}
      items={shown.map(({ name, handed, answered }) => ({ name, up: handed, down: answered }))}
    />
  )
}

const rhythmOf = ({ meetings, days: gap }: Awaited<ReturnType<typeof meetingRhythm>>): string =>
  gap === undefined ? t.meetings({ meetings }) : t.meetingsApart({ meetings, days: days(gap) })

const ownDays = ({ days: value, waiting }: OwnWait): string =>
  [value !== undefined && days(value), waiting > 0 && t.wait({ waiting })].filter(Boolean).join(', ')

/** The group's own delays. */
function WeTake({ seen, checking }: { seen: Picture; checking: OwnWait }) {
  const items = [
    { label: t.answerTheVendorsQuestions, wait: seen.asking },
    { label: t.reportBackList, wait: seen.telling },
    { label: t.checkADelivery, wait: checking },
  ].flatMap(({ label, wait }) =>
    wait.done + wait.waiting === 0
      ? []
      : [{ label: `${label} (${wait.done + wait.waiting})`, value: wait.days ?? 0, shown: ownDays(wait) }],
  )
  return (
    <Section title={t.weTake}>
      {items.length === 0 ? <p class="soft">{t.nothingHasWaitedForUsYet}</p> : <Bars label={t.medianDaysThatTheGroupTakes} items={items} />}
    </Section>
  )
}

/** How many of the answers that came were late, and how many both sides have confirmed. */
const AnswersSaid = ({ seen }: { seen: Picture }) =>
  seen.answered === 0 ? null : (
    <p class="meta">
      {t.answersWereLate({ answers: seen.answeredLate })}{' '}
      {t.answersConfirmed({ count: seen.confirmed, of: seen.answered, disputed: seen.disputed })}
    </p>
  )

type Meetings = Awaited<ReturnType<typeof listOtherMeetings>>

/** One of the group's meetings was with the vendor, though nobody of it was invited by name. */
const Mark = ({ group, others }: { group: DeskGroup; others: Meetings }) => {
  const refused = useRefused()
  return (
    <details open={refused !== undefined}>
      <summary>{t.addAMeetingWith({ vendor: group.vendor })}</summary>
      <Form action="/relationship/meetings" id="meeting">
        <Hidden name="group" value={group.slug} />
        <Select
          name="meetingId"
          label={t.meeting}
          options={others.map(({ id, title, startsAt, zone }) => ({
            value: String(id),
            label: `${title}, ${formatDay({ locale: languageNow() }, dayIn(startsAt, zone))}`,
          }))}
        />
        <Submit>{t.addMeeting}</Submit>
      </Form>
    </details>
  )
}

function Unmark({ group, moment }: { group: DeskGroup; moment: Moment }) {
  const [, marked = '0'] = moment.kind === 'meeting' ? moment.detail.split('/') : []
  if (marked === '0') return null
  return (
    <PostButton
      kind="quiet"
      action="/relationship/meetings"
      fields={{ group: group.slug, meetingId: marked, with: 'no' }}
      label={t.itWasNot({ title: moment.title })}
      text={t.removeMeeting}
    />
  )
}

/** Everybody sees fewer requests, and other numbers of them. */
const AsEverybody = ({ group, seen, open }: { group: DeskGroup; seen: Picture; open: Picture }) => (
  <p class="meta">
    {t.allAreCounted({ all: seen.handed })}{' '}
    <a href={`/relationship?group=${group.slug}&as=everybody`}>{t.viewOpenNumbers({ shown: open.handed })}</a>
  </p>
)

/** Everything between a group and its vendor, in one picture. */
export function RelationshipPage(props: {
  group: DeskGroup
  seen: Picture
  /** What everybody sees of it, where the group shows it. */
  open?: Picture
  promises: Awaited<ReturnType<typeof countPromises>>
  rhythm: Awaited<ReturnType<typeof meetingRhythm>>
  /** Meetings that may have been with the vendor, for those who can say so. */
  others: Meetings
  moments: Moment[]
  /** The only kind that is shown. */
  kind?: MomentKind
  page: number
  pages: number
}) {
  const { group, seen, promises, rhythm, others, moments, kind, page, pages, open } = props
  return (
    <Titled title={t.and({ vendor: group.vendor })} lead={t.requestsSentAnswersPromises} meta={groupChoice(group, '/relationship')}>
      {seen.handed === 0 && moments.length === 0 && kind === undefined ? (
        <Empty title={t.noRequestsSentYet}>
          <Button href={`/briefs?group=${group.slug}`}>{t.createPackage}</Button>
        </Empty>
      ) : (
        <>
          <Figures
            items={[
              { value: seen.handed, label: t.requestsSent({ handed: seen.handed }) },
              { value: share(seen.answered, seen.handed), label: t.ofRequestsAnswered({ handed: seen.handed }) },
              { value: seen.late, label: t.answersLate({ late: seen.late }), href: `/desk?group=${group.slug}` },
              {
                value: share(promises.delivered, promises.commitments),
                label: t.ofPromisesDelivered({ commitments: promises.commitments }),
              },
              ...(promises.commitments > 0
                ? [
                    {
                      value: promises.confirmed,
                      label: t.confirmed({ of: promises.commitments, disputed: promises.disputed }),
                      href: `/commitments?group=${group.slug}`,
                    },
                  ]
                : []),
              ...(rhythm.meetings > 0 ? [{ value: rhythm.meetings, label: rhythmOf(rhythm) }] : []),
            ]}
          />
          {open && <AsEverybody {...{ group, seen, open }} />}
          {seen.quarters.length > 0 && (
            <Section title={t.byQuarter2} aside={t.aboveSentBelowAnswered}>
              <QuartersPlot quarters={seen.quarters} />
            </Section>
          )}
          <div class="columns">
            <Section
              title={t.takes({ vendor: group.vendor })}
              aside={seen.vendorDays === undefined ? undefined : t.medianOf({ days: days(seen.vendorDays), answers: seen.answered })}
            >
              {seen.byClass.length === 0 ? (
                <p class="soft">{t.noAnswersYet}</p>
              ) : (
                <Bars
                  label={t.medianDaysUntilAnAnswerBy}
                  items={seen.byClass.map((one) => ({
                    label: `${classes[one.class]} (${one.count})`,
                    value: one.days,
                    shown: days(one.days),
                  }))}
                />
              )}
              <AnswersSaid seen={seen} />
            </Section>
            <WeTake seen={seen} checking={promises.checking} />
          </div>
          <Section title={t.whatHappened}>
            <Filters action="/relationship" label={t.whatHappened} values={{ kind: kind ?? '' }} hidden={{ group: group.slug }}>
              <Select name="kind" label={t.what} empty={t.everything} options={optionsOf(kindNames, momentKinds)} />
            </Filters>
            <Things label={t.whatHappened} of={moments} none={<Empty title={t.nothingTypeYet} />}>
              {(moment) => (
                <Thing
                  title={moment.title}
                  href={moment.href}
                  meta={
                    <>
                      <Time at={moment.at} style="date" /> · {words[moment.kind](moment.detail)}
                    </>
                  }
                  act={group.leads && <Unmark {...{ group, moment }} />}
                />
              )}
            </Things>
            <NumberedPager
              current={page}
              count={pages}
              hrefFor={(to) => withQuery('/relationship', { group: group.slug, kind, page: to })}
            />
            {others.length > 0 && <Mark {...{ group, others }} />}
          </Section>
        </>
      )}
    </Titled>
  )
}
