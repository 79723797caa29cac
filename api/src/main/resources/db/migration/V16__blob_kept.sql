-- When a blob of an S3 store was kept last; what has no row is as old as its object. A row is also the lock of who removes its blob.
create table blob_kept (
    sha256  text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    kept_at timestamptz not null
);
