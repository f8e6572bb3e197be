import type { Actor } from '../../actor.ts'
import { chooseThreadOf } from '../../archive/actions.ts'
import { Invalid } from '../../errors.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { insertOne, type Tx } from '../../lib/db/rows.ts'
import { formatDay, type Locale } from '../../lib/ui/format.ts'
import { ensurePerson } from '../../people/actions.ts'
import { findPerson } from '../../people/queries.ts'
import { dayIn, startOfDay } from '../../time.ts'
import { isBanned } from '../bans/queries.ts'
import { askToJoin, subscribe } from '../core/actions.ts'
import type { findPosters, MailList } from '../core/queries.ts'
import { listPageWords } from '../page-words.ts'
import { changeReceiving, chooseTopic, type ReceivingChange } from '../receiving/actions.ts'
import { getMine, listTopicChoices } from '../receiving/queries.ts'
import { whyNotJoin } from '../rules.ts'
import { countSubscribers, findCommandMail } from './queries.ts'
import { type Command, type CommandLine, isPauseMisread, readCommand, readThreadLine, threadLine } from './rules.ts'
import { commandWords, threadingWords } from './words.ts'

type Writer = ReturnType<Awaited<ReturnType<typeof findPosters>>['get']>

export interface Commander {
  email: string
  name: string
  /** As who is known at this address, if anybody is. */
  writer: Writer
  /** The mail is proven to come from the address. */
  proven: boolean
  /** What the mail answers and refers to, the nearest first. */
  answers: readonly string[]
}

/** These change what somebody receives, so anybody must not be able to send them in their name. */
type Setting = Extract<Command, { verb: 'receive' | 'pause' | 'own' | 'addressed' | 'topic' | 'topics' | 'thread' }>

const isSetting = (command: Command): command is Setting =>
  ['receive', 'pause', 'own', 'addressed', 'topic', 'topics', 'thread'].includes(command.verb)

/** A day that somebody wrote, from its first instant where they are. */
function dayOf(text: string, zone: string): Date {
  try {
    return startOfDay(text, zone)
  } catch {
    return new Date(Number.NaN)
  }
}

function changeOf(command: Setting, zone: string): ReceivingChange {
  if (command.verb === 'receive') return { receiving: command.receiving }
  if (command.verb === 'pause') return { pausedUntil: command.until === null ? null : dayOf(command.until, zone) }
  if (command.verb === 'own') return { ownPosts: command.on }
  if (command.verb === 'addressed') return { whenAddressed: command.on }
  return command.verb === 'topics' ? { onlyTopics: command.only } : {}
}

async function setOne(
  tx: Tx,
  actor: Actor,
  subscription: { id: number; listId: number; groupId: number },
  command: Setting,
): Promise<void> {
  if (command.verb === 'topic') await chooseTopic(tx, actor, subscription, command.topic, command.choice)
  else await changeReceiving(tx, actor, subscription.id, changeOf(command, actor.zone))
}

/** How it is now, where the command alone does not say it: `digest off` is every message. */
function nowOf(command: Setting, zone: string, locale: Locale): string | undefined {
  const words = commandWords(locale)
  if (command.verb === 'receive') return words.receiving[command.receiving]
  if (command.verb === 'own') return words.ownPosts({ on: command.on })
  if (command.verb === 'addressed') return words.whenAddressed({ on: command.on })
  if (command.verb === 'topics') return words.onlyTopics({ on: command.only })
  const { pausedUntil } = changeOf(command, zone)
  return pausedUntil ? words.pausedUntil({ day: formatDay({ locale }, dayIn(pausedUntil, zone)) }) : undefined
}

async function apply(
  tx: Tx,
  actor: Actor,
  subscription: { id: number; listId: number; groupId: number },
  command: Setting,
  locale: Locale,
): Promise<string> {
  if (command.verb === 'thread') {
    const { choice, messageIds } = command
    const found = await chooseThreadOf(tx, actor, subscription.listId, messageIds, choice ?? undefined)
    return found ? `${commandWords(locale).done} ${threadingWords(locale).chosen[choice ?? 'none']}` : commandWords(locale).noThread
  }
  try {
    await setOne(tx, actor, subscription, command)
    const now = nowOf(command, actor.zone, locale)
    return now ? `${commandWords(locale).done} ${now}.` : commandWords(locale).done
  } catch (error) {
    if (error instanceof Invalid) return commandWords(locale).badDay
    throw error
  }
}

async function join(tx: Tx, actor: Actor, list: MailList, { email, name, writer, proven }: Commander, locale: Locale): Promise<string> {
  const words = commandWords(locale)
  if (writer?.subscriptionId) return words.alreadyOn
  if (whyNotJoin(list)) return words.closed
  // Who is banned hears what everybody hears; nothing comes of it.
  if (await isBanned(tx, list.id, email, actor.at)) return words.asked
  if (list.joinPolicy === 'open' && list.archive !== 'group' && proven) {
    const person = await ensurePerson(tx, actor, { name, email, locale, verified: true })
    await subscribe(tx, { ...actor, personId: person.personId }, { listId: list.id, groupId: list.groupId, ...person })
    return words.joined
  }
  await askToJoin(tx, actor, list, { email, name, locale })
  return words.asked
}

/** How somebody receives a list, in a line each. */
async function describe(tx: Tx, actor: Actor, subscriptionId: number, locale: Locale): Promise<string> {
  const words = commandWords(locale)
  const mine = await getMine(tx, actor, subscriptionId)
  const topics = await listTopicChoices(tx, subscriptionId)
  const of = (choice: 'follow' | 'mute') =>
    topics
      .filter((one) => one.choice === choice)
      .map(({ topic }) => `#${topic}`)
      .join(', ')
  return [
    words.settings({ address: mine.email, receiving: words.receiving[mine.receiving] }),
    ...(mine.pausedUntil && mine.pausedUntil > actor.at
      ? [words.pausedUntil({ day: formatDay({ locale }, dayIn(mine.pausedUntil, actor.zone)) })]
      : []),
    words.ownPosts({ on: mine.ownPosts }),
    words.whenAddressed({ on: mine.whenAddressed }),
    words.onlyTopics({ on: mine.onlyTopics }),
    ...(of('follow') ? [words.follows({ topics: of('follow') })] : []),
    ...(of('mute') ? [words.mutes({ topics: of('mute') })] : []),
  ].join('\n  ')
}

interface Run {
  tx: Tx
  actor: Actor
  list: MailList
  from: Commander
  locale: Locale
  /** Settings that wait for a word of the member. */
  waiting: string[]
}

/** What anybody may ask. */
async function runOpen({ tx, actor, list, from, locale }: Run, command: Command): Promise<string | undefined> {
  const words = commandWords(locale)
  if (command.verb === 'subscribe') return join(tx, actor, list, from, locale)
  if (command.verb === 'help') {
    await enqueue(tx, 'list.help', { listId: list.id, email: from.email })
    return words.done
  }
  if (command.verb !== 'info') return undefined
  // Of a group's own list strangers know nothing but the address.
  if (list.archive === 'group' && !(from.writer?.subscriptionId && from.writer.reached)) return words.notOnList
  const subscribers = await countSubscribers(tx, list.id)
  return words.info({
    title: list.title,
    description: list.description,
    subscribers,
    policy: listPageWords(locale).policies[list.joinPolicy],
  })
}

/** Whoever a mail speaks for, where they are: a day that they name is theirs. */
async function subscriberOf(tx: Tx, actor: Actor, personId: number | null): Promise<Actor> {
  const person = personId === null ? undefined : await findPerson(tx, personId)
  return { ...actor, personId, ...(person ? { zone: person.home, zoneKnown: person.zone !== null } : {}) }
}

/** What a subscriber may ask. */
async function runOwn(run: Run, line: string, command: Command): Promise<string> {
  const { tx, actor, list, from, locale } = run
  const words = commandWords(locale)
  const id = from.writer?.subscriptionId
  if (!id) return words.notOnList
  const me = await subscriberOf(tx, actor, from.writer?.personId ?? null)
  if (command.verb === 'unsubscribe') {
    await enqueue(tx, 'list.confirmLeave', { listId: list.id, email: from.email, subscriptionId: id })
    return words.asked
  }
  if (!isSetting(command)) return describe(tx, me, id, locale)
  const whole = command.verb === 'thread' ? { ...command, messageIds: from.answers } : command
  if (from.proven) return apply(tx, me, { id, listId: list.id, groupId: list.groupId }, whole, locale)
  if (whole.verb === 'thread' && whole.messageIds.length === 0) return words.noThread
  run.waiting.push(whole.verb === 'thread' ? threadLine(whole.choice, whole.messageIds) : line)
  return words.asked
}

/**
 * Does what a mail to `-request` asks for, line by line, and answers with what became of each. Settings that come from a domain that
 * proves nothing wait for a word of the member; joining and leaving ask by a mail of their own, as everywhere.
 */
export async function runCommands(tx: Tx, actor: Actor, list: MailList, from: Commander, lines: CommandLine[]): Promise<void> {
  const locale = (from.writer?.locale ?? list.language) as Locale
  const run: Run = { tx, actor, list, from, locale, waiting: [] }
  const { asked, notUnderstood, pauseHow } = commandWords(locale)
  const results: string[] = []
  let toldElsewhere = 0
  for (const { line, command } of lines) {
    const result = command
      ? ((await runOpen(run, command)) ?? (await runOwn(run, line, command)))
      : isPauseMisread(line)
        ? pauseHow
        : notUnderstood
    if (command?.verb === 'help' || result === asked) toldElsewhere++
    results.push(`> ${line}\n  ${result}`)
  }
  const subscriptionId = from.writer?.subscriptionId
  if (run.waiting.length > 0 && subscriptionId) {
    const id = await insertOne(tx.insertInto('mailCommand'), { subscriptionId, commands: run.waiting, askedAt: actor.at })
    await enqueue(tx, 'list.confirmCommands', { commandId: id })
  }
  const misread = lines.some(({ command }) => !command)
  // The help, or the letter that asks for a word, says all that this one would.
  if (toldElsewhere < lines.length)
    await enqueue(tx, 'list.commandResults', { listId: list.id, email: from.email, results: results.join('\n'), misread })
}

/**
 * The member has said that the commands are theirs: they are done, once.
 * @returns what was asked; undefined where there is nothing to confirm
 */
export async function confirmCommands(tx: Tx, actor: Actor, commandId: number) {
  await tx.selectFrom('mailCommand').select('id').where('id', '=', commandId).forUpdate().execute()
  const asked = await findCommandMail(tx, commandId)
  if (!asked || asked.endedAt !== null) return undefined
  if (asked.doneAt !== null) return asked
  await tx.updateTable('mailCommand').set({ doneAt: actor.at }).where('id', '=', commandId).execute()
  const me = await subscriberOf(tx, actor, asked.personId)
  const subscription = { id: asked.subscriptionId, listId: asked.listId, groupId: asked.groupId }
  for (const line of asked.commands) {
    const command = readThreadLine(line) ?? readCommand(line, asked.list)
    if (command && isSetting(command)) await apply(tx, me, subscription, command, asked.locale as Locale)
  }
  return { ...asked, doneAt: actor.at }
}
