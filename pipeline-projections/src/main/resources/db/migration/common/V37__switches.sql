-- How often another generation of a view became the live one: what was kept in memory of an earlier one is worthless then.
alter table view_position add column switches bigint default 0 not null;
