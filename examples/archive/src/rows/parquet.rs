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
use serde::ser::{Serialize, SerializeStruct, Serializer};
use serde_arrow::ArrayBuilder;

use crate::output::Output;

/// DuckDB's default. Engines divide the work on a file by its row groups.
const ROW_GROUP: usize = 122_880;

/// A summary as serde_arrow reads it: with numbers for instants, and with lists. A test compares its fields with
/// `CallSummary::COLUMNS`.
struct Row<'a>(&'a CallSummary);

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(call) = self;
        let micros = |instant: Option<DateTime<Utc>>| instant.map(|instant| instant.timestamp_micros());
        let seconds = |duration: Option<TimeDelta>| duration.map(|duration| duration.num_seconds());
        let mut row = serializer.serialize_struct("Row", CallSummary::COLUMNS.len())?;
        row.serialize_field("vendor", &call.vendor)?;
        row.serialize_field("channel", &call.channel)?;
        row.serialize_field("account_id", &call.account_id)?;
        row.serialize_field("call_id", &call.call_id)?;
        row.serialize_field("direction", &call.direction)?;
        row.serialize_field("customer_number", &call.customer_number)?;
        row.serialize_field("customer_id", &call.customer_id)?;
        row.serialize_field("customer_name", &call.customer_name)?;
        row.serialize_field("service_number", &call.service_number)?;
        row.serialize_field("agent_id", &call.agent_id)?;
        row.serialize_field("agent_number", &call.agent_number)?;
        row.serialize_field("agent_name", &call.agent_name)?;
        row.serialize_field("queue_id", &call.queue_id)?;
        row.serialize_field("queue_name", &call.queue_name)?;
        row.serialize_field("started_at", &micros(call.started_at))?;
        row.serialize_field("queued_at", &micros(call.queued_at))?;
        row.serialize_field("rang_at", &micros(call.rang_at))?;
        row.serialize_field("answered_at", &micros(call.answered_at))?;
        row.serialize_field("ended_at", &micros(call.ended_at))?;
        row.serialize_field("ring_seconds", &seconds(call.ring))?;
        row.serialize_field("wait_seconds", &seconds(call.wait))?;
        row.serialize_field("talk_seconds", &seconds(call.talk))?;
        row.serialize_field("total_seconds", &seconds(call.total))?;
        row.serialize_field("outcome", &call.outcome)?;
        row.serialize_field("vendor_status", &call.vendor_status)?;
        row.serialize_field("hung_up_by", &call.hung_up_by)?;
        row.serialize_field("transferred", &call.transferred)?;
        row.serialize_field("ai_handled", &call.ai_handled)?;
        row.serialize_field("satisfaction", &call.satisfaction)?;
        row.serialize_field("recording_ids", &call.recording_ids)?;
        row.serialize_field("recording_urls", &call.recording_urls)?;
        row.end()
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
pub struct Columns(ArrayBuilder);

impl Columns {
    pub fn new() -> Self {
        let columns = ArrayBuilder::from_arrow(&FIELDS);
        Self(columns.unwrap_or_else(|error| unreachable!("the columns are of types that serde_arrow has: {error}")))
    }

    pub fn push(&mut self, call: &CallSummary) -> Result<()> {
        Ok(self.0.push(Row(call))?)
    }

    pub fn take(&mut self) -> Result<RecordBatch> {
        Ok(self.0.to_record_batch()?)
    }
}

/// A file, written one row group at a time.
pub fn writer(out: Output) -> Result<ArrowWriter<Output>> {
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
        let repeats = matches!(field.data_type(), DataType::Utf8) && !["call_id", "customer_number"].contains(&name);
        properties = properties.set_column_dictionary_enabled(column, repeats);
    }
    let schema = Arc::new(Schema::new(FIELDS.clone()));
    Ok(ArrowWriter::try_new(out, schema, Some(properties.build()))?)
}
