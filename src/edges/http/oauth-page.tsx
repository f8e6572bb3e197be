import { Heading, Note } from '../../lib/ui/parts.tsx'
import { textsOf } from '../../lib/ui/words.ts'

const t = textsOf('edges', 'oauth')

/** Says on a page that a program or site asked in a way that cannot be answered; what it says of itself is for who keeps it. */
export const AskedWrongly = ({ error, why }: { error: string; why: string }) => (
  <div class="stack">
    <Heading title={t.askedWrongly} lead={t.askedWronglyLead} />
    <Note>
      <code>{error}</code> {why}
    </Note>
    <p>{t.askedWronglyNext}</p>
  </div>
)
