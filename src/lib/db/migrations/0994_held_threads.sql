-- A moderator keeps the answers of a thread back for a while; kept and taken back like what else they make of threads.
alter table thread_edit drop constraint thread_edit_kind_check;
alter table thread_edit add constraint thread_edit_kind_check check (kind in ('split', 'join', 'rename', 'hold'));
