-- The span in which a judging was asked for, as W3C traceparent; null where nothing is traced.
alter table judging add column trace_parent text;
