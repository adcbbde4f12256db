-- Axon's tokens: who feeds which view. The position that counts for readers is in view_position.
create table token_entry (
  processor_name varchar(255) not null,
  segment        integer      not null,
  token          bytea,
  token_type     varchar(255),
  timestamp      varchar(255),
  owner          varchar(255),
  primary key (processor_name, segment)
);

create table view_position (
  view_name    varchar(64) primary key,
  log_position bigint      not null,
  recorded_at  bigint      not null
);

-- project: one row a project, as it is now
create table project_version (project_id uuid primary key, version bigint not null);
create table project_row (
  project_id          uuid         primary key,
  registered_position bigint       not null unique,
  version             bigint       not null,
  reference           varchar(64),
  name                varchar(200) not null,
  enterprise          varchar(200) not null,
  credit_code         varchar(18),
  industry            varchar(64)  not null,
  kind                varchar(32)  not null,
  origin              varchar(8),
  team                varchar(100),
  owner               varchar(100),
  stage               varchar(16)  not null,
  stage_since         date         not null,
  investment_cny      bigint,
  enterprise_likeness text         not null,
  search_text         text         not null
);
create index project_row_stage on project_row (stage, registered_position);
create index project_row_likeness on project_row (enterprise_likeness);
create index project_row_credit_code on project_row (credit_code);

-- what was true from a day on (valid_to exclusive), as believed from an instant on (known_to exclusive)
create table project_span (
  project_id          uuid         not null,
  registered_position bigint       not null,
  known_from          bigint       not null,
  known_to            bigint       not null,
  valid_from          date         not null,
  valid_to            date         not null,
  reference           varchar(64),
  name                varchar(200) not null,
  enterprise          varchar(200) not null,
  credit_code         varchar(18),
  industry            varchar(64)  not null,
  kind                varchar(32)  not null,
  origin              varchar(8),
  team                varchar(100),
  owner               varchar(100),
  stage               varchar(16)  not null,
  stage_since         date         not null,
  investment_cny      bigint,
  enterprise_likeness text         not null,
  search_text         text         not null,
  primary key (project_id, known_from, valid_from)
);
create index project_span_registered on project_span (registered_position);

-- funnel: a ledger. A posting says that from a day on there are so many more or fewer in a group.
create table funnel_version (project_id uuid primary key, version bigint not null);
create table funnel_posting (
  log_position     bigint       not null,
  line             integer      not null,
  recorded_at      bigint       not null,
  valid_from       date         not null,
  stage            varchar(16)  not null,
  industry         varchar(64)  not null,
  origin           varchar(8)   not null, -- '' where unknown
  kind             varchar(32)  not null,
  team             varchar(100) not null, -- '' where there is none
  projects         integer      not null,
  known_amounts    integer      not null,
  investment_cny   bigint       not null,
  primary key (log_position, line)
);
create index funnel_posting_recorded on funnel_posting (recorded_at);
-- the same postings of all time, added up by day and group
create table funnel_day (
  valid_from       date         not null,
  stage            varchar(16)  not null,
  industry         varchar(64)  not null,
  origin           varchar(8)   not null,
  kind             varchar(32)  not null,
  team             varchar(100) not null,
  projects         bigint       not null,
  known_amounts    bigint       not null,
  investment_cny   numeric(38)  not null,
  primary key (valid_from, stage, industry, origin, kind, team)
);

-- history: one row an event
create table history_version (project_id uuid primary key, version bigint not null);
create table history_row (
  project_id      uuid         not null,
  stream_sequence bigint       not null,
  log_position    bigint       not null,
  event_id        uuid         not null,
  event_type      varchar(64)  not null,
  occurred_on     date,
  recorded_at     bigint       not null,
  actor           varchar(100) not null,
  stage_after     varchar(16)  not null,
  corrects        uuid,
  data            bytea        not null,
  primary key (project_id, stream_sequence)
);
