import { formatDay, formatShare, type Locale } from '../../lib/ui/format.ts'
import { wordsOf } from '../../lib/ui/words.ts'
import { zoneCity } from '../../lib/ui/zone-cities.ts'
import type { NewSeries } from '../core/series-actions.ts'
import { pageWords } from '../page-words.ts'
import { cadenceIn } from './cadence.ts'

const seriesWords = wordsOf('meetings', 'series')
const attendanceWords = wordsOf('meetings', 'attendance')

/** What of a series people set, besides its days. */
type SeriesSettings = Omit<NewSeries, 'hosts' | 'startsAt' | 'firstOn' | 'weekday' | 'nth'>

/** Each setting with its name and how it is said. */
function settingsIn(locale: Locale): [name: string, say: (series: SeriesSettings) => string][] {
  const words = seriesWords(locale)
  const { settings } = words
  const yesNo = (yes: boolean) => (yes ? words.yes : words.no)
  return [
    [settings.title, ({ title }) => title],
    [settings.kind, ({ kind = 'meeting' }) => attendanceWords(locale).kindWords[kind]],
    [settings.cadence, ({ everyN, everyUnit }) => cadenceIn(locale, { n: everyN, unit: everyUnit })],
    [settings.minutes, ({ minutes }) => pageWords(locale).minutesLong({ n: minutes })],
    [settings.zone, ({ zone }) => zoneCity(zone, locale)],
    [settings.place, ({ place }) => place || words.noPlace],
    [settings.lastOn, ({ lastOn }) => (lastOn === null ? words.noLastDay : formatDay({ locale }, lastOn))],
    [settings.agendaDays, ({ agendaDays }) => words.days({ count: agendaDays })],
    [settings.silentDays, ({ silentDays }) => words.days({ count: silentDays })],
    [settings.quorum, ({ quorumPercent }) => (quorumPercent === 0 ? words.noQuorum : formatShare(locale, quorumPercent / 100))],
    [settings.public, (series) => yesNo(series.public)],
    [settings.placeOpen, ({ placeOpen = false }) => yesNo(placeOpen)],
    [settings.list, ({ minutesListId }) => yesNo(Boolean(minutesListId))],
  ]
}

/** What a change of a series changes besides its dates, in words: name, before, after. */
export const describeChanges = (
  locale: Locale,
  before: SeriesSettings,
  after: SeriesSettings,
): [name: string, from: string, to: string][] =>
  settingsIn(locale).flatMap(([name, say]): [string, string, string][] =>
    say(before) === say(after) ? [] : [[name, say(before), say(after)]],
  )
