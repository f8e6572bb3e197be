-- beside
-- The tick that opens a place was left where a meeting was made private, and would have counted again once it is public again.
update meeting set place_open = false where place_open and not public;
update meeting_series set place_open = false where place_open and not public;
