-- What a caller who sends his Idempotency-Key again is answered. Of a command that was taken, stored with its events.
create table receipt (
  actor           varchar(100) not null,
  idempotency_key varchar(255) not null,
  fingerprint     varchar(64)  not null, -- of the request: SHA-256, hexadecimal
  stored_at       bigint       not null, -- microseconds since 1970, UTC; of a command, its recorded_at
  status          integer      not null,
  location        varchar(500),
  body            bytea        not null,
  project_id      uuid,                  -- of a command that was taken: where its events ended up
  stream_sequence bigint,
  log_position    bigint,
  primary key (actor, idempotency_key)
);
create index receipt_stored_at on receipt (stored_at);
