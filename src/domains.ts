import { advocacy } from './advocacy/domain.ts'
import { archive } from './archive/domain.ts'
import { ballots } from './ballots/domain.ts'
import { charter } from './charter/domain.ts'
import { correspondence } from './correspondence/domain.ts'
import { documents } from './documents/domain.ts'
import { events } from './events/domain.ts'
import { files } from './files/domain.ts'
import { groups } from './groups/domain.ts'
import { imports } from './imports/domain.ts'
import { journal } from './journal/domain.ts'
import { list } from './list/domain.ts'
import { meetings } from './meetings/domain.ts'
import type { Nameplate } from './nameplate.ts'
import { news } from './news/domain.ts'
import { operations } from './operations/domain.ts'
import { outbox } from './outbox/domain.ts'
import { people } from './people/domain.ts'
import { privacy } from './privacy/domain.ts'
import { reports } from './reports/domain.ts'
import { requests } from './requests/domain.ts'
import { search } from './search/domain.ts'
import { talks } from './talks/domain.ts'
import { today } from './today/domain.ts'
import { webhooks } from './webhooks/domain.ts'
import { website } from './website/domain.ts'

/** The domains, lowest first: one may use those before it. The order of .dependency-cruiser.cjs is this one. */
export const domains: readonly Nameplate[] = [
  journal,
  search,
  archive,
  outbox,
  people,
  groups,
  files,
  list,
  documents,
  requests,
  charter,
  ballots,
  meetings,
  advocacy,
  talks,
  events,
  correspondence,
  news,
  reports,
  privacy,
  webhooks,
  imports,
  operations,
  website,
  today,
]
