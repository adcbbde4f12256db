-- The seal: one Merkle tree a log (RFC 6962), as the hashes of its complete subtrees, and the signed checkpoints.
create table seal_tree (
  tree      varchar(32) primary key,
  tree_size bigint      not null -- so many leaves are in it
);
insert into seal_tree (tree, tree_size) values ('projects', 0);

create table seal_node (
  tree       varchar(32) not null,
  node_level integer     not null, -- 0: a leaf; n: the hash of 2^n leaves
  node_index bigint      not null, -- the n-th of its level, from 0
  hash       bytea       not null,
  primary key (tree, node_level, node_index)
);

create table seal_checkpoint (
  tree        varchar(32)   not null,
  tree_size   bigint        not null,
  root_hash   bytea         not null,
  note        varchar(2000) not null, -- C2SP tlog-checkpoint, as it was signed
  recorded_at bigint        not null, -- microseconds since 1970, UTC
  primary key (tree, tree_size)
);
