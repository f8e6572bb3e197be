-- Which motion a vote is on: a title can be changed until the opening, and another motion may have the same words. Those that are there were
-- found by their words.
alter table ballot add column vote_on bigint references ballot (id);

update ballot v set vote_on = (
    select m.id from ballot m
    where m.group_id = v.group_id and m.kind = 'motion' and m.by_consent and m.title = v.title and m.question = v.question
      and m.decided_at <= v.created_at and exists (select from objection o where o.ballot_id = m.id and o.withdrawn_at is null)
    order by m.decided_at desc, m.id desc limit 1)
  where v.kind = 'motion' and not v.by_consent;

create index ballot_vote_on on ballot (vote_on) where vote_on is not null;
