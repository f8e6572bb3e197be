import { sql } from 'kysely'
import type { Db } from '../../lib/db/rows.ts'
import { textsOf } from '../../lib/ui/words.ts'
import type { Counted } from '../../lib/undo.ts'
import { utcDay } from '../../time.ts'
import type { StepKey } from './rules.ts'

const t = textsOf('operations', 'firstWeeks')

/** What a step has come to, in a few numbers, and where it is taken back. */
export interface Sheet {
  counts: Counted[]
  /** The page that shows what an undo would do, or of all that can be taken back. */
  undo?: string
  /** Why there is no undo. */
  whyNot?: string
}

interface Imports {
  newest: number | null
  many: number
}

interface Row {
  list: { name: string; moves: number; mails: number; move: number | null; mail: number | null } | null
  mailsIn: number
  setAside: number
  subscribers: number
  roster: (Imports & { added: number; ended: number; unchanged: number }) | null
  vacant: number
  mailbox: Imports & { desk: string | null; letters: number; wrong: number }
  folders: Imports & { taken: number; left: number }
  documents: number
  unreviewed: number
  unowned: number
  requests: Imports & { taken: number; left: number }
  charter: { id: number; clauses: number; measured: number } | null
  meeting: { slug: string; future: boolean; invited: number; accepted: number; declined: number } | null
  ballot: { id: number; voters: number; voted: number; told: number; open: boolean } | null
}

async function readNumbers(db: Db, groupId: number, at: Date): Promise<Row | undefined> {
  const today = utcDay(at)
  const { rows } = await sql<Row>`select
    (select json_build_object('name', l.name, 'moves', count(m.id), 'mails', (select count(*) from shared_mail_import i where i.list_id = l.id
          and i.move_id is null and i.undo_begun_at is null), 'move', max(m.id), 'mail', (select max(i.id) from shared_mail_import i
          where i.list_id = l.id and i.move_id is null and i.undo_begun_at is null))
        from shared_list l left join list_move m on m.list_id = l.id and m.undo_begun_at is null
        where l.group_id = ${groupId} group by l.id, l.name order by l.id limit 1) as list,
    (select count(*) from shared_message m join shared_mail_import i on i.id = m.import_id join shared_list l on l.id = i.list_id where l.group_id = ${groupId}) as mails_in,
    (select count(*) from import_finding f join shared_mail_import i on i.id = f.import_id join shared_list l on l.id = i.list_id
        where l.group_id = ${groupId} and f.raw_id is not null) as set_aside,
    (select count(*) from shared_subscription s join shared_list l on l.id = s.list_id where l.group_id = ${groupId} and s.ended_at is null) as subscribers,
    (select json_build_object('newest', max(id), 'many', count(*), 'added', coalesce(sum((outcome->>'added')::int), 0),
          'ended', coalesce(sum((outcome->>'ended')::int), 0), 'unchanged', coalesce(sum((outcome->>'unchanged')::int), 0))
        from sheet_import where group_id = ${groupId} and kind = 'roster' and applied_at is not null and undone_at is null) as roster,
    (select json_build_object('newest', max(i.id), 'many', count(i.id), 'desk', (select name from shared_role_address role_address where id = max(i.address_id)),
          'letters', coalesce(sum(i.imported + i.repaired), 0), 'wrong', coalesce(sum(i.quarantined), 0))
        from correspondence_import i join shared_role_address a on a.id = i.address_id where a.group_id = ${groupId} and i.undone_at is null) as mailbox,
    (select json_build_object('newest', max(i.id), 'many', count(distinct i.id), 'taken', count(*) filter (where f.outcome = 'imported'),
          'left', count(*) filter (where f.outcome in ('left', 'refused', 'duplicate')))
        from document_import i left join document_import_file f on f.import_id = i.id where i.group_id = ${groupId} and i.state = 'done') as folders,
    (select count(*) from shared_document document where group_id = ${groupId}) as documents,
    (select count(*) from shared_document document where group_id = ${groupId} and state = 'live' and review_on is null) as unreviewed,
    (select count(*) from shared_document d where d.group_id = ${groupId} and d.state = 'live' and not exists (select from shared_appointment a
        where a.group_id = d.group_id and a.role = d.owner_role and (a.from_on is null or a.from_on <= ${today}::date)
          and (a.to_on is null or a.to_on >= ${today}::date) and not a.to_unknown)) as unowned,
    (select json_build_object('newest', max(id), 'many', count(*), 'taken', coalesce(sum(taken), 0), 'left', coalesce(sum(skipped), 0))
        from request_import where group_id = ${groupId} and undone_at is null) as requests,
    (select json_build_object('id', v.id, 'clauses', count(c.id), 'measured', count(c.id) filter (where exists (select from clause_measure m
          where m.clause_id = c.id))) from charter_version v left join charter_clause c on c.version_id = v.id
        where v.group_id = ${groupId} and v.adopted_at is not null group by v.id order by v.number desc limit 1) as charter,
    (select json_build_object('slug', m.slug, 'future', m.ends_at > ${at}, 'invited', count(i.id),
          'accepted', count(i.id) filter (where i.partstat = 'accepted'), 'declined', count(i.id) filter (where i.partstat = 'declined'))
        from shared_meeting m join shared_meeting_host h on h.meeting_id = m.id left join shared_meeting_invitation i on i.meeting_id = m.id and i.withdrawn_at is null
        where h.group_id = ${groupId} and m.state <> 'cancelled' group by m.id, m.slug, m.ends_at, m.starts_at order by m.starts_at limit 1) as meeting,
    (select json_build_object('id', b.id, 'open', b.state = 'open' and b.closes_at > ${at}, 'voters', count(v.id), 'voted', count(v.voted_at),
          'told', (select count(distinct n.person_id) from ballot_notice n where n.ballot_id = b.id and n.kind like 'opened:%')) from shared_ballot b
        left join voter v on v.ballot_id = b.id where b.group_id = ${groupId} and b.rehearsal_of is null
          and b.state in ('open', 'closed', 'counted') group by b.id, b.state, b.closes_at order by b.id limit 1) as ballot`.execute(db)
  return rows[0]
}

const countsOf = (counts: { [key in keyof typeof t.counts]?: number }): Counted[] =>
  (Object.keys(counts) as (keyof typeof counts)[]).map((key) => ({ what: t.counts[key], count: counts[key] ?? 0 }))

/** One import is taken back on its page; of several somebody chooses. */
const one = ({ newest, many }: Imports, page: (id: number) => string, all: string): Pick<Sheet, 'undo'> =>
  many === 0 || newest === null ? {} : { undo: many === 1 ? page(newest) : all }

function listUndo(list: NonNullable<Row['list']>): Pick<Sheet, 'undo'> {
  const path = `/lists/${list.name}/imports`
  const key = list.moves === 1 ? `move-${list.move}` : `mail-${list.mail}`
  return list.moves + list.mails === 0 ? {} : { undo: list.moves + list.mails === 1 ? `${path}/${key}/undo` : path }
}

/** What was brought from elsewhere, in numbers. */
function broughtOf(row: Row, slug: string) {
  const { list, roster, mailbox, folders, requests } = row
  return {
    list: {
      counts: countsOf({ mailsIn: row.mailsIn, setAside: row.setAside, subscribers: row.subscribers }),
      ...(list ? listUndo(list) : {}),
    },
    roster: {
      counts: countsOf({ termsAdded: roster?.added ?? 0, termsEnded: roster?.ended ?? 0, unchanged: roster?.unchanged ?? 0 }),
      ...(roster ? one(roster, (id) => `/roster/${slug}/import/${id}/undo`, `/roster/${slug}/import`) : {}),
    },
    mailbox: {
      counts: countsOf({ letters: mailbox.letters, unreadable: mailbox.wrong }),
      ...one(
        mailbox,
        (id) => `/correspondence/${mailbox.desk}/imports/${id}/undo`,
        mailbox.desk ? `/correspondence/${mailbox.desk}/imports` : '/correspondence',
      ),
    },
    documents: {
      counts: countsOf({
        documents: row.documents,
        fromFolders: folders.taken,
        filesLeft: folders.left,
        unreviewed: row.unreviewed,
        unowned: row.unowned,
      }),
      ...one(folders, (id) => `/documents/imports/${id}/undo`, '/documents/imports'),
    },
    requests: {
      counts: countsOf({ rowsTaken: requests.taken, rowsLeft: requests.left }),
      ...one(requests, (id) => `/requests/imports/${id}/undo`, '/requests/import'),
    },
  } satisfies Partial<{ [key in StepKey]: Sheet }>
}

/** What was begun here, in numbers. */
function begunOf({ charter, meeting, ballot }: Row) {
  return {
    charter: {
      counts: charter
        ? countsOf({ clauses: charter.clauses, measured: charter.measured, notMeasured: charter.clauses - charter.measured })
        : [],
      ...(charter ? { undo: `/charter/versions/${charter.id}/undo` } : {}),
    },
    meeting: {
      counts: meeting ? countsOf({ invited: meeting.invited, accepted: meeting.accepted, declined: meeting.declined }) : [],
      ...(meeting?.future ? { undo: `/meetings/${meeting.slug}/cancel` } : {}),
      ...(meeting && !meeting.future ? { whyNot: t.whyNot.meeting } : {}),
    },
    ballot: {
      counts: ballot ? countsOf({ voters: ballot.voters, told: ballot.told, voted: ballot.voted }) : [],
      ...(ballot?.open ? { undo: `/ballots/${ballot.id}/call-off` } : {}),
      ...(ballot && !ballot.open ? { whyNot: t.whyNot.ballot } : {}),
    },
  } satisfies Partial<{ [key in StepKey]: Sheet }>
}

/** The balance sheets of a group's first steps, as the record says them. */
export async function readSheets(
  db: Db,
  group: { id: number; slug: string },
  at: Date,
): Promise<Partial<{ [key in StepKey]: Sheet }> | undefined> {
  const row = await readNumbers(db, group.id, at)
  return row && { ...broughtOf(row, group.slug), ...begunOf(row) }
}
