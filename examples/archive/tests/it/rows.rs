//! `archive rows`.

use std::fs::File;

use callhook::CallSummary;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::schema::printer::print_schema;

use crate::support::{LOGIN, folder, phone, read, run, write};

#[test]
fn a_row_is_a_call_summary_as_json() {
    let folder = folder("ndjson");
    write(&folder, "a.ndjson", phone() + LOGIN + &phone());
    let out = run(&folder, &["rows", "a.ndjson"]).out;
    assert_eq!(out.lines().count(), 2);
    let row: CallSummary = serde_json::from_str(out.lines().next().unwrap()).unwrap();
    assert_eq!((row.talk.unwrap().num_seconds(), row.agent_name.as_deref()), (120, Some("陈伟")));
}

#[test]
fn the_extension_of_the_output_names_the_format() {
    let folder = folder("extension");
    write(&folder, "a.ndjson", phone());
    assert_eq!(run(&folder, &["rows", "a.ndjson", "-o", "rows.CSV"]).code, 0);
    assert!(read(&folder, "rows.CSV").starts_with("vendor,channel,"));
    assert_eq!(run(&folder, &["rows", "a.ndjson", "-o", "rows"]).code, 0);
    assert!(read(&folder, "rows").starts_with('{'));
    assert_eq!(run(&folder, &["rows", "a.ndjson", "-o", "rows.parq"]).code, 2);
    assert_eq!(run(&folder, &["rows", "a.ndjson", "-o", "rows.parq", "--format", "csv"]).code, 0);
}

#[test]
fn parquet_has_these_types_and_values() {
    let folder = folder("parquet");
    let lost = r#"{"SdkAppId":1,"SessionId":"b","EndStatusString":"busy"}"#;
    write(&folder, "a.ndjson", phone() + &format!("{{\"query\":\"action=cdr\",\"body\":{lost}}}\n"));
    assert_eq!(run(&folder, &["rows", "a.ndjson", "-o", "rows.parquet"]).code, 0);
    let reader = SerializedFileReader::new(File::open(folder.join("rows.parquet")).unwrap()).unwrap();

    let mut schema = Vec::new();
    print_schema(&mut schema, reader.metadata().file_metadata().schema());
    assert_eq!(String::from_utf8(schema).unwrap().trim(), SCHEMA);
    let rows: Vec<String> = reader.get_row_iter(None).unwrap().map(|row| row.unwrap().to_string()).collect();
    assert_eq!(rows, [ANSWERED, BUSY]);
    let columns = reader.metadata().row_group(0).columns();
    assert!(columns.iter().all(|column| column.compression().to_string().starts_with("ZSTD")));
    let names = reader.metadata().file_metadata().schema().get_fields().iter().map(|field| field.name().to_owned());
    assert_eq!(names.collect::<Vec<_>>(), CallSummary::COLUMNS);
}

const SCHEMA: &str = "\
message arrow_schema {
  REQUIRED BYTE_ARRAY vendor (STRING);
  REQUIRED BYTE_ARRAY channel (STRING);
  OPTIONAL BYTE_ARRAY account_id (STRING);
  OPTIONAL BYTE_ARRAY call_id (STRING);
  OPTIONAL BYTE_ARRAY direction (STRING);
  OPTIONAL BYTE_ARRAY customer_number (STRING);
  OPTIONAL BYTE_ARRAY customer_id (STRING);
  OPTIONAL BYTE_ARRAY customer_name (STRING);
  OPTIONAL BYTE_ARRAY service_number (STRING);
  OPTIONAL BYTE_ARRAY agent_id (STRING);
  OPTIONAL BYTE_ARRAY agent_number (STRING);
  OPTIONAL BYTE_ARRAY agent_name (STRING);
  OPTIONAL BYTE_ARRAY queue_id (STRING);
  OPTIONAL BYTE_ARRAY queue_name (STRING);
  OPTIONAL INT64 started_at (TIMESTAMP(MICROS,true));
  OPTIONAL INT64 queued_at (TIMESTAMP(MICROS,true));
  OPTIONAL INT64 rang_at (TIMESTAMP(MICROS,true));
  OPTIONAL INT64 answered_at (TIMESTAMP(MICROS,true));
  OPTIONAL INT64 ended_at (TIMESTAMP(MICROS,true));
  OPTIONAL INT64 ring_seconds;
  OPTIONAL INT64 wait_seconds;
  OPTIONAL INT64 talk_seconds;
  OPTIONAL INT64 total_seconds;
  OPTIONAL BYTE_ARRAY outcome (STRING);
  OPTIONAL BYTE_ARRAY vendor_status (STRING);
  OPTIONAL BYTE_ARRAY hung_up_by (STRING);
  REQUIRED BOOLEAN transferred;
  REQUIRED BOOLEAN ai_handled;
  OPTIONAL BYTE_ARRAY satisfaction (STRING);
  REQUIRED group recording_ids (LIST) {
    REPEATED group list {
      REQUIRED BYTE_ARRAY element (STRING);
    }
  }
  REQUIRED group recording_urls (LIST) {
    REPEATED group list {
      REQUIRED BYTE_ARRAY element (STRING);
    }
  }
}";
const ANSWERED: &str = concat!(
    r#"{vendor: "tccc", channel: "phone", account_id: "1400000214", call_id: "a", direction: "inbound", "#,
    r#"customer_number: "008613012345678", customer_id: null, customer_name: null, service_number: "008602066247698", "#,
    r#"agent_id: "chenwei@example.com", agent_number: "007", agent_name: "陈伟", queue_id: "1072", queue_name: "售后", "#,
    "started_at: 2020-12-16 14:56:40.000000 +00:00, queued_at: 2020-12-16 14:56:50.000000 +00:00, ",
    "rang_at: 2020-12-16 14:57:00.000000 +00:00, answered_at: 2020-12-16 14:57:10.000000 +00:00, ",
    "ended_at: 2020-12-16 14:59:10.000000 +00:00, ring_seconds: 10, wait_seconds: 10, talk_seconds: 120, ",
    r#"total_seconds: 150, outcome: "answered", vendor_status: "ok", hung_up_by: "agent", transferred: false, "#,
    r#"ai_handled: false, satisfaction: null, recording_ids: ["r1", "r2"], "#,
    r#"recording_urls: ["https://recorder.example.com/1.mp3", "https://recorder.example.com/2.mp3"]}"#,
);
const BUSY: &str = concat!(
    r#"{vendor: "tccc", channel: "phone", account_id: "1", call_id: "b", direction: null, customer_number: null, "#,
    "customer_id: null, customer_name: null, service_number: null, agent_id: null, agent_number: null, ",
    "agent_name: null, queue_id: null, queue_name: null, started_at: null, queued_at: null, rang_at: null, ",
    "answered_at: null, ended_at: null, ring_seconds: null, wait_seconds: null, talk_seconds: null, ",
    r#"total_seconds: null, outcome: "busy", vendor_status: "busy", hung_up_by: null, transferred: false, "#,
    "ai_handled: false, satisfaction: null, recording_ids: [], recording_urls: []}",
);

#[test]
fn parquet_has_row_groups_of_122_880() {
    let folder = folder("row-groups");
    let short = "{\"SdkAppId\":1,\"SessionId\":\"b\"}\n";
    write(&folder, "a.ndjson", short.repeat(130_000));
    assert_eq!(run(&folder, &["rows", "a.ndjson", "-o", "rows.parquet", "--query", "action=cdr"]).code, 0);
    let reader = SerializedFileReader::new(File::open(folder.join("rows.parquet")).unwrap()).unwrap();
    let groups: Vec<i64> = reader.metadata().row_groups().iter().map(|group| group.num_rows()).collect();
    assert_eq!(groups, [122_880, 7_120]);
}

#[test]
fn csv_is_harmless_in_a_spreadsheet() {
    let folder = folder("csv");
    let cells = [
        ("=1+1", "'=1+1"),
        ("+86", "'+86"),
        ("-1", "'-1"),
        ("@a", "'@a"),
        ("＝1+1", "'＝1+1"),
        ("＋86", "'＋86"),
        ("－1", "'－1"),
        ("＠a", "'＠a"),
        ("\\t=1", "'\t=1"),
        ("\\r=1", "'\r=1"),
        ("\\n=1", "'\n=1"),
        ("！=1", "！=1"),
        ("a=1", "a=1"),
        ("say \\\"hi\\\", 陈", "say \"hi\", 陈"),
    ];
    write(&folder, "a.ndjson", cells.map(|(name, _)| phone().replace("陈伟", name)).concat());
    assert_eq!(run(&folder, &["rows", "a.ndjson", "-o", "rows.csv"]).code, 0);
    let text = read(&folder, "rows.csv");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), CallSummary::COLUMNS);
    let rows: Vec<CallSummary> = reader.deserialize().map(Result::unwrap).collect();
    let names: Vec<&str> = rows.iter().map(|row| row.agent_name.as_deref().unwrap()).collect();
    assert_eq!(names, cells.map(|(_, cell)| cell));
    assert_eq!(rows[0].talk.unwrap().num_seconds(), 120);

    let made = run(&folder, &["rows", "a.ndjson", "--format", "csv", "--bom"]);
    assert_eq!(made.out, format!("\u{feff}{text}"));
}

#[test]
fn redacted_rows_are_what_the_library_shows_in_logs() {
    let folder = folder("redacted");
    write(&folder, "a.ndjson", phone());
    let whole: CallSummary = serde_json::from_str(&run(&folder, &["rows", "a.ndjson"]).out).unwrap();
    let expected = callhook::redacted(&whole).to_string();
    assert!(expected.contains(r#""customer_number":"0086***78","customer_id":null"#), "{expected}");
    assert!(
        expected.contains(r#""agent_id":"***@example.com","agent_number":"007","agent_name":"陈***""#),
        "{expected}"
    );

    let ndjson = run(&folder, &["rows", "a.ndjson", "--redacted"]).out;
    assert_eq!(ndjson.trim_end(), expected);
    let csv = run(&folder, &["rows", "a.ndjson", "--redacted", "--format", "csv"]).out;
    let row: CallSummary = csv::Reader::from_reader(csv.as_bytes()).deserialize().next().unwrap().unwrap();
    assert_eq!(serde_json::to_string(&row).unwrap(), expected);
    assert_eq!(run(&folder, &["rows", "a.ndjson", "--redacted", "-o", "rows.parquet"]).code, 0);
    let reader = SerializedFileReader::new(File::open(folder.join("rows.parquet")).unwrap()).unwrap();
    let row = reader.get_row_iter(None).unwrap().next().unwrap().unwrap().to_string();
    assert!(row.contains(r#"agent_number: "007", agent_name: "陈***","#), "{row}");
    for out in [ndjson, csv, row] {
        assert!(["陈伟", "chenwei", "13012345678", ".mp3"].iter().all(|text| !out.contains(text)), "{out}");
        assert!(out.contains("120"), "{out}");
    }
}
