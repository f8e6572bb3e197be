-- What a user group calls those who belong to it: a word that is known in every language, or its own, by language.
alter table community add column member_noun text not null default 'institution';
alter table community add column member_words jsonb not null default '{}';

-- The size of an institution is that of whom it serves, whoever they are.
alter table organisation rename column students to people_served;
alter table organisation rename constraint organisation_students_check to organisation_people_served_check;

-- What fits universities: directories of them that others publish, and domains that look like those of students. Who had it keeps it.
alter table community add column uses_directories boolean not null default true;
alter table community add column checks_students boolean not null default true;
alter table community alter column uses_directories set default false;
alter table community alter column checks_students set default false;
