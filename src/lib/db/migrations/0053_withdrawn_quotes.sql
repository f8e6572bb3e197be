-- Quotes whose author has taken her yes back after the brief went out: their champion was told.

create table withdrawn_quote (
  submission_id bigint not null references submission,
  case_id bigint not null references user_case,
  told_at timestamptz not null,
  primary key (submission_id, case_id)
);
