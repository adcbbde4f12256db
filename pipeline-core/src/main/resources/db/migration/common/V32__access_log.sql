-- Who exported, verified, rebuilt, erased, signed in or failed to: a log of its own, sealed by a tree of its own. Nothing here
-- is ever updated or deleted.
create table access_log (
  log_position bigint       primary key,
  recorded_at  bigint       not null, -- microseconds since 1970, UTC
  actor        varchar(100) not null,
  action       varchar(32)  not null,
  entry        bytea        not null  -- RFC 8785, byte for byte what the seal hashes
);
create index access_log_action on access_log (action, recorded_at);

-- The turn: whoever has locked this row appends.
create table access_head (
  id            integer primary key,
  head_position bigint  not null,
  recorded_at   bigint  not null
);
insert into access_head (id, head_position, recorded_at) values (1, 0, 0);

insert into seal_tree (tree, tree_size) values ('accesses', 0);
