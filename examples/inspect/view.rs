//! Formats a request as text or as JSON.

use chrono::DateTime;
use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr as _;

use super::request::Request;
use super::tree::Tree;

/// Where lines break, if they can.
const WIDTH: usize = 100;
/// The widest column of keys; a longer key moves its value to the right.
const LONGEST_KEY: usize = 28;

/// The whole request.
pub(crate) fn full(name: &str, request: &Request) -> Result<Vec<String>, serde_json::Error> {
    let guessed = request.guessed_query.as_ref();
    let guessed = guessed.map(|query| format!("  --query '{}' (guessed)", text(query))).unwrap_or_default();
    let head = format!("  {}  {}{guessed}", text(&request.event), pattern(&request.variants));
    let mut lines = vec![name.to_owned(), head];
    push_entries(&mut lines, &Tree::of(&request.webhook)?, 4);
    if let Some(summary) = &request.summary {
        let mut row = Tree::of(summary)?;
        if let Tree::Object(columns) = &mut row {
            columns.retain(|(_, value)| !matches!(value, Tree::Scalar(Value::Bool(false))));
        }
        push_flow(&mut lines, "  summary: ", &row);
    }
    lines.extend(request.report.iter().map(|finding| format!("  finding: {}", escaped(&finding.to_string()))));
    let reply = match request.reply.as_deref() {
        None if request.webhook.is_known() => "none: the vendor waits for your decision",
        None => "none: the request is not known, so answer with 404",
        Some("") => "no body; status 200 is enough",
        Some(body) => body,
    };
    lines.push(format!("  reply: {reply}"));
    lines.push(String::new());
    Ok(lines)
}

/// The findings, without values.
pub(crate) fn findings(name: &str, request: &Request) -> Vec<String> {
    let count = match request.report.len() {
        0 => "no findings".to_owned(),
        1 => "1 finding".to_owned(),
        count => format!("{count} findings"),
    };
    let mut lines = vec![format!("{name}: {}, {count}", text(&request.event))];
    lines.extend(request.report.iter().map(|finding| format!("  {}", escaped(&finding.to_string()))));
    lines
}

/// Vendor and event are called `family`, as in 0.1: programs read this form.
pub(crate) fn json(name: &str, request: &Request, values: bool) -> Value {
    if !values {
        return json!({ "file": name, "family": request.event, "report": request.report });
    }
    // An empty reply is one too.
    let reply =
        request.reply.as_deref().map(|reply| serde_json::from_str(reply).unwrap_or_else(|_| Value::from(reply)));
    json!({
        "file": name,
        "family": request.event,
        "value": request.webhook,
        "report": request.report,
        "reply": reply,
    })
}

pub(crate) fn json_error(name: &str, error: &dyn std::error::Error) -> Value {
    json!({ "file": name, "error": error.to_string() })
}

/// Rows with aligned columns.
pub(crate) fn table<const COLUMNS: usize>(rows: &[[String; COLUMNS]]) -> Vec<String> {
    let width = |column: usize| rows.iter().map(|row| row[column].width()).max().unwrap_or_default();
    let widths: Vec<usize> = (0..COLUMNS).map(width).collect();
    let line = |row: &[String; COLUMNS]| {
        let cells: Vec<String> = row.iter().zip(&widths).map(|(cell, width)| padded(cell, *width)).collect();
        cells.join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}

/// What to match on in a handler: `Webhook::Tccc(Push::Phone(_))`.
fn pattern(variants: &[String]) -> String {
    match variants {
        [vendor] => format!("Webhook::{vendor}(_)"),
        [vendor, push] => format!("Webhook::{vendor}(Push::{push}(_))"),
        _ => "Webhook".to_owned(),
    }
}

/// The innermost variant: `Push::Phone`.
pub(crate) fn variant(variants: &[String]) -> String {
    match variants {
        [vendor] => format!("Webhook::{vendor}"),
        [_, push] => format!("Push::{push}"),
        _ => "Webhook".to_owned(),
    }
}

// ---- values ----

/// The entries of an object, one a line; those of an object inside are indented, or on one line if they are scalars.
fn push_entries(lines: &mut Vec<String>, tree: &Tree, indent: usize) {
    let entries = shown(tree);
    let width = entries.iter().map(|(key, _)| key.width()).max().unwrap_or_default().min(LONGEST_KEY);
    for (key, tree) in entries {
        let start = format!("{:indent$}{}  ", "", padded(&key, width));
        if let Some(value) = flat(&key, tree) {
            lines.push(start + &value);
        } else if holds_flat_values(tree) {
            push_flow(lines, &start, tree);
        } else {
            lines.push(start.trim_end().to_owned());
            push_entries(lines, tree, indent + 2);
        }
    }
}

/// The entries to show, with their keys. A list of objects is one entry per item.
fn shown(tree: &Tree) -> Vec<(String, &Tree)> {
    let items =
        |key: &str, items: &'_ [Tree]| -> Vec<String> { (0..items.len()).map(|i| format!("{key}[{i}]")).collect() };
    match tree {
        Tree::Scalar(_) => vec![],
        Tree::List(list) => items("", list).into_iter().zip(list).collect(),
        Tree::Object(entries) => {
            let mut shown = Vec::new();
            for (key, tree) in entries.iter().filter(|(_, tree)| !tree.is_empty()) {
                match tree {
                    Tree::List(list) if flat(key, tree).is_none() => {
                        shown.extend(items(&text(key), list).into_iter().zip(list));
                    }
                    _ => shown.push((text(key), tree)),
                }
            }
            shown
        }
    }
}

fn holds_flat_values(tree: &Tree) -> bool {
    matches!(tree, Tree::Object(entries) if entries.iter().all(|(key, tree)| tree.is_empty() || flat(key, tree).is_some()))
}

/// The entries of an object one after the other, in lines that begin at a column.
fn flow(tree: &Tree, column: usize) -> Vec<String> {
    const BETWEEN: &str = " · ";
    let mut lines: Vec<String> = Vec::new();
    for (key, tree) in shown(tree) {
        let entry = format!("{key} {}", flat(&key, tree).unwrap_or_default());
        match lines.last_mut() {
            Some(line) if column + line.width() + BETWEEN.width() + entry.width() <= WIDTH => {
                line.push_str(BETWEEN);
                line.push_str(&entry);
            }
            _ => lines.push(entry),
        }
    }
    lines
}

/// The entries of an object after the start of a line; more lines are indented to match.
fn push_flow(lines: &mut Vec<String>, start: &str, tree: &Tree) {
    let column = start.width();
    for (i, line) in flow(tree, column).into_iter().enumerate() {
        lines.push(if i == 0 { format!("{start}{line}") } else { format!("{:column$}{line}", "") });
    }
}

/// A value that fits on a line: a scalar, or a list of scalars.
fn flat(key: &str, tree: &Tree) -> Option<String> {
    match tree {
        Tree::Scalar(value) => Some(scalar(key, value)),
        Tree::List(items) => {
            let items: Option<Vec<String>> = items
                .iter()
                .map(|item| if let Tree::Scalar(value) = item { Some(scalar(key, value)) } else { None })
                .collect();
            items.map(|items| items.join(", "))
        }
        Tree::Object(_) => None,
    }
}

fn scalar(key: &str, value: &Value) -> String {
    match value {
        Value::String(plain) => text(plain),
        Value::Number(number) => instant(key, number.as_i64()).unwrap_or_else(|| number.to_string()),
        other => other.to_string(),
    }
}

/// The instant that a number is, if its key says so and it is in this century.
fn instant(key: &str, number: Option<i64>) -> Option<String> {
    const CENTURY: std::ops::Range<i64> = 978_307_200..4_133_980_800;
    let key = key.to_ascii_lowercase();
    let number = number.filter(|_| key.ends_with("time") || key.ends_with("timestamp"))?;
    let instant = if CENTURY.contains(&number) {
        DateTime::from_timestamp(number, 0)
    } else if CENTURY.contains(&(number / 1000)) {
        DateTime::from_timestamp_millis(number)
    } else {
        None
    };
    instant.map(|instant| instant.format("%Y-%m-%dT%H:%M:%S%.fZ").to_string())
}

/// A sender's text. It is quoted and escaped if it would disturb the output or if its ends would be invisible.
fn text(plain: &str) -> String {
    if plain.is_empty() || plain.trim() != plain || !plain.chars().all(is_harmless) {
        format!("{plain:?}")
    } else {
        plain.to_owned()
    }
}

/// A text whose control and format characters are escaped: they could move the cursor or forge a line.
pub(crate) fn escaped(plain: &str) -> String {
    let mut escaped = String::new();
    for c in plain.chars() {
        if is_harmless(c) {
            escaped.push(c);
        } else {
            escaped.extend(c.escape_debug());
        }
    }
    escaped
}

fn is_harmless(c: char) -> bool {
    matches!(c, '"' | '\'' | '\\') || c.escape_debug().eq([c])
}

/// A text padded to a width on the screen, where a Chinese character takes two columns.
fn padded(text: &str, width: usize) -> String {
    format!("{text}{:1$}", "", width.saturating_sub(text.width()))
}
