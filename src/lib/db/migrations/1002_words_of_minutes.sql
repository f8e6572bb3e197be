-- beside
-- Minutes and meetings are found by their day, newsletters by their number, as pages say them in each language. Those of before are indexed anew
-- by a job, some at a time.
update search_document set cut = false where kind in ('meeting', 'minutes', 'minutes-inside', 'news-issue');
