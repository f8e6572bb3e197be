-- Answers by mail that were taken, by the numbers of their signatures: a mail that somebody got a copy of is not taken again when it comes back.
create table mail_taken (
  sha256 bytea primary key,
  at timestamptz not null
);
