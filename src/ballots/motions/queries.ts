import { type Db, listRows, orNoId } from '../../lib/db/rows.ts'

const objections = (db: Db) =>
  db
    .selectFrom('objection')
    .innerJoin('sharedPerson as person', 'person.id', 'objection.personId')
    .selectAll('objection')
    .select('person.name')

/** Objections to a motion, the withdrawn ones too. */
export const listObjections = (db: Db, ballotId: number) =>
  objections(db).where('ballotId', '=', ballotId).orderBy('objection.id').execute()

/** The ballot in which a motion by consent is voted on since; none that was called off. */
export const findVoteOn = (db: Db, motionId: number) =>
  db.selectFrom('ballot').select('id').where('voteOn', '=', motionId).where('state', '<>', 'called_off').orderBy('id').executeTakeFirst()

/** Who objects to which of some motions now. */
export const listStanding = (db: Db, ballotIds: readonly number[]) =>
  listRows(db.selectFrom('objection').where('ballotId', 'in', orNoId(ballotIds)), { withdrawnAt: null }, ['ballotId', 'personId'])

/** Whom a result speaks of in numbers: yes, no, abstentions. */
export async function countAnswers(db: Db, ballotId: number): Promise<{ yes: number; no: number; abstain: number }> {
  const rows = await db.selectFrom('publishedPaper').select('vote').where('ballotId', '=', ballotId).execute()
  const count = (choice: string) => rows.filter(({ vote }) => (vote as { choice?: string }).choice === choice).length
  return { yes: count('yes'), no: count('no'), abstain: count('abstain') }
}

/** An objection by its id; undefined where there is none. */
export const findObjection = (db: Db, id: number) => objections(db).where('objection.id', '=', id).executeTakeFirst()
