import { sayCadence, sayDay } from '../rules.ts'

/** What of a series people set, besides its days. */
export interface SeriesSettings {
  title: string
  kind?: string | undefined
  everyN: number
  everyUnit: 'week' | 'month'
  minutes: number
  zone: string
  place: string
  lastOn: string | null
  agendaDays: number
  silentDays: number
  quorumPercent: number
  public: boolean
  minutesListId?: number | null | undefined
}

const kinds: Partial<Record<string, string>> = {
  meeting: 'a meeting of the group',
  call: 'a conference call',
  conference: 'the annual conference',
}
const days = (n: number, none: string): string => (n === 0 ? none : `${n} ${n === 1 ? 'day' : 'days'}`)

/** Each setting with its name and how it is said. */
const said: [name: string, say: (series: SeriesSettings) => string][] = [
  ['Name', ({ title }) => title],
  ['Kind', ({ kind = 'meeting' }) => kinds[kind] ?? kind],
  ['How often', ({ everyN, everyUnit }) => sayCadence({ n: everyN, unit: everyUnit })],
  ['How long', ({ minutes }) => `${minutes} minutes`],
  ['Time zone', ({ zone }) => zone],
  ['Where', ({ place }) => place || 'nowhere said'],
  ['Last day', ({ lastOn }) => (lastOn === null ? 'until it is ended' : sayDay(Temporal.PlainDate.from(lastOn)))],
  ['Agenda goes out', ({ agendaDays }) => days(agendaDays, 'never')],
  ['Approved by silence after', ({ silentDays }) => days(silentDays, 'never')],
  ['Quorum', ({ quorumPercent }) => (quorumPercent === 0 ? 'none' : `${quorumPercent} %`)],
  ['The public sees it', (series) => (series.public ? 'yes' : 'no')],
  ['Approved minutes are mailed to a list', ({ minutesListId }) => (minutesListId ? 'yes' : 'no')],
]

/** What a change of a series changes besides its dates, in words: name, before, after. */
export const describeChanges = (before: SeriesSettings, after: SeriesSettings): [name: string, from: string, to: string][] =>
  said.flatMap(([name, say]): [string, string, string][] => (say(before) === say(after) ? [] : [[name, say(before), say(after)]]))
