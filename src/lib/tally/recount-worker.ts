import type { Election } from './election.ts'
import { findVote, type Published, recount } from './recount.ts'

/** What the page asks: to count a bundle, or to find a vote in the one that was counted. */
type Asked = { bundle: ArrayBuffer; published: Published } | { receipt: string }

/** The worker in which a browser counts: the page stays at hand, and can end it. */
interface Scope {
  addEventListener(type: 'message', heard: (event: { data: Asked }) => void): void
  postMessage(message: object): void
}
const scope = globalThis as unknown as Scope

let counted: Election | undefined

scope.addEventListener('message', ({ data }) => {
  if ('receipt' in data) {
    scope.postMessage({ receipt: data.receipt, vote: counted && findVote(counted, data.receipt) })
    return
  }
  const { election, ...result } = recount(new Uint8Array(data.bundle), data.published, (stage, votes) =>
    scope.postMessage({ stage, votes }),
  )
  counted = election
  scope.postMessage({ result })
})
