-- Generations: a view's tables stand twice. One generation is read and fed; the other is empty, or is being filled beside it
-- by a rebuild or a verification. Which one is live stands beside the position, so that both change in one transaction.
alter table view_position add column generation integer default 1 not null;

alter table project_version rename to project_version_g1;
alter table project_row rename to project_row_g1;
alter table project_span rename to project_span_g1;
alter table funnel_version rename to funnel_version_g1;
alter table funnel_posting rename to funnel_posting_g1;
alter table funnel_day rename to funnel_day_g1;
alter table history_version rename to history_version_g1;
alter table history_row rename to history_row_g1;
alter table stage_version rename to stage_version_g1;
alter table stage_entry rename to stage_entry_g1;
alter table stage_team rename to stage_team_g1;

create table project_version_g2 (project_id uuid primary key, version bigint not null);
create table project_row_g2 (
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
create table project_span_g2 (
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
create table funnel_version_g2 (project_id uuid primary key, version bigint not null);
create table funnel_posting_g2 (
  log_position     bigint       not null,
  line             integer      not null,
  recorded_at      bigint       not null,
  valid_from       date         not null,
  stage            varchar(16)  not null,
  industry         varchar(64)  not null,
  origin           varchar(8)   not null,
  kind             varchar(32)  not null,
  team             varchar(100) not null,
  projects         integer      not null,
  known_amounts    integer      not null,
  investment_cny   bigint       not null,
  primary key (log_position, line)
);
create table funnel_day_g2 (
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
create table history_version_g2 (project_id uuid primary key, version bigint not null);
create table history_row_g2 (
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
create table stage_version_g2 (project_id uuid primary key, version bigint not null);
create table stage_entry_g2 (
  project_id     uuid         not null,
  known_from     bigint       not null,
  known_to       bigint       not null,
  entry_no       integer      not null,
  entered_on     date         not null,
  next_on        date         not null,
  days           integer,
  stage          varchar(16)  not null,
  stage_before   varchar(16),
  registered_on  date         not null,
  highest_rank   integer      not null,
  team           varchar(100),
  investment_cny bigint,
  industry       varchar(64)  not null,
  kind           varchar(32)  not null,
  origin         varchar(8),
  primary key (project_id, known_from, entry_no)
);
create table stage_team_g2 (
  project_id uuid         not null,
  known_from bigint       not null,
  known_to   bigint       not null,
  valid_from date         not null,
  valid_to   date         not null,
  team       varchar(100),
  primary key (project_id, known_from, valid_from)
);
create index project_row_g2_stage on project_row_g2 (stage, registered_position);
create index project_row_g2_likeness on project_row_g2 (enterprise_likeness);
create index project_row_g2_credit_code on project_row_g2 (credit_code);
create index project_span_g2_registered on project_span_g2 (registered_position);
create index funnel_posting_g2_recorded on funnel_posting_g2 (recorded_at);
create index stage_entry_g2_entered on stage_entry_g2 (entered_on);
create index stage_entry_g2_registered on stage_entry_g2 (registered_on);
create index stage_team_g2_team on stage_team_g2 (team);
