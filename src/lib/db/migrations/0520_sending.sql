-- beside
-- What each lane of each worker is just handing to the relay. It is committed, and so on the replica, before the first mail leaves: a lock on a row
-- is gone with its server, and another worker would send once more what one is sending, or has sent and could not write down.
create table sending (
  holder text not null,
  lane smallint not null,
  deliveries int8multirange not null default '{}',
  primary key (holder, lane)
);
