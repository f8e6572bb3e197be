-- Who may read a user case, whatever asks: its page, the lists of cases and search. Where everybody among its readers can read the messages
-- that it came from, unless its author said no; elsewhere only with her yes. What one wrote on the web has the readers that she chose, but
-- is everybody's only where she said so. Its author and those who collate read it in any case.
create function case_readers(one user_case) returns visibility language sql stable as $$
  select case
    when one.state <> 'open' or one.consent = 'no' then 'group'
    when one.consent = 'public' then one.visibility
    when one.visibility = 'group' then 'group'
    when said.messages = 0 then 'subscribers'
    when said.everybody and one.visibility = 'public' then 'public'
    when said.subscribers then 'subscribers'
    else 'group' end::visibility
  from (select count(*) as messages, coalesce(bool_and(coalesce(l.archive = 'public', false)), false) as everybody,
      coalesce(bool_and(coalesce(l.archive in ('public', 'subscribers'), false)), false) as subscribers
    from user_case_source s left join message m on m.id = s.message_id left join list l on l.id = m.list_id where s.case_id = one.id) said
$$;

-- The key under which search finds it.
create function case_audience(one user_case) returns text language sql stable as $$
  select case case_readers(one) when 'public' then 'public' else case_readers(one) || ':' || one.group_id end
$$;

create function readers_of_case() returns trigger language plpgsql as $$
begin
  update search_document d set audience = case_audience(c)
    from user_case c where c.id = any(case tg_table_name when 'user_case' then array[new.id] else
      array(select s.case_id from message m join user_case_source s on s.message_id = m.id where m.list_id = new.id) end)
    and d.kind = 'case' and d.subject_id = c.id and d.audience <> case_audience(c);
  return null;
end $$;

-- What is closed is found no more from then on, whoever closed it: by a page, a program, an import or by hand.
create trigger readers_of_case after update of archive on list
  for each row when (old.archive is distinct from new.archive) execute function readers_of_case();
create trigger readers_of_case after update of state, consent, visibility on user_case
  for each row execute function readers_of_case();

create function readers_of_source() returns trigger language plpgsql as $$
begin
  update search_document d set audience = case_audience(c)
    from user_case c where c.id in (new.case_id, old.case_id)
    and d.kind = 'case' and d.subject_id = c.id and d.audience <> case_audience(c);
  return null;
end $$;

create trigger readers_of_source after insert or update or delete on user_case_source
  for each row execute function readers_of_source();

update search_document d set audience = case_audience(c)
  from user_case c where d.kind = 'case' and d.subject_id = c.id and d.audience <> case_audience(c);
