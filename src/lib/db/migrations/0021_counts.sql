-- What went wrong or is not needed any more is rare among deliveries and asked for often; the table itself only grows.
create index delivery_ended on delivery (state, id) where state in ('failed', 'cancelled');
