-- The sweep looks at each class by itself, oldest first. A lease that is renewed touches no index any more.
create index judging_published on judging (urgency, position) where finished_at is null and published_at is not null;
drop index judging_under_way;
