-- The log: one row an event, in the order in which events became visible. Nothing here is ever updated or deleted.
create table event_log (
  log_position    bigint       primary key,
  event_id        uuid         not null unique,
  stream_id       uuid         not null,
  stream_sequence bigint       not null,
  event_type      varchar(64)  not null,
  revision        integer      not null,
  recorded_at     bigint       not null, -- microseconds since 1970, UTC
  occurred_on     date,
  actor           varchar(100) not null,
  data            bytea        not null, -- RFC 8785, byte for byte what the seal hashes
  unique (stream_id, stream_sequence)
);
create index event_log_recorded_at on event_log (recorded_at);

-- The turn: whoever has locked this row appends.
create table log_head (
  id            integer primary key,
  head_position bigint  not null,
  recorded_at   bigint  not null
);
insert into log_head (id, head_position, recorded_at) values (1, 0, 0);

-- What only one project may hold at a time: references, names of active leads.
create table claim (
  kind       varchar(32)  not null,
  claim_key  varchar(200) not null,
  project_id uuid         not null,
  content    varchar(64), -- digest of the imported row that took a reference
  primary key (kind, claim_key)
);
