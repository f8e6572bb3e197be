import { readFileBytes } from '../files/queries.ts'
import { enqueue } from '../lib/db/enqueue.ts'
import { largestRead, readWithin } from '../lib/reading/within.ts'
import { keptOf } from '../lib/ui/kept.ts'
import { sendLetter } from '../outbox/actions.ts'
import type { TaskContext } from '../task.ts'
import { utcDay } from '../time.ts'
import { noteWords } from './actions.ts'
import { markReviewTold } from './keeping-actions.ts'
import { reviewsDue } from './mails.ts'
import { findUnread, listKeepers, listToRemind } from './queries.ts'
import { decideReminder } from './rules.ts'

const reasons = keptOf('documents', 'reasons')

const minute = 60_000

/** Reads the words of a file that somebody brought; what waits for the virus scanner waits here too. */
export async function read({ versionId }: { versionId: number }, { db, write, now }: TaskContext): Promise<void> {
  const file = await findUnread(db, versionId)
  if (!file) return
  if (file.scan === 'waiting')
    return write((tx) =>
      enqueue(tx, 'documents.read', { versionId }, { key: `documents.read:${versionId}`, runAt: new Date(now().getTime() + minute) }),
    )
  if (file.scan === 'infected') return write((tx) => noteWords(tx, versionId, { words: '', note: reasons('infected') }))
  const found =
    file.size > largestRead
      ? { words: '', note: keptOf('lib', 'reading')('notRead', { mb: largestRead / 1024 ** 2 }) }
      : await readWithin(Buffer.concat(await Array.fromAsync(readFileBytes(db, file.fileId))), file.type)
  await write((tx) => noteWords(tx, versionId, found))
}

interface Reminded {
  id: number
  slug: string
  title: string
  reviewOn: string
}

/** Reminds today's holders of a role of reviews: 60 days before, 30 days before, and on the day; one letter a person. */
export async function remindReviews(_: object, { write, site, now }: TaskContext): Promise<void> {
  const at = now()
  const today = utcDay(at)
  await write(async (tx) => {
    const letters = new Map<number, { to: Awaited<ReturnType<typeof listKeepers>>[number]; due: Reminded[] }>()
    const told: { id: number; days: number }[] = []
    for (const document of await listToRemind(tx, today)) {
      const days = decideReminder(document.reviewOn, document.reviewTold, today)
      if (days === undefined) continue
      for (const keeper of await listKeepers(tx, document, at)) {
        const letter = letters.get(keeper.id) ?? { to: keeper, due: [] }
        letter.due.push(document)
        letters.set(keeper.id, letter)
      }
      told.push({ id: document.id, days })
    }
    await markReviewTold(tx, told)
    for (const { to, due } of letters.values()) await sendLetter(tx, site, at, reviewsDue(to, due, { today, baseUrl: site.baseUrl }))
  })
}
