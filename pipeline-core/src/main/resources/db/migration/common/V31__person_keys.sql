-- The keys of contact persons, each apart from the log that holds what it opens. To erase a person is to delete his key.
create table person_key (
  contact_id uuid   primary key,
  project_id uuid   not null,
  secret     bytea  not null, -- AES, 256 bits
  created_at bigint not null  -- microseconds since 1970, UTC
);
create index person_key_project on person_key (project_id);
