import { program } from '../../actor.ts'
import { unseal } from '../../lib/sealed.ts'
import { keptOf } from '../../lib/ui/kept.ts'
import { inLanguage, unsaid } from '../../lib/ui/language.ts'
import { renderMarkdown } from '../../lib/ui/markdown.ts'
import type { TaskContext } from '../../task.ts'
import { listLines } from '../issues/queries.ts'
import { beginTry, endTry } from './actions.ts'
import { findSending } from './queries.ts'
import { whyNotContribute } from './rules.ts'
import { putDraft } from './wordpress.ts'

/** Puts one contribution into its WordPress. The site is asked outside of any transaction; a try is counted before it is made. */
export async function contribute(
  { contributionId }: { contributionId: number },
  { db, write, site, now, resolver, webhookNetworks = [] }: TaskContext,
): Promise<void> {
  const attempts = await write((tx) => beginTry(tx, contributionId, now()))
  const sending = attempts === undefined ? undefined : await findSending(db, contributionId)
  if (attempts === undefined || !sending) return
  const why = whyNotContribute({ ...sending, state: sending.thingState }, now())
  if (why) {
    const answer = keptOf('news', 'outlets')(why)
    return write((tx) => endTry(tx, program(now()), contributionId, attempts, { kind: 'failed', answer }))
  }
  const lines = sending.issueId === null ? [] : await listLines(db, sending.issueId, { printed: true })
  const markdown = [sending.text ?? sending.lead ?? '', ...lines.map(({ text }) => `- ${text}`)].join('\n\n')
  const content = String(renderMarkdown(markdown)).replaceAll(/(href|src)="\/(?!\/)/g, `$1="${site.baseUrl}/`)
  const { sealed } = sending
  const arrival =
    sealed === null
      ? ({ kind: 'failed', answer: keptOf('news', 'answers')('noPassword') } as const)
      : await inLanguage(unsaid, () =>
          putDraft(
            { url: sending.url, username: sending.username, password: unseal(site.secret, sealed) },
            { title: sending.title ?? sending.issueTitle ?? '', content, slug: `rapport-${contributionId}` },
            { tried: attempts > 1, outward: { resolver, allowed: webhookNetworks } },
          ),
        )
  await write((tx) => endTry(tx, program(now()), contributionId, attempts, arrival))
}
