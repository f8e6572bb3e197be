import type { listShowing, PublicFigures } from '../advocacy/queries.ts'
import type { OwnWait } from '../advocacy/rules.ts'
import { Bars, Figures } from '../lib/ui/figures.tsx'
import { Check, Form, Hidden } from '../lib/ui/form.tsx'
import { formatShare } from '../lib/ui/format.ts'
import { Empty, Heading, Note, Section, Submit, Titled } from '../lib/ui/parts.tsx'
import { monthsOf, Quarters } from '../lib/ui/quarters.tsx'
import { useReader } from '../lib/ui/reader.ts'
import { textsOf } from '../lib/ui/words.ts'
import { SiteTabs } from './look/views.tsx'
import { siteWords } from './words.ts'

const t = textsOf('website', 'relationshipPage')
const words = textsOf('website', 'relationship')

type Group = Awaited<ReturnType<typeof listShowing>>[number]

/** The figures that say most, each with its words; of which the first page shows the first three. */
function useLeading({ seen, promises, rhythm }: PublicFigures) {
  const { locale } = useReader()
  const share = (part: number, of: number) => (of === 0 ? '–' : formatShare(locale, part / of))
  const { commitments, delivered, confirmed, disputed } = promises
  const gap = rhythm.days === undefined ? undefined : Math.round(rhythm.days * 10) / 10
  return [
    { value: seen.handed, label: words.handed({ count: seen.handed }) },
    { value: share(seen.answered, seen.handed), label: words.answered({ of: seen.handed }) },
    commitments > 0 && { value: share(delivered, commitments), label: words.delivered({ count: commitments }) },
    commitments > 0 && { value: confirmed, label: words.confirmed({ of: commitments, disputed }), href: '/commitments?as=everybody' },
    { value: seen.late, label: words.late({ of: seen.handed }) },
    rhythm.meetings > 0 && { value: rhythm.meetings, label: words.meetings({ count: rhythm.meetings, gap }) },
  ].filter((figure) => figure !== false)
}

/** The most telling figures, for the first page. */
export function RelationshipGlance({ group, figures }: { group: Group; figures: PublicFigures }) {
  const items = useLeading(figures).slice(0, 3)
  return (
    <Section title={words.short({ vendor: group.vendor })} aside={<a href={`/relationship?group=${group.slug}`}>{words.all}</a>}>
      <Figures items={items} />
    </Section>
  )
}

function ByQuarter({ seen }: Pick<PublicFigures, 'seen'>) {
  const { locale } = useReader()
  const shown = seen.quarters.slice(-16)
  const nameOf = (name: string) => `${monthsOf(name, locale)} ${name.slice(0, 4)}`
  if (shown.length === 0) return null
  return (
    <Section title={words.quarters} aside={words.upDown}>
      <Quarters
        label={shown.map(({ name, handed, answered }) => words.told({ name: nameOf(name), handed, answered })).join('; ')}
        items={shown.map(({ name, handed, answered }) => ({ name, up: handed, down: answered }))}
      />
    </Section>
  )
}

function VendorTakes({ group, seen }: { group: Group; seen: PublicFigures['seen'] }) {
  const { locale } = useReader()
  const { classes } = siteWords(locale)
  return (
    <Section
      title={words.takes({ vendor: group.vendor })}
      aside={seen.vendorDays === undefined ? undefined : words.median({ count: Math.round(seen.vendorDays * 10) / 10, of: seen.answered })}
    >
      {seen.byClass.length === 0 ? (
        <p class="soft">{words.noAnswer}</p>
      ) : (
        <>
          <Bars
            label={words.untilAnswer}
            items={seen.byClass.map((one) => ({
              label: `${classes[one.class]} (${one.count})`,
              value: one.days,
              shown: words.days({ count: Math.round(one.days * 10) / 10 }),
            }))}
          />
          <p class="meta">
            {words.afterDay({ count: seen.answeredLate })}{' '}
            {words.answersConfirmed({ count: seen.confirmed, of: seen.answered, disputed: seen.disputed })}
          </p>
        </>
      )}
    </Section>
  )
}

function WeTake({ seen, promises }: PublicFigures) {
  const said = ({ days, waiting }: OwnWait) =>
    [days !== undefined && words.days({ count: Math.round(days * 10) / 10 }), waiting > 0 && words.waiting({ count: waiting })]
      .filter(Boolean)
      .join(', ')
  const items = [
    { label: words.toAnswer, wait: seen.asking },
    { label: words.toTell, wait: seen.telling },
    { label: words.toCheck, wait: promises.checking },
  ].flatMap(({ label, wait }) => {
    const counted = wait.done + wait.waiting
    return counted === 0 ? [] : [{ label: `${label} (${counted})`, value: wait.days ?? 0, shown: said(wait) }]
  })
  return (
    <Section title={words.weTake}>
      {items.length === 0 ? <p class="soft">{words.noWait}</p> : <Bars label={words.ourDays} items={items} />}
    </Section>
  )
}

/** A group and its vendor in figures, as everybody may know them. */
export function PublicRelationshipPage(props: { group: Group; figures: PublicFigures; others: readonly Group[]; preview: boolean }) {
  const { group, figures, others, preview } = props
  const { seen } = figures
  const leading = useLeading(figures)
  return (
    <Titled title={words.title({ group: group.name, vendor: group.vendor })} lead={words.lead({ vendor: group.vendor })}>
      {preview && <Note>{words.preview}</Note>}
      {seen.handed === 0 ? (
        <Empty title={words.none({ vendor: group.vendor })} />
      ) : (
        <>
          <Figures items={leading} />
          <ByQuarter seen={seen} />
          <div class="columns">
            <VendorTakes group={group} seen={seen} />
            <WeTake {...figures} />
          </div>
          <p class="meta">{words.counted}</p>
        </>
      )}
      {others.length > 0 && (
        <nav aria-label={words.others} class="links">
          {others.map((one) => (
            <a href={`/relationship?group=${one.slug}`}>{words.title({ group: one.name, vendor: one.vendor })}</a>
          ))}
        </nav>
      )}
    </Titled>
  )
}

interface FiguresProps {
  keepsSite: boolean
  groups: readonly { slug: string; name: string; vendor: string; shown: boolean; leads: boolean }[]
}

/** Whether a group shows its figures with the vendor. */
export const FiguresPage = ({ groups, keepsSite }: FiguresProps) => (
  <>
    <Heading title={t.publicWebsite} lead={t.numbersWorkEachGroupIts}>
      {keepsSite && <SiteTabs current="figures" />}
    </Heading>
    {groups.map((group) => (
      <Section
        title={t.and({ name: group.name, vendor: group.vendor })}
        aside={group.leads || group.shown ? <a href={`/relationship?group=${group.slug}&as=everybody`}>{t.lookAtIt}</a> : undefined}
      >
        <p class="prose">{t.requestsSentAnsweredDays}</p>
        {group.leads ? (
          <Form action="/site/figures" id={group.slug} values={group.shown ? { shown: 'on' } : {}}>
            <Hidden name="group" value={group.slug} />
            <Check name="shown" label={t.showTheseNumbersEveryone} />
            <Submit kind="primary">{t.save}</Submit>
          </Form>
        ) : (
          <p class="soft">{t.onlyWorkingGroupSeesThese({ shown: group.shown })}</p>
        )}
      </Section>
    ))}
  </>
)
