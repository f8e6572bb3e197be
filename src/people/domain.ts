import { verbsOf } from '../lib/ui/history-words.ts'
import { textsOf } from '../lib/ui/words.ts'
import { type ActionsOf, type KindsOfLetters, type LettersOf, nameplate, type PayloadsOf } from '../nameplate.ts'
import type { TaskContext } from '../task.ts'
import type { DecidableOf } from '../waiting.ts'
import { actingPages } from './acting-pages.tsx'
import { askAtOnce, claimLetter, reconfirm } from './affiliations/jobs.ts'
import { addressSettings, affiliationPages, workplaceSettings } from './affiliations/pages.tsx'
import { listOwnWaiting } from './affiliations/waiting.ts'
import { peopleApi } from './api.ts'
import { peopleConsequences } from './consequences.ts'
import { deciders } from './deciders.ts'
import { newDevice } from './devices/jobs.ts'
import { sweepDrafts } from './drafts-actions.ts'
import { draftPages } from './drafts-pages.tsx'
import { findDraft, listReturned } from './drafts-queries.ts'
import { readFederation, readFederations } from './federations/jobs.ts'
import { federationPages } from './federations/pages.tsx'
import { sweepGuests } from './guests/actions.ts'
import { guestPages } from './guests/pages.tsx'
import { index, signInLetter } from './jobs.ts'
import { organisationsApi } from './organisations/api.ts'
import { organisationPages } from './organisations/pages.tsx'
import { peoplePages } from './pages.tsx'
import { profilePages, profileSettings } from './profiles-pages.tsx'
import { listNamed } from './profiles-queries.ts'
import { sweepProposals } from './proposals/actions.ts'
import { proposalsApi } from './proposals/api.ts'
import { proposalPages } from './proposals/pages.tsx'
import { listDraftedWaiting } from './proposals/queries.ts'
import { sweepQuestions } from './proposals/questions-actions.ts'
import { registerPages } from './register/pages.tsx'
import { settingsPages } from './settings-pages.tsx'
import { sweepSheets } from './sheets-actions.ts'
import { sweepFlows } from './sign-in/actions.ts'
import { institutionPages } from './sign-in/institutions-pages.tsx'
import { signInPages, signInSettings } from './sign-in/pages.tsx'
import { providerPages } from './sign-in/providers-pages.tsx'
import { tokenPages, tokenSettings } from './tokens-pages.tsx'
import { newWayIn } from './ways-in/jobs.ts'
import { waysInPages } from './ways-in/pages.tsx'
import { askWithoutBasis } from './workplaces/jobs.ts'
import { workplacePages } from './workplaces/pages.tsx'

const sweep = async (_: object, { db, write, now }: TaskContext): Promise<void> => {
  await write((tx) => sweepDrafts(tx, now()))
  await write((tx) => sweepProposals(tx, now()))
  await sweepQuestions(db, now())
  await sweepFlows(db, now())
  await sweepGuests(db, now())
  await sweepSheets(db, now())
}

const jobs = {
  'people.sweep': sweep,
  'people.askAtOnce': askAtOnce,
  'people.askWithoutBasis': askWithoutBasis,
  'people.claimLetter': claimLetter,
  'people.newDevice': newDevice,
  'people.newWayIn': newWayIn,
  'people.index': index,
  'people.readFederation': readFederation,
  'people.readFederations': readFederations,
  'people.reconfirm': reconfirm,
  'people.signInLetter': signInLetter,
}

const verbs = verbsOf(textsOf('people', 'history'))

const letters = {
  'people.address': 'account',
  'people.new-device': 'account',
  'people.new-way-in': 'account',
  'people.sign-in': 'account',
  'people.still-there': 'questions',
  'people.where-do-you-work': 'own',
} as const satisfies KindsOfLetters

declare module '../signed.ts' {
  interface Jobs extends PayloadsOf<typeof jobs> {}
  interface Actions extends ActionsOf<typeof verbs> {}
  interface Letters extends LettersOf<typeof letters> {}
  interface Decidable extends DecidableOf<typeof deciders> {}
}

export const people = nameplate({
  name: 'people',
  about: 'Persons, addresses, organisations, and how one signs in',
  consequences: peopleConsequences,
  tables: [
    'acting',
    'address',
    'address_claim',
    'affiliation',
    'api_token',
    'auth_account',
    'auth_session',
    'auth_user',
    'auth_verification',
    'basis_ask',
    'belonging',
    'contract',
    'device',
    'draft',
    'federated_identity',
    'federation',
    'federation_idp',
    'known_domain',
    'known_institution',
    'membership',
    'oauth_artefact',
    'oauth_client',
    'oauth_key',
    'oauth_setting',
    'organisation',
    'organisation_domain',
    'passkey',
    'person',
    'product_use',
    'program_proposal',
    'refused_tool',
    'saml_key',
    'saml_self',
    'sheet_import',
    'sign_in_code',
    'sign_in_flow',
    'sign_in_provider',
    'sign_in_try',
    'tool_asking',
    'tool_question',
    'workplace_claim',
  ],
  published: ['shared_address', 'shared_affiliation', 'shared_organisation', 'shared_person'],
  offers: { findDraft, listNamed },
  deciders,
  waiting: [
    { kind: 'group', list: listOwnWaiting },
    { kind: 'group', list: listDraftedWaiting },
    { kind: 'lists', list: listReturned },
  ],
  letters,
  settings: [addressSettings, signInSettings, tokenSettings, profileSettings, workplaceSettings],
  pages: [
    peoplePages,
    settingsPages,
    draftPages,
    signInPages,
    waysInPages,
    actingPages,
    providerPages,
    institutionPages,
    federationPages,
    tokenPages,
    guestPages,
    proposalPages,
    registerPages,
    profilePages,
    workplacePages,
    organisationPages,
    affiliationPages,
  ],
  api: [peopleApi, organisationsApi, proposalsApi],
  tools: [{ reads: 'listProposals', page: '/proposals', item: '/proposals/{id}' }],
  jobs,
  schedule: {
    'people.sweep': '17 * * * *',
    'people.readFederations': '41 * * * *',
    // Mondays to Thursdays, in the morning of most: who is asked can be helped the same day.
    'people.reconfirm': '23 7 * * 1-4',
    'people.index': '*/10 * * * *',
  },
  verbs,
})
