import type { Db } from '../../lib/db/connect.ts'

/** The files of old requests that were brought in to a group, newest first. */
export const listImports = (db: Db, groupId: number) =>
  db
    .selectFrom('requestImport')
    .leftJoin('person', 'person.id', 'requestImport.personId')
    .select([
      'requestImport.id',
      'requestImport.filename',
      'requestImport.at',
      'requestImport.taken',
      'requestImport.skipped',
      'requestImport.undoneAt',
      'person.name as person',
    ])
    .where('groupId', '=', groupId)
    .orderBy('requestImport.id', 'desc')
    .limit(50)
    .execute()
