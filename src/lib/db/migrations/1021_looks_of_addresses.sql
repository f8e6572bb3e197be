-- What an address or a domain looks like at a glance, as lib/mail/alike.ts says it, where it is written in ASCII alone: for whom a stranger can be
-- taken is found by an index. Of others, and where a domain is spelt in two ways, it says nothing: the program looks at each of these.
create function plain_look(address text) returns text language sql immutable parallel safe as $$
  select case
    when octet_length(address) = length(address) and lower(address) ~ '(^|@)([a-z0-9.-]*[.])?[a-z][a-z-]*$' and position('xn--' in lower(address)) = 0
    then replace(replace(translate(lower(address), '01', 'ol'), 'rn', 'm'), 'vv', 'w')
  end
$$;
create index address_look on address (plain_look(email));
create index organisation_domain_look on organisation_domain (plain_look(domain));
