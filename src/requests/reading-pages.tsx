import * as z from 'zod'
import { AlikeLine } from '../lib/ui/alike.tsx'
import { shorten } from '../lib/ui/excerpt.ts'
import { formatShare } from '../lib/ui/format.ts'
import { readForm } from '../lib/ui/forms.ts'
import { languageNow } from '../lib/ui/language.ts'
import { NumberedPager, Table } from '../lib/ui/lists.tsx'
import { Button, Empty, Heading, PostButton, Section } from '../lib/ui/parts.tsx'
import { messagePath, threadPath } from '../lib/ui/paths.ts'
import { MailText } from '../lib/ui/text.tsx'
import { Time } from '../lib/ui/time.tsx'
import { act, bodyOf, done, idOf, pageOf, pages } from '../lib/ui/web.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { excerptOf, titleFrom } from './cases/excerpt.ts'
import { getCollatedGroup, type RequestGroup } from './core/queries.ts'
import { askedGroup } from './group-choice.tsx'
import { casePath } from './parts.tsx'
import { decideSuggestion } from './reading-actions.ts'
import { getJudgedMessage, listLearnt, listSuggestions } from './reading-queries.ts'
import { type Sign, weightOf } from './reading-rules.ts'
import { findSimilar, type SimilarRequest } from './similar-queries.ts'
import { alikeThings } from './similar-rules.ts'
import { RequestTabs } from './views.tsx'

const t = textsOf('requests', 'reading')

const VerdictForm = z.object({ verdict: z.enum(['yes', 'no']) })

const signNames: Record<Sign['kind'], string> = t.signNames

const inWords = (signs: Sign[]): string =>
  signs.map(({ kind, words }) => `${signNames[kind]} (${words.map((word) => `“${word}”`).join(', ')})`).join('; ')

function QueuePage(props: {
  group: RequestGroup
  found: Awaited<ReturnType<typeof listSuggestions>>
  similar: SimilarRequest[][]
  learnt: Awaited<ReturnType<typeof listLearnt>>
  page: number
}) {
  const { group, found, similar, learnt, page } = props
  return (
    <>
      <Heading title={t.possibleUserCases} lead={t.messagesAskSomethingReport}>
        <RequestTabs group={group} current="/cases/queue" />
      </Heading>
      {found.total === 0 ? (
        <Empty title={t.nothingWaits}>{t.newMessagesMightUserCases}</Empty>
      ) : (
        <Section title={t.message({ total: found.total })}>
          {found.suggestions.map((one, at) => {
            const own = excerptOf(one.text)
            const signs = one.reasons as unknown as Sign[]
            const likes = similar[at] ?? []
            return (
              <article class="letter plain" id={`m${one.id}`}>
                <div class="stack">
                  <h3>
                    <a href={messagePath(one.list, one.messageId, one.variant)}>{titleFrom(one.subject)}</a>
                  </h3>
                  <p class="meta">
                    {one.fromName}, <Time at={one.sentAt} style="date" /> ·{' '}
                    <a href={threadPath(one.list, one.messageId)}>{one.listTitle}</a>
                  </p>
                  <MailText text={shorten(own, 900)} addresses="hidden" />
                  <p class="meta">{t.likely({ share: formatShare(languageNow(), one.score), why: inWords(signs) })}</p>
                  {alikeThings(likes).map((thing) => (
                    <AlikeLine thing={thing} />
                  ))}
                  <div class="row">
                    <Button
                      href={`/cases/capture?message=${one.id}`}
                      label={t.itIsOne({ title: titleFrom(one.subject) })}
                      text={t.itIsOne2}
                    />
                    <PostButton
                      action={`/cases/queue/${one.id}/verdict`}
                      fields={{ verdict: 'no' }}
                      label={t.itIsNone({ title: titleFrom(one.subject) })}
                      text={t.notAUserCase}
                    />
                  </div>
                </div>
              </article>
            )
          })}
          <NumberedPager current={page} count={found.pages} hrefFor={(to) => `/cases/queue?page=${to}`} />
        </Section>
      )}
      <Section title={t.learnedWords} aside={learnt.counts.map(({ list, yes, no }) => t.yesNo({ list, yes, no })).join(' · ')}>
        {learnt.words.length === 0 ? (
          <p class="meta">{t.wordCountsAfterAppearsThree}</p>
        ) : (
          <Table
            caption={t.wordsDecisionsMessagesThem}
            columns={[
              { label: t.word },
              { label: t.list },
              { label: t.yes, numeric: true },
              { label: t.no, numeric: true },
              { label: t.speaks },
            ]}
            rows={learnt.words.map(({ word, list, yes, no }) => {
              const total = learnt.counts.find((one) => one.list === list) ?? { yes: 0, no: 0 }
              return [word, list, yes, no, weightOf({ yes, no }, total) > 0 ? t.inFavour : t.against]
            })}
          />
        )}
      </Section>
      <p>
        <Button kind="quiet" href="/cases?state=draft" text={t.viewDraftUserCases} />
      </p>
    </>
  )
}

export const readingPages = pages()
  .get('/cases/queue', async (c) => {
    const { db, actor } = c.var
    const group = await getCollatedGroup(db, actor, askedGroup(c))
    const page = pageOf(c)
    const [found, learnt] = await Promise.all([listSuggestions(db, group.id, { page }), listLearnt(db, group.id)])
    const similar: SimilarRequest[][] = []
    for (const one of found.suggestions)
      similar.push(
        await findSimilar(
          db,
          actor,
          group.id,
          { title: titleFrom(one.subject), text: one.text, mail: true, threads: [one.threadId] },
          { limit: 2, of: { kind: 'message', id: one.id } },
        ),
      )
    return c.var.page(t.possibleUserCases2, <QueuePage {...{ group, found, similar, learnt, page }} />)
  })
  .post('/cases/queue/:message/verdict', act('work', 'classifyMessage', 'Say whether a message is a user case', VerdictForm), async (c) => {
    const { db, actor, write } = c.var
    const message = await getJudgedMessage(db, actor, idOf(c, 'message'))
    const { verdict } = readForm(VerdictForm, await bodyOf(c))
    const captured = await write((tx) => decideSuggestion(tx, actor, message.id, verdict === 'yes'))
    return captured
      ? done(c, `${casePath(captured.caseId)}/edit`, captured.known ? t.messageAlreadyHasUserCase : t.made)
      : done(c, '/cases/queue', t.answerSavedNotUserCase)
  })
