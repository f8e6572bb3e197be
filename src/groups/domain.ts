import { verbsOf } from '../lib/ui/history-words.ts'
import { textsOf } from '../lib/ui/words.ts'
import { type ActionsOf, type KindsOfLetters, type LettersOf, nameplate, type PayloadsOf } from '../nameplate.ts'
import type { DecidableOf } from '../waiting.ts'
import { answers } from './answers.ts'
import { charterApi } from './api.ts'
import { groupConsequences } from './consequences.ts'
import { deciders } from './deciders.ts'
import { indexDecision } from './decisions-actions.ts'
import { factsPages } from './facts/pages.tsx'
import { handoverApi } from './handover/api.ts'
import { handedOver, handoverPrepared } from './handover/jobs.ts'
import { handoverPages } from './handover/pages.tsx'
import { officesPages } from './offices-pages.tsx'
import { listHappenings, named } from './public.ts'
import { chooseGroup, listInCharge } from './queries.ts'
import { referentApi } from './referents/api.ts'
import { referentDecided, referentNamed, workplaceEnded } from './referents/jobs.ts'
import { referentPages } from './referents/pages.tsx'
import { rosterApi } from './roster/api.ts'
import { announceTerms, tellSeated } from './roster/jobs.ts'
import { rosterPages } from './roster/pages.tsx'
import { listGoneSeats } from './roster/waiting-queries.ts'
import { rosterImportPages } from './roster-import/pages.tsx'
import { tasksApi } from './tasks/api.ts'
import { answered, remindActions, unclear } from './tasks/jobs.ts'
import { addTaskForm, NewForm, taskPages } from './tasks/pages.tsx'
import { isAnyOpen } from './tasks/queries.ts'
import { userGroupPages } from './user-groups/pages.tsx'

const jobs = {
  'charter.announceTerms': announceTerms,
  'charter.seated': tellSeated,
  'charter.actionsAnswered': answered,
  'charter.actionsUnclear': unclear,
  'charter.remindActions': remindActions,
  'people.referentDecided': referentDecided,
  'people.referentNamed': referentNamed,
  'people.workplaceEnded': workplaceEnded,
  'office.handedOver': handedOver,
  'office.handoverPrepared': handoverPrepared,
}

const verbs = verbsOf(textsOf('groups', 'history'))

const letters = {
  'charter.actions-answered': 'own',
  'charter.actions-due': 'reminders',
  'charter.actions-unclear': 'own',
  'charter.seated': 'account',
  'charter.stepped-down': 'roles',
  'charter.term-ends': 'roles',
  'office.handed-over': 'account',
  'office.handover-prepared': 'roles',
  'people.referent-decided': 'own',
  'people.referent-named': 'questions',
} as const satisfies KindsOfLetters

declare module '../signed.ts' {
  interface Jobs extends PayloadsOf<typeof jobs> {}
  interface Actions extends ActionsOf<typeof verbs> {}
  interface Letters extends LettersOf<typeof letters> {}
  interface Decidable extends DecidableOf<typeof deciders> {}
}

export const groups = nameplate({
  name: 'groups',
  about: 'Groups, who holds which role, what they decided and said they would do',
  consequences: groupConsequences,
  tables: [
    'action',
    'action_reminder',
    'action_reminder_item',
    'appointment',
    'community',
    'decision',
    'group_community',
    'handover',
    'handover_item',
    'list_community',
    'product',
    'product_name',
    'referent_naming',
    'role_holding',
    'role_name',
    'term_notice',
    'working_group',
  ],
  published: [
    'shared_appointment',
    'shared_community',
    'shared_decision',
    'shared_group_community',
    'shared_list_community',
    'shared_product',
    'shared_working_group',
  ],
  deciders,
  letters,
  due: { 'charter.actions-due': (db, { id }) => isAnyOpen(db, id) },
  pages: [factsPages, officesPages, rosterImportPages, rosterPages, taskPages, handoverPages, referentPages, userGroupPages],
  api: [charterApi, rosterApi, tasksApi, handoverApi, referentApi],
  tools: [
    { reads: 'listGroups', page: '/roster' },
    { reads: 'getRoster', page: '/roster?group={group}' },
    { reads: 'listTasks', page: '/actions', item: '/actions/{id}' },
    {
      drafts: 'draftTask',
      about: 'Something that a group has to do.',
      form: addTaskForm,
      fields: NewForm.pick({ group: true, title: true, note: true, dueOn: true }),
      asks: { group: chooseGroup },
    },
  ],
  jobs,
  schedule: { 'charter.announceTerms': '41 6 * * *', 'charter.remindActions': '44 6 * * 1-5' },
  finders: [{ kind: 'decision', table: 'decision', index: indexDecision }],
  verbs,
  answers,
  waiting: [{ kind: 'group', list: listGoneSeats }],
  offers: { listInCharge },
  happenings: listHappenings,
  named,
})
