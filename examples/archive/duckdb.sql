-- What `archive report` counts, asked of the rows:
--
--     archive rows pushes/ -o rows.parquet
--     duckdb < duckdb.sql

-- A day begins where the report's does: in China.
CREATE OR REPLACE VIEW calls AS
SELECT *, CAST(started_at AT TIME ZONE 'Asia/Shanghai' AS DATE) AS day
FROM read_parquet('rows.parquet');

-- A vendor may push a record again. The report counts it each time; this keeps the last row of each call. Rows without a
-- call id are all kept.
CREATE OR REPLACE VIEW calls_once AS
SELECT * FROM calls
QUALIFY call_id IS NULL OR row_number() OVER (PARTITION BY vendor, call_id ORDER BY ended_at DESC NULLS LAST) = 1;

CREATE OR REPLACE VIEW outcomes AS
SELECT coalesce(outcome, '(not said)') AS outcome, count(*) AS calls
FROM calls GROUP BY ALL ORDER BY calls DESC, outcome;

CREATE OR REPLACE VIEW days AS
SELECT day, count(*) AS calls, count(*) FILTER (outcome = 'answered') AS answered,
       coalesce(sum(talk_seconds), 0) AS talk_seconds, coalesce(sum(wait_seconds), 0) AS wait_seconds,
       quantile_disc(talk_seconds, 0.9) AS talk_p90
FROM calls GROUP BY ALL ORDER BY day;

CREATE OR REPLACE VIEW agents AS
SELECT vendor, agent_number, count(*) AS calls, count(*) FILTER (outcome = 'answered') AS answered,
       coalesce(sum(talk_seconds), 0) AS talk_seconds, coalesce(sum(wait_seconds), 0) AS wait_seconds
FROM calls WHERE agent_number IS NOT NULL OR agent_id IS NOT NULL OR agent_name IS NOT NULL
GROUP BY ALL ORDER BY calls DESC, vendor, agent_number;

CREATE OR REPLACE VIEW queues AS
SELECT vendor, queue_id, queue_name, count(*) AS calls, count(*) FILTER (outcome = 'answered') AS answered,
       coalesce(sum(talk_seconds), 0) AS talk_seconds, coalesce(sum(wait_seconds), 0) AS wait_seconds
FROM calls WHERE queue_id IS NOT NULL OR queue_name IS NOT NULL
GROUP BY ALL ORDER BY calls DESC, vendor, queue_id;

SELECT * FROM outcomes;
SELECT * FROM days;
SELECT * FROM agents;
SELECT * FROM queues;
SELECT (SELECT count(*) FROM calls) AS calls, (SELECT count(*) FROM calls_once) AS calls_once;
