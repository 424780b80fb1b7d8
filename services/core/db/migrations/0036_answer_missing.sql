-- That somebody has not answered is told in words of its own: no deadline of anybody's was missed.
do $$
declare def constant text := (select pg_get_constraintdef(oid) from pg_constraint
                              where conname = 'message_kind_check' and conrelid = 'rundbord.message'::regclass);
begin
    alter table rundbord.message drop constraint message_kind_check;
    execute 'alter table rundbord.message add constraint message_kind_check ' || replace(def, 'ARRAY[', 'ARRAY[''answer_missing''::text, ');
end $$;
