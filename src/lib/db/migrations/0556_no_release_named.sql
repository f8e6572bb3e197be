-- beside
-- Old answers without a release had one called “not named”, in English whoever read them. Where there is none, nothing is told of a change.
do $$
begin
  if exists (select from answer where door = 'import' and release_name = 'not named') then
    update answer set release_name = '', fingerprint = replace(fingerprint, '|not named|', '||')
      where door = 'import' and release_name = 'not named';
  end if;
end
$$;
