import type { Logger } from 'pino'
import { Conflict } from '../../errors.ts'
import type { Database } from '../../lib/db/connect.ts'
import { type Ear, listen } from '../../lib/db/listen.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { answersChannel, answerTool, askCaller, type Caller, cancelCall, dropQuestions, takeAnswers } from '../../people/actions.ts'
import { questionLasts } from '../../people/queries.ts'

const t = textsOf('edges', 'http')

/** So many tools of this process wait for their callers at a time, whoever they are. */
const mostHere = 200
/** How often one looks whether an answer came of which nothing was heard, while the connection was away, in milliseconds. */
const lookEvery = 5_000

/** What a program is asked while its tool works. */
export interface Questions {
  /**
   * @param call that waits
   * @param heard gets the answer, once; undefined when the time is over
   * @returns by what an answer names the question
   * @throws Conflict where too many wait
   */
  ask(call: string, heard: (answer: string | undefined) => void): Promise<string>
  /** Its caller waits no more. */
  drop(id: string): Promise<void>
  /** Takes an answer, for whichever process waits. @returns false where none does */
  answer(id: string, said: string): Promise<boolean>
  /** Its caller has cancelled a call, in whichever process it waits. */
  cancel(call: string): Promise<void>
}

interface Waiter {
  heard(answer: string | undefined): void
  end: NodeJS.Timeout
}

/**
 * Where the tools of this process wait for what their callers answer. It listens while somebody waits, and holds nothing else.
 * @param url of the database itself: what stands between passes no notices on
 * @returns the questions of one caller, as of a moment
 */
export function questionsHere({ db, write }: Pick<Database, 'db' | 'write'>, url: string, log: Logger) {
  const waiting = new Map<string, Waiter>()
  let asking = 0
  let ear: Promise<Ear> | undefined
  let looking: NodeJS.Timeout | undefined

  const forget = (id: string): Waiter | undefined => {
    const waiter = waiting.get(id)
    clearTimeout(waiter?.end)
    waiting.delete(id)
    return waiter
  }

  /** Nobody waits any more: then nobody has to listen. */
  const rest = () => {
    if (waiting.size > 0 || asking > 0) return
    clearInterval(looking)
    ear?.then((one) => one.stop()).catch(() => {})
    ear = undefined
    looking = undefined
  }

  const take = async (ids: readonly string[]) => {
    if (ids.length === 0) return
    for (const [id, answer] of await takeAnswers(db, ids)) forget(id)?.heard(answer)
    rest()
  }
  const look = (ids: readonly string[]) => {
    take(ids).catch((err: unknown) => log.warn({ err }, 'an answer of an assistant could not be taken; looking again soon'))
  }

  const drop = async (id: string) => {
    if (!forget(id)) return
    rest()
    await dropQuestions(db, [id])
  }

  return (caller: Caller, at: Date): Questions => ({
    async ask(call, heard) {
      if (waiting.size + asking >= mostHere) throw new Conflict(t.tooManyToolsWait)
      asking++
      try {
        ear ??= listen(url, log, (id) => waiting.has(id) && look([id]), { name: 'rapport web', channel: answersChannel })
        looking ??= setInterval(() => look([...waiting.keys()]), lookEvery)
        await ear
        const id = await write((tx) => askCaller(tx, caller, call, at))
        const over = () => {
          heard(undefined)
          drop(id).catch((err: unknown) => log.warn({ err }, 'a question to an assistant stayed'))
        }
        waiting.set(id, { heard, end: setTimeout(over, questionLasts) })
        return id
      } finally {
        asking--
        rest()
      }
    },
    drop,
    answer: (id, said) => write((tx) => answerTool(tx, caller, id, said, at)),
    cancel: (call) => write((tx) => cancelCall(tx, caller, call)),
  })
}
