-- What the vendor calls a request in its own tracker.
alter table submission_item add column tracker_number text not null default '', add column tracker_link text not null default '';

-- An answer that the vendor's people still write, one for each request: nobody else sees it, and it counts once they publish it.
create table answer_draft (
  item_id bigint primary key references submission_item (id) on delete cascade,
  given jsonb not null,
  author_id bigint references person (id),
  written_at timestamptz not null,
  -- A colleague who has read it as it stands.
  reviewed_by bigint references person (id),
  reviewed_at timestamptz
);
