//! `archive report` and `archive check`.

use crate::support::{LOGIN, PHONE, folder, part, phone, run, write};

#[test]
fn a_report_counts_outcomes_days_agents_and_queues() {
    let folder = folder("report");
    let lost =
        r#"{"SdkAppId":1,"SessionId":"b","Direction":0,"StartTimestamp":1608130600,"EndStatusString":"waitingGiveUp"}"#;
    write(&folder, "a.ndjson", format!("{}{{\"query\":\"action=cdr\",\"body\":{lost}}}\n{LOGIN}", phone()));
    let report = run(&folder, &["report", "a.ndjson"]).out;
    for (title, expected) in [
        ("Pushes", "  Pushes\n  tccc.cdr         2\n  sevenmoor.login  1"),
        (
            "Outcomes",
            "  Outcomes            calls   share\n  abandoned_in_queue      1  50.0 %\n  answered                1  50.0 %",
        ),
        (
            "Day",
            "  Day         calls  answered  talk   p50   p90   p99  wait   p50   p90   p99\n  \
             2020-12-16      2    50.0 %  2:00  2:00  2:00  2:00  0:10  0:10  0:10  0:10\n  \
             (all)           2    50.0 %  2:00  2:00  2:00  2:00  0:10  0:10  0:10  0:10",
        ),
        (
            "Agent",
            "  Agent     calls  answered  talk   p50   p90   p99  wait   p50   p90   p99\n  \
             tccc 007      1   100.0 %  2:00  2:00  2:00  2:00  0:10  0:10  0:10  0:10",
        ),
        // A Chinese character is as wide as two others.
        (
            "Queue",
            "  Queue           calls  answered  talk   p50   p90   p99  wait   p50   p90   p99\n  \
             tccc 1072 售后      1   100.0 %  2:00  2:00  2:00  2:00  0:10  0:10  0:10  0:10",
        ),
    ] {
        assert_eq!(part(&report, title), expected, "{report}");
    }
}

#[test]
fn names_are_shown_only_where_asked() {
    let folder = folder("names");
    let nameless = PHONE.replace("\"StaffNumber\":\"007\"", "\"StaffNumber\":\"\"");
    write(&folder, "a.ndjson", phone() + &format!("{{\"query\":\"action=cdr\",\"body\":{nameless}}}\n"));
    let undocumented = PHONE.replacen('{', r#"{"+8613012345678":"陈伟","Remark":["陈伟"],"#, 1);
    write(&folder, "b.ndjson", format!("{{\"query\":\"action=cdr\",\"body\":{undocumented}}}\n"));
    let personal = ["陈伟", "chenwei", "13012345678", "recorder"];
    for command in ["report", "check"] {
        for arguments in [&[command, "a.ndjson", "b.ndjson"][..], &[command, "a.ndjson", "b.ndjson", "--json"]] {
            let out = run(&folder, arguments).out;
            assert!(personal.iter().all(|text| !out.contains(text)), "{out}");
        }
    }
    let report = run(&folder, &["report", "a.ndjson"]).out;
    assert!(part(&report, "Agent").contains("\n  tccc (without a number)      1"), "{report}");
    let report = run(&folder, &["report", "a.ndjson", "--names"]).out;
    assert!(part(&report, "Agent").contains("\n  tccc 007 chenwei@example.com 陈伟      1"), "{report}");
    assert!(part(&report, "Agent").contains("\n  tccc chenwei@example.com 陈伟          1"), "{report}");
}

#[test]
fn days_begin_where_the_time_zone_says() {
    let folder = folder("zones");
    // 2020-12-16 17:30 in UTC.
    write(&folder, "a.ndjson", phone().replace("1608130600", "1608139800"));
    for (zone, day) in [
        ("+08:00", "2020-12-17"),
        ("-05:00", "2020-12-16"),
        ("UTC", "2020-12-16"),
        ("Asia/Shanghai", "2020-12-17"),
        ("America/New_York", "2020-12-16"),
    ] {
        let report = run(&folder, &["report", "a.ndjson", "--time-zone", zone]).out;
        assert!(part(&report, "Day").contains(&format!("\n  {day} ")), "{zone}: {report}");
    }
    let report = run(&folder, &["report", "a.ndjson"]).out;
    assert!(part(&report, "Day").contains("\n  2020-12-17 "), "{report}");
}

#[test]
fn percentiles_are_exact_to_one_per_cent() {
    let folder = folder("percentiles");
    let call = |talk: u64| {
        format!(
            "{{\"SdkAppId\":1,\"SessionId\":\"a\",\"Direction\":0,\"AcceptTimestamp\":1608130600,\"EndedTimestamp\":{}}}\n",
            1_608_130_600 + talk
        )
    };
    for (talk, [sum, p50, p90, p99]) in [
        ((1..=50).collect::<Vec<_>>(), [1275, 25, 45, 50]),
        ((1..=1000).collect(), [500_500, 501, 903, 991]),
        (vec![3600], [3600, 3600, 3600, 3600]),
        // A clock that has gone wrong counts as a week in percentiles.
        (vec![60, 1_000_000], [1_000_060, 60, 604_800, 604_800]),
    ] {
        write(&folder, "a.ndjson", talk.into_iter().map(call).collect::<String>());
        let report = run(&folder, &["report", "--json", "a.ndjson", "--query", "action=cdr"]).out;
        let calls = serde_json::from_str::<serde_json::Value>(&report).unwrap()["calls"].clone();
        let found = ["talk_seconds", "talk_p50", "talk_p90", "talk_p99"].map(|key| calls[key].as_u64().unwrap());
        assert_eq!(found, [sum, p50, p90, p99], "{report}");
    }
}

#[test]
fn what_senders_make_up_neither_grows_memory_nor_moves_the_cursor() {
    let folder = folder("made-up");
    let agent = |number: u32| phone().replace("\"007\"", &format!("\"\\u001b[2J{number}\""));
    write(&folder, "a.ndjson", (0..3000).map(agent).collect::<String>());
    let report = run(&folder, &["report", "a.ndjson", "--top", "3000"]).out;
    assert!(!report.contains('\u{1b}'));
    write(&folder, "c.ndjson", phone().replace("售后", "售\u{202e}\u{200b}后"));
    let report_of_queues = run(&folder, &["report", "c.ndjson"]).out;
    assert!(part(&report_of_queues, "Queue").contains("\n  tccc 1072 售  后 "), "{report_of_queues}");
    write(&folder, "b.ndjson", phone().replace("\"007", &format!("\"{}", "九".repeat(100_000))));
    assert!(part(&run(&folder, &["report", "b.ndjson"]).out, "Agent").len() < 1000);
    let agents = part(&report, "Agent").lines().count();
    assert_eq!(agents, 2002, "a title, two thousand agents, and one row for the others");
}

#[test]
fn check_counts_findings_by_code_event_and_path() {
    let folder = folder("check");
    let legs = r#"[{"Type":"staffseat"},{"Type":" staffSeat "}]"#;
    let odd =
        format!(r#"{{"SdkAppId":"1","SessionId":"a","Satisfaction":5,"Remark":{{"a":1}},"ServeParticipants":{legs}}}"#);
    write(&folder, "a.ndjson", phone() + &format!("{{\"query\":\"action=cdr\",\"body\":{odd}}}\n").repeat(2));
    let check = run(&folder, &["check", "a.ndjson"]);
    assert_eq!(check.code, 0);
    assert_eq!(
        part(&check.out, "Finding"),
        "  Finding           vendor  event  path                      count    first at\n  \
           word-spelling     tccc    cdr    ServeParticipants[].Type      4  a.ndjson:2\n  \
           coerced-type      tccc    cdr    SdkAppId                      2  a.ndjson:2\n  \
           unknown-key       tccc    cdr    …                             2  a.ndjson:2\n  \
           unreadable-value  tccc    cdr    Remark                        2  a.ndjson:2\n  \
           … stands for undocumented keys (--keys shows them)"
    );
    let keys = run(&folder, &["check", "a.ndjson", "--keys"]).out;
    assert_eq!(
        part(&keys, "Finding"),
        "  Finding           vendor  event  path                      count    first at\n  \
           word-spelling     tccc    cdr    ServeParticipants[].Type      4  a.ndjson:2\n  \
           coerced-type      tccc    cdr    SdkAppId                      2  a.ndjson:2\n  \
           unknown-key       tccc    cdr    Satisfaction                  2  a.ndjson:2\n  \
           unreadable-value  tccc    cdr    Remark                        2  a.ndjson:2"
    );
    let values = run(&folder, &["check", "a.ndjson", "--keys", "--values"]).out;
    assert_eq!(
        part(&values, "Finding"),
        "  Finding           vendor  event  path                      count    first at      a value\n  \
           word-spelling     tccc    cdr    ServeParticipants[].Type      4  a.ndjson:2  \"staffseat\"\n  \
           coerced-type      tccc    cdr    SdkAppId                      2  a.ndjson:2          \"1\"\n  \
           unknown-key       tccc    cdr    Satisfaction                  2  a.ndjson:2\n  \
           unreadable-value  tccc    cdr    Remark                        2  a.ndjson:2      {\"a\":1}"
    );
    write(&folder, "a.ndjson", phone());
    assert!(run(&folder, &["check", "a.ndjson"]).out.contains("No findings: every push is as documented"));
}

#[test]
fn a_request_of_none_of_the_vendors_is_unknown() {
    let folder = folder("unknown");
    write(&folder, "a.ndjson", format!("{{\"hello\":1}}\n{LOGIN}"));
    let report = run(&folder, &["report", "a.ndjson"]);
    assert_eq!((report.code, part(&report.out, "Pushes")), (0, "  Pushes\n  sevenmoor.login  1\n  unknown          1"));
    let check = run(&folder, &["check", "a.ndjson", "--keys"]).out;
    assert!(part(&check, "Finding").contains("\n  unknown-key  –       unknown  hello      1  a.ndjson:1"), "{check}");
    let json: serde_json::Value = serde_json::from_str(&run(&folder, &["check", "a.ndjson", "--json"]).out).unwrap();
    assert_eq!(json["findings"][0]["vendor"], serde_json::Value::Null);
}

#[test]
fn findings_that_only_the_vendor_tells_apart_have_an_order() {
    let folder = folder("vendors");
    let lines = [
        r#"{"query":"action=fax","body":"\ufeff{\"SdkAppId\":1}"}"#,
        r#"{"query":"CallbackCommand=X.Y","body":"\ufeff{}"}"#,
        r#"{"body":"\ufeff{\"accountId\":\"N1\",\"pushType\":\"newEvent\"}"}"#,
    ];
    write(&folder, "a.ndjson", lines.join("\n"));
    for _ in 0..5 {
        let json: serde_json::Value =
            serde_json::from_str(&run(&folder, &["check", "--json", "a.ndjson"]).out).unwrap();
        let vendors = [0, 1, 2].map(|row| json["findings"][row]["vendor"].as_str().unwrap());
        assert_eq!(vendors, ["desk", "sevenmoor", "tccc"], "{json}");
    }
}
