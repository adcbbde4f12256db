-- The processes that share this database, by their heartbeat.
create table node (
  node_id    varchar(200) primary key,
  started_at timestamp with time zone not null,
  seen_at    timestamp with time zone not null
);

-- Which views stand still on which node, for the others to show.
create table view_stop (
  view_name    varchar(64)  not null,
  node_id      varchar(200) not null,
  log_position bigint       not null,
  cause        text         not null,
  resume_asked boolean      default false not null,
  primary key (view_name, node_id)
);
