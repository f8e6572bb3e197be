import type { World } from './world.ts'

/** What the addresses of meetings are asked of; made by {@link openMeetings}. */
export const made = { decision: 0, line: 0, item: 0, correction: 0, slot: 0, quiet: 0 }

const day = (title: string, on: string) => ({
  title,
  day: on,
  time: '10:00',
  minutes: '60',
  zone: 'Europe/Lisbon',
  place: 'https://meet.example/room',
  quorumPercent: '50',
})

/**
 * Carla arranges, in the name of the group: a public meeting (2026-12-10) with an item, a line and a decision; one that the group keeps to
 * itself (2026-12-11), one to cancel (2026-12-12), one whose minutes wait (2026-12-13), a series (`regular`) and a date poll (`extra`).
 */
export async function openMeetings(world: World): Promise<void> {
  const carla = await world.as(world.carla)
  const post = async (path: string, form: Record<string, string> = {}) => {
    const answer = await carla.post(path, form)
    if (answer.status !== 303) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  }
  const hosts = `g${world.group.groupId}`
  await post('/meetings', { ...day('December meeting', '2026-12-10'), hosts, public: 'on' })
  await post('/meetings', { ...day('Between us', '2026-12-11'), hosts })
  await post('/meetings', { ...day('Off', '2026-12-12'), hosts, public: 'on' })
  await post('/meetings', { ...day('Written', '2026-12-13'), hosts, public: 'on' })
  await post('/meetings/2026-12-10/agenda', { title: 'Rollover', minutes: '20' })
  for (const text of ['We decide.', 'We act.']) await post('/meetings/2026-12-10/lines', { key: crypto.randomUUID(), text, version: '0' })
  const lines = await world.db.selectFrom('minuteLine').select('id').orderBy('id').execute()
  await post(`/meetings/2026-12-10/lines/${lines[0]?.id}/decision`)
  await post('/meetings/2026-12-13/lines', { key: crypto.randomUUID(), text: 'Said.', version: '0' })
  await post('/meetings/2026-12-13/minutes/circulate')
  await post('/meetings/2026-12-13/corrections', { text: 'It was Tuesday.' })
  await post('/series', {
    title: 'Regular',
    hosts,
    cadence: 'every 2 months',
    weekday: '5',
    nth: '4',
    time: '10:00',
    minutes: '60',
    zone: 'Europe/Lisbon',
    firstOn: '2027-01-01',
    agendaDays: '7',
    silentDays: '14',
    quorumPercent: '0',
    public: 'on',
  })
  const slots = '2026-11-18 10:00\n2026-11-19 08:30'
  await post('/polls', { title: 'Extra', hosts, zone: 'Europe/Lisbon', minutes: '30', closesOn: '2026-10-20', slots })
  const first = async (table: 'decision' | 'agendaItem' | 'minutesCorrection' | 'datePollSlot') =>
    (await world.db.selectFrom(table).select('id').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()).id
  made.decision = await first('decision')
  made.item = await first('agendaItem')
  made.correction = await first('minutesCorrection')
  made.slot = await first('datePollSlot')
  made.line = lines[1]?.id ?? 0
  await world.settle()
}
