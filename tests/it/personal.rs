//! Personal data: what is made for logs shows of each field no more than the model says.

use std::collections::HashMap;

use callhook::tccc::Query;
use callhook::{Error, Report, Webhook, desk, redacted, sevenmoor, tccc};
use serde_json::Value;

use crate::ONE_CASE_IN;
use crate::model::Kind::{self, *};
use crate::model::Shows::{self, *};
use crate::model::{CONTENTS, Shape, field_of};
use crate::support::{Dice, Fixture, Tree, Views, fixtures};

fn content_shape(msg_type: &str) -> Shape {
    CONTENTS.iter().find(|(name, _)| *name == msg_type).unwrap_or_else(|| panic!("no shape for {msg_type}")).1
}

fn msg_type_of(element: &Tree) -> String {
    match element.entries().iter().find(|(key, _)| key == "MsgType") {
        Some((_, Tree::Text(msg_type))) => msg_type.clone(),
        other => panic!("no MsgType: {other:?}"),
    }
}

// ---- markers ----

/// Texts that no log may have, each used once.
struct Marks {
    dice: Dice,
    /// What must be in no output.
    hidden: Vec<String>,
    /// The same of undocumented keys, which a report that is not redacted names.
    hidden_keys: Vec<String>,
    /// What is shown of a text that was planted.
    shown: HashMap<String, String>,
}

impl Marks {
    fn new(seed: u64) -> Self {
        Self { dice: Dice(seed), hidden: Vec::new(), hidden_keys: Vec::new(), shown: HashMap::new() }
    }

    fn random(&mut self, characters: &[u8], len: usize) -> String {
        (0..len).map(|_| char::from(characters[self.dice.below(characters.len())])).collect()
    }

    fn word(&mut self) -> String {
        let word = self.random(b"bcdfghjklmnpqrstvwxz", 10);
        self.hidden.push(word.clone());
        word
    }

    fn key(&mut self) -> String {
        // A phone number as a key, too.
        let key = if self.dice.below(2) == 0 {
            self.random(b"bcdfghjklmnpqrstvwxz", 10)
        } else {
            format!("+861{}", self.random(b"3456789", 10))
        };
        self.hidden_keys.push(key.clone());
        key
    }

    fn digits(&mut self) -> String {
        let digits = self.random(b"3456789", 9);
        self.hidden.push(digits.clone());
        digits
    }

    /// A value of which a log shows that much.
    fn plant(&mut self, shows: Shows) -> Tree {
        let (text, shown) = match shows {
            Phone => {
                let (digits, last) = (self.digits(), self.random(b"0123456789", 2));
                match self.dice.below(4) {
                    0 => (format!("+86 {digits}{last}"), format!("+86***{last}")),
                    1 => (format!("{digits}{last}"), format!("***{last}")),
                    2 => (format!("{}{digits}", self.word()), "***".to_owned()),
                    _ => (format!("0086{digits}{last}"), format!("0086***{last}")),
                }
            }
            Account => match self.dice.below(3) {
                0 => (self.word(), "***".to_owned()),
                1 => (format!("@{}", self.word()), "***".to_owned()),
                _ => (format!("{}@example.com", self.word()), "***@example.com".to_owned()),
            },
            Name => (format!("王{}", self.word()), "王***".to_owned()),
            Host => match self.dice.below(4) {
                0 => (format!("tel://{}", self.digits()), "***".to_owned()),
                1 => (format!("/{}/1.mp3", self.word()), "***".to_owned()),
                _ => {
                    let [user, password, path, query] = [(); 4].map(|()| self.word());
                    let link = format!("https://{user}:{password}@cos.example.com:443/{path}?q={query}#{path}");
                    (link, "https://cos.example.com/***".to_owned())
                }
            },
            Nothing => {
                let word = self.word();
                let text = match self.dice.below(4) {
                    0 => format!(r#"{{"{word}":"{}"}}"#, self.digits()),
                    1 => format!("{word}\u{301}\u{202e}\n{word}"),
                    _ => word,
                };
                (text, "***".to_owned())
            }
            Type if self.dice.below(2) == 0 => (self.word(), "(string)".to_owned()),
            Type => return Tree::Object(vec![(self.word(), Tree::List(vec![Tree::Text(self.word())]))]),
            Coordinate => return Tree::Number(format!("22.{}", self.digits())),
            other => panic!("nothing is planted in {other:?}"),
        };
        self.shown.insert(text.clone(), shown);
        Tree::Text(text)
    }

    /// A value that no field reads.
    fn undocumented(&mut self) -> Tree {
        match self.dice.below(4) {
            0 => Tree::Text(self.word()),
            1 => Tree::Object(vec![(self.word(), Tree::Text(self.word()))]),
            2 => Tree::List(vec![Tree::Text(self.word()), Tree::Number(self.digits())]),
            _ => Tree::Number(self.digits()),
        }
    }

    fn assert_hidden(&self, views: &Views, what: &str) {
        for printed in &views.for_logs {
            for mark in self.hidden.iter().chain(&self.hidden_keys) {
                assert!(!printed.contains(mark.as_str()), "{what}: {mark} is in {printed}");
            }
        }
        for printed in &views.findings {
            for mark in &self.hidden {
                assert!(!printed.contains(mark.as_str()), "{what}: {mark} is in {printed}");
            }
        }
    }

    fn assert_not_in_error(&self, error: &str, what: &str) {
        for mark in self.hidden.iter().chain(&self.hidden_keys) {
            assert!(!error.contains(mark.as_str()), "{what}: {mark} is in the error {error}");
        }
    }
}

/// Objects that a sample lacks are made to this depth.
const MADE_DEPTH: usize = 3;

/// Plants markers in every personal field, and in undocumented ones.
fn plant(object: &mut Tree, shape: Shape, marks: &mut Marks, depth: usize) {
    let old = std::mem::take(object.entries_mut());
    let (mut named, mut entries) = (HashMap::new(), Vec::new());
    for (key, value) in old {
        match field_of(shape, &key) {
            Some((name, ..)) => drop(named.insert(name, value)),
            None => entries.push((key, value)),
        }
    }
    for (name, kind) in shape {
        let old = named.remove(name);
        let value = match *kind {
            Object(shape) => {
                let mut object = old.filter(|old| matches!(old, Tree::Object(_))).unwrap_or(Tree::Object(Vec::new()));
                plant(&mut object, shape, marks, depth + 1);
                object
            }
            Wrapped(shape) => {
                let is_text = matches!(old, Some(Tree::Text(_)));
                let mut object = match old {
                    Some(Tree::Text(text)) => Tree::parse(&text),
                    Some(object) => object,
                    None => panic!("no content"),
                };
                plant(&mut object, shape, marks, depth + 1);
                if is_text { Tree::Text(object.write()) } else { object }
            }
            Objects(shape) => {
                let mut items = match old {
                    Some(Tree::List(items)) => items,
                    _ => Vec::new(),
                };
                if items.is_empty() && depth < MADE_DEPTH {
                    items = if shape[0].0 == "MsgType" {
                        let element = |(name, _): &(&str, Shape)| {
                            Tree::Object(vec![("MsgType".to_owned(), Tree::Text((*name).to_owned()))])
                        };
                        CONTENTS.iter().map(element).collect()
                    } else {
                        vec![Tree::Object(Vec::new())]
                    };
                }
                items.iter_mut().for_each(|item| plant(item, shape, marks, depth + 1));
                Tree::List(items)
            }
            Content => {
                let mut content = old.unwrap_or(Tree::Object(Vec::new()));
                let Some((_, Tree::Text(msg_type))) = entries.iter().find(|(key, _)| key == "MsgType") else {
                    panic!("no MsgType")
                };
                plant(&mut content, content_shape(msg_type), marks, depth + 1);
                content
            }
            kind => match (kind.shows(), old) {
                (All | Known, Some(old)) => old,
                (All | Known, None) => continue,
                (shows, _) if kind.is_list_of_texts() => Tree::List(vec![marks.plant(shows), marks.plant(shows)]),
                (shows, _) => marks.plant(shows),
            },
        };
        entries.push(((*name).to_owned(), value));
    }
    for _ in 0..2 {
        entries.push((marks.key(), marks.undocumented()));
    }
    *object = Tree::Object(entries);
}

/// Panics if the model does not name a text or an object, and so does not say whether it is personal.
fn assert_named(object: &Tree, shape: Shape, sample: &str) {
    for (key, value) in object.entries() {
        let has_text = |value: &Tree| matches!(value, Tree::Text(_) | Tree::Object(_) | Tree::List(_));
        let Some((_, kind, _)) = field_of(shape, key) else {
            assert!(!has_text(value), "{sample}: is {key} personal? {value:?}");
            continue;
        };
        match (kind, value) {
            (Object(shape) | Wrapped(shape), Tree::Object(_)) => assert_named(value, shape, sample),
            (Wrapped(shape), Tree::Text(text)) => assert_named(&Tree::parse(text), shape, sample),
            (Objects(shape), Tree::List(items)) => items.iter().for_each(|item| assert_named(item, shape, sample)),
            (Content, content) => assert_named(content, content_shape(&msg_type_of(object)), sample),
            (Extras | AnyObject, _) | (Object(_) | Objects(_), Tree::Null) => {}
            (kind, _) if kind.is_list_of_texts() => {}
            (kind, value) => {
                let is_scalar = !matches!(value, Tree::Object(_) | Tree::List(_));
                assert!(is_scalar, "{sample}: {key} is {kind:?} and has {value:?}");
            }
        }
    }
}

/// What is shown of a value that was written whole.
fn shown(whole: &Value, shape: Shape, marks: &Marks) -> Value {
    let mut shown_object = serde_json::Map::new();
    let mut undocumented = Vec::new();
    for (key, value) in whole.as_object().unwrap() {
        let Some((_, kind)) = shape.iter().find(|(name, _)| name == key) else {
            undocumented.push(Value::from(type_of(value)));
            continue;
        };
        let list = |each: &dyn Fn(&Value) -> Value| value.as_array().unwrap().iter().map(each).collect();
        // A number of digits may be written as one.
        let planted = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let text = |value: &Value| Value::from(marks.shown[&planted(value)].as_str());
        let value = match kind {
            Object(shape) | Wrapped(shape) => shown(value, shape, marks),
            Objects(shape) => list(&|item| shown(item, shape, marks)),
            Content => shown(value, content_shape(whole["MsgType"].as_str().unwrap()), marks),
            kind => match kind.shows() {
                All | Known => value.clone(),
                Coordinate => "***".into(),
                Type => format!("({})", type_of(value)).into(),
                Phone | Account | Name | Host | Nothing if kind.is_list_of_texts() => list(&text),
                Phone | Account | Name | Host | Nothing => text(value),
            },
        };
        shown_object.insert(key.clone(), value);
    }
    if !undocumented.is_empty() {
        shown_object.insert("(undocumented)".to_owned(), undocumented.into());
    }
    shown_object.into()
}

fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

// ---- doors ----

/// The query with which a sample arrives.
fn query_of(sample: &str) -> String {
    let event = sample.strip_prefix("tccc/").and_then(|name| name.split('.').next());
    event
        .filter(|event| tccc::Action::listed(event).is_some())
        .map(|event| format!("action={event}&version=1"))
        .unwrap_or_default()
}

type Door = fn(&str, &[u8]) -> Result<Views, Error>;

/// The doors for any request; the first takes those of all vendors.
const DOORS: &[(&str, Door)] = &[
    ("Webhook", |query, body| {
        Webhook::inspect_request(query, body).map(|seen| views_of_call(&seen.value, &seen.report, seen.value.summary()))
    }),
    ("tccc::Push", |query, body| {
        tccc::Push::inspect_request(query, body)
            .map(|seen| views_of_call(&seen.value, &seen.report, seen.value.summary()))
    }),
    ("desk::Push", |query, body| {
        desk::Push::inspect_request(query, body).map(|seen| Views::of(&seen.value, &seen.report))
    }),
    ("sevenmoor::Push", |_, body| {
        callhook::inspect::<sevenmoor::Push>(body)
            .map(|seen| views_of_call(&seen.value, &seen.report, seen.value.summary()))
    }),
    ("SessionEvent", |query, body| {
        desk::SessionEvent::inspect_request(query, body).map(|seen| Views::of(&seen.value.1, &seen.report))
    }),
    ("Extra", |_, body| callhook::inspect::<callhook::Extra>(body).map(|seen| Views::of(&seen.value, &seen.report))),
];

/// The views of a value, and of the summary of its call.
fn views_of_call<T>(value: &T, report: &Report, summary: Option<callhook::CallSummary>) -> Views
where
    T: callhook::Redact + serde::Serialize,
{
    let mut views = Views::of(value, report);
    if let Some(summary) = summary {
        views.for_logs.push(redacted(&summary).to_string());
    }
    views
}

/// Puts a body through every door; markers are in no output and in no error.
fn go_through(fixture: &Fixture, query: &str, body: &[u8], marks: &Marks) {
    match (fixture.kind.views)(body) {
        Ok(views) => marks.assert_hidden(&views, &fixture.name),
        Err(errors) => errors.iter().for_each(|error| marks.assert_not_in_error(error, &fixture.name)),
    }
    DOORS.iter().for_each(|door| go_through_door(door, fixture, query, body, marks));
}

/// Puts a body through the door that takes those of all vendors.
fn go_through_first_door(fixture: &Fixture, query: &str, body: &[u8], marks: &Marks) {
    go_through_door(&DOORS[0], fixture, query, body, marks);
}

fn go_through_door((name, door): &(&str, Door), fixture: &Fixture, query: &str, body: &[u8], marks: &Marks) {
    let what = format!("{} by {name}", fixture.name);
    match door(query, body) {
        Ok(views) => marks.assert_hidden(&views, &what),
        Err(error) => {
            marks.assert_not_in_error(&error.to_string(), &what);
            marks.assert_not_in_error(&format!("{error:?}"), &what);
        }
    }
}

fn planted(fixture: &Fixture, seed: u64) -> (Tree, Marks) {
    let (mut tree, mut marks) = (fixture.tree(), Marks::new(seed));
    plant(&mut tree, fixture.shape, &mut marks, 0);
    (tree, marks)
}

// ---- laws ----

#[test]
fn each_text_of_each_sample_is_personal_or_public() {
    for fixture in fixtures() {
        assert_named(&fixture.tree(), fixture.shape, &fixture.name);
    }
}

#[test]
fn a_redacted_view_shows_of_each_field_what_its_kind_allows() {
    for fixture in fixtures() {
        for seed in 0..8 {
            let (tree, marks) = planted(&fixture, seed);
            let body = tree.write();
            let views = (fixture.kind.views)(body.as_bytes()).unwrap();
            let expected = shown(&views.whole, fixture.shape, &marks);
            assert_eq!(views.redacted, expected, "{}: {body}", fixture.name);
            // Each key of the model is documented.
            for finding in views.report.iter().filter(|finding| finding.code() == callhook::Code::UnknownKey) {
                let is_mark = marks.hidden_keys.iter().any(|key| finding.path().ends_with(key.as_str()));
                assert!(is_mark, "{}: {finding}", fixture.name);
            }
            // By the doors for requests it is the same.
            let query = query_of(&fixture.name);
            let webhook = Webhook::from_request(&query, body.as_bytes()).unwrap();
            assert_eq!(serde_json::to_value(redacted(&webhook)).unwrap(), expected, "{}", fixture.name);
            go_through(&fixture, &query, body.as_bytes(), &marks);
        }
    }
}

#[test]
fn a_body_that_is_not_known_is_not_shown() {
    for fixture in fixtures() {
        let (tree, mut marks) = planted(&fixture, 11);
        // Its documented texts are not documented here.
        let nested = format!(r#"{{"{}":{}}}"#, marks.key(), tree.write());
        for query in ["", "action=fax", "CallbackCommand=Fax.OnFax"] {
            let webhook = Webhook::from_request(query, nested.as_bytes()).unwrap();
            assert_eq!(redacted(&webhook).to_string(), r#"{"(undocumented)":["object"]}"#, "{query}");
            go_through(&fixture, query, nested.as_bytes(), &marks);
            go_through(&fixture, query, tree.write().as_bytes(), &marks);
        }
        let query = format!("action={}&x={}", marks.word(), marks.word());
        go_through(&fixture, &query, tree.write().as_bytes(), &marks);
        let query = format!("CallbackCommand={}&ClientIP={}", marks.word(), marks.word());
        go_through(&fixture, &query, tree.write().as_bytes(), &marks);
    }
}

/// The values of an object, each with its position and its kind.
fn places(object: &Tree, shape: Shape, at: &[usize], found: &mut Vec<(Vec<usize>, Kind)>) {
    for (i, (key, value)) in object.entries().iter().enumerate() {
        let at = [at, &[i]].concat();
        let (_, kind, _) = field_of(shape, key).unwrap_or_else(|| panic!("{key} is not documented"));
        found.push((at.clone(), kind));
        match (kind, value) {
            (Object(shape) | Wrapped(shape), Tree::Object(_)) => places(value, shape, &at, found),
            (Objects(shape), Tree::List(items)) => {
                for (i, item) in items.iter().enumerate() {
                    places(item, shape, &[&at[..], &[i]].concat(), found);
                }
            }
            (Content, content) => places(content, content_shape(&msg_type_of(object)), &at, found),
            _ => {}
        }
    }
}

#[test]
fn a_value_that_cannot_be_read_is_not_shown() {
    for fixture in fixtures() {
        let query = query_of(&fixture.name);
        let tree = fixture.tree();
        let mut all = Vec::new();
        places(&tree, fixture.shape, &[], &mut all);
        for (round, (at, kind)) in all.into_iter().enumerate() {
            let mut marks = Marks::new(round as u64);
            let (word, key) = (marks.word(), marks.key());
            let list = || Tree::List(vec![Tree::Text(word.clone()), Tree::Object(vec![(key.clone(), Tree::Null)])]);
            let mut values = vec![Tree::Object(vec![(key.clone(), list())])];
            // A list of names can be read from another.
            if !(kind.is_list_of_texts() && kind.shows() == All) {
                values.push(list());
            }
            if kind.shows() != All {
                values.push(Tree::Text(word.clone()));
                values.push(Tree::Text(format!(r#"{{"{key}":["{word}"]}}"#)));
                values.push(Tree::Text(format!(r#"["{word}",{{"{key}":"{word}"}}]"#)));
                values.push(Tree::Text(format!(" {word}\u{301} ")));
            }
            if matches!(kind, Code(_)) {
                values.push(Tree::Number(marks.digits()));
                values.push(Tree::Text(marks.digits()));
            }
            for value in values {
                let mut changed = tree.clone();
                *changed.at_mut(&at) = value.clone();
                go_through_first_door(&fixture, &query, changed.write().as_bytes(), &marks);
                if round % ONE_CASE_IN != 0 {
                    continue;
                }
                // The same beside a value that is read, which loses or wins.
                let (last, object) = at.split_last().unwrap();
                for place in [*last, last + 1] {
                    let mut doubled = tree.clone();
                    let entries = doubled_entries(&mut doubled, object);
                    let key = entries[*last].0.clone();
                    entries.insert(place, (key, value.clone()));
                    go_through_first_door(&fixture, &query, doubled.write().as_bytes(), &marks);
                }
            }
        }
    }
}

fn doubled_entries<'a>(tree: &'a mut Tree, object: &[usize]) -> &'a mut Vec<(String, Tree)> {
    tree.at_mut(object).entries_mut()
}

#[test]
fn no_error_quotes_what_was_sent() {
    for fixture in fixtures() {
        let query = query_of(&fixture.name);
        let (tree, planted) = planted(&fixture, 31);
        let body = tree.write();
        // About eight of each sample: what differs is the door, not the field.
        let all: Vec<&String> = planted.hidden.iter().chain(&planted.hidden_keys).collect();
        for mark in all.iter().step_by(1 + all.len() / 8) {
            let mut marks = Marks::new(0);
            marks.hidden_keys.push((*mark).clone());
            let end = body.find(mark.as_str()).unwrap_or_else(|| panic!("{mark} was not planted")) + mark.len();
            let mut broken: Vec<Vec<u8>> = vec![
                // Cut off, and no UTF-8, behind the marker.
                body.as_bytes()[..end].to_vec(),
                [&body.as_bytes()[..end], b"\xff", &body.as_bytes()[end..]].concat(),
                // The marker is the body, or what comes before and after it.
                mark.as_bytes().to_vec(),
                format!("{mark}={mark}&{mark}").into_bytes(),
                format!(r#""{mark}""#).into_bytes(),
                format!(r#"["{mark}"]"#).into_bytes(),
                format!("{mark} {body}").into_bytes(),
                format!("{body} {mark}").into_bytes(),
                format!(r#"{{"{mark}":{mark}}}"#).into_bytes(),
                format!(r#"{{"{mark}":"\u{{1}}\{mark}"}}"#).into_bytes(),
            ];
            // The marker in place of each identity, and of each word that says what the body is.
            for key in ["SdkAppId", "SessionId", "Event", "RequestId", "CallbackCommand", "pushType"] {
                let mut values = vec![format!(r#"["{mark}"]"#), format!(r#"{{"{mark}":"{mark}"}}"#)];
                // An id is shown, if it is one.
                if !key.ends_with("Id") || key == "SdkAppId" {
                    values.push(format!(r#""{mark}""#));
                }
                broken.extend(values.into_iter().map(|value| format!(r#"{{"{key}":{value}}}"#).into_bytes()));
            }
            for body in broken {
                go_through(&fixture, &query, &body, &marks);
            }
            for query in [(*mark).clone(), format!("action={mark}"), format!("CallbackCommand={mark}&{mark}={mark}")] {
                go_through(&fixture, &query, b"{}", &marks);
                for error in [
                    Query::parse(&query).err(),
                    desk::CallbackQuery::parse(&query).err(),
                    desk::SessionEvent::from_request(&query, b"{}").err(),
                ] {
                    marks.assert_not_in_error(&format!("{error:?}"), &query);
                }
            }
        }
    }
}

#[test]
fn a_query_shows_neither_addresses_nor_signatures() {
    let mut marks = Marks::new(41);
    let [ip, sign, platform, command, other] = [(); 5].map(|()| marks.word());
    let query = format!(
        "SdkAppid=1400000214&CallbackCommand={command}&ClientIP={ip}&OptPlatform={platform}&RequestID=r-1&Sign={sign}&{other}={other}"
    );
    let query = desk::CallbackQuery::parse(&query).unwrap();
    assert_eq!(
        redacted(&query).to_string(),
        r#"{"SdkAppid":1400000214,"CallbackCommand":"(string)","ClientIP":"***","OptPlatform":"(string)","RequestID":"r-1","Sign":"***","(undocumented)":["string"]}"#,
    );
    let query = Query::parse(&format!("action={command}&version=1&{other}={other}")).unwrap();
    assert_eq!(redacted(&query).to_string(), r#"{"action":"(string)","version":"1","(undocumented)":["string"]}"#,);
}

#[test]
fn a_summary_shows_no_more_than_its_record() {
    let record: sevenmoor::CallRecord = callhook::from_str(
        r#"{"callUniqueId":"c-1","callType":"normal","customerNumber":"17319132391","customerId":"wang@example.com",
            "customerName":"王小明","hotLineNumber":"4001234567","agentId":"li@example.com","agentName":"李雷",
            "status":"向王小明","hangUpSide":"王小明","satisfyKeys":["17319132391"],
            "recordFileUrl":"https://cos.example.com/17319132391.mp3"}"#,
    )
    .unwrap();
    let view = redacted(&record.summary()).to_string();
    for personal in ["小明", "17319132391", "雷", "wang", "li@", "400123"] {
        assert!(!view.contains(personal), "{personal} is in {view}");
    }
    for shown in [r#""hung_up_by":null"#, r#""outcome":null"#, r#""vendor_status":null"#, r#""customer_name":"王***""#]
    {
        assert!(view.contains(shown), "{shown} is not in {view}");
    }
    // A listed status is not personal.
    for (key, status) in [("status", "QUEUE_ABANDON"), ("failureReason", "forbidden")] {
        let record: sevenmoor::CallRecord = callhook::from_str(&format!(r#"{{"{key}":"{status}"}}"#)).unwrap();
        let view = redacted(&record.summary()).to_string();
        assert!(view.contains(&format!(r#""vendor_status":"{status}""#)), "{view}");
    }
}

/// What no sample has: the content of an unlisted type, and what is read from Desk's JSON texts.
#[test]
fn a_redacted_desk_message_shows_no_text_and_no_sender() {
    fn view<T: callhook::Payload>(body: &str) -> String {
        redacted(&callhook::from_str::<T>(body).unwrap()).to_string()
    }
    for (view, expected) in [
        (
            view::<desk::MsgElement>(r#"{"MsgType":"TIMPigeonElem","MsgContent":{"Text":"Li"}}"#),
            r#"{"MsgType":"(string)","MsgContent":"(object)"}"#,
        ),
        (
            view::<desk::DeskMessage>(
                r#"{"customerServicePlugin":0,"src":"31","content":{"header":"Li"},"chunks":["Li"],"menuContent":{"head":"Li"}}"#,
            ),
            r#"{"customerServicePlugin":0,"src":"31","content":"(object)","chunks":["***"],"menuContent":"(object)"}"#,
        ),
        (
            view::<desk::DeskMessageFields>(
                r#"{"header":"Li","title":"Li","guide":"Li","name":"Li","desc":"Li","pic":"https://cos.example.com/li.png",
                    "url":"https://my_shop.example.com/li","customField":[{"name":"Li","value":"Li"}],
                    "items":[{"content":"Li","desc":"Li"}],"tail":"Li","content":"Li","tip":"Li","inputVariables":[
                    {"name":"city","placeholder":"Li","variableValue":"Li","chooseItemList":["Li"]}]}"#,
            ),
            r#"{"header":"***","title":"***","guide":"***","name":"***","desc":"***","pic":"https://cos.example.com/***","url":"https://my_shop.example.com/***","customField":[{"name":"***","value":"***"}],"items":[{"content":"***","desc":"***"}],"tail":"***","content":"***","tip":"***","inputVariables":[{"name":"city","placeholder":"***","variableValue":"***","chooseItemList":["***"]}]}"#,
        ),
        (
            view::<desk::SatisfactionMenu>(
                r#"{"head":"Li","tail":"Li","type":1,"menu":[{"id":"5","content":"Li","sessionId":"s-1"}],"sessionId":"s-1"}"#,
            ),
            r#"{"head":"***","tail":"***","type":1,"menu":[{"id":"5","content":"***","sessionId":"s-1"}],"sessionId":"s-1"}"#,
        ),
        (
            view::<desk::CloudCustomData>(
                r#"{"messageReply":{"messageID":"m-li","messageRootID":"m-li","messageAbstract":"Li","messageSender":"li@example.com"}}"#,
            ),
            r#"{"messageReply":{"messageID":"***","messageRootID":"***","messageAbstract":"***","messageSender":"***@example.com"}}"#,
        ),
    ] {
        assert_eq!(view, expected);
    }
}

#[test]
fn a_field_that_a_program_set_is_no_more_shown_than_one_that_was_read() {
    let mut event = desk::SessionEvent::new("s-1", desk::SessionEventType::from("王小明"));
    event.callback_command = Some("王小明".to_owned());
    assert_eq!(redacted(&event).to_string(), r#"{"CallbackCommand":"(string)","SessionId":"s-1","Event":"(string)"}"#);
}

#[test]
fn a_redacted_list_option_or_box_shows_no_more_than_the_payload() {
    let cdr: tccc::PhoneCdr =
        callhook::from_str(r#"{"SdkAppId":1,"SessionId":"e","Caller":"008618621520280"}"#).unwrap();
    let view = r#"{"SdkAppId":1,"SessionId":"e","Caller":"0086***80"}"#;
    assert_eq!(redacted(&cdr).to_string(), view);
    assert_eq!(format!("{:?}", redacted(&cdr)), view);
    assert_eq!(serde_json::to_string(&redacted(&cdr)).unwrap(), view);
    assert_eq!(redacted(&Some(&cdr)).to_string(), view);
    assert_eq!(redacted(&None::<tccc::PhoneCdr>).to_string(), "null");
    assert_eq!(redacted(&Box::new(&cdr)).to_string(), view);
    let list = format!("[{view},{view}]");
    assert_eq!(redacted(&[&cdr, &cdr]).to_string(), list);
    assert_eq!(redacted(&[&cdr, &cdr][..]).to_string(), list);
    assert_eq!(redacted(&vec![&cdr, &cdr]).to_string(), list);
}

#[test]
fn a_redacted_report_says_all_but_what_the_sender_chose() {
    let body = br#"{"SdkAppId":1,"SessionId":"e","+8613800000001":{"a":1,"a":2},"duration":15}"#;
    let report = callhook::inspect::<tccc::PhoneCdr>(body).unwrap().report.redacted();
    assert_eq!(
        report.to_string(),
        "…: unknown-key (expected nothing, found object, 1 adjustment inside)\n\
         Duration: key-spelling (expected Duration, found number)"
    );
    assert!(report.iter().all(|finding| finding.value().is_none() && finding.spelling().is_none()));
}
