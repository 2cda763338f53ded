//! Rows as Parquet.

use std::sync::{Arc, LazyLock};

use anyhow::Result;
use arrow_array::RecordBatch;
use arrow_schema::{DataType, Field, FieldRef, Schema, TimeUnit};
use callhook::summary::{CallSummary, ColumnKind};
use chrono::{DateTime, TimeDelta, Utc};
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, Encoding, ZstdLevel};
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::schema::types::ColumnPath;
use serde::Serialize;
use serde_arrow::ArrayBuilder;

use crate::output::Output;

/// DuckDB's default. Engines divide the work on a file by its row groups.
const ROW_GROUP: usize = 122_880;

/// A summary as serde_arrow reads it: with numbers for instants, and with lists. A test compares its fields with
/// `CallSummary::COLUMNS`.
#[derive(Serialize)]
struct Row<'a> {
    vendor: &'a str,
    channel: &'a str,
    account_id: Option<&'a str>,
    call_id: Option<&'a str>,
    direction: Option<&'a str>,
    customer_number: Option<&'a str>,
    customer_id: Option<&'a str>,
    customer_name: Option<&'a str>,
    service_number: Option<&'a str>,
    agent_id: Option<&'a str>,
    agent_number: Option<&'a str>,
    agent_name: Option<&'a str>,
    queue_id: Option<&'a str>,
    queue_name: Option<&'a str>,
    started_at: Option<i64>,
    queued_at: Option<i64>,
    rang_at: Option<i64>,
    answered_at: Option<i64>,
    ended_at: Option<i64>,
    ring_seconds: Option<i64>,
    wait_seconds: Option<i64>,
    talk_seconds: Option<i64>,
    total_seconds: Option<i64>,
    outcome: Option<&'a str>,
    vendor_status: Option<&'a str>,
    hung_up_by: Option<&'a str>,
    transferred: bool,
    ai_handled: bool,
    satisfaction: Option<&'a str>,
    recording_ids: &'a [String],
    recording_urls: &'a [String],
}

impl<'a> From<&'a CallSummary> for Row<'a> {
    fn from(call: &'a CallSummary) -> Self {
        let micros = |instant: Option<DateTime<Utc>>| instant.map(|instant| instant.timestamp_micros());
        let seconds = |duration: Option<TimeDelta>| duration.map(|duration| duration.num_seconds());
        Self {
            vendor: call.vendor.as_str(),
            channel: call.channel.as_str(),
            account_id: call.account_id.as_deref(),
            call_id: call.call_id.as_deref(),
            direction: call.direction.as_ref().map(|direction| direction.as_str()),
            customer_number: call.customer_number.as_deref(),
            customer_id: call.customer_id.as_deref(),
            customer_name: call.customer_name.as_deref(),
            service_number: call.service_number.as_deref(),
            agent_id: call.agent_id.as_deref(),
            agent_number: call.agent_number.as_deref(),
            agent_name: call.agent_name.as_deref(),
            queue_id: call.queue_id.as_deref(),
            queue_name: call.queue_name.as_deref(),
            started_at: micros(call.started_at),
            queued_at: micros(call.queued_at),
            rang_at: micros(call.rang_at),
            answered_at: micros(call.answered_at),
            ended_at: micros(call.ended_at),
            ring_seconds: seconds(call.ring),
            wait_seconds: seconds(call.wait),
            talk_seconds: seconds(call.talk),
            total_seconds: seconds(call.total),
            outcome: call.outcome.as_ref().map(|outcome| outcome.as_str()),
            vendor_status: call.vendor_status.as_deref(),
            hung_up_by: call.hung_up_by.as_ref().map(|side| side.as_str()),
            transferred: call.transferred,
            ai_handled: call.ai_handled,
            satisfaction: call.satisfaction.as_deref(),
            recording_ids: &call.recording_ids,
            recording_urls: &call.recording_urls,
        }
    }
}

/// The types of the columns, in the order of [`CallSummary::COLUMNS`].
static FIELDS: LazyLock<Vec<FieldRef>> = LazyLock::new(|| {
    let field = |(name, kind): (&&str, &ColumnKind)| {
        let of_text = || Arc::new(Field::new("element", DataType::Utf8, false));
        let (data_type, nullable) = match kind {
            ColumnKind::Flag => (DataType::Boolean, false),
            ColumnKind::Texts => (DataType::List(of_text()), false),
            ColumnKind::Instant => (DataType::Timestamp(TimeUnit::Microsecond, Some("UTC".into())), true),
            ColumnKind::Seconds => (DataType::Int64, true),
            _ => (DataType::Utf8, !["vendor", "channel"].contains(name)),
        };
        Arc::new(Field::new(*name, data_type, nullable))
    };
    CallSummary::COLUMNS.iter().zip(CallSummary::COLUMN_KINDS).map(field).collect()
});

/// The rows of a block, column by column.
#[derive(Default)]
pub struct Columns(Option<ArrayBuilder>);

impl Columns {
    pub fn push(&mut self, call: &CallSummary) -> Result<()> {
        let builder = match &mut self.0 {
            Some(builder) => builder,
            none => none.insert(ArrayBuilder::from_arrow(&FIELDS)?),
        };
        Ok(builder.push(Row::from(call))?)
    }

    pub fn take(&mut self) -> Result<RecordBatch> {
        Ok(match &mut self.0 {
            Some(builder) => builder.to_record_batch()?,
            None => RecordBatch::new_empty(schema()),
        })
    }
}

fn schema() -> Arc<Schema> {
    Arc::new(Schema::new(FIELDS.clone()))
}

/// A file that is being written, one row group at a time.
pub struct File {
    writer: ArrowWriter<Output>,
    rows: u64,
}

impl File {
    pub fn new(out: Output) -> Result<Self> {
        let mut properties = WriterProperties::builder()
            .set_compression(Compression::ZSTD(ZstdLevel::default()))
            .set_max_row_group_row_count(Some(ROW_GROUP))
            // Each page needs a compressor of its own, and small pages are of no use without statistics for pages.
            .set_data_page_row_count_limit(ROW_GROUP)
            .set_statistics_enabled(EnabledStatistics::None);
        for field in FIELDS.iter() {
            let name = field.name().as_str();
            let mut column = ColumnPath::from(name);
            match field.data_type() {
                // Engines skip row groups by the range of their instants.
                DataType::Timestamp(..) => {
                    properties = properties
                        .set_column_statistics_enabled(column.clone(), EnabledStatistics::Chunk)
                        .set_column_encoding(column.clone(), Encoding::DELTA_BINARY_PACKED);
                }
                DataType::Int64 => {
                    properties = properties.set_column_encoding(column.clone(), Encoding::DELTA_BINARY_PACKED);
                }
                DataType::List(_) => column = ColumnPath::from([name, "list", "element"].map(str::to_owned).to_vec()),
                _ => {}
            }
            // A dictionary does not pay for numbers, nor where few texts occur twice.
            let repeats =
                matches!(field.data_type(), DataType::Utf8) && !["call_id", "customer_number"].contains(&name);
            properties = properties.set_column_dictionary_enabled(column, repeats);
        }
        Ok(Self { writer: ArrowWriter::try_new(out, schema(), Some(properties.build()))?, rows: 0 })
    }

    pub fn write(&mut self, rows: &RecordBatch) -> Result<()> {
        self.rows += u64::try_from(rows.num_rows())?;
        Ok(self.writer.write(rows)?)
    }

    /// Returns how many rows were written.
    pub fn finish(self) -> Result<u64> {
        self.writer.into_inner()?.finish()?;
        Ok(self.rows)
    }
}
