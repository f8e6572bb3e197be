import type pg from 'pg'

// Written from the catalogue, since the embedded server brings no pg_dump. Sorted, so that two dumps differ only where the schema does.
const parts = [
  `select format('create type %I as enum (%s);', t.typname, string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder))
   from pg_type t join pg_enum e on e.enumtypid = t.oid where t.typnamespace = 'public'::regnamespace group by t.typname order by t.typname`,
  `select format('create %stable %I (%s);', case c.relpersistence when 'u' then 'unlogged ' else '' end, c.relname, E'\\n  ' || string_agg(
     format('%I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' else '' end,
       case when a.attidentity <> '' then ' generated always as identity'
            when a.attgenerated <> '' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
            when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end),
     E',\\n  ' order by a.attnum) || E'\\n')
   from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
   left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
   where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace group by c.relname, c.relpersistence order by c.relname`,
  `select format('alter table %I add constraint %I %s;', r.relname, c.conname, pg_get_constraintdef(c.oid))
   from pg_constraint c join pg_class r on r.oid = c.conrelid
   where c.connamespace = 'public'::regnamespace and c.contype <> 'n' order by r.relname, c.contype desc, c.conname`,
  `select pg_get_indexdef(i.indexrelid) || ';' from pg_index i join pg_class c on c.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
   where c.relnamespace = 'public'::regnamespace and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
   order by c.relname, x.relname`,
  `select 'create view ' || c.relname || ' as' || chr(10) || pg_get_viewdef(c.oid, 100) from pg_class c
   where c.relnamespace = 'public'::regnamespace and c.relkind = 'v' order by c.relname`,
  `select pg_get_functiondef(p.oid) || ';' from pg_proc p
   where p.pronamespace = 'public'::regnamespace and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
   order by p.proname`,
  `select pg_get_triggerdef(t.oid) || ';' from pg_trigger t join pg_class c on c.oid = t.tgrelid
   where not t.tgisinternal and c.relnamespace = 'public'::regnamespace order by t.tgname, t.tgrelid::regclass::text`,
]

/** The schema as SQL, for review: what a migration really changed shows as a difference of one file. */
export async function dumpSchema(pool: pg.Pool): Promise<string> {
  const statements: string[] = []
  for (const part of parts) {
    const { rows } = await pool.query<string[]>({ text: part, rowMode: 'array' })
    statements.push(...rows.map((row) => row[0] as string))
  }
  return `-- Dumped by test/schema.test.ts from the migrated database; for reading, never run.\n\n${statements.join('\n\n')}\n`
}
