-- A problem that has submissions is never deleted: it is put away for good, and its slug stays taken.
alter table problem add column archived_at timestamptz;
