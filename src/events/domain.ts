import { figures } from '../figure.ts'
import { verbsOf } from '../lib/ui/history-words.ts'
import { textsOf } from '../lib/ui/words.ts'
import { type ActionsOf, type KindsOfLetters, type LettersOf, nameplate, type PayloadsOf } from '../nameplate.ts'
import type { DecidableOf } from '../waiting.ts'
import { indexEvent } from './actions.ts'
import { eventsApi } from './api.ts'
import { arrangingPages } from './arranging-pages.tsx'
import { callPages, ProposalBody, proposeForEventForm } from './call-pages.tsx'
import { eventConsequences } from './consequences.ts'
import { deciders } from './deciders.ts'
import { cancelled, decided, gap, invite, keepUp, moved, placed, removed } from './jobs.ts'
import { eventPages } from './pages.tsx'
import { eventPeoplePages } from './people-pages.tsx'
import { listHappenings, named } from './public.ts'
import { countEventStalls } from './queries.ts'
import { eventSessionPages } from './sessions-pages.tsx'
import { listEventTasks } from './today-queries.ts'

const jobs = {
  'events.cancelled': cancelled,
  'events.decided': decided,
  'events.gap': gap,
  'events.invite': invite,
  'events.keepUp': keepUp,
  'events.moved': moved,
  'events.placed': placed,
  'events.removed': removed,
}

const verbs = verbsOf(textsOf('events', 'history'))

const letters = {
  'events.accepted': 'own',
  'events.cancelled': 'invitations',
  'events.declined': 'own',
  'events.expected': 'invitations',
  'events.gap': 'talks',
  'events.moved': 'invitations',
  'events.placed': 'own',
  'events.removed': 'own',
  'events.waiting': 'own',
} as const satisfies KindsOfLetters

declare module '../signed.ts' {
  interface Jobs extends PayloadsOf<typeof jobs> {}
  interface Actions extends ActionsOf<typeof verbs> {}
  interface Letters extends LettersOf<typeof letters> {}
  interface Decidable extends DecidableOf<typeof deciders> {}
}

export const events = nameplate({
  name: 'events',
  about: 'Conferences and meetings with the vendor',
  consequences: eventConsequences,
  tables: [
    'event',
    'event_host',
    'event_participation',
    'event_proposal',
    'event_review',
    'event_session',
    'event_session_file',
    'event_session_speaker',
  ],
  published: ['shared_event'],
  deciders,
  letters,
  pages: [arrangingPages, eventPages, eventPeoplePages, eventSessionPages, callPages],
  api: [eventsApi],
  tools: [
    { reads: 'listEvents', page: '/events', item: '/events/{slug}' },
    { reads: 'getEvent', page: '/events/{event}' },
    {
      drafts: 'draftProposal',
      about: 'A proposal for the programme of an event whose call is open.',
      form: proposeForEventForm,
      fields: ProposalBody,
    },
  ],
  jobs,
  schedule: { 'events.keepUp': '31 6 * * *' },
  finders: [{ kind: 'event', table: 'event', index: indexEvent }],
  verbs,
  figures: [
    figures(
      {
        events_waiting: [
          'Events: people expected who have not heard of it for an hour, proposals not decided or told a month after their call',
          'what',
        ],
      },
      async (db, at) => ({ events_waiting: await countEventStalls(db, at) }),
    ),
  ],
  happenings: listHappenings,
  waiting: [{ kind: 'meetings', list: listEventTasks }],
  named,
})
