-- Who may sign in. The password only as its hash; roles as codes with commas in between.
create table app_user (
  name          varchar(100) primary key,
  user_number   bigint       generated always as identity unique, -- the order of lists
  password_hash varchar(200) not null,
  roles         varchar(100) not null,
  disabled      boolean      not null,
  created_at    bigint       not null, -- microseconds since 1970, UTC
  changed_at    bigint       not null
);
