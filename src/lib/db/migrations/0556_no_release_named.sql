-- beside
-- Old answers without a release had one called “not named”, in English whoever read them. Where there is none, nothing is told of a change. One
-- that was kept by another door as well, without a release, keeps its fingerprint: two of a request have none in common.
do $$
begin
  if exists (select from answer where door = 'import' and release_name = 'not named') then
    update answer a set release_name = '', fingerprint = case
        when exists (select from answer b where b.group_id = a.group_id and b.request_id = a.request_id
          and b.fingerprint = replace(a.fingerprint, '|not named|', '||')) then a.fingerprint
        else replace(a.fingerprint, '|not named|', '||') end
      where door = 'import' and release_name = 'not named';
  end if;
end
$$;
