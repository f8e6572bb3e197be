import type { Actor } from '../../../actor.ts'
import { namePilot } from '../../../advocacy/commitments/actions.ts'
import { setTracker } from '../../../advocacy/desk/demand-actions.ts'
import { sign } from '../../../advocacy/signing/actions.ts'
import { listWords } from '../../../advocacy/signing/queries.ts'
import type { Signing } from '../../../advocacy/signing/rules.ts'
import type { Tx } from '../../../lib/db/rows.ts'

const day = 86_400_000

interface Word {
  act: Signing
  note?: string
  fields?: Record<string, string>
}

/** Says something of one thing, some days after it was said and never in the future. */
async function say(tx: Tx, actor: Actor, kind: 'answer' | 'commitment', id: number, { act, note = '', fields = {} }: Word): Promise<void> {
  const words = await listWords(tx, kind === 'answer' ? { answerId: id } : { commitmentId: id })
  const last = words.at(-1)
  if (!last) return
  const then = { ...actor, at: new Date(Math.min(actor.at.getTime() - day, last.at.getTime() + 4 * day)) }
  await sign(tx, then, kind, id, { act, word: last.id, note, fields })
}

const ofPromises: (Word | undefined)[] = [
  { act: 'confirmed' },
  { act: 'confirmed' },
  { act: 'disputed', note: 'We agreed to look into it that year. No one has promised a release.' },
  { act: 'confirmed' },
  undefined,
  { act: 'confirmed' },
]

const ofAnswers: (Word | undefined)[] = [
  { act: 'confirmed' },
  { act: 'confirmed' },
  { act: 'confirmed' },
  { act: 'disputed', note: 'In the call of that week you said that the case is not rare. Please look at the user cases again.' },
  undefined,
]

/** What both sides have said of each other's words: most is confirmed, some disputed, and something always waits. */
export async function signDemo(tx: Tx, lead: Actor, guest: Actor, groupId: number): Promise<void> {
  const committed = tx.selectFrom('commitment').select(['id', 'points', 'year', 'state']).where('groupId', '=', groupId)
  const promises = await committed.orderBy('id').execute()
  for (const [i, { id, points, year, state }] of promises.entries()) {
    const word = ofPromises[i % ofPromises.length]
    if (word) await say(tx, guest, 'commitment', id, word)
    // One promise was taken down with too many points; the old number stays to be read.
    else if (state === 'committed') {
      const fields = { points: String(Math.max(1, points - 3)), year: String(year) }
      await say(tx, guest, 'commitment', id, { act: 'corrected', fields })
      await say(tx, lead, 'commitment', id, { act: 'confirmed' })
    }
  }
  const given = tx.selectFrom('answer').select('id').where('groupId', '=', groupId).where('givenBy', 'is not', null)
  const answers = await given.orderBy('id').execute()
  for (const [i, { id }] of answers.entries()) {
    const word = ofAnswers[i % ofAnswers.length]
    if (word) await say(tx, lead, 'answer', id, word)
  }
  await nameWork(tx, guest, promises.at(-1)?.id)
}

/** Two institutions try first what was promised last, and the vendor's tracker knows some requests. */
async function nameWork(tx: Tx, guest: Actor, commitmentId: number | undefined): Promise<void> {
  const sites = await tx.selectFrom('organisation').select('id').where('kind', '=', 'institution').orderBy('id').limit(2).execute()
  if (commitmentId !== undefined) for (const { id } of sites) await namePilot(tx, guest, commitmentId, id, true)
  const items = await tx.selectFrom('submissionItem').select(['submissionId', 'requestId']).orderBy('id', 'desc').limit(3).execute()
  for (const { submissionId, requestId } of items) {
    const number = `LEC-${1_200 + requestId}`
    await setTracker(tx, guest, submissionId, requestId, { number, link: `https://tracker.quillon.example/${number}` })
  }
}
