-- calls: date/time
SELECT DISTINCT queue FROM queue_interval ORDER BY 1
SELECT began AS xl_stamp, queue AS xl_queue1, SUM(offered) AS xl_value1, SUM(answered) AS xl_value2
FROM queue_interval
WHERE began >= TO_TIMESTAMP(?, 'YYYY-MM-DD HH24:MI:SS') AND began < TO_TIMESTAMP(?, 'YYYY-MM-DD HH24:MI:SS') AND queue IN (?)
GROUP BY began, queue
-- 2026-03-02 00:00:00, 2026-03-03 00:00:00, O'Hara

-- calls: no queue column type, so it is asked for
SELECT DISTINCT queue FROM queue_interval ORDER BY 1
SELECT began AS xl_stamp, queue AS xl_queue1, SUM(offered) AS xl_value1, SUM(answered) AS xl_value2
FROM queue_interval
WHERE began >= TO_TIMESTAMP(?, 'YYYY-MM-DD HH24:MI:SS') AND began < TO_TIMESTAMP(?, 'YYYY-MM-DD HH24:MI:SS') AND queue IN (?)
GROUP BY began, queue
-- 2026-03-02 00:00:00, 2026-03-03 00:00:00, O'Hara

-- calls: levels, functions, an average, a condition
SELECT DISTINCT site, queue FROM queue_interval WHERE (kind = 'in') ORDER BY 1, 2
SELECT began AS xl_stamp, site AS xl_queue1, queue AS xl_queue2, SUM(offered) AS xl_value1, COUNT(answered) AS xl_value2, SUM(talk) AS xl_value3, COUNT(talk) AS xl_value4
FROM queue_interval
WHERE began >= TO_TIMESTAMP(?, 'YYYY-MM-DD HH24:MI:SS') AND began < TO_TIMESTAMP(?, 'YYYY-MM-DD HH24:MI:SS') AND (kind = 'in') AND ((site = ? AND queue = ?))
GROUP BY began, site, queue
-- 2026-03-02 00:00:00, 2026-03-03 00:00:00, O'Hara, O'Hara

-- calls: rows counted, Unix seconds
SELECT DISTINCT queue FROM queue_interval ORDER BY 1
SELECT time_id AS xl_stamp, queue AS xl_queue1, COUNT(*) AS xl_value1
FROM queue_interval
WHERE time_id >= ? AND time_id < ? AND queue IN (?)
GROUP BY time_id, queue
-- 1772406000, 1772492400, O'Hara

-- calls: text that sorts
SELECT DISTINCT queue FROM queue_interval ORDER BY 1
SELECT began AS xl_stamp, queue AS xl_queue1, SUM(offered) AS xl_value1, SUM(answered) AS xl_value2
FROM queue_interval
WHERE began >= ? AND began < ? AND queue IN (?)
GROUP BY began, queue
-- 202603012359, 202603030000, O'Hara

-- calls: text that does not sort
SELECT DISTINCT queue FROM queue_interval ORDER BY 1
SELECT began AS xl_stamp, queue AS xl_queue1, SUM(offered) AS xl_value1, SUM(answered) AS xl_value2
FROM queue_interval
WHERE (began LIKE ? OR began LIKE ? OR began LIKE ? OR began LIKE ?) AND queue IN (?)
GROUP BY began, queue
-- 01.03.2026 24:%, 1.3.2026 24:%, 02.03.2026 %:%, 2.3.2026 %:%, O'Hara

-- calls: a join with aliases, number keys
SELECT DISTINCT q.id FROM queue_interval i LEFT OUTER JOIN queue q ON i.queue_key = q.id ORDER BY 1
SELECT i.began AS xl_stamp, q.id AS xl_queue1, SUM(offered) AS xl_value1, SUM(answered) AS xl_value2
FROM queue_interval i LEFT OUTER JOIN queue q ON i.queue_key = q.id
WHERE i.began >= TO_TIMESTAMP(?, 'YYYY-MM-DD HH24:MI:SS') AND i.began < TO_TIMESTAMP(?, 'YYYY-MM-DD HH24:MI:SS') AND q.id IN (?)
GROUP BY i.began, q.id
-- 2026-03-02 00:00:00, 2026-03-03 00:00:00, 101

-- agents: start and end
SELECT name, id FROM activity
SELECT agent AS xl_agent, activity AS xl_activity, began AS xl_start, ended AS xl_end
FROM agent_activity
WHERE began >= TO_TIMESTAMP(?, 'YYYY-MM-DD HH24:MI:SS') AND began < TO_TIMESTAMP(?, 'YYYY-MM-DD HH24:MI:SS')
-- 2026-03-01 00:00:00, 2026-03-03 00:00:00

-- agents: start and seconds
SELECT name, id FROM activity
SELECT agent AS xl_agent, activity AS xl_activity, began AS xl_start, seconds AS xl_seconds
FROM agent_activity
WHERE began >= TO_TIMESTAMP(?, 'YYYY-MM-DD HH24:MI:SS') AND began < TO_TIMESTAMP(?, 'YYYY-MM-DD HH24:MI:SS')
-- 2026-03-01 12:00:00, 2026-03-03 00:00:00

-- agents: start only
SELECT name, id FROM activity
SELECT agent AS xl_agent, activity AS xl_activity, began AS xl_start
FROM agent_activity
WHERE began >= TO_TIMESTAMP(?, 'YYYY-MM-DD HH24:MI:SS') AND began < TO_TIMESTAMP(?, 'YYYY-MM-DD HH24:MI:SS')
ORDER BY 1, 3
-- 2026-03-01 00:00:00, 2026-03-03 00:00:00

-- agents: a date and a time column
SELECT name, id FROM activity
SELECT agent AS xl_agent, activity AS xl_activity, day AS xl_start, clock AS xl_start2, ended AS xl_end
FROM agent_activity
WHERE day >= TO_DATE(?, 'YYYY-MM-DD') AND day < TO_DATE(?, 'YYYY-MM-DD')
-- 2026-03-01, 2026-03-03

-- calls: a schema, a quoted name
SELECT DISTINCT QUEUE_NAME FROM ACD.QUEUE_STATS ORDER BY 1
SELECT "Timestamp" AS xl_stamp, QUEUE_NAME AS xl_queue1, SUM(NVL(OFFERED,0)) AS xl_value1, SUM(DECODE(STATE,'A',1,0)) AS xl_value2
FROM ACD.QUEUE_STATS
WHERE "Timestamp" >= TO_TIMESTAMP(?, 'YYYY-MM-DD HH24:MI:SS') AND "Timestamp" < TO_TIMESTAMP(?, 'YYYY-MM-DD HH24:MI:SS') AND QUEUE_NAME IN (?)
GROUP BY "Timestamp", QUEUE_NAME
-- 2026-03-02 00:00:00, 2026-03-03 00:00:00, O'Hara

-- the first rows, a time as text
SELECT * FROM (SELECT began FROM calls WHERE began < TIMESTAMP '2026-03-02 08:00:00') xl_rows WHERE ROWNUM <= 5
