import { figures } from '../figure.ts'
import { verbsOf } from '../lib/ui/history-words.ts'
import { textsOf } from '../lib/ui/words.ts'
import { type ActionsOf, type KindsOfLetters, type LettersOf, nameplate, type PayloadsOf } from '../nameplate.ts'
import type { DecidableOf } from '../waiting.ts'
import { answers } from './answers.ts'
import { ballotsApi } from './api.ts'
import { calledOff, preparedAnew } from './calling-off/jobs.ts'
import { callingOffPages } from './calling-off/pages.tsx'
import { ballotConsequences } from './consequences.ts'
import { isVoteMissing } from './core/queries.ts'
import { phaseOpened } from './cycles/jobs.ts'
import { cyclePages } from './cycles/pages.tsx'
import { listWaysForward } from './cycles/queries.ts'
import { deciders } from './deciders.ts'
import { nominated, seatOffered } from './elections/jobs.ts'
import { electionPages } from './elections/pages.tsx'
import { extended } from './extended-jobs.ts'
import { castAgain, counted, opened, turn } from './jobs.ts'
import { objected } from './motions/jobs.ts'
import { motionPages } from './motions/pages.tsx'
import { alarm } from './overdue-jobs.ts'
import { countBallotStalls } from './overdue-queries.ts'
import { ballotPages } from './pages.tsx'
import { castNotice, innerPoll, mailRefused, pollOver, receipt } from './papers/jobs.ts'
import { paperPages } from './papers/pages.tsx'
import { listHappenings, named } from './public.ts'
import { rankingPages } from './ranking/pages.tsx'
import { resultPages } from './results/pages.tsx'
import { indexBallot, indexCycle, indexWish } from './search-actions.ts'
import { alikePages } from './similar/pages.tsx'
import { listTasks } from './tasks-queries.ts'
import { rewordAsked, wishDecided } from './wishes/jobs.ts'
import { RewordForm, rewordForm, wishPages } from './wishes/pages.tsx'

const jobs = {
  'ballots.calledOff': calledOff,
  'ballots.castAgain': castAgain,
  'ballots.castNotice': castNotice,
  'ballots.counted': counted,
  'ballots.extended': extended,
  'ballots.innerPoll': innerPoll,
  'ballots.mailRefused': mailRefused,
  'ballots.nominated': nominated,
  'ballots.objection': objected,
  'ballots.opened': opened,
  'ballots.phaseOpened': phaseOpened,
  'ballots.pollOver': pollOver,
  'ballots.preparedAnew': preparedAnew,
  'ballots.receipt': receipt,
  'ballots.rewordAsked': rewordAsked,
  'ballots.seatOffered': seatOffered,
  'ballots.alarm': alarm,
  'ballots.turn': turn,
  'ballots.wishDecided': wishDecided,
}

const verbs = verbsOf(textsOf('ballots', 'history'))

const letters = {
  'ballots.again': 'votes',
  'ballots.alarm': 'operation',
  'ballots.anew': 'votes',
  'ballots.called-off': 'votes',
  'ballots.cast': 'own',
  'ballots.costs': 'votes',
  'ballots.counted': 'ballots',
  'ballots.elected': 'ballots',
  'ballots.extended': 'votes',
  'ballots.nominated': 'votes',
  'ballots.objection': 'ballots',
  'ballots.offered': 'questions',
  'ballots.opened': 'openings',
  'ballots.poll': 'votes',
  'ballots.poll-over': 'ballots',
  'ballots.receipt': 'own',
  'ballots.referent': 'questions',
  'ballots.refused': 'own',
  'ballots.remind': 'reminders',
  'ballots.reword': 'votes',
  'ballots.stuck': 'ballots',
  'ballots.submission': 'ballots',
  'ballots.wish': 'ballots',
} as const satisfies KindsOfLetters

declare module '../signed.ts' {
  interface Jobs extends PayloadsOf<typeof jobs> {}
  interface Actions extends ActionsOf<typeof verbs> {}
  interface Letters extends LettersOf<typeof letters> {}
  interface Decidable extends DecidableOf<typeof deciders> {}
}

export const ballots = nameplate({
  name: 'ballots',
  about: 'Cycles, ballots, papers, results',
  consequences: ballotConsequences,
  tables: [
    'ballot',
    'ballot_extension',
    'ballot_host',
    'ballot_key',
    'ballot_mail',
    'ballot_notice',
    'ballot_option',
    'ballot_result',
    'consortium_choice',
    'cycle',
    'cycle_host',
    'cycle_phase',
    'inner_poll',
    'nomination',
    'objection',
    'organisation_area',
    'organisation_size',
    'paper',
    'paper_draft',
    'paper_refusal',
    'published_paper',
    'referent_ask',
    'rewording',
    'seat_offer',
    'voice',
    'voter',
    'wish',
    'wish_unlike',
  ],
  published: ['shared_ballot', 'shared_ballot_option'],
  deciders,
  letters,
  due: { 'ballots.opened': (db, { id }) => isVoteMissing(db, id), 'ballots.remind': (db, { id }) => isVoteMissing(db, id) },
  pages: [
    cyclePages,
    wishPages,
    alikePages,
    rankingPages,
    ballotPages,
    callingOffPages,
    paperPages,
    resultPages,
    electionPages,
    motionPages,
  ],
  api: [ballotsApi],
  tools: [
    { reads: 'listBallots', page: '/ballots', item: '/ballots/{id}' },
    { reads: 'getBallot', page: '/ballots/{ballot}' },
    { reads: 'getBallotResults', page: '/ballots/{ballot}/results' },
    {
      drafts: 'draftWording',
      about: 'Clearer words for a request of a cycle; its author says yes or no to them.',
      form: rewordForm,
      fields: RewordForm,
    },
  ],
  jobs,
  schedule: { 'ballots.alarm': '*/10 * * * *', 'ballots.turn': '* * * * *' },
  finders: [
    { kind: 'cycle', table: 'cycle', index: indexCycle },
    { kind: 'wish', table: 'wish', index: indexWish },
    { kind: 'ballot', table: 'ballot', index: indexBallot },
  ],
  verbs,
  figures: [
    figures(
      { ballots_open: ['Ballots that are open'], ballots_overdue: ['Phases and ballots that are 15 minutes late to open or close'] },
      async (db, at) => {
        const { open, overdue } = await countBallotStalls(db, at)
        return { ballots_open: open, ballots_overdue: overdue }
      },
    ),
  ],
  answers,
  happenings: listHappenings,
  offers: { listWaysForward },
  waiting: [{ kind: 'ballots', list: listTasks }],
  named,
})
