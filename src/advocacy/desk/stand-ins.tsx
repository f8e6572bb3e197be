import type { StandIn } from '../../groups/queries.ts'
import { Field, Hidden, optionsById, Select } from '../../lib/ui/form.tsx'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { FormFold, Note, PostButton, Section, Submit } from '../../lib/ui/parts.tsx'
import { Day } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'

const t = textsOf('advocacy', 'standIns')

const isOn = ({ fromOn }: StandIn, today: string): boolean => (fromOn ?? '') <= today

/** Who is away today, and who gets their emails meanwhile: for who asks them. */
export function AwayNotes({ standIns, today }: { standIns: readonly StandIn[]; today: string }) {
  const away = standIns.filter((one) => isOn(one, today))
  if (away.length === 0) return null
  return (
    <Note>
      {away.map((one) => (
        <p>{t.isAway({ guest: one.away, standIn: one.name, day: <Day on={one.toOn ?? today} /> })}</p>
      ))}
    </Note>
  )
}

/** From when until when somebody stands in. */
const Period = ({ one }: { one: StandIn }) => <>{t.period({ first: <Day on={one.fromOn ?? ''} />, last: <Day on={one.toOn ?? ''} /> })}</>

/** Who stands in for the guests of a group, for who leads it. */
export const StandInsOf = ({ standIns, group }: { standIns: readonly StandIn[]; group: string }) =>
  standIns.length === 0 ? null : (
    <Things label={t.standIns} of={standIns}>
      {(one) => (
        <Thing
          title={t.standsInFor({ standIn: one.name, guest: one.away })}
          meta={<Period one={one} />}
          act={
            <PostButton
              kind="quiet"
              action={`/desk/guests/${one.id}/end`}
              fields={{ group }}
              label={t.endOf({ name: one.name })}
              text={t.end}
            />
          }
        />
      )}
    </Things>
  )

/** What a guest sees of it on their own page, and can say. */
export interface OwnAway {
  personId: number
  /** Those of the group, from today on. */
  standIns: readonly StandIn[]
  /** Who can stand in for them; undefined for who only stands in for somebody. */
  colleagues: { id: number; name: string }[] | undefined
  today: string
}

/** A guest who is away names a colleague, or asks the group to invite one; who stands in for somebody reads for whom. */
export function AwaySection({ group, asks, own }: { group: string; asks: boolean; own: OwnAway }) {
  const { personId, standIns, colleagues, today } = own
  const mine = standIns.filter(({ awayId }) => awayId === personId)
  const theirs = standIns.filter((one) => one.personId === personId && isOn(one, today))
  return (
    <>
      {theirs.map((one) => (
        <Note>{t.youStandIn({ guest: one.away, day: <Day on={one.toOn ?? today} /> })}</Note>
      ))}
      {colleagues && (
        <Section title={t.title} id="away">
          <p class="soft">{t.lead}</p>
          {mine.length > 0 && (
            <Things label={t.standIns} of={mine}>
              {(one) => (
                <Thing
                  title={one.name}
                  meta={<Period one={one} />}
                  act={
                    <PostButton
                      kind="quiet"
                      action={`/desk/stand-ins/${one.id}/end`}
                      fields={{ group }}
                      label={t.endOf({ name: one.name })}
                      text={t.end}
                    />
                  }
                />
              )}
            </Things>
          )}
          {colleagues.length > 0 && (
            <FormFold title={t.name} id="stand-in" action="/desk/stand-ins" values={{ fromOn: today }} label={t.name}>
              <Hidden name="group" value={group} />
              <Select name="personId" label={t.standIn} options={optionsById(colleagues)} />
              <AwayDays />
              <Submit>{t.name}</Submit>
            </FormFold>
          )}
          {asks && (
            <FormFold title={t.ask} id="stand-in-asked" action="/desk/stand-ins/ask" values={{ fromOn: today }} label={t.ask}>
              <Hidden name="group" value={group} />
              <Field name="name" label={t.theirName} maxlength={200} autocomplete="off" />
              <Field name="email" type="email" label={t.theirEmail} maxlength={254} autocomplete="off" />
              <AwayDays />
              <Submit>{t.ask}</Submit>
            </FormFold>
          )}
        </Section>
      )}
    </>
  )
}

/** The days on which somebody stands in. */
export const AwayDays = () => (
  <>
    <Field name="fromOn" type="date" label={t.first} short />
    <Field name="toOn" type="date" label={t.last} short />
  </>
)
