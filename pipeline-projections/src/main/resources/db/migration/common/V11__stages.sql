-- stage: every stage entry in force with the day of the next one, as believed from an instant on (known_to exclusive)
create table stage_version (project_id uuid primary key, version bigint not null);
create table stage_entry (
  project_id     uuid         not null,
  known_from     bigint       not null,
  known_to       bigint       not null,
  entry_no       integer      not null, -- from 0 for the registration; two entries may share a day
  entered_on     date         not null,
  next_on        date         not null, -- a day that never comes where there is no next entry
  days           integer,               -- between the two; null where there is no next entry
  stage          varchar(16)  not null,
  stage_before   varchar(16),
  registered_on  date         not null,
  highest_rank   integer      not null, -- reached with this entry or before it
  team           varchar(100),          -- on the entry's day, as is the investment
  investment_cny bigint,
  industry       varchar(64)  not null,
  kind           varchar(32)  not null,
  origin         varchar(8),
  primary key (project_id, known_from, entry_no)
);
create index stage_entry_entered on stage_entry (entered_on);
create index stage_entry_registered on stage_entry (registered_on);

-- which team a project had from a day on (valid_to exclusive), as believed from an instant on
create table stage_team (
  project_id uuid         not null,
  known_from bigint       not null,
  known_to   bigint       not null,
  valid_from date         not null,
  valid_to   date         not null,
  team       varchar(100),
  primary key (project_id, known_from, valid_from)
);
create index stage_team_team on stage_team (team);
