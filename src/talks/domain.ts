import { figures } from '../figure.ts'
import { verbsOf } from '../lib/ui/history-words.ts'
import { textsOf } from '../lib/ui/words.ts'
import { type ActionsOf, type KindsOfLetters, type LettersOf, nameplate, type PayloadsOf } from '../nameplate.ts'
import type { DecidableOf, StillDue } from '../waiting.ts'
import { indexTalk } from './actions.ts'
import { talksApi } from './api.ts'
import { speakerPages } from './consent-pages.tsx'
import { talkConsequences } from './consequences.ts'
import { deciders } from './deciders.ts'
import { deskPages } from './desk-pages.tsx'
import { decided, proposed, recordingWithdrawn, tellSlots, turn } from './jobs.ts'
import { ProposeForm, proposeTalkForm, talkPages } from './pages.tsx'
import { listHappenings, named } from './public.ts'
import { chooseTalkGroup, countTalkStalls, listTalkPlaces } from './queries.ts'
import { sessionPages } from './sessions-pages.tsx'
import { speaksAt } from './slots-queries.ts'
import { listTalkTasks } from './today-queries.ts'

const jobs = {
  'talks.decided': decided,
  'talks.proposed': proposed,
  'talks.recordingWithdrawn': recordingWithdrawn,
  'talks.slots': tellSlots,
  'talks.turn': turn,
}

const verbs = verbsOf(textsOf('talks', 'history'))

const letters = {
  'talks.accepted': 'own',
  'talks.day': 'invitations',
  'talks.declined': 'own',
  'talks.proposed': 'talks',
  'talks.recording-withdrawn': 'talks',
  'talks.scheduled': 'own',
  'talks.slot': 'invitations',
  'talks.thanks': 'own',
  'talks.week': 'invitations',
  'talks.withdrawn': 'own',
} as const satisfies KindsOfLetters

declare module '../signed.ts' {
  interface Jobs extends PayloadsOf<typeof jobs> {}
  interface Actions extends ActionsOf<typeof verbs> {}
  interface Letters extends LettersOf<typeof letters> {}
  interface Decidable extends DecidableOf<typeof deciders> {}
}

const stillSpeaks: StillDue = (db, { id, at = '' }) => speaksAt(db, id, at)

export const talks = nameplate({
  name: 'talks',
  about: 'Show and Tell',
  consequences: talkConsequences,
  tables: ['talk', 'talk_chapter', 'talk_file', 'talk_speaker'],
  published: ['shared_talk'],
  deciders,
  letters,
  due: { 'talks.day': stillSpeaks, 'talks.week': stillSpeaks },
  offers: { listTalkPlaces },
  pages: [sessionPages, talkPages, deskPages, speakerPages],
  api: [talksApi],
  tools: [
    {
      drafts: 'draftTalk',
      about: 'A talk that its person could give; minutes is how long. Who may see it and its language are said by its person.',
      form: proposeTalkForm,
      fields: ProposeForm.pick({ title: true, abstract: true, minutes: true, group: true }),
      asks: { group: chooseTalkGroup },
    },
  ],
  jobs,
  schedule: { 'talks.turn': '14 * * * *' },
  finders: [{ kind: 'talk', table: 'talk', index: indexTalk }],
  verbs,
  figures: [
    figures(
      {
        talks_waiting: [
          'Talks: proposals undecided for a month, not turned two hours after their session, speakers who have not heard of a slot for an hour',
          'what',
        ],
      },
      async (db, at) => ({ talks_waiting: await countTalkStalls(db, at) }),
    ),
  ],
  happenings: listHappenings,
  waiting: [{ kind: 'meetings', list: listTalkTasks }],
  named,
})
