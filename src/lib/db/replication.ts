import { type Kysely, sql } from 'kysely'
import type { DB } from './schema.ts'
import { archivist } from './wal-replication.ts'

/** Whether a commit is on another server before it is said yes to. */
export interface Replication {
  /** The server itself, as this connection reached it; empty on one of this machine that is reached by a socket. */
  server: string
  /** Servers that stream from this one just now. */
  replicas: number
  /** A commit waits until a replica has it on its disk; `written`: has it, and not yet on its disk. */
  confirmed: 'yes' | 'written' | 'no'
}

// Who copies a database once, or its log for an archive, is no replica; our own archive is none either.
const copies = ['pg_basebackup', 'pg_receivewal', 'pg_dump', ...Object.values(archivist)]

/** How the server of this connection replicates; what each replica does is not asked, which takes a role of its own to see. */
export async function readReplication(db: Kysely<DB>): Promise<Replication> {
  const { rows } = await sql<{ server: string; replicas: number; names: string; waits: string }>`select
    coalesce(host(inet_server_addr()) || ':' || inet_server_port(), '') as server,
    (select count(*) from pg_stat_replication where application_name <> all(${copies}::text[])) as replicas,
    current_setting('synchronous_standby_names') as names, current_setting('synchronous_commit') as waits`.execute(db)
  const { server = '', replicas = 0, names = '', waits = 'off' } = rows[0] ?? {}
  const none = names.trim() === '' || waits === 'off' || waits === 'local'
  return { server, replicas, confirmed: none ? 'no' : waits === 'remote_write' ? 'written' : 'yes' }
}
