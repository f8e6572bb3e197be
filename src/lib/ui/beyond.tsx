import { chromeWords } from './chrome-words.ts'
import { Empty } from './parts.tsx'
import { useReader } from './reader.ts'

/**
 * A list ends before the page of it that an address asks for. The pager finds out while the page is written; what is then shown in the
 * place of the list leads back into it, since an empty list would say that there is nothing yet.
 */
export class BeyondList extends Error {
  override name = 'BeyondList'
  readonly href: string
  readonly page: number | undefined

  /**
   * @param href the last page of the list; where pages have no numbers, the first
   * @param page the number that was asked for, where pages have numbers
   */
  constructor(href: string, page?: number) {
    super('There is no such page of this list.')
    this.href = href
    this.page = page
  }
}

/** Says that the list ends before this page, and leads back into it. */
export function ListEnds({ href, page }: Pick<BeyondList, 'href' | 'page'>) {
  const words = chromeWords(useReader().locale)
  return (
    <Empty title={page === undefined ? words.noneOlder : words.noPage({ number: page })}>
      <a href={href}>{page === undefined ? words.toFirstPage : words.toLastPage}</a>
    </Empty>
  )
}
