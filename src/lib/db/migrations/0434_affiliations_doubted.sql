-- Whose login said that somebody works there, and when it stopped saying so: then they are asked at once.
alter table affiliation add column issuer text not null default '';
alter table affiliation add column doubted_at timestamptz;
alter table request_evidence add column issuer text not null default '';
