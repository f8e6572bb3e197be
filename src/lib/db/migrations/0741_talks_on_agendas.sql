-- beside
-- A talk that is not for everybody stands on the agenda of its meeting as the group's own.
update agenda_item i set internal = true from talk t
  where i.source = 'talk:' || t.id and t.visibility <> 'public' and not i.internal;

-- What is found of such a meeting named it: the group alone finds it so, until it is found anew.
update search_document d set audience = 'group:' || t.group_id from talk t
  where d.kind = 'meeting' and d.subject_id = t.meeting_id and t.visibility <> 'public' and t.state in ('scheduled', 'given') and d.audience = 'public';
