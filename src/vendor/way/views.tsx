import type { Station } from '../../ui/parts.tsx'
import { Day } from '../../ui/time.tsx'
import { classNames } from '../answers/rules.ts'
import { verdictNames } from '../commitments/rules.ts'
import { stationsOf, type Way, type WayStation } from '../rules.ts'

const plural = (value: number, one: string, many: string): string => `${value} ${value === 1 ? one : many}`

const committed: Record<NonNullable<Way['commitment']>['state'], string> = {
  committed: 'committed',
  delivered: 'delivered',
  dropped: 'dropped',
  carried: 'carried over',
}

const labels: Record<WayStation['key'], (way: Way) => Pick<Station, 'label' | 'detail'>> = {
  messages: ({ messages }) => ({ label: plural(messages, 'message', 'messages') }),
  cases: ({ cases }) => ({ label: plural(cases, 'user case', 'user cases') }),
  request: ({ request }) => ({ label: request.concern ? 'Concern' : 'Request' }),
  ballot: ({ ballot }) => ({ label: 'Ballot', detail: ballot?.detail }),
  handed: ({ handed }) => ({
    label: 'With the vendor',
    detail: handed && (
      <>
        since <Day on={handed.on} />
        {handed.late && (
          <>
            , late since <Day on={handed.dueOn} />
          </>
        )}
        {handed.asked && ', which asks the group'}
      </>
    ),
  }),
  answer: ({ answer }) => ({ label: answer ? classNames[answer.class] : 'Answer', detail: answer?.release && `for ${answer.release}` }),
  commitment: ({ commitment }) => ({
    label: commitment?.state === 'dropped' ? 'Dropped' : 'Commitment',
    detail: commitment && `${plural(commitment.points, 'point', 'points')} of ${commitment.year}, ${committed[commitment.state]}`,
  }),
  delivery: ({ delivery }) => ({
    label: delivery?.release ?? 'Release',
    detail: delivery && (delivery.verdict === null ? 'to be checked by the group' : verdictNames[delivery.verdict].toLowerCase()),
  }),
  told: ({ told }) => ({ label: 'Told back', detail: told && <Day on={told.on} /> }),
}

/** The stations of a request's way, for the chain. */
export const stationsFor = (way: Way): Station[] =>
  stationsOf(way).map(({ key, href, state }) => ({ ...labels[key](way), ...(href ? { href } : {}), state }))
