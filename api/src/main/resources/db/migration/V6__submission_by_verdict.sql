-- Lists are asked for one verdict; those without any have an index of their own. While this one held them, too, the planner
-- took it to count one student's, and walked over everybody's.
drop index submission_by_verdict;
create index submission_by_verdict on submission (verdict, id desc) where verdict is not null;
