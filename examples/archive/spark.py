"""Rows of an archive with Spark: each partition pipes its lines through `archive rows -`.

    spark-submit spark.py 'pushes/*.ndjson.gz' rows.parquet

The tool must be on the PATH of every worker, or named with ARCHIVE. Its report of bad lines is in the workers' stderr.
Spark's `textFile` replaces bytes that are not UTF-8 before the tool sees them, so that such a line may be read.
"""

import os
import sys

from pyspark.sql import SparkSession

# The columns of CallSummary as `archive rows` writes them: instants in RFC 3339, durations in seconds, lists as one text.
TEXT = "STRING"
INSTANT = "TIMESTAMP"
SECONDS = "BIGINT"
COLUMNS = {
    "vendor": TEXT, "channel": TEXT, "account_id": TEXT, "call_id": TEXT, "direction": TEXT,
    "customer_number": TEXT, "customer_id": TEXT, "customer_name": TEXT, "service_number": TEXT,
    "agent_id": TEXT, "agent_number": TEXT, "agent_name": TEXT, "queue_id": TEXT, "queue_name": TEXT,
    "started_at": INSTANT, "queued_at": INSTANT, "rang_at": INSTANT, "answered_at": INSTANT, "ended_at": INSTANT,
    "ring_seconds": SECONDS, "wait_seconds": SECONDS, "talk_seconds": SECONDS, "total_seconds": SECONDS,
    "outcome": TEXT, "vendor_status": TEXT, "hung_up_by": TEXT, "transferred": "BOOLEAN", "ai_handled": "BOOLEAN",
    "satisfaction": TEXT, "recording_ids": TEXT, "recording_urls": TEXT,
}  # fmt: skip

# A partition fails only if the tool could not run. How many bad lines are too many is decided over all partitions.
ROWS = f"{os.environ.get('ARCHIVE', 'archive')} rows - --max-bad {2**63}"


def main(source: str, target: str) -> None:
    settings = {
        "spark.sql.session.timeZone": "UTC",
        # As the tool itself writes instants. Spark's default is older than the type.
        "spark.sql.parquet.outputTimestampType": "TIMESTAMP_MICROS",
        "spark.sql.parquet.compression.codec": "zstd",
    }
    spark = SparkSession.builder.appName("archive rows").config(map=settings).getOrCreate()
    rows = spark.sparkContext.textFile(source).pipe(ROWS, checkCode=True)
    schema = ", ".join(f"{name} {kind}" for name, kind in COLUMNS.items())
    calls = spark.read.schema(schema).json(rows)
    calls.write.mode("overwrite").parquet(target)
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
