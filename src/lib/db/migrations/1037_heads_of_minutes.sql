-- beside
-- Minutes are found by the titles of their items as by their own. Those of before are indexed anew by a job, some at a time.
update search_document set cut = false where kind in ('minutes', 'minutes-inside');
