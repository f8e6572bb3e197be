import { Strip } from '../lib/ui/figures.tsx'
import { Listing, Thing } from '../lib/ui/lists.tsx'
import { Button, Empty, Titled, ToSettings } from '../lib/ui/parts.tsx'
import { Day } from '../lib/ui/time.tsx'
import { textsOf } from '../lib/ui/words.ts'
import type { listOwnNoted } from '../meetings/queries.ts'
import { countNoted } from '../meetings/rules.ts'
import type { listAffiliationsOf, listServiceOf } from '../people/queries.ts'
import { roleNames } from '../people/rules.ts'
import { dayIn } from '../time.ts'

const t = textsOf('reports', 'service')

interface TermProps {
  fromOn: string | null
  toOn: string | null
  byYear?: boolean
  toUnknown?: boolean
}

/** Days, or years where no more is known. */
const Term = ({ fromOn, toOn, byYear, toUnknown }: TermProps) => (
  <>
    {byYear || toUnknown
      ? `${fromOn?.slice(0, byYear ? 4 : 10) ?? '?'}–${toUnknown ? '?' : (toOn?.slice(0, 4) ?? '')}`
      : fromOn
        ? t.from({ day: <Day on={fromOn} /> })
        : t.unknownStart}
    {toOn && !byYear && !toUnknown && <> {t.to({ day: <Day on={toOn} /> })}</>}
  </>
)

type Service = Awaited<ReturnType<typeof listServiceOf>>

/** What somebody is or was, and where. */
const called = ({ standIn, role, title, group, community }: Service[number]): string =>
  [standIn ? t.standIn({ role: roleNames[role] }) : (title ?? roleNames[role]), group ?? community].filter(Boolean).join(', ')

const attendedMoods = { present: 'full', late: 'full', apologies: 'half', absent: 'none' } as const

function shareWords(noted: Awaited<ReturnType<typeof listOwnNoted>>): string {
  const { attended, expected, unnoted, excused } = countNoted(noted)
  const said = t.ofExpected2PluralOneOther({ attended, expected: expected - unnoted })
  return excused > 0 ? `${said}, ${t.excused({ excused })}` : said
}

/** What a person has been here, and where they worked. */
export function ServicePage(props: {
  name: string
  service: Service
  affiliations: Awaited<ReturnType<typeof listAffiliationsOf>>
  noted: Awaited<ReturnType<typeof listOwnNoted>>
  /** Terms of theirs that they give up by themselves, on a page of their own. */
  offices: ReadonlySet<number>
}) {
  const { name, service, affiliations, noted, offices } = props
  return (
    <Titled
      title={t.myServiceRecord}
      meta={<ToSettings />}
      lead={t.rolesMeetingsInstitutions({ name })}
      actions={<Button href="/me/record.pdf">{t.downloadCertificatePdf}</Button>}
    >
      <Listing title={t.roles} none={<Empty title={t.noRolesYet} />}>
        {service.map((one) => (
          <Thing
            title={called(one)}
            meta={
              <>
                <Term fromOn={one.fromOn} toOn={one.toOn} byYear={one.byYear} toUnknown={one.toUnknown} />
                {one.organisation && ` · ${one.organisation}`}
              </>
            }
            act={
              offices.has(one.id) && (
                <Button href={`/me/offices/${one.id}/step-down`} label={t.stepDownAs({ role: called(one) })}>
                  {t.stepDown}
                </Button>
              )
            }
          />
        ))}
      </Listing>
      {noted.length > 0 && (
        <Listing title={t.meetings} aside={shareWords(noted)} label={t.meetingsByYear}>
          {[...Map.groupBy(noted, ({ startsAt, meetingZone }) => dayIn(startsAt, meetingZone).slice(0, 4))]
            .toReversed()
            .map(([year, own]) => (
              <Thing
                title={year}
                meta={shareWords(own)}
                act={
                  <Strip
                    marks={own.map(({ attendance, title, startsAt, meetingZone }) => ({
                      mood: attendance === null ? 'gap' : attendedMoods[attendance],
                      title: `${dayIn(startsAt, meetingZone)} ${title}`,
                    }))}
                    label={shareWords(own)}
                  />
                }
              />
            ))}
        </Listing>
      )}
      <Listing title={t.institutions} none={<Empty title={t.noInstitutionsYet} />}>
        {affiliations.map((one) => (
          <Thing title={one.organisation} meta={<Term fromOn={one.fromOn} toOn={one.toOn} />} />
        ))}
      </Listing>
    </Titled>
  )
}
