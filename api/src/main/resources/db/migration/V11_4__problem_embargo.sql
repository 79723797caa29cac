-- Until then a public problem is hidden from whoever may not edit it.
alter table problem add column embargo_until timestamptz;
